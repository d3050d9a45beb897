"""The columns and rows that both sorts of project have."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models import Line, Organisation
from engagements.models.engagement import Named
from engagements.vocabulary import CounterpartKind, Effect, Scope, Sector


class ProjectFields(models.Model):
    """What is asked of every project."""

    purpose = models.TextField(_("syfte"), blank=True)
    scope = models.CharField(_("räckvidd"), max_length=12, choices=choices(Scope), blank=True)
    on_behalf_of_ks = models.BooleanField(_("på uppdrag av kommunstyrelsen"), null=True, blank=True)
    counterpart_kind = models.CharField(
        _("typ av motpart"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    country = models.CharField(_("land"), max_length=2, blank=True)
    asks_twinning = models.BooleanField(_("rör vänortsavtal"), null=True, blank=True)
    procurement_with_party = models.BooleanField(
        _("pågående upphandling, tillsyn eller tillstånd"), null=True, blank=True
    )
    secrecy_possible = models.BooleanField(
        _("något kan behöva hållas hemligt"), null=True, blank=True
    )
    process = models.CharField(_("vad som ska påverkas"), max_length=200, blank=True)
    effect = models.CharField(
        _("vad det gör med staden"), max_length=8, choices=choices(Effect), blank=True
    )
    city_interest = models.TextField(_("stadens intresse"), blank=True)
    eu_matter = models.BooleanField(_("riktas till EU"), null=True, blank=True)
    eu_principles = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("EU-policyns principer"),
        default=list,
        blank=True,
    )

    class Meta:
        abstract = True


class ProjectPartner(Line):
    """A party of a project. body: the organisation, where it is one of the city's own."""

    name = models.CharField(_("part"), max_length=160, blank=True)
    sector = models.CharField(_("sektor"), max_length=16, choices=choices(Sector), blank=True)
    country = models.CharField(_("land"), max_length=2, blank=True)
    body = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("en av stadens egna"),
    )

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("part")
        verbose_name_plural = _("parter")

    def __str__(self) -> str:
        return self.name or str(self.body or "")

    @property
    def named(self) -> Named:
        """Whom it names, for the pages of places and counterparts."""
        return Named(self.name, "", self.country, "")


class ProjectFunding(Line):
    """Who pays how much. own_group: whether it is a body of the city's own group."""

    funder = models.CharField(_("finansiär"), max_length=160, blank=True)
    sek = models.PositiveIntegerField(_("belopp"), null=True, blank=True)
    own_group = models.BooleanField(_("hör till stadens koncern"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("finansiering")
        verbose_name_plural = _("finansiering")

    def __str__(self) -> str:
        return f"{self.funder}: {self.sek}"
