"""A follow-up is reminded of before its day, on it and each week after; never twice."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from engagements import lifecycle
from engagements.models import OutboxMessage
from engagements.vocabulary import Body, Status
from governance import reminders, schedule, tasks
from tests.factories import trips
from tests.rows import NOON
from visits.demo.events import Goer

pytestmark = pytest.mark.django_db
STOCKHOLM = ZoneInfo("Europe/Stockholm")
DUE = date(2026, 12, 1)  # a Tuesday
LENA = Goer("Utredare", name="Lena Forsgren")


def at(day):
    return datetime(day.year, day.month, day.day, 8, tzinfo=STOCKHOLM)


@pytest.fixture
def home(amina):
    """A trip that is over, its report due, on which Lena was."""
    row = trips.handed_in(by=amina, goers=(LENA,))
    for status, ball in (
        (Status.APPROVED, Body.CONTACT_PERSON),
        (Status.FOLLOW_UP, Body.CONTACT_PERSON),
    ):
        row = lifecycle.move(
            row,
            status,
            by=amina,
            at=NOON,
            why="",
            ball=ball,
            ball_organisation=row.organisation,
            due=DUE,
        )
    return row


def promised():
    rows = OutboxMessage.objects.filter(topic="mail.follow_up").order_by("created_at", "pk")
    return {(row.created_at.date(), row.payload["stage"], row.payload["person_id"]) for row in rows}


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        (date(2026, 11, 23), ""),
        (date(2026, 11, 24), "before"),
        (date(2026, 11, 30), "before"),
        (DUE, "on"),
        (date(2026, 12, 2), "after"),
    ],
)
def test_five_working_days_before_is_when_one_is_reminded_first(on, stage):
    assert reminders.stage(DUE, on=on, before=5) == stage


def test_each_is_told_once_a_stage_however_often_the_clock_comes_round(home, world, amina):
    lena = world["lena.forsgren"].pk
    reminded = reminders.people([(home, "on")], on=DUE)[home.pk]
    holders = {person.pk for person in reminded} - {lena}
    assert amina.pk in holders

    for day in range(20):
        for _time in range(2):
            schedule.remind_of_follow_ups(at=at(date(2026, 11, 23) + timedelta(days=day)))

    both = {*holders, lena}
    assert promised() == {
        *((date(2026, 11, 24), "before", pk) for pk in both),
        *((DUE, "on", pk) for pk in both),
        (date(2026, 12, 2), "after", lena),  # the holder's own week is told by the week's reminder
        (date(2026, 12, 7), "after", lena),
    }
    assert home.events.filter(code="report_reminded").count() == 4


def test_a_day_that_was_missed_is_made_up_for(home):
    schedule.remind_of_follow_ups(at=at(date(2026, 11, 27)))

    assert {stage for _day, stage, _who in promised()} == {"before"}


def test_what_has_come_is_not_reminded_of(home, amina, world):
    lena = world["lena.forsgren"]
    home.followed_up_on = DUE
    lifecycle.save(home, by=amina, at=NOON, why="")

    assert schedule.remind_of_follow_ups(at=at(DUE)) == 0
    tasks._mail_follow_up(engagement_id=home.pk, person_id=lena.pk, stage="on")
    assert mail.outbox == []


def test_who_was_there_is_told_without_an_address_that_they_can_not_open(home, world, amina):
    for person in (amina, world["lena.forsgren"]):
        tasks._mail_follow_up(engagement_id=home.pk, person_id=person.pk, stage="before")
    holder, other = mail.outbox

    assert holder.subject == (
        f"Lämna uppföljningen senast tisdag 1 december: Clean Air Forum ({home.number})"
    )
    assert home.get_absolute_url() in holder.body
    assert "vad ni lärde er" in holder.body
    assert home.get_absolute_url() not in other.body
    assert "Miljöförvaltningen" in other.body


def test_the_mail_of_a_secret_matter_names_it_by_its_number(home, amina):
    home.secret, home._history_user = True, amina
    home.save()

    tasks._mail_follow_up(engagement_id=home.pk, person_id=amina.pk, stage="after")

    assert mail.outbox[0].subject == f"Uppföljningen är sen: {home.number}"
