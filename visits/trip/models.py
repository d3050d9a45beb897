"""TRIP: taking part in a conference or event abroad. Fields as in practice ("Trips")."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, GeneratedField, Q, TextField, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from engagements.forms.choices import country_name, names_of_country
from engagements.labels import choices
from engagements.models import Detail, Line, Organisation, User
from engagements.models.engagement import Named
from engagements.models.searching import Folded
from engagements.templatetags.utblick import period
from engagements.vocabulary import (
    ConferenceForm,
    CounterpartKind,
    Effect,
    Kind,
    Office,
    Payer,
    TravelMeans,
    TripCostLine,
    TripRole,
)

ELECTED = (Office.FINANCE_MAYOR, Office.VICE_MAYOR, Office.CHAIR, Office.ELECTED)


class Conference(models.Model):
    """An event that the city takes part in; several requests may be about the same one.

    merged_into: the event that this one turned out to be. It is kept, so that the merge can be
    followed, and nobody finds it any more.
    """

    name = models.CharField(_("evenemang"), max_length=200)
    held = models.CharField(_("form"), max_length=8, choices=choices(ConferenceForm), blank=True)
    organiser = models.CharField(_("arrangör"), max_length=160, blank=True)
    country = models.CharField(_("land eller territorium"), max_length=2, blank=True)
    city = models.CharField(_("stad"), max_length=80, blank=True)
    opens_on = models.DateField(_("evenemangets första dag"), null=True, blank=True)
    closes_on = models.DateField(_("evenemangets sista dag"), null=True, blank=True)
    programme = models.TextField(_("program"), blank=True)
    link = models.CharField(_("webbadress"), max_length=300, blank=True)
    register_by = models.DateField(_("sista anmälningsdag"), null=True, blank=True)
    abstract_by = models.DateField(_("sista dag för bidrag"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    added_at = models.DateTimeField(_("tillagt"), editable=False)
    found_by = GeneratedField(
        expression=Folded(Concat(F("name"), Value(" "), F("city"), Value(" "), F("organiser"))),
        output_field=TextField(),
        db_persist=True,
    )

    history = HistoricalRecords(excluded_fields=["found_by"])

    class Meta:
        verbose_name = _("evenemang")
        verbose_name_plural = _("evenemang")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
                name="conference_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="conference_is_not_its_own_duplicate",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """City and country in the reader's language."""
        country = country_name(self.country) if self.country else ""
        return ", ".join(filter(None, [self.city, country]))

    @property
    def when(self) -> str:
        """Its days, in words."""
        return str(period(self.opens_on, self.closes_on)) if self.opens_on else ""

    @property
    def has_digital(self) -> bool:
        """Whether one can take part from home."""
        return self.held in (ConferenceForm.DIGITAL, ConferenceForm.HYBRID)


