"""What the worker does. Thin: ids in, one call. Every task may be run twice without harm.

The outbox keeps the promise: a message is locked, done and marked in one transaction; the broker
only carries wake-ups and may lose them all, since the dispatcher comes round again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from engagements import querysets, reading
from engagements.models import AccountEvent, Away, Engagement, OutboxMessage, User
from governance import announcing, material, network, notices, notifications, rounds, saved
from governance.importing import saving
from governance.models import (
    Anchor,
    ImportFile,
    Job,
    MaterialText,
    Meeting,
    NetworkQuestion,
    Notice,
    Reply,
    ReplyState,
    Round,
    Sort,
    ViewWatch,
)

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 5
BATCH = 50
# A message that was sent to the broker is sent again when it is not done by then.
PATIENCE = timedelta(seconds=60)
Topic = Callable[..., None]


def _mail_ball(*, engagement_id: int, person_id: int, event: str) -> None:
    engagement = Engagement.objects.with_ball().get(pk=engagement_id)
    today = timezone.localdate()
    told = announcing.turn(engagement, Sort.BALL, on=today)
    # the ball may have gone on since it was promised, and who was away may be back
    for one in (one for one in told if one.person.pk == person_id):
        notifications.tell_holder(engagement, one.person, event, away=one.away)


def away_of(away_id: int | None) -> Away | None:
    """Return in whose place somebody is told."""
    return Away.objects.select_related("person").get(pk=away_id) if away_id else None


def _mail_asked(*, consultation_id: int, person_id: int, away_id: int | None = None) -> None:
    person, today = User.objects.get(pk=person_id), timezone.localdate()
    open_ones = querysets.asked_of(person, on=today).filter(pk=consultation_id)
    asked = open_ones.select_related("engagement__organisation", "organisation").first()
    if asked:  # it may have been answered since it was promised
        notifications.tell_asked(asked, person, away=away_of(away_id))


def _mail_reminder(*, person_id: int, on: str) -> None:
    notifications.remind(User.objects.get(pk=person_id), on=date.fromisoformat(on))


def _mail_follow_up(
    *, engagement_id: int, person_id: int, stage: str, away_id: int | None = None
) -> None:
    engagement = Engagement.objects.with_ball().get(pk=engagement_id)
    person = User.objects.get(pk=person_id)
    if engagement.followed_up_on is None and person.is_active:  # it may have come since
        today = timezone.localdate()
        notifications.remind_of_follow_up(
            engagement, person, stage, on=today, away=away_of(away_id)
        )


def _mail_digest(*, person_id: int, on: str) -> None:
    notifications.send_digest(User.objects.get(pk=person_id), on=date.fromisoformat(on))


def _mail_reply(*, reply_id: int) -> None:
    reply = Reply.objects.select_for_update().get(pk=reply_id)
    if reply.state == ReplyState.QUEUED:
        notifications.send_reply(reply, at=timezone.now())


def _mail_anchor(*, anchor_id: int, person_id: int | None) -> None:
    person = User.objects.get(pk=person_id) if person_id else None
    notifications.send_anchor(Anchor.objects.get(pk=anchor_id), person)


def _mail_invitation(*, event_id: int) -> None:
    event = AccountEvent.objects.select_related("user").get(pk=event_id)
    if event.user.is_active:  # the account may have been shut since it was promised
        notifications.send_invitation(event)


def _mail_job(*, job_id: str) -> None:
    notifications.tell_job_done(Job.objects.select_related("asked_by").get(pk=job_id))


def _mail_import(*, file_id: str) -> None:
    notifications.tell_imported(ImportFile.objects.select_related("by").get(pk=file_id))


def _mail_meeting(*, meeting_id: int, person_id: int) -> None:
    meeting, person = Meeting.objects.get(pk=meeting_id), User.objects.get(pk=person_id)
    notifications.tell_meeting(meeting, person)


def _mail_round(*, round_id: int, person_id: int) -> None:
    of, person = Round.objects.get(pk=round_id), User.objects.get(pk=person_id)
    today = timezone.localdate()
    left = rounds.unanswered_by(person, of, on=today) if person.is_active else []
    if left:  # they may have answered since it was promised
        notifications.remind_of_round(of, person, left, on=today)


def _mail_question(*, question_id: int, person_id: int) -> None:
    question = NetworkQuestion.objects.get(pk=question_id)
    person, today = User.objects.get(pk=person_id), timezone.localdate()
    left = network.unanswered_by(person, question, on=today) if person.is_active else []
    if left:  # they may have answered since it was promised
        notifications.tell_question(question, person, left, on=today)


def _mail_notice(*, notice_id: int) -> None:
    found = Notice.objects.filter(pk=notice_id, read_at=None)
    for notice in found.select_related(
        "person", "engagement", "meeting", "bulletin", "material", "by", "todo", "away__person"
    ):
        still = notices.unread(notice.person, on=timezone.localdate()).filter(pk=notice.pk)
        if still.exists():  # it may have been read or done since, or been shut to the reader
            notifications.send_notice(notice)


def _mail_turn(*, notice_id: int) -> None:
    notice = Notice.objects.select_related("engagement").get(pk=notice_id)
    engagement: Any = notice.engagement
    told = announcing.turn(engagement, Sort(notice.sort), on=timezone.localdate())
    if any(one.person.pk == notice.person_id for one in told):  # it may have gone on since
        _mail_notice(notice_id=notice_id)


def _mail_view(*, watch_id: int) -> None:
    found = ViewWatch.objects.select_for_update(of=("self",)).select_related("person", "view__by")
    watch, today = found.filter(pk=watch_id).first(), timezone.localdate()
    if watch:  # it may have been stopped since it was promised
        new = list(saved.unseen(watch, on=today)[: saved.MOST_WATCHED])
        if new:
            notifications.tell_of_view(watch, new, on=today)


def _read_document(*, document_id: int) -> None:
    reading.read(document_id)


def _read_material(*, document_id: int) -> None:
    reading.read(document_id, model=MaterialText)


def _mail_stand_in(*, away_id: int, person_id: int) -> None:
    row = Away.objects.select_related("person").get(pk=away_id)
    if row.ended_at is None:  # they may be back since it was promised
        notifications.tell_stand_in(row, User.objects.get(pk=person_id))


def _now(tell: Topic) -> Topic:
    """Return work that tells people at the time that it is done."""

    def announce(**payload: Any) -> None:
        tell(**payload, at=timezone.now())

    return announce


TOPICS: dict[str, Topic] = {
    "notify.ball": _now(announcing.ball),
    "mail.ball": _mail_ball,
    "notify.asked": _now(announcing.asked),
    "mail.asked": _mail_asked,
    "mail.reminder": _mail_reminder,
    "mail.digest": _mail_digest,
    "mail.follow_up": _mail_follow_up,
    "mail.reply": _mail_reply,
    "mail.anchor": _mail_anchor,
    "mail.invitation": _mail_invitation,
    "job.done": _now(announcing.job_done),
    "import": _now(saving.make),
    "mail.import": _mail_import,
    "notify.meeting": _now(announcing.meeting),
    "mail.meeting": _mail_meeting,
    "mail.job": _mail_job,
    "mail.notice": _mail_notice,
    "mail.stand_in": _mail_stand_in,
    "mail.round": _mail_round,
    "mail.question": _mail_question,
    "mail.view": _mail_view,
    "notify.nudged": _now(announcing.nudged),
    "mail.nudged": _mail_turn,
    "notify.assigned": _now(announcing.assigned),
    "mail.assigned": _mail_turn,
    "notify.let_go": _now(announcing.let_go),
    "notify.bulletin": _now(announcing.bulletin),
    "notify.material": _now(announcing.material),
    "notify.minutes": _now(announcing.minutes),
    "notify.message": _now(announcing.message),
    "notify.comment": _now(announcing.comment),
    "notify.todo": _now(announcing.todo),
    "notify.todo_done": _now(announcing.todo_done),
    "notify.shared": _now(announcing.shared),
    "notify.extended": _now(announcing.extended),
    reading.TOPIC: _read_document,
    material.TOPIC: _read_material,
}


def topic(name: str) -> Callable[[Topic], Topic]:
    """Add work of a room above to what the outbox can promise."""

    def add(work: Topic) -> Topic:
        TOPICS[name] = work
        return work

    return add


@shared_task
def dispatch_outbox(**_later: Any) -> int:
    """Wake a worker for every message that is due; returns how many."""
    now = timezone.now()
    with transaction.atomic():
        due = list(
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(done_at=None, dead_at=None, next_attempt_at__lte=now)
            .order_by("next_attempt_at")
            .values_list("pk", flat=True)[:BATCH]
        )
        OutboxMessage.objects.filter(pk__in=due).update(next_attempt_at=now + PATIENCE)
    for pk in due:
        deliver.delay(message_id=str(pk))
    return len(due)


@shared_task
def deliver(*, message_id: str, **_later: Any) -> None:
    """Do what one message promises, once. A failure is written down and tried again later."""
    with transaction.atomic():
        message = (
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(pk=message_id, done_at=None, dead_at=None)
            .first()
        )
        if message is None:
            return
        try:
            with transaction.atomic():
                TOPICS[message.topic](**message.payload)
        except Exception as error:
            _put_off(message, error)
        else:
            message.done_at = timezone.now()
        message.attempts += 1
        message.save()


def _put_off(message: OutboxMessage, error: Exception) -> None:
    """Note an error, and when to try again; after the last attempt the message is dead."""
    logger.exception("outbox %s %s failed", message.topic, message.pk)
    now = timezone.now()
    message.last_error = f"{type(error).__name__}: {error}"[:1000]
    if message.attempts + 1 >= MOST_ATTEMPTS:
        message.dead_at = now
    else:
        message.next_attempt_at = now + timedelta(seconds=10 * 2**message.attempts)
