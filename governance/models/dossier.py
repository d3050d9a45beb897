"""That somebody took the whole file of a matter out of the house."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement


class TakenOut(models.Model):
    """That the file of a matter was taken out as a paper, and what was masked in it. Append-only.

    masks: part, section, number of places and, for a document, its key; empty where nothing was.
    sha256: of the paper, so that what somebody was handed can be known again.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="taken_out")
    masked = models.BooleanField(_("maskerad"))
    masks = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("framtagen akt")
        verbose_name_plural = _("framtagna akter")
        indexes = [models.Index(fields=["engagement", "-id"], name="taken_out_newest")]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.at:%Y-%m-%d %H:%M}"
