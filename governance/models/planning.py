"""What an organisation plans in a year, what is prioritised, and what it answers for (5.4, 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.countries import country_name
from engagements.labels import choices
from engagements.models import Engagement, Organisation
from engagements.vocabulary import Kind, RoleName
from governance.models.forums import Theme

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Plan(models.Model):
    """What an organisation means to do in a year, as its operational plan has it (5.4.1).

    Its lines are the planned engagements; its money is the year's Frame.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField(_("år"))
    aims = models.TextField(_("mål i verksamhetsplanen"), blank=True)
    source = models.CharField(_("var det står"), max_length=200, blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(_("ändrad"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("verksamhetsplan")
        verbose_name_plural = _("verksamhetsplaner")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year"], name="one_plan_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.year}"

    def get_absolute_url(self) -> str:
        """Return the address of the plan."""
        return reverse("plan", args=[self.organisation.code, self.year])


class PlannedLine(models.Model):
    """An engagement that is planned: what, roughly when, what it costs and gives. Whole kronor.

    struck_on: the day from which it is planned no more; it is kept, since it was.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="lines")
    kind = models.CharField(_("typ"), max_length=16, choices=choices(Kind))
    what = models.CharField(_("vad"), max_length=200)
    quarter = models.PositiveSmallIntegerField(
        _("kvartal"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(4)],
    )
    cost_sek = models.PositiveIntegerField(_("beräknad kostnad"), null=True, blank=True)
    gives = models.CharField(_("vad det ska ge"), max_length=500, blank=True)
    goals = ArrayField(
        models.CharField(max_length=24), verbose_name=_("inriktningsmål"), default=list, blank=True
    )
    struck_on = models.DateField(_("struken"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("planerad insats")
        verbose_name_plural = _("planerade insatser")
        constraints = [
            models.CheckConstraint(
                condition=Q(quarter__isnull=True) | Q(quarter__range=(1, 4)),
                name="a_year_has_four_quarters",
            )
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def when(self) -> str | _StrPromise:
        """Roughly when, in words."""
        return _("kvartal %(n)s") % {"n": self.quarter} if self.quarter else _("under året")


class PlannedTie(models.Model):
    """That a registered engagement is what a line planned."""

    engagement = models.OneToOneField(Engagement, models.PROTECT, related_name="planned_tie")
    line = models.ForeignKey(PlannedLine, models.PROTECT, related_name="ties")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("koppling till planen")
        verbose_name_plural = _("kopplingar till planen")

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.line}"


class Priority(models.Model):
    """A theme or a country that is prioritised for a while: by the city, or by one organisation.

    organisation: None for the city as a whole. Either theme or country is set.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="priorities"
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ämne")
    )
    country = models.CharField(_("land eller territorium"), max_length=2, blank=True)
    valid_from = models.DateField(_("från"))
    valid_to = models.DateField(_("till och med"), null=True, blank=True)
    source = models.CharField(_("källa"), max_length=200)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("prioritering")
        verbose_name_plural = _("prioriteringar")
        constraints = [
            models.CheckConstraint(
                condition=Q(theme__isnull=False, country="")
                | Q(theme__isnull=True) & ~Q(country=""),
                name="priority_is_a_theme_or_a_country",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="priority_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return str(self.theme) if self.theme else country_name(self.country)

    @property
    def years(self) -> str:
        """The years that it holds: "2026–2027", "från 2026"."""
        first = self.valid_from.year
        if self.valid_to is None:
            return str(_("från %(year)s") % {"year": first})
        last = self.valid_to.year
        return str(first) if first == last else f"{first}–{last}"


class RoundSort(models.TextChoices):
    """The city's ordinary follow-ups of a year, in their order."""

    T1 = "t1", _("Tertialrapport 1")
    T2 = "t2", _("Tertialrapport 2")
    VB = "vb", _("Verksamhetsberättelse")


class Round(models.Model):
    """One of the year's follow-ups: when organisations answer."""

    year = models.PositiveSmallIntegerField(_("år"))
    sort = models.CharField(_("uppföljning"), max_length=2, choices=RoundSort)
    opens_on = models.DateField(_("öppnar"))
    due_on = models.DateField(_("senast"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("uppföljningsomgång")
        verbose_name_plural = _("uppföljningsomgångar")
        constraints = [
            models.UniqueConstraint(fields=["year", "sort"], name="one_round_of_a_sort_a_year"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("opens_on")),
                name="round_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_sort_display()} {self.year}"

    @property
    def slug(self) -> str:
        """Its name in addresses: "2026-t2"."""
        return f"{self.year}-{self.sort}"

    def get_absolute_url(self) -> str:
        """Return the address of what all organisations have answered."""
        return reverse("round", args=[self.slug])


class Confirmation(models.Model):
    """What an organisation answered in a round, and what lacked when it did. Append-only.

    missing: how many, by ``completeness.Gap``. plan_sha256: of its plan as it stood, empty without
    one. A later one takes its place; the first stays.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="confirmations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="confirmations")
    text = models.TextField(_("svar"), blank=True)
    missing = models.JSONField(_("saknades"), default=dict)
    frame_sek = models.PositiveIntegerField(_("ram"), null=True)
    plan_sha256 = models.CharField(max_length=64, blank=True)
    role = models.CharField(_("roll"), max_length=24, choices=choices(RoleName))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ledger_seq = models.BigIntegerField(_("plats i liggaren"), null=True)

    class Meta:
        verbose_name = _("bekräftelse")
        verbose_name_plural = _("bekräftelser")
        indexes = [
            models.Index(fields=["round", "organisation", "-id"], name="confirmation_newest")
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.organisation}"


class RoundReminder(models.Model):
    """That somebody was reminded of a round, for an organisation, on a day. Append-only."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="reminders")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField(_("dag"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("påminnelse om uppföljning")
        verbose_name_plural = _("påminnelser om uppföljning")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "organisation", "person", "on"], name="reminded_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.person} {self.on}"
