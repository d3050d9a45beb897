"""Mail goes to whoever holds the ball now, in their language, and says what to do by when."""

import socket
from datetime import date
from email.header import decode_header, make_header

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.core import mail
from django.db import transaction
from django.utils import timezone

from engagements import lifecycle, outbox, turns
from engagements.models import Engagement, OutboxMessage
from engagements.registration import register
from engagements.vocabulary import Body, Status
from governance import notifications, tasks
from governance.models import Reply, ReplyState
from tests.rows import NOON
from visits.models import Visit

TODAY = date(2026, 11, 23)


@pytest.fixture
def visit(world, amina):
    organisation = amina.roles.get().organisation
    return register(Visit, organisation=organisation, title="Besök från Lyon", by=amina, at=NOON)


def move(engagement, status, ball, by, due=date(2026, 12, 1), organisation=None):
    moved = lifecycle.move(
        engagement,
        status,
        by=by,
        at=NOON,
        why="",
        ball=ball,
        ball_organisation=organisation,
        due=due,
    )
    return Engagement.objects.with_ball().get(pk=moved.pk)


def deliver_all():
    while due := OutboxMessage.objects.filter(done_at=None).first():
        tasks.deliver(message_id=str(due.pk))


def promise_ball(engagement):
    with transaction.atomic():
        outbox.promise(
            "notify.ball", at=timezone.now(), engagement_id=engagement.pk, event="submitted"
        )


MF = ("amina.lindqvist", "erik.palm", "gunilla.berg")


@pytest.mark.django_db
def test_the_unit_that_is_asked_for_advice_holds_the_ball(visit, amina, johan):
    asked = move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina)

    assert list(turns.holders(asked, on=TODAY)) == [johan]


@pytest.mark.django_db
def test_who_answers_for_an_organisation_holds_what_it_is_to_do(visit, world, amina):
    decided = move(visit, Status.DECISION, Body.RECEIVING_BODY, amina)

    assert list(turns.holders(decided, on=TODAY)) == [
        amina,
        world["erik.palm"],
        world["gunilla.berg"],
    ]


@pytest.mark.django_db
def test_the_one_who_took_it_holds_it_alone(visit, world, amina):
    decided = move(visit, Status.DECISION, Body.RECEIVING_BODY, amina)
    decided.ball_person = world["erik.palm"]

    assert list(turns.holders(decided, on=TODAY)) == [world["erik.palm"]]


@pytest.mark.django_db
def test_nobody_in_the_city_holds_what_the_delegation_is_to_answer(visit, amina):
    decided = move(visit, Status.DECISION, Body.RECEIVING_BODY, amina)
    countered = move(decided, Status.COUNTERED, Body.DELEGATION, amina)

    assert list(turns.holders(countered, on=TODAY)) == []


@pytest.mark.django_db
def test_the_subject_says_what_to_do_and_by_when(visit, amina, johan):
    asked = move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina)

    notifications.tell_holder(asked, johan, "submitted")

    (letter,) = mail.outbox
    assert letter.to == [johan.email]
    assert letter.subject == f"Ge råd senast tisdag 1 december: Besök från Lyon ({visit.number})"
    assert f"/arenden/{visit.number}/" in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"


@pytest.mark.django_db
def test_the_same_mail_has_the_same_message_id(visit, amina, johan):
    asked = move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina)

    notifications.tell_holder(asked, johan, "submitted")
    notifications.tell_holder(asked, johan, "submitted")

    first, second = (letter.extra_headers["Message-ID"] for letter in mail.outbox)
    assert first == second == f"<ball-{asked.pk}-{asked.version}-{johan.pk}@stockholm.example>"


@pytest.mark.django_db
def test_a_mail_never_names_a_secret_engagement(visit, amina, johan):
    asked = move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina)
    asked.secret = True

    notifications.tell_holder(asked, johan, "submitted")

    (letter,) = mail.outbox
    assert "Lyon" not in letter.subject + letter.body
    assert visit.number in letter.subject


@pytest.mark.django_db
def test_a_title_can_not_add_lines_to_a_mail(visit, amina, johan):
    asked = move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina)
    asked.title = "Lyon\r\nBcc: somebody@example.org"

    notifications.tell_holder(asked, johan, "submitted")

    (letter,) = mail.outbox
    assert letter.recipients() == [johan.email]
    assert "Lyon Bcc: somebody@example.org" in letter.subject
    assert "Bcc" not in letter.message()


