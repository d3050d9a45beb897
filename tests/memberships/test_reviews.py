"""When a membership is reviewed, by whom, and what comes of it."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.http import Http404
from django.utils import timezone

from engagements import lifecycle
from engagements.models import OutboxMessage, Role
from engagements.permissions import NotNow, fetch
from engagements.vocabulary import Action, Outcome, Party, ReviewProposal, Status
from governance.models import EditionStart, PolicyValue
from governance.schedule import open_follow_ups
from memberships import schedule
from memberships.demo.stories import hand_in, write_answers
from memberships.membership import reviewing
from memberships.membership.periods import next_review_after
from memberships.models import Membership
from tests.factories import memberships
from tests.factories.matters import fresh

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)


def morning(day):
    return datetime(day.year, day.month, day.day, 8, tzinfo=STOCKHOLM)


def reviewed(item, *, by, at=None, outcome=Outcome.ACCEPTED, **answers):
    """Let a review be written, handed in and decided."""
    review = reviewing.begin_review(item, by=by, at=at or timezone.now())
    given = {
        "none_done": True,
        "benefit": "Kriterier som vi använder.",
        "effort_plan": "Vi leder arbetsgruppen om mätning från våren.",
        "proposal_grounds": "Nätverket skriver nästa års standard.",
        "estimated_sek": 0,
    }
    review = write_answers(review, given | answers, by=by, at=at or timezone.now())
    hand_in(review, by=by, at=at or timezone.now())
    return memberships.decide(review, by=by, at=at, outcome=outcome)


@pytest.mark.parametrize(
    ("joined", "last_review", "next_review"),
    [
        ("2026-01-01", None, "2030-01-01"),
        ("2012-01-01", "2023-05-05", "2027-05-05"),
        ("2024-02-29", None, "2028-02-29"),
        ("2022-02-28", None, "2026-02-28"),
        ("2012-01-01", "2020-02-29", "2024-02-29"),
        ("2012-01-01", "2023-02-28", "2027-02-28"),
    ],
)
def test_a_membership_is_reviewed_four_years_after_it_began_or_was_last_reviewed(
    world, amina, joined, last_review, next_review
):
    item = memberships.known(
        by=amina,
        since=date.fromisoformat(joined),
        reviewed=date.fromisoformat(last_review) if last_review else None,
    )

    assert item.membership.next_review_on == date.fromisoformat(next_review)


def test_the_city_can_set_another_period_and_a_later_edition_states_its_own(world, admin):
    day = date(2026, 1, 1)
    assert next_review_after(day, on=TODAY) == date(2030, 1, 1)

    PolicyValue.objects.create(
        key="review.period_years",
        value=2,
        source="Beslut",
        valid_from=date(2026, 11, 1),
        set_at=timezone.now(),
    )
    assert next_review_after(day, on=TODAY) == date(2028, 1, 1)

    EditionStart.objects.create(
        edition="strategy-2",
        valid_from=date(2026, 11, 2),
        source="Beslut",
        set_by=admin,
        set_at=timezone.now(),
    )
    assert next_review_after(day, on=TODAY) == date(2029, 1, 1)


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        ("2026-11-30", None),
        ("2026-12-01", 6),
        ("2027-03-31", 6),
        ("2027-04-01", 2),
        ("2027-05-31", 2),
        ("2027-06-01", 0),
        ("2029-01-01", 0),
    ],
)
def test_a_review_due_on_the_first_of_june_reminds_six_and_two_months_before_and_on_the_day(
    today, stage
):
    assert schedule.stage_of(date(2027, 6, 1), on=date.fromisoformat(today)) == stage


def test_the_clock_begins_the_review_and_reminds_once_a_stage(world, amina):
    item = memberships.known(by=amina, reviewed=date(2023, 6, 1))
    told = []

    for day in ("2026-11-30", "2026-12-01", "2026-12-02", "2027-04-01", "2027-04-01", "2027-06-01"):
        told.append(schedule.remind_of_reviews(at=morning(date.fromisoformat(day))))

    assert told == [0, 1, 0, 1, 0, 1]
    review = Membership.objects.get(review_of=item.membership).engagement
    assert (review.status, review.due) == (Status.DRAFT, date(2027, 6, 1))
    mail = OutboxMessage.objects.filter(topic="mail.review", payload__person_id=amina.pk)
    assert {(row.payload["review_id"], row.payload["stage"]) for row in mail} == {
        (review.pk, 6),
        (review.pk, 2),
        (review.pk, 0),
    }
    assert item.events.filter(code="review_due").count() == 3


def test_where_nobody_answers_for_it_any_more_the_international_unit_is_reminded(
    world, amina, johan
):
    memberships.known(by=amina, reviewed=date(2019, 3, 1))
    owners = Role.objects.filter(organisation__code="MF", name__in=["contact_person", "deputy"])
    for role in owners:
        role.valid_to = date(2026, 11, 1)
        role.save()

    schedule.remind_of_reviews(at=morning(TODAY))

    mail = OutboxMessage.objects.filter(topic="mail.review")
    assert {row.payload["person_id"] for row in mail} == {johan.pk}


def test_a_review_that_has_been_handed_in_reminds_nobody(world, amina):
    item = memberships.known(by=amina, reviewed=date(2019, 3, 1))
    review = reviewing.begin_review(item, by=amina, at=timezone.now())
    lifecycle.move(review, Status.DECISION, by=amina, at=timezone.now(), why="", ball=None)

    assert schedule.remind_of_reviews(at=morning(TODAY)) == 0
    assert OutboxMessage.objects.filter(topic="mail.review").count() == 0


def test_a_review_is_filled_in_from_the_membership(world, amina):
    item = memberships.known(
        by=amina, reviewed=date(2022, 5, 5), representative="Astrid Vinge", aim="Renare luft."
    )

    review = reviewing.begin_review(item, by=amina, at=timezone.now())

    row = review.membership
    assert (row.review_of, row.is_new, row.aim) == (item.membership, False, "Renare luft.")
    assert (row.representative, row.last_review_on) == ("Astrid Vinge", date(2022, 5, 5))
    assert (row.next_review_on, row.since) == (date(2026, 5, 5), date(2012, 1, 1))
    assert (review.counterpart, review.goals) == (item.counterpart, item.goals)


def test_there_is_one_review_at_a_time(world, amina):
    item = memberships.known(by=amina)
    first = reviewing.begin_review(item, by=amina, at=timezone.now())

    with pytest.raises(reviewing.ReviewGoesOn) as refused:
        reviewing.begin_review(item, by=amina, at=timezone.now())

    assert refused.value.review == first


def test_a_membership_that_is_kept_is_reviewed_again_and_its_review_is_closed(world, amina):
    item = memberships.known(by=amina, reviewed=date(2022, 5, 5))

    review = reviewed(item, by=amina, proposal=ReviewProposal.KEEP.value)

    kept = fresh(item)
    assert (review.status, kept.status, kept.ball) == (Status.CLOSED, Status.APPROVED, "")
    assert kept.membership.last_review_on == TODAY
    assert kept.membership.next_review_on == date(2030, 11, 24)


def test_a_nearer_day_that_was_decided_goes_before_the_period(world, amina):
    item = memberships.known(by=amina)

    reviewed(
        item,
        by=amina,
        proposal=ReviewProposal.KEEP.value,
        review_again_on=date(2028, 1, 1),
    )

    assert fresh(item).membership.next_review_on == date(2028, 1, 1)


def test_a_membership_that_is_changed_becomes_as_the_review_says(world, amina):
    item = memberships.known(by=amina, aim="Renare luft.")

    reviewed(
        item,
        by=amina,
        proposal=ReviewProposal.CHANGE.value,
        aim="Tystare gator.",
        responsible="Enhetschef buller",
        budget_line="Buller 2027",
    )

    kept = fresh(item)
    assert (kept.membership.aim, kept.membership.responsible) == (
        "Tystare gator.",
        "Enhetschef buller",
    )
    assert (kept.budget_line, kept.status) == ("Buller 2027", Status.APPROVED)


def test_a_membership_that_is_left_ends_on_its_last_day_and_is_then_followed_up(world, amina):
    item = memberships.known(by=amina)
    last = TODAY + timedelta(days=30)

    review = reviewed(item, by=amina, proposal=ReviewProposal.LEAVE.value, leaves_on=last)

    left = fresh(item)
    assert (review.status, left.status, left.ends_on) == (Status.CLOSED, Status.APPROVED, last)
    assert left.membership.next_review_on is None
    assert open_follow_ups(at=morning(last)) == 0
    assert open_follow_ups(at=morning(last + timedelta(days=1))) == 1
    assert fresh(item).status == Status.FOLLOW_UP


def test_what_goes_on_is_never_followed_up_by_the_clock(world, amina):
    item = memberships.joined(by=amina, starts_on=TODAY + timedelta(days=1))

    assert open_follow_ups(at=morning(TODAY + timedelta(days=400))) == 0
    assert fresh(item).status == Status.APPROVED


def test_a_proposal_that_is_refused_changes_nothing(world, amina):
    item = memberships.known(by=amina, reviewed=date(2022, 5, 5))

    review = reviewed(item, by=amina, outcome=Outcome.DECLINED, proposal=ReviewProposal.LEAVE.value)

    kept = fresh(item)
    assert (review.status, kept.status, kept.ends_on) == (Status.REJECTED, Status.APPROVED, None)
    assert kept.membership.next_review_on == date(2026, 5, 5)
    assert reviewing.open_review(kept) is None


def test_what_ends_can_not_be_reviewed(world, amina):
    item = memberships.known(by=amina)
    reviewed(item, by=amina, proposal=ReviewProposal.LEAVE.value)

    with pytest.raises(reviewing.NoMember):
        reviewing.begin_review(item, by=amina, at=timezone.now())


def test_the_ledger_tells_what_came_of_a_review(world, amina):
    item = memberships.known(by=amina)

    review = reviewed(item, by=amina, proposal=ReviewProposal.LEAVE.value, leaves_on=TODAY)

    told = [entry for entry in entries(review) if entry["kind"] == "reviewed"]
    assert [(row["of"], row["proposal"], row["last_day"]) for row in told] == [
        (item.number, "leave", "2026-11-24")
    ]


def entries(engagement):
    """Return the bodies of an engagement's entries."""
    with connection.cursor() as cursor:
        cursor.execute("select body from ledger.entry order by seq")
        bodies = [json.loads(body) for (body,) in cursor.fetchall()]
    return [body for body in bodies if body.get("id") == engagement.pk]


