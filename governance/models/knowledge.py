"""What the city knows: what it does well, what it saw elsewhere, how it compares (3.1.4–3.2.3)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.models import Engagement, Organisation, Place
from governance.models.forums import Theme


class Known(models.Model):
    """What every such row has. organisation: who knows more of it. page: its address's name.

    SEARCHED: the columns that it is found by.
    """

    page: ClassVar[str]
    SEARCHED: ClassVar[tuple[str, ...]]

    title = models.CharField(_("rubrik"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("verksamhet")
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ämne")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the row."""
        return reverse(self.page, args=[self.pk])


class ExampleState(models.TextChoices):
    """Where a good example stands."""

    PROPOSED = "proposed", _("Föreslaget")
    ACCEPTED = "accepted", _("Med i registret")
    DECLINED = "declined", _("Inte med")


class GoodExample(Known):
    """What Stockholm does well and shows others (3.1.4).

    learnt_from: the matter whose follow-up it was made from. place: where in Stockholm it is.
    valid_until: the last day that it is shown as an example; None while nobody has set one.
    """

    page = "example"
    SEARCHED = ("title", "shows", "place", "sources")

    shows = models.TextField(_("vad det visar"))
    goals = ArrayField(
        models.CharField(max_length=24), verbose_name=_("inriktningsmål"), default=list, blank=True
    )
    place = models.CharField(_("var i Stockholm"), max_length=160, blank=True)
    contact = models.CharField(_("vem som svarar på frågor"), max_length=160)
    sources = models.TextField(_("källor"), blank=True)
    valid_until = models.DateField(_("gäller till och med"), null=True, blank=True)
    learnt_from = models.ForeignKey(
        Engagement, models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        _("läge"), max_length=12, choices=ExampleState, default=ExampleState.PROPOSED
    )
    answer = models.TextField(_("svar på förslaget"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("gott exempel")
        verbose_name_plural = _("goda exempel")
        indexes = [
            GinIndex(
                SearchVector("title", "shows", "place", "sources", config="swedish"),
                name="example_search",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="proposed", answered_by=None, answered_at=None)
                | ~Q(state="proposed") & Q(answered_by__isnull=False, answered_at__isnull=False),
                name="example_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""), name="example_declined_with_grounds"
            ),
        ]


class Authority(models.TextChoices):
    """State actors that further Sweden abroad (3.1.5)."""

    BUSINESS_SWEDEN = "business_sweden", "Business Sweden"
    SI = "si", _("Svenska institutet")
    VISIT_SWEDEN = "visit_sweden", "Visit Sweden"
    MISSION = "mission", _("En utlandsmyndighet")
    MINISTRY = "ministry", _("Ett departement")
    OTHER = "other", _("En annan statlig aktör")


class OfferAnswer(models.TextChoices):
    """What a state actor said to an offer."""

    WAITING = "waiting", _("Inget svar än")
    USES = "uses", _("Använder det")
    LATER = "later", _("Kanske senare")
    NO = "no", _("Tackade nej")


class Offer(models.Model):
    """That a good example is offered to a state actor, and what it answered (3.1.5)."""

    example = models.ForeignKey(GoodExample, models.PROTECT, related_name="offers")
    authority = models.CharField(_("till vem"), max_length=16, choices=Authority)
    name = models.CharField(_("enhet eller namn"), max_length=120, blank=True)
    offered_on = models.DateField(_("när"))
    purpose = models.CharField(_("till vad"), max_length=300)
    answer = models.CharField(
        _("svar"), max_length=8, choices=OfferAnswer, default=OfferAnswer.WAITING
    )
    said = models.CharField(_("vad de sa"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("erbjudande av ett gott exempel")
        verbose_name_plural = _("erbjudanden av goda exempel")

    def __str__(self) -> str:
        return f"{self.whom}, {self.offered_on}"

    @property
    def whom(self) -> str:
        """To whom, in words."""
        actor = str(self.get_authority_display())
        return f"{actor}, {self.name}" if self.name else actor


class Felt(models.TextChoices):
    """When what was seen has consequences for Stockholm (3.2.1)."""

    NOW = "now", _("Omedelbart")
    LATER = "later", _("På längre sikt")
    UNSURE = "unsure", _("Svårt att säga")


class Observation(Known):
    """What somebody saw outside Stockholm, and what it could mean here (3.2.1, 3.2.3).

    acted: what came of what was proposed; empty until something has.
    """

    page = "observation"
    SEARCHED = ("title", "seen", "means", "proposal", "city", "source")

    city = models.CharField(_("stad"), max_length=120, blank=True)
    country = models.CharField(_("land eller territorium"), max_length=2, blank=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    seen_on = models.DateField(_("när"))
    seen = models.TextField(_("vad som sågs"))
    means = models.TextField(_("vad det kan betyda för Stockholm"))
    felt = models.CharField(_("när det märks här"), max_length=8, choices=Felt)
    source = models.CharField(_("källa"), max_length=300)
    proposal = models.TextField(_("förslag"), blank=True)
    acted = models.TextField(_("vad som blev av förslaget"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("iakttagelse")
        verbose_name_plural = _("iakttagelser")
        indexes = [
            GinIndex(
                SearchVector(
                    "title", "seen", "means", "proposal", "city", "source", config="swedish"
                ),
                name="observation_search",
            )
        ]


class Comparison(Known):
    """A measure in which Stockholm is compared with other cities (3.2.2)."""

    page = "comparison"
    SEARCHED = ("title", "unit", "learnt")

    unit = models.CharField(_("enhet"), max_length=60)
    learnt = models.TextField(_("vad jämförelsen säger"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("jämförelse")
        verbose_name_plural = _("jämförelser")
        indexes = [
            GinIndex(
                SearchVector("title", "unit", "learnt", config="swedish"), name="comparison_search"
            )
        ]


class Compared(models.Model):
    """What the measure is in one city in one year, and who says so."""

    comparison = models.ForeignKey(Comparison, models.PROTECT, related_name="cities")
    city = models.CharField(_("stad"), max_length=120)
    country = models.CharField(_("land eller territorium"), max_length=2)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    year = models.PositiveSmallIntegerField(_("år"))
    value = models.DecimalField(_("värde"), max_digits=16, decimal_places=3)
    source = models.CharField(_("källa"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("jämförd stad")
        verbose_name_plural = _("jämförda städer")
        constraints = [
            models.UniqueConstraint(
                fields=["comparison", "city", "country", "year"], name="one_value_a_city_and_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.city} {self.year}"


class KnowledgeCitation(models.Model):
    """That a matter rests on something that the city knows."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="rests_on")
    example = models.ForeignKey(
        GoodExample, models.PROTECT, null=True, blank=True, related_name="citations"
    )
    observation = models.ForeignKey(
        Observation, models.PROTECT, null=True, blank=True, related_name="citations"
    )
    comparison = models.ForeignKey(
        Comparison, models.PROTECT, null=True, blank=True, related_name="citations"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("hänvisning till kunskap")
        verbose_name_plural = _("hänvisningar till kunskap")
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "example", "observation", "comparison"],
                name="knowledge_cited_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(example__isnull=False, observation=None, comparison=None)
                | Q(example=None, observation__isnull=False, comparison=None)
                | Q(example=None, observation=None, comparison__isnull=False),
                name="cites_one_thing_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id}: {self.known}"

    @property
    def known(self) -> Known:
        """What is cited."""
        found = self.example or self.observation or self.comparison
        assert found is not None  # noqa: S101 - the database holds it to one
        return found
