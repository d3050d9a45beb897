"""What cost more than was decided."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement
from governance.models.deciding import Decision


class Overrun(models.Model):
    """That a new decision was asked for, since it cost more than was decided (5.4.5).

    decision: the one that stood, and whose place the new one takes. Never changed.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="overruns")
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="overrun")
    decided_sek = models.PositiveIntegerField(_("beslutad kostnad"))
    outcome_sek = models.PositiveIntegerField(_("utfall"))
    why = models.TextField(_("varför det blev dyrare"))
    ledger_seq = models.BigIntegerField(_("plats i liggaren"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("begäran om nytt beslut")
        verbose_name_plural = _("begäranden om nytt beslut")

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.outcome_sek}"
