"""What we know of the world: places, counterparts, and which engagements have to do with them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.countries import NORDIC, country_name
from engagements.labels import choices
from engagements.models.engagement import Engagement
from engagements.models.searching import names_folded
from engagements.models.sorting import sort_key
from engagements.vocabulary import CounterpartKind, PlaceKind, Sector

LONGEST_NAME = 200


class Registered(models.Model):
    """A row that people find by any of its names, and that can turn out to be another one.

    other_names: one a line. merged_into: the row that this one turned out to be; it is kept, so
    that the merge can be followed and undone, and nobody finds it meanwhile. added_by: nobody, for
    what every Utblick starts from.
    """

    other_names = models.TextField(_("andra namn och stavningar"), blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    added_at = models.DateTimeField(_("tillagd"), null=True, editable=False)

    # What the row is called in its register, its own columns with names, the ties that lead to it
    register: str
    NAMES: tuple[str, ...]

    class Meta:
        abstract = True

    @property
    def names(self) -> list[str]:
        """All its names, each once."""
        own = [getattr(self, column) for column in self.NAMES]
        return list(dict.fromkeys(filter(None, [*own, *self.other_names.split("\n")])))


class Place(Registered):
    """A city, a municipality or a region somewhere in the world."""

    register = "place"
    NAMES = ("name_sv", "name_en")

    name_sv = models.CharField(_("namn"), max_length=LONGEST_NAME)
    name_en = models.CharField(_("namn på engelska"), max_length=LONGEST_NAME, blank=True)
    kind = models.CharField(
        _("typ av plats"), max_length=8, choices=choices(PlaceKind), default=str(PlaceKind.CITY)
    )
    country = models.CharField(_("land eller territorium"), max_length=2, blank=True)
    capital = models.BooleanField(_("huvudstad"), default=False)
    sort_name = sort_key("name_sv", LONGEST_NAME)
    found_by = names_folded("name_sv", "name_en", "other_names")

    history = HistoricalRecords(excluded_fields=["found_by", "sort_name"])

    class Meta:
        verbose_name = _("plats")
        verbose_name_plural = _("platser")
        indexes = [
            GinIndex(fields=["found_by"], opclasses=["gin_trgm_ops"], name="place_alike"),
            models.Index(fields=["sort_name", "id"], name="place_sort"),
            models.Index(fields=["country", "sort_name"], name="place_of_country"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="place_is_not_its_own_duplicate",
            ),
        ]

    def __str__(self) -> str:
        english = (get_language() or "sv").startswith("en")
        return self.name_en if english and self.name_en else self.name_sv

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("place", args=[self.pk])

    @property
    def nordic(self) -> bool:
        """Whether it lies in a Nordic country or territory."""
        return self.country in NORDIC

    @property
    def where(self) -> str:
        """Its country, in the reader's language."""
        return country_name(self.country) if self.country else ""


class Counterpart(Registered):
    """An organisation, an authority, a company or a network outside the city."""

    register = "counterpart"
    NAMES = ("name",)

    name = models.CharField(_("namn"), max_length=LONGEST_NAME)
    kind = models.CharField(
        _("typ av motpart"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    sector = models.CharField(_("sektor"), max_length=16, choices=choices(Sector), blank=True)
    country = models.CharField(_("land eller territorium"), max_length=2, blank=True)
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="counterparts",
        verbose_name=_("plats"),
    )
    sort_name = sort_key("name", LONGEST_NAME)
    found_by = names_folded("name", "other_names")

    history = HistoricalRecords(excluded_fields=["found_by", "sort_name"])

    class Meta:
        verbose_name = _("motpart")
        verbose_name_plural = _("motparter")
        indexes = [
            GinIndex(fields=["found_by"], opclasses=["gin_trgm_ops"], name="counterpart_alike"),
            models.Index(fields=["sort_name", "id"], name="counterpart_sort"),
            models.Index(fields=["country", "sort_name"], name="counterpart_of_country"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="counterpart_is_not_its_own_duplicate",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("counterpart", args=[self.pk])

    @property
    def nordic(self) -> bool:
        """Whether it is at home in a Nordic country or territory."""
        return self.country in NORDIC

    @property
    def where(self) -> str:
        """Its city and country, in the reader's language."""
        country = country_name(self.country) if self.country else ""
        return ", ".join(filter(None, [str(self.place) if self.place else "", country]))


class Tie(models.Model):
    """Whom and where one engagement has to do with: as it was written, and in the registers.

    place_is_new and counterpart_is_new: a person has said that none of those alike is meant; the
    row is made when the engagement is handed in.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="ties")
    organisation = models.CharField(_("motpart"), max_length=LONGEST_NAME, blank=True)
    kind = models.CharField(
        _("typ av motpart"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    city = models.CharField(_("stad"), max_length=LONGEST_NAME, blank=True)
    country = models.CharField(_("land eller territorium"), max_length=2, blank=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="ties")
    place_is_new = models.BooleanField(default=False)
    counterpart = models.ForeignKey(
        Counterpart, models.PROTECT, null=True, blank=True, related_name="ties"
    )
    counterpart_is_new = models.BooleanField(default=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("koppling")
        verbose_name_plural = _("kopplingar")
        indexes = [models.Index(fields=["country", "engagement"], name="tie_of_country")]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.organisation, self.city, self.country]))

    @property
    def where(self) -> str:
        """Its country, in the reader's language."""
        return country_name(self.country) if self.country else ""


class Pairing(models.Model):
    """What an administrator said of two rows: the same, or not. Append-only.

    moved: what went from ``other`` to ``kept``, so that it can go back.
    """

    same = models.BooleanField(_("samma"))
    moved: Any = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class PlacePairing(Pairing):
    """What was said of two places."""

    kept = models.ForeignKey(Place, models.PROTECT, related_name="pairings")
    other = models.ForeignKey(Place, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("jämförelse av platser")
        verbose_name_plural = _("jämförelser av platser")

    def __str__(self) -> str:
        return f"{self.kept} {self.other}"


class CounterpartPairing(Pairing):
    """What was said of two counterparts."""

    kept = models.ForeignKey(Counterpart, models.PROTECT, related_name="pairings")
    other = models.ForeignKey(Counterpart, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("jämförelse av motparter")
        verbose_name_plural = _("jämförelser av motparter")

    def __str__(self) -> str:
        return f"{self.kept} {self.other}"
