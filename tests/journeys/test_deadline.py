"""Why a day, and a day that stands still: from the start page to the item and back."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from engagements.calendar import add_working_days
from engagements.models import Engagement
from engagements.vocabulary import RoleName
from governance.actions import deadlines
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_holder_pauses_while_oslo_answers_and_the_office_gives_more_days(
    page, live_server, world, login, look, complaints
):
    amina = world["amina.lindqvist"]
    item = visits.handed_in(by=amina)
    login(page, amina)
    page.get_by_text("Varför detta datum").first.click()
    expect(page.locator(".ub-why").first).to_contain_text("10 arbetsdagar efter")
    look(page)

    page.goto(live_server.url + item.get_absolute_url())
    page.get_by_text("Pausa tiden").first.click()
    page.get_by_role("button", name="Pausa tiden").click()
    expect(page.get_by_label("Vem utanför staden ska svara?")).to_have_attribute(
        "aria-invalid", "true"
    )
    complaints.clear()  # the browser tells of the 422
    look(page)
    page.get_by_label("Vem utanför staden ska svara?").fill("Oslo kommune")
    page.get_by_role("button", name="Pausa tiden").click()
    expect(page.locator(".p-turn")).to_contain_text("Väntar på svar från Oslo kommune.")
    look(page)
    page.goto(live_server.url)
    expect(page.locator("main")).to_contain_text("Pausad sedan")
    look(page)

    page.goto(live_server.url + item.get_absolute_url())
    page.get_by_role("button", name="Svaret har kommit").click()
    expect(page.locator("main")).to_contain_text("Tiden löper igen.")
    assert Engagement.objects.get(pk=item.pk).due == item.due

    page.context.clear_cookies()
    login(page, world["sara.oberg"])
    page.goto(live_server.url + item.get_absolute_url())
    page.get_by_text("Förläng tiden").first.click()
    to = add_working_days(timezone.localdate(), 20)
    page.locator("#forlang-to").fill(to.isoformat())
    page.locator("#forlang-grounds").fill("Nämnden möts först i januari.")
    look(page)
    page.get_by_role("button", name="Förläng tiden").click()
    page.get_by_text("Varför detta datum").first.click()
    expect(page.locator(".p-turn .ub-why")).to_contain_text("Nämnden möts först i januari.")
    look(page)
    assert Engagement.objects.get(pk=item.pk).due == to
    assert reverse("engagement", args=[item.number]) in page.url


def test_a_pause_is_told_of_within_the_reading_pane(page, live_server, world, johan, login):
    item = visits.handed_in(by=world["amina.lindqvist"], ask=RoleName.INTERNATIONAL_UNIT)
    deadlines.pause(item, who="Oslo kommune", by=johan, at=timezone.now())
    login(page, johan)
    page.goto(f"{live_server.url}/ko/{item.number}/")
    told = page.locator(".ko__prev .ub-due--paused")
    expect(told).to_contain_text("Pausad sedan")

    pane = page.locator(".ko__prev")
    inside = told.bounding_box()["x"] + told.bounding_box()["width"]
    assert inside <= pane.bounding_box()["x"] + pane.bounding_box()["width"]
