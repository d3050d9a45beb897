"""The Committee's whole chain on tablets: trips, receptions, a declaration (5.3.1-5.3.4)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import Page, expect

from engagements.vocabulary import Status
from governance import ledger
from governance.demo.people import PASSWORD
from governance.models import Dealing, Decision, Meeting, Minutes
from tests.factories import declarations, delegated, meetings, receptions, trips
from tests.journeys.walking import TABLET

pytestmark = pytest.mark.django_db(transaction=True)

EVENTS = ("Urban Future", "Nordic Safe Cities", "Eurocities årsmöte")


class Presses:
    """What one person presses that counts, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.made: list[str | re.Pattern[str]] = []

    def button(self, name: str | re.Pattern[str]) -> None:
        """Press a button."""
        self.made.append(name)
        self.page.get_by_role("button", name=name, exact=isinstance(name, str)).click()

    def link(self, name: str | re.Pattern[str]) -> None:
        """Follow a link."""
        self.made.append(name)
        self.page.get_by_role("link", name=name).first.click()


@pytest.fixture
def six(world):
    """Six matters that the units have advised on: three trips, two receptions, a declaration."""
    hanna, johan, sara = (world[key] for key in ("hanna.stahl", "johan.ekstrom", "sara.oberg"))
    now = timezone.now()
    with transaction.atomic():
        for name in EVENTS:
            about = trips.event(name, by=hanna, at=now)
            trips.prepared(by=hanna, johan=johan, about=about)
        for _congress in range(2):
            receptions.prepared(by=hanna, sara=sara)
        declared = declarations.draft(by=hanna)
        declarations.asked(declared, "TK", "MF", by=hanna)
        for code in ("TK", "MF"):
            declarations.said(declared, code, by=hanna, source="E-post 20 november")
        declarations.advised(declarations.handed_in(declared, by=hanna), by=johan)


def test_six_real_matters_from_the_agenda_to_the_executive_boards_minutes(
    tablets, live_server, world, six, login, look, keep_promises, complaints
):
    people = meetings.seated(world, at=timezone.now())
    delegated.always_afresh()
    base = f"{live_server.url}/beredningen/"

    # The secretary plans the date, takes all that is ready, and sends the notice.
    secretary = tablets()
    login(secretary, world["elsa.thorn"])
    secretary.goto(base)
    secretary.locator("[name=day]").fill((timezone.localdate() + timedelta(days=30)).isoformat())
    secretary.locator("[name=clock]").fill("13.00")
    secretary.locator("[name=place]").fill("Stadshuset")
    secretary.get_by_role("button", name="Planera mötet").click()
    secretary.get_by_role("button", name="Lägg alla färdiga").click()
    expect(secretary.locator("li.ub-card")).to_have_count(6)
    secretary.get_by_role("button", name="Skicka kallelsen").click()
    mail.outbox.clear()
    keep_promises()
    called = {address for message in mail.outbox for address in message.to}
    assert {user.email for user in people.values()} <= called
    secretary.get_by_role("button", name="Öppna mötet").click()
    meeting = Meeting.objects.get()
    here = f"{base}{meeting.pk}/bordet/"

    # One member speaks against one matter; another has nothing against the rest.
    vera, bo = tablets(), tablets()
    for one, key in ((vera, "vera.lind"), (bo, "bo.ask")):
        login(one, people[key])
        one.goto(here)
    first, second = Presses(bo), Presses(vera)
    first.link(re.compile("Nordic Safe Cities"))
    look(bo)
    bo.set_viewport_size(TABLET)
    first.button("Avstyrker")
    expect(vera.locator(".ib__list")).to_contain_text("Avstyrker", timeout=8000)
    second.button("Ingen erinran mot resten")
    expect(bo.locator(".ib__meet")).to_contain_text("6 av 6 klara", timeout=8000)
    assert (len(first.made), len(second.made)) == (2, 1)

    # Who leads closes it. Each matter has its own record.
    mayor = tablets()
    login(mayor, people["karim.nordin"])
    mayor.goto(here)
    mayor.get_by_role("button", name="Avsluta mötet").click()
    expect(mayor.locator("main")).to_contain_text("Mötet är avslutat")
    said = Dealing.objects.values_list("engagement__title", "recommendation")
    assert len(said) == 6
    assert {title for title, answer in said if answer != "supports"} == {"Nordic Safe Cities"}

    # The Mayor confirms all six with one press and a fresh sign-in.
    mayor.context.clear_cookies()
    login(mayor, people["karim.nordin"])
    mayor.goto(f"{live_server.url}/delegation/")
    look(mayor)
    mayor.set_viewport_size(TABLET)
    deciding = Presses(mayor)
    deciding.button("Bekräfta alla 6 besluten")
    mayor.locator("[name=password]").fill(PASSWORD)
    mayor.get_by_role("button", name="Besluta").click()
    expect(mayor.locator("body")).to_contain_text("6 beslut är fattade")
    assert deciding.made == ["Bekräfta alla 6 besluten"]
    outcomes = dict(Decision.objects.values_list("engagement__title", "outcome"))
    assert outcomes.pop("Nordic Safe Cities") == "declined"
    assert set(outcomes.values()) == {"accepted"}
    assert len(set(Decision.objects.values_list("number", flat=True))) == 6

    # The secretary writes the notes, who leads adjusts them, and they are published.
    notes = f"{base}{meeting.pk}/anteckningar/"
    secretary.goto(notes)
    secretary.get_by_role("button", name="Skriv ett utkast").click()
    secretary.locator("[name=part_0]").fill("Beredningen var enig utom om ett ärende.")
    secretary.get_by_role("button", name="Spara").click()
    mayor.goto(notes)
    mayor.get_by_role("button", name="Justera och lås").click()
    secretary.goto(notes)
    secretary.get_by_role("button", name="Publicera").click()
    expect(secretary.locator("main")).to_contain_text("Beredningen var enig utom om ett ärende.")
    assert Minutes.objects.get().state == "published"

    # The Executive Board's secretary reports the decisions, and marks when it was done.
    board = tablets()
    login(board, world["anders.wik"])
    board.get_by_role("link", name="Delegationsbeslut").first.click()
    board.get_by_role("link", name="Anmälan till kommunstyrelsen").click()
    board.locator("[name=meets_on]").fill(timezone.localdate().isoformat())
    board.get_by_role("button", name="Gör listan").click()
    look(board)
    board.set_viewport_size(TABLET)
    board.locator("[name=paragraph]").fill("§ 21")
    board.get_by_role("button", name="Listan är anmäld").click()
    expect(board.locator("main")).to_contain_text("Anmäld § 21")

    # Three records with three dates on each matter, and an unbroken ledger.
    approved = Decision.objects.filter(engagement__title="Urban Future").get().engagement
    assert approved.status == Status.APPROVED
    board.goto(f"{live_server.url}{approved.get_absolute_url()}")
    expect(board.locator("main")).to_contain_text("Internationella beredningen: Tillstyrker")
    expect(board.locator("#stallning")).to_contain_text("anmält till kommunstyrelsen")
    assert ledger.verify() == []
