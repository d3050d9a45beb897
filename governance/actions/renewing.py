"""A new decision, since it cost more than was decided (5.4.5)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, lifecycle
from engagements.models import Engagement, Organisation, User
from engagements.timeline import record
from engagements.vocabulary import Body, Outcome, Status
from governance import assessing, ledger, outcomes
from governance.actions import stops
from governance.actions.intake import tell_ball
from governance.models import Decision, Overrun

CLOSING_DAYS = 5
ANSWERS = (Outcome.ACCEPTED, Outcome.DECLINED)


class NotNeeded(Exception):
    """Nothing cost so much more than was decided that it is decided anew."""


class NeedsReason(Exception):
    """Whoever decides anew is told why it cost more."""


class NotTheirs(Exception):
    """A new decision on a cost is a yes or a no of those who decided on it."""


class NeedsNewDecision(Exception):
    """An engagement can't close when it cost far more than was decided."""

    def __init__(self, comparison: outcomes.Comparison) -> None:
        super().__init__(
            _(
                "Ärendet kan inte avslutas: utfallet är mer än %(allowed)s procent över det som "
                "beslutades. Begär ett nytt beslut först."
            )
            % {"allowed": comparison.allowed}
        )
        self.comparison = comparison


@transaction.atomic
def ask(engagement: Engagement, *, why: str, by: User, at: datetime) -> Overrun:
    """Send a matter that cost more than was decided to those who decide, with what it came to.

    why: why it cost more. Raises NotNeeded, NeedsReason or lifecycle.IllegalMove.
    """
    row = lifecycle.lock(engagement.pk)
    today = timezone.localdate(at)
    if row.status != Status.FOLLOW_UP:
        raise lifecycle.IllegalMove(_("Uppföljningen är inte öppen."))
    decision, compared = outcomes.standing(row), outcomes.compared(row, on=today)
    if decision is None or compared is None or not compared.is_over:
        raise NotNeeded(_("Utfallet ryms i det som beslutades. Inget nytt beslut behövs."))
    if not why.strip():
        raise NeedsReason(_("Skriv varför det blev dyrare."))
    overrun = Overrun(
        engagement=row,
        decision=decision,
        decided_sek=compared.decided_sek,
        outcome_sek=compared.outcome_sek,
        why=why.strip(),
        by=by,
        at=at,
    )
    overrun.ledger_seq = ledger.overrun(overrun)
    overrun.save(force_insert=True)
    record(row, "new_decision_asked", by=by, at=at, why=overrun.why)
    assessment = assessing.judge(row, stage="decision", on=today)
    row = stops.send_on(row, assessment, by=by, at=at, why=str(_("nytt beslut om kostnaden")))
    tell_ball(row, "new_decision", at=at)
    return overrun


def check(overrun: Overrun, organisation: Organisation, outcome: Outcome) -> None:
    """Let only those who decided on the cost decide on it anew, and only say yes or no."""
    if organisation.pk != overrun.decision.organisation_id:
        raise NotTheirs(_("Det är inte den verksamheten som beslutade om kostnaden."))
    if outcome not in ANSWERS:
        raise NotTheirs(_("Ett nytt beslut om kostnaden är ett ja eller ett nej."))


def back(row: Engagement, decision: Decision, *, by: User, at: datetime) -> Engagement:
    """Bring a matter whose cost is decided anew back to whoever closes it."""
    return lifecycle.move(
        row,
        Status.FOLLOW_UP,
        by=by,
        at=at,
        why=decision.outcome,
        ball=Body.CONTACT_PERSON,
        ball_organisation=row.organisation,
        due=deadlines.counted("decided_anew", at=at, days=CLOSING_DAYS, source="5.4.5"),
        held=True,
    )
