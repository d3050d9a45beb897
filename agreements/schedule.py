"""What the clock starts for agreements: reminders before they end."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from celery import shared_task
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from agreements.signing.register import KINDS, NOT_AMENDMENT
from engagements import outbox
from engagements.calendar import is_working_day
from engagements.models import Engagement, Role, User
from engagements.permissions import OWNERS
from engagements.timeline import record
from engagements.vocabulary import RoleName, Status
from governance.schedule import MORNING, first_time

DAYS = (180, 90, 30)


@shared_task
def every_morning(**_later: Any) -> None:
    """Remind of the agreements that come to their end."""
    now = timezone.localtime()
    if now.hour >= MORNING and is_working_day(now.date()):
        remind_of_ends(at=now)


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
    for person in _told(agreement, on=today):
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


def _told(agreement: Engagement, *, on: date) -> QuerySet[User]:
    """Return those who answer for it; the international unit where nobody does any more."""
    roles = Role.objects.on(on)
    own = roles.filter(organisation=agreement.organisation, name__in=OWNERS)
    found = User.objects.filter(pk__in=own.values("user"), is_active=True)
    if found.exists():
        return found
    unit = roles.filter(name=str(RoleName.INTERNATIONAL_UNIT))
    return User.objects.filter(pk__in=unit.values("user"), is_active=True)
