"""What the clock starts. Each job runs once a period, however many schedulers there are."""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import Any

from celery import shared_task
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from engagements import outbox, turns
from engagements.calendar import is_working_day
from engagements.lifecycle import IllegalMove
from engagements.models import Detail, Engagement, Role, User
from engagements.people import clockwork
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import ledger, notifications
from governance.actions import following_up
from governance.models import Anchor, PeriodicRun

logger = logging.getLogger(__name__)
# Nobody is mailed by the clock before the working day.
MORNING = 6
MONDAY = 0


def first_time(job: str, period: str, *, at: datetime) -> bool:
    """Claim a job for a period; False when it has been claimed. Call inside a transaction."""
    try:
        with transaction.atomic():
            PeriodicRun.objects.create(job=job, period=period, ran_at=at)
    except IntegrityError:
        return False
    return True


def week_of(day: date) -> str:
    """Return a day's ISO week, as a period: "2026-W48"."""
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02d}"


@shared_task
def every_morning(**_later: Any) -> None:
    """Open follow-ups of visits that have taken place; remind of what is late; Monday's digest."""
    now = timezone.localtime()
    open_follow_ups(at=now)
    if now.hour < MORNING:
        return
    if is_working_day(now.date()):
        remind_of_late(at=now)
    if now.weekday() == MONDAY:
        promise_digests(at=now)


def open_follow_ups(*, at: datetime) -> int:
    """Move approved engagements whose last day has passed to follow-up; returns how many."""
    approved = Engagement.objects.filter(status=str(Status.APPROVED)).select_related("organisation")
    lasting = [str(model.kind) for model in Detail.__subclasses__() if model.lasts]
    ended = approved.exclude(kind__in=lasting, ends_on=None)
    past = ended.annotate(until=Coalesce("ends_on", "starts_on"))
    moved = 0
    for engagement in past.filter(until__lt=timezone.localdate(at)):
        try:
            following_up.begin(engagement, by=clockwork(), at=at)
        except IllegalMove:  # somebody was quicker
            logger.info("%s is no longer approved", engagement.number)
        else:
            moved += 1
    return moved


@transaction.atomic
def remind_of_late(*, at: datetime) -> int:
    """Promise each person a mail of what lies late with them, once a week; returns how many."""
    today = timezone.localdate(at)
    people: dict[int, User] = {}
    late = Engagement.objects.with_ball().exclude(ball="").filter(due__lt=today)
    for engagement in late.exclude(status=str(Status.DRAFT)):
        holders = list(turns.holders(engagement, on=today))
        people |= {person.pk: person for person in holders}
        if holders and first_time("late", f"{week_of(today)}-{engagement.pk}", at=at):
            record(engagement, "reminded", by=None, at=at)
    for person in people.values():
        _promise_mail("reminder", person, today, at=at)
    return len(people)


@transaction.atomic
def promise_digests(*, at: datetime) -> int:
    """Promise everybody with a role the week's digest, once a week; returns how many."""
    today = timezone.localdate(at)
    if not first_time("digest", week_of(today), at=at):
        return 0
    people = User.objects.filter(pk__in=Role.objects.on(today).values("user"), is_active=True)
    for person in people:
        _promise_mail("digest", person, today, at=at)
    return len(people)


def _promise_mail(name: str, person: User, today: date, *, at: datetime) -> None:
    outbox.promise(
        f"mail.{name}",
        at=at,
        once=f"{name}:{week_of(today)}:{person.pk}",
        person_id=person.pk,
        on=today.isoformat(),
    )


@shared_task
def anchor_ledger(**_later: Any) -> None:
    """Anchor the ledger once a day, and mail the anchor to those who keep it for us."""
    now = timezone.localtime()
    with transaction.atomic():
        if first_time("anchor", now.date().isoformat(), at=now):
            _promise_anchor(ledger.anchor(day=now.date(), at=now), at=now)


def _promise_anchor(anchor: Anchor, *, at: datetime) -> None:
    keepers: list[int | None] = [row.pk for row in notifications.registrars(on=anchor.day)]
    if settings.ANCHOR_RECIPIENTS:
        keepers.append(None)
    for person_id in keepers:
        outbox.promise(
            "mail.anchor",
            at=at,
            once=f"anchor:{anchor.pk}:{person_id or 'all'}",
            anchor_id=anchor.pk,
            person_id=person_id,
        )
