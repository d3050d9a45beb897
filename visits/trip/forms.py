"""The form of a trip in four steps. Every answer may wait; what is answered must be readable."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.db.models import Model, prefetch_related_objects
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Section
from engagements.forms.rows import Table
from engagements.forms.stepping import LAST_BEFORE_START, BeginForm, StepForm, areas_field
from engagements.models import Engagement, FormKey, Organisation, User
from engagements.vocabulary import Direction
from governance.fact_rows import PER_PERSON
from visits.trip import emissions, events, money, people
from visits.trip.fields import HoursField
from visits.trip.models import Conference, Traveller, Trip, TripCost
from visits.trip.questions import COST, HINTS, LABELS, TRAVELLER, TRAVELLER_HINTS

COSTS = {f"cost_{line.value}": line for line in PER_PERSON}
EVENT = (
    "name",
    "held",
    "organiser",
    "country",
    "city",
    "opens_on",
    "closes_on",
    "register_by",
    "abstract_by",
    "programme",
    "link",
)
ROWS = ("traveller_rows", "tripcost_rows")
WEB = URLValidator(schemes=["http", "https"], message=_("Skriv hela adressen, med https:// först"))


def _of_traveller(engagement: Engagement, column: str, field: forms.Field) -> None:
    """Offer every organisation of the city: boards travel too."""
    if column == "organisation" and isinstance(field, forms.ModelChoiceField):
        kept = engagement.__dict__
        if "_city" not in kept:
            rows = Organisation.objects.filter(active=True).order_by("sort_name")
            kept["_city"] = [("", gettext("Vår egen")), *((row.pk, str(row)) for row in rows)]
        field.choices = kept["_city"]


def _of_cost(engagement: Engagement, column: str, _field: forms.Field) -> forms.Field | None:
    """Offer those who go, each by the place of their row."""
    if column != "traveller":
        return None
    rows = sorted(engagement.traveller_rows.all(), key=lambda row: row.place)
    known = [(row.place, str(row)) for row in rows]
    known += [(place, gettext("Borttagen")) for place in money.orphans(engagement)]
    return forms.TypedChoiceField(
        choices=[("", gettext("Alla tillsammans")), *known],
        coerce=int,
        empty_value=None,
        required=False,
        label=COST["traveller"],
    )


TRAVELLERS = Table(
    "travellers",
    Traveller,
    _("Deltagare"),
    (("name", "function"), ("office", "part"), ("organisation", "email"), ("decides",)),
    TRAVELLER,
    TRAVELLER_HINTS,
    least=2,
    spare=2,
    prepare=_of_traveller,
)
COST_ROWS = Table(
    "costs",
    TripCost,
    _("Kostnad"),
    (("traveller", "line", "amount_sek", "payer"),),
    COST,
    least=4,
    spare=3,
    most=80,
    prepare=_of_cost,
)


def _read_rows(engagement: Engagement) -> None:
    """Read the rows once for all the lines that ask of them; ``Table.put`` forgets them."""
    prefetch_related_objects([engagement], *ROWS)


def _told_first(table: Table, engagement: Engagement, text: str) -> tuple[Section, ...]:
    """Return the sections of a table's rows, the first with what is said of them all."""
    first, *rest = table.sections(engagement)
    return (replace(first, text=text), *rest)


