"""Events are found before they are added twice, and two that are one become one."""

from datetime import date

import pytest
from django.utils import timezone

from engagements import timeline
from engagements.models import Engagement
from tests.factories import trips
from visits.models import Conference, Trip
from visits.trip import events

pytestmark = pytest.mark.django_db


@pytest.fixture
def add(amina):
    def added(name, **other):
        return trips.event(name, by=amina, at=timezone.now(), **other)

    return added


@pytest.fixture
def some(add):
    """Three events of different names, cities and years."""
    return {
        "bett": add("BETT", city="London", country="GB", opens_on=date(2027, 1, 20)),
        "velo": add("Vélo-city", city="Gdańsk", country="PL", opens_on=date(2026, 5, 2)),
        "smart": add("Smart City Expo World Congress", city="Barcelona", opens_on=None),
    }


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("BETT", ["bett"]),
        ("bet", ["bett"]),
        ("velo city", ["velo"]),
        ("gdansk", ["velo"]),
        ("barcelona smart", ["smart"]),
        ("smrt city expo", ["smart"]),
        ("expo barcalona", ["smart"]),
        ("BETT 2027", ["bett"]),
        ("BETT 2026", []),
        ("smart city 2031", ["smart"]),
        ("2026", ["smart", "velo"]),
        ("", []),
        ("   ", []),
        ("fotboll", []),
        ("%_'\"; drop table", []),
    ],
)
def test_an_event_is_found_by_name_city_or_year(some, asked, named):
    assert {event.pk for event in events.found(asked)} == {some[key].pk for key in named}


def test_the_number_of_requests_is_told_with_what_is_found(amina, some):
    trips.draft(by=amina, about=some["bett"])
    trips.draft(by=amina, about=some["bett"])

    assert [event.requests for event in events.found("BETT")] == [2]


@pytest.mark.parametrize(
    ("name", "opens_on", "alike"),
    [
        ("Bett", None, True),
        ("BETT 2027", date(2027, 1, 21), True),
        ("BETT 2028", date(2028, 1, 21), False),
        ("Nordiska vattenkonferensen", None, False),
    ],
)
def test_a_new_name_is_held_against_those_of_its_year(some, name, opens_on, alike):
    found = [event.pk for event in events.alike(name, opens_on=opens_on)]

    assert found == ([some["bett"].pk] if alike else [])


def test_merged_requests_move_and_it_is_written_down(amina, admin, add):
    one = add("Eurocities annual conference", programme="Möte", link="https://eurocities.example")
    other = add("Eurocities årskonferens", programme="Årsmöte", link="")
    item = trips.draft(by=amina, about=one)

    moved = events.merge(one, into=other, by=admin, at=timezone.now())

    one.refresh_from_db()
    other.refresh_from_db()
    item = Engagement.objects.get(pk=item.pk)
    assert (moved, item.trip.conference, one.merged_into) == (1, other, other)
    assert (other.programme, other.link) == ("Årsmöte", "https://eurocities.example")
    newest = Trip.history.filter(engagement_id=item.pk).latest("history_id")
    assert (newest.conference_id, newest.history_user) == (other.pk, admin)
    assert one.history.latest("history_id").history_change_reason == (
        "slogs ihop med Eurocities årskonferens"
    )
    assert timeline.sentence(item.events.latest("id")) == (
        "Evenemanget Eurocities annual conference slogs ihop med Eurocities årskonferens"
    )
    assert "Eurocities årskonferens" in item.search_words


def test_what_is_merged_is_found_no_more(amina, admin, add):
    one, other = add("Eurocities annual conference"), add("Eurocities årskonferens")

    events.merge(one, into=other, by=admin, at=timezone.now())

    assert [event.pk for event in events.found("eurocities")] == [other.pk]
    assert Conference.objects.count() == 2


def test_nothing_merges_with_itself_or_twice(admin, add):
    one, other = add("Eurocities annual conference"), add("Eurocities årskonferens")
    at = timezone.now()
    with pytest.raises(events.NotMergeable):
        events.merge(one, into=one, by=admin, at=at)
    events.merge(one, into=other, by=admin, at=at)

    with pytest.raises(events.NotMergeable):
        events.merge(one, into=other, by=admin, at=at)
    with pytest.raises(events.NotMergeable):
        events.merge(other, into=one, by=admin, at=at)


def test_days_that_do_not_fit_each_other_are_not_mixed(admin, add):
    one = add("A", opens_on=date(2027, 1, 1), closes_on=date(2027, 1, 3))
    other = add("B", opens_on=date(2027, 2, 1), closes_on=None)

    events.merge(one, into=other, by=admin, at=timezone.now())

    other.refresh_from_db()
    assert (other.opens_on, other.closes_on) == (date(2027, 2, 1), None)


def test_events_of_one_city_and_day_are_shown_as_a_pair(add):
    first = add("Eurocities årskonferens")
    second = add("Eurocities annual conference", city="ROM")
    add("Clean Air Forum", opens_on=date(2028, 1, 1), closes_on=None)

    assert events.pairs() == [(second, first)]
