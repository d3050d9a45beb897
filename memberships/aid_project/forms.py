"""The form of a project of aid character in three steps. Every answer may wait."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Section
from engagements.forms.stepping import BeginForm, areas_field
from engagements.models import User
from engagements.templatetags.utblick import kronor
from memberships.aid_project.models import AidProject
from memberships.aid_project.questions import HINTS, LABELS
from memberships.project.forms import ADVOCACY, GOALS, LAW, REVEALS, ProjectStep, table_of
from memberships.project.rows import FUNDING, PARTNERS, own_sek

PARTS = ("working_time_sek", "overhead_sek", "travel_sek")


class AidStep(ProjectStep):
    """A step of a project of aid character."""

    detail = AidProject
    labels, hints = LABELS, HINTS
    row: AidProject


class WhatForm(AidStep):
    """Step 1: with whom, when, for whom."""

    title = _("Vilket projekt?")
    engagement_fields = ("counterpart", "title", "starts_on", "ends_on")
    detail_fields = ("counterpart_kind", "country", "city", "purpose", "scope", "on_behalf_of_ks")
    areas = areas_field(LABELS["areas"], HINTS["areas"])
    tables = (PARTNERS,)
    sections = (
        Section(_("Motparten"), ("counterpart", "counterpart_kind", ("country", "city"))),
        Section(_("Projektet"), ("title", "purpose", ("starts_on", "ends_on"))),
        Section(_("För vem?"), ("scope", "areas", "on_behalf_of_ks")),
        table_of(PARTNERS),
    )


class WhyForm(AidStep):
    """Step 2: what each gains."""

    title = _("Varför?")
    engagement_fields = (*GOALS, "initiative", "touches_foreign_policy")
    detail_fields = ("benefit_stockholm", "benefit_counterpart", *ADVOCACY, *LAW)
    reveals = REVEALS
    sections = (
        Section(_("Nyttan"), ("benefit_stockholm", "benefit_counterpart", "initiative")),
        Section(_("Stadens mål"), (*GOALS, *ADVOCACY)),
        Section(_("Staten och lagen"), ("touches_foreign_policy", *LAW)),
    )


class MoneyForm(AidStep):
    """Step 3: what it costs and who pays for it."""

    title = _("Vem betalar?")
    engagement_fields = ("working_hours", "in_operational_plan")
    detail_fields = (
        "whole_cost_sek",
        *PARTS,
        "staff_time_funded",
        "overhead_funded",
        "travel_funded",
    )
    tables = (FUNDING,)
    sections = (
        Section(
            _("Hela kostnaden"),
            (
                "whole_cost_sek",
                PARTS,
                "staff_time_funded",
                "overhead_funded",
                "travel_funded",
            ),
            _("En annan part utanför stadens koncern ska betala 100 procent."),
        ),
        table_of(FUNDING),
        Section(_("Arbetstid"), ("working_hours", "in_operational_plan")),
    )

    def clean(self) -> dict[str, Any]:
        """Hold the parts within the whole."""
        cleaned = super().clean()
        whole, parts = self.said("whole_cost_sek"), sum(self.said(name) or 0 for name in PARTS)
        if whole is not None and parts > whole and "whole_cost_sek" not in self.errors:
            said = _("Delarna är tillsammans %(sum)s, mer än hela kostnaden.")
            self.add_error("whole_cost_sek", forms.ValidationError(said % {"sum": kronor(parts)}))
        return cleaned

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Count what the city's own group would pay; others pay all of it, so that is nothing."""
        super().put(answers, by=by)
        if self.row.whole_cost_sek is not None:
            self.engagement.estimated_sek = own_sek(self.engagement) or 0


STEPS: dict[int, type[AidStep]] = {1: WhatForm, 2: WhyForm, 3: MoneyForm}


class NewProjectForm(BeginForm):
    """The least that makes a draft."""

    title = _("Vilket projekt?")
    detail = AidProject
    labels, hints = LABELS, HINTS
    engagement_fields = ("title", "counterpart")
    detail_fields = ("country", "scope")
    needed = ("title", "counterpart")
    then = 1
    asked_for = ("country", "scope")
    field_order = ("key", "organisation", "title", "counterpart", "country", "scope")

    def heading(self) -> str:
        """Name the draft as the project is called."""
        return str(self.cleaned_data["title"])
