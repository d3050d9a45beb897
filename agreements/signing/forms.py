"""The form of an agreement in three steps. Every answer may wait."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from agreements.signing.models import PartyGain, Signatory, TriedForum
from agreements.signing.questions import (
    FORUM_LABELS,
    GAIN_LABELS,
    HINTS,
    LABELS,
    SIGN_LABELS,
)
from engagements.forms.base import Section
from engagements.forms.rows import Table
from engagements.forms.stepping import BeginForm, StepForm, areas_field
from engagements.models import Engagement
from engagements.vocabulary import Direction

GAINS = Table(
    "benefits", PartyGain, _("Part"), (("party", "gain"),), labels=GAIN_LABELS, least=1, most=12
)
SIGNATORIES = Table(
    "signatories",
    Signatory,
    _("Undertecknare"),
    (("party", "office"), ("name", "signed_on")),
    labels=SIGN_LABELS,
    least=2,
    most=12,
)
FORUMS = Table("forums", TriedForum, _("Forum"), (("name", "why_not"),), labels=FORUM_LABELS)
TABLES = (GAINS, SIGNATORIES, FORUMS)


class AgreementStep(StepForm):
    """A step of an agreement. A section whose id is a table's name stands for its lines.

    left_out: questions that a kind is not asked.
    """

    labels, hints = LABELS, HINTS
    left_out: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Give each line of a table its place."""
        by_table = {table.name: table.sections(engagement) for table in self.tables}
        self.sections = [  # type: ignore[misc]
            section
            for part in type(self).sections
            for section in (by_table.get(part.id, ()) if part.id else (part,))
        ]
        super().__init__(data, engagement=engagement, on=on)

    def _questions(self, on: date) -> dict[str, forms.Field]:
        asked = super()._questions(on)
        return {name: field for name, field in asked.items() if name not in self.left_out}


class WhatForm(AgreementStep):
    """Step 1: with whom, and what is agreed."""

    title = _("Vad kommer ni överens om?")
    engagement_fields = ("title", "counterpart")
    detail_fields = (
        "counterpart_kind",
        "country",
        "city",
        "within_initiative",
        "initiative_name",
        "label",
        "themes",
        "exchanges",
        "no_exchange",
        "purpose",
        "agreement_text",
    )
    reveals = {"initiative_name": "within_initiative=true"}
    sections = (
        Section(
            _("Parten"),
            (
                "counterpart",
                "counterpart_kind",
                ("country", "city"),
                "within_initiative",
                "initiative_name",
            ),
        ),
        Section(_("Avtalet"), ("title", "label", "purpose")),
        Section(
            _("Innehållet"),
            ("themes", "exchanges", "no_exchange"),
            _("Innehållet avgör vad avtalet är, inte vad det kallas."),
        ),
        Section(_("Texten"), ("agreement_text",)),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Give a whole text room."""
        super().__init__(data, engagement=engagement, on=on)
        self.fields["agreement_text"].widget.attrs["rows"] = "10"


class WhyForm(AgreementStep):
    """Step 2: what each party gains, and which goals it serves."""

    title = _("Vad vinner parterna?")
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
    )
    detail_fields = (
        "benefit_stockholm",
        "process",
        "effect",
        "city_interest",
        "eu_matter",
        "eu_principles",
        "forums_searched",
    )
    tables = (GAINS, FORUMS)
    reveals = {
        "qualities": f"directions={Direction.PROFILING}",
        "audiences": f"directions={Direction.PROFILING}",
        "cooperation_purposes": f"directions={Direction.COOPERATION}",
        "partner_sectors": f"directions={Direction.COOPERATION}",
        "process": f"directions={Direction.ADVOCACY}",
        "effect": f"directions={Direction.ADVOCACY}",
        "city_interest": f"directions={Direction.ADVOCACY}",
        "eu_matter": f"directions={Direction.ADVOCACY}",
        "eu_principles": f"directions={Direction.ADVOCACY}",
    }
    sections = (
        Section(
            _("Nyttan"), ("benefit_stockholm",), _("Ett samarbete ger alla parter tydlig nytta.")
        ),
        Section("", (), id=GAINS.name),
        Section(
            _("Stadens mål"),
            (
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
                "process",
                "effect",
                "city_interest",
                "eu_matter",
                "eu_principles",
            ),
        ),
        Section(
            _("Forum där staden redan är med"),
            ("forums_searched",),
            _("Staden samverkar först i de forum som finns."),
        ),
        Section("", (), id=FORUMS.name),
    )


class TermsForm(AgreementStep):
    """Step 3: how long, for whom, what it costs, and who signs."""

    title = _("Tid, kostnad och underskrift")
    engagement_fields = (
        "starts_on",
        "ends_on",
        "estimated_sek",
        "budget_line",
        "in_operational_plan",
        "working_hours",
        "touches_foreign_policy",
    )
    detail_fields = (
        "open_ended",
        "renews_itself",
        "next_review_on",
        "last_review_on",
        "scope",
        "on_behalf_of_ks",
        "close_to_state",
        "asks_twinning",
        "legally_reviewed",
        "procurement_with_party",
        "secrecy_possible",
    )
    areas = areas_field(LABELS["areas"], HINTS["areas"])
    tables = (SIGNATORIES,)
    sections = (
        Section(
            _("Tiden"),
            (
                ("starts_on", "ends_on"),
                "open_ended",
                "renews_itself",
                "next_review_on",
                "last_review_on",
            ),
            _("När avtalet är slut kan ni bara sluta ett nytt."),
        ),
        Section(_("För vem?"), ("scope", "areas", "on_behalf_of_ks")),
        Section(
            _("Kostnad"),
            (("estimated_sek", "working_hours"), "budget_line", "in_operational_plan"),
        ),
        Section(
            _("Staten och lagen"),
            (
                "touches_foreign_policy",
                "close_to_state",
                "asks_twinning",
                "legally_reviewed",
                "procurement_with_party",
                "secrecy_possible",
            ),
        ),
        Section("", (), id=SIGNATORIES.name),
    )

    def clean_last_review_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["last_review_on"]
        if day and day > self.on:
            raise forms.ValidationError(_("Dagen har inte varit än."))
        return day


class NewAgreementForm(BeginForm):
    """The least that makes a draft: with whom."""

    title = _("Med vem sluter ni avtalet?")
    labels, hints = LABELS, HINTS
    engagement_fields = ("counterpart",)
    detail_fields = ("counterpart_kind", "country", "city")
    needed = ("counterpart",)
    asked_for = ("counterpart_kind", "country", "city")
    then = 1
    sections = (
        Section("", ("organisation", "counterpart", "counterpart_kind", ("country", "city"))),
    )

    def heading(self) -> str:
        """Name the draft after the other party."""
        return translate("Avtal med %(name)s") % {"name": self.cleaned_data["counterpart"]}
