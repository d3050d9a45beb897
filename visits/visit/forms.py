"""The form of a visit in four steps. Every answer may wait; what is answered must be readable."""

import hashlib
import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db.models import Model
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from engagements.forms import choices
from engagements.forms.base import Section, UtblickForm
from engagements.forms.fields import AmountField, CleanTextField, CodesField, TriStateField
from engagements.forms.modelfields import formfield
from engagements.forms.text import clean_text
from engagements.forms.widgets import CheckCards
from engagements.models import Engagement, Organisation
from engagements.vocabulary import CostLine, Direction
from visits.visit.facts import PER_PERSON
from visits.visit.models import Visit
from visits.visit.questions import HINTS, LABELS

COSTS = {f"cost_{line.value}": line for line in PER_PERSON}
PAST = _("Datumet har redan varit. Välj ett kommande datum.")
LAST_BEFORE_START = _("Slutdatum måste vara samma dag som start eller senare")


class LinesField(CleanTextField):
    """A list of short texts, one a line."""

    widget = forms.Textarea
    longest = 200

    def clean(self, value: Any) -> Any:
        """Return the lines that say something."""
        text = super().clean(value)
        lines = [clean_text(line) for line in (text or "").splitlines()]
        found = [line for line in lines if line]
        if any(len(line) > self.longest for line in found):
            raise forms.ValidationError(_("Varje punkt får ha högst 200 tecken."))
        return found

    def prepare_value(self, value: Any) -> Any:
        """Show stored lines as text."""
        return "\n".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as it is shown."""
        return super().has_changed(self.prepare_value(initial or []), data)


def _field(field: Any, **kwargs: Any) -> forms.Field | None:
    """Choose the form field of a column; steps add the choices that depend on the day."""
    if field.name == "country":
        return forms.ChoiceField(choices=choices.countries, required=False, **kwargs)
    if field.name == "language":
        return forms.ChoiceField(choices=choices.languages, required=False, **kwargs)
    if field.name == "agenda":
        return LinesField(required=False, **kwargs)
    if field.name == "delegation_size":
        return formfield(field, min_value=1, **kwargs)
    if field.name in ("goals", "sdgs") and isinstance(field, ArrayField):
        number = field.name == "sdgs"
        listed = choices.SDGS if number else []
        return CodesField(choices=listed, coerce=int if number else str, required=False, **kwargs)
    return formfield(field, **kwargs)


def questions(model: type[Model], names: tuple[str, ...]) -> dict[str, forms.Field]:
    """Return the form fields of a model's columns, with our words."""
    return fields_for_model(
        model,
        fields=names,
        formfield_callback=_field,
        labels=LABELS,  # type: ignore[arg-type]
        help_texts={name: HINTS[name] for name in names if name in HINTS},  # type: ignore[misc]
    )


def line_name(line: str) -> str:
    """Return the name of the question on a line of the agenda: that of its words, not its place.

    An agenda that is changed in another window moves no answer to another line.
    """
    return f"touches-{hashlib.sha256(line.encode()).hexdigest()[:12]}"


class StepForm(UtblickForm):
    """A step: questions on the engagement, its visit, its costs and those who take part."""

    title: ClassVar[Any] = ""
    engagement_fields: ClassVar[tuple[str, ...]] = ()
    visit_fields: ClassVar[tuple[str, ...]] = ()
    costs: ClassVar[Mapping[str, CostLine]] = {}
    # The lines of the agenda that the step asks of, by the name of the question.
    lines: Mapping[str, str] = {}

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Ask what the step asks, with the stored answers filled in."""
        self.engagement, self.on = engagement, on
        self.visit: Visit = engagement.visit
        self.base_fields = {  # type: ignore[misc]
            **type(self).base_fields,
            **self._questions(on),
        }
        self.asked_for = set(self.base_fields)  # type: ignore[misc]
        super().__init__(data, initial=self._stored())

    def _questions(self, on: date) -> dict[str, forms.Field]:
        fields = questions(Engagement, self.engagement_fields)
        fields |= questions(Visit, self.visit_fields)
        if "goals" in fields:
            fields["goals"].choices = choices.goals(self.engagement, on=on)  # type: ignore[attr-defined]
        for name in self.costs:
            fields[name] = AmountField(
                label=LABELS[name], help_text=HINTS.get(name, ""), required=False
            )
        return fields

    def _stored(self) -> dict[str, Any]:
        """Return the answers as they are stored."""
        stored = {name: getattr(self.engagement, name) for name in self.engagement_fields}
        stored |= {name: getattr(self.visit, name) for name in self.visit_fields}
        if self.costs:
            rows = dict(self.engagement.costs.values_list("line", "per_person_sek"))
            stored |= {name: rows.get(line.value) for name, line in self.costs.items()}
        return stored | {"version": self.engagement.version}

    def clean(self) -> dict[str, Any]:
        """Hold the order of the days; everything else each question says for itself."""
        cleaned = super().clean() or self.cleaned_data
        if "starts_on" not in self.fields:
            return cleaned
        first = cleaned.get("starts_on")
        if first and first < self.on and "starts_on" in self.changed_data:
            self.add_error("starts_on", forms.ValidationError(PAST))
        first, last = self._would_be("starts_on"), self._would_be("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", forms.ValidationError(LAST_BEFORE_START))
            cleaned.pop("starts_on", None)
        if last and not first and "starts_on" not in self.errors:
            self.add_error("starts_on", forms.ValidationError(_("Skriv vilken dag det börjar")))
        return cleaned

    def _would_be(self, name: str) -> date | None:
        """Return a day as it would be stored: what can't be read leaves the stored one."""
        stored: date | None = getattr(self.engagement, name)
        return self.cleaned_data.get(name, stored)

    def answers(self) -> dict[str, Any]:
        """Return the readable answers that differ from what is stored, by name."""
        return {
            name: self.cleaned_data[name]
            for name in self.changed_data
            if name in self.cleaned_data and name != "version"
        }