class TripStep(StepForm):
    """A step of a trip. conference_fields: columns of its event, which others may share."""

    detail = Trip
    labels, hints = LABELS, HINTS
    conference_fields: tuple[str, ...] = ()
    row: Trip

    @classmethod
    def asked(cls, model: type[Model], names: tuple[str, ...]) -> dict[str, forms.Field]:
        """Ask of the event too, and of hours as a list of figures."""
        found = super().asked(model, names)
        if model is Trip and cls.conference_fields:
            found |= super().asked(Conference, cls.conference_fields)
            found["name"].required = False  # said in words of its own, where it must be
        if "programme_hours" in found:
            found["programme_hours"] = HoursField(
                label=LABELS["programme_hours"], help_text=HINTS["programme_hours"], required=False
            )
        return found

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Keep the sum as the rows make it, until somebody says another."""
        before = money.of_city(self.engagement)
        super().put(answers, by=by)
        if self.engagement.estimated_sek in (None, before):
            self.engagement.estimated_sek = money.of_city(self.engagement)


class WhoForm(TripStep):
    """Step 1: the event, and who takes part."""

    title = _("Evenemanget och vilka som deltar")
    engagement_fields = ("title", "starts_on", "ends_on")
    detail_fields = ("on_behalf_of_ks", "received_on")
    conference_fields = EVENT
    tables = (TRAVELLERS,)
    areas = areas_field(LABELS["areas"], HINTS["areas"])
    asked_of_event = Section(
        _("Evenemanget"),
        (
            "name",
            "held",
            "organiser",
            ("country", "city"),
            ("opens_on", "closes_on"),
            ("register_by", "abstract_by"),
            "programme",
            "link",
        ),
        _("Uppgifterna delas med alla i staden som vill delta i samma evenemang."),
    )
    asked_of_trip = Section(_("Uppdraget"), ("on_behalf_of_ks", "received_on", "title"))
    away = Section(_("När är ni borta?"), (("starts_on", "ends_on"),))
    also_there = Section(_("Fler verksamheter"), ("areas",))

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Show an event that others rest on as it is: it is not changed from here."""
        _read_rows(engagement)
        trip: Trip = engagement.trip
        self.event = trip.conference
        self.is_shared = bool(self.event and events.is_shared(self.event, engagement))
        rows = _told_first(
            TRAVELLERS,
            engagement,
            gettext("Namnen visas för dem som får läsa ärendet, och gallras när det är klart."),
        )
        first = self._told() if self.is_shared else (self.asked_of_event, self.asked_of_trip)
        self.sections = (*first, self.away, *rows, self.also_there)  # type: ignore[misc]
        super().__init__(data, engagement=engagement, on=on)
        if self.is_shared:
            for name in EVENT:
                del self.fields[name]

    def _told(self) -> tuple[Section]:
        """Return the questions of the trip under what is known of an event that others share."""
        event = self.event
        words = [event.name, event.place, event.when] if event else []
        told = gettext(
            "%(event)s. Fler ansökningar gäller samma evenemang. Be en administratör om något om "
            "evenemanget ska ändras."
        )
        text = told % {"event": ", ".join(filter(None, words))}
        return (replace(self.asked_of_trip, title=gettext("Evenemanget"), text=text),)

    def _stored(self) -> dict[str, Any]:
        stored = super()._stored()
        return stored | {name: getattr(self.event, name, "") for name in EVENT}

    def clean_name(self) -> str:
        """Hold that an event has a name: others find it by it."""
        name: str = self.cleaned_data["name"]
        if not name and self.event:
            raise forms.ValidationError(_("Skriv vad evenemanget heter"))
        return name

    def clean_link(self) -> str:
        """Hold that the address can be opened."""
        link: str = self.cleaned_data["link"]
        if link:
            WEB(link)
        return link

    def clean_received_on(self) -> date | None:
        """Refuse a day that has not come."""
        came: date | None = self.cleaned_data["received_on"]
        if came and came > self.on:
            raise forms.ValidationError(_("Dagen har inte varit än. Skriv dagen då den kom."))
        return came

    def clean(self) -> dict[str, Any]:
        """Hold the order of the event's own days."""
        cleaned = super().clean()
        if self.is_shared:
            return cleaned
        opens, closes = (
            cleaned.get(name, getattr(self.event, name, None)) for name in ("opens_on", "closes_on")
        )
        if opens and closes and closes < opens:
            self.add_error("closes_on", forms.ValidationError(LAST_BEFORE_START))
            cleaned.pop("opens_on", None)
        return cleaned

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Write what is said of the event, and whose accounts the names are."""
        super().put(answers, by=by)
        said = {name: answers[name] for name in EVENT if name in answers}
        if said and self.event is None:
            said.setdefault("name", self.engagement.title)
            # A page that saves itself knows no time of its own but the draft's.
            self.event = events.add(said, by=by, at=self.engagement.changed_at)
            self.row.conference = self.event
        elif said and self.event and not self.is_shared:
            for name, value in said.items():
                setattr(self.event, name, value)
            events.save(self.event, by=by)
        people.recognise(self.engagement, by=by)


class PurposeForm(TripStep):
    """Step 2: purpose and benefit."""

    title = _("Syfte och nytta")
    engagement_fields = (
        "goals",
        "goal_contribution",
        "sdgs",
        "sdg_how",
        "directions",
        "qualities",
        "audiences",
        "cooperation_purposes",
        "partner_sectors",
        "initiative",
        "touches_foreign_policy",
    )
    detail_fields = (
        "purpose",
        "benefit",
        "role",
        "stockholm_learns",
        "image_gain",
        "comparison",
        "good_examples",
        "state_partner",
        "counterpart_kind",
        "earlier_participation",
        "process",
        "effect",
        "city_interest",
        "eu_matter",
        "eu_principles",
        "secrecy_possible",
        "asks_twinning",
        "aid_character",
        "external_share",
        "funder",
        "procurement_with_party",
    )
    reveals = {
        "external_share": "aid_character=true",
        "funder": "aid_character=true",
        "qualities": f"directions={Direction.PROFILING}",
        "audiences": f"directions={Direction.PROFILING}",
        "cooperation_purposes": f"directions={Direction.COOPERATION}",
        "process": f"directions={Direction.ADVOCACY}",
        "effect": f"directions={Direction.ADVOCACY}",
        "city_interest": f"directions={Direction.ADVOCACY}",
        "eu_matter": f"directions={Direction.ADVOCACY}",
        "eu_principles": f"directions={Direction.ADVOCACY}",
    }
    sections = (
        Section(
            _("Varför ska staden vara med?"),
            ("purpose", "benefit", "role", "stockholm_learns", "image_gain", "comparison"),
        ),
        Section(
            _("Målen"),
            (
                "goals",
                "goal_contribution",
                "sdgs",
                "sdg_how",
                "directions",
                "qualities",
                "audiences",
                "cooperation_purposes",
                "process",
                "effect",
                "city_interest",
                "eu_matter",
                "eu_principles",
            ),
        ),
        Section(_("Tidigare och tillsammans"), ("earlier_participation", "initiative")),
        Section(
            _("Gränser"),
            (
                "touches_foreign_policy",
                "asks_twinning",
                "aid_character",
                "external_share",
                "funder",
                "procurement_with_party",
                "secrecy_possible",
            ),
            _("Här finns frågorna där strategin oftast säger nej eller kräver ett skäl."),
        ),
        Section(
            _("Mer om deltagandet"),
            ("counterpart_kind", "good_examples", "state_partner", "partner_sectors"),
        ),
    )


class JourneyForm(TripStep):
    """Step 3: how they travel, what fills the days and what it costs."""

    title = _("Resa, program och kostnad")
    engagement_fields = ("estimated_sek", "budget_line", "in_operational_plan", "working_hours")
    detail_fields = (
        "digital",
        "why_not_digital",
        "means",
        "distance_km",
        "why_not_train",
        "emissions_kg",
        "emissions_grounds",
        "programme_hours",
        "leisure",
        "leisure_payer",
        "arranged_by",
        "booked_before_decision",
        "report_due_on",
        "gift_to_official",
        "alcohol",
    )
    tables = (COST_ROWS,)
    costs = COSTS
    reveals = dict.fromkeys(
        (
            "why_not_digital",
            "means",
            "distance_km",
            "why_not_train",
            "emissions_kg",
            "emissions_grounds",
            "programme_hours",
        ),
        "digital=false",
    )
    before_costs = (
        Section(
            _("Resan"),
            (
                "means",
                "distance_km",
                "why_not_train",
                "emissions_kg",
                "emissions_grounds",
                "arranged_by",
                "booked_before_decision",
            ),
        ),
        Section(_("Dagarna"), ("programme_hours", "leisure", "leisure_payer")),
    )
    after_costs = (
        Section("", ("estimated_sek",)),
        Section(_("Pengar och plan"), ("budget_line", "in_operational_plan", "working_hours")),
        Section(
            _("Bjuder ni på något där?"),
            (
                ("cost_meal", "cost_gift"),
                "gift_to_official",
                ("cost_reception", "cost_transport"),
                ("cost_lodging", "cost_other"),
                "alcohol",
            ),
            _("Hoppa över frågorna om ni inte bjuder andra på något."),
        ),
        Section(_("Efteråt"), ("report_due_on",)),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Say what is known: whether it can be followed from home, what it emits, what it costs."""
        _read_rows(engagement)
        rows = _told_first(
            COST_ROWS,
            engagement,
            gettext("En rad för varje slag av kostnad och person, med vem som betalar."),
        )
        self.sections = (  # type: ignore[misc]
            self._from_home(engagement.trip.conference),
            *self.before_costs,
            *rows,
            *self.after_costs,
        )
        super().__init__(data, engagement=engagement, on=on)
        counted = emissions.of(engagement, on=on).suggested
        if counted is not None:
            told = gettext("Stadens beräkning är %(kg)s. Lämna tomt om den stämmer.")
            self.fields["emissions_kg"].help_text = told % {"kg": emissions.in_words(counted)}
        made = money.of_city(engagement)
        if made is not None and engagement.estimated_sek in (None, made):
            del self.fields["estimated_sek"]

    @staticmethod
    def _from_home(event: Conference | None) -> Section:
        text = ""
        if event and event.held:
            text = (
                gettext("Evenemanget kan följas digitalt.")
                if event.has_digital
                else gettext("Evenemanget hålls bara på plats.")
            )
        return Section(_("Digitalt eller på plats?"), ("digital", "why_not_digital"), text)