class Trip(Detail):
    """A request to take part in a conference or event abroad."""

    kind = Kind.TRIP

    conference = models.ForeignKey(
        Conference,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="trips",
        verbose_name=_("evenemang"),
    )
    received_on = models.DateField(_("inbjudan kom"), null=True, blank=True)
    on_behalf_of_ks = models.BooleanField(_("på uppdrag av kommunstyrelsen"), null=True, blank=True)
    digital = models.BooleanField(_("deltar digitalt"), null=True, blank=True)

    # What for
    role = models.CharField(_("stadens roll"), max_length=12, choices=choices(TripRole), blank=True)
    purpose = models.TextField(_("syfte"), blank=True)
    benefit = models.TextField(_("nytta"), blank=True)
    stockholm_learns = models.TextField(_("vad vår verksamhet lär sig"), blank=True)
    image_gain = models.TextField(_("så stärks bilden av Stockholm"), blank=True)
    comparison = models.TextField(_("jämförelse"), blank=True)
    good_examples = models.TextField(_("goda exempel som visas"), blank=True)
    state_partner = models.CharField(
        _("statlig främjare som medverkar"), max_length=120, blank=True
    )
    counterpart_kind = models.CharField(
        _("typ av motpart"), max_length=16, choices=choices(CounterpartKind), blank=True
    )
    earlier_participation = models.TextField(_("tidigare deltagande"), blank=True)

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
    asks_twinning = models.BooleanField(_("vill bli vänort"), null=True, blank=True)
    aid_character = models.BooleanField(_("av biståndskaraktär"), null=True, blank=True)
    external_share = models.PositiveSmallIntegerField(
        _("andel som annan part betalar, procent"), null=True, blank=True
    )
    funder = models.CharField(_("finansiär"), max_length=120, blank=True)
    procurement_with_party = models.BooleanField(
        _("pågående upphandling, tillsyn eller tillstånd"), null=True, blank=True
    )
    secrecy_possible = models.BooleanField(
        _("något kan behöva hållas hemligt"), null=True, blank=True
    )

    # How they travel, and what fills the days
    means = models.CharField(_("färdsätt"), max_length=8, choices=choices(TravelMeans), blank=True)
    distance_km = models.PositiveIntegerField(_("avstånd enkel väg, km"), null=True, blank=True)
    why_not_train = models.TextField(_("varför inte tåg"), blank=True)
    why_not_digital = models.TextField(_("varför inte digitalt"), blank=True)
    emissions_kg = models.PositiveIntegerField(_("egen beräkning, kg"), null=True, blank=True)
    emissions_grounds = models.CharField(_("grund för egen beräkning"), max_length=200, blank=True)
    programme_hours = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("timmar med program per dag"),
        default=list,
        blank=True,
    )
    leisure = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("sådant som inte är program"),
        default=list,
        blank=True,
    )
    leisure_payer = models.CharField(
        _("vem som betalar det"), max_length=12, choices=choices(Payer), blank=True
    )
    arranged_by = models.CharField(
        _("vem som ordnar resan"), max_length=12, choices=choices(Payer), blank=True
    )
    booked_before_decision = models.BooleanField(_("något är redan bokat"), null=True, blank=True)
    alcohol = models.BooleanField(_("alkohol serveras"), null=True, blank=True)
    gift_to_official = models.BooleanField(
        _("gåva till tjänsteperson i annan stat"), null=True, blank=True
    )
    report_due_on = models.DateField(_("rapport senast"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("resa")
        verbose_name_plural = _("resor")
        constraints = [
            models.CheckConstraint(
                condition=Q(external_share__isnull=True) | Q(external_share__lte=100),
                name="trip_share_is_at_most_all",
            ),
        ]

    def __str__(self) -> str:
        return str(self.conference or self.pk)

    @classmethod
    def concerning(cls, user: User) -> Q:
        """Return the condition of the trips that a user makes (KL 6:28)."""
        return Q(pk__in=Traveller.objects.filter(user=user).values("engagement"))

    @property
    def named(self) -> list[Named]:
        """Who holds the event, and where."""
        event = self.conference
        if event is None:
            return []
        return [Named(event.organiser, event.city, event.country, self.counterpart_kind)]

    @property
    def found_by(self) -> str:
        """The event, its place in both languages, and who holds it."""
        event = self.conference
        if event is None:
            return ""
        countries = names_of_country(event.country) if event.country else []
        return " ".join(filter(None, [event.name, event.city, *countries, event.organiser]))


class Traveller(Line):
    """Somebody who goes. user: when they have an account here; they then decide on nothing.

    part: where it differs from the city's role.
    """

    # People of the city; no history keeps their names, so that they can be erased.
    PERSONAL = ("name", "email", "user")

    name = models.CharField(_("namn"), max_length=120, blank=True)
    email = models.EmailField(_("e-post i staden"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    function = models.CharField(_("funktion"), max_length=120, blank=True)
    office = models.CharField(_("befattning"), max_length=16, choices=choices(Office), blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("verksamhet"),
    )
    part = models.CharField(_("uppgift där"), max_length=12, choices=choices(TripRole), blank=True)
    decides = models.BooleanField(_("beslutar om resan"), null=True, blank=True)

    history = HistoricalRecords(excluded_fields=["name", "email", "user"])

    class Meta(Line.Meta):
        verbose_name = _("deltagare")
        verbose_name_plural = _("deltagare")

    def __str__(self) -> str:
        return self.name or self.function or str(self.get_office_display() or self.place + 1)

    @property
    def is_elected(self) -> bool | None:
        """Whether they are elected, or employed; None while their office is not said."""
        return self.office in ELECTED if self.office else None


class TripCost(Line):
    """What one sort of cost is for one who goes. traveller: the place of their row; None for all.

    outcome_sek: what it came to, once they are back.
    """

    traveller = models.PositiveSmallIntegerField(_("för"), null=True, blank=True)
    line = models.CharField(_("kostnad"), max_length=16, choices=choices(TripCostLine), blank=True)
    amount_sek = models.PositiveIntegerField(_("belopp"), null=True, blank=True)
    payer = models.CharField(_("betalas av"), max_length=12, choices=choices(Payer), blank=True)
    outcome_sek = models.PositiveIntegerField(_("utfall"), null=True, blank=True, editable=False)

    history = HistoricalRecords()

    class Meta(Line.Meta):
        verbose_name = _("kostnadsrad")
        verbose_name_plural = _("kostnadsrader")

    def __str__(self) -> str:
        return f"{self.get_line_display()} {self.amount_sek}"
