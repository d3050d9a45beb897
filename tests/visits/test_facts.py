"""The translation of rows to facts: nothing answered is nothing known."""

from datetime import UTC, date, datetime

import pytest

from engagements.models import Conflict, Organisation
from engagements.registration import register, set_cost, set_taking_part
from engagements.vocabulary import OrganisationKind
from governance.models import Frame
from governance.strategy import VisitFacts
from visits.facts import facts
from visits.models import Visit

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture
def visit(department, contact_person):
    return register(Visit, organisation=department, title="Lyon", by=contact_person, at=NOW)


def test_an_empty_draft_answers_nothing_but_who_receives(visit):
    assert facts(visit, stage="draft", on=TODAY) == VisitFacts(
        title="Lyon",
        host="MF",
        host_board="MHN",
        decided_sek=0,
        contact_person_appointed=True,
    )


def test_answers_are_given_as_they_are_stored(visit, contact_person):
    visit.starts_on, visit.sdgs = date(2027, 1, 14), [11, 13]
    visit.visit.wants_letter, visit.visit.agenda = False, ["Skyfall", "Parker"]
    set_cost(visit, "meal", by=contact_person, per_person_sek=0)

    found = facts(visit, stage="submission", on=TODAY)

    assert (found.stage, found.starts_on) == ("submission", date(2027, 1, 14))
    assert (found.sdgs, found.agenda) == ((11, 13), ("Skyfall", "Parker"))
    assert (found.wants_letter, found.meal_sek, found.gift_sek) == (False, 0, None)


def test_areas_come_with_the_boards_that_decide_for_them(visit, contact_person):
    board = Organisation.objects.get(code="MHN")
    district = Organisation.objects.create(
        code="XF", name_sv="X", name_en="X", kind=OrganisationKind.DEPARTMENT.value, board=board
    )
    company = Organisation.objects.create(
        code="AB", name_sv="AB", name_en="AB", kind=OrganisationKind.COMPANY.value
    )
    set_taking_part(visit, [district, company], by=contact_person)

    found = facts(visit, stage="draft", on=TODAY)

    assert (found.areas, found.area_boards) == (("AB", "XF"), ("AB", "MHN"))


def test_the_frame_is_that_of_the_year_of_the_visit(visit, department):
    visit.starts_on = date(2027, 1, 14)
    Frame.objects.create(organisation=department, year=2026, amount_sek=1)
    Frame.objects.create(organisation=department, year=2027, amount_sek=90_000)

    assert facts(visit, stage="draft", on=TODAY).frame_sek == 90_000


def test_the_same_body_within_two_years_is_an_earlier_visit(visit, department, contact_person):
    for day, status in ((date(2025, 6, 1), "closed"), (date(2020, 6, 1), "closed")):
        other = register(Visit, organisation=department, title="X", by=contact_person, at=NOW)
        other.starts_on, other.status, other.submitted_at = day, status, NOW
        other.save()
        other.visit.requesting_organisation = "Ville de Lyon"
        other.visit.save()
    visit.visit.requesting_organisation = "ville de lyon"

    assert facts(visit, stage="draft", on=TODAY).earlier_visits == 1


def test_a_funder_of_the_citys_own_is_known_as_such(visit):
    Organisation.objects.create(
        code="SV", name_sv="Stadens vatten", name_en="Water", kind=OrganisationKind.COMPANY.value
    )
    visit.visit.funder = "stadens vatten"

    assert facts(visit, stage="draft", on=TODAY).funder_own_group is True


def test_a_conflict_of_interest_is_told_without_a_name(visit, contact_person):
    Conflict.objects.create(engagement=visit, user=contact_person, grounds="Släkt", declared_at=NOW)

    told = facts(visit, stage="draft", on=TODAY).conflicts

    assert told == (str(contact_person.pk), "decides")  # nobody else decides for them
