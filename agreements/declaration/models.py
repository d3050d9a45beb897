"""DECLARATION: what the city puts its name to, and what that adds for each organisation."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.labels import choices
from engagements.models import Detail, Engagement, Line, Organisation
from engagements.vocabulary import CounterpartKind, Effect, Kind, Scope


class Declaration(Detail):
    """A declaration or an initiative (deklaration, initiativ) that the city joins."""

    kind = Kind.DECLARATION

    # Whose it is and what it says
    initiator = models.CharField(_("initiativtagare"), max_length=160, blank=True)
    counterpart_kind = models.CharField(
        _("typ av initiativtagare"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    web_address = models.CharField(_("webbadress"), max_length=300, blank=True)
    language = models.CharField(_("originalspråk"), max_length=2, blank=True)
    original_text = models.TextField(_("hela texten på originalspråk"), blank=True)
    swedish_text = models.TextField(_("hela texten på svenska"), blank=True)

    # What for
    purpose = models.TextField(_("syfte"), blank=True)
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
    procurement_with_party = models.BooleanField(
        _("pågående upphandling, tillsyn eller tillstånd"), null=True, blank=True
    )
    secrecy_possible = models.BooleanField(
        _("något kan behöva hållas hemligt"), null=True, blank=True
    )

    # How far it reaches and what it adds for the one who answers for it
    scope = models.CharField(_("räckvidd"), max_length=16, choices=choices(Scope), blank=True)
    on_behalf_of_ks = models.BooleanField(_("på kommunstyrelsens uppdrag"), null=True, blank=True)
    in_existing_plan = models.TextField(_("plan som täcker det"), blank=True)
    adds_burden = models.BooleanField(_("ökar stadens börda"), null=True, blank=True)
    own_sek = models.PositiveIntegerField(_("tillkommande kronor om året"), null=True, blank=True)
    own_hours = models.PositiveIntegerField(_("tillkommande timmar om året"), null=True, blank=True)
    own_reporting = models.BooleanField(_("tillkommande rapportering"), null=True, blank=True)

    # How long, and what was tried first
    expires_on = models.DateField(_("slutar gälla"), null=True, blank=True)
    next_review_on = models.DateField(_("omprövas"), null=True, blank=True)
    last_review_on = models.DateField(_("senast omprövad"), null=True, blank=True)
    forums_searched = models.BooleanField(_("befintliga forum är prövade"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("deklaration")
        verbose_name_plural = _("deklarationer")

    def __str__(self) -> str:
        return self.initiator or str(self.pk)


class Commitment(Line):
    """One thing that the text binds the city to, and how the city keeps it."""

    text = models.CharField(_("åtagande"), max_length=500, blank=True)
    kept_by = models.CharField(_("så uppfylls det"), max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("åtagande")
        verbose_name_plural = _("åtaganden")

    def __str__(self) -> str:
        return self.text


class KnownForum(Line):
    """A forum that the city is already in, alike in subject, and why it won't do (3.3.3)."""

    name = models.CharField(_("forum"), max_length=160, blank=True)
    why_not = models.CharField(_("varför det inte räcker"), max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("befintligt forum")
        verbose_name_plural = _("befintliga forum")

    def __str__(self) -> str:
        return self.name


class Burden(models.Model):
    """What an organisation says that it adds for them a year. The newest counts. Append-only.

    source: where it was said, when somebody else wrote it down for them.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="burdens")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    sek = models.PositiveIntegerField(_("kronor om året"))
    hours = models.PositiveIntegerField(_("timmar om året"))
    reporting = models.BooleanField(_("rapportering"))
    comment = models.TextField(_("kommentar"), blank=True)
    source = models.CharField(_("källa"), max_length=200, blank=True)
    ledger_seq = models.BigIntegerField(_("plats i liggaren"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("börda")
        verbose_name_plural = _("bördor")
        indexes = [models.Index(fields=["engagement", "organisation", "-id"], name="newest_burden")]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.organisation_id}"

    @property
    def adds(self) -> bool:
        """Whether it adds anything."""
        return bool(self.sek or self.hours or self.reporting)
