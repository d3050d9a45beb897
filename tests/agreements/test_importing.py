"""Agreements and positions from spreadsheets stand in the registers as they were."""

import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from agreements.position import register as positions
from agreements.signing import register as signed
from engagements.models import Engagement
from engagements.vocabulary import Status
from governance import ledger
from governance.importing.sheets import Unreadable, read
from governance.models import Decision, LedgerEntry
from tests.factories import agreements
from tests.governance.test_importing import chosen, judged, read_in, sheet_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
SIGNED = ["Motpart", "Tema", "Gäller från", "Gäller till", "Land", "Aktiviteter", "Kostnad, kr"]
OSLO = ["Oslo kommune", "luftkvalitet", 2024, date(2027, 12, 31), "Norge", "möten; praktik", 20000]
SENT = ["Förslag", "Skickat den", "KOM-nummer", "Sista dag", "Kanal", "Resultat"]
AIR = ["Luften", date(2026, 10, 1), "KOM (2022)542 slutlig", date(2027, 1, 31), "direct", ""]


@pytest.fixture(autouse=True)
def november():
    """Stand on the day that the rows are written for."""
    with time_machine.travel(datetime(2026, 11, 24, 9, 0, tzinfo=UTC), tick=True):
        yield


def agreements_of(by, *lines):
    return chosen(by, sheet_of(*lines, headings=SIGNED), slug="samarbetsavtal")


def positions_of(by, *lines):
    return chosen(by, sheet_of(*lines, headings=SENT), slug="stallningstaganden")


def kinds_in_ledger():
    bodies = LedgerEntry.objects.values_list("body", flat=True)
    return [json.loads(body)["kind"] for body in bodies]


def test_an_agreement_that_holds_stands_in_the_register_without_a_decision(amina):
    read_in(agreements_of(amina, OSLO))

    item = Engagement.objects.get()
    row = item.cooperation
    assert (item.status, item.counterpart) == (Status.APPROVED, "Oslo kommune")
    assert (item.starts_on, item.ends_on) == (date(2024, 1, 1), date(2027, 12, 31))
    assert (row.themes, row.exchanges) == (["luftkvalitet"], ["möten", "praktik"])
    assert (row.country, row.open_ended, item.estimated_sek) == ("NO", False, 20_000)
    assert list(signed.agreements_of(amina, on=TODAY)) == [item]
    assert (kinds_in_ledger(), Decision.objects.count(), ledger.verify()) == (["taken_up"], 0, [])


def test_rows_of_agreements_that_won_t_do_are_told_of_one_by_one(amina):
    found = judged(
        agreements_of(
            amina,
            ["", "luft", 2024, "", "", "", ""],
            ["Riga", "luft", 2020, date(2025, 1, 1), "", "", ""],
            ["Vilnius", "luft", date(2027, 1, 1), "", "", "", ""],
            ["Tallinn", "luft", 2024, "", "Atlantis", "", ""],
            ["Tartu", "luft", 2024, "", "", "", "mycket"],
        )
    )

    assert found.good == []
    assert [(one.row, one.column, one.value, one.reason) for one in found.problems] == [
        (2, "Part", "", "Cellen är tom men måste fyllas i"),
        (3, "Sista dagen", "2025-01-01", "Avtalet har redan tagit slut. Läs in det som gäller"),
        (
            4,
            "Första dagen",
            "2027-01-01",
            "Avtalet gäller inte än. Registrera det som ett ärende i stället",
        ),
        (
            5,
            "Land",
            "Atlantis",
            "Landet finns inte i listan. Skriv namnet på svenska eller engelska",
        ),
        (6, "Kostnad, kr", "mycket", "Skriv ett heltal med siffror"),
    ]


def test_the_same_agreements_again_give_nothing_new(amina):
    read_in(agreements_of(amina, OSLO))
    agreements.agreed(by=amina, party="Tampere", themes=["buller"])

    again = judged(agreements_of(amina, OSLO, ["Tampere", "Buller", 2024, "", "", "", ""]))

    assert (again.fresh, again.known) == ([], 2)


def test_a_position_that_was_sent_is_followed_up_while_it_can_be_heard(amina):
    read_in(positions_of(amina, AIR, ["Buller", date(2024, 5, 1), "", "", "", "Det gick vägen"]))

    going_on, over = Engagement.objects.order_by("created_at", "number")
    assert (going_on.status, over.status) == (Status.APPROVED, Status.CLOSED)
    row = going_on.position
    assert (row.reference, row.position_channel) == ("COM(2022) 542", "direct")
    assert (going_on.ends_on, row.deadline_on) == (date(2027, 1, 31), date(2027, 1, 31))
    assert [one.came_of for one in over.efforts.all()] == ["Det gick vägen"]
    shown = positions.chosen(positions.positions_of(amina, on=TODAY), "antagna", by=amina, on=TODAY)
    assert list(shown) == [going_on]
    assert (kinds_in_ledger(), Decision.objects.count()) == (["taken_up", "taken_up"], 0)


def test_rows_of_positions_that_won_t_do_are_told_of_one_by_one(amina):
    found = judged(
        positions_of(
            amina,
            ["Luften", date(2027, 3, 1), "", "", "", ""],
            ["Buller", "i våras", "", "", "", ""],
            ["Vatten", date(2026, 3, 1), "", "", "brevduva", ""],
            AIR,
            AIR,
        )
    )

    assert [row.row for row in found.good] == [5]
    assert [(one.row, one.column) for one in found.problems] == [
        (2, "Skickat den"),
        (3, "Skickat den"),
        (4, "Väg"),
        (6, "Vad som ska påverkas"),
    ]
    assert found.problems[0].reason == (
        "Det är inte skickat än. Registrera det som ett ärende i stället"
    )
    assert found.problems[3].reason == "Samma som rad 5"


def test_the_same_positions_again_give_nothing_new(amina):
    read_in(positions_of(amina, AIR))

    again = judged(positions_of(amina, AIR))

    assert (again.fresh, again.known) == ([], 1)


@pytest.mark.parametrize("slug", ["samarbetsavtal", "stallningstaganden"])
def test_the_template_has_every_column_and_no_rows(amina, client, login, slug):
    login(client, amina)

    got = client.get(reverse("import_template", args=[slug]))

    with pytest.raises(Unreadable, match="inga rader"):
        read(got.content, "mall.xlsx")
    assert reverse("import_template", args=[slug]) in client.get(reverse("imports")).text
