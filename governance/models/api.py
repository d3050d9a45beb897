"""The keys by which other systems ask for judgements."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class ApiToken(models.Model):
    """A key to the API: who made it, for what, till when. Only its SHA-256 is kept.

    A key has 256 random bits, so a plain hash cannot be searched as one of a password could.
    """

    purpose = models.CharField(_("vad nyckeln är till"), max_length=120)
    prefix = models.CharField(max_length=12)
    sha256 = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_on = models.DateField(_("sista dag"))
    revoked_at = models.DateTimeField(null=True, blank=True)

    # What is counted at each call, and told by no history.
    last_used_on = models.DateField(null=True, blank=True)
    minute = models.DateTimeField(null=True, blank=True)
    calls = models.PositiveIntegerField(default=0)

    history = HistoricalRecords(excluded_fields=["last_used_on", "minute", "calls"])

    class Meta:
        verbose_name = _("API-nyckel")
        verbose_name_plural = _("API-nycklar")

    def __str__(self) -> str:
        return f"{self.prefix}… {self.purpose}"