def test_a_new_membership_is_dated_for_its_review_and_waits_for_nobody(world, amina):
    item = memberships.joined(by=amina, starts_on=date(2027, 1, 1))

    assert item.membership.next_review_on == date(2031, 1, 1)
    assert (item.status, item.ball, item.due) == (Status.APPROVED, "", None)


@pytest.mark.parametrize("status", list(Status), ids=str)
@pytest.mark.parametrize(
    ("key", "party"),
    [
        ("amina.lindqvist", Party.OWNER),
        ("erik.palm", Party.OWNER),
        ("johan.ekstrom", Party.SLK),
        ("anders.wik", Party.KS),
        ("gunilla.berg", Party.BOARD),
        ("karim.nordin", Party.COMMITTEE),
        ("tove.alm", Party.REGISTRAR),
        ("nils.ahlin", Party.ADMIN),
        ("ingrid.ros", Party.READER),
        ("olle.brandt", None),
    ],
)
def test_who_may_begin_a_review_in_which_state(world, client, login, amina, key, party, status):
    item = memberships.known(by=amina)
    row = lifecycle.lock(item.pk)
    row.status = str(status)
    lifecycle.save(row, by=amina, at=timezone.now(), why="prov")
    login(client, world[key])

    client.post(f"/medlemskap/{item.number}/omprova/")

    begun = Membership.objects.filter(review_of=item.membership).exists()
    assert begun == (party is Party.OWNER and status is Status.APPROVED)


READERS = ("amina.lindqvist", "johan.ekstrom", "anders.wik", "gunilla.berg", "ingrid.ros")


def may_classify(user, item):
    try:
        return bool(fetch(user, item.number, Action.CLASSIFY, on=TODAY))
    except (Http404, NotNow):
        return False


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_only_slk_says_what_it_is_and_only_while_it_advises(world, amina, status):
    item = memberships.draft(by=amina)
    row = lifecycle.lock(item.pk)
    row.status, row.submitted_at = str(status), timezone.now()
    lifecycle.save(row, by=amina, at=timezone.now(), why="prov")

    may = {key for key in READERS if may_classify(world[key], item)}

    assert may == ({"johan.ekstrom"} if status is Status.ADVICE else set())
