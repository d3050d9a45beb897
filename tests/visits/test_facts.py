"""The translation of rows to facts: nothing answered is nothing known."""

from datetime import UTC, date, datetime, timedelta

import pytest

from engagements.models import Conflict, Organisation
from engagements.registration import register, set_cost, set_taking_part
from engagements.vocabulary import OrganisationKind
from governance.assessing import judge
from governance.models import FollowUp, Frame, PolicyValue
from governance.strategy import VisitFacts
from tests.factories import visits
from visits.models import Visit
from visits.visit.facts import facts

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


def test_the_same_counterpart_under_another_name_is_an_earlier_visit(amina):
    soon = TODAY + timedelta(days=60)
    visits.approved(by=amina, starts_on=soon, requesting_organisation="Miasto Gdańsk")
    item = visits.draft(by=amina, starts_on=soon, requesting_organisation="MIASTO GDANSK")
    assert facts(item, stage="draft", on=TODAY).earlier_visits == 1

    item.visit.requesting_organisation = "Miasto Gdynia"

    assert facts(item, stage="draft", on=TODAY).earlier_visits == 0


@pytest.mark.parametrize(("years", "counted"), [(1, 0), (2, 1), (7, 2)])
def test_how_far_back_a_repeat_is_looked_for_is_the_citys_value(
    visit, department, contact_person, years, counted
):
    for day in (date(2025, 6, 1), date(2020, 6, 1)):
        other = register(Visit, organisation=department, title="X", by=contact_person, at=NOW)
        other.starts_on, other.status, other.submitted_at = day, "closed", NOW
        other.save()
        other.visit.requesting_organisation = "Ville de Lyon"
        other.visit.save()
    visit.visit.requesting_organisation = "Ville de Lyon"
    PolicyValue.objects.create(
        key="visit.repeat_years", value=years, valid_from=TODAY, set_at=NOW, source="Beslut"
    )

    assert facts(visit, stage="draft", on=TODAY).earlier_visits == counted


def test_a_leap_day_is_looked_back_from_as_the_last_of_february(visit):
    visit.starts_on, visit.visit.requesting_organisation = date(2028, 2, 29), "Ville de Lyon"

    assert facts(visit, stage="draft", on=TODAY).earlier_visits == 0


def test_the_agenda_is_answered_line_by_line_or_not_at_all(visit):
    visit.visit.agenda = ["Parker", "Vapenexport", "Skyfall"]
    assert facts(visit, stage="draft", on=TODAY).agenda_touches == ()
    visit.visit.agenda_touches = [False, True, None]

    found = judge(visit, stage="draft", on=TODAY).findings

    assert facts(visit, stage="draft", on=TODAY).agenda_touches == (False, True, None)
    assert [(f.verdict.value, f.part) for f in found if f.clause == "4.0"] == [
        ("breach", "agenda:2")
    ]


def test_a_gift_to_an_official_is_held_against_its_own_value(visit, contact_person):
    set_cost(visit, "gift", by=contact_person, per_person_sek=100)
    before = judge(visit, stage="draft", on=TODAY).findings
    visit.visit.gift_to_official = True

    after = judge(visit, stage="draft", on=TODAY).findings

    assert [f.part for f in before if f.verdict.value == "judge" and f.clause == "4.6"] == []
    assert [f.part for f in after if f.verdict.value == "judge" and f.clause == "4.6"] == [
        "cost:gift"
    ]


def test_a_gift_that_was_received_is_known_from_the_follow_up(visit, contact_person):
    FollowUp.objects.create(
        engagement=visit,
        cost_sek=0,
        gift_received_sek=4500,
        gift_what="En vas",
        gift_from="Borgmästaren",
        gift_kept_personally=True,
        by=contact_person,
        at=NOW,
    )

    found = judge(visit, stage="decision", on=TODAY).findings

    assert {(f.clause, f.verdict.value) for f in found if "gift_received_sek" in f.read} == {
        ("4.6", "note"),
        ("law:BrB 10:5a", "breach"),
    }


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


def test_what_is_to_be_influenced_and_secrecy_reach_the_strategy(visit):
    detail = visit.visit
    detail.process, detail.effect, detail.city_interest = "Ny lag", "limits", "Renare luft i staden"
    detail.eu_matter, detail.eu_principles, detail.secrecy_possible = True, ["närhet"], True
    detail.save()

    before = facts(visit, stage="draft", on=TODAY)
    visit.secret = True

    assert (before.process, before.effect, before.city_interest) == (
        "Ny lag",
        "limits",
        "Renare luft i staden",
    )
    assert (before.eu_matter, before.eu_principles) == (True, ("närhet",))
    assert (before.secrecy_possible, before.secrecy_assessed) == (True, None)
    assert facts(visit, stage="draft", on=TODAY).secrecy_assessed is True
