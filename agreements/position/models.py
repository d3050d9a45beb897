"""POSITION: what the city says on a proposal, whom it has spoken with, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from agreements.position.words import ProposalStage
from engagements.labels import choices
from engagements.models import Detail, Engagement
from engagements.vocabulary import CounterpartKind, Effect, Kind, PositionChannel, Scope


class Position(Detail):
    """What the city says to the EU, or on another international question (5.1.3, 5.4.3)."""

    kind = Kind.POSITION

    # What it is on
    topic = models.CharField(_("ämne"), max_length=200, blank=True)
    process = models.CharField(_("vad som ska påverkas"), max_length=200, blank=True)
    reference = models.CharField(_("förslagets beteckning"), max_length=60, blank=True)
    proposal_stage = models.CharField(
        _("hur långt förslaget har kommit"),
        max_length=12,
        choices=choices(ProposalStage),
        blank=True,
    )
    deadline_on = models.DateField(_("sista dag att få gehör"), null=True, blank=True)
    counterpart_kind = models.CharField(
        _("typ av mottagare"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    effect = models.CharField(
        _("vad det gör med staden"), max_length=8, choices=choices(Effect), blank=True
    )

    # What the city wants, and on which ground
    city_interest = models.TextField(_("stadens intresse"), blank=True)
    eu_matter = models.BooleanField(_("riktas till EU"), null=True, blank=True)
    eu_principles = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("EU-policyns principer"),
        default=list,
        blank=True,
    )
    position_text = models.TextField(_("ställningstagandet"), blank=True)

    # Whose word it is, and near whom it is prepared
    scope = models.CharField(_("räckvidd"), max_length=16, choices=choices(Scope), blank=True)
    on_behalf_of_ks = models.BooleanField(_("på kommunstyrelsens uppdrag"), null=True, blank=True)
    in_boards_name = models.BooleanField(_("i eget namn"), null=True, blank=True)
    ks_contact_on = models.DateField(_("samråd med SLK den"), null=True, blank=True)
    ks_contact_by = models.CharField(_("vem på SLK"), max_length=120, blank=True)
    ks_contact = models.TextField(_("SLK:s besked"), blank=True)
    group_board_needed = models.BooleanField(
        _("behöver tas upp i koncernstyrelsen"), null=True, blank=True
    )

    # Which way it goes
    position_channel = models.CharField(
        _("väg"), max_length=12, choices=choices(PositionChannel), blank=True
    )
    in_sef = models.BooleanField(_("fråga i Europaföreningen"), null=True, blank=True)
    slk_coordinates = models.BooleanField(_("SLK samordnar"), null=True, blank=True)
    speaks = models.CharField(_("talar för staden"), max_length=120, blank=True)
    region_says = models.TextField(_("Region Stockholms ståndpunkt"), blank=True)
    storsthlm_says = models.TextField(_("Storsthlms ståndpunkt"), blank=True)
    sent_on = models.DateField(_("skickat den"), null=True, blank=True)

    procurement_with_party = models.BooleanField(
        _("pågående upphandling, tillsyn eller tillstånd"), null=True, blank=True
    )
    secrecy_possible = models.BooleanField(
        _("något kan behöva hållas hemligt"), null=True, blank=True
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ställningstagande")
        verbose_name_plural = _("ställningstaganden")
        indexes = [
            models.Index(fields=["deadline_on"], name="position_by_deadline"),
            models.Index(fields=["reference"], name="position_by_reference"),
        ]

    def __str__(self) -> str:
        return self.topic or str(self.pk)

    @property
    def found_by(self) -> str:
        """The words that it is found by beside its title: the number above all."""
        bare = self.reference.replace("(", " ").replace(")", " ")
        return " ".join(filter(None, [self.topic, self.process, self.reference, bare]))

    @property
    def in_association(self) -> bool:
        """Whether it is a matter of the association for European affairs, or goes through it."""
        return bool(self.in_sef) or self.position_channel == PositionChannel.ASSOCIATION


class Effort(models.Model):
    """Something that was done for a position after the decision, and what came of it. Append-only.

    came_of: what it led to, as far as it was known then; what is learnt later is a row of its own.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="efforts")
    done_on = models.DateField(_("dag"))
    what = models.CharField(_("vad som gjordes"), max_length=500)
    came_of = models.CharField(_("vad det ledde till"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("insats")
        verbose_name_plural = _("insatser")
        indexes = [models.Index(fields=["engagement", "done_on", "id"], name="efforts_by_day")]

    def __str__(self) -> str:
        return f"{self.done_on} {self.what}"
