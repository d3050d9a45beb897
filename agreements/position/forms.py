"""The form of a position in three steps. Every answer may wait."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.position import references
from agreements.position.models import Position
from agreements.position.questions import HINTS, LABELS
from engagements.forms.base import Section
from engagements.forms.stepping import BeginForm, StepForm, areas_field
from engagements.models import Engagement, User
from engagements.vocabulary import Direction

NOT_YET = _("Dagen har inte varit än. Skriv dagen då det hände.")


def lasts_until_heard(engagement: Engagement, row: Position) -> None:
    """Let a position stand on the last day to be heard: it is sorted and followed up by it."""
    engagement.starts_on = engagement.ends_on = row.deadline_on


class PositionStep(StepForm):
    """A step of a position."""

    detail = Position
    labels, hints = LABELS, HINTS
    row: Position

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Put the position on its last day to be heard."""
        super().put(answers, by=by)
        lasts_until_heard(self.engagement, self.row)

    def _has_been(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day and day > self.on:
            raise forms.ValidationError(NOT_YET)
        return day


class MatterForm(PositionStep):
    """Step 1: what it is on, how far it has come, and whom it concerns."""

    title = _("Vad gäller frågan?")
    engagement_fields = ("title", "counterpart")
    detail_fields = (
        "topic",
        "process",
        "reference",
        "proposal_stage",
        "deadline_on",
        "counterpart_kind",
        "effect",
        "scope",
        "on_behalf_of_ks",
    )
    areas = areas_field(LABELS["areas"], HINTS["areas"])
    sections = (
        Section(_("Frågan"), ("title", "topic", "process", "reference", "proposal_stage")),
        Section(_("Mottagaren och tiden"), ("counterpart", "counterpart_kind", "deadline_on")),
        Section(
            _("Vilka det gäller"),
            ("effect", "scope", "areas", "on_behalf_of_ks"),
            _("Räckvidden avgör vem som beslutar."),
        ),
    )

    def clean_reference(self) -> str:
        """Write the number in the one form that it is stored in."""
        return references.normal(self.cleaned_data["reference"])


class OpinionForm(PositionStep):
    """Step 2: what the city wants, and why."""

    title = _("Vad vill vi säga?")
    engagement_fields = (
        "initiative",
        "goals",
        "goal_contribution",
        "sdgs",
        "sdg_how",
        "directions",
        "qualities",
        "audiences",
        "cooperation_purposes",
        "partner_sectors",
        "touches_foreign_policy",
    )
    detail_fields = ("position_text", "city_interest", "eu_matter", "eu_principles")
    reveals = {
        "eu_principles": "eu_matter=true",
        "qualities": f"directions={Direction.PROFILING}",
        "audiences": f"directions={Direction.PROFILING}",
        "cooperation_purposes": f"directions={Direction.COOPERATION}",
        "partner_sectors": f"directions={Direction.COOPERATION}",
    }
    sections = (
        Section(_("Ställningstagandet"), ("position_text", "city_interest", "initiative")),
        Section(
            _("EU-policyn"),
            ("eu_matter", "eu_principles"),
            _("Stadens inställning i EU-ärenden vilar på EU-policyns principer."),
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
                "partner_sectors",
                "touches_foreign_policy",
            ),
        ),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Give the whole text room."""
        super().__init__(data, engagement=engagement, on=on)
        self.fields["position_text"].widget.attrs["rows"] = "10"


class WayForm(PositionStep):
    """Step 3: in whose name, near whom, and which way."""

    title = _("Hur går det till?")
    engagement_fields = ("estimated_sek", "budget_line", "in_operational_plan", "working_hours")
    detail_fields = (
        "in_boards_name",
        "ks_contact_on",
        "ks_contact_by",
        "ks_contact",
        "group_board_needed",
        "position_channel",
        "in_sef",
        "slk_coordinates",
        "speaks",
        "region_says",
        "storsthlm_says",
        "sent_on",
        "procurement_with_party",
        "secrecy_possible",
    )
    reveals = dict.fromkeys(("speaks", "region_says", "storsthlm_says"), "in_sef=true")
    sections = (
        Section(
            _("Samråd med stadsledningskontoret"),
            (("ks_contact_on", "ks_contact_by"), "ks_contact", "group_board_needed"),
            _("All påverkan gentemot EU sker nära kommunstyrelsen. Inget skickas före samrådet."),
            id="samrad",
        ),
        Section(_("Vägen"), ("in_boards_name", "position_channel", "sent_on")),
        Section(
            _("Europaföreningen"),
            ("in_sef", "slk_coordinates", "speaks", "region_says", "storsthlm_says"),
            _("Stadens del i Europaföreningen samordnas alltid av stadsledningskontoret."),
        ),
        Section(
            _("Kostnad"),
            (("estimated_sek", "working_hours"), "budget_line", "in_operational_plan"),
        ),
        Section(_("Det som kan hindra"), ("procurement_with_party", "secrecy_possible")),
    )

    def _questions(self, on: date) -> dict[str, forms.Field]:
        """Ask of the group board where a company answers for it alone (5.4.3)."""
        asked = super()._questions(on)
        if not self.engagement.organisation.is_company:
            asked.pop("group_board_needed")
        return asked

    def clean_ks_contact_on(self) -> date | None:
        """Refuse a day that has not come."""
        return self._has_been("ks_contact_on")

    def clean_sent_on(self) -> date | None:
        """Refuse a day that has not come."""
        return self._has_been("sent_on")


STEPS: dict[int, type[PositionStep]] = {1: MatterForm, 2: OpinionForm, 3: WayForm}


class NewPositionForm(BeginForm):
    """The least that makes a draft: what it is on and when it must be said."""

    title = _("Vad ska ni ta ställning till?")
    detail = Position
    labels, hints = LABELS, HINTS
    detail_fields = ("process", "reference", "deadline_on")
    needed = ("process",)
    asked_for = ("reference", "deadline_on")
    then = 1
    sections = (Section("", ("organisation", "process", "reference", "deadline_on")),)

    def clean_reference(self) -> str:
        """Write the number in the one form that it is stored in."""
        return references.normal(self.cleaned_data["reference"])

    def heading(self) -> str:
        """Name the draft after what is to be influenced."""
        return str(self.cleaned_data["process"])

    def put(self, engagement: Engagement, row: Position) -> None:  # type: ignore[override]
        """Put it on its last day to be heard."""
        super().put(engagement, row)
        lasts_until_heard(engagement, row)