class WhoForm(StepForm):
    """Step 1: who wants to come."""

    title = _("Vem vill komma?")
    engagement_fields = ("title", "starts_on", "ends_on")
    visit_fields = (
        "requesting_organisation",
        "counterpart_kind",
        "country",
        "city",
        "contact_name",
        "contact_email",
        "channel",
        "received_on",
        "intermediary",
        "delegation_size",
    )
    sections = (
        Section(
            _("Delegationen"),
            (
                "requesting_organisation",
                "counterpart_kind",
                ("country", "city"),
                "delegation_size",
            ),
        ),
        Section(_("När vill de komma?"), (("starts_on", "ends_on"),)),
        Section(
            _("Förfrågan"),
            (("contact_name", "contact_email"), "channel", "received_on", "intermediary", "title"),
        ),
    )

    def clean_received_on(self) -> date | None:
        """Refuse a day that has not come: a request has come in, or there is none."""
        came: date | None = self.cleaned_data["received_on"]
        if came and came > self.on:
            raise forms.ValidationError(_("Dagen har inte varit än. Skriv dagen då förfrågan kom."))
        return came


class PurposeForm(StepForm):
    """Step 2: purpose and wishes."""

    title = _("Syfte och önskemål")
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
    visit_fields = (
        "wishes",
        "agenda",
        "stockholm_learns",
        "they_learn",
        "learning_kinds",
        "image_gain",
        "comparison",
        "good_examples",
        "state_partner",
        "political_level",
        "head_name",
        "head_title",
        "city_priority",
        "wants_letter",
        "particularly_prioritised",
        "prioritised_by",
        "priority_grounds",
        "asks_twinning",
        "aid_character",
        "external_share",
        "funder",
        "procurement_with_party",
    )
    areas = forms.ModelMultipleChoiceField(
        queryset=Organisation.objects.none(),
        label=LABELS["areas"],
        help_text=HINTS["areas"],
        required=False,
        widget=CheckCards,
    )
    reveals = {
        "particularly_prioritised": "wants_letter=true",
        "prioritised_by": "wants_letter=true",
        "priority_grounds": "wants_letter=true",
        "external_share": "aid_character=true",
        "funder": "aid_character=true",
        "qualities": f"directions={Direction.PROFILING}",
        "audiences": f"directions={Direction.PROFILING}",
        "cooperation_purposes": f"directions={Direction.COOPERATION}",
    }
    sections = (
        Section(
            _("Utbytet"),
            ("wishes", "stockholm_learns", "they_learn", "learning_kinds", "image_gain", "agenda"),
            _("Staden tar gärna emot besök där båda parter lär sig något."),
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
            ),
        ),
        Section(
            _("Delegationen"),
            ("political_level", ("head_name", "head_title"), "areas", "city_priority"),
            _("Svaren avgör vem i staden som ska samordna besöket."),
        ),
        Section(
            _("Önskemål"),
            (
                "wants_letter",
                "particularly_prioritised",
                "prioritised_by",
                "priority_grounds",
                "asks_twinning",
                "touches_foreign_policy",
                "aid_character",
                "external_share",
                "funder",
                "procurement_with_party",
            ),
            _("Här finns frågorna där strategin oftast säger nej eller kräver ett skäl."),
        ),
        Section(
            _("Mer om besöket"),
            ("initiative", "comparison", "good_examples", "state_partner", "partner_sectors"),
        ),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Offer the city's departments and companies."""
        super().__init__(data, engagement=engagement, on=on)
        self.fields["areas"].queryset = choices.organisations(engagement)  # type: ignore[attr-defined]

    def _stored(self) -> dict[str, Any]:
        touched = [row.organisation_id for row in self.engagement.taking_part.all()]
        return super()._stored() | {"areas": touched}

    def clean_external_share(self) -> int | None:
        """Hold the share within a whole."""
        share: int | None = self.cleaned_data["external_share"]
        if share is not None and share > 100:
            raise forms.ValidationError(_("Andelen är högst 100 procent"))
        return share


