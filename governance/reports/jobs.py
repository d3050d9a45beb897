"""Exports made by the worker: asked for, made with true progress, cancelled, kept a day."""

from __future__ import annotations

import tempfile
from datetime import datetime
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.utils import timezone, translation

from engagements import outbox
from engagements.models import User
from governance.models import Job, JobState
from governance.reports import registry
from governance.reports.files import WRITERS


class Cancelled(Exception):
    """The one who asked has cancelled."""


@transaction.atomic
def ask(report: str, form: str, query: dict[str, str], *, by: User, at: datetime) -> Job:
    """Ask for a report as a file. form: "xlsx" or "csv"."""
    job = Job.objects.create(report=report, format=form, query=query, asked_by=by, asked_at=at)
    outbox.promise("report", at=at, once=f"job:{job.pk}", job_id=str(job.pk))
    return job


@transaction.atomic
def cancel(job: Job, *, at: datetime) -> Job:
    """Stop a job that is not ready yet; one that is stays as it is."""
    row = Job.objects.select_for_update().get(pk=job.pk)
    if row.state in (JobState.QUEUED, JobState.RUNNING):
        row.state, row.ended_at = JobState.CANCELLED, at
        row.save(update_fields=["state", "ended_at"])
    return row


def make(job_id: UUID | str) -> None:
    """Make the file of a job. Safe to run twice: what is done or cancelled stays as it is.

    Each step of progress is its own short transaction, so that the page can see it.
    """
    claimed = Job.objects.filter(pk=job_id, state__in=[JobState.QUEUED, JobState.RUNNING]).update(
        state=JobState.RUNNING, done=0
    )
    if not claimed:
        return
    job = Job.objects.select_related("asked_by").get(pk=job_id)
    try:
        with translation.override(job.asked_by.language):
            _write(job)
    except Cancelled:
        return
    with transaction.atomic():
        ready = Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(
            state=JobState.DONE, done=job.total, ended_at=timezone.localtime()
        )
        if ready:
            outbox.promise("job.done", at=timezone.localtime(), job_id=str(job.pk))


def _write(job: Job) -> None:
    report = registry.build(job.report, job.query, by=job.asked_by, at=timezone.localtime())
    Job.objects.filter(pk=job.pk).update(total=report.total)
    job.total = report.total

    def progress(done: int) -> None:
        if not Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(done=done):
            raise Cancelled

    with tempfile.TemporaryFile() as target:
        WRITERS[job.format](report, target, progress)
        progress(report.total)
        target.seek(0)
        name = f"{job.report}-{job.query.get('year', '')}-{str(job.pk)[:8]}.{job.format}"
        job.file.save(name, File(target), save=False)
    Job.objects.filter(pk=job.pk).update(file=job.file.name)


def fail(job_id: UUID | str, message: str) -> None:
    """Note that a job could not be made, with a sentence for the one who asked."""
    Job.objects.filter(pk=job_id, state__in=[JobState.QUEUED, JobState.RUNNING]).update(
        state=JobState.FAILED, message=message, ended_at=timezone.localtime()
    )
