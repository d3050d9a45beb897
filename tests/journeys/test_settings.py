"""An administrator appoints a deputy, sets a frame, changes a value; the contact person sees it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import Role
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)

SETTINGS = ("api/", "mal/", "riktvarden/", "ramar/", "")
GIVEN = {"email": "nora.ek@stockholm.example", "name": "Nora Ek"}


def write(page, answers):
    for name, text in answers.items():
        page.locator(f"main [name={name}]").first.fill(text)


def test_what_the_administrator_sets_meets_the_contact_person(
    page, live_server, world, amina, admin, login, look, complaints
):
    item = visits.draft(by=amina)
    year, base = item.starts_on.year, f"{live_server.url}/installningar/"
    login(page, admin)
    for place in SETTINGS:
        page.goto(base + place)
        look(page)
    page.locator("[data-menu] summary").click()
    look(page)
    page.get_by_role("link", name="Inställningar").click()
    page.get_by_role("link", name="Miljöförvaltningen").last.click()
    look(page)

    write(page, GIVEN)
    page.locator("[name=role]").select_option("deputy")
    page.get_by_role("button", name="Utse").click()
    expect(page.locator("main")).to_contain_text("Nora Ek är nu utsedd")
    look(page)
    page.get_by_role("link", name="Konto: Nora Ek").click()
    expect(page.locator("main")).to_contain_text("personen har inte valt lösenord än")
    look(page)

    page.goto(f"{base}ramar/?ar={year}")
    page.get_by_role("link", name="Miljöförvaltningen").click()
    write(page, {"amount_sek": "1 000 kr"})
    page.get_by_role("button", name="Spara ramen").click()
    expect(page.locator("main")).to_contain_text("Ramen är sparad.")
    look(page)

    page.goto(f"{base}riktvarden/")
    page.get_by_role("link", name="Måltid, kr per person").click()
    today = timezone.localdate()
    write(page, {"value": "100 kr", "valid_from": today.isoformat(), "source": "KS 2026/7"})
    page.get_by_role("button", name="Spara värdet").click()
    expect(page.locator("main")).to_contain_text("Värdet är sparat.")
    look(page)

    page.context.clear_cookies()
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/steg/3/")
    expect(page.locator("#kontroll")).to_contain_text(re.compile("över stadens riktvärde 100\\skr"))
    expect(page.locator("#kontroll")).to_contain_text("ram")
    assert page.goto(base).status == 404
    complaints.clear()  # the browser tells of the 404
    deputy = Role.objects.get(user__email=GIVEN["email"])
    assert (deputy.name, deputy.organisation) == ("deputy", item.organisation)
    assert deputy.valid_from >= today - timedelta(days=1)


def test_a_reader_chooses_dark_pages_and_finds_them_again(
    page, live_server, amina, login, look, complaints
):
    login(page, amina)
    page.locator("[data-menu] summary").click()
    page.get_by_role("button", name="Mörkt").click()

    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")
    page.locator("[data-menu] summary").click()
    look(page)
    pressed = page.get_by_role("button", name="Mörkt")
    expect(pressed).to_have_attribute("aria-pressed", "true")


def test_an_administrator_judges_history_under_another_value(
    page, live_server, amina, admin, login, look, keep_promises, complaints
):
    item = visits.approved(by=amina)
    login(page, admin)
    page.goto(f"{live_server.url}/installningar/historik/")
    page.get_by_text("Måttfullhet", exact=True).click()
    page.get_by_label("Måltid, kr per person").fill("100 kr")
    look(page)
    page.get_by_role("button", name="Pröva").click()
    expect(page.locator("#jobb")).to_be_visible()
    keep_promises()

    page.get_by_role("link", name="Se vad som blev annorlunda").click(timeout=10_000)
    look(page)
    page.get_by_role("link", name=re.compile("ärenden hos Miljöförvaltningen")).click()

    expect(page.locator("#arenden")).to_contain_text(item.number)
    expect(page.locator("#arenden")).to_contain_text("Strategin 4.6")
