"""What anybody may read: only public columns, written when something becomes public.

No row points at what it came from, so that no query of a public page can reach further.
See docs/adr/0014-open-books.md.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from engagements.labels import choices
from engagements.vocabulary import Kind


class Register(models.TextChoices):
    """Which register of what lasts a matter stands in, if in any."""

    MEMBERSHIP = "membership", _("Medlemskap")
    AGREEMENT = "agreement", _("Avtal")


class PublicItem(models.Model):
    """A decided matter as all may read it.

    masks: the section of law by the name of each part that is left out. replaced: whether another
    matter has taken over its cost. outcome_sek: what it came to; decided_sek: what it was to cost.
    """

    number = models.CharField(primary_key=True, max_length=16)
    kind = models.CharField(max_length=16, choices=choices(Kind))
    title = models.CharField(max_length=200, blank=True)
    organisation_code = models.CharField(max_length=16)
    organisation_sv = models.CharField(max_length=120)
    organisation_en = models.CharField(max_length=120)
    counterpart = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    directions = ArrayField(models.CharField(max_length=24), default=list)
    goals = ArrayField(models.CharField(max_length=24), default=list)
    sdgs = ArrayField(models.PositiveSmallIntegerField(), default=list)
    year = models.PositiveSmallIntegerField()
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    body_sv = models.CharField(max_length=120, blank=True)
    body_en = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=32, blank=True)
    outcome_sv = models.CharField(max_length=80, blank=True)
    outcome_en = models.CharField(max_length=80, blank=True)
    decided_sek = models.PositiveIntegerField(null=True)
    outcome_sek = models.PositiveIntegerField(null=True)
    replaced = models.BooleanField(default=False)
    withdrawn = models.BooleanField(default=False)
    gain = models.TextField(blank=True)
    register = models.CharField(max_length=12, choices=Register, blank=True)
    next_review_on = models.DateField(null=True)
    masks = models.JSONField(default=dict)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("öppet ärende")
        verbose_name_plural = _("öppna ärenden")
        indexes = [
            models.Index(fields=["year", "-decided_on", "-number"], name="public_by_year"),
            models.Index(fields=["-decided_on", "-number"], name="public_newest_first"),
            models.Index(fields=["register", "counterpart", "number"], name="public_registers"),
            models.Index(fields=["-changed_at"], name="public_last_changed"),
        ]

    def __str__(self) -> str:
        return self.number


class PublicDecision(models.Model):
    """A decision of a public matter. superseded_by: the number of the one in its place."""

    number = models.CharField(primary_key=True, max_length=16)
    item = models.ForeignKey(PublicItem, models.CASCADE, related_name="decisions")
    place = models.PositiveIntegerField()
    task = models.CharField(max_length=16)
    decided_on = models.DateField()
    body_sv = models.CharField(max_length=120)
    body_en = models.CharField(max_length=120)
    outcome = models.CharField(max_length=32)
    outcome_sv = models.CharField(max_length=80)
    outcome_en = models.CharField(max_length=80)
    cost_sek = models.PositiveIntegerField(null=True)
    superseded_by = models.CharField(max_length=16, blank=True)

    class Meta:
        verbose_name = _("öppet beslut")
        verbose_name_plural = _("öppna beslut")
        indexes = [models.Index(fields=["decided_on", "number"], name="public_decisions_by_day")]

    def __str__(self) -> str:
        return self.number


class PublicFee(models.Model):
    """What a public membership costs in a year, in whole kronor; None while it is unknown."""

    id = models.CharField(primary_key=True, max_length=24)
    item = models.ForeignKey(PublicItem, models.CASCADE, related_name="fees")
    year = models.PositiveSmallIntegerField()
    fee_sek = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("öppen avgift")
        verbose_name_plural = _("öppna avgifter")
        indexes = [models.Index(fields=["year"], name="public_fees_by_year")]

    def __str__(self) -> str:
        return self.id


class PublicNote(models.Model):
    """What the International Committee answered on a day, from its published notes.

    parts: paragraph, number, title, outcome in both languages, and the section where it is masked.
    """

    held_on = models.DateField(primary_key=True)
    parts = models.JSONField(default=list)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("öppna minnesanteckningar")
        verbose_name_plural = _("öppna minnesanteckningar")

    def __str__(self) -> str:
        return str(self.held_on)
