"""Rows that keep promises: numbers without gaps, forms sent once, messages that get through."""

import uuid
from datetime import timedelta

import pytest
from django.db import transaction

from engagements import lifecycle, outbox
from engagements.models import Engagement, FormKey, NumberSeries, OutboxMessage
from engagements.numbers import next_number
from engagements.permissions import NotNow
from engagements.registration import register, save_draft
from engagements.vocabulary import Body, Status
from tests.rows import NOON, at_once, organisation, person, visit
from visits.models import Visit

pytestmark = pytest.mark.django_db(transaction=True)


class Crash(Exception):
    """Something goes wrong before commit."""


def numbered_then_crashed():
    """Take a number and lose the transaction."""
    with transaction.atomic():
        next_number("BES", year=2026)
        raise Crash


def test_numbers_taken_at_once_have_no_gaps_and_no_doubles():
    def take():
        return [next_number("BES", year=2026) for _ in range(10)]

    results = at_once(*[take] * 6)

    taken = sorted(number for numbers in results for number in numbers)
    assert taken == [f"BES-2026-{number:04d}" for number in range(1, 61)]


def test_a_number_comes_back_when_its_transaction_is_lost():
    def take():
        return next_number("BES", year=2026)

    results = at_once(take, numbered_then_crashed, take, numbered_then_crashed, take)

    taken = sorted(result for result in results if isinstance(result, str))
    assert taken == ["BES-2026-0001", "BES-2026-0002", "BES-2026-0003"]
    assert NumberSeries.objects.get().last == 3


def test_every_year_starts_from_one():
    assert [next_number("INT", year=year) for year in (2026, 2026, 2027)] == [
        "INT-2026-0001",
        "INT-2026-0002",
        "INT-2027-0001",
    ]


def test_a_form_sent_four_times_at_once_makes_one_engagement():
    key, office, amina = uuid.uuid4(), organisation(), person()

    def send():
        return register(
            Visit, organisation=office, title="Besök", by=amina, at=NOON, key=key
        ).number

    results = at_once(*[send] * 4)

    assert results == ["INT-2026-0001"] * 4
    assert (Engagement.objects.count(), FormKey.objects.count()) == (1, 1)
    assert (
        register(Visit, organisation=office, title="Nästa", by=amina, at=NOON).number
        == "INT-2026-0002"
    )


def test_a_promise_is_lost_or_kept_with_what_caused_it():
    with pytest.raises(outbox.OutsideTransaction):
        outbox.promise("report", at=NOON, job_id=1)
    with transaction.atomic():
        outbox.promise("report", at=NOON, job_id=1)
        transaction.set_rollback(True)
    assert OutboxMessage.objects.count() == 0

    with transaction.atomic():
        outbox.promise("report", at=NOON, job_id=2)
    assert OutboxMessage.objects.get().payload == {"job_id": 2}


def test_a_promise_made_once_by_many_is_one():
    @transaction.atomic
    def promise():
        outbox.promise("notify.ball", at=NOON, once="remind-1-2026-11-23", engagement_id=1)

    results = at_once(*[promise] * 5)

    assert (results, OutboxMessage.objects.count()) == ([None] * 5, 1)


def test_two_people_saving_at_once_keep_the_first_and_tell_the_second():
    pk = visit().pk
    people = [person("Amina Holm"), person("Sara Lund")]

    def save(by):
        def job():
            row = Engagement.objects.select_related("visit").get(pk=pk)
            row.title = by.name
            return save_draft(
                row, row.visit, version=1, by=by, at=NOON + timedelta(hours=1), changed=["rubrik"]
            )

        return job

    results = at_once(*map(save, people))

    (saved,) = [result for result in results if isinstance(result, Engagement)]
    (stale,) = [result for result in results if isinstance(result, lifecycle.StaleVersion)]
    row = Engagement.objects.get()
    assert (row.title, row.version) == (saved.changed_by.name, 2)
    assert (stale.changed_by, stale.version) == (saved.changed_by, 2)
    assert row.history.order_by("-history_id").first().history_user == saved.changed_by


def test_two_moves_at_once_are_one_move():
    engagement = visit()

    def move():
        return lifecycle.move(
            engagement,
            Status.WITHDRAWN,
            by=person(),
            at=NOON,
            why="ångrat",
            ball=None,
        )

    results = at_once(move, move, move)

    assert [type(result) for result in results].count(lifecycle.IllegalMove) == 2
    assert Engagement.objects.get().events.filter(code="moved").count() == 1


def test_what_waits_for_a_body_says_since_when():
    row = lifecycle.move(
        visit(),
        Status.DECISION,
        by=person(),
        at=NOON,
        why="inskickat",
        ball=Body.RECEIVING_BODY,
        ball_organisation=organisation(),
    )

    assert (row.ball_since, row.submitted_at, row.ball) == (NOON, NOON, "receiving_body")


def test_what_is_decided_cannot_be_changed_by_somebody_who_was_let_in_before():
    engagement = visit()
    lifecycle.move(engagement, Status.WITHDRAWN, by=person(), at=NOON, why="ångrat", ball=None)
    engagement.title = "Smyg"

    with pytest.raises(NotNow):
        save_draft(
            engagement, engagement.visit, version=None, by=person(), at=NOON, changed=["rubrik"]
        )

    assert Engagement.objects.get().title == "Besök från Lyon"
