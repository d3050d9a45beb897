"""Work that a person waits for, done by the worker with true progress."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """Where a job is."""

    QUEUED = "queued", _("I kö")
    RUNNING = "running", _("Skapas")
    DONE = "done", _("Klar")
    FAILED = "failed", _("Blev inte klar")
    CANCELLED = "cancelled", _("Avbruten")


class Job(models.Model):
    """An export that somebody asked for. Its file lives 24 hours and only for that person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.CharField(max_length=32)
    format = models.CharField(max_length=8)
    query = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    file = models.FileField(upload_to="jobs/%Y/%m", blank=True)
    message = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="jobs")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("jobb")
        verbose_name_plural = _("jobb")

    def __str__(self) -> str:
        return f"{self.report} {self.format} {self.state}"


class PeriodicRun(models.Model):
    """That a scheduled job ran for a period; the unique row makes it run once."""

    job = models.CharField(max_length=48)
    period = models.CharField(max_length=32)
    ran_at = models.DateTimeField()

    class Meta:
        verbose_name = _("schemalagd körning")
        verbose_name_plural = _("schemalagda körningar")
        constraints = [models.UniqueConstraint(fields=["job", "period"], name="once_a_period")]

    def __str__(self) -> str:
        return f"{self.job} {self.period}"
