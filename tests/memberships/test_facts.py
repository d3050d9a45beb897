"""The translation of a membership's rows to facts: nothing answered is nothing known."""

from datetime import UTC, date, datetime

import pytest

from engagements.registration import register
from engagements.vocabulary import ActivityKind, MembershipForm
from governance.strategy import MembershipFacts
from governance.strategy.facts.rows import Activity, Forum
from memberships.demo.stories import write_fee
from memberships.membership import tending
from memberships.membership.facts import facts
from memberships.membership.forming import form_of
from memberships.membership.models import IN_KRONOR
from memberships.models import FeeYear, Membership
from tests.factories import memberships, visits

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture
def empty(world, amina):
    organisation = amina.roles.get().organisation
    return register(Membership, organisation=organisation, title="Procura+", by=amina, at=NOW)


def test_an_empty_draft_answers_nothing_but_whose_it_is(empty):
    found = facts(empty, stage="draft", on=TODAY)

    assert found == MembershipFacts(
        title="Procura+",
        host="MF",
        host_board="MHN",
        frame_sek=250_000,
        decided_sek=0,
        contact_person_appointed=True,
    )


def test_answers_are_given_as_they_are_stored(empty):
    row = empty.membership
    row.is_new, row.aim, row.planned = False, "Giftfria förskolor.", ["leda en grupp"]
    row.member_since, row.scope, row.none_done = date(2012, 1, 1), "operational", True

    found = facts(empty, stage="submission", on=TODAY)

    assert (found.is_new, found.at_review, found.none_done) == (False, True, True)
    assert (found.aim, found.planned) == ("Giftfria förskolor.", ("leda en grupp",))
    assert (found.member_since, found.scope) == (date(2012, 1, 1), "operational")


@pytest.mark.parametrize(
    ("fees", "expected"),
    [
        ([], None),
        ([(2026, 20_000, "SEK", None)], 20_000),
        ([(2026, 20_000, "", None)], 20_000),
        ([(2026, 0, "SEK", None)], 0),
        ([(2026, None, "SEK", None)], None),
        ([(2026, 4_300, "EUR", None)], None),
        ([(2026, 4_300, "EUR", 48_000)], 48_000),
        ([(2025, 1, "SEK", None), (2026, 2, "SEK", None), (2027, 3, "SEK", None)], 2),
        ([(2025, 1, "SEK", None), (2027, 3, "SEK", None)], 3),
        ([(2024, 1, "SEK", None), (2025, 2, "SEK", None)], 2),
    ],
)
def test_the_fee_is_that_of_the_year_in_kronor_and_unknown_is_not_nothing(
    empty, amina, fees, expected
):
    for year, *fee in fees:
        write_fee(empty, year, fee, by=amina)

    assert facts(empty, stage="draft", on=TODAY).fee_sek == expected


@pytest.mark.parametrize(
    ("statutes", "vote", "fee", "expected"),
    [
        (None, None, None, None),
        (True, None, None, None),
        (True, True, None, MembershipForm.ORGANISATION),
        (True, None, 500, MembershipForm.ORGANISATION),
        (None, True, 1, MembershipForm.ORGANISATION),
        (False, None, 500, None),
        (False, False, None, MembershipForm.NETWORK),
        (False, True, 0, MembershipForm.NETWORK),
        (True, False, 0, MembershipForm.NETWORK),
        (None, None, 0, None),
    ],
)
def test_two_of_statutes_vote_and_fee_make_an_organisation(statutes, vote, fee, expected):
    row = Membership(has_statutes=statutes, has_vote=vote)

    assert form_of(row, fee, marks=2) == expected


def test_an_initiative_is_no_organisation_and_slk_says_what_it_is_in_the_end():
    row = Membership(has_statutes=True, has_vote=True, is_initiative=True)
    assert form_of(row, 500, marks=2) == MembershipForm.INITIATIVE

    row.form_set = "network"
    assert form_of(row, 500, marks=2) == MembershipForm.NETWORK


def test_a_forum_is_told_with_why_it_will_not_do(empty, amina):
    memberships.with_forum(empty, "Eurocities", "Har inga hamnar.", by=amina)
    memberships.with_forum(empty, "ICLEI", by=amina)

    assert facts(empty, stage="draft", on=TODAY).forums == (
        Forum(name="Eurocities", why_not="Har inga hamnar."),
        Forum(name="ICLEI", why_not=None),
    )


def test_what_is_logged_and_what_cites_the_membership_are_contributions(world, amina):
    item = memberships.joined(by=amina)
    who = {"by": amina, "at": NOW}
    day = date(2026, 5, 5)
    tending.contribute(item, done_on=day, kind=ActivityKind.CHAIR, what="Ordförande", **who)
    visit = visits.approved(by=amina)
    tending.cite(item, visit, **who)
    assert facts(item, stage="draft", on=TODAY).activities == (Activity(done_on=day, kind="chair"),)

    visit.status, visit.starts_on, visit.ends_on = "follow_up", date(2026, 9, 1), date(2026, 9, 2)
    visit.save()

    assert facts(item, stage="draft", on=TODAY).activities == (
        Activity(done_on=day, kind="chair"),
        Activity(done_on=date(2026, 9, 2), kind="hosting"),
    )


def test_a_fee_in_kronor_is_the_same_in_python_and_in_sql(empty, amina):
    rows = [(2020, 5, "", 9), (2021, 5, "SEK", 9), (2022, 5, "EUR", 9), (2023, 5, "EUR", None)]
    for year, *fee in [*rows, (2024, None, "SEK", None)]:
        write_fee(empty, year, fee, by=amina)

    fees = FeeYear.objects.annotate(sek=IN_KRONOR).order_by("year")

    assert [fee.sek for fee in fees] == [fee.kronor for fee in fees] == [5, 5, 9, None, None]
