"""An EU project's rows as the facts that the strategy reads: the only translation of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from engagements.models import Engagement
from engagements.vocabulary import ProjectStage
from governance import fact_rows
from governance.strategy import EuProjectFacts
from memberships.eu_project.models import EuProject, StageMove
from memberships.project import rows

OWN = (
    "programme",
    "role",
    "purpose",
    "budget_eur",
    "own_budget_sek",
    "cofinancing_sek",
    "apply_by",
    "plan_item",
    "after_owner",
    "after_funding",
    "after_from",
    "documents_kept_until",
    "scope",
    "on_behalf_of_ks",
    "asks_twinning",
    "procurement_with_party",
    "secrecy_possible",
    "process",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
)
# What is written down about the matter when it is no longer advised on.
AFTER = ("amends_id", "amending", "came_of")
# They follow the decision and the application, and nobody advises on them.
OUTSIDE = frozenset({"applied_on", "decided_on"})


def facts(engagement: Engagement, *, stage: str, on: date) -> EuProjectFacts:
    """Return what is known about an EU project on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises EuProject.DoesNotExist for another kind.
    """
    row: EuProject = engagement.euproject
    applied = StageMove.objects.filter(engagement=engagement, stage=str(ProjectStage.APPLIED))
    answered = fact_rows.answers(row, OWN)
    if row.amends_id:
        # An amendment is not applied for: the project was, in its time.
        answered["apply_by"] = None
    return EuProjectFacts(
        **fact_rows.common(engagement, stage=stage, on=on),
        **answered,
        partners=rows.partners(engagement),
        funding=rows.funding(engagement),
        applied_on=applied.values_list("on", flat=True).first(),
        decided_on=engagement.decided_on,
        secrecy_assessed=True if engagement.secret else None,
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts."""
    return fact_rows.content(engagement.euproject, judged=OWN, unjudged=AFTER)
