"""Exports made by the worker: asked for, made with true progress, cancelled, kept a day."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.core.files import File
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone, translation

from engagements import outbox
from engagements.models import User
from governance.models import Job, JobState
from governance.reports import registry
from governance.reports.files import WRITERS

FILE_LIVES = timedelta(hours=24)
# No worker runs longer than this (the hard time limit); what is older has been lost.
GIVEN_UP = timedelta(minutes=30)
UNFINISHED = (JobState.QUEUED, JobState.RUNNING)
Clock = Callable[[], datetime]


class Cancelled(Exception):
    """The one who asked has cancelled."""


@transaction.atomic
def ask(report: str, form: str, query: dict[str, str], *, by: User, at: datetime) -> Job:
    """Ask for a report as a file. form: "xlsx", "csv" or "json"."""
    job = Job.objects.create(report=report, format=form, query=query, asked_by=by, asked_at=at)
    outbox.promise("report", at=at, once=f"job:{job.pk}", job_id=str(job.pk))
    return job


@transaction.atomic
def cancel(job: Job, *, at: datetime) -> Job:
    """Stop a job that is not ready yet; one that is stays as it is."""
    row = Job.objects.select_for_update().get(pk=job.pk)
    if row.state in UNFINISHED:
        row.state, row.ended_at = JobState.CANCELLED, at
        row.save(update_fields=["state", "ended_at"])
    return row


def make(job_id: UUID | str, *, clock: Clock) -> None:
    """Make the file of a job. Safe to run twice, one after the other or at once.

    Each step of progress is its own short transaction, so that the page can see it.
    """
    with _alone(job_id) as alone:
        if not alone:
            return
        claimed = Job.objects.filter(pk=job_id, state__in=UNFINISHED)
        if not claimed.update(state=JobState.RUNNING, done=0):
            return
        job = Job.objects.select_related("asked_by").get(pk=job_id)
        try:
            with translation.override(job.asked_by.language):
                _write(job, at=clock())
        except Cancelled:
            return
        _finish(job, at=clock())


@contextmanager
def _alone(job_id: UUID | str) -> Iterator[bool]:
    """Hold the job for this connection; a killed worker's connection lets go of it by itself."""
    key = UUID(str(job_id)).int % 2**63
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s)", [key])
        (alone,) = cursor.fetchone()
    try:
        yield alone
    finally:
        if alone:
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_unlock(%s)", [key])


def _write(job: Job, *, at: datetime) -> None:
    report = registry.build(job.report, job.query, by=job.asked_by, at=at)
    Job.objects.filter(pk=job.pk).update(total=report.total)
    job.total = report.total

    def progress(done: int) -> None:
        if not Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(done=done):
            raise Cancelled

    with tempfile.TemporaryFile() as target:
        write = report.writers.get(job.format) or WRITERS[job.format]
        write(report, target, progress)
        progress(report.total)
        target.seek(0)
        about = (
            job.query.get("year") or job.query.get("number") or timezone.localdate(at).isoformat()
        )
        name = f"{job.report}-{about}-{str(job.pk)[:8]}.{job.format}"
        job.file.save(name, File(target), save=False)
    Job.objects.filter(pk=job.pk).update(file=job.file.name)


@transaction.atomic
def _finish(job: Job, *, at: datetime) -> None:
    ready = Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(
        state=JobState.DONE, done=job.total, ended_at=at
    )
    if ready:
        outbox.promise("job.done", at=at, once=f"job.done:{job.pk}", job_id=str(job.pk))


def fail(job_id: UUID | str, message: str, *, at: datetime) -> None:
    """Note that a job could not be made, with a sentence for the one who asked."""
    Job.objects.filter(pk=job_id, state__in=UNFINISHED).update(
        state=JobState.FAILED, message=message, ended_at=at
    )


def unfinished(*, at: datetime) -> QuerySet[Job]:
    """Return the jobs that a worker may have lost; making one that is being made is harmless."""
    return Job.objects.filter(state__in=UNFINISHED, asked_at__lt=at - timedelta(minutes=1))


def is_there(job: Job, *, at: datetime) -> bool:
    """Whether the file can be fetched: made, and not older than a day."""
    return bool(
        job.state == JobState.DONE and job.file and job.ended_at and at < job.ended_at + FILE_LIVES
    )


def tidy(*, at: datetime) -> int:
    """Take away files that are more than a day old; returns how many."""
    old = Job.objects.filter(ended_at__lt=at - FILE_LIVES).exclude(file="")
    for job in old:
        job.file.delete()
    return len(old)
