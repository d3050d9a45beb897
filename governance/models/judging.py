"""What the strategy answered, who weighed it, and the values it read."""

import hashlib

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models import Engagement, User

# What a receipt holds as text when something a person costs is above the city's value (4.6).
A_COST = '"part":"cost:'


class Stage(models.TextChoices):
    """When an assessment was made."""

    SUBMISSION = "submission", _("vid inlämning")
    DECISION = "decision", _("vid beslut")


class Assessment(models.Model):
    """A receipt: what was judged, under which editions, by which code, with what answer.

    ``receipt`` is canonical JSON text; replaying it under its own editions gives the same bytes.
    ``weighed`` goes with it: who weighed what then, as ``governance.receipts`` writes it.
    Append-only.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="assessments")
    stage = models.CharField(max_length=12, choices=Stage)
    receipt = models.TextField()
    sha256 = models.CharField(max_length=64)
    weighed = models.TextField(blank=True)
    content_sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("prövning")
        verbose_name_plural = _("prövningar")
        indexes = [
            models.Index(fields=["engagement", "-id"], name="newest_assessment"),
            models.Index(
                fields=["engagement"],
                name="told_of_costs",
                condition=models.Q(receipt__contains=A_COST),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.made_at:%Y-%m-%d}"

    @property
    def sums(self) -> dict[str, str]:
        """Return the SHA-256 of receipt and weighings, as entries of the ledger name them."""
        weighed = hashlib.sha256(self.weighed.encode()).hexdigest()
        return {"receipt_sha256": self.sha256, "weighed_sha256": weighed}


class Weighing(models.Model):
    """A person's grounds on one finding that calls for judgement, as it was told. Append-only."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="weighings")
    clause = models.CharField(max_length=32)
    rule = models.CharField(max_length=64)
    part = models.CharField(max_length=32, blank=True)
    finding_sha256 = models.CharField(max_length=64, blank=True, default="")
    grounds = models.TextField(_("motivering"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("vägning")
        verbose_name_plural = _("vägningar")

    def __str__(self) -> str:
        return f"{self.clause} {self.by}"


class PolicyValue(models.Model):
    """A value that the strategy leaves to the city, with its source and validity."""

    key = models.CharField(_("nyckel"), max_length=64)
    value = models.JSONField(_("värde"))
    source = models.CharField(_("källa"), max_length=200)
    suggestion = models.BooleanField(_("förslag"), default=True)
    valid_from = models.DateField(_("från"))
    valid_to = models.DateField(_("till och med"), null=True, blank=True)
    set_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("värde")
        verbose_name_plural = _("värden")
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="one_value_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"


class Frame(models.Model):
    """An organisation's budget frame for international work in a year (5.4.1). Whole kronor."""

    organisation = models.ForeignKey(
        "engagements.Organisation", models.PROTECT, related_name="frames"
    )
    year = models.PositiveSmallIntegerField(_("år"))
    amount_sek = models.PositiveIntegerField(_("ram"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ram")
        verbose_name_plural = _("ramar")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year"], name="one_frame_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.year}"
