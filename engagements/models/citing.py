"""That one matter is part of another that lasts: a trip or a visit within a membership."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models.engagement import Engagement


class Citation(models.Model):
    """That an engagement of any kind counts as something done within another, such as a membership.

    engagement: what was done. cited: what it was done within.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="cites")
    cited = models.ForeignKey(Engagement, models.PROTECT, related_name="cited_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("tillagd"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("koppling")
        verbose_name_plural = _("kopplingar")
        constraints = [
            models.UniqueConstraint(fields=["engagement", "cited"], name="cited_once"),
            models.CheckConstraint(condition=~Q(engagement=F("cited")), name="cites_another"),
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id} i {self.cited_id}"
