"""What somebody did with many matters at once."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from engagements.labels import choices
from engagements.vocabulary import RoleName
from governance.models.saved import ViewRoom


class Verb(models.TextChoices):
    """What can be done with many matters at once. None of it decides, advises or closes."""

    TAKE = "ta", _("Ta ärendena")
    ASSIGN = "tilldela", _("Tilldela en kollega")
    HAND = "lamna", _("Lämna över")
    REMIND = "paminn", _("Påminn")
    XLSX = "xlsx", _("De markerade som Excel")
    CSV = "csv", _("De markerade som CSV")


class BulkRun(models.Model):
    """One press with many matters: once a key. Append-only.

    results: number and reason of each, in the order of the list; no reason where it was done, else
    a code of ``governance.bulk.REASONS``. What was done stands in each matter's own history too.
    unit, person: whom the matters were handed over or assigned to.
    """

    key = models.UUIDField(primary_key=True)
    verb = models.CharField(max_length=8, choices=Verb)
    room = models.CharField(max_length=8, choices=ViewRoom)
    unit = models.CharField(max_length=24, choices=choices(RoleName), blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    results = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("åtgärd med flera ärenden")
        verbose_name_plural = _("åtgärder med flera ärenden")

    def __str__(self) -> str:
        return f"{self.verb} {self.key}"
