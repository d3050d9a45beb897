"""The form of a reception in four steps. Every answer may wait; what is said must be readable."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Section
from engagements.forms.rows import Table
from engagements.forms.stepping import LAST_BEFORE_START, PAST, BeginForm, StepForm, areas_field
from engagements.models import Engagement
from engagements.vocabulary import Direction
from governance.fact_rows import PER_PERSON
from visits.reception.models import DateOption, Reception
from visits.reception.questions import HINTS, LABELS, OPTION_HINTS, OPTION_LABELS

COSTS = {f"cost_{line.value}": line for line in PER_PERSON}
DATES = Table(
    "dates",
    DateOption,
    _("Möjlig dag"),
    (("day", "time", "hall"),),
    labels=OPTION_LABELS,
    hints=OPTION_HINTS,
    most=12,
)
TOO_MUCH = _("Andelen är högst 100 procent")


def whole(share: int | None) -> int | None:
    """Return a share of the guests. Raises ValidationError for more than all of them."""
    if share is not None and share > 100:
        raise forms.ValidationError(TOO_MUCH)
    return share


class ReceptionStep(StepForm):
    """A step of a reception."""

    detail = Reception
    labels, hints = LABELS, HINTS
    row: Reception

    def clean_foreign_share(self) -> int | None:
        """Hold the share within a whole."""
        return whole(self.cleaned_data["foreign_share"])


class WhoForm(ReceptionStep):
    """Step 1: who applies, and for what."""

    title = _("Vem ansöker, och för vad?")
    engagement_fields = ("counterpart", "title")
    detail_fields = (
        "counterpart_kind",
        "commercial_organiser",
        "procurement_with_party",
        "contact_name",
        "contact_email",
        "reply_language",
        "received_on",
        "event",
        "event_kind",
        "character",
        "event_starts_on",
        "event_ends_on",
        "high_scientific_level",
        "guests",
        "foreign_share",
        "hotels_in_city",
    )
    sections = (
        Section(
            _("Sökanden"),
            (
                "counterpart",
                "counterpart_kind",
                ("contact_name", "contact_email"),
                "reply_language",
                "received_on",
                "commercial_organiser",
                "procurement_with_party",
            ),
        ),
        Section(
            _("Evenemanget"),
            (
                "event",
                "event_kind",
                "character",
                ("event_starts_on", "event_ends_on"),
                "high_scientific_level",
            ),
            _("Evenemangets dagar avgör om en kväll är den före eller den sista."),
        ),
        Section(_("Gästerna"), (("guests", "foreign_share"), "hotels_in_city", "title")),
    )

    def clean_received_on(self) -> date | None:
        """Refuse a day that has not come: an application has come in, or there is none."""
        came: date | None = self.cleaned_data["received_on"]
        if came and came > self.on:
            raise forms.ValidationError(_("Dagen har inte varit än. Skriv dagen då ansökan kom."))
        return came

    def clean(self) -> dict[str, Any]:
        """Hold the order of the event's days, by what would be stored."""
        cleaned = super().clean()
        first = cleaned.get("event_starts_on", self.row.event_starts_on)
        last = cleaned.get("event_ends_on", self.row.event_ends_on)
        if first and last and last < first:
            self.add_error("event_ends_on", forms.ValidationError(LAST_BEFORE_START))
            cleaned.pop("event_starts_on", None)
        return cleaned


class PurposeForm(ReceptionStep):
    """Step 2: what it is for."""

    title = _("Syfte och mål")
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
        "why_capital",
        "stockholm_learns",
        "they_learn",
        "learning_kinds",
        "image_gain",
        "good_examples",
        "state_partner",
        "process",
        "effect",
        "city_interest",
        "secrecy_possible",
    )
    areas = areas_field(
        _("Vilka andra i staden berörs?"), _("Till exempel den som ansvarar för ämnet.")
    )
    reveals = {
        "qualities": f"directions={Direction.PROFILING}",
        "audiences": f"directions={Direction.PROFILING}",
        "cooperation_purposes": f"directions={Direction.COOPERATION}",
        "process": f"directions={Direction.ADVOCACY}",
        "effect": f"directions={Direction.ADVOCACY}",
        "city_interest": f"directions={Direction.ADVOCACY}",
    }
    sections = (
        Section(
            _("Syftet"),
            (
                "purpose",
                "why_capital",
                "stockholm_learns",
                "they_learn",
                "learning_kinds",
                "image_gain",
            ),
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
            ),
        ),
        Section(
            _("Mer om mottagningen"),
            (
                "initiative",
                "touches_foreign_policy",
                "secrecy_possible",
                "areas",
                "good_examples",
                "state_partner",
                "partner_sectors",
            ),
        ),
    )


