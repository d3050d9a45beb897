"""Who is asked about a matter that is not theirs, and when they answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models.engagement import Engagement
from engagements.models.organisations import Organisation


class Consultation(models.Model):
    """That an organisation is asked what a matter means for it (remiss).

    What it answers is the kind's own to keep; here stands whether it has.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="consultations")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="consultations", verbose_name=_("verksamhet")
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("tillfrågad"))
    due = models.DateField(_("svar senast"))
    answered_at = models.DateTimeField(_("besvarad"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("remiss")
        verbose_name_plural = _("remisser")
        constraints = [
            models.UniqueConstraint(fields=["engagement", "organisation"], name="consulted_once")
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due"],
                name="waits_for_an_answer",
                condition=Q(answered_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.organisation_id}"
