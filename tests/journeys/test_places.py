"""Somebody types Helsinki and gets Helsingfors; an administrator makes two counterparts one."""

import re

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from engagements import remembering
from engagements.models import Counterpart, Place
from tests.factories import visits
from tests.journeys.walking import FIVE, fill, go_on, to_register

pytestmark = pytest.mark.django_db(transaction=True)


def test_who_types_helsinki_gets_helsingfors(
    page, live_server, world, amina, login, look, complaints
):
    item = visits.draft(by=amina, city="", country="")
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/steg/1/")

    page.locator("[name=city]").press_sequentially("Helsink")
    offer = page.locator("[data-pick]")
    expect(offer).to_have_text(re.compile("Helsingfors.*Finland, huvudstad, även Helsinki"))
    look(page)
    offer.click()
    expect(page.locator("[name=city]")).to_have_value("Helsingfors")
    expect(page.locator("[name=city]")).to_be_focused()
    expect(page.locator("[name=country]")).to_have_value("FI")
    expect(offer).to_have_count(0)
    expect(page.locator("[data-autosave]")).to_have_attribute("data-state", "saved")
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))

    page.goto(f"{live_server.url}/arenden/{item.number}/")
    look(page)
    page.locator("main").get_by_role("link", name="Helsingfors").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Helsingfors")
    expect(page.locator("main")).to_contain_text("Besök från Oslo kommune")
    look(page)
    page.locator("main").get_by_role("link", name="Finland").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Finland")
    look(page)
    to_register(page, "Platser")
    page.locator("[name=q]").last.fill("GDANSK")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("link", name="Gdańsk")).to_be_visible()
    look(page)
    to_register(page, "Motparter")
    look(page)


def test_without_script_the_next_page_asks(plain_page, live_server, world, amina, login):
    home = Place.objects.get(name_sv="Helsingfors")
    known = Counterpart(name="Helsingin kaupunki", country="FI", kind="capital_city", place=home)
    with transaction.atomic():
        remembering.save(known, by=None, at=timezone.now())
    login(plain_page, amina)
    plain_page.goto(f"{live_server.url}/arenden/nytt/besok/")
    fill(plain_page, FIVE | {"requesting_organisation": "City of Helsinki"})
    plain_page.locator("[name=country]").select_option("FI")
    go_on(plain_page)

    asked = plain_page.get_by_role("heading", name="Menar du någon av dem som finns?")
    expect(asked).to_contain_text("Du skrev ”City of Helsinki”.")
    plain_page.get_by_role("button", name="Helsingin kaupunki, Helsingfors, Finland").click()
    expect(asked).to_have_count(0)
    plain_page.wait_for_url(re.compile("/steg/2/"))

    assert known.ties.get().organisation == "City of Helsinki"


def test_an_administrator_makes_two_one_and_two_again(
    page, live_server, world, amina, admin, login, look, complaints
):
    first = visits.handed_in(by=amina, requesting_organisation="Oslo kommune")
    again = visits.handed_in(by=amina, requesting_organisation="Oslo kommun")
    login(page, admin)
    page.locator("[data-menu] summary").click()
    page.get_by_role("banner").get_by_role("link", name="Inställningar").click()
    page.get_by_role("link", name="Platser och motparter").click()
    look(page)
    page.get_by_role("link", name=re.compile("Jämför.*Oslo kommun – Oslo kommune")).click()
    look(page)

    page.locator("label", has_text="Oslo kommune").click()
    page.get_by_role("button", name="Slå ihop").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Oslo kommune")
    expect(page.locator("main")).to_contain_text("Oslo kommun är nu Oslo kommune. 1 koppling")
    for item in (first, again):
        expect(page.locator("main")).to_contain_text(item.number)
    look(page)
    page.get_by_role("link", name="Ändra namn och uppgifter").click()
    expect(page.locator("[name=other_names]")).to_have_value("Oslo kommun")
    look(page)
    page.get_by_role("link", name="Till sidan").click()

    page.get_by_role("button", name="Dela igen").click()
    expect(page.locator("main")).to_contain_text("Oslo kommun står för sig själv igen.")
    expect(page.locator("main")).not_to_contain_text(again.number)
    page.goto(f"{live_server.url}/arenden/{again.number}/")
    expect(page.locator("main")).to_contain_text("Motparten Oslo kommun delades från Oslo kommune")
