"""A matter that leaves the agenda, or changes, while the meeting is open."""

from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from engagements import lifecycle
from engagements.vocabulary import Recommendation
from governance.actions import intake, minutes, table
from governance.actions import meeting as meetings
from governance.actions.meeting import NotPossible
from governance.models import MeetingState
from tests.factories import meetings as factory
from tests.rows import NOON

pytestmark = pytest.mark.django_db
YES = Recommendation.SUPPORTS


def press(item, outcome=YES, *, by):
    return table.mark(item, outcome, key=uuid4(), seen=0, by=by, at=NOON)


@transaction.atomic
def changed(engagement, *, by):
    row = lifecycle.lock(engagement.pk)
    return lifecycle.save(row, by=by, at=NOON, why="")


def test_what_is_withdrawn_after_its_mark_leaves_the_open_meeting_which_closes(world):
    room = factory.called(world, at=NOON, matters=2)
    kept, gone = room.items
    press(kept, by=room.vera)
    press(gone, by=room.vera)
    intake.withdraw(gone.engagement, why="Inställt", by=world["amina.lindqvist"], at=NOON)

    assert meetings.agenda(room.meeting) == [kept]
    closed = table.close(room.meeting, by=room.karim, at=NOON)
    parts = minutes.draft(closed, by=room.secretary, at=NOON).parts
    assert closed.state == MeetingState.CLOSED
    assert [part["title"] for part in parts] == ["§ 1 Ärende 1", "Ärende 2"]
    assert "återtaget" in parts[1]["text"]


def test_what_is_changed_after_its_mark_is_answered_anew_before_the_meeting_closes(world):
    room = factory.called(world, at=NOON, matters=1)
    (item,) = room.items
    first = press(item, by=room.vera)
    assert press(item, by=room.vera) == first
    changed(item.engagement, by=world["amina.lindqvist"])

    with pytest.raises(NotPossible, match="Ändrat sedan det fick sitt svar: Ärende 1"):
        table.close(room.meeting, by=room.karim, at=NOON)
    assert press(item, by=room.vera).pk > first.pk
    assert table.close(room.meeting, by=room.karim, at=NOON).state == MeetingState.CLOSED


def test_the_table_asks_for_a_new_answer_when_the_matter_was_changed(world, client, login):
    room = factory.called(world, at=NOON, matters=1)
    (item,) = room.items
    press(item, by=room.vera)
    login(client, room.secretary)
    address = reverse("meeting_table_state", kwargs={"pk": room.meeting.pk})
    before = client.get(address)
    changed(item.engagement, by=world["amina.lindqvist"])
    after = client.get(address, headers={"If-None-Match": before["ETag"]})

    words = "Ärendet har ändrats sedan det fick sitt svar"
    assert [words in page.content.decode() for page in (before, after)] == [False, True]
