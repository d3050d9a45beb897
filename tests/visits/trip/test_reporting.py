"""When a report is due, and whose is missing."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from engagements.calendar import is_working_day, next_working_day
from engagements.models import Organisation
from engagements.vocabulary import Status
from governance.actions import following_up
from tests.factories import trips
from visits.demo.events import Goer
from visits.trip import reporting

pytestmark = pytest.mark.django_db
TORA = Goer("Utredare", name="Tora Lind", email="tora.lind@stockholm.example")
NAME_ALONE = Goer("Utredare", name="Tora Lind")


def past(by, *, days, goers=(TORA,), name="Velo-city", host="MF"):
    """A trip that ended some days ago and was decided then."""
    at = timezone.now() - timedelta(days=days + 60)
    opens = timezone.localdate() - timedelta(days=days)
    event = trips.event(name, by=by, at=at, opens_on=opens, closes_on=opens)
    return trips.approved(by=by, at=at, about=event, goers=goers, host=host)


def missing(item):
    found = reporting.missing(item, on=timezone.localdate())
    return [(one.engagement, one.certain) for one in found]


@pytest.mark.parametrize(
    ("ends_on", "due"),
    [
        (date(2026, 11, 2), date(2026, 11, 23)),
        (date(2026, 11, 7), date(2026, 11, 30)),  # a Saturday, three weeks on
        (date(2026, 12, 4), date(2026, 12, 28)),  # Christmas Day
    ],
)
def test_the_report_is_due_three_weeks_after_on_a_day_when_offices_are_open(amina, ends_on, due):
    item = trips.draft(by=amina)
    item.ends_on = ends_on

    assert reporting.due_on(item, on=date(2026, 11, 25)) == due


def test_the_ball_is_due_on_the_day_of_the_report(amina):
    item = past(amina, days=2)

    row = following_up.begin(item, by=amina, at=timezone.now())

    assert row.status == Status.FOLLOW_UP
    assert row.due == next_working_day(item.ends_on + timedelta(days=21))
    assert is_working_day(row.due)


@pytest.mark.parametrize(("later", "is_late"), [(0, False), (1, True)])
def test_a_report_is_missing_the_day_after_its_last_day(amina, later, is_late):
    item = past(amina, days=40)
    day = reporting.due_on(item, on=timezone.localdate()) + timedelta(days=later)

    found = reporting.missing(trips.draft(by=amina, goers=(TORA,)), on=day)

    assert [one.days_late for one in found] == ([1] if is_late else [])


def test_a_name_alone_is_held_against_nobody(amina):
    late = past(amina, days=60)
    item = trips.draft(by=amina, goers=(NAME_ALONE,))

    assert missing(item) == [(late, False)]
    assert reporting.missing_reports(item, on=timezone.localdate()) == 0


def test_the_same_address_is_the_same_person_whatever_its_capitals(amina):
    late = past(amina, days=60)
    shouted = Goer("Utredare", name="T. Lind", email="Tora.Lind@Stockholm.example")

    assert missing(trips.draft(by=amina, goers=(shouted,))) == [(late, True)]


def test_a_namesake_in_another_organisation_is_somebody_else(world, amina):
    past(amina, days=60)
    there = trips.draft(by=world["lena.forsgren"], host="EXPLK", goers=(NAME_ALONE,))

    assert missing(there) == []


def test_a_traveller_of_another_organisation_is_known_there(world, amina):
    late = past(world["lena.forsgren"], days=60, host="EXPLK")
    item = trips.draft(by=amina, goers=(NAME_ALONE,))
    row = item.traveller_rows.get()
    row.organisation, row._history_user = Organisation.objects.get(code="EXPLK"), amina
    row.save()

    assert missing(item) == [(late, False)]


def test_those_who_were_there_and_have_an_account_are_reminded(world, amina):
    item = past(amina, days=2, goers=(Goer("Utredare", name="Erik Palm"), TORA))

    assert reporting.accounts([item]) == {item.pk: [world["erik.palm"]]}
