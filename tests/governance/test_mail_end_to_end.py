"""Mail from the clock to a real mail server, with the clock frozen and the worker killed.

Each reminder comes once, to the right people in their language; none comes after the answer. A
worker that dies between taking and sending loses nothing, and what it may send twice has the same
Message-ID, which is how mail programs know that it is one letter.
"""

import asyncio
import email
import email.policy
import signal
import socket
import threading
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.db import transaction

from engagements import lifecycle
from engagements.models import Engagement, OutboxMessage
from engagements.vocabulary import Body, RoleName, Status
from governance import schedule, tasks
from governance.actions import being_away, noticing
from governance.models import Sort, Way
from tests.factories import visits
from tests.governance.test_tasks import PATIENCE, forget_connections, until, use_broker, worker

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY = datetime(2026, 11, 30, 8, tzinfo=STOCKHOLM)


class Sink:
    """A mail server that keeps what it is sent, and can be held before or after it has."""

    def __init__(self):
        self.letters = []
        self.hold_before, self.hold_after = threading.Event(), threading.Event()
        self.held = threading.Event()
        self.let_go = threading.Event()

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - the server asks for it
        await self._wait(self.hold_before)
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.letters.append((envelope.rcpt_tos, letter))
        await self._wait(self.hold_after)
        return "250 OK"

    async def _wait(self, asked):
        if asked.is_set():
            self.held.set()
            while not self.let_go.is_set():
                await asyncio.sleep(0.02)

    def ids(self):
        return Counter(letter["Message-ID"] for _to, letter in self.letters)

    def to(self, person):
        return [letter for to, letter in self.letters if to == [person.email]]


@pytest.fixture
def sink(settings):
    """Give a real mail server, to which the site's mail goes."""
    kept = Sink()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        kept.port = free.getsockname()[1]
    server = Controller(kept, hostname="127.0.0.1", port=kept.port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", kept.port
    yield kept
    kept.let_go.set()
    server.stop()


def frozen(moment):
    return time_machine.travel(moment, tick=False)


def clock_comes_by(moment):
    """Let the scheduler run twice within the hour, as two beats would."""
    with frozen(moment):
        for _time in range(2):
            schedule.every_morning()


def promises_are_kept(moment):
    """Let the dispatcher come round until nothing is due, each message delivered twice."""
    with frozen(moment):
        while due := list(OutboxMessage.objects.filter(done_at=None)[:50]):
            for message in due:
                for _time in range(2):
                    tasks.deliver(message_id=str(message.pk))
                message.refresh_from_db()
                assert message.done_at, message.last_error


def without_digest(*people):
    """Let people be reminded by mail, and by no digest on its day."""
    loud = {Sort.DIGEST: Way.OFF, Sort.REMINDER: Way.MAIL, Sort.ANSWER: Way.MAIL}
    for person in people:
        noticing.choose(loud, by=person, at=MONDAY)


@transaction.atomic
def due(item, by, day):
    row = lifecycle.lock(item.pk)
    row.due = day
    return lifecycle.save(row, by=by, at=MONDAY, why="")


@pytest.mark.django_db(transaction=True)
def test_each_reminder_comes_once_to_the_right_people_and_none_after_the_answer(
    world, amina, johan, sara, sink
):
    stina, erik = world["stina.ek"], world["erik.palm"]
    stina.language = "en"
    stina.save()
    without_digest(*world.values())
    with frozen(MONDAY - timedelta(days=10)):
        ours = visits.handed_in(by=amina)
        theirs = visits.handed_in(by=stina, host="TK")
        unit = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
        for item, by in ((ours, amina), (theirs, stina), (unit, amina)):
            due(item, by, (MONDAY - timedelta(days=3)).date())
        being_away.be_away(
            amina,
            first=MONDAY.date(),
            last=(MONDAY + timedelta(days=2)).date(),
            instead=[erik],
            by=amina,
            at=MONDAY - timedelta(days=10),
        )
        OutboxMessage.objects.all().delete()

    clock_comes_by(MONDAY)
    promised = OutboxMessage.objects.filter(topic="mail.reminder").count()
    # Between the promise and the mail the unit answers.
    lifecycle.move(
        Engagement.objects.get(pk=unit.pk),
        Status.RETURNED,
        by=johan,
        at=MONDAY,
        why="",
        ball=Body.CONTACT_PERSON,
        ball_organisation=unit.organisation,
    )
    promises_are_kept(MONDAY)
    for hour in (1, 24, 48, 72):
        clock_comes_by(MONDAY + timedelta(hours=hour))
        promises_are_kept(MONDAY + timedelta(hours=hour))

    assert sink.to(johan) == [], "none comes after the answer"
    assert set(sink.ids().values()) == {1}, "each comes once"
    reached = {to for tos, _letter in sink.letters for to in tos}
    answering = {"contact_person", "deputy", "board_secretary"}
    homes = {ours.organisation_id, theirs.organisation_id, ours.organisation.board_id}
    homes.add(theirs.organisation.board_id)
    assert {amina.email, erik.email, stina.email} <= reached
    assert reached <= {
        one.email
        for one in world.values()
        if one.roles.filter(name__in=answering, organisation__in=homes).exists()
    }
    assert promised >= 4
    (swedish,), (english,) = sink.to(amina), sink.to(stina)
    assert swedish["Subject"] == "Ett ärende hos dig är försenat"
    assert english["Subject"] == "One case with you is overdue"
    assert ours.number in swedish.get_content()
    assert theirs.number not in swedish.get_content()
    assert theirs.number in english.get_content()
    assert ours.number not in english.get_content()


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_loses_no_mail_and_what_comes_twice_is_one_letter(
    world, amina, sink, monkeypatch, broker_url
):
    use_broker(monkeypatch, broker_url)
    without_digest(*world.values())
    with frozen(MONDAY - timedelta(days=10)):
        item = visits.handed_in(by=amina)
        due(item, amina, (MONDAY - timedelta(days=3)).date())
        OutboxMessage.objects.all().delete()
    clock_comes_by(MONDAY)
    wanted = set(
        OutboxMessage.objects.filter(topic="mail.reminder").values_list(
            "payload__person_id", flat=True
        )
    )
    assert len(wanted) >= 2
    now, running = MONDAY, []
    try:
        # The first dies before the server has the letter, the second before it hears that it has.
        for gate in (sink.hold_before, sink.hold_after):
            gate.set()
            running.append(worker(broker_url, TEST_SMTP=str(sink.port), TEST_NOW=now.isoformat()))
            with frozen(now):
                assert tasks.dispatch_outbox() == len(wanted) - done()
            assert sink.held.wait(PATIENCE)
            running[-1].send_signal(signal.SIGKILL)
            running[-1].wait(timeout=PATIENCE)
            gate.clear()
            sink.held.clear()
            now += timedelta(minutes=2)
        sink.let_go.set()
        running.append(worker(broker_url, TEST_SMTP=str(sink.port), TEST_NOW=now.isoformat()))
        with frozen(now):
            tasks.dispatch_outbox()
        until(lambda: done() == len(wanted))
    finally:
        for process in running:
            process.kill()
            process.wait(timeout=PATIENCE)
        forget_connections()

    told = {to for tos, _letter in sink.letters for to in tos}
    assert told == {one.email for one in world.values() if one.pk in wanted}, "none is lost"
    assert len(sink.ids()) == len(wanted), "what comes twice has the same Message-ID"


def done():
    return OutboxMessage.objects.filter(topic="mail.reminder", done_at__isnull=False).count()
