"""What is decided anew of an EU project is a matter of its own, one at a time."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from engagements.vocabulary import Outcome, ProjectStage, RoleName, Status
from governance import difference, kinds
from governance.actions import deciding, following_up
from governance.models import LedgerEntry
from memberships import projects as register
from memberships.demo.projects import hand_in
from memberships.eu_project import amending, stages
from memberships.models import Amendment, EuProject
from tests.factories import projects
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
MORE = {"what": "Mer pengar", "grounds": "Priserna steg.", "on": "2026-11-24"}


@pytest.fixture
def decided(amina):
    """Give a project of which the city pays one million, decided by its board."""
    item = projects.eu_draft(
        by=amina,
        cofinancing_sek=1_000_000,
        estimated_sek=1_000_000,
        budget_line="Projekt",
        apply_by=TODAY,
        reports=(("Delrapport", date(2028, 6, 30)),),
        paid=(("EU", 17_500_000, False), ("Egen ram", 1_000_000, True)),
    )
    return projects.decided(item, by=amina, at=timezone.now() - timedelta(days=10))


def amended(item, *, by, sek=500_000, role=False):
    return amending.amend(
        item,
        on=TODAY,
        what="Mer pengar",
        grounds="Priserna steg.",
        added_sek=sek,
        new_role=role,
        by=by,
        at=timezone.now(),
    ).matter


def answered(copy, outcome=Outcome.ACCEPTED, *, by):
    deciding.decide(
        hand_in(copy, by=by, at=timezone.now()),
        outcome=outcome,
        grounds="Vi har vägt det.",
        organisation=copy.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=timezone.now(),
    )
    return fresh(copy)


def test_far_more_money_goes_on_in_a_form_of_its_own_with_the_sums_filled_in(as_amina, decided):
    answer = as_amina.post(
        f"/projekt/{decided.number}/andring/", MORE | {"added_sek": "500000"}, follow=True
    )

    copy = Amendment.objects.get().matter
    assert answer.redirect_chain[-1][0] == f"/arenden/{copy.number}/steg/3/"
    assert "Den behöver ett nytt beslut. Fyll i vad som ändras och skicka in." in answer.text
    assert difference.changes(decided, copy, on=TODAY, without=amending.WITHOUT) == [
        ("Stadens del av budgeten, kr", "18\xa0500\xa0000\xa0kr", "19\xa0000\xa0000\xa0kr"),
        ("Vad betalar staden själv, kr?", "1\xa0000\xa0000\xa0kr", "1\xa0500\xa0000\xa0kr"),
        ("Finansiering 3", "", "Ökning, 500\xa0000\xa0kr, Hör den till stadens egen koncern?: Ja"),
    ]
    assert (copy.estimated_sek, fresh(decided).estimated_sek) == (1_500_000, 1_000_000)
    page = as_amina.get(f"/arenden/{copy.number}/")
    assert "Projektet gäller som det är tills ändringen är beslutad." in page.text
    assert "<del>1\xa0000\xa0000\xa0kr</del>" in page.text
    assert "Rapporter till programmet" not in page.text
    assert copy.number in as_amina.get(f"/arenden/{decided.number}/").text


def test_the_project_takes_no_step_until_the_city_has_decided_anew(as_amina, decided, amina):
    copy = amended(decided, by=amina)
    move = {"stage": "applied", "on": "2026-11-24"}

    page = as_amina.post(f"/projekt/{decided.number}/steg/", move, follow=True)
    assert "Beslut saknas: Miljöförvaltningen" in page.text

    copy = answered(copy, by=amina)
    [party] = stages.parties(fresh(decided))
    assert (party.on, party.paragraph) == (TODAY, copy.decisions.get().number)
    page = as_amina.post(f"/projekt/{decided.number}/steg/", move, follow=True)
    assert "Steget är sparat." in page.text


def test_an_approved_amendment_changes_its_project_and_is_closed(decided, amina):
    copy = amended(decided, by=amina, role=True)
    copy.euproject.role, copy.euproject._history_user = "partner", amina
    copy.euproject.save()

    copy = answered(copy, by=amina)

    whole = fresh(decided)
    assert (whole.status, copy.status) == (Status.APPROVED, Status.CLOSED)
    assert (whole.euproject.role, whole.estimated_sek) == ("partner", 1_500_000)
    rows = whole.projectfunding_rows.order_by("place")
    assert [row.sek for row in rows] == [17_500_000, 1_000_000, 500_000]
    assert [row.what for row in whole.reportdate_rows.all()] == ["Delrapport"]
    assert difference.told(copy, language="en")[0].label == "What is the city in the project?"
    assert [one.body for one in LedgerEntry.objects.all() if f'"of":"{whole.number}"' in one.body]
    assert whole.events.get(code="amended").data["number"] == copy.number


def test_a_refused_amendment_leaves_the_project_and_its_decision(decided, amina):
    refused = answered(amended(decided, by=amina), Outcome.DECLINED, by=amina)

    assert refused.status == Status.REJECTED
    whole = fresh(decided)
    assert whole.estimated_sek == 1_000_000
    assert [party.on for party in stages.parties(whole)] == [TODAY - timedelta(days=10)]
    again = amended(whole, by=amina)
    assert amending.open_copy(fresh(decided)) == again


def test_two_are_never_open_at_once_while_small_changes_are_noted(as_amina, decided, amina):
    copy = amended(decided, by=amina)

    page = as_amina.post(
        f"/projekt/{decided.number}/andring/", MORE | {"new_role": "on"}, follow=True
    )
    assert page.status_code == 409
    assert f"Ändringen {copy.number} är inte beslutad än. Fortsätt den i stället." in page.text
    as_amina.post(f"/projekt/{decided.number}/andring/", MORE | {"added_sek": "100"})
    assert [row.matter_id for row in Amendment.objects.order_by("pk")] == [copy.pk, None]


def test_the_database_itself_holds_two_amendments_apart(decided, amina):
    amended(decided, by=amina)
    row = projects.eu_draft(by=amina).euproject
    row.amends, row.amending, row._history_user = decided.euproject, True, amina

    with pytest.raises(IntegrityError, match="one_open_amendment_of_project"), transaction.atomic():
        row.save()
    assert EuProject.objects.filter(amending=True).count() == 1


def test_a_project_at_its_end_has_nothing_to_decide_anew(decided, amina):
    for stage in ("applied", "granted", "running", "ended"):
        stages.move(
            decided, ProjectStage(stage), on=TODAY, today=TODAY, by=amina, at=timezone.now()
        )

    with pytest.raises(stages.NotYet, match="Projektet är slut"):
        amended(fresh(decided), by=amina)
    assert not Amendment.objects.exists()


def test_a_project_that_ended_meanwhile_takes_no_amendment(decided, amina):
    copy = amended(decided, by=amina)
    later = timezone.now() + timedelta(days=2000)
    following_up.begin(fresh(decided), by=amina, at=later)

    with pytest.raises(deciding.NotOpen, match="Projektet är slut"):
        answered(copy, by=amina)
    assert fresh(decided).estimated_sek == 1_000_000


def test_an_amendment_is_no_project_of_the_register_and_its_cost_counts_once(decided, amina):
    copy = amended(decided, by=amina)

    assert list(register.projects_of(amina, on=TODAY)) == [decided]
    other = projects.eu_draft(by=amina, name="Ett annat")
    assert kinds.facts_of(other, stage="draft", on=TODAY).decided_sek == 1_000_000
    answered(copy, by=amina)
    assert kinds.facts_of(other, stage="draft", on=TODAY).decided_sek == 1_500_000


def test_an_amendment_is_not_told_that_the_day_to_apply_has_passed(as_amina, decided, amina):
    decided.euproject.apply_by, decided.euproject._history_user = date(2026, 10, 1), amina
    decided.euproject.save()
    copy = amended(decided, by=amina)

    assert "Sista dag att ansöka var" not in as_amina.get(f"/arenden/{copy.number}/steg/1/").text
    facts = kinds.facts_of(copy, stage="draft", on=TODAY)
    assert (facts.apply_by, facts.applied_on) == (None, None)
    assert as_amina.post(f"/projekt/{copy.number}/andring/", MORE).status_code == 404
