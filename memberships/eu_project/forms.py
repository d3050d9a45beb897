"""The form of an EU project in three steps. Every answer may wait."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Section
from engagements.forms.fields import AmountField
from engagements.forms.rows import Table
from engagements.forms.stepping import BeginForm, areas_field
from engagements.forms.widgets import ShortInput
from engagements.models import Engagement, User
from engagements.templatetags.utblick import kronor
from memberships.eu_project.models import Call, EuProject, ReportDate
from memberships.eu_project.questions import HINTS, LABELS, REPORT_LABELS
from memberships.project.forms import ADVOCACY, GOALS, LAW, REVEALS, ProjectStep, table_of
from memberships.project.rows import FUNDING, PARTNERS, own_sek

REPORTS = Table(
    "reports", ReportDate, _("Rapport"), (("what", "due_on"),), labels=REPORT_LABELS, least=2
)


class EuroField(AmountField):
    """Whole euros."""

    widget = ShortInput(unit="euro")


class EuStep(ProjectStep):
    """A step of an EU project."""

    detail = EuProject
    labels, hints = LABELS, HINTS
    row: EuProject


class WhatForm(EuStep):
    """Step 1: which programme and call, with whom, when."""

    title = _("Vilket projekt?")
    engagement_fields = ("title", "starts_on", "ends_on")
    detail_fields = ("call", "programme", "apply_by", "role", "purpose", "scope", "on_behalf_of_ks")
    areas = areas_field(LABELS["areas"], HINTS["areas"])
    tables = (PARTNERS,)
    sections = (
        Section(_("Projektet"), ("title", "purpose", ("starts_on", "ends_on"))),
        Section(_("Programmet"), ("call", ("programme", "apply_by"), "role")),
        Section(_("För vem?"), ("scope", "areas", "on_behalf_of_ks")),
        table_of(PARTNERS),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Offer the calls that are open or coming, and the one that is chosen."""
        super().__init__(data, engagement=engagement, on=on)
        offered = Call.objects.filter(Q(closes_on__gte=on) | Q(pk=self.row.call_id or 0))
        call: Any = self.fields["call"]
        call.queryset, call.empty_label = offered, _("Välj")

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Take the programme and the last day from the call that is chosen."""
        super().put(answers, by=by)
        call = answers.get("call")
        if call:
            self.row.programme, self.row.apply_by = call.programme, call.closes_on
        self.engagement.counterpart = self.row.programme


class PlanForm(EuStep):
    """Step 2: why, and what comes after."""

    title = _("Varför, och vad händer sedan?")
    engagement_fields = (*GOALS, "initiative", "touches_foreign_policy")
    detail_fields = (
        "plan_item",
        "after_owner",
        "after_funding",
        "after_from",
        *ADVOCACY,
        *LAW,
    )
    reveals = REVEALS
    sections = (
        Section(_("Verksamhetsplanen"), ("plan_item", "initiative")),
        Section(
            _("Efter projektet"),
            ("after_owner", ("after_funding", "after_from")),
            _("Strategin vill att det som projektet ger blir en del av ordinarie verksamhet."),
        ),
        Section(_("Stadens mål"), (*GOALS, *ADVOCACY)),
        Section(_("Staten och lagen"), ("touches_foreign_policy", *LAW)),
    )


class MoneyForm(EuStep):
    """Step 3: who pays, what is reported and what is kept."""

    title = _("Pengar, rapporter och handlingar")
    engagement_fields = ("budget_line", "in_operational_plan", "working_hours")
    detail_fields = (
        "budget_eur",
        "own_budget_sek",
        "cofinancing_sek",
        "documents_kept",
        "documents_kept_until",
    )
    tables: ClassVar[tuple[Table, ...]] = (FUNDING, REPORTS)
    sections = (
        Section(
            _("Budget"),
            (("budget_eur", "own_budget_sek"), "cofinancing_sek", "budget_line"),
            _("Raderna under visar vem som betalar stadens del: EU, medfinansiering, egen ram."),
        ),
        table_of(FUNDING),
        Section(_("Arbetstid"), ("working_hours", "in_operational_plan")),
        table_of(REPORTS),
        Section(_("Handlingar"), ("documents_kept", "documents_kept_until")),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Leave the reports of an amendment out: they are dated on the project itself."""
        if engagement.euproject.amends_id:
            self.tables = (FUNDING,)  # type: ignore[misc]
        super().__init__(data, engagement=engagement, on=on)

    def _questions(self, on: date) -> dict[str, forms.Field]:
        """Let a whole project be larger than a count of people or hours is."""
        asked = super()._questions(on)
        asked["budget_eur"] = EuroField(label=LABELS["budget_eur"], required=False)
        return asked

    def clean(self) -> dict[str, Any]:
        """Hold the rows within the city's part, and its own rows within what it says it pays."""
        cleaned = super().clean()
        for name, only, said in (
            ("own_budget_sek", {}, _("Raderna är tillsammans %(sum)s, mer än stadens del.")),
            (
                "cofinancing_sek",
                {"own_group": True},
                _("Stadens egna rader är tillsammans %(sum)s, mer än det."),
            ),
        ):
            most, paid = self.said(name), self.sum_of(FUNDING, "sek", **only)
            if most is not None and paid > most and name not in self.errors:
                self.add_error(name, forms.ValidationError(said % {"sum": kronor(paid)}))
        return cleaned

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Count what the city pays against its frame: its own rows, else what it says."""
        super().put(answers, by=by)
        own = own_sek(self.engagement)
        self.engagement.estimated_sek = self.row.cofinancing_sek if own is None else own


STEPS: dict[int, type[EuStep]] = {1: WhatForm, 2: PlanForm, 3: MoneyForm}


class NewProjectForm(BeginForm):
    """The least that makes a draft."""

    title = _("Vilket projekt?")
    detail = EuProject
    labels, hints = LABELS, HINTS
    engagement_fields = ("title",)
    detail_fields = ("programme", "role", "scope")
    needed = ("title",)
    then = 1
    asked_for = ("programme", "role", "scope")
    field_order = ("key", "organisation", "title", "programme", "role", "scope")

    def heading(self) -> str:
        """Name the draft as the project is called."""
        return str(self.cleaned_data["title"])
