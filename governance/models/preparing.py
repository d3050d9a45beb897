"""What is said of a matter before it is decided, and who is to decide it instead."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from engagements.labels import choices
from engagements.models import Engagement
from engagements.vocabulary import Body, Recommendation


class Dealing(models.Model):
    """How a body dealt with a matter at a meeting, bound to what the matter said then.

    Never changed: a body that deals with the matter again adds another. shares: what is answered
    otherwise than the rest, a vocabulary.Recommendation by kinds.Share.ref.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="dealings")
    body = models.CharField(_("organ"), max_length=24, choices=choices(Body))
    recommendation = models.CharField(
        _("förslag till beslut"), max_length=16, choices=choices(Recommendation)
    )
    grounds = models.TextField(_("motivering"), blank=True)
    shares = models.JSONField(default=dict, blank=True)
    meeting_item = models.CharField(_("punkt på mötet"), max_length=64)
    content_sha256 = models.CharField(max_length=64)
    ledger_seq = models.BigIntegerField(_("plats i liggaren"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("beredning")
        verbose_name_plural = _("beredningar")
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "body", "meeting_item"], name="dealt_with_once_a_meeting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.get_recommendation_display()}"


class LiftCause(models.TextChoices):
    """Why a matter was lifted: somebody found it one of principle, or it adds a burden (5.3.2)."""

    PRINCIPLE = "principle", _("Principiell fråga")
    BURDEN = "burden", _("Ökad börda")


class Lift(models.Model):
    """That the Executive Board decides in the Mayor's place, from then on."""

    engagement = models.OneToOneField(
        Engagement, models.PROTECT, primary_key=True, related_name="lift"
    )
    cause = models.CharField(
        _("orsak"), max_length=9, choices=LiftCause, default=LiftCause.PRINCIPLE
    )
    grounds = models.TextField(_("motivering"))
    ledger_seq = models.BigIntegerField(_("plats i liggaren"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("lyft till kommunstyrelsen")
        verbose_name_plural = _("lyft till kommunstyrelsen")

    def __str__(self) -> str:
        return f"{self.engagement_id}"
