"""The calendar, week by week, as a month, on a phone, and at an address of one's own."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import expect

from engagements import lifecycle
from engagements.vocabulary import RoleName
from governance.actions import meeting
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_weeks_ahead_a_month_and_an_address_of_one_s_own(
    page, live_server, world, login, look, complaints, settings
):
    settings.PUBLIC_BASE_URL = live_server.url
    amina, sara = world["amina.lindqvist"], world["sara.oberg"]
    now = timezone.now()
    item = visits.approved(by=amina)
    with transaction.atomic():
        row = lifecycle.lock(item.pk)
        row.starts_on = timezone.localdate() + timedelta(days=3)
        row.ends_on = row.starts_on + timedelta(days=2)
        lifecycle.save(row, by=amina, at=now, why="prov")
    visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)
    meeting.plan(
        starts_at=now + timedelta(days=9), place="Stadshuset", by=world["elsa.thorn"], at=now
    )
    login(page, sara)
    menu = page.get_by_role("navigation", name="Huvudmeny", exact=True)
    menu.get_by_role("link", name="Kalender").click()
    expect(page.locator("h1")).to_have_text("Kalender")
    expect(page.locator(".k-weeks")).to_contain_text("Internationella beredningen")
    look(page)
    with page.expect_download() as fetched:
        page.locator(".k-entry__ics").first.click()
    content = fetched.value.path().read_bytes()
    assert len(Calendar.from_ical(content).walk("VEVENT")) >= 1

    page.get_by_label("Visa", exact=True).select_option("besok")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator(".k-weeks")).not_to_contain_text("Internationella beredningen")
    page.get_by_role("navigation", name="Visning").get_by_role("link", name="Månad").click()
    page.wait_for_url(lambda url: "visa=besok" in url and "vy=manad" in url)
    page.goto(f"{live_server.url}/kalender/?vy=manad&dag={row.starts_on}")
    look(page)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("table")).to_be_visible()
    look(page)
    page.set_viewport_size({"width": 1280, "height": 800})

    page.get_by_role("link", name="Läs kalendern i Outlook").click()
    page.get_by_role("button", name="Skapa adressen").click()
    secret = page.locator(".p-secret").inner_text()
    look(page)
    answer = page.request.get(secret)
    assert len(Calendar.from_ical(answer.body()).walk("VEVENT")) >= 2
    page.get_by_role("button", name="Återkalla adressen").click()
    expect(page.locator("main")).to_contain_text("Adressen är återkallad.")
    assert page.request.get(secret).status == 404


def test_what_clashes_stands_beside_the_dates_while_they_are_written(
    page, live_server, world, login, look, complaints
):
    amina = world["amina.lindqvist"]
    other = visits.handed_in(by=amina)
    item = visits.draft(by=amina)
    login(page, amina)

    page.goto(f"{live_server.url}{item.get_absolute_url()}steg/1/")
    beside = page.locator("#kontroll")
    expect(beside).to_contain_text("Samma dagar, samma verksamhet")
    expect(beside.get_by_role("link", name=other.title)).to_be_visible()
    look(page)
    free = other.starts_on + timedelta(days=40)
    page.locator("[name=ends_on]").fill(free.isoformat())
    page.locator("[name=starts_on]").fill(free.isoformat())
    expect(beside).not_to_contain_text("Samma dagar, samma verksamhet")
    page.locator("[name=starts_on]").fill(other.starts_on.isoformat())
    expect(beside).to_contain_text("Samma dagar, samma verksamhet")
