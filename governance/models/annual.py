"""The annual report's texts, in all their versions, and its frozen editions."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from engagements.models import Organisation


class AnnualText(models.Model):
    """What somebody wrote of a section. Append-only: the newest row holds, an empty one is none.

    organisation: whose report it is; None for the city's. section: a key of ``annual.sections``.
    """

    year = models.PositiveSmallIntegerField(_("år"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="annual_texts"
    )
    section = models.CharField(_("avsnitt"), max_length=32)
    text = models.TextField(_("text"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("text i årsrapporten")
        verbose_name_plural = _("texter i årsrapporten")
        indexes = [
            models.Index(
                fields=["year", "organisation", "section", "-id"], name="annual_text_newest"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.organisation or ''} {self.section}"


class AnnualEdition(models.Model):
    """A report as it was on a day: its data, with their SHA-256. Append-only."""

    year = models.PositiveSmallIntegerField(_("år"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="annual_editions"
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    why = models.CharField(_("varför"), max_length=300, blank=True)
    data = models.TextField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("utgåva av årsrapporten")
        verbose_name_plural = _("utgåvor av årsrapporten")
        constraints = [
            models.UniqueConstraint(
                fields=["year", "organisation", "number"],
                name="annual_edition_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.organisation or ''} {self.number}"

    def get_absolute_url(self) -> str:
        """Return the address of the edition."""
        parts: dict[str, Any] = {"year": self.year, "number": self.number}
        if self.organisation:
            return reverse("annual_edition_of", kwargs=parts | {"code": self.organisation.code})
        return reverse("annual_edition", kwargs=parts)