class PlanForm(StepForm):
    """Step 3: time, programme and cost."""

    title = _("Tid, program och kostnad")
    engagement_fields = (
        "starts_on",
        "ends_on",
        "estimated_sek",
        "budget_line",
        "in_operational_plan",
        "working_hours",
    )
    visit_fields = (
        "digital",
        "places",
        "language",
        "own_participants",
        "access_needs",
        "gift_to_official",
        "alcohol",
        "fee_applicable",
        "fee_exemption",
    )
    costs = COSTS
    reveals = {"fee_exemption": "fee_applicable=false"}
    sections = (
        Section(
            _("Tid och plats"),
            (("starts_on", "ends_on"), "digital", "places", "language", "own_participants"),
        ),
        Section(
            _("Vad planerar ni att bjuda på?"),
            (
                ("cost_meal", "cost_gift"),
                "gift_to_official",
                ("cost_reception", "cost_transport"),
                ("cost_lodging", "cost_other"),
                "alcohol",
            ),
            _("Staden bjuder måttfullt. Beloppen jämförs med stadens riktvärden."),
        ),
        Section(
            _("Kostnad"),
            (
                "estimated_sek",
                "budget_line",
                "in_operational_plan",
                "working_hours",
                "fee_applicable",
                "fee_exemption",
            ),
        ),
        Section(_("Tillgänglighet"), ("access_needs",)),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Ask of each line of the agenda whether it is the state's."""
        self.lines = {line_name(line): line for line in engagement.visit.agenda}
        by_line = Section(
            _("Dagordningen, punkt för punkt"),
            tuple(self.lines),
            _("Rör punkten Sveriges förhållande till andra stater? Då hindrar den bara sig själv."),
        )
        self.sections = (  # type: ignore[misc, assignment]
            *type(self).sections[:1],
            by_line,
            *type(self).sections[1:],
        )
        super().__init__(data, engagement=engagement, on=on)

    def _questions(self, on: date) -> dict[str, forms.Field]:
        label = _("Rör ”%(line)s” Sveriges förhållande till andra stater?")
        asked = {name: TriStateField(label=label % {"line": x}) for name, x in self.lines.items()}
        return super()._questions(on) | asked

    def _stored(self) -> dict[str, Any]:
        return super()._stored() | {
            line_name(line): touches
            for line, touches in zip(self.visit.agenda, self.visit.agenda_touches, strict=False)
        }


STEPS: dict[int, type[StepForm]] = {1: WhoForm, 2: PurposeForm, 3: PlanForm}


class NewVisitForm(UtblickForm):
    """The least that makes a draft: five answers, under a minute."""

    asked_for = ("country", "contact_email", "delegation_size", "starts_on")

    key = forms.UUIDField(widget=forms.HiddenInput)
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("Vilken verksamhet gäller det?")
    )

    def __init__(self, data: Any = None, *, organisations: Any, on: date) -> None:
        """Ask for the organisation only when the person answers for several."""
        self.on = on
        names = ("requesting_organisation", "country", "contact_email", "delegation_size")
        asked = {**questions(Visit, names), **questions(Engagement, ("starts_on",))}
        asked["requesting_organisation"].required = True
        asked["starts_on"].label = _("Vilken dag vill de komma?")
        self.base_fields = {**type(self).base_fields, **asked}  # type: ignore[misc]
        super().__init__(data, initial={"key": uuid.uuid4()})
        own = self.fields["organisation"]
        own.queryset = organisations  # type: ignore[attr-defined]
        found = list(organisations[:2])
        if len(found) == 1:
            own.initial, own.widget = found[0].pk, forms.HiddenInput()

    def clean_starts_on(self) -> date | None:
        """Refuse a day that has been."""
        first: date | None = self.cleaned_data["starts_on"]
        if first and first < self.on:
            raise forms.ValidationError(PAST)
        return first
