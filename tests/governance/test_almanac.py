"""The calendar: whose days stand there, laid out by week and month, in as many queries whatever."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from engagements import lifecycle, permissions
from engagements.models import TakingPart
from engagements.vocabulary import RoleName
from governance import almanac
from governance.actions import deadlines
from governance.almanac import Asked, Entry, Sort, weeks
from governance.almanac.days import first_of
from governance.models import Meeting
from tests.factories import declarations, visits

AHEAD = timedelta(days=400)


def asked(user, *, mine=False, sort="", before=0):
    today = timezone.localdate()
    matters = almanac.which(user, on=today, mine=mine)
    return Asked(user, today - timedelta(days=before), today + AHEAD, today, matters, sort)


def keys(user, **how):
    return {entry.key for entry in almanac.entries(asked(user, **how))}


def put_secret(item):
    row = lifecycle.lock(item.pk)
    row.secret = True
    return lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")


def put_days(item, first, last=None):
    row = lifecycle.lock(item.pk)
    row.starts_on, row.ends_on = first, last
    return lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")


@pytest.mark.django_db
def test_a_visit_stands_on_its_days_and_its_last_day_on_its_own(world, amina):
    item = visits.handed_in(by=amina)

    found = almanac.entries(asked(amina))

    assert [(entry.sort, entry.first, entry.key) for entry in found] == [
        (Sort.DEADLINES, item.due, f"{item.number}-due"),
        (Sort.VISITS, item.starts_on, f"{item.number}-days"),
    ]


@pytest.mark.django_db
def test_a_last_day_tells_what_it_is_counted_from(world, amina):
    visits.handed_in(by=amina)

    (due, takes_place) = almanac.entries(asked(amina))

    assert "arbetsdagar efter" in due.why[0]
    assert takes_place.why == ()


@pytest.mark.django_db
def test_an_answer_tells_who_asked_and_chose_the_day(world, amina):
    hanna = world["hanna.stahl"]
    declarations.asked(declarations.draft(by=hanna), "MF", by=hanna)

    (answer,) = (row for row in almanac.entries(asked(amina)) if "-answer-" in row.key)

    assert "Hanna Ståhl frågade" in answer.why[0]


@pytest.mark.django_db
def test_what_began_before_the_days_asked_for_and_goes_on_is_there(world, amina):
    item = visits.handed_in(by=amina)
    today = timezone.localdate()
    put_days(item, today - timedelta(days=3), today + timedelta(days=1))

    assert f"{item.number}-days" in keys(amina, sort=Sort.VISITS)


@pytest.mark.django_db
def test_what_stands_still_is_due_on_no_day(world, amina):
    item = visits.handed_in(by=amina)
    deadlines.pause(item, who="Oslo", by=amina, at=timezone.now())

    assert keys(amina) == {f"{item.number}-days"}


@pytest.mark.django_db
def test_the_day_that_it_takes_place_on_is_not_told_twice(world, amina):
    item = visits.approved(by=amina)
    lifecycle.hand(item, ball=None, by=amina, at=timezone.now(), why="")

    assert keys(amina) == {f"{item.number}-days"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "seen"),
    [
        ("amina.lindqvist", True),
        ("johan.ekstrom", True),
        ("ingrid.ros", False),
        ("gunilla.berg", False),
        ("olle.brandt", False),
    ],
)
def test_what_is_secret_stands_in_the_calendar_of_who_may_read_it_alone(world, amina, key, seen):
    item = put_secret(visits.handed_in(by=amina))

    assert bool(keys(world[key])) is seen
    assert keys(world[key]) == ({f"{item.number}-days", f"{item.number}-due"} if seen else set())


@pytest.mark.django_db
def test_mine_are_those_of_my_organisation_and_those_that_lie_with_me(world, amina, sara, johan):
    own = visits.handed_in(by=amina)
    advised = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)

    assert {key[:13] for key in keys(amina, mine=True)} == {own.number, advised.number}
    assert {key[:13] for key in keys(sara, mine=True)} == {advised.number}
    assert keys(johan, mine=True) == set()
    assert {key[:13] for key in keys(johan)} == {own.number, advised.number}


@pytest.mark.django_db
def test_meetings_are_for_those_who_have_the_room(world, amina, sara):
    starts = timezone.now() + timedelta(days=9)
    meeting = Meeting(starts_at=starts, place="Stadshuset", papers_by=starts.date())
    meeting.save()

    assert keys(sara) == {f"ib-{meeting.pk}"}
    assert keys(amina) == set()


@pytest.mark.django_db
def test_thirty_rows_ask_as_much_as_one(world, sara, amina):
    counts = []
    asked(sara)  # what a person reaches is read once a request
    for more in (1, 29):
        for _ in range(more):
            visits.handed_in(by=amina)
        with CaptureQueriesContext(connection) as made:
            found = almanac.entries(asked(sara))
            told = [(one.address, one.about, one.ics, one.changed_at, one.why) for one in found]
        assert all(address and about for address, about, *_rest in told)
        counts.append((len(made), len(found)))

    assert counts[0][0] == counts[1][0] <= len(almanac.SOURCES) + 2
    assert counts[1][1] == 30 * counts[0][1]


@pytest.mark.django_db
def test_the_way_by_an_index_finds_what_the_reader_may_read_and_nothing_else(world, amina):
    hanna, stina = world["hanna.stahl"], world["stina.ek"]
    visits.handed_in(by=amina)
    put_secret(visits.handed_in(by=amina))
    visits.draft(by=amina)
    both = visits.handed_in(by=stina, host="TK")
    TakingPart.objects.create(engagement=both, organisation=amina.roles.get().organisation)
    visits.handed_in(by=stina, host="TK")
    permissions.share(visits.handed_in(by=stina, host="TK"), with_user=world["gunilla.berg"])
    declarations.asked(declarations.draft(by=hanna), "MF", by=hanna)
    today = timezone.localdate()
    for key, user in world.items():
        wanted = asked(user)
        for by in ("starts_on", "due"):
            days = Q(**{f"{by}__range": (today, today + AHEAD)})
            plain = wanted.matters.filter(days).order_by(by, "pk")
            for most in (1, 2, almanac.MOST):
                found = first_of(replace(wanted, most=most), days, by=by)
                assert list(found.order_by(by, "pk")[:most]) == list(plain[:most]), key
        assert key != "gunilla.berg" or plain
        begun = Q(starts_on__range=(today - AHEAD, today))
        ahead = Q(starts_on__range=(today, today + AHEAD), kind="visit")
        either = wanted.matters.filter(begun | ahead)
        assert set(first_of(wanted, begun, ahead, by="starts_on")) == set(either), key


@pytest.mark.django_db
def test_what_is_cut_off_is_said_to_be(world, sara, amina):
    for _ in range(3):
        visits.handed_in(by=amina)

    found = [
        almanac.entries(replace(asked(sara, sort=Sort.DEADLINES), most=most)) for most in (2, 3, 4)
    ]

    assert [len(rows) for rows in found] == [2, 3, 3]
    cut = [almanac.is_cut(rows, most=most) for rows, most in zip(found, (2, 3, 4), strict=True)]
    assert cut == [True, True, False]


DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def entry(first, length):
    return Entry(Sort.VISITS, "k", "Besök", first, first + timedelta(days=length))


@given(DAYS, DAYS, st.integers(0, 40))
def test_the_list_shows_each_thing_once_if_it_falls_within(day, first, length):
    one, start = entry(first, length), weeks.monday(day)

    shown = weeks.listed([one], start, weeks=4, language="sv")

    places = [each.day for week in shown for each in week.busy]
    within = one.last >= start and one.first < start + timedelta(days=28)
    assert places == ([max(first, start)] if within else [])
    assert [week.number for week in shown] == [
        (start + timedelta(days=7 * n)).isocalendar().week for n in range(4)
    ]


@given(DAYS, DAYS, st.integers(0, 40))
def test_a_month_shows_a_thing_on_each_of_its_days(day, first, length):
    one = entry(first, length)

    shown = weeks.month([one], day, language="sv")

    every = [each for week in shown for each in week.days]
    assert [each.day for each in every if each.entries] == [
        each.day for each in every if one.first <= each.day <= one.last
    ]
    inside = [each.day for each in every if each.inside]
    assert (inside[0], inside[-1]) == weeks.bounds(day)
    assert all(len(week.days) == 7 and week.first.weekday() == 0 for week in shown)


def test_a_cell_shows_what_it_has_room_for_and_counts_the_rest():
    many = [entry(date(2026, 11, 26), 0) for _ in range(6)]

    shown = weeks.month(many, date(2026, 11, 1), language="sv")

    busy = [day for week in shown for day in week.busy]
    assert [(len(day.shown), day.more) for day in busy] == [(4, 2)]
