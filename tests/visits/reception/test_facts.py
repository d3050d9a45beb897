"""A reception's rows as facts: nothing answered is nothing known, and days tell of evenings."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from engagements.models import Engagement
from engagements.registration import register
from governance import assessing
from governance.strategy import ReceptionFacts
from tests.factories import receptions
from visits.demo.receptions import offer
from visits.models import Reception
from visits.reception.days import choose
from visits.reception.facts import facts

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
FIRST, LAST = date(2027, 5, 17), date(2027, 5, 20)


@pytest.fixture
def reception(department, contact_person):
    return register(Reception, organisation=department, title="Kongress", by=contact_person, at=NOW)


def evening(reception):
    found = facts(reception, stage="draft", on=TODAY)
    return found.evening_before, found.last_evening


def test_an_empty_draft_answers_nothing_but_who_keeps_it(reception):
    assert facts(reception, stage="draft", on=TODAY) == ReceptionFacts(
        title="Kongress",
        host="MF",
        host_board="MHN",
        decided_sek=0,
        contact_person_appointed=True,
    )


def test_answers_are_given_as_they_are_stored(reception):
    detail = reception.reception
    reception.counterpart, reception.starts_on = "Karolinska Institutet", date(2027, 5, 18)
    detail.guests, detail.foreign_share, detail.hotels_in_city = 420, 70, False
    detail.learning_kinds, detail.shared_with = ["competence"], "Region Stockholm"

    found = facts(reception, stage="submission", on=TODAY)

    assert (found.stage, found.counterpart) == ("submission", "Karolinska Institutet")
    assert (found.guests, found.foreign_share, found.hotels_in_city) == (420, 70, False)
    assert (found.learning_kinds, found.shared_with) == (("competence",), "Region Stockholm")
    assert found.starts_on == found.ends_on == date(2027, 5, 18)


@pytest.mark.parametrize(
    ("day", "fallen"),
    [
        (date(2027, 5, 16), (True, False)),
        (date(2027, 5, 17), (False, False)),
        (date(2027, 5, 19), (False, False)),
        (date(2027, 5, 20), (False, True)),
    ],
)
def test_the_days_tell_whether_an_evening_is_the_one_before_or_the_last(reception, day, fallen):
    detail = reception.reception
    detail.event_starts_on, detail.event_ends_on = FIRST, LAST
    detail.evening_before = detail.last_evening = None
    reception.starts_on = day

    assert evening(reception) == fallen


def test_an_answer_holds_while_the_days_are_not_known_and_no_longer(reception):
    detail = reception.reception
    detail.evening_before, detail.last_evening = True, False
    assert evening(reception) == (True, False)

    detail.event_starts_on, detail.event_ends_on = FIRST, LAST
    assert evening(reception) == (True, False)
    reception.starts_on = date(2027, 5, 18)

    assert evening(reception) == (False, False)


@pytest.mark.parametrize(
    ("offered", "fallen"),
    [
        ([date(2027, 5, 16), date(2027, 5, 18)], (False, False)),
        ([date(2027, 5, 16)], (True, False)),
        ([date(2027, 5, 16), date(2027, 5, 20)], (True, True)),
        ([], (None, None)),
    ],
)
def test_one_good_evening_among_the_offered_is_enough_until_one_is_chosen(
    reception, contact_person, offered, fallen
):
    detail = reception.reception
    detail.event_starts_on, detail.event_ends_on = FIRST, LAST
    offer(reception, offered, by=contact_person)

    assert evening(reception) == fallen


def test_a_day_among_the_offered_voids_no_advice_and_another_day_does(world, sara):
    item = receptions.prepared(by=sara, sara=sara, days=2, starts_on=None)
    now = timezone.now()
    advised = assessing.content_hash(item, on=TODAY)

    choose(item, item.dateoption_rows.get(place=1), by=sara, at=now)
    chosen = Engagement.objects.get(pk=item.pk)
    same = assessing.content_hash(chosen, on=TODAY)
    chosen.starts_on += timedelta(days=30)

    assert same == advised
    assert assessing.content_hash(chosen, on=TODAY) != advised


@pytest.mark.parametrize(
    ("column", "value"), [("evening_before", True), ("event_ends_on", LAST), ("guests", 421)]
)
def test_every_other_answer_is_part_of_what_is_advised_on(world, sara, column, value):
    item = receptions.draft(by=sara)
    before = assessing.content_hash(item, on=TODAY)

    setattr(item.reception, column, value)

    assert assessing.content_hash(item, on=TODAY) != before


def test_how_many_came_changes_nothing_that_was_advised(world, sara):
    item = receptions.draft(by=sara)
    before = assessing.content_hash(item, on=TODAY)

    item.reception.guests_came = 398

    assert assessing.content_hash(item, on=TODAY) == before
