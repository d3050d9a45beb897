"""A contact person asks for a conference: the board's own trip, and the Mayor's (C29, C27)."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import Page, expect

from engagements.models import Engagement, Organisation, Role, User
from engagements.vocabulary import RoleName, Status
from governance.demo.people import PASSWORD
from governance.models import Frame
from tests.journeys.walking import choose, fill, go_on
from visits.models import Conference

pytestmark = pytest.mark.django_db(transaction=True)

CHOSEN = {
    "asks_twinning": "false",
    "touches_foreign_policy": "false",
    "aid_character": "false",
    "procurement_with_party": "false",
    "secrecy_possible": "false",
    "initiative": "asked",
}


def opens() -> date:
    """A day far enough ahead for everything to be in time."""
    return timezone.localdate() + timedelta(days=60)


def pick(page: Page, choices: dict[str, str]) -> None:
    """Choose in lists, by their names."""
    for name, value in choices.items():
        page.locator(f"select[name={name}]").select_option(value)


def hand_in(page: Page) -> None:
    """Write grounds wherever they are asked for, and send."""
    page.wait_for_url(re.compile("/steg/4/"))
    for box in page.locator("textarea[name^=skal-]").all():
        box.fill("Vi har vägt nyttan mot kostnaden och går vidare.")
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))


@pytest.fixture
def utbf(world: dict[str, User]) -> User:
    """The contact person of the education department."""
    user = User.objects.create_user("eva.lund@stockholm.example", PASSWORD, name="Eva Lund")
    host = Organisation.objects.get(code="UTBF")
    role = RoleName.CONTACT_PERSON.value
    with transaction.atomic():
        Role.objects.create(user=user, name=role, organisation=host, valid_from=date(2020, 1, 1))
        Frame.objects.create(organisation=host, year=opens().year, amount_sek=400_000)
    return user


def test_a_boards_chair_and_three_officials_ask_for_a_fair(
    page, live_server, utbf, login, look, complaints
):
    login(page, utbf)
    page.goto(f"{live_server.url}/arenden/nytt/")
    page.get_by_role("link", name="Ansök om en konferens eller resa").click()
    page.wait_for_url(re.compile("/nytt/resa/"))
    look(page)

    # Nobody has asked for it before, so it is added.
    page.locator("#id_q").press_sequentially("BETT")
    expect(page.locator("#traffar")).to_contain_text("Inget evenemang liknar det du söker.")
    page.get_by_role("link", name="Lägg till ett nytt evenemang").click()
    expect(page.locator("[name=name]")).to_have_value("BETT")
    look(page)
    first, last = opens(), opens() + timedelta(days=2)
    fill(page, {"city": "London", "opens_on": first.isoformat(), "closes_on": last.isoformat()})
    pick(page, {"country": "GB"})
    choose(page, "on_behalf_of_ks", "false")
    go_on(page)

    # Who goes: two lines are offered more than are filled in.
    page.wait_for_url(re.compile("/steg/1/"))
    look(page)
    choose(page, "held", "on_site")
    fill(page, {"organiser": "Hyve Group", "travellers-0-function": "Ordförande i nämnden"})
    pick(page, {"travellers-0-office": "chair", "travellers-0-decides": "false"})
    pick(page, {"travellers-0-organisation": str(Organisation.objects.get(code="UTBN").pk)})
    fill(page, {"travellers-1-function": "Enhetschef"})
    pick(page, {"travellers-1-office": "official", "travellers-1-decides": "false"})
    page.get_by_role("button", name="Spara och visa fler rader").click()
    for place in (2, 3):
        fill(page, {f"travellers-{place}-function": "Utvecklingsledare"})
        rows = f"travellers-{place}"
        pick(page, {f"{rows}-office": "official", f"{rows}-decides": "false"})
    panel = page.locator("#kontroll")
    expect(panel).to_contain_text("Ordföranden deltar och beslutar inte om resan på delegation.")
    expect(panel).to_contain_text("Utbildningsnämnden")
    go_on(page)

    page.wait_for_url(re.compile("/steg/2/"))
    look(page)
    fill(
        page,
        {
            "purpose": "Välja läroplattform 2027.",
            "benefit": "Underlag till upphandlingen som nämnden beslutar i vår.",
            "stockholm_learns": "Vad lärare i andra städer säger efter två år.",
            "comparison": "Vilka läroplattformar andra städer har valt, och varför.",
            "goal_contribution": "Fler elever får stöd i tid.",
        },
    )
    for name, value in CHOSEN.items():
        choose(page, name, value)
    choose(page, "role", "participant")
    choose(page, "goals", "trygg")
    choose(page, "sdgs", "4")
    choose(page, "directions", "scanning")
    go_on(page)

    page.wait_for_url(re.compile("/steg/3/"))
    look(page)
    choose(page, "digital", "false")
    expect(page.locator("[name=why_not_digital]")).to_be_visible()
    choose(page, "means", "train")
    choose(page, "booked_before_decision", "false")
    choose(page, "in_operational_plan", "true")
    fill(
        page,
        {
            "why_not_digital": "Plattformarna ska prövas på plats av dem som ska använda dem.",
            "distance_km": "1900",
            "programme_hours": "7, 7, 6",
            "costs-0-amount_sek": "62 000",
            "working_hours": "96",
            "budget_line": "Nämndens ram",
        },
    )
    pick(page, {"costs-0-line": "travel", "costs-0-payer": "city"})
    go_on(page)
    look(page)
    hand_in(page)
    look(page)

    item = Engagement.objects.get()
    assert (item.status, item.estimated_sek, item.breaches) == (Status.DECISION, 62_000, 0)
    assert item.trip.conference == Conference.objects.get(name="BETT", city="London")
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    look(page)
    expect(page.locator("main")).to_contain_text("Utbildningsnämnden beslutar")
    bill = page.get_by_role("table", name="Kostnad per person och slag")
    expect(bill.get_by_role("row")).to_have_count(7)
    expect(bill).to_contain_text("förtroendevald")
    choose(page, "outcome", "accepted")
    page.locator("#stallning textarea[name=grounds]").fill("Nyttan är tydlig, pengarna finns.")
    page.get_by_role("button", name="Spara ställningstagande").click()
    expect(page.locator("#stallning")).to_contain_text("Godkänner deltagandet")
    look(page)
    item.refresh_from_db()
    assert item.status == Status.APPROVED


def test_the_mayors_own_trip_goes_to_the_committee_and_is_decided_by_another(
    page, live_server, world, login, look, keep_promises, complaints
):
    hanna = world["hanna.stahl"]
    login(page, hanna)
    base = live_server.url
    page.goto(f"{base}/arenden/nytt/resa/?nytt=1&q=C40+World+Mayors+Summit")
    first = opens()
    last = first + timedelta(days=3)
    fill(page, {"city": "Rio de Janeiro", "opens_on": first.isoformat()})
    fill(page, {"closes_on": last.isoformat()})
    pick(page, {"country": "BR"})
    choose(page, "on_behalf_of_ks", "true")
    go_on(page)

    # Who says that the Mayor decides is told why not, beside the form.
    page.wait_for_url(re.compile("/steg/1/"))
    fill(page, {"travellers-0-function": "Finansborgarråd"})
    fill(page, {"travellers-1-function": "Klimatstrateg"})
    pick(page, {"travellers-0-office": "finance_mayor", "travellers-0-decides": "true"})
    pick(page, {"travellers-1-office": "official", "travellers-1-decides": "false"})
    panel = page.locator("#kontroll")
    expect(panel).to_contain_text("Finansborgarrådet kan inte besluta om sin egen resa.")
    expect(panel).to_contain_text("kommunstyrelsen, efter internationella beredningen")
    expect(panel).to_contain_text("Låt en ersättare eller kommunstyrelsen besluta.")
    look(page)
    pick(page, {"travellers-0-decides": "false"})
    expect(panel).to_contain_text("Finansborgarrådet deltar. Därför beslutar kommunstyrelsen.")
    go_on(page)

    page.wait_for_url(re.compile("/steg/2/"))
    fill(
        page,
        {
            "purpose": "Presentera Stockholms klimatbudget och driva städernas krav.",
            "benefit": "Pengar till klimatarbete når städer som Stockholm.",
            "goal_contribution": "Mer pengar till stadens klimatarbete.",
        },
    )
    for name, value in CHOSEN.items():
        choose(page, name, value)
    for name, value in (("role", "speaker"), ("goals", "klimat"), ("sdgs", "13")):
        choose(page, name, value)
    choose(page, "directions", "advocacy")
    expect(page.locator("[name=process]")).to_be_visible()
    fill(
        page,
        {
            "process": "Städernas krav på finansiering av klimatarbete",
            "city_interest": "Att städer får egen finansiering för sitt klimatarbete.",
        },
    )
    choose(page, "effect", "enables")
    go_on(page)

    page.wait_for_url(re.compile("/steg/3/"))
    choose(page, "digital", "false")
    choose(page, "means", "flight")
    choose(page, "booked_before_decision", "false")
    fill(
        page,
        {
            "why_not_digital": "Talaren i plenum ska vara på plats.",
            "distance_km": "10 700",
            "emissions_kg": "8200",
            "emissions_grounds": "Flygbolagets uppgift",
            "programme_hours": "7, 7, 7, 6",
            "costs-0-amount_sek": "120 000",
            "costs-1-amount_sek": "45 000",
            "costs-2-amount_sek": "20 000",
            "working_hours": "64",
            "budget_line": "Kommunstyrelsens ram",
        },
    )
    for place, line in enumerate(("travel", "lodging", "allowance")):
        pick(page, {f"costs-{place}-line": line, f"costs-{place}-payer": "city"})
    go_on(page)
    hand_in(page)
    item = Engagement.objects.get()
    here = f"/arenden/{item.number}/"
    assert (item.status, item.ball) == (Status.ADVICE, "international_unit")
    keep_promises()
    assert [m.to for m in mail.outbox] == [[world["johan.ekstrom"].email]]

    # The international unit prepares it; then it waits for the Committee, with all on one page.
    page.context.clear_cookies()
    login(page, world["johan.ekstrom"])
    page.goto(f"{base}/ko/{item.number}/")
    look(page)
    choose(page, "kind", "support")
    page.locator("[data-advice] textarea[name=text]").fill("Talartid i plenum, rimlig kostnad.")
    page.get_by_role("button", name="Ge råd och ta nästa").click()
    expect(page.get_by_role("status").first).to_contain_text(item.number)
    page.context.clear_cookies()
    login(page, world["bo.lilja"])
    page.goto(base + here)
    look(page)
    expect(page.locator("#tur")).to_contain_text("Internationella beredningen")
    expect(page.locator("main")).to_contain_text("Kommunstyrelsen beslutar")
    expect(page.locator("main")).to_contain_text("8 200 kg koldioxid för alla")
    item.refresh_from_db()
    assert (item.status, item.ball) == (Status.PREPARATION, "ib")


def test_an_event_is_looked_for_and_chosen_without_javascript(
    plain_page, live_server, world, login
):
    lena, amina = world["lena.forsgren"], world["amina.lindqvist"]
    login(plain_page, amina)
    at = f"{live_server.url}/arenden/nytt/resa/"
    plain_page.goto(f"{at}?nytt=1&q=Clean+Air+Forum")
    fill(plain_page, {"city": "Rom"})
    go_on(plain_page)
    plain_page.wait_for_url(re.compile("/steg/1/"))
    plain_page.context.clear_cookies()
    login(plain_page, lena)

    plain_page.goto(at)
    plain_page.locator("#id_q").fill("cleen air rom")
    plain_page.get_by_role("button", name="Sök").last.click()
    plain_page.get_by_role("link", name="Clean Air Forum").click()
    go_on(plain_page)
    plain_page.wait_for_url(re.compile("/steg/1/"))

    event = Conference.objects.get()
    assert {trip.engagement.organisation.code for trip in event.trips.all()} == {"MF", "EXPLK"}
    expect(plain_page.locator("main")).to_contain_text("Fler ansökningar gäller samma evenemang")