STEPS: dict[int, type[TripStep]] = {1: WhoForm, 2: PurposeForm, 3: JourneyForm}


class NewTripForm(BeginForm):
    """The least that makes a draft: an event that is known, or the name of a new one.

    alike: the known events that a new name is much like, once somebody has written it.
    """

    title = _("Vilket evenemang gäller det?")
    detail = Trip
    labels, hints = LABELS, HINTS
    detail_fields = ("on_behalf_of_ks",)
    of_event = ("name", "country", "city", "opens_on", "closes_on")
    asked_for = ("name", "country", "city", "opens_on", "closes_on")
    sections = (
        Section(
            "", ("organisation", "name", ("country", "city"), ("opens_on", "closes_on"), "another")
        ),
    )

    conference = forms.ModelChoiceField(
        queryset=Conference.objects.none(), required=False, widget=forms.HiddenInput
    )
    another = forms.BooleanField(
        label=_("Det är ett annat evenemang än de som finns"), required=False
    )

    def __init__(
        self,
        data: Any = None,
        *,
        organisations: Any,
        on: date,
        event: Conference | None = None,
        name: str = "",
    ) -> None:
        """Ask of the event only where none is chosen."""
        super().__init__(data, organisations=organisations, on=on)
        self.alike: list[Conference] = []
        known = self.fields["conference"]
        known.queryset = events.offered()  # type: ignore[attr-defined]
        self.event = event or self._chosen()
        self.initial["conference"] = self.event.pk if self.event else None
        self.initial["name"] = name
        left = ("another", *self.of_event) if self.event else () if self.is_bound else ("another",)
        for unasked in left:
            del self.fields[unasked]

    @classmethod
    def asked(cls, model: type[Model], names: tuple[str, ...]) -> dict[str, forms.Field]:
        """Ask of the event too."""
        found = super().asked(model, names)
        if model is Trip:
            found = super().asked(Conference, cls.of_event) | found
            found["name"].required = False  # unless no event is chosen
        return found

    def _chosen(self) -> Conference | None:
        asked = str(self.data.get("conference") or "")
        return events.offered().filter(pk=int(asked)).first() if asked.isdecimal() else None

    def clean(self) -> dict[str, Any]:
        """Hold that an event is named, and that somebody looks before one is added twice."""
        cleaned = super().clean() or self.cleaned_data
        if self.event:
            return cleaned
        name, opens = cleaned.get("name"), cleaned.get("opens_on")
        closes = cleaned.get("closes_on")
        if name == "":
            self.add_error("name", forms.ValidationError(_("Skriv vad evenemanget heter")))
        if opens and closes and closes < opens:
            self.add_error("closes_on", forms.ValidationError(LAST_BEFORE_START))
        key: Any = cleaned.get("key")
        used = bool(key) and FormKey.objects.filter(key=key).exists()
        self.alike = events.alike(name, opens_on=opens) if name and not used else []
        if not self.alike:
            del self.fields["another"]
        elif not cleaned.get("another"):
            self.add_error(
                "another",
                forms.ValidationError(_("Välj ett av dem ovan, eller kryssa för att det är nytt.")),
            )
        return cleaned

    def heading(self) -> str:
        """Name the draft after the event."""
        return str(self.event or self.cleaned_data["name"])

    def put(self, engagement: Engagement, row: Trip) -> None:  # type: ignore[override]
        """Point the draft at its event, and take the event's days for the days away."""
        super().put(engagement, row)
        said = {name: self.cleaned_data[name] for name in self.of_event if not self.event}
        by, at = engagement.created_by, engagement.created_at
        row.conference = self.event or events.add(said, by=by, at=at)
        opens, closes = row.conference.opens_on, row.conference.closes_on
        if opens and opens >= self.on:
            engagement.starts_on, engagement.ends_on = opens, closes or opens
