"""What else the same hosts have on the same days: told to who may read it, and stopping nobody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import lifecycle
from engagements.models import Organisation
from engagements.permissions import visible_to
from engagements.registration import set_taking_part
from engagements.vocabulary import Status
from governance import clashes
from tests.factories import receptions, trips, visits

TODAY = timezone.localdate


def put(item, **columns):
    row = lifecycle.lock(item.pk)
    for name, value in columns.items():
        setattr(row, name, value)
    return lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")


def on_days(item, first, last=None, **other):
    day = TODAY() + timedelta(days=first)
    return put(item, starts_on=day, ends_on=last and TODAY() + timedelta(days=last), **other)


def titles(item, by):
    return [row.pk for row in clashes.of(item, by=by, on=TODAY()).matters]


@pytest.fixture
def item(world, amina):
    return on_days(visits.draft(by=amina), 60, 62)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "clash"),
    [(58, 60, True), (62, None, True), (55, 70, True), (61, 61, True), (59, None, False),
     (63, 64, False), (50, 59, False)],
)  # fmt: skip
def test_days_that_overlap_clash_and_others_do_not(item, amina, first, last, clash):
    other = on_days(visits.handed_in(by=amina), first, last)

    assert titles(item, amina) == ([other.pk] if clash else [])


@pytest.mark.django_db
def test_trips_and_receptions_clash_with_visits(item, world, amina):
    trip = on_days(trips.draft(by=amina), 61, 64)

    assert titles(item, amina) == [trip.pk]
    assert titles(trip, amina) == [item.pk]


@pytest.mark.django_db
def test_what_is_called_off_clashes_with_nothing(item, amina):
    other = on_days(visits.handed_in(by=amina), 60)
    put(other, status=str(Status.REJECTED), ball="")

    assert titles(item, amina) == []


@pytest.mark.django_db
def test_another_host_clashes_only_where_it_takes_part(item, world, amina):
    sbk = Organisation.objects.exclude(pk=item.organisation_id).get(code="SBK")
    elsewhere = on_days(visits.handed_in(by=amina, host="SBK"), 61)
    before = titles(item, world["johan.ekstrom"])

    set_taking_part(item, [sbk], by=amina)

    assert before == []
    assert titles(item, world["johan.ekstrom"]) == [elsewhere.pk]


@pytest.mark.django_db
def test_the_writer_learns_nothing_of_what_they_may_not_read(item, world, amina):
    sbk = Organisation.objects.get(code="SBK")
    set_taking_part(item, [sbk], by=amina)
    other = on_days(visits.handed_in(by=amina, host="SBK"), 61, None, secret=True)

    assert not visible_to(amina, on=TODAY()).filter(pk=other.pk).exists()
    assert clashes.of(item, by=amina, on=TODAY()) == clashes.Clashes()
    assert titles(item, world["johan.ekstrom"]) == [other.pk]


@pytest.mark.django_db
def test_a_reception_without_a_day_clashes_on_those_it_may_take(world, amina):
    made = receptions.draft(by=world["sara.oberg"], days=2)
    day = made.dateoption_rows.exclude(day=None).order_by("day").first().day
    made = put(made, starts_on=None, ends_on=None)
    other = visits.handed_in(by=amina)
    set_taking_part(other, [made.organisation], by=amina)
    other = put(other, starts_on=day, ends_on=None)

    assert titles(made, world["sara.oberg"]) == [other.pk]


@pytest.mark.django_db
def test_five_are_told_and_the_rest_counted_in_as_many_queries(item, amina):
    counts = []
    for more in (1, 4, 3):
        for _ in range(more):
            on_days(visits.handed_in(by=amina), 61)
        with CaptureQueriesContext(connection) as made:
            found = clashes.of(item, by=amina, on=TODAY())
        counts.append((len(found.matters), found.more, len(made)))

    assert [row[:2] for row in counts] == [(1, 0), (5, 0), (5, 3)]
    assert counts[1][2] <= counts[0][2]


@pytest.mark.django_db
def test_it_is_told_beside_the_dates_while_writing_and_stops_nothing(
    client, login, world, amina, item
):
    other = put(on_days(visits.handed_in(by=amina), 61), title="Besök från Helsingfors")
    login(client, amina)
    address = reverse("engagement_step", args=[item.number, 1])

    page = client.get(address).content.decode()
    moved = client.post(
        reverse("engagement_check", args=[item.number]),
        {
            "step": "1",
            "starts_on": (item.starts_on + timedelta(days=30)).isoformat(),
            "ends_on": "",
        },
    ).content.decode()

    assert "Samma dagar, samma verksamhet" in page
    assert other.title in page
    assert other.title not in moved
