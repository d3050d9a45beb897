"""MEMBERSHIP: what is joined, what it costs by year, and what the city does there (3.3.3, 4.3)."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Deferrable, F, Q, When
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.forms.choices import names_of_country
from engagements.labels import choices
from engagements.models import Detail, Engagement, Line
from engagements.vocabulary import (
    ActivityKind,
    CounterpartKind,
    Currency,
    Effect,
    Kind,
    MembershipForm,
    ReviewProposal,
    Scope,
)

# What a fee is in kronor, in SQL: the amount itself, or what somebody wrote that it comes to.
IN_KRONOR = Case(
    When(currency__in=["", str(Currency.SEK)], then=F("amount")),
    default=F("amount_sek"),
    output_field=models.PositiveIntegerField(),
)


class Membership(Detail):
    """A matter about a membership: that it begins, or that it is reviewed.

    The matter in which it began, or was first registered, is the membership as long as it lasts.
    review_of: the membership that a review is about; None for the membership itself.
    """

    kind = Kind.MEMBERSHIP
    lasts = True
    # People of the city; no history keeps them, so that they can be erased.
    PERSONAL = ("representative", "representative_email")

    review_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="reviews", editable=False
    )

    # What is joined, and for whom
    is_new = models.BooleanField(_("nytt medlemskap"), null=True, blank=True)
    member_since = models.DateField(_("medlem sedan"), null=True, blank=True)
    counterpart_kind = models.CharField(
        _("typ av motpart"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    country = models.CharField(_("land där den har sitt säte"), max_length=2, blank=True)
    city = models.CharField(_("stad där den har sitt säte"), max_length=80, blank=True)
    website = models.CharField(_("webbplats"), max_length=300, blank=True)
    has_statutes = models.BooleanField(_("har stadgar"), null=True, blank=True)
    has_vote = models.BooleanField(_("ger rösträtt"), null=True, blank=True)
    is_initiative = models.BooleanField(_("samarbetsinitiativ"), null=True, blank=True)
    # What SLK says that it is, where it says otherwise than the answers
    form_set = models.CharField(
        _("form enligt SLK"),
        max_length=16,
        choices=choices(MembershipForm),
        blank=True,
        editable=False,
    )
    form_grounds = models.TextField(_("skäl för formen"), blank=True, editable=False)
    scope = models.CharField(_("räckvidd"), max_length=12, choices=choices(Scope), blank=True)
    on_behalf_of_ks = models.BooleanField(_("på uppdrag av kommunstyrelsen"), null=True, blank=True)

    # What for, and who looks after it
    aim = models.TextField(_("mål"), blank=True)
    planned = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("planerade insatser"),
        default=list,
        blank=True,
    )
    responsible = models.CharField(_("ansvarig funktion"), max_length=120, blank=True)
    representative = models.CharField(_("representant"), max_length=120, blank=True)
    representative_email = models.EmailField(_("representantens e-post"), blank=True)
    forums_searched = models.BooleanField(_("befintliga forum är prövade"), null=True, blank=True)
    close_to_state = models.BooleanField(_("nära det som är statens"), null=True, blank=True)
    asks_twinning = models.BooleanField(_("rör vänortsavtal"), null=True, blank=True)
    procurement_with_party = models.BooleanField(
        _("pågående upphandling, tillsyn eller tillstånd"), null=True, blank=True
    )
    secrecy_possible = models.BooleanField(
        _("något kan behöva hållas hemligt"), null=True, blank=True
    )

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

    # Its review: when, what it gave, and what is proposed
    last_review_on = models.DateField(_("senast omprövat"), null=True, blank=True)
    next_review_on = models.DateField(_("omprövas senast"), null=True, blank=True)
    none_done = models.BooleanField(_("inga insatser det senaste året"), null=True, blank=True)
    benefit = models.TextField(_("nytta"), blank=True)
    effort_plan = models.TextField(_("plan för egna insatser"), blank=True)
    proposal = models.CharField(
        _("förslag"), max_length=8, choices=choices(ReviewProposal), blank=True
    )
    proposal_grounds = models.TextField(_("skäl för förslaget"), blank=True)
    review_again_on = models.DateField(_("nästa omprövning"), null=True, blank=True)
    leaves_on = models.DateField(_("sista dagen som medlem"), null=True, blank=True)

    history = HistoricalRecords(excluded_fields=PERSONAL)

    class Meta:
        verbose_name = _("medlemskap")
        verbose_name_plural = _("medlemskap")
        indexes = [
            models.Index(
                fields=["next_review_on"],
                name="membership_by_review",
                condition=Q(review_of__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(review_of__isnull=True) | ~Q(review_of=F("engagement")),
                name="membership_reviews_another",
            ),
            models.CheckConstraint(
                condition=Q(form_set="") | ~Q(form_grounds=""), name="form_is_set_with_grounds"
            ),
        ]

    def __str__(self) -> str:
        return str(self.engagement)

    @property
    def begun(self) -> Membership:
        """The membership itself: for a review, the one that it is about."""
        return self.review_of or self

    @property
    def since(self) -> date | None:
        """The first day as a member, where it is known."""
        return self.member_since or self.engagement.starts_on

    @property
    def found_by(self) -> str:
        """Where it has its seat, in both languages, and who represents the city."""
        countries = names_of_country(self.country) if self.country else []
        return " ".join(filter(None, [self.city, *countries, self.representative]))


def begun(engagement: Engagement) -> Engagement:
    """Return the engagement of the membership itself, also for a review of it."""
    membership: Membership = engagement.membership
    return engagement if membership.review_of is None else membership.review_of.engagement


class FeeYear(Line):
    """What a membership costs in one year. amount: None while unknown, 0 when it costs nothing.

    currency: kronor when empty. amount_sek: what an amount in another currency comes to.
    """

    year = models.PositiveSmallIntegerField(_("år"), null=True, blank=True)
    amount = models.PositiveIntegerField(_("avgift"), null=True, blank=True)
    currency = models.CharField(_("valuta"), max_length=3, choices=choices(Currency), blank=True)
    amount_sek = models.PositiveIntegerField(_("i kronor"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("avgift")
        verbose_name_plural = _("avgifter")
        constraints = [
            *Line.Meta.constraints,
            models.UniqueConstraint(
                fields=["engagement", "year"],
                name="one_fee_a_year",
                deferrable=Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.amount} {self.currency}"

    @property
    def kronor(self) -> int | None:
        """What it is in kronor; None while nobody knows. As IN_KRONOR."""
        return self.amount if self.currency in ("", Currency.SEK) else self.amount_sek


class Contribution(Line):
    """Something that the city has done in a membership, logged by hand."""

    done_on = models.DateField(_("när"), null=True, blank=True)
    kind = models.CharField(_("slag"), max_length=8, choices=choices(ActivityKind), blank=True)
    what = models.CharField(_("vad"), max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("insats")
        verbose_name_plural = _("insatser")

    def __str__(self) -> str:
        return self.what or str(self.get_kind_display())


class OtherForum(Line):
    """A forum in which the city already takes part, and why it won't do (3.3.3)."""

    name = models.CharField(_("forum"), max_length=160, blank=True)
    why_not = models.CharField(_("varför det inte räcker"), max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("befintligt forum")
        verbose_name_plural = _("befintliga forum")

    def __str__(self) -> str:
        return self.name
