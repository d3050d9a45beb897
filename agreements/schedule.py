"""What the clock starts: agreements that end, and positions whose last useful day comes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from celery import shared_task
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from agreements.position.register import OVER, SAID
from agreements.position.tending import NOT_ANSWERED
from agreements.signing.register import KINDS, NOT_AMENDMENT
from engagements import outbox
from engagements.calendar import is_working_day
from engagements.models import Engagement, Role, User
from engagements.permissions import OWNERS
from engagements.timeline import record
from engagements.vocabulary import Kind, RoleName, Status
from governance.schedule import MORNING, first_time

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
    today = timezone.localdate(at)
    coming = Engagement.objects.filter(
        NOT_AMENDMENT,
        kind__in=KINDS,
        status=str(Status.APPROVED),
        ends_on__range=(today, today + timedelta(days=max(DAYS))),
    )
    due = coming.select_related("organisation").order_by("pk")
    return sum(_remind(agreement, today, at=at) for agreement in due)


def stage_of(last: date, *, on: date) -> int | None:
    """Return the days before an end of the stage that it has come to; None before the first."""
    left = (last - on).days
    return min((days for days in DAYS if left <= days), default=None)


@transaction.atomic
def _remind(agreement: Engagement, today: date, *, at: datetime) -> bool:
    """Remind of one end, once a stage. An end that an amendment moves is reminded of anew."""
    last = agreement.ends_on
    stage = stage_of(last, on=today) if last else None
    if last is None or stage is None:
        return False
    if not first_time("agreement_end", f"{agreement.pk}-{last}-{stage}", at=at):
        return False
    for person in _told(agreement, RoleName.INTERNATIONAL_UNIT, on=today):
        outbox.promise(
            "mail.agreement_end",
            at=at,
            once=f"mail.agreement_end:{agreement.pk}:{last}:{stage}:{person.pk}",
            agreement_id=agreement.pk,
            stage=stage,
            person_id=person.pk,
        )
    record(agreement, "end_near", by=None, at=at, day=last.isoformat())
    return True


def remind_of_positions(*, at: datetime) -> int:
    """Remind of every position that has come to its next stage; returns how many."""
    today = timezone.localdate(at)
    near = Q(position__deadline_on__range=(today, today + timedelta(days=max(POSITION_DAYS))))
    waits = near & Q(position__sent_on=None) & ~Q(status__in=OVER)
    past = Q(position__deadline_on__lt=today, status__in=SAID)
    due = Engagement.objects.filter(waits | past, NOT_ANSWERED, kind=str(Kind.POSITION))
    rows = due.select_related("organisation", "position").order_by("pk")
    return sum(_remind_of_position(row, today, at=at) for row in rows)


@transaction.atomic
def _remind_of_position(position: Engagement, today: date, *, at: datetime) -> bool:
    """Remind of one position, once a stage. A day that is moved is reminded of anew."""
    last = position.position.deadline_on
    if last is None:
        return False
    left = (last - today).days
    stage = AFTER if left < 0 else min(days for days in POSITION_DAYS if left <= days)
    if not first_time("position", f"{position.pk}-{last}-{stage}", at=at):
        return False
    for person in _told(position, RoleName.EU_UNIT, on=today):
        outbox.promise(
            "mail.position",
            at=at,
            once=f"mail.position:{position.pk}:{last}:{stage}:{person.pk}",
            position_id=position.pk,
            stage=stage,
            person_id=person.pk,
        )
    code = "result_asked" if stage == AFTER else "deadline_near"
    record(position, code, by=None, at=at, day=last.isoformat())
    return True


def _told(agreement: Engagement, unit: RoleName, *, on: date) -> QuerySet[User]:
    """Return those who answer for it; a unit of SLK where nobody does any more."""
    roles = Role.objects.on(on)
    own = roles.filter(organisation=agreement.organisation, name__in=OWNERS)
    found = User.objects.filter(pk__in=own.values("user"), is_active=True)
    if found.exists():
        return found
    seats = roles.filter(name=str(unit))
    return User.objects.filter(pk__in=seats.values("user"), is_active=True)
