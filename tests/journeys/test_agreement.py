"""An agreement with Oslo all the way to its decision, and a letter of intent that is none."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import Status
from governance.models import Decision
from tests.factories import agreements
from tests.factories.matters import fresh
from tests.journeys.walking import choose, fill, go_on, to_register

pytestmark = pytest.mark.django_db(transaction=True)


def choose_all(page, answers):
    for name, value in answers.items():
        choose(page, name, value)


def test_an_agreement_with_oslo_passes_and_is_found_in_the_register(
    page, live_server, amina, login, look, complaints
):
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/nytt/")
    page.get_by_role("link", name="Registrera samarbetsavtal").click()
    look(page)
    fill(page, {"counterpart": "Oslo kommune", "city": "Oslo"})
    page.locator("[name=counterpart_kind]").select_option("capital_city")
    page.locator("[name=country]").select_option("NO")
    go_on(page)
    page.wait_for_url(re.compile("/steg/1/"))
    fill(
        page,
        {
            "themes": "luftkvalitet vintertid",
            "exchanges": "Två arbetsmöten om året om vägdamm",
            "purpose": "Lära hur Oslo binder damm.",
        },
    )
    choose_all(page, {"within_initiative": "false", "no_exchange": "false"})
    expect(page.locator("aside").first).to_contain_text("Avtalet gäller ett ämne.")
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    fill(
        page,
        {
            "benefit_stockholm": "Metoder som binder damm utan salt.",
            "benefits-0-party": "Oslo kommune",
            "benefits-0-gain": "Våra mätserier och hur de visas.",
            "goal_contribution": "Renare luft i innerstaden.",
            "sdg_how": "Färre partiklar.",
        },
    )
    chosen = {"initiative": "own", "goals": "klimat", "directions": "cooperation"}
    choose_all(page, chosen | {"cooperation_purposes": "methods", "forums_searched": "true"})
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    first = timezone.localdate() + timedelta(days=20)
    last = first + timedelta(days=700)
    fill(page, {"starts_on": first.isoformat(), "ends_on": last.isoformat()})
    fill(page, {"estimated_sek": "40000", "working_hours": "80", "budget_line": "Ramen"})
    no = ("open_ended", "renews_itself", "touches_foreign_policy", "close_to_state")
    no += ("asks_twinning", "procurement_with_party", "secrecy_possible")
    choose_all(page, {"scope": "operational"} | dict.fromkeys(no, "false"))
    fill(page, {"signatories-0-party": "Stockholms stad", "signatories-0-office": "Direktör"})
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    item = Engagement.objects.get()
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    choose(page, "outcome", "accepted")
    page.locator("#stallning textarea[name=grounds]").fill("Båda vinner på det.")
    page.locator("#stallning form [type=submit]").first.click()
    expect(page.locator("#stallning")).to_contain_text("Godkänner avtalet")
    look(page)
    to_register(page, "Avtal")
    expect(page.locator("table")).to_contain_text("Oslo kommune")
    look(page)

    assert Decision.objects.get().organisation.code == "MF"
    assert (fresh(item).status, fresh(item).ball) == (Status.APPROVED, "")


def test_a_letter_of_intent_with_a_city_is_told_what_it_is(
    page, live_server, amina, login, look, complaints
):
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/nytt/intentionsavtal/")
    fill(page, {"counterpart": "Stadt Wien", "city": "Wien"})
    page.locator("[name=counterpart_kind]").select_option("capital_city")
    go_on(page)
    page.wait_for_url(re.compile("/steg/1/"))
    fill(page, {"label": "Letter of Intent"})
    choose(page, "within_initiative", "false")

    panel = page.locator("aside").first
    expect(panel).to_contain_text("Då är det ett samarbetsavtal, vad det än kallas.")
    look(page)


def test_an_amendment_is_shown_old_beside_new(page, live_server, amina, login, look, complaints):
    item = agreements.agreed(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    page.get_by_role("button", name="Ändra avtalet").click()
    page.wait_for_url(re.compile("/steg/1/"))
    fill(page, {"themes": "buller"})
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    copy = Engagement.objects.order_by("-pk")[0]
    page.goto(f"{live_server.url}/arenden/{copy.number}/")
    expect(page.locator("del")).to_have_text("luftkvalitet")
    expect(page.locator("ins")).to_have_text("buller")
    look(page)
