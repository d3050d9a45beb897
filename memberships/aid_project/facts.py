"""The rows of a project of aid character as facts: the only translation of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from engagements.models import Document, Engagement
from engagements.vocabulary import DocumentKind
from governance import fact_rows
from governance.strategy import AidProjectFacts
from governance.strategy.facts.rows import Benefit
from memberships.aid_project.models import AidProject
from memberships.project import rows

OWN = (
    "purpose",
    "benefit_stockholm",
    "whole_cost_sek",
    "working_time_sek",
    "overhead_sek",
    "travel_sek",
    "staff_time_funded",
    "overhead_funded",
    "travel_funded",
    "scope",
    "on_behalf_of_ks",
    "counterpart_kind",
    "country",
    "city",
    "asks_twinning",
    "procurement_with_party",
    "secrecy_possible",
    "process",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
)


def facts(engagement: Engagement, *, stage: str, on: date) -> AidProjectFacts:
    """Return what is known about a project on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises AidProject.DoesNotExist for another kind.
    """
    row: AidProject = engagement.aidproject
    gain = row.benefit_counterpart
    return AidProjectFacts(
        **fact_rows.common(engagement, stage=stage, on=on),
        **fact_rows.answers(row, OWN),
        counterpart=engagement.counterpart or None,
        aid_character=True,
        benefits=(Benefit(party=engagement.counterpart or None, gain=gain),) if gain else (),
        partners=rows.partners(engagement),
        funding=rows.funding(engagement),
        secrecy_assessed=True if engagement.secret else None,
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts."""
    return fact_rows.content(engagement.aidproject, judged=OWN)


def lacking(engagement: Engagement) -> str:
    """Say that the funder's decision is not attached; empty when it is."""
    attached = Document.objects.filter(
        engagement=engagement, kind=str(DocumentKind.FUNDER_DECISION)
    )
    if attached.exists():
        return ""
    return _("Finansiärens beslut är inte bifogat. Lägg till det bland handlingarna först.")
