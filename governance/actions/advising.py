"""Advice from SLK: asked, taken, handed over, given; void when the content changes (5.5.1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, lifecycle, outbox
from engagements.models import Engagement, Event, User
from engagements.timeline import record
from engagements.vocabulary import AdviceKind, Body, RoleName, Status
from governance import assessing, ledger
from governance.actions import stops
from governance.actions.intake import ADVICE_DAYS, tell_ball
from governance.actions.stops import DECISION_DAYS
from governance.models import AdviceMessage


class NotWaiting(Exception):
    """The engagement does not wait for this."""


def newest(engagement: Engagement) -> AdviceMessage | None:
    """Return the newest formal advice, void or not."""
    given = engagement.advice.exclude(kind="")
    return given.order_by("-id").first()


@transaction.atomic
def ask(
    engagement: Engagement, *, unit: RoleName, text: str, by: User, at: datetime
) -> AdviceMessage:
    """Ask a unit at SLK for advice; an engagement under decision goes back to advice."""
    row = lifecycle.lock(engagement.pk)
    moves = row.status in (Status.DECISION, Status.PREPARATION)
    if moves:
        row = lifecycle.move(
            row,
            Status.ADVICE,
            by=by,
            at=at,
            why=str(_("råd efterfrågat")),
            ball=Body(str(unit)),
            due=deadlines.counted("advice_asked", at=at, days=ADVICE_DAYS, source="5.5.1"),
            held=True,
        )
        tell_ball(row, "advice_asked", at=at)
    message = AdviceMessage.objects.create(engagement=row, unit=str(unit), text=text, by=by, at=at)
    record(row, "advice_asked", by=by, at=at, unit=str(unit))
    if not moves:  # who gets the ball is told of that
        _tell_message(message, at=at)
    return message


@transaction.atomic
def write(engagement: Engagement, *, text: str, by: User, at: datetime) -> AdviceMessage:
    """Add a message to the thread, without the weight of formal advice."""
    message = AdviceMessage.objects.create(engagement=engagement, text=text, by=by, at=at)
    record(engagement, "message", by=by, at=at)
    _tell_message(message, at=at)
    return message


def _tell_message(message: AdviceMessage, *, at: datetime) -> None:
    key = f"message:{message.pk}"
    outbox.promise("notify.message", at=at, once=key, message_id=message.pk)


@transaction.atomic
def take(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Put one's own name on an engagement that waits for advice. Raises NotWaiting."""
    row = lifecycle.lock(engagement.pk)
    if row.status != Status.ADVICE:
        raise NotWaiting(_("Ärendet väntar inte på råd."))
    before, row.ball_person = row.ball_person_id, by
    lifecycle.save(row, by=by, at=at, why=str(_("togs för rådgivning")))
    tell_before(record(row, "advice_taken", by=by, at=at), before=before, to=by, at=at)
    return row


@transaction.atomic
def hand_over(engagement: Engagement, *, unit: RoleName, by: User, at: datetime) -> Engagement:
    """Hand an engagement that waits for advice to another unit. Raises NotWaiting."""
    row = lifecycle.lock(engagement.pk)
    if row.status != Status.ADVICE:
        raise NotWaiting(_("Ärendet väntar inte på råd."))
    before, row.ball = row.ball, str(unit)
    holder, row.ball_person = row.ball_person_id, None
    row.ball_since = at
    lifecycle.save(row, by=by, at=at, why=str(_("överlämnat")))
    event = record(row, "handed_over", by=by, at=at, before=before, unit=str(unit))
    tell_ball(row, "handed_over", at=at)
    tell_before(event, before=holder, to=None, at=at)
    return row


def tell_before(event: Event, *, before: int | None, to: User | None, at: datetime) -> None:
    """Promise whoever had the matter in their name to hear that it has gone from them.

    before: their key. to: who has it now. Who gave it away themselves knows it.
    """
    if before and before not in (event.by_id, to and to.pk):
        key = f"let_go:{event.pk}"
        outbox.promise("notify.let_go", at=at, once=key, event_id=event.pk, person_id=before)


@transaction.atomic
def advise(
    engagement: Engagement,
    *,
    kind: AdviceKind,
    text: str,
    clauses: Iterable[str],
    unit: RoleName,
    version: int | None = None,
    by: User,
    at: datetime,
) -> AdviceMessage:
    """Give formal advice, bound to the content it is given on.

    "Return" sends the engagement back for completion; every other kind sends it on to decision.
    Raises NotWaiting, lifecycle.StaleVersion.
    """
    row = lifecycle.lock(engagement.pk, version=version)
    if row.status != Status.ADVICE:
        raise NotWaiting(_("Ärendet väntar inte på råd."))
    today = timezone.localdate(at)
    message = AdviceMessage.objects.create(
        engagement=row,
        unit=str(unit),
        kind=str(kind),
        text=text,
        clauses=list(clauses),
        content_sha256=assessing.content_hash(row, on=today),
        by=by,
        at=at,
    )
    record(row, "advice_given", by=by, at=at, kind=str(kind))
    if kind is AdviceKind.RETURN:
        row = lifecycle.move(
            row,
            Status.RETURNED,
            by=by,
            at=at,
            why=str(kind),
            ball=Body.CONTACT_PERSON,
            ball_organisation=row.organisation,
            due=deadlines.counted("returned", at=at, days=DECISION_DAYS, source="5.5.1"),
            held=True,
        )
    else:
        assessment = assessing.judge(row, stage="decision", on=today)
        row = stops.send_on(row, assessment, by=by, at=at, why=str(kind))
    tell_ball(row, "advice_given", at=at)
    ledger.advised(message)
    return message


@transaction.atomic
def void_stale(engagement: Engagement, *, by: User, at: datetime) -> int:
    """Void formal advice that was given on other content than today's. Returns how many."""
    now = assessing.content_hash(engagement, on=timezone.localdate(at))
    stale = (
        AdviceMessage.objects.filter(engagement=engagement, voided_at=None)
        .exclude(kind="")
        .exclude(content_sha256=now)
    )
    messages = list(stale.values_list("pk", flat=True))
    if messages:
        stale.update(voided_at=at)
        record(engagement, "advice_voided", by=by, at=at)
        ledger.voided(engagement, messages, by=by)
    return len(messages)
