"""A position is reminded of before its last useful day, and asked after it what came of it."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from agreements import schedule, tasks
from agreements.position import tending
from engagements.models import OutboxMessage
from engagements.vocabulary import Status
from tests.factories import positions as factory
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db


def promised(person):
    rows = OutboxMessage.objects.filter(topic="mail.position", payload__person_id=person.pk)
    return sorted((row.payload["stage"] for row in rows), reverse=True)


def pass_days(*days):
    """Let the clock come by on mornings, counted from today."""
    now = timezone.now()
    return [schedule.remind_of_positions(at=now + timedelta(days=day)) for day in days]


def note(item, came_of, *, by):
    today = timezone.localdate()
    given = {"done_on": today, "what": "Möte i Bryssel", "came_of": came_of}
    tending.note(item, **given, by=by, at=timezone.now())


@pytest.fixture
def item(amina):
    """Give a draft that is to be said within forty days."""
    return factory.draft(by=amina, days=40)


def test_the_owners_are_reminded_30_14_and_3_days_before_once_each(item, amina):
    assert pass_days(9, 10, 11, 26, 27, 36, 37, 40) == [0, 1, 0, 1, 0, 0, 1, 0]
    assert promised(amina) == [30, 14, 3]
    assert fresh(item).events.filter(code="deadline_near").count() == 3


def test_an_undecided_position_is_not_asked_what_came_of_it(item, amina):
    assert pass_days(41, 50) == [0, 0]


def test_after_the_day_what_came_of_a_decided_position_is_asked_once(item, amina, maria):
    item = factory.said(item, by=amina, unit=maria)
    note(item, "", by=amina)

    assert pass_days(41, 42, 90) == [1, 0, 0]
    assert promised(amina) == [-1]
    assert fresh(item).events.filter(code="result_asked").count() == 1


def test_nobody_is_reminded_when_it_is_written_what_came_of_it(item, amina, maria):
    item = factory.said(item, by=amina, unit=maria)
    note(item, "Utskottet tog in två av tre förslag.", by=amina)

    assert pass_days(10, 26, 41) == [0, 0, 0]


def test_what_is_sent_is_not_hurried_on_but_asked_of_afterwards(item, amina, maria):
    item = factory.said(item, by=amina, unit=maria)
    row = item.position
    row.sent_on, row._history_user = timezone.localdate(), amina
    row.save()

    assert pass_days(10, 37, 41) == [0, 0, 1]


def test_a_day_that_is_moved_is_reminded_of_anew(item, amina):
    assert pass_days(10) == [1]
    row = item.position
    row.deadline_on, row._history_user = row.deadline_on + timedelta(days=1), amina
    row.save()

    assert pass_days(10, 11) == [0, 1]


def test_the_mail_says_which_day_and_what_lacks_and_is_not_sent_once_answered(item, amina, maria):
    about = {"position_id": item.pk, "person_id": amina.pk}
    tasks.mail_position(**about, stage=14)
    item = factory.said(item, by=amina, unit=maria)
    mail.outbox[1:] = []
    with time_machine.travel(timezone.now() + timedelta(days=41)):
        tasks.mail_position(**about, stage=-1)
    note(item, "Förslaget ändrades.", by=amina)
    tasks.mail_position(**about, stage=-1)

    before, after = mail.outbox
    assert before.subject.startswith("Sista dag att få gehör ")
    assert "ställningstagandet är inte beslutat än" in before.body
    assert after.subject == f"Vad ledde det till? Yttrande om luften ({item.number})"
    assert "även om det inte ledde till något" in after.body
    assert fresh(item).status == Status.APPROVED
