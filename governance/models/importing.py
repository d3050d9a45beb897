"""Spreadsheets that are read in, what each row became, and how columns were chosen."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from engagements.labels import choices
from engagements.models import Engagement, Organisation
from engagements.vocabulary import Kind


class ImportState(models.TextChoices):
    """Where a file is."""

    CHOSEN = "chosen", _("Inte inläst än")
    QUEUED = "queued", _("I kö")
    RUNNING = "running", _("Läses in")
    DONE = "done", _("Inläst")


class ImportFile(models.Model):
    """A spreadsheet that somebody reads in for an organisation.

    mapping: the place of each column of the kind. content: emptied when it has been read in.
    only_good: rows that can't be read are left out. made, known, bad: how many rows became
    something, were there already, and were left out.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    slug = models.CharField(_("vad det är"), max_length=32)
    name = models.CharField(_("fil"), max_length=120)
    content = models.BinaryField(blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.CHOSEN)
    only_good = models.BooleanField(default=False)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("inläsning")
        verbose_name_plural = _("inläsningar")
        indexes = [models.Index(fields=["organisation", "-at"], name="import_by_organisation")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("import_file", args=[self.pk])

    @property
    def waiting(self) -> bool:
        """Whether the worker is at it."""
        return self.state in (ImportState.QUEUED, ImportState.RUNNING)


class ImportedRow(models.Model):
    """What a row became. An organisation's row with the same fingerprint is read in once."""

    file = models.ForeignKey(ImportFile, models.PROTECT, related_name="rows")
    row = models.PositiveIntegerField(_("rad"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=choices(Kind))
    fingerprint = models.CharField(max_length=64)
    engagement = models.OneToOneField(Engagement, models.PROTECT, related_name="imported")

    class Meta:
        verbose_name = _("inläst rad")
        verbose_name_plural = _("inlästa rader")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "fingerprint"], name="a_row_is_read_in_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.file}: {self.row}"


class ImportMapping(models.Model):
    """Which column an organisation means by each heading, as it was chosen last."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    slug = models.CharField(max_length=32)
    headings = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("kolumnval")
        verbose_name_plural = _("kolumnval")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "slug"], name="one_mapping_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.slug}"
