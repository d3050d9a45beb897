"""A contact person says that they are away; their deputy gets the matter, and reads what comes."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import OutboxMessage
from governance.actions.intake import tell_ball
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


def test_who_stands_in_sees_the_matter_the_bell_and_the_mail_to_come(
    page, live_server, world, amina, login, look, keep_promises, complaints
):
    erik, today = world["erik.palm"], timezone.localdate()
    item = visits.handed_in(by=amina)
    OutboxMessage.objects.all().delete()
    login(page, amina)
    page.locator("[data-menu] summary").click()
    page.get_by_role("link", name="Vad du får", exact=True).click()
    page.get_by_role("link", name="Frånvaro", exact=True).click()

    page.get_by_label("Första dag borta").fill(today.isoformat())
    page.get_by_text("Erik Palm").click()
    page.get_by_label("Sista dag borta").fill((today + timedelta(days=9)).isoformat())
    page.get_by_role("button", name="Spara").click()
    expect(page.locator("main")).to_contain_text("ersätts av Erik Palm")
    look(page)
    with transaction.atomic():
        tell_ball(item, "submitted", at=timezone.now())
    keep_promises()
    letters = [letter for letter in mail.outbox if letter.to == [erik.email]]
    assert [letter.body.startswith("För Amina Lindqvist") for letter in letters[1:]] == [True]

    page.context.clear_cookies()
    login(page, erik)
    page.get_by_role("link", name=re.compile("Aviseringar.*1.*olästa")).click()
    page.get_by_role("link", name=re.compile("Ny: .*för Amina Lindqvist, som är borta")).click()
    page.wait_for_url(f"**/arenden/{item.number}/")
    expect(page.locator("main")).to_contain_text("Bollen ligger hos dig")
    expect(page.locator("main")).to_contain_text(
        re.compile("Amina Lindqvist är borta till och med .*, Erik Palm ersätter")
    )
    look(page)

    page.goto(f"{live_server.url}/aviseringar/")
    page.get_by_role("link", name="Mejl som kommer", exact=True).click()
    expect(page.get_by_role("heading", name="Måndagsmejlet")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Kommer inte om inget väntar på dig")
    look(page)
