"""Afterwards: what was learnt, what it cost, and the end (2.3, 5.4.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, lifecycle
from engagements.deadlines import LastDay
from engagements.models import Detail, Engagement, User
from engagements.timeline import record
from engagements.vocabulary import Body, Status
from governance import assessing, kinds, ledger, outcomes
from governance.actions.intake import tell_ball
from governance.actions.renewing import NeedsNewDecision
from governance.insight import publishing
from governance.models import FollowUp
from governance.strategy import Finding, Verdict

FOLLOW_UP_DAYS = 15
OCCASION = 200
STEPS = (
    ("planned_on", _("planerad")),
    ("budgeted_on", _("budgeterad")),
    ("decided_on", _("beslutad")),
    ("documented_on", _("dokumenterad")),
    ("followed_up_on", _("uppföljd")),
)


class MissingSteps(Exception):
    """An engagement can't close with one of the five steps missing (5.4.5)."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(
            _("Ärendet kan inte avslutas: det är inte %(steps)s.") % {"steps": ", ".join(names)}
        )
        self.names = names


class NotOverYet(Exception):
    """It has not taken place, so nothing can be said of what came of it."""

    def __init__(self, ahead: str, last_day: date | None) -> None:
        super().__init__(ahead)
        self.last_day = last_day


class NoCost(Exception):
    """Nothing can be followed up without what it cost."""


class GiftInTheWay(Exception):
    """An engagement can't close while a gift is kept against the law (BrB 10:5a)."""

    def __init__(self, finding: Finding) -> None:
        language = get_language() or "sv"
        mend = f" {finding.mend.get(language)}" if finding.mend else ""
        super().__init__(f"{finding.why.get(language)}{mend}")


def is_over(engagement: Engagement, *, on: date) -> bool:
    """Whether the last day of an engagement has come; without a day nobody waits for one.

    What lasts is over when somebody has ended it.
    """
    last = engagement.last_day
    if last is None:
        return not engagement.detail.lasts
    return last <= on


@transaction.atomic
def begin(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Open the follow-up when it has taken place.

    Raises NotOverYet or lifecycle.IllegalMove.
    """
    row = lifecycle.lock(engagement.pk)
    if not is_over(row, on=timezone.localdate(at)):
        raise NotOverYet(str(kinds.pages_of(row).spoken.ahead), row.last_day)
    row = lifecycle.move(
        row,
        Status.FOLLOW_UP,
        by=by,
        at=at,
        why=str(_("det är genomfört")),
        ball=Body.CONTACT_PERSON,
        ball_organisation=row.organisation,
        due=due_of(row, at=at),
        held=True,
    )
    tell_ball(row, "follow_up", at=at)
    return row


def due_of(row: Engagement, *, at: datetime) -> LastDay:
    """Return when it is to be followed up: by the kind's own time, else by the house's."""
    own = kinds.pages_of(row).follow_up_due
    by_kind = own(row, on=timezone.localdate(at)) if own else None
    return by_kind or deadlines.counted("over", at=at, days=FOLLOW_UP_DAYS, source="5.4.5")


@transaction.atomic
def follow_up(
    engagement: Engagement,
    *,
    learnt: str,
    acted_on: str,
    told: str,
    image: str,
    cost_sek: int | None = None,
    rows: Sequence[Any] | None = None,
    purpose_met: str = "",
    contacts: str = "",
    usable: str = "",
    goes_into: str = "",
    working_hours: int | None,
    gift_received_sek: int | None = None,
    gift_what: str = "",
    gift_from: str = "",
    gift_kept_personally: bool | None = None,
    outcome: Mapping[str, Any] | None = None,
    by: User,
    at: datetime,
) -> FollowUp:
    """Write down the answers to the three questions, the outcome of costs, and a gift.

    cost_sek: what the city paid. rows: what each row of cost came to instead, where the kind
    settles rows; their sum is what the city paid. Of the two, one is given.
    gift_received_sek: 0 when no gift was received, None when that is not answered. outcome: what
    the kind itself asks of what came of it, by the names of its columns.
    """
    row = lifecycle.lock(engagement.pk)
    if row.status == Status.APPROVED:
        row = begin(row, by=by, at=at)
    if row.status != Status.FOLLOW_UP:
        raise lifecycle.IllegalMove(_("Uppföljningen är inte öppen."))
    told_of = kinds.occasion_of(row)
    answers, _made = FollowUp.objects.update_or_create(
        engagement=row,
        defaults={
            "learnt": learnt,
            "acted_on": acted_on,
            "told": told,
            "image": image,
            "purpose_met": purpose_met,
            "contacts": contacts,
            "usable": usable,
            "goes_into": goes_into,
            "occasion": told_of.name[:OCCASION],
            "country": told_of.country,
            "cost_sek": _settled(row, cost_sek, rows, by=by),
            "working_hours": working_hours,
            "gift_received_sek": gift_received_sek,
            "gift_what": gift_what,
            "gift_from": gift_from,
            "gift_kept_personally": gift_kept_personally,
            "by": by,
            "at": at,
        },
    )
    if outcome:
        _write_outcome(row.detail, outcome, by=by)
    row.followed_up_on = timezone.localdate(at)
    lifecycle.save(row, by=by, at=at, why="")
    record(row, "followed_up", by=by, at=at)
    ledger.followed_up(answers)
    publishing.publish(row, at=at)
    return answers


def _write_outcome(detail: Detail, outcome: Mapping[str, Any], *, by: User) -> None:
    for name, value in outcome.items():
        setattr(detail, name, value)
    detail._history_user = by  # type: ignore[attr-defined]
    detail.save()


def _settled(row: Engagement, cost_sek: int | None, rows: Sequence[Any] | None, *, by: User) -> int:
    settle = kinds.pages_of(row).settle
    if rows is not None and settle:
        return settle(row, rows, by=by)
    if cost_sek is None:
        raise NoCost(_("Skriv vad det kostade."))
    return cost_sek


def missing_steps(engagement: Engagement) -> list[str]:
    """Return the names of the five steps that have no day yet."""
    return [str(name) for field, name in STEPS if getattr(engagement, field) is None]


def gift_findings(engagement: Engagement, *, on: date) -> list[Finding]:
    """Return what the strategy and the law say of a gift that was received."""
    assessment = assessing.judge(engagement, stage="decision", on=on)
    return [finding for finding in assessment.findings if "gift_received_sek" in finding.read]


@transaction.atomic
def close(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Close an engagement whose five steps are done, and whose cost is decided on.

    Raises MissingSteps, GiftInTheWay or NeedsNewDecision.
    """
    row = lifecycle.lock(engagement.pk)
    if missing := missing_steps(row):
        raise MissingSteps(missing)
    for finding in gift_findings(row, on=timezone.localdate(at)):
        if finding.verdict is Verdict.BREACH:
            raise GiftInTheWay(finding)
    compared = outcomes.compared(row, on=timezone.localdate(at))
    if compared and compared.is_over:
        raise NeedsNewDecision(compared)
    why = str(_("alla fem steg är gjorda"))
    row = lifecycle.move(row, Status.CLOSED, by=by, at=at, why=why, ball=None, held=True)
    record(row, "closed", by=by, at=at)
    ledger.append("closed", engagement=row, body={"status": row.status}, secret=ledger.person(by))
    return row
