"""At the committee's table: presses, races, jäv, substitutes, closing, notes."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.utils import translation

from engagements.models import Conflict
from engagements.people import NotPossible as SeatRefused
from engagements.vocabulary import Recommendation, Stance
from governance import committee
from governance.actions import meeting as meetings
from governance.actions import minutes, seating, table
from governance.actions.meeting import NotPossible
from governance.models import Dealing, ItemOutcome, Mark, MeetingState, Office
from tests.factories import meetings as factory
from tests.rows import NOON, at_once

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
YES, NO = Recommendation.SUPPORTS, Recommendation.ADVISES_AGAINST


def press(item, outcome, *, by, seen=0, key=None, grounds=""):
    return table.mark(item, outcome, grounds=grounds, key=key or uuid4(), seen=seen, by=by, at=NOON)


def said_of(item):
    last = table.newest(item)
    return last.outcome if last else ""


def test_a_press_sent_twice_is_one_mark(world):
    room = factory.called(world, at=NOON, matters=1)
    (item,), key = room.items, uuid4()

    first = press(item, YES, by=room.vera, key=key)
    assert press(item, YES, by=room.vera, key=key) is None
    assert list(Mark.objects.all()) == [first]


def test_another_answer_over_an_unseen_mark_is_refused_and_told_by_whom(world):
    room = factory.called(world, at=NOON, matters=1)
    (item,) = room.items
    first = press(item, YES, by=room.vera)

    with pytest.raises(table.Overtaken, match="Vera Lind hann före: Tillstyrker"):
        press(item, NO, by=room.bo)
    press(item, NO, by=room.bo, seen=first.pk)
    assert said_of(item) == NO


def test_a_mark_is_taken_back_until_the_chair_closes(world):
    room = factory.called(world, at=NOON, matters=1)
    (item,) = room.items
    press(item, YES, by=room.vera)
    press(item, None, by=room.vera)
    assert said_of(item) == ""
    with pytest.raises(NotPossible, match="Utan svar än: Ärende 1"):
        table.close(room.meeting, by=room.karim, at=NOON)
    press(item, YES, by=room.vera)
    table.close(room.meeting, by=room.karim, at=NOON)

    with pytest.raises(NotPossible, match="kom för sent"):
        press(item, NO, by=room.vera)
    assert [(row.number, row.outcome) for row in ItemOutcome.objects.all()] == [(1, "supports")]
    (dealing,) = Dealing.objects.all()
    assert (dealing.recommendation, dealing.by) == (YES, room.vera)
    assert item.engagement.agenda_items.get(engagement__status="decision") == item


def test_no_objection_marks_what_nobody_has_marked_each_on_its_own(world):
    room = factory.called(world, at=NOON, matters=3)
    press(room.items[1], NO, by=room.bo)
    key = uuid4()

    made = table.mark_rest(room.meeting, key=key, by=room.vera, at=NOON)
    assert table.mark_rest(room.meeting, key=key, by=room.vera, at=NOON) == []
    assert [mark.item for mark in made] == [room.items[0], room.items[2]]
    assert [said_of(item) for item in room.items] == [YES, NO, YES]


def test_referring_back_says_what_is_to_be_completed(world):
    room = factory.called(world, at=NOON, matters=1)
    (item,) = room.items
    with pytest.raises(NotPossible, match="vad som ska kompletteras"):
        press(item, Recommendation.REFERS_BACK, by=room.vera)
    press(item, Recommendation.REFERS_BACK, by=room.vera, grounds="Kostnaden per person.")
    table.close(room.meeting, by=room.karim, at=NOON)
    notes = minutes.draft(room.meeting, by=room.secretary, at=NOON)
    assert "Kostnaden per person." in notes.parts[0]["text"]


def test_who_has_declared_jav_takes_no_part_and_the_notes_say_so(world):
    room = factory.called(world, at=NOON, matters=2)
    Conflict.objects.create(
        engagement=room.items[0].engagement, user=room.vera, grounds="Syskon", declared_at=NOON
    )

    with pytest.raises(NotPossible, match="du har anmält jäv"):
        press(room.items[0], YES, by=room.vera)
    with pytest.raises(NotPossible, match="du har anmält jäv"):
        table.take_stance(room.items[0], Stance.SUPPORTS, by=room.vera, at=NOON)
    assert [m.item for m in table.mark_rest(room.meeting, key=uuid4(), by=room.vera, at=NOON)] == [
        room.items[1]
    ]
    press(room.items[0], YES, by=room.bo)
    table.close(room.meeting, by=room.karim, at=NOON)
    notes = minutes.draft(room.meeting, by=room.secretary, at=NOON)
    assert ["Vera Lind har anmält jäv" in part["text"] for part in notes.parts] == [True, False]


def test_who_put_the_matter_forward_stands_aside_without_being_asked(world):
    room = factory.called(world, at=NOON, matters=0)
    world["amina.lindqvist"].name = "Amina Lindqvist"
    seating.seat(
        Office.objects.get(name_en="Chair of the City Council"),
        email=world["amina.lindqvist"].email,
        name="",
        substitute=True,
        valid_from=TODAY,
        valid_to=None,
        by=world["nils.ahlin"],
        at=NOON,
    )
    seating.be_away(room.vera, first=TODAY, last=TODAY, by=room.secretary, at=NOON)
    row = factory.waiting(world, "Aminas ärende", at=NOON)
    item = meetings.add(room.meeting, row, late_grounds="", by=room.secretary, at=NOON)
    with pytest.raises(NotPossible, match="har själv lagt fram ärendet"):
        press(item, YES, by=world["amina.lindqvist"])


def test_a_substitute_acts_at_once_when_the_secretary_sets_an_absence(world):
    room = factory.called(world, at=NOON, matters=1)
    (item,) = room.items
    with pytest.raises(NotPossible, match="ingen plats vid bordet"):
        press(item, YES, by=room.ulla)
    absence = seating.be_away(
        room.karim, first=TODAY, last=TODAY + timedelta(days=3), by=room.secretary, at=NOON
    )

    mark = press(item, YES, by=room.ulla)
    assert (mark.by, mark.acts_for) == (room.ulla, room.karim)
    with pytest.raises(NotPossible, match="ingen plats vid bordet"):
        table.close(room.meeting, by=room.karim, at=NOON)
    table.close(room.meeting, by=room.ulla, at=NOON)
    notes = minutes.draft(room.meeting, by=room.secretary, at=NOON)
    assert "Ulla Stand, Finansborgarrådet (för Karim Nordin)" in notes.opening

    seating.be_back(absence, by=room.karim, at=NOON)
    assert committee.acting(on=TODAY)[0].user == room.karim


def test_when_the_chair_and_the_substitute_are_away_the_next_office_leads(world):
    people = factory.seated(world, at=NOON)
    for key in ("karim.nordin", "ulla.stand"):
        seating.be_away(people[key], first=TODAY, last=TODAY, by=people[key], at=NOON)
    assert [(s.user.name, s.chairs) for s in committee.acting(on=TODAY)] == [
        ("Vera Lind", True),
        ("Bo Ask", False),
    ]


def test_an_office_has_one_member_at_a_time_and_one_office_leads(world):
    factory.seated(world, at=NOON)
    admin = world["nils.ahlin"]
    with pytest.raises(SeatRefused, match="redan en ledamot de dagarna"):
        seating.seat(
            Office.objects.get(chairs=True),
            email="ny@stockholm.example",
            name="Ny Person",
            substitute=False,
            valid_from=TODAY,
            valid_to=None,
            by=admin,
            at=NOON,
        )
    with pytest.raises(SeatRefused, match="leder redan mötet"):
        seating.found_office(name_sv="Annat", name_en="Other", chairs=True, by=admin, at=NOON)


def test_only_who_leads_closes(world):
    room = factory.called(world, at=NOON, matters=0)
    with pytest.raises(NotPossible, match="Bara den som leder mötet"):
        table.close(room.meeting, by=room.vera, at=NOON)


def test_notes_are_edited_adjusted_by_the_chair_locked_and_published(world):
    room = factory.called(world, at=NOON, matters=1)
    press(room.items[0], YES, by=room.vera)
    table.close(room.meeting, by=room.karim, at=NOON)
    minutes.draft(room.meeting, by=room.secretary, at=NOON)
    minutes.edit(
        room.meeting, opening="Så var det.", texts=["Vi sa ja."], by=room.secretary, at=NOON
    )

    with pytest.raises(NotPossible, match="Bara den som ledde"):
        minutes.adjust(room.meeting, by=room.vera, at=NOON)
    minutes.adjust(room.meeting, by=room.karim, at=NOON)
    with pytest.raises(NotPossible, match="låsta"):
        minutes.edit(room.meeting, opening="Nej.", texts=["Nej."], by=room.secretary, at=NOON)
    notes = minutes.publish(room.meeting, by=room.secretary, at=NOON)
    assert notes.parts == [{"title": "§ 1 Ärende 1", "text": "Vi sa ja."}]
    assert notes.state == "published"


def test_what_is_kept_is_in_swedish_whatever_language_its_writer_reads(world):
    with translation.override("en"):
        room = factory.called(world, at=NOON, matters=1)
        (item,) = room.items
        about = {"engagement": item.engagement, "grounds": "Jag reser.", "declared_at": NOON}
        Conflict.objects.create(user=room.bo, **about)
        press(item, YES, by=room.vera)
        meeting = table.close(room.meeting, by=room.karim, at=NOON)
        notes = minutes.draft(meeting, by=room.secretary, at=NOON)

    assert item.proposal == "Beredningen tillstyrker: Ärende 1."
    assert "Närvarande:" in notes.opening
    assert "Beredningens svar: tillstyrker." in notes.parts[0]["text"]
    assert "Deltog inte: Bo Ask har anmält jäv." in notes.parts[0]["text"]


@pytest.mark.django_db(transaction=True)
def test_two_press_at_once_and_one_is_told_who_was_first(world):
    room = factory.called(world, at=NOON, matters=5)
    for item in room.items:
        results = at_once(
            partial(press, item, YES, by=room.vera), partial(press, item, NO, by=room.bo)
        )
        (made,) = [r for r in results if isinstance(r, Mark)]
        (late,) = [r for r in results if isinstance(r, table.Overtaken)]
        assert late.mark == made == item.marks.get()


@pytest.mark.django_db(transaction=True)
def test_a_press_as_the_chair_closes_is_counted_or_told_that_it_came_late(world):
    room = factory.called(world, at=NOON, matters=1)
    (item,) = room.items
    first = press(item, YES, by=room.vera)
    results = at_once(
        partial(press, item, NO, by=room.bo, seen=first.pk),
        partial(table.close, room.meeting, by=room.karim, at=NOON),
    )
    said = "advises_against" if isinstance(results[0], Mark) else "supports"
    assert item.result.outcome == said
    assert isinstance(results[0], Mark | NotPossible)
    room.meeting.refresh_from_db()
    assert room.meeting.state == MeetingState.CLOSED
