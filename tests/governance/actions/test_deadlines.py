"""Last days: what they follow from, when they stand still, and who puts them off."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements import deadlines as counting
from engagements import lifecycle
from engagements.calendar import add_working_days, working_days_after
from engagements.deadlines import Same
from engagements.models import Deadline, Engagement
from engagements.timeline import sentence
from engagements.vocabulary import Body, RoleName, Status
from governance.actions import deadlines
from governance.templatetags.deadlines import why
from tests.factories import visits
from tests.rows import NOON, organisation, person, visit

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 12, 14, 10, tzinfo=UTC)


def waiting(days=10, *, at=MONDAY):
    """Return a visit whose receiver has so many working days from a day on."""
    return lifecycle.move(
        visit(),
        Status.DECISION,
        by=person(),
        at=at,
        why="",
        ball=Body.RECEIVING_BODY,
        ball_organisation=organisation(),
        due=counting.counted("sent_on", at=at, days=days, source="5.4.4"),
    )


def later(days):
    return MONDAY + timedelta(days=days)


def test_a_last_day_tells_what_it_was_counted_from_and_what_it_passed():
    item = waiting()

    assert item.due == date(2026, 12, 30)
    assert [str(line).replace("\xa0", " ") for line in why(item.deadline)] == [
        "10 arbetsdagar efter 14 december 2026, då ärendet gick vidare för ställningstagande.",
        "Helger och fria dagar räknas inte: julafton 24 december 2026, juldagen 25 december 2026.",
        '<a href="/strategi/5.4.4/">Strategin 5.4.4</a>. Hur många dagar har staden valt själv.',
    ]


def test_what_is_submitted_for_advice_is_due_five_working_days_after(world, amina):
    item = visits.handed_in(by=amina, at=MONDAY, ask=RoleName.INTERNATIONAL_UNIT)

    kept = item.deadline
    assert (kept.event, kept.since, kept.days, kept.source) == (
        "advice_asked",
        date(2026, 12, 14),
        5,
        "5.5.1",
    )
    assert item.due == kept.due == date(2026, 12, 21)


def test_a_day_that_comes_from_nowhere_tells_no_reason():
    item = lifecycle.move(
        visit(), Status.ADVICE, by=person(), at=NOON, why="", ball=None, due=date(2026, 12, 1)
    )

    assert (item.due, why(item.deadline)) == (date(2026, 12, 1), [])


def test_a_code_without_words_is_refused():
    with pytest.raises(KeyError):
        counting.counted("whenever", at=NOON, days=3)


def test_a_ball_that_passes_on_keeps_its_last_day_and_its_reason():
    item = waiting()

    handed = lifecycle.hand(
        item, ball=Body.EXECUTIVE_BOARD, due=Same.DAY, by=person(), at=later(1), why=""
    )

    assert (handed.due, handed.deadline.event) == (date(2026, 12, 30), "sent_on")


def test_what_waits_for_nobody_is_due_on_no_day():
    item = waiting()

    done = lifecycle.move(item, Status.WITHDRAWN, by=person(), at=later(1), why="", ball=None)

    kept = Deadline.objects.get(engagement=done)
    assert (done.due, kept.due, why(kept)) == (None, None, [])


def test_days_stand_still_and_run_on_with_those_that_were_left():
    item = waiting()
    deadlines.pause(item, who="Oslo kommune", by=person(), at=later(2))
    stands = Engagement.objects.get(pk=item.pk)

    assert (stands.due, stands.deadline.paused_for, stands.deadline.days_left) == (
        None,
        "Oslo kommune",
        8,
    )

    kept = deadlines.resume(item, by=person(), at=later(9))

    assert kept.due == add_working_days(date(2026, 12, 23), 8) == date(2027, 1, 11)
    assert kept.stood_still == 5
    assert "Dagarna stod stilla 5 arbetsdagar i väntan på svar utifrån." in why(kept)
    assert Engagement.objects.get(pk=item.pk).due == kept.due


def test_what_was_late_when_it_was_paused_is_due_when_the_answer_comes():
    item = waiting(days=1)
    deadlines.pause(item, who="Oslo kommune", by=person(), at=later(4))

    kept = deadlines.resume(item, by=person(), at=later(5))

    assert later(5).weekday() == 5
    assert kept.due == date(2026, 12, 21)


def test_history_and_timeline_tell_each_turn():
    item, by = waiting(), person()
    deadlines.pause(item, who="Oslo kommune", by=by, at=later(1))
    deadlines.resume(item, by=by, at=later(2))
    deadlines.extend(item, to=date(2027, 1, 15), grounds="Nämnden möts då.", by=by, at=later(3))

    told = [sentence(event).replace("\xa0", " ") for event in item.events.order_by("pk")][-3:]
    assert told == [
        "Tiden pausades i väntan på Oslo kommune. Arbetsdagar kvar: 9",
        "Tiden löper igen. Ny sista dag: 4 januari 2027",
        "Sista dagen flyttades från 4 januari 2027 till 15 januari 2027: Nämnden möts då.",
    ]
    rows = Deadline.history.filter(engagement=item).order_by("history_id")
    assert [(row.due, row.paused_for, row.history_user) for row in rows] == [
        (date(2026, 12, 30), "", by),
        (None, "Oslo kommune", by),
        (date(2027, 1, 4), "", by),
        (date(2027, 1, 15), "", by),
    ]


def test_a_day_that_is_put_off_twice_tells_the_first_day_and_the_last_grounds():
    item, by = waiting(), person()
    deadlines.extend(item, to=date(2027, 1, 8), grounds="Nämnden möts då.", by=by, at=later(1))
    kept = deadlines.extend(
        item, to=date(2027, 1, 15), grounds="Mötet flyttas.", by=by, at=later(2)
    )

    found = [line.replace("\xa0", " ") for line in why(kept)]
    assert "Förlängd från 30 december 2026: Mötet flyttas." in found


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-30", "senare än både"),
        ("2026-12-11", "senare än både"),
        ("2027-01-06", "är fri"),
        ("2028-01-10", "högst ett år"),
    ],
)
def test_a_last_day_is_put_off_to_a_later_working_day_within_the_year(day, said):
    with pytest.raises(deadlines.NotThatDay, match=said):
        deadlines.extend(
            waiting(), to=date.fromisoformat(day), grounds="Skäl", by=person(), at=MONDAY
        )


def test_nothing_is_paused_that_does_not_run():
    item, by = waiting(), person()
    none = visit("Besök utan dag")

    with pytest.raises(deadlines.NotRunning, match="ingen sista dag"):
        deadlines.pause(none, who="Oslo", by=by, at=MONDAY)
    with pytest.raises(deadlines.NotRunning, match="inte pausad"):
        deadlines.resume(item, by=by, at=MONDAY)
    deadlines.pause(item, who="Oslo", by=by, at=MONDAY)
    for act in (
        lambda: deadlines.pause(item, who="Oslo", by=by, at=MONDAY),
        lambda: deadlines.extend(item, to=date(2027, 1, 15), grounds="x", by=by, at=MONDAY),
    ):
        with pytest.raises(deadlines.NotRunning, match="redan pausad"):
            act()


def test_what_already_lies_outside_the_city_is_not_paused():
    item = waiting()
    lifecycle.hand(
        item,
        ball=Body.DELEGATION,
        due=counting.counted("proposed", at=MONDAY, days=15),
        by=person(),
        at=MONDAY,
        why="",
    )

    with pytest.raises(deadlines.NotRunning, match="redan utanför"):
        deadlines.pause(item, who="Oslo", by=person(), at=MONDAY)


def test_a_day_that_nobody_told_the_reason_of_can_be_paused_all_the_same():
    item = waiting()
    lifecycle.hand(item, ball=Body.RECEIVING_BODY, due=None, by=person(), at=MONDAY, why="")
    row = lifecycle.lock(item.pk)
    row.due = date(2026, 12, 18)
    lifecycle.save(row, by=person(), at=MONDAY, why="")

    kept = deadlines.pause(item, who="Oslo", by=person(), at=MONDAY)

    assert (kept.days_left, kept.event) == (4, "")


def test_a_state_that_moves_on_ends_the_pause():
    item = waiting()
    deadlines.pause(item, who="Oslo", by=person(), at=later(1))

    lifecycle.move(item, Status.APPROVED, by=person(), at=later(2), why="", ball=None)

    kept = Deadline.objects.get(engagement=item)
    assert (kept.paused_on, kept.paused_for, kept.days_left) == (None, "", None)


@given(
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(0, 40),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_a_pause_takes_no_working_day_away_and_gives_none(started, days, used, stood):
    """The days that are left when it stops are the days that run when it goes on."""
    due = add_working_days(started, days)
    stopped = add_working_days(started, min(used, days))
    left = working_days_after(stopped, due)
    goes_on = add_working_days(stopped, stood)

    assert working_days_after(goes_on, add_working_days(goes_on, left)) == left
    assert add_working_days(goes_on, left) == add_working_days(started, days + stood)
