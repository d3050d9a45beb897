"""A contact person registers a visit and hands it in, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from engagements.models import Engagement
from engagements.vocabulary import Status
from tests.journeys.conftest import choose

pytestmark = pytest.mark.django_db(transaction=True)

FIVE = {
    "requesting_organisation": "Oslo kommune",
    "contact_email": "hilde@oslo.example",
    "delegation_size": "6",
    "starts_on": "2027-03-16",
}
WHO = {"city": "Oslo", "received_on": "2026-11-16", "ends_on": "2027-03-16"}
PURPOSE = {
    "wishes": "Hur luften mäts och hur mätningarna används.",
    "stockholm_learns": "Hur de binder damm på gator vintertid.",
    "they_learn": "Hur våra mätserier görs och visas öppet.",
    "goal_contribution": "Bättre metoder ger renare luft i innerstaden.",
}
CHOSEN = (
    ("learning_kinds", "development"),
    ("goals", "klimat"),
    ("directions", "scanning"),
    ("political_level", "none"),
    ("wants_letter", "false"),
    ("asks_twinning", "false"),
    ("touches_foreign_policy", "false"),
    ("aid_character", "false"),
    ("procurement_with_party", "false"),
    ("initiative", "asked"),
)
PLAN = {"own_participants": "4", "cost_meal": "145", "estimated_sek": "1450"}


def fill(page: Page, answers: dict[str, str]) -> None:
    for name, text in answers.items():
        page.locator(f"[name={name}]").fill(text)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Spara och fortsätt").click()


def register(page: Page, base: str, look) -> None:
    page.goto(f"{base}/arenden/nytt/besok/")
    look(page)
    fill(page, FIVE)
    page.locator("[name=country]").select_option("NO")
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    look(page)
    fill(page, PURPOSE)
    for name, value in CHOSEN:
        choose(page, name, value)
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    look(page)
    fill(page, PLAN)
    choose(page, "digital", "false")
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    look(page)
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    look(page)


def test_a_contact_person_registers_a_visit(page, live_server, amina, login, look, complaints):
    login(page, amina)
    look(page)

    register(page, live_server.url, look)

    expect(page.locator("main")).to_contain_text("Oslo kommune")
    engagement = Engagement.objects.get()
    assert engagement.status == Status.DECISION
    assert engagement.counterpart == "Oslo kommune"
    assert engagement.breaches == engagement.unanswered == 0


def test_a_contact_person_registers_a_visit_without_javascript(
    plain_page, live_server, amina, login
):
    login(plain_page, amina)

    register(plain_page, live_server.url, lambda _page: None)

    assert Engagement.objects.get().status == Status.DECISION
