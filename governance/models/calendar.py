"""The addresses at which people's own calendar programs read their days."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class CalendarFeed(models.Model):
    """A person's secret address. Only the SHA-256 of its secret is kept, and none once revoked.

    everything: all that the person may read, not only what is theirs.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="calendar_feed"
    )
    sha256 = models.CharField(max_length=64, blank=True)
    everything = models.BooleanField(_("allt jag får läsa"), default=False)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    # What is noted at a reading, and told by no history.
    last_read_on = models.DateField(null=True, blank=True)

    history = HistoricalRecords(excluded_fields=["last_read_on"])

    class Meta:
        verbose_name = _("kalenderadress")
        verbose_name_plural = _("kalenderadresser")
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"], condition=~Q(sha256=""), name="calendar_secret_once"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) & ~Q(sha256="")
                | Q(revoked_at__isnull=False, sha256=""),
                name="revoked_opens_nothing",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
