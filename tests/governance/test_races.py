"""Two people decide at once: one decision, and the other is told who decided and when."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction

from engagements.models import Engagement, OutboxMessage
from engagements.vocabulary import Outcome, RoleName
from governance import ledger
from governance.actions.deciding import AlreadyDecided, decide
from governance.actions.demands import NeedsGrounds
from governance.models import Decision, Frame
from tests.factories import visits
from tests.rows import NOON, at_once, person, waiting

pytestmark = pytest.mark.django_db(transaction=True)
RACES = 60


def answer(engagement, outcome, *, by):
    """Return a job that decides on ``engagement``."""
    item = Engagement.objects.select_related("organisation").get(pk=engagement.pk)
    return partial(
        decide,
        item,
        outcome=outcome,
        grounds="Nyttan väger tyngre.",
        organisation=item.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=NOON + timedelta(hours=1),
    )


def test_sixty_races_give_sixty_decisions_and_tell_the_other_who_and_when(world):
    amina, erik = world["amina.lindqvist"], world["erik.palm"]
    told = []
    for _number in range(RACES):
        engagement = visits.handed_in(by=amina, at=NOON)
        results = at_once(
            answer(engagement, Outcome.ACCEPTED, by=amina),
            answer(engagement, Outcome.DECLINED, by=erik),
        )
        (decision,) = [result for result in results if isinstance(result, Decision)]
        (late,) = [result for result in results if isinstance(result, AlreadyDecided)]
        assert late.decision == decision == Decision.objects.get(engagement=engagement)
        told.append(decision.by.name in str(late) and "13.00" in str(late))

    assert told == [True] * RACES
    numbers = sorted(Decision.objects.values_list("number", flat=True))
    assert numbers == [f"BES-2026-{number:04d}" for number in range(1, RACES + 1)]
    assert len(set(Decision.objects.values_list("ledger_seq", flat=True))) == RACES
    assert ledger.verify() == []


def test_two_visits_decided_at_once_do_not_spend_the_same_frame(world):
    amina, erik = world["amina.lindqvist"], world["erik.palm"]
    items = [visits.handed_in(by=amina, at=NOON, estimated_sek=1500) for _ in range(2)]
    with transaction.atomic():
        for frame in Frame.objects.filter(organisation=items[0].organisation):
            frame.amount_sek = 2000
            frame.save()

    results = at_once(
        partial(answer(items[0], Outcome.ACCEPTED, by=amina), grounds=""),
        partial(answer(items[1], Outcome.ACCEPTED, by=erik), grounds=""),
    )

    assert {type(result) for result in results} == {Decision, NeedsGrounds}
    assert Decision.objects.count() == 1


def test_many_items_decided_at_once_get_places_without_gaps():
    items = [waiting(f"Besök {number}") for number in range(8)]

    at_once(*(answer(item, Outcome.DECLINED, by=person()) for item in items))

    assert sorted(Decision.objects.values_list("ledger_seq", flat=True)) == [*range(1, 9)]
    assert ledger.verify() == []


def test_a_decision_that_cannot_be_written_leaves_nothing_behind():
    engagement = waiting()
    before = (Engagement.objects.get().version, OutboxMessage.objects.count())
    with connection.cursor() as cursor:
        cursor.execute("alter table governance_decision add constraint full_disk check (false)")
    try:
        (error,) = at_once(answer(engagement, Outcome.DECLINED, by=person()))
    finally:
        with connection.cursor() as cursor:
            cursor.execute("alter table governance_decision drop constraint full_disk")

    assert "full_disk" in str(error)
    assert (Engagement.objects.get().version, OutboxMessage.objects.count()) == before
    assert [*ledger.export()] == []
