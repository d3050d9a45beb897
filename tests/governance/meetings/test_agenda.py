"""Meetings and their agendas: last day for papers, late matters, order, cancelling."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from engagements.models import OutboxMessage
from governance import tasks
from governance.actions import meeting as meetings
from governance.actions import table
from governance.actions.meeting import NotPossible
from governance.models import PolicyValue
from tests.factories import meetings as factory
from tests.rows import NOON

pytestmark = pytest.mark.django_db
THURSDAY = datetime(2026, 12, 17, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
DAYS = ("torsdag\u00a017\u00a0december", "fredag\u00a018\u00a0december")


@pytest.fixture
def by(world):
    """Give the secretary."""
    return world["elsa.thorn"]


@pytest.fixture
def meeting(by):
    """Give a planned meeting."""
    return meetings.plan(starts_at=THURSDAY, place="Stadshuset", by=by, at=NOON)


def deliver_all():
    for topic in ("notify.meeting", "mail.meeting"):
        for message in OutboxMessage.objects.filter(topic=topic).order_by("created_at"):
            tasks.deliver(message_id=str(message.pk))


def titles(meeting):
    return [item.engagement.title for item in meetings.agenda(meeting)]


def test_papers_are_due_as_many_working_days_before_as_the_city_has_set(meeting, by):
    assert meeting.papers_by == date(2026, 12, 10)
    PolicyValue.objects.create(
        key="committee.papers_days",
        value=8,
        source="Beslut",
        valid_from=date(2026, 1, 1),
        set_by=by,
        set_at=NOON,
    )
    moved = meetings.change(meeting, starts_at=THURSDAY, place="Rådssalen", by=by, at=NOON)
    assert moved.papers_by == date(2026, 12, 7)


def test_a_late_matter_needs_grounds_and_carries_them(world, meeting, by):
    row = factory.waiting(world, "Sent ärende", at=NOON)
    late = NOON + timedelta(days=20)
    with pytest.raises(NotPossible, match="Sista dagen för handlingar har varit"):
        meetings.add(meeting, row, late_grounds=" ", by=by, at=late)
    item = meetings.add(meeting, row, late_grounds="Anmälan stänger i morgon.", by=by, at=late)
    assert item.late_grounds == "Anmälan stänger i morgon."
    assert list(meetings.ready()) == []


def test_a_matter_stands_on_one_coming_agenda_and_waits_again_when_it_is_cancelled(
    world, meeting, by
):
    row = factory.waiting(world, "Ett ärende", at=NOON)
    meetings.build(meeting, by=by, at=NOON)
    other = meetings.plan(starts_at=THURSDAY + timedelta(days=30), place="Här", by=by, at=NOON)
    with pytest.raises(NotPossible, match="står redan på en dagordning"):
        meetings.add(other, row, late_grounds="", by=by, at=NOON)
    meetings.cancel(meeting, by=by, at=NOON)
    meetings.add(other, row, late_grounds="", by=by, at=NOON)
    assert titles(other) == ["Ett ärende"]
    assert not OutboxMessage.objects.filter(topic="notify.meeting").exists()


def test_a_matter_moves_by_steps_or_before_another(world, meeting, by):
    for name in "ABC":
        factory.waiting(world, name, at=NOON)
    a, b, c = meetings.build(meeting, by=by, at=NOON)
    meetings.step(c, up=True, by=by, at=NOON)
    assert titles(meeting) == ["A", "C", "B"]
    meetings.step(a, up=False, by=by, at=NOON)
    assert titles(meeting) == ["C", "A", "B"]
    meetings.place(b, before=c, by=by, at=NOON)
    assert titles(meeting) == ["B", "C", "A"]
    meetings.step(b, up=True, by=by, at=NOON)
    meetings.step(a, up=False, by=by, at=NOON)
    assert titles(meeting) == ["B", "C", "A"]


def test_what_is_taken_off_waits_again_and_may_come_back(world, meeting, by):
    factory.waiting(world, "A", at=NOON)
    (item,) = meetings.build(meeting, by=by, at=NOON)
    meetings.remove(item, by=by, at=NOON)
    assert (titles(meeting), [row.title for row in meetings.ready()]) == ([], ["A"])
    meetings.build(meeting, by=by, at=NOON)
    assert titles(meeting) == ["A"]


def test_two_meetings_are_not_at_the_same_time(meeting, by):
    with pytest.raises(NotPossible, match="redan ett möte den tiden"):
        meetings.plan(starts_at=THURSDAY, place="Annanstans", by=by, at=NOON)


def test_a_meeting_opens_when_it_has_been_called(meeting, by):
    with pytest.raises(NotPossible, match="Skicka kallelsen först"):
        table.begin(meeting, by=by, at=NOON)
    meetings.call(meeting, by=by, at=NOON)
    assert table.begin(meeting, by=by, at=NOON).state == "open"


def test_who_was_called_is_called_anew_when_the_meeting_moves(world, meeting, by, mailoutbox):
    factory.seated(world, at=NOON)
    meetings.call(meeting, by=by, at=NOON)
    deliver_all()
    later = THURSDAY + timedelta(days=1)

    meetings.change(meeting, starts_at=later, place="Stadshuset", by=by, at=LATER)
    meetings.change(meeting, starts_at=later, place="Stadshuset", by=by, at=LATER)
    deliver_all()

    told = [letter.subject for letter in mailoutbox if letter.to == ["vera.lind@stockholm.example"]]
    assert told == [f"Kallelse: internationella beredningen {day}" for day in DAYS]


def test_who_has_not_been_called_hears_nothing_of_a_new_time(world, meeting, by):
    factory.seated(world, at=NOON)

    meetings.change(meeting, starts_at=THURSDAY, place="Annan sal", by=by, at=LATER)

    assert not OutboxMessage.objects.filter(topic="notify.meeting").exists()


def test_the_notice_lists_matters_as_the_agenda_does(world, meeting, by, mailoutbox):
    factory.seated(world, at=NOON)
    for number, heading in enumerate(("receptions", "events", "cooperation")):
        factory.waiting(world, f"Om {heading}", at=NOON)
        (row,) = meetings.build(meeting, by=by, at=NOON)
        row.heading, row.position = heading, number
        meetings.save(row, by=by, at=NOON)

    meetings.call(meeting, by=by, at=NOON)
    deliver_all()

    said = re.findall("- Om (\\w+)", mailoutbox[0].body)
    assert said == ["events", "cooperation", "receptions"]
    assert titles(meeting) == [f"Om {heading}" for heading in said]
