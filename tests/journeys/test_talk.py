"""A contact person mentions an adviser and gives a task; the adviser hears of it and does it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import OutboxMessage
from governance.models import Todo
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_comment_that_is_a_task_leaves_the_desk_when_it_is_done(
    page, live_server, world, amina, johan, login, look, keep_promises, complaints
):
    item = visits.handed_in(by=amina)
    OutboxMessage.objects.all().delete()
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    page.locator("summary", has_text="Skriv en kommentar").click()
    page.get_by_role("link", name="Visa vilka du kan nämna").click()
    expect(page.locator("#namn-svar")).to_contain_text("Johan Ekström")
    expect(page.locator("#kommentar-doer")).to_be_hidden()
    page.get_by_text("Gör det till en uppgift").click()
    page.locator("#kommentar-remark").fill("@Johan Ekstrom ring deras ambassad.")
    page.locator("#kommentar-last_day").fill((timezone.localdate() + timedelta(days=3)).isoformat())
    page.get_by_role("button", name="Kommentera").click()
    expect(page.locator("#kommentarer")).to_contain_text("Ingen heter Johan Ekstrom.")
    complaints.clear()  # the browser tells of an answer that says no
    look(page)
    page.locator("#kommentar-remark").fill("@Johan Ekström ring deras ambassad.")
    page.get_by_role("button", name="Kommentera").click()
    expect(page.locator("#uppgifter li")).to_contain_text("Johan Ekström")
    look(page)
    keep_promises()
    (letter,) = [one for one in mail.outbox if one.to == [johan.email]]
    assert "gav dig en uppgift" in letter.subject
    assert "ambassad" not in letter.body

    page.context.clear_cookies()
    login(page, johan)
    page.get_by_role("link", name=re.compile("Aviseringar.*1.*olästa")).click()
    page.get_by_role("link", name=re.compile("Amina Lindqvist gav dig en uppgift")).click()
    page.wait_for_url(re.compile(f"/arenden/{item.number}/#uppgift-"))
    page.get_by_role("link", name=re.compile("Lämna vidare")).click()
    expect(page.locator("main")).to_contain_text("ring deras ambassad.")
    look(page)
    page.goto(live_server.url)
    tasks = page.get_by_role("region", name=re.compile("Uppgifter"))
    expect(tasks).to_contain_text("ring deras ambassad.")
    look(page)
    tasks.get_by_role("button", name=re.compile("Klar")).click()
    expect(page.locator("main")).to_contain_text("Uppgiften är klar.")
    expect(tasks).to_have_count(0)
    assert Todo.objects.get().ended_by == johan
