"""What the Mayor, the Executive Board and the City Council decide, and decide anew (5.1, 5.3.2).

The Mayor decides here. What the Executive Board and the City Council decided is written down by
their secretaries, with the day, the paragraph and the minutes of the meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements import lifecycle, permissions
from engagements.models import Conflict, Engagement, Organisation, Role, User
from engagements.vocabulary import Body, Outcome, Recommendation, RoleName, Status, Task
from governance import assessing, committee, outcomes
from governance.actions import deciding, demands, renewing, stops
from governance.actions.deciding import AlreadyDecided, HasConflict, NotOpen, check_papers
from governance.actions.entering import Held, Manner, enter, newest
from governance.actions.intake import tell_ball
from governance.insight import publishing
from governance.models import Dealing, Decision, Overrun, Stage
from governance.strategy import Assessment

ROLES = {
    Body.FINANCE_MAYOR: RoleName.COMMITTEE_MEMBER,
    Body.EXECUTIVE_BOARD: RoleName.KS_SECRETARY,
    Body.CITY_COUNCIL: RoleName.KF_SECRETARY,
}
CODES = {Body.FINANCE_MAYOR: "KS", Body.EXECUTIVE_BOARD: "KS", Body.CITY_COUNCIL: "KF"}
# What is recommended, as an answer. A yes without a letter is a yes.
SAME = {
    Recommendation.SUPPORTS: demands.ACCEPTING,
    Recommendation.ADVISES_AGAINST: (Outcome.DECLINED,),
}
STANDS = (Status.APPROVED, Status.REJECTED, Status.FOLLOW_UP)


class NotDealtWith(NotOpen):
    """A body that deals with the matter first has not, or not with what it says today."""


@dataclass(frozen=True)
class Answer:
    """One of several answers that the Mayor gives at once. version: the one on the page."""

    engagement: Engagement
    outcome: Outcome
    grounds: str
    version: int


@dataclass(frozen=True)
class Left:
    """An answer that was not written down, and the sentence that says why."""

    engagement: Engagement
    error: Exception


# What stands in the way of one answer and of no other.
IN_THE_WAY = (
    AlreadyDecided,
    HasConflict,
    NotOpen,
    lifecycle.StaleVersion,
    lifecycle.IllegalMove,
    demands.NotAnswered,
    demands.NeedsAdvice,
    demands.NeedsGrounds,
    renewing.NotTheirs,
)


def dealing_for(engagement: Engagement) -> Dealing | None:
    """Return what was last recommended to whoever decides; nothing when it was tabled since."""
    made = engagement.dealings.select_related("by").order_by("-pk").first()
    return made if made and made.recommendation in SAME else None


def recommended(dealing: Dealing | None) -> Outcome | None:
    """Return a recommendation as the answer that follows it."""
    return SAME[Recommendation(dealing.recommendation)][0] if dealing else None


def differs(dealing: Dealing | None, outcome: Outcome) -> bool:
    """Whether an answer is another than the one that was recommended."""
    return dealing is not None and outcome not in SAME[Recommendation(dealing.recommendation)]


@transaction.atomic
def decide(
    engagement: Engagement,
    *,
    body: Body,
    outcome: Outcome,
    grounds: str,
    held: Held | None = None,
    version: int,
    by: User,
    at: datetime,
) -> Decision:
    """Decide as the Mayor, or write down what the Executive Board or the City Council decided.

    held: the meeting; None for the Mayor, who has none. Checks again that everybody has dealt with
    what the matter says now. Raises AlreadyDecided, HasConflict, NotOpen, NotDealtWith,
    documents.Refused, lifecycle.StaleVersion, and what ``demands.hold`` raises.
    """
    row = lifecycle.lock(engagement.pk)
    acts_for = _speaks(row, body, by=by, at=at)
    overrun = outcomes.asked_anew(row)
    _check_open(row, body, version=version, anew=overrun is not None)
    if overrun:
        renewing.check(overrun, Organisation.objects.get(code=CODES[body]), outcome)
    today = timezone.localdate(at)
    deciding.lock_frame(row, on=today)
    assessment = assessing.judge(row, stage="decision", on=today)
    dealing = _check_way(row, body, assessment)
    _hold(row, body, assessment, dealing, outcome, grounds)
    manner = Manner(body, acts_for, held, dealing)
    decision = _write(row, assessment, outcome, grounds, manner, overrun, by=by, at=at)
    deciding.move_on(row, assessment, decision, by=by, at=at)
    return decision


def _speaks(row: Engagement, body: Body, *, by: User, at: datetime) -> User | None:
    """Return whom a person stands in for. Raises HasConflict or NotOpen for who has no say."""
    today = timezone.localdate(at)
    aside = committee.aside_from(row, [by]) if body is Body.FINANCE_MAYOR else {}
    if aside:
        raise HasConflict(_("Du deltar inte i ärendet: du %(why)s.") % {"why": aside[by.pk]})
    if Conflict.objects.filter(engagement=row, user=by).exists():
        raise HasConflict(_("Du har anmält jäv och deltar inte i ärendet."))
    if body is Body.FINANCE_MAYOR:
        seat = committee.mayor_in(row, on=today)
        if seat is None or seat.user.pk != by.pk:
            raise NotOpen(_("Det är inte du som beslutar för finansborgarrådet i dag."))
        return seat.acts_for
    roles: Any = Role.objects
    if not roles.on(today).filter(user=by, name=str(ROLES[body])).exists():
        raise NotOpen(_("Det är inte du som för in beslutet."))
    return None


def _check_open(row: Engagement, body: Body, *, version: int, anew: bool) -> None:
    """Let a matter be decided once; anew only when what it cost is asked of again."""
    decided = row.decisions.filter(body=str(body)).exclude(outcome=str(Outcome.COUNTERED))
    earlier = decided.select_related("by").order_by("-pk").first()
    if earlier and not anew:
        raise AlreadyDecided(earlier)
    if row.status != Status.DECISION or row.ball != body:
        raise NotOpen(_("Ärendet väntar inte på det beslutet nu."))
    if version != row.version:
        raise lifecycle.StaleVersion(row)


def _check_way(row: Engagement, body: Body, assessment: Assessment) -> Dealing | None:
    """Return the recommendation. Raises where the route, as judged now, leads another way."""
    route = stops.route_of(row, assessment)
    if body not in {step.body for step in route.deciders}:
        raise NotOpen(
            _("%(body)s beslutar inte i ärendet som det ser ut nu.")
            % {"body": body.label(get_language() or "sv")}
        )
    done = stops.dealt_with(row, route, assessment)
    if set(route.doing(Task.DEALS_WITH)) - set(done):
        raise NotDealtWith(_("Ärendet har ändrats sedan det bereddes. Det måste beredas på nytt."))
    return dealing_for(row)


def _hold(
    row: Engagement,
    body: Body,
    assessment: Assessment,
    dealing: Dealing | None,
    outcome: Outcome,
    grounds: str,
) -> None:
    """Let an answer pass. The Mayor says why, where it is not what was recommended."""
    check_papers(row, outcome)
    demands.hold(assessment, outcome, grounds, demands.Kept(row, assessment))
    needed = body is Body.FINANCE_MAYOR and differs(dealing, outcome)
    if needed and len(grounds.strip()) < assessment.values["text.sentence_length"]:
        raise demands.NeedsGrounds([_("Beslutet är ett annat än beredningens förslag.")])


def _write(
    row: Engagement,
    assessment: Assessment,
    outcome: Outcome,
    grounds: str,
    manner: Manner,
    overrun: Overrun | None = None,
    *,
    by: User,
    at: datetime,
) -> Decision:
    receipt = assessing.store(row, assessment, stage=Stage.DECISION, by=by, at=at)
    if row.secret and not permissions.reach_of(by, on=timezone.localdate(at)).sees_secret:
        permissions.share(row, with_user=by)  # who decided it may read what they decided
    organisation = Organisation.objects.get(code=CODES[manner.body])
    return enter(
        row,
        task=Task.DECIDES,
        outcome=outcome,
        grounds=grounds,
        organisation=organisation,
        earlier=manner.supersedes or newest(row, organisation, Task.DECIDES),
        without=demands.left_out(assessment, outcome),
        departure=bool(demands.breaches_of(assessment, outcome)),
        receipt=receipt.sums,
        role=ROLES[manner.body],
        manner=manner,
        overrun=overrun,
        by=by,
        at=at,
    )


@transaction.atomic
def confirm(
    answers: Sequence[Answer], *, by: User, at: datetime
) -> tuple[list[Decision], list[Left]]:
    """Decide many matters as the Mayor, each by itself, in the order of their registration.

    What one of them is refused for stops no other: it is left, with the reason.
    """
    ordered = sorted(answers, key=lambda answer: answer.engagement.pk)
    for answer in ordered:  # all rows before the first entry, so that nobody waits crosswise
        lifecycle.lock(answer.engagement.pk)
    for answer in ordered:
        deciding.lock_frame(answer.engagement, on=timezone.localdate(at))
    made, left = [], []
    for answer in ordered:
        try:
            decision = decide(
                answer.engagement,
                body=Body.FINANCE_MAYOR,
                outcome=answer.outcome,
                grounds=answer.grounds,
                version=answer.version,
                by=by,
                at=at,
            )
        except IN_THE_WAY as error:
            left.append(Left(answer.engagement, error))
        else:
            made.append(decision)
    return made, left


@transaction.atomic
def supersede(
    earlier: Decision,
    *,
    outcome: Outcome,
    grounds: str,
    why: str,
    held: Held | None = None,
    by: User,
    at: datetime,
) -> Decision:
    """Put a new decision in the place of one that stands; the older is kept as it was.

    why: what has happened since. Raises AlreadyDecided when another has taken its place, and what
    ``decide`` raises.
    """
    row = lifecycle.lock(earlier.engagement_id)
    standing = Decision.objects.select_related("engagement", "dealing").get(pk=earlier.pk)
    body = _may_be_superseded(row, standing)
    acts_for = _speaks(row, body, by=by, at=at)
    if outcome is Outcome.COUNTERED:
        raise NotOpen(_("Ett nytt beslut är ett ja eller ett nej."))
    if not why.strip():
        raise demands.NeedsGrounds([_("Skriv varför beslutet fattas på nytt.")])
    deciding.lock_frame(row, on=timezone.localdate(at))
    assessment = assessing.judge(row, stage="decision", on=timezone.localdate(at))
    _hold(row, body, assessment, standing.dealing, outcome, grounds)
    manner = Manner(body, acts_for, held, standing.dealing, standing, why)
    decision = _write(row, assessment, outcome, grounds, manner, by=by, at=at)
    _turn(row, assessment, standing, decision, by=by, at=at)
    publishing.publish(row, at=at)
    return decision


def _may_be_superseded(row: Engagement, standing: Decision) -> Body:
    newer = Decision.objects.filter(supersedes=standing).select_related("by").first()
    if newer:
        raise AlreadyDecided(newer)
    if not standing.body or row.status not in STANDS:
        raise NotOpen(_("Det beslutet kan inte ersättas nu."))
    return Body(standing.body)


def _turn(
    row: Engagement,
    assessment: Assessment,
    standing: Decision,
    decision: Decision,
    *,
    by: User,
    at: datetime,
) -> None:
    """Bring the engagement where the new decision leads; a no to what was a yes, or back."""
    was, now = (made.outcome in demands.ACCEPTING for made in (standing, decision))
    if was != now and row.status == Status.FOLLOW_UP:
        raise NotOpen(_("Det har redan ägt rum och kan inte få ett annat utfall."))
    assessing.remember_counts(row, assessment)
    if was != now:
        row.replied_on = None
    row = lifecycle.save(row, by=by, at=at, why=decision.why_new)
    if was != now:
        to = Status.APPROVED if now else Status.REJECTED
        row = deciding.to_reply(row, to, Outcome(decision.outcome), anew=True, by=by, at=at)
        tell_ball(row, "decided", at=at)


def obstacle(engagement: Engagement, assessment: Assessment, *, body: Body) -> str:
    """Say why a body can't decide a matter as it stands; empty when nothing is in the way."""
    try:
        _check_way(engagement, body, assessment)
    except NotOpen as error:
        return str(error)
    return ""


def waiting(user: User, *, on: Any) -> list[Engagement]:
    """Return what waits for the Mayor and lies with a person on a day, as it was dealt with."""
    turns = committee.turns_of_mayor(user, on)
    if turns is None:
        return []
    rows: Any = Engagement.objects.filter(
        turns, status=str(Status.DECISION), ball=str(Body.FINANCE_MAYOR)
    )
    return list(rows.with_ball().order_by("pk"))
