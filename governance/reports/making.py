"""The worker's part of an export: outside the outbox's transaction, so that progress is seen."""

from __future__ import annotations

import logging
from typing import Any

from celery import shared_task
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance import tasks
from governance.reports import jobs

logger = logging.getLogger(__name__)
FAILED = _("Filen blev inte klar. Försök igen om en stund.")


@shared_task
def make_report(*, job_id: str, **_later: Any) -> None:
    """Make the file of a job; a fault is told to the one who asked, and logged."""
    try:
        jobs.make(job_id, clock=timezone.localtime)
    except Exception:
        logger.exception("job %s failed", job_id)
        jobs.fail(job_id, str(FAILED), at=timezone.localtime())


@tasks.topic("report")
def start_report(*, job_id: str) -> None:
    """Hand a job to the worker. Raises when the broker is away, and is then tried again."""
    make_report.apply_async(kwargs={"job_id": job_id}, retry=False)


@shared_task
def mend_jobs(**_later: Any) -> None:
    """Hand lost jobs to a worker again, give up on the oldest, and tidy away old files."""
    now = timezone.localtime()
    for job in jobs.unfinished(at=now):
        if job.asked_at < now - jobs.GIVEN_UP:
            jobs.fail(job.pk, str(FAILED), at=now)
        else:
            make_report.delay(job_id=str(job.pk))
    jobs.tidy(at=now)
