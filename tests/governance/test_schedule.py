"""What the clock does, it does once."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from engagements import lifecycle
from engagements.models import OutboxMessage
from engagements.registration import register
from engagements.vocabulary import Body, Status
from governance import notices, schedule
from governance.actions import noticing
from governance.models import Anchor, Notice, PeriodicRun, Sort, Way
from tests.rows import NOON
from visits.models import Visit

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)


@pytest.fixture
def visit(world, amina):
    organisation = amina.roles.get().organisation
    return register(Visit, organisation=organisation, title="Lyon", by=amina, at=NOON)


def move(engagement, status, ball, by, due=None):
    return lifecycle.move(engagement, status, by=by, at=NOON, why="", ball=ball, due=due)


def approved(engagement, by, *, starts_on, ends_on):
    row = move(engagement, Status.DECISION, Body.RECEIVING_BODY, by)
    row = move(row, Status.APPROVED, Body.CONTACT_PERSON, by)
    row.starts_on, row.ends_on = starts_on, ends_on
    return lifecycle.save(row, by=by, at=NOON, why="")


def turn_off_the_digest(person):
    noticing.choose({Sort.DIGEST: Way.OFF}, by=person, at=NOON)


def topics():
    return sorted(OutboxMessage.objects.values_list("topic", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("starts_on", "ends_on", "status"),
    [
        (date(2026, 11, 20), date(2026, 11, 22), Status.FOLLOW_UP),
        (date(2026, 11, 20), date(2026, 11, 23), Status.APPROVED),
        (date(2026, 11, 22), None, Status.FOLLOW_UP),
        (None, None, Status.APPROVED),
    ],
)
def test_follow_up_opens_the_day_after_the_last_day(visit, amina, starts_on, ends_on, status):
    approved(visit, amina, starts_on=starts_on, ends_on=ends_on)

    schedule.open_follow_ups(at=MONDAY)

    visit.refresh_from_db()
    assert visit.status == status


@pytest.mark.django_db
def test_follow_up_opens_once_and_tells_who_holds_the_ball(visit, amina):
    approved(visit, amina, starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 20))

    assert schedule.open_follow_ups(at=MONDAY) == 1
    assert schedule.open_follow_ups(at=MONDAY) == 0
    assert topics() == ["notify.ball"]


@pytest.mark.django_db
def test_who_is_late_is_reminded_once_a_week(visit, amina, johan):
    move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina, due=date(2026, 11, 20))

    turn_off_the_digest(johan)
    for day in range(8):
        schedule.remind_of_late(at=MONDAY + timedelta(days=day))

    said = OutboxMessage.objects.order_by("created_at").values_list("topic", "payload")
    assert list(said) == [
        ("mail.reminder", {"person_id": johan.pk, "on": "2026-11-23"}),
        ("mail.reminder", {"person_id": johan.pk, "on": "2026-11-30"}),
    ]
    assert visit.events.filter(code="reminded").count() == 2
    assert list(johan.notices.values_list("code", "engagement")) == [("late", visit.pk)] * 2


@pytest.mark.django_db
def test_the_digest_reminds_on_its_day_and_no_other_mail_does_that_week(visit, amina, johan):
    move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina, due=date(2026, 11, 20))

    for day in range(5):
        schedule.remind_of_late(at=MONDAY + timedelta(days=day))

    assert topics() == []
    assert johan.notices.get().code == "late"


@pytest.mark.django_db
def test_what_becomes_late_after_the_digest_is_reminded_of_by_mail(visit, amina, johan):
    move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina, due=date(2026, 11, 24))

    for day in range(5):
        schedule.remind_of_late(at=MONDAY + timedelta(days=day))

    (said,) = OutboxMessage.objects.values_list("topic", "payload")
    assert said == ("mail.reminder", {"person_id": johan.pk, "on": "2026-11-25"})


@pytest.mark.django_db
def test_nobody_is_reminded_on_the_last_day(visit, amina):
    move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina, due=MONDAY.date())

    assert schedule.remind_of_late(at=MONDAY) == 0


@pytest.mark.django_db
def test_the_digest_is_promised_once_to_everybody_with_a_role(world):
    first, second = (schedule.promise_digests(at=MONDAY) for _time in range(2))

    assert (first, second) == (len(world), 0)
    assert topics() == ["mail.digest"] * len(world)


@pytest.mark.django_db
def test_the_digest_is_not_promised_to_who_has_turned_it_off(world, johan):
    turn_off_the_digest(johan)

    schedule.promise_digests(at=MONDAY)

    told = OutboxMessage.objects.filter(topic="mail.digest").values_list("payload__person_id")
    assert {key for (key,) in told} == {user.pk for user in world.values()} - {johan.pk}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "sent_on"),
    [
        ((date(2026, 11, 23), date(2026, 11, 29)), date(2026, 11, 23)),
        # Easter Monday
        ((date(2027, 3, 29), date(2027, 4, 4)), date(2027, 3, 30)),
        # Epiphany is a Wednesday, and moves nothing
        ((date(2027, 1, 4), date(2027, 1, 10)), date(2027, 1, 4)),
        # Whitsun is no holiday since 2005; 6 June 2033 is a Monday
        ((date(2033, 6, 6), date(2033, 6, 12)), date(2033, 6, 7)),
    ],
)
def test_the_digest_goes_on_the_week_s_first_working_day(world, days, sent_on):
    first, last = days
    sent = []

    for day in range((last - first).days + 1):
        moment = datetime(first.year, first.month, first.day, 7, tzinfo=STOCKHOLM)
        with time_machine.travel(moment + timedelta(days=day), tick=False):
            schedule.every_morning()
        if OutboxMessage.objects.filter(topic="mail.digest").exists():
            sent.append(first + timedelta(days=day))
            OutboxMessage.objects.all().delete()

    assert sent == [sent_on]


@pytest.mark.django_db
def test_what_was_told_long_ago_is_forgotten(visit, johan):
    for days in (89, 91):
        about = {"engagement": visit, "once": str(days), "at": MONDAY - timedelta(days=days)}
        notices.tell([johan], Sort.BALL, "ball", **about, on=MONDAY.date())

    assert schedule.forget_old_notices(at=MONDAY) == 1
    assert [row.once for row in Notice.objects.all()] == ["89"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 11, 23, 5, 59, tzinfo=STOCKHOLM), set()),
        (datetime(2026, 11, 23, 6, 0, tzinfo=STOCKHOLM), {"mail.digest"}),
        (datetime(2026, 11, 24, 9, 0, tzinfo=STOCKHOLM), {"mail.reminder"}),
        (datetime(2026, 11, 28, 9, 0, tzinfo=STOCKHOLM), set()),
    ],
)
def test_mail_keeps_office_hours(visit, amina, moment, said):
    move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina, due=date(2026, 11, 20))

    with time_machine.travel(moment, tick=False):
        schedule.every_morning()

    assert set(topics()) == said


@pytest.mark.django_db
def test_the_ledger_is_anchored_once_a_day():
    with time_machine.travel(MONDAY, tick=False):
        schedule.anchor_ledger()
        schedule.anchor_ledger()

    assert Anchor.objects.filter(day=MONDAY.date()).count() == 1
    assert PeriodicRun.objects.filter(job="anchor").count() == 1
