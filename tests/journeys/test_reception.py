"""A congress asks to be received: case C33 through the form, advised, and before the Committee."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from engagements.models import Engagement
from engagements.vocabulary import Body, Status
from governance import kinds
from governance.actions import way
from tests.factories import receptions
from tests.journeys.walking import choose, fill, go_on

pytestmark = pytest.mark.django_db(transaction=True)

CASES = Path(__file__).parents[1] / "governance" / "strategy" / "cases" / "reception.toml"
C33 = next(
    case["facts"]
    for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    if case.get("id") == "C33"
)
# The case's days have been one day, and its goal and house are the examples' own here.
MOVED = {
    *("received_on", "starts_on", "ends_on", "digital", "title", "goals", "host", "host_board"),
}


def held() -> date:
    """Return the day of the reception."""
    return timezone.localdate() + timedelta(days=174)


def write(page: Page, *names: str, **other: str) -> None:
    """Write the case's answers in boxes."""
    fill(page, {name: str(C33[name]) for name in names} | other)


def pick(page: Page, *names: str, **other: str) -> None:
    """Choose the case's answers by their words."""
    for name in names:
        answers = C33[name] if isinstance(C33[name], list) else [C33[name]]
        for answer in answers:
            choose(page, name, str(answer).lower() if isinstance(answer, bool) else answer)
    for name, answer in other.items():
        choose(page, name, answer)


def conditions(page: Page) -> dict[str, str]:
    """Return what the panel says of each condition."""
    rows = page.locator(".ub-terms li")
    return {
        row.locator("span").first.inner_text().replace("\xa0", " "): row.get_attribute("data-r")
        or ""
        for row in rows.all()
    }


def register(page: Page, look) -> None:
    """Register case C33 by menus and links, from the start page to the receipt."""
    page.get_by_role("link", name="Registrera", exact=True).first.click()
    page.wait_for_url(re.compile("/arenden/nytt/$"))
    look(page)
    page.get_by_role("link", name="Registrera mottagning").click()
    look(page)
    write(page, "counterpart", "event", "guests", "foreign_share", contact_email="ki@ki.example")
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    look(page)
    write(page, "purpose", "why_capital", "stockholm_learns", "they_learn", "image_gain")
    pick(page, "learning_kinds", "directions", "qualities", "audiences", "initiative")
    pick(page, goals="vaxande", touches_foreign_policy="false", secrecy_possible="false")
    fill(page, {"goal_contribution": "Kongressen visar staden för forskare som kan flytta hit."})
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    look(page)
    day = held()
    fill(page, {"dates-0-day": day.isoformat(), "dates-0-time": "18–20"})
    fill(page, {"dates-1-day": (day + timedelta(days=1)).isoformat()})
    write(page, "hours", "city_host", "shared_with", "estimated_sek")
    write(page, cost_reception=str(C33["reception_sek"]), own_participants="8")
    pick(page, "at_city_hall", "serving", "alcohol")
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    look(page)


