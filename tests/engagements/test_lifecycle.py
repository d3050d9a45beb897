"""The one door of state: what leads where, and what is written down."""

import pytest

from engagements.lifecycle import NEXT, IllegalMove, NotHeld, StaleVersion, lock, move
from engagements.models import Engagement, Event
from engagements.vocabulary import Body, Status
from tests.rows import NOON, person, visit, waiting

ENDS = {Status.CLOSED, Status.REJECTED, Status.WITHDRAWN}


def go(item, to, ball=Body.CONTACT_PERSON):
    return move(item, to, by=person(), at=NOON, why="prov", ball=ball)


def test_every_state_has_a_row_and_leads_to_known_states():
    assert set(NEXT) == set(Status)
    assert set().union(*NEXT.values()) == set(Status) - {Status.DRAFT}


def test_only_ends_lead_nowhere():
    assert {status for status in Status if not NEXT[status]} == ENDS


@pytest.mark.parametrize("start", [s for s in Status if s not in ENDS], ids=str)
def test_every_open_state_can_come_to_an_end(start):
    reached, front = set(), {start}
    while front:
        reached |= front
        front = set().union(*(NEXT[status] for status in front)) - reached

    assert reached & ENDS


@pytest.mark.django_db
@pytest.mark.parametrize("to", sorted(set(Status) - NEXT[Status.DRAFT]), ids=str)
def test_a_draft_goes_nowhere_else(to):
    item = visit()

    with pytest.raises(IllegalMove, match="kan inte bli"):
        go(item, to)

    assert Engagement.objects.get().status == Status.DRAFT


@pytest.mark.django_db
def test_a_move_writes_ball_time_version_history_and_event():
    item = visit()

    row = go(item, Status.ADVICE, ball=Body.PROTOCOL_UNIT)

    assert (row.status, row.ball, row.ball_since) == ("advice", "protocol_unit", NOON)
    assert (row.version, row.submitted_at) == (item.version + 1, NOON)
    assert row.history.first().status == "advice"
    assert row.history.first().history_change_reason == "prov"
    assert Event.objects.get(code="moved").data == {"status": "advice"}


@pytest.mark.django_db
def test_a_withdrawn_draft_was_never_submitted():
    assert go(visit(), Status.WITHDRAWN, ball=None).submitted_at is None


@pytest.mark.django_db
def test_an_older_version_is_told_who_changed_it():
    item = waiting()

    with pytest.raises(StaleVersion) as told:
        lock(item.pk, version=item.version - 1)

    assert (told.value.version, told.value.changed_by) == (item.version, person())


@pytest.mark.django_db
def test_a_row_that_nobody_has_locked_is_not_moved_as_if_it_were():
    item = Engagement.objects.get(pk=visit().pk)

    with pytest.raises(NotHeld):
        move(item, Status.ADVICE, by=person(), at=NOON, why="", ball=None, held=True)

    assert Engagement.objects.get().status == Status.DRAFT


@pytest.mark.django_db
def test_what_is_set_on_a_locked_row_is_saved_as_it_moves():
    row = lock(visit().pk)
    row.title = "Besök från Nantes"

    move(row, Status.ADVICE, by=person(), at=NOON, why="", ball=Body.PROTOCOL_UNIT, held=True)

    kept = Engagement.objects.get()
    assert (kept.title, kept.status, kept.version) == ("Besök från Nantes", "advice", 2)
