"""The form of a visit in four steps. Every answer may wait; what is answered must be readable."""

import hashlib
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Section
from engagements.forms.fields import TriStateField
from engagements.forms.stepping import BeginForm, StepForm, areas_field
from engagements.models import Engagement, User
from engagements.vocabulary import Direction
from governance.fact_rows import PER_PERSON
from visits.visit.models import Visit
from visits.visit.questions import HINTS, LABELS

COSTS = {f"cost_{line.value}": line for line in PER_PERSON}


def line_name(line: str) -> str:
    """Return the name of the question on a line of the agenda: that of its words, not its place.

    An agenda that is changed in another window moves no answer to another line.
    """
    return f"touches-{hashlib.sha256(line.encode()).hexdigest()[:12]}"


class VisitStep(StepForm):
    """A step of a visit."""

    detail = Visit
    labels, hints = LABELS, HINTS
    row: Visit

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Keep the answers on the lines of the agenda, and who wants to come in the lists."""
        visit = self.row
        asked = list(visit.agenda)
        touches = dict(zip(visit.agenda, visit.agenda_touches, strict=False))
        super().put(answers, by=by)
        touches |= {line: answers[line_name(line)] for line in asked if line_name(line) in answers}
        # A line that is new or reworded is unanswered; the others keep their answers.
        answered = [touches.get(line) for line in visit.agenda]
        visit.agenda_touches = [] if set(answered) <= {None} else answered
        if "requesting_organisation" in answers:
            self.engagement.counterpart = visit.requesting_organisation


class WhoForm(VisitStep):
    """Step 1: who wants to come."""

    title = _("Vem vill komma?")
    engagement_fields = ("title", "starts_on", "ends_on")
    detail_fields = (
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


class PurposeForm(VisitStep):
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
    detail_fields = (
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
        "process",
        "effect",
        "city_interest",
        "eu_matter",
        "eu_principles",
        "secrecy_possible",
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
    areas = areas_field(LABELS["areas"], HINTS["areas"])
    reveals = {
        "particularly_prioritised": "wants_letter=true",
        "prioritised_by": "wants_letter=true",
        "priority_grounds": "wants_letter=true",
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
                "process",
                "effect",
                "city_interest",
                "eu_matter",
                "eu_principles",
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
                "secrecy_possible",
            ),
            _("Här finns frågorna där strategin oftast säger nej eller kräver ett skäl."),
        ),
        Section(
            _("Mer om besöket"),
            ("initiative", "comparison", "good_examples", "state_partner", "partner_sectors"),
        ),
    )


class PlanForm(VisitStep):
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
    detail_fields = (
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
            for line, touches in zip(self.row.agenda, self.row.agenda_touches, strict=False)
        }


STEPS: dict[int, type[VisitStep]] = {1: WhoForm, 2: PurposeForm, 3: PlanForm}


class NewVisitForm(BeginForm):
    """The least that makes a draft: five answers, under a minute."""

    title = _("Vem vill komma?")
    detail = Visit
    labels = LABELS | {"starts_on": _("Vilken dag vill de komma?")}
    hints = HINTS
    detail_fields = ("requesting_organisation", "country", "contact_email", "delegation_size")
    engagement_fields = ("starts_on",)
    needed = ("requesting_organisation",)
    asked_for = ("country", "contact_email", "delegation_size", "starts_on")

    def heading(self) -> str:
        """Name the draft after who wants to come."""
        name = self.cleaned_data["requesting_organisation"]
        return gettext("Besök från %(name)s") % {"name": name}

    def put(self, engagement: Engagement, row: Visit) -> None:  # type: ignore[override]
        """Say that it came in today, from whom."""
        super().put(engagement, row)
        engagement.counterpart = row.requesting_organisation
        row.received_on = self.on
