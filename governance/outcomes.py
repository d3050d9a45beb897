"""What it came to, next to what was decided (5.4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engagements.models import Engagement
from engagements.vocabulary import Task
from governance import assessing
from governance.models import Decision, FollowUp, Overrun

ALLOWED = "cost.new_decision_percent"


@dataclass(frozen=True)
class Comparison:
    """Whole kronor. allowed: how many per cent more than decided need no new decision."""

    decided_sek: int
    outcome_sek: int
    allowed: int

    @property
    def more_sek(self) -> int:
        """How much more it came to; below 0 when it was less."""
        return self.outcome_sek - self.decided_sek

    @property
    def percent(self) -> float | None:
        """The difference in per cent of what was decided; None where nothing was to be spent."""
        if not self.decided_sek:
            return None
        return round(100 * self.more_sek / self.decided_sek, 1)

    @property
    def is_over(self) -> bool:
        """Whether it came to so much more that it is decided anew. Exactly at the limit is not."""
        return self.outcome_sek * 100 > self.decided_sek * (100 + self.allowed)


def standing(engagement: Engagement) -> Decision | None:
    """Return the decision that says what it may cost, if any does."""
    made = engagement.decisions.filter(task=str(Task.DECIDES))
    about_cost = made.filter(superseded_by=None).exclude(cost_sek=None, supersedes=None)
    return about_cost.select_related("organisation", "supersedes").order_by("-pk").first()


def decided_sek(decision: Decision) -> int | None:
    """Return what a decision answered for: also a no, to what had been spent already."""
    if decision.cost_sek is not None or decision.supersedes is None:
        return decision.cost_sek
    asked = Overrun.objects.filter(decision=decision.supersedes).first()
    return asked.outcome_sek if asked else None


def compared(
    engagement: Engagement, *, on: date, outcome_sek: int | None = None
) -> Comparison | None:
    """Return what it came to next to what was decided; None while either is not known.

    outcome_sek: what somebody is writing now; else what the follow-up says.
    """
    if outcome_sek is None:
        told: FollowUp | None = getattr(engagement, "follow_up", None)
        outcome_sek = told.cost_sek if told else None
    decision = standing(engagement) if outcome_sek is not None else None
    decided = decided_sek(decision) if decision else None
    if outcome_sek is None or decided is None:
        return None
    return Comparison(decided, outcome_sek, assessing.value_of(ALLOWED, on=on))


def asked_anew(engagement: Engagement) -> Overrun | None:
    """Return the outcome that waits for a new decision, if any does.

    Only what has been followed up has one.
    """
    if engagement.followed_up_on is None:
        return None
    rows = Overrun.objects.filter(engagement=engagement, decision__superseded_by=None)
    return rows.select_related("decision__organisation").first()
