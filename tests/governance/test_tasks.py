"""The outbox keeps its promises, whatever is killed or away."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone
from kombu import pools
from kombu.exceptions import OperationalError

from engagements import outbox
from engagements.models import Event, OutboxMessage
from governance import tasks
from governance.models import Job, JobState
from governance.reports import jobs
from stadsinternationell.celery import app
from tests import rows

ROOT = Path(__file__).resolve().parents[2]
GATE = 4711
PATIENCE = 45


def promised(topic="test.work", **payload):
    with transaction.atomic():
        outbox.promise(topic, at=timezone.now(), **payload)
    return OutboxMessage.objects.latest("created_at")


def deliver(message):
    tasks.deliver(message_id=str(message.pk))
    message.refresh_from_db()
    return message


@pytest.fixture
def done(monkeypatch):
    """What the topic "test.work" has done."""
    seen = []
    monkeypatch.setitem(tasks.TOPICS, "test.work", lambda **payload: seen.append(payload))
    return seen


@pytest.fixture
def broken(monkeypatch):
    def fail(**_payload):
        raise ConnectionRefusedError("no mail server")

    monkeypatch.setitem(tasks.TOPICS, "test.work", fail)


def use_broker(monkeypatch, url):
    monkeypatch.setattr(app.conf, "broker_url", url)
    forget_connections()


def forget_connections():
    pools.reset()
    app._pool = None
    app.amqp._producer_pool = None


@pytest.mark.django_db
def test_a_message_is_done_once_however_often_it_is_delivered(done):
    message = promised(number=1)

    deliver(message)
    deliver(message)

    assert done == [{"number": 1}]
    assert message.done_at is not None
    assert message.attempts == 1


@pytest.mark.django_db
def test_a_failure_is_put_off_twice_as_long_each_time_and_dies_after_five(broken, caplog):
    message = promised()
    waits = []
    for _attempt in range(4):
        before = timezone.now()
        deliver(message)
        waits.append(round((message.next_attempt_at - before).total_seconds(), -1))

    deliver(message)

    assert waits == [10, 20, 40, 80]
    assert (message.attempts, message.done_at) == (5, None)
    assert message.dead_at is not None
    assert message.last_error == "ConnectionRefusedError: no mail server"
    assert len(caplog.records) == 5


@pytest.mark.django_db
def test_a_dead_message_is_not_tried_again(done):
    message = promised()
    OutboxMessage.objects.update(dead_at=timezone.now())

    deliver(message)

    assert done == []


@pytest.mark.django_db
def test_what_failed_work_wrote_is_undone(monkeypatch, caplog):
    engagement = rows.visit()
    before = Event.objects.count()

    def half(**_payload):
        Event.objects.create(engagement=engagement, code="reminded", at=timezone.now())
        raise ValueError("half way")

    monkeypatch.setitem(tasks.TOPICS, "test.work", half)
    deliver(promised())

    assert Event.objects.count() == before
    assert caplog.records[0].levelname == "ERROR"


@pytest.mark.django_db(transaction=True)
def test_a_message_that_is_being_done_is_left_alone(done):
    message = promised()

    def second():
        tasks.deliver(message_id=str(message.pk))

    with transaction.atomic():
        OutboxMessage.objects.select_for_update().get(pk=message.pk)
        rows.at_once(second)

    assert done == []


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_the_promise_is_kept_when_it_is_back(monkeypatch, done, broker_url):
    message = promised()
    use_broker(monkeypatch, "redis://127.0.0.1:1/0")
    with pytest.raises(OperationalError):
        tasks.dispatch_outbox()
    message.refresh_from_db()
    assert message.done_at is None

    use_broker(monkeypatch, broker_url)
    OutboxMessage.objects.update(next_attempt_at=timezone.now())
    assert tasks.dispatch_outbox() == 1
    assert tasks.dispatch_outbox() == 0

    with app.connection_for_read() as wire:
        letter = wire.SimpleQueue("celery").get(timeout=PATIENCE)
        letter.ack()
    assert letter.headers["task"] == "governance.tasks.deliver"
    tasks.deliver(**letter.payload[1])
    assert done == [{}]
    forget_connections()


def worker(broker_url, **more):
    """Start a real worker on this test's database and broker. more: of its environment."""
    database = connection.settings_dict
    name, state = database["NAME"], os.environ["UTBLICK_STATE"]
    environ = os.environ | {"BROKER_URL": broker_url, "TEST_DATABASE": str(name)}
    environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings_worker", "UTBLICK_STATE": state} | more
    command = [sys.executable, "-W", "ignore", "-m", "celery", "-A", "tests.governance.worker"]
    return subprocess.Popen(
        [*command, "worker", "--pool", "solo", "--without-gossip", "--without-mingle"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def until(holds):
    give_up = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < give_up
        with connection.cursor() as cursor:
            cursor.execute("select pg_sleep(0.05)")


def at_the_gate():
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_locks where locktype = 'advisory' and objid = %s"
            " and not granted",
            [GATE],
        )
        return cursor.fetchone()[0] == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_leaves_the_work_done_exactly_once(monkeypatch, broker_url):
    use_broker(monkeypatch, broker_url)
    engagement = rows.visit()
    events = Event.objects.filter(engagement=engagement, code="reminded")
    message = promised("test.slow", engagement_id=engagement.pk)
    running = []
    try:
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_lock(%s)", [GATE])
        running.append(worker(broker_url))
        tasks.dispatch_outbox()
        until(at_the_gate)
        running[0].send_signal(signal.SIGKILL)
        running[0].wait(timeout=PATIENCE)
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_unlock(%s)", [GATE])
        until(lambda: OutboxMessage.objects.filter(pk=message.pk, done_at=None).exists())
        assert events.count() == 0

        running.append(worker(broker_url))
        OutboxMessage.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))
        until(lambda: not at_the_gate())
        tasks.dispatch_outbox()
        until(lambda: OutboxMessage.objects.filter(pk=message.pk, done_at__isnull=False).exists())
        tasks.deliver(message_id=str(message.pk))
        assert events.count() == 1
    finally:
        for process in running:
            process.kill()
            process.wait(timeout=PATIENCE)
        forget_connections()


@pytest.mark.django_db(transaction=True)
def test_a_worker_makes_the_file_that_was_asked_for(monkeypatch, broker_url):
    use_broker(monkeypatch, broker_url)
    by = rows.person()
    query = {"year": "2026", "organisation": ""}
    job = jobs.ask("besok", "xlsx", query, by=by, at=timezone.now())
    running = worker(broker_url)
    try:
        tasks.dispatch_outbox()
        until(lambda: Job.objects.get(pk=job.pk).state not in jobs.UNFINISHED)
        job.refresh_from_db()
        assert (job.state, job.total) == (JobState.DONE, 0)
        assert job.file.size > 0
        assert OutboxMessage.objects.get(topic="report").attempts == 1
    finally:
        running.kill()
        running.wait(timeout=PATIENCE)
        forget_connections()
