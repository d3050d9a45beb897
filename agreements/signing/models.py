"""The columns of everything that is signed, and its rows: who gains, who signs, which forums."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.forms.choices import names_of_country
from engagements.labels import choices
from engagements.models import Line
from engagements.vocabulary import CounterpartKind, Effect, Scope


class Signed(models.Model):
    """What an agreement says, whatever it is called. A room mixes it in before ``Detail``.

    amends: the agreement that this matter would change; None for an agreement itself.
    amending: whether that change is still open. There is never more than one such.
    follows: the ended agreement that this one takes up after.
    came_of: what an amendment changed when it was approved, by language: name, before and after.
    """

    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="amendments", editable=False
    )
    amending = models.BooleanField(default=False, editable=False)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by", editable=False
    )
    came_of = models.JSONField(default=dict, blank=True, editable=False)

    # With whom, and what it says
    label = models.CharField(_("vad det kallas"), max_length=160, blank=True)
    counterpart_kind = models.CharField(
        _("typ av motpart"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    country = models.CharField(_("land"), max_length=2, blank=True)
    city = models.CharField(_("stad"), max_length=80, blank=True)
    within_initiative = models.BooleanField(_("inom ett initiativ"), null=True, blank=True)
    initiative_name = models.CharField(_("initiativet"), max_length=160, blank=True)
    themes = ArrayField(
        models.CharField(max_length=160), verbose_name=_("ämne"), default=list, blank=True
    )
    exchanges = ArrayField(
        models.CharField(max_length=300), verbose_name=_("utbyte"), default=list, blank=True
    )
    no_exchange = models.BooleanField(_("inget utbyte"), null=True, blank=True)
    purpose = models.TextField(_("syfte"), blank=True)
    agreement_text = models.TextField(_("avtalets text"), blank=True)
    benefit_stockholm = models.TextField(_("nyttan för Stockholm"), blank=True)

    # What is to be influenced, and by which principle of the EU policy (3.4)
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

    # How long, for whom, and what may be in the way
    open_ended = models.BooleanField(_("gäller tills vidare"), null=True, blank=True)
    renews_itself = models.BooleanField(_("förlängs av sig självt"), null=True, blank=True)
    next_review_on = models.DateField(_("omprövas"), null=True, blank=True)
    last_review_on = models.DateField(_("senast omprövat"), null=True, blank=True)
    scope = models.CharField(_("räckvidd"), max_length=12, choices=choices(Scope), blank=True)
    on_behalf_of_ks = models.BooleanField(_("på uppdrag av kommunstyrelsen"), null=True, blank=True)
    forums_searched = models.BooleanField(_("befintliga forum är prövade"), null=True, blank=True)
    close_to_state = models.BooleanField(_("nära det som är statens"), null=True, blank=True)
    asks_twinning = models.BooleanField(_("rör vänortsavtal"), null=True, blank=True)
    legally_reviewed = models.BooleanField(_("granskat av jurist"), null=True, blank=True)
    procurement_with_party = models.BooleanField(
        _("pågående upphandling, tillsyn eller tillstånd"), null=True, blank=True
    )
    secrecy_possible = models.BooleanField(
        _("något kan behöva hållas hemligt"), null=True, blank=True
    )

    # The account, when it has ended
    delivered = models.TextField(_("vad som blev gjort"), blank=True)
    gave_us = models.TextField(_("vad det gav Stockholm"), blank=True)
    gave_them = models.TextField(_("vad det gav den andra parten"), blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["amends"],
                condition=Q(amending=True),
                name="one_open_amendment_of_%(class)s",
            ),
            models.CheckConstraint(
                condition=Q(amends__isnull=True) | ~Q(amends=F("engagement")),
                name="%(class)s_amends_another",
            ),
            models.CheckConstraint(
                condition=Q(amending=False) | Q(amends__isnull=False),
                name="%(class)s_amending_amends",
            ),
        ]

    @property
    def whole(self) -> Any:
        """The agreement itself: for an amendment, the one that it would change."""
        return self.amends or self

    @property
    def found_by(self) -> str:
        """Where the other party is, in both languages, and the subject."""
        countries = names_of_country(self.country) if self.country else []
        return " ".join(filter(None, [self.city, *countries, *self.themes]))


class PartyGain(Line):
    """What one of the other parties gains."""

    party = models.CharField(_("part"), max_length=160, blank=True)
    gain = models.CharField(_("nytta"), max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("parts nytta")
        verbose_name_plural = _("parters nytta")

    def __str__(self) -> str:
        return self.party


class Signatory(Line):
    """Who signs for a party. The name is left out of history, so that it can be erased."""

    PERSONAL = ("name",)

    party = models.CharField(_("part"), max_length=160, blank=True)
    name = models.CharField(_("namn"), max_length=120, blank=True)
    office = models.CharField(_("befattning"), max_length=120, blank=True)
    signed_on = models.DateField(_("undertecknat"), null=True, blank=True)

    history = HistoricalRecords(excluded_fields=PERSONAL)

    class Meta(Line.Meta):
        verbose_name = _("undertecknare")
        verbose_name_plural = _("undertecknare")

    def __str__(self) -> str:
        return self.office or self.party


class TriedForum(Line):
    """A forum that the city is already in, alike in subject, and why it won't do (3.3.3)."""

    name = models.CharField(_("forum"), max_length=160, blank=True)
    why_not = models.CharField(_("varför det inte räcker"), max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("befintligt forum")
        verbose_name_plural = _("befintliga forum")

    def __str__(self) -> str:
        return self.name
