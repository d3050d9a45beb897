"""Rows that keep promises: numbers without gaps, forms sent once, messages that get through."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from engagements.models.engagement import Engagement


class NumberSeries(models.Model):
    """The last number given in a series; one row a series and year, locked while it counts."""

    series = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("nummerserie")
        verbose_name_plural = _("nummerserier")
        constraints = [models.UniqueConstraint(fields=["series", "year"], name="one_series_a_year")]

    def __str__(self) -> str:
        return f"{self.series}-{self.year}-{self.last:04d}"


class TableChange(models.Model):
    """Which number a table has got by its last change, drawn by a trigger: see ``standing``."""

    name = models.CharField(primary_key=True, max_length=63)
    number = models.BigIntegerField()

    class Meta:
        verbose_name = _("tabells ändring")
        verbose_name_plural = _("tabellers ändringar")

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class FormKey(models.Model):
    """A form that has been carried out, so that a second click gives the same receipt."""

    key = models.UUIDField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    used_at = models.DateTimeField()

    class Meta:
        verbose_name = _("formulärnyckel")
        verbose_name_plural = _("formulärnycklar")

    def __str__(self) -> str:
        return str(self.key)


class OutboxMessage(models.Model):
    """Work promised in the same transaction as what caused it; done later, by a task, once.

    ``topic`` names the task in ``governance.tasks.TOPICS``; ``payload`` holds ids, never text.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    topic = models.CharField(max_length=48)
    payload = models.JSONField(default=dict)
    once = models.CharField(max_length=120, unique=True, null=True)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)

    class Meta:
        verbose_name = _("utgående")
        verbose_name_plural = _("utgående")
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="outbox_waiting",
                condition=models.Q(done_at__isnull=True, dead_at__isnull=True),
            ),
            models.Index(
                fields=["dead_at"],
                name="outbox_dead",
                condition=models.Q(dead_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.id}"
