"""A matter that leaves the agenda, or changes, while the meeting is open."""

from uuid import uuid4

import pytest

from engagements.vocabulary import Recommendation
from governance.actions import intake, minutes, table
from governance.actions import meeting as meetings
from governance.models import MeetingState
from tests.factories import meetings as factory
from tests.rows import NOON

pytestmark = pytest.mark.django_db
YES = Recommendation.SUPPORTS


def press(item, outcome=YES, *, by):
    return table.mark(item, outcome, key=uuid4(), seen=0, by=by, at=NOON)


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