def test_case_c33_goes_from_the_form_to_the_committee(
    page, live_server, world, login, look, keep_promises, complaints
):
    login(page, world["hanna.stahl"])
    look(page)
    register(page, look)

    # What the last step asks for leads to its question, and is answered there.
    page.get_by_role("link", name="Ange vad evenemanget är.").click()
    page.wait_for_url(re.compile("/steg/1/"))
    assert conditions(page)["Mer än 50 procent av gästerna från utlandet"] == "ok"
    assert conditions(page)["Nordiskt, europeiskt eller internationellt"] == "none"
    page.locator("[name=counterpart_kind]").select_option(C33["counterpart_kind"])
    pick(page, "event_kind", "character", "high_scientific_level", "hotels_in_city")
    pick(page, "commercial_organiser", procurement_with_party="false", reply_language="sv")
    day = held()
    fill(page, {"event_starts_on": (day - timedelta(days=1)).isoformat()})
    fill(page, {"event_ends_on": (day + timedelta(days=1)).isoformat()})
    expect(page.get_by_role("region", name="Stadens villkor")).to_contain_text("10 av 10 uppfyllda")
    look(page)
    go_on(page)
    go_on(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    look(page)
    expect(page.locator(".p-panel")).to_contain_text("internationella beredningen")
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    look(page)

    item = Engagement.objects.get()
    assert (item.status, item.ball, item.breaches) == (Status.ADVICE, Body.PROTOCOL_UNIT, 0)
    assert_facts_are_those_of_the_case(item)
    keep_promises()
    assert [m.to for m in mail.outbox] == [[world["sara.oberg"].email]]

    # The protocol unit sees the evening that is the event's last, and advises from its queue.
    page.context.clear_cookies()
    login(page, world["sara.oberg"])
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    expect(page.locator("main")).to_contain_text("Evenemangets sista kväll")
    look(page)
    page.get_by_role("link", name="Kö", exact=True).click()
    page.get_by_role("link", name=item.title).click()
    look(page)
    choose(page, "kind", "support")
    page.locator("[data-advice] textarea[name=text]").fill("Villkoren är uppfyllda.")
    page.get_by_role("button", name="Ge råd och ta nästa").click()
    expect(page.get_by_role("status").first).to_contain_text(item.number)

    # It waits for the Committee; a day is chosen meanwhile, and the advice stands.
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    expect(page.locator("#tur")).to_contain_text("internationella beredningen", ignore_case=True)
    page.get_by_role("button", name="Välj dagen").first.click()
    expect(page.get_by_role("status").first).to_contain_text("Mottagningen hålls")
    expect(page.locator(".p-days")).to_contain_text("Vald")
    look(page)
    item.refresh_from_db()
    assert (item.status, item.ball, item.starts_on) == (Status.PREPARATION, Body.COMMITTEE, day)
    assert list(way.ready_for_committee()) == [item]

    # Its secretary finds it among what is ready.
    page.context.clear_cookies()
    login(page, world["elsa.thorn"])
    page.get_by_role("link", name="Sammanträden", exact=True).click()
    expect(page.locator("main")).to_contain_text("Sammanträden")


def assert_facts_are_those_of_the_case(item: Engagement) -> None:
    found = kinds.facts_of(item, stage="submission", on=timezone.localdate()).as_dict()
    asked = {name: value for name, value in C33.items() if name not in MOVED}
    assert {name: found[name] for name in asked} == asked


def test_an_applicant_is_answered_and_the_evening_followed_up(
    page, live_server, world, amina, login, look, keep_promises, complaints
):
    today = timezone.localdate()
    item = receptions.handed_in(
        by=amina, host="MF", at_city_hall=False, starts_on=today, estimated_sek=45_000,
        reply_language="en", event_starts_on=None, event_ends_on=None, evening_before=False,
        last_evening=False,
    )  # fmt: skip
    here = f"{live_server.url}/arenden/{item.number}/"
    login(page, amina)

    page.goto(here)
    look(page)
    choose(page, "outcome", "accepted")
    page.get_by_role("button", name="Spara ställningstagande").click()
    expect(page.locator("#stallning")).to_contain_text("Håller mottagningen")
    page.get_by_role("link", name="Svara sökanden").first.click()
    look(page)
    page.get_by_role("button", name="Skriv ett förslag").click()
    look(page)
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("status").first).to_contain_text("congress@applicant.example")
    keep_promises()
    (letter,) = [m for m in mail.outbox if m.to == ["congress@applicant.example"]]
    assert letter.subject == f"Your application for a reception, {item.number}"
    assert "The City of Stockholm is happy to receive your guests." in letter.body

    page.get_by_role("link", name="Följ upp").first.click()
    look(page)
    answers = {"learnt": "Ny forskning.", "acted_on": "En kurs i vår.", "told": "Alla."}
    fill(page, answers | {"guests_came": "398", "cost_sek": "44 100"})
    page.get_by_role("button", name="Spara uppföljningen").click()
    page.wait_for_url(re.compile("/avsluta/"))
    page.get_by_role("button", name="Avsluta ärendet").click()
    expect(page.locator("main")).to_contain_text("398")
    look(page)
    assert Engagement.objects.get().status == Status.CLOSED

    page.get_by_role("link", name="Statistik").click()
    page.get_by_role("link", name="Mottagningar", exact=True).click()
    expect(page.locator("main")).to_contain_text(item.number)
    look(page)