class HostingForm(ReceptionStep):
    """Step 3: when, how and for how much."""

    title = _("Dag, värdskap och kostnad")
    engagement_fields = (
        "starts_on",
        "estimated_sek",
        "budget_line",
        "in_operational_plan",
        "working_hours",
    )
    detail_fields = (
        "at_city_hall",
        "evening_before",
        "last_evening",
        "hours",
        "serving",
        "alcohol",
        "city_host",
        "shared_with",
        "own_participants",
        "gift_to_official",
        "external_share",
        "funder",
        "approver_takes_part",
    )
    costs = COSTS
    tables = (DATES,)

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Ask of each day that the applicant can come."""
        self.sections = (  # type: ignore[misc]
            Section(
                _("När och var?"),
                ("at_city_hall",),
                _("Skriv de dagar som sökanden kan. En av dem väljs senast när svaret skrivs."),
            ),
            *DATES.sections(engagement),
            Section(
                _("Kvällen"),
                ("starts_on", "evening_before", "last_evening", "hours"),
            ),
            Section(
                _("Värdskap och servering"),
                (("city_host", "shared_with"), "own_participants", "serving", "alcohol"),
            ),
            Section(
                _("Vad bjuder staden på?"),
                (
                    ("cost_reception", "cost_meal"),
                    ("cost_gift", "cost_transport"),
                    "gift_to_official",
                    ("cost_lodging", "cost_other"),
                ),
                _("Staden bjuder måttfullt. Beloppen jämförs med stadens riktvärden."),
            ),
            Section(
                _("Kostnad"),
                (
                    "estimated_sek",
                    ("external_share", "funder"),
                    "budget_line",
                    "in_operational_plan",
                    "working_hours",
                    "approver_takes_part",
                ),
            ),
        )
        super().__init__(data, engagement=engagement, on=on)

    def clean(self) -> dict[str, Any]:
        """Refuse days that have been, and the same day twice, each at its own line."""
        cleaned = super().clean()
        seen: set[date] = set()
        for place in DATES.places(self.engagement):
            name = DATES.question(place, "day")
            day: date | None = cleaned.get(name)
            if day is None:
                continue
            if day < self.on and name in self.changed_data:
                self.add_error(name, forms.ValidationError(PAST))
            elif day in seen:
                said = _("Dagen står redan på en annan rad")
                self.add_error(name, forms.ValidationError(said))
            seen.add(day)
        return cleaned


STEPS: dict[int, type[ReceptionStep]] = {1: WhoForm, 2: PurposeForm, 3: HostingForm}


class NewReceptionForm(BeginForm):
    """The least that makes a draft: five answers, under a minute."""

    title = _("Vem ansöker, och för vad?")
    detail = Reception
    labels, hints = LABELS, HINTS
    engagement_fields = ("counterpart",)
    detail_fields = ("event", "contact_email", "guests", "foreign_share")
    needed = ("counterpart",)
    asked_for = ("event", "contact_email", "guests", "foreign_share")
    sections = (
        Section("", ("counterpart", "event", "contact_email", ("guests", "foreign_share"))),
    )

    def clean_foreign_share(self) -> int | None:
        """Hold the share within a whole."""
        return whole(self.cleaned_data["foreign_share"])

    def heading(self) -> str:
        """Name the draft after the event, or else after who applies."""
        name = self.cleaned_data["event"] or self.cleaned_data["counterpart"]
        return translate("Mottagning för %(name)s") % {"name": name}

    def put(self, engagement: Engagement, row: Reception) -> None:  # type: ignore[override]
        """Say that it came in today."""
        super().put(engagement, row)
        row.received_on = self.on
