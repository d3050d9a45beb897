"""What a person has marked as secret, part by part, and what is shown to all."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagements.labels import choices
from engagements.models import Document, Engagement
from engagements.vocabulary import SecrecySection


class Part(models.TextChoices):
    """What of a matter can be kept secret on its own."""

    WHOLE = "whole", _("Hela ärendet")
    TITLE = "title", _("Rubriken")
    COUNTERPART = "counterpart", _("Motparten")
    COST = "cost", _("Kostnaden")
    GAIN = "gain", _("Vad det gav")
    DOCUMENT = "document", _("En handling")


class SecretPart(models.Model):
    """A part that is kept secret, until somebody lifts it. Append-only but for its lifting.

    review_by: the day by which it is weighed anew. document: which one, where one is marked.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="secret_parts")
    part = models.CharField(_("del"), max_length=12, choices=Part)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    section = models.CharField(_("bestämmelse"), max_length=16, choices=choices(SecrecySection))
    grounds = models.TextField(_("skäl"))
    review_by = models.DateField(_("omprövas senast"), null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True)
    lifted_grounds = models.TextField(_("skäl att öppna"), null=True)

    class Meta:
        verbose_name = _("sekretess för en del")
        verbose_name_plural = _("sekretess för delar")
        indexes = [
            models.Index(
                fields=["review_by"], name="secrecy_by_review", condition=Q(lifted_at=None)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "part"],
                condition=Q(lifted_at=None, document=None),
                name="a_part_is_secret_once",
            ),
            models.UniqueConstraint(
                fields=["document"], condition=Q(lifted_at=None), name="a_document_is_secret_once"
            ),
            models.CheckConstraint(
                condition=Q(part="document", document__isnull=False)
                | ~Q(part="document") & Q(document=None),
                name="a_secret_document_is_named",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None, lifted_grounds=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False, lifted_grounds__isnull=False),
                name="lifted_by_somebody_with_grounds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.part}"


class ShownGain(models.Model):
    """That a person let all read what a matter gave. Append-only but for its taking back.

    text: as it was read when it was shown; what is written later is shown by a new row.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="shown_gains")
    text = models.TextField(_("vad det gav"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("visad lärdom")
        verbose_name_plural = _("visade lärdomar")
        constraints = [
            models.UniqueConstraint(
                fields=["engagement"], condition=Q(hidden_at=None), name="one_gain_is_shown"
            )
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id}"
