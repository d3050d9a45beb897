"""What the clock starts: agreements that end, and positions whose last useful day comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from celery import shared_task
from django.db.models import Q, QuerySet
from django.utils import timezone

from agreements.position.register import OVER, SAID
from agreements.position.tending import NOT_ANSWERED
from agreements.signing.register import KINDS, NOT_AMENDMENT
from engagements import turns
from engagements.calendar import is_working_day
from engagements.models import Engagement
from engagements.vocabulary import Kind, RoleName, Status
from governance import calls
from governance.calls import Call, Look
from governance.schedule import MORNING, carry_out

DAYS = (180, 90, 30)
# Before the last useful day of a position; after it, what came of it is asked for once.
POSITION_DAYS = (30, 14, 3)
AFTER = -1


@shared_task
def every_morning(**_later: Any) -> None:
    """Remind of the agreements that come to their end, and of positions near their last day."""
    now = timezone.localtime()
    if now.hour >= MORNING and is_working_day(now.date()):
        remind_of_ends(at=now)
        remind_of_positions(at=now)


def remind_of_ends(*, at: datetime) -> int:
    """Remind of every agreement that has come to its next stage; returns how many."""
    found = ends(Look(timezone.localdate(at)))
    return sum(carry_out(call, at=at) is not None for call in found)


def stage_of(last: date, *, on: date) -> int | None:
    """Return the days before an end of the stage that it has come to; None before the first."""
    left = (last - on).days
    return min((days for days in DAYS if left <= days), default=None)


def ends(look: Look) -> Iterator[Call]:
    """Return the ends that have come to a stage. One that an amendment moves is told of anew."""
    on = look.on
    due = look.rows("ends", lambda: _ending(look))
    answering = calls.each(partial(turns.answering_in, due, RoleName.INTERNATIONAL_UNIT, on=on))
    for agreement in due:
        last = agreement.ends_on
        stage = stage_of(last, on=on) if last and last >= on else None
        if last is None or stage is None:
            continue
        people = answering(agreement.pk)
        yield Call(
            "agreement_end",
            f"{agreement.pk}-{last}-{stage}",
            agreement,
            people,
            calls.always(people, agreement, on=on),
            once=f"mail.agreement_end:{agreement.pk}:{last}:{stage}",
            topic="mail.agreement_end",
            day=last,
            payload={"agreement_id": agreement.pk, "stage": stage},
            stage=str(stage),
            event="end_near",
            said={"day": last.isoformat()},
        )


def _ending(look: Look) -> QuerySet[Engagement]:
    coming = Engagement.objects.filter(
        NOT_AMENDMENT,
        kind__in=KINDS,
        status=str(Status.APPROVED),
        ends_on__range=(look.on, look.until + timedelta(days=max(DAYS))),
    )
    seen = calls.seen_by(coming, look.whose, on=look.on)
    return seen.select_related("organisation").order_by("pk")


def remind_of_positions(*, at: datetime) -> int:
    """Remind of every position that has come to its next stage; returns how many."""
    found = positions(Look(timezone.localdate(at)))
    return sum(carry_out(call, at=at) is not None for call in found)


def positions(look: Look) -> Iterator[Call]:
    """Return the positions that have come to a stage. A day that is moved is told of anew."""
    on = look.on
    rows = look.rows("positions", lambda: _positions(look))
    answering = calls.each(partial(turns.answering_in, rows, RoleName.EU_UNIT, on=on))
    for position in rows:
        last, stage = position.position.deadline_on, _stage_of(position, on=on)
        if last is None or stage is None:
            continue
        people = answering(position.pk)
        yield Call(
            "position",
            f"{position.pk}-{last}-{stage}",
            position,
            people,
            calls.always(people, position, on=on),
            once=f"mail.position:{position.pk}:{last}:{stage}",
            topic="mail.position",
            day=last,
            payload={"position_id": position.pk, "stage": stage},
            stage=str(stage),
            event="result_asked" if stage == AFTER else "deadline_near",
            said={"day": last.isoformat()},
        )


def _positions(look: Look) -> QuerySet[Engagement]:
    near = (look.on, look.until + timedelta(days=max(POSITION_DAYS)))
    waits = Q(position__deadline_on__range=near, position__sent_on=None) & ~Q(status__in=OVER)
    past = Q(position__deadline_on__lt=look.until, status__in=SAID)
    due = Engagement.objects.filter(waits | past, NOT_ANSWERED, kind=str(Kind.POSITION))
    seen = calls.seen_by(due, look.whose, on=look.on)
    return seen.select_related("organisation", "position").order_by("pk")


def _stage_of(position: Engagement, *, on: date) -> int | None:
    """Return the days before the last useful day of the stage that a position has come to."""
    last = position.position.deadline_on
    if last is None:
        return None
    if last < on:
        return AFTER if position.status in SAID else None
    if position.position.sent_on or position.status in OVER:
        return None
    return min((days for days in POSITION_DAYS if (last - on).days <= days), default=None)
