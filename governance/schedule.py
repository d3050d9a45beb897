"""What the clock starts. Each job runs once a period, however many schedulers there are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from celery import shared_task
from django.db import IntegrityError, transaction
from django.utils import timezone

from engagements.calendar import is_working_day
from engagements.models import Engagement, User
from engagements.people import clockwork
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import ledger, notifications
from governance.actions import following_up
from governance.models import Job, JobState, PeriodicRun

FILE_LIVES = timedelta(hours=24)


def first_time(job: str, period: str) -> bool:
    """Claim a job for a period; False when it has been claimed. Call inside a transaction."""
    try:
        with transaction.atomic():
            PeriodicRun.objects.create(job=job, period=period, ran_at=timezone.now())
    except IntegrityError:
        return False
    return True


@shared_task
def every_morning(**_later: Any) -> None:
    """Open follow-ups of visits that have taken place, and remind of what is late."""
    today = timezone.localdate()
    open_follow_ups(today)
    if is_working_day(today):
        remind_of_late(today)


def open_follow_ups(today: date) -> int:
    """Move approved engagements whose last day has passed to follow-up; returns how many."""
    past = Engagement.objects.filter(status=Status.APPROVED, ends_on__lt=today)
    moved = 0
    for engagement in past.select_related("organisation"):
        following_up.begin(engagement, by=clockwork(), at=timezone.now())
        moved += 1
    return moved


@transaction.atomic
def remind_of_late(today: date) -> int:
    """Mail each person what lies late with them, once a week; returns how many were told."""
    late: dict[int, list[Engagement]] = {}
    people: dict[int, User] = {}
    for engagement in Engagement.objects.open().with_ball().filter(due__lt=today):
        for person in notifications.holders(engagement, on=today):
            late.setdefault(person.pk, []).append(engagement)
            people[person.pk] = person
    year, week, _day = today.isocalendar()
    told = 0
    for pk, engagements in late.items():
        if first_time("reminder", f"{year}-W{week:02d}-{pk}"):
            notifications.remind(engagements, people[pk], on=today)
            for engagement in engagements:
                record(engagement, "reminded", by=None, at=timezone.now())
            told += 1
    return told


@shared_task
def anchor_ledger(**_later: Any) -> None:
    """Anchor the ledger once a day."""
    with transaction.atomic():
        if first_time("anchor", timezone.localdate().isoformat()):
            ledger.anchor(day=timezone.localdate(), at=timezone.now())


@shared_task
def tidy_jobs(**_later: Any) -> None:
    """Take away the files of exports that are more than a day old."""
    for job in Job.objects.filter(
        state=JobState.DONE, ended_at__lt=timezone.now() - FILE_LIVES
    ).exclude(file=""):
        job.file.delete()