@pytest.mark.django_db
def test_each_holder_gets_one_mail_however_often_it_is_promised(visit, world, amina):
    decided = move(visit, Status.DECISION, Body.RECEIVING_BODY, amina)
    promise_ball(decided)
    promise_ball(decided)

    deliver_all()

    told = sorted(letter.to[0] for letter in mail.outbox)
    assert told == sorted(world[name].email for name in MF)


@pytest.mark.django_db
def test_nobody_is_mailed_about_a_ball_that_has_gone_on(visit, amina):
    asked = move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina)
    promise_ball(asked)
    tasks.deliver(message_id=str(OutboxMessage.objects.get().pk))
    move(asked, Status.WITHDRAWN, None, amina)

    deliver_all()

    assert mail.outbox == []


@pytest.mark.django_db
def test_the_digest_lists_what_lies_with_a_person_most_urgent_first(visit, amina, johan):
    later = register(
        Visit, organisation=visit.organisation, title="Besök från Gent", by=amina, at=NOON
    )
    move(later, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina, due=date(2026, 12, 9))
    move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina)

    notifications.send_digest(johan, on=TODAY)

    (letter,) = mail.outbox
    assert letter.subject == "2 ärenden ligger hos dig den här veckan"
    assert letter.body.index("Lyon") < letter.body.index("Gent")


@pytest.mark.django_db
def test_a_person_with_nothing_to_do_gets_no_digest(visit, amina, johan):
    notifications.send_digest(johan, on=TODAY)
    notifications.send_digest(amina, on=TODAY)

    assert mail.outbox == []


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Kept(Message):
    """Keeps what it receives."""

    def __init__(self):
        super().__init__()
        self.letters = []

    def handle_message(self, message):
        self.letters.append(message)


@pytest.fixture
def post_office(settings):
    """A real mail server; what it has received."""
    kept = Kept()
    controller = Controller(kept, hostname="127.0.0.1", port=_free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield kept.letters
    controller.stop()


def queued_reply(engagement, by):
    return Reply.objects.create(
        engagement=engagement,
        language="sv",
        to="claire@lyon.example",
        subject="Ert besök i Stockholm",
        body="Hej,\n\nvi tar gärna emot er på Hornsgatan.\n",
        state=ReplyState.QUEUED,
        written_by=by,
        written_at=NOON,
    )


@pytest.mark.django_db
def test_a_reply_reaches_a_real_mail_server_once(visit, amina, post_office):
    reply = queued_reply(visit, amina)

    for _time in range(2):
        with transaction.atomic():
            tasks.TOPICS["mail.reply"](reply_id=reply.pk)

    (letter,) = post_office
    reply.refresh_from_db()
    assert letter["To"] == "claire@lyon.example"
    assert letter["Message-ID"] == f"<reply.{reply.pk}@stockholm.example>"
    assert "vi tar gärna emot er" in letter.get_payload(decode=True).decode()
    assert reply.state == ReplyState.SENT
    assert visit.events.filter(code="reply_sent", data={}).count() == 1


@pytest.mark.django_db
def test_a_turn_reaches_a_real_mail_server_in_its_readers_language(
    visit, amina, johan, post_office
):
    johan.language = "en"
    johan.save()
    promise_ball(move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina))

    deliver_all()

    (letter,) = post_office
    subject = str(make_header(decode_header(letter["Subject"]))).strip()
    assert letter["To"] == johan.email
    assert subject == f"Give advice by Tuesday 1 December: Besök från Lyon ({visit.number})"
    assert "Change what you get: http" in letter.get_payload(decode=True).decode()


@pytest.mark.django_db
def test_a_reply_waits_while_the_mail_server_is_away(visit, amina, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", _free_port()
    reply = queued_reply(visit, amina)
    with transaction.atomic():
        outbox.promise("mail.reply", at=timezone.now(), reply_id=reply.pk)

    tasks.deliver(message_id=str(OutboxMessage.objects.get().pk))

    reply.refresh_from_db()
    message = OutboxMessage.objects.get()
    assert reply.state == ReplyState.QUEUED
    assert (message.attempts, message.done_at, message.dead_at) == (1, None, None)
    assert "ConnectionRefusedError" in message.last_error


@pytest.mark.django_db
def test_mail_speaks_the_language_of_the_one_who_reads_it(visit, amina, johan):
    asked = move(visit, Status.ADVICE, Body.INTERNATIONAL_UNIT, amina)
    johan.language = "en"

    notifications.tell_holder(asked, johan, "submitted")

    (letter,) = mail.outbox
    assert letter.subject.startswith("Give advice by Tuesday 1 December: ")
