"""EU projects that offices have in spreadsheets go on in the register as they stood."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from engagements.models import Engagement
from engagements.vocabulary import ProjectStage, Status
from governance import ledger
from governance.models import Decision, LedgerEntry
from memberships import project_reminders
from memberships import projects as register
from memberships.eu_project import stages
from tests.factories import projects
from tests.governance.test_importing import chosen, judged, read_in, sheet_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
HEADS = [
    *("Projektnamn", "Program", "Start", "Slut", "Beslut", "§", "Status"),
    *("Partner", "Stadens del, kr", "Medfinansiering", "Nästa rapport"),
]
HEAT = [
    *("Värme", "LIFE", 2025, date(2028, 12, 31), date(2024, 5, 2), "12", "Pågår"),
    *("KTH; Stadt Wien", 4_000_000, 1_000_000, date(2026, 12, 20)),
]


def row(**changed):
    return [changed.get(head, value) for head, value in zip(HEADS, HEAT, strict=True)]


def file_of(by, *lines):
    return chosen(by, sheet_of(*lines, headings=HEADS), slug="eu-projekt")


def test_a_project_that_goes_on_stands_in_the_register_and_can_take_its_next_step(amina):
    read_in(file_of(amina, HEAT))

    item = Engagement.objects.get()
    own = item.euproject
    assert (item.status, item.title, item.counterpart) == (Status.APPROVED, "Värme", "LIFE")
    assert (own.own_budget_sek, own.cofinancing_sek, item.estimated_sek) == (
        4_000_000,
        1_000_000,
        1_000_000,
    )
    assert [one.name for one in item.projectpartner_rows.order_by("place")] == ["KTH", "Stadt Wien"]
    assert stages.stage_of(item) is ProjectStage.RUNNING
    assert [(one.on, one.paragraph) for one in stages.parties(item)] == [(date(2024, 5, 2), "§ 12")]
    assert list(register.projects_of(amina, on=TODAY)) == [item]
    kinds = [json.loads(entry.body)["kind"] for entry in LedgerEntry.objects.all()]
    assert (kinds, Decision.objects.count(), ledger.verify()) == (["taken_up"], 0, [])
    stages.check(item, ProjectStage.ENDED, on=TODAY, today=TODAY)
    assert project_reminders.remind(at=timezone.now() + timedelta(days=1)) == 1


def test_rows_of_projects_that_won_t_do_are_told_of_one_by_one(amina):
    found = judged(
        file_of(
            amina,
            row(Projektnamn="A", Slut=date(2026, 1, 1)),
            row(Projektnamn="B", Status="Avslutat"),
            row(Projektnamn="C", Beslut=date(2027, 1, 1)),
            row(Projektnamn="D", Medfinansiering=5_000_000),
            row(Projektnamn="E", **{"§": ""}),
            row(Projektnamn="F", Partner="x" * 161),
        )
    )

    assert found.good == []
    assert [(one.row, one.column, one.reason) for one in found.problems] == [
        (2, "Sista dagen", "Projektet är redan slut. Läs in det som pågår"),
        (3, "Läge", "Läs in projekt som är sökta, beviljade eller pågår"),
        (4, "Beslutat den", "Dagen har inte varit än"),
        (5, "Staden betalar, kr", "Staden betalar mer än sin del av budgeten"),
        (6, "Paragraf", "Cellen är tom men måste fyllas i"),
        (7, "Parter", "Skriv högst 160 tecken"),
    ]


def test_the_same_projects_again_give_nothing_new_nor_do_those_registered_by_hand(amina):
    read_in(file_of(amina, HEAT))
    projects.eu_draft(by=amina, name="Energidelning")

    by_hand = row(Projektnamn="ENERGIDELNING", Program="Horizon Europe")
    again = judged(file_of(amina, HEAT, by_hand))

    assert (again.fresh, again.known) == ([], 2)
