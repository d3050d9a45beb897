"""Whoever looks for something writes it in the one box of every page."""

import pytest
from playwright.sync_api import expect

from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)
BERGEN = {"requesting_organisation": "Bergen kommune", "city": "Bergen", "country": "NO"}


def test_a_contact_person_finds_a_visit_by_its_counterpart_and_by_a_key(
    page, live_server, amina, login, look, complaints
):
    visits.approved(by=amina)
    bergen = visits.handed_in(by=amina, **BERGEN)
    login(page, amina)

    box = page.get_by_role("searchbox", name="Sök ärende, stad eller organisation").first
    box.fill("bergen")
    box.press("Enter")
    page.wait_for_url("**/sok/?q=bergen")
    look(page)
    expect(page.get_by_role("region", name="Besök till staden")).to_contain_text(bergen.number)
    expect(page.get_by_role("region", name="Motparter")).to_contain_text("Bergen kommune")

    page.get_by_role("textbox", name="Sök i hela Utblick").fill("färg:grön")
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.locator("main")).to_contain_text("Det går inte att söka med färg:")
    expect(page.get_by_role("textbox", name="Sök i hela Utblick")).to_have_value("färg:grön")
    complaints.clear()  # the browser tells of the 422
    look(page)

    page.get_by_role("textbox", name="Sök i hela Utblick").fill("plats:Oslo typ:besök")
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.get_by_role("region", name="Besök till staden")).to_contain_text("Oslo kommune")
    expect(page.locator("main")).not_to_contain_text(bergen.number)


def test_a_contact_person_is_led_on_while_they_write_by_keys_alone(
    page, live_server, amina, login, look
):
    item = visits.handed_in(by=amina, **BERGEN)
    login(page, amina)
    box = page.get_by_role("searchbox", name="Sök ärende, stad eller organisation").first
    asked = page.locator("header .ub-search [data-asked]").first

    box.press("ArrowDown")
    expect(asked.get_by_role("list", name="Dina senaste ärenden")).to_contain_text(item.number)
    page.keyboard.press("Escape")
    expect(asked).to_be_hidden()
    expect(box).to_be_focused()

    box.press_sequentially("berg")
    expect(asked.get_by_role("list", name="Motparter")).to_contain_text("Bergen kommune")
    look(page)
    box.fill("paragraf:4.6")
    expect(asked.get_by_role("link")).to_have_count(1)
    box.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=paragraf%3A4.6")
    expect(page.get_by_role("region", name="Besök till staden")).to_contain_text(item.number)
