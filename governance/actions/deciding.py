"""What bodies answer: the receiving bodies decide, the Executive Board coordinates."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, lifecycle
from engagements.models import Engagement, Organisation, User
from engagements.permissions import takes_no_part
from engagements.vocabulary import Body, Outcome, RoleName, Status, Task
from governance import assessing, kinds, outcomes
from governance.actions import demands, renewing, stops
from governance.actions.entering import enter
from governance.actions.intake import tell_ball
from governance.actions.stops import DECISION_DAYS
from governance.insight import publishing
from governance.models import Decision, Frame, Stage
from governance.strategy import Assessment

COORDINATION_DAYS = 10
REPLY_DAYS = 5


class AlreadyDecided(Exception):
    """Somebody decided first. ``decision`` tells who and when."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(
            _("%(who)s svarade redan %(when)s: %(outcome)s.")
            % {
                "who": decision.by,
                "when": timezone.localtime(decision.at).strftime("%Y-%m-%d %H.%M"),
                "outcome": kinds.outcome_label(decision.engagement, decision.outcome).lower(),
            }
        )
        self.decision = decision


class HasConflict(Exception):
    """A person with a conflict of interest takes no part (KL 6:28)."""


class NotOpen(Exception):
    """The engagement does not wait for a decision now."""


def _check(row: Engagement, organisation: Organisation, task: Task, *, by: User) -> Decision | None:
    """Return what the organisation answered last. Raises HasConflict or AlreadyDecided."""
    reported, about = takes_no_part(row, by)
    if reported:
        raise HasConflict(_("Du har anmält jäv och deltar inte i ärendet."))
    if about:
        raise HasConflict(_("Ärendet gäller dig själv. Någon annan beslutar."))
    made = list(row.decisions.filter(organisation=organisation, task=str(task)).order_by("-pk"))
    for earlier in made:
        if earlier.outcome != Outcome.COUNTERED and not _is_replaced(earlier):
            raise AlreadyDecided(earlier)
    return made[0] if made else None


def _is_replaced(earlier: Decision) -> bool:
    """Whether another decision has taken its place, or is asked for."""
    return hasattr(earlier, "superseded_by") or hasattr(earlier, "overrun")


@transaction.atomic
def decide(
    engagement: Engagement,
    *,
    outcome: Outcome,
    grounds: str,
    organisation: Organisation,
    role: RoleName,
    version: int | None = None,
    held: bool = False,
    by: User,
    at: datetime,
) -> Decision:
    """Answer for one receiving body. When all have answered, the engagement moves on.

    held: the caller has the row from ``lifecycle.lock`` in this transaction.
    Raises AlreadyDecided, HasConflict, NotOpen, lifecycle.StaleVersion, renewing.NotTheirs,
    demands.NotReady, and what ``demands.hold`` raises.
    """
    row = lifecycle.held(engagement) if held else lifecycle.lock(engagement.pk)
    earlier = _check(row, organisation, Task.DECIDES, by=by)
    if row.status != Status.DECISION:
        raise NotOpen(_("Ärendet väntar inte på ställningstagande nu."))
    today = timezone.localdate(at)
    if version is not None and version != row.version and _changed(row, on=today):
        raise lifecycle.StaleVersion(row)
    overrun = outcomes.asked_anew(row)
    if overrun:
        renewing.check(overrun, organisation, outcome)
    lock_frame(row, on=today)
    assessment = assessing.judge(row, stage="decision", on=today)
    _check_part(row, organisation, assessment)
    if outcome is not Outcome.COUNTERED and (why := kinds.entry_of(row).hinders(row, on=today)):
        raise demands.NotReady(why)
    check_papers(row, outcome)
    kept = demands.Kept(row, assessment)
    demands.hold(assessment, outcome, grounds, kept)
    receipt = assessing.store(
        row, assessment, stage=Stage.DECISION, weighed=kept.weighings, by=by, at=at
    )
    decision = enter(
        row,
        task=Task.DECIDES,
        outcome=outcome,
        grounds=grounds,
        organisation=organisation,
        without=demands.left_out(assessment, outcome),
        departure=bool(demands.breaches_of(assessment, outcome)),
        receipt=receipt.sums,
        role=role,
        earlier=earlier,
        overrun=overrun,
        by=by,
        at=at,
    )
    move_on(row, assessment, decision, by=by, at=at)
    return decision


def _check_part(row: Engagement, organisation: Organisation, assessment: Assessment) -> None:
    """Let only a board or company that the route names decide, and only on its own part."""
    deciders = stops.route_of(row, assessment).deciders
    parts = {step.organisation for step in deciders if step.body in stops.THROUGH_ORGANISATION}
    if organisation.deciding_code not in parts:
        raise NotOpen(_("Det är inte den verksamheten som beslutar i ärendet."))


def check_papers(row: Engagement, outcome: Outcome) -> None:
    """Raise NotOpen for a yes to a matter without what its kind must have attached."""
    lacking = kinds.entry_of(row).lacking(row)
    if lacking and outcome in demands.ACCEPTING:
        raise NotOpen(lacking)


def _changed(row: Engagement, *, on: date) -> bool:
    """Whether the content is another than the last one judged: an answer alone changes nothing."""
    last = row.assessments.order_by("-id").values_list("content_sha256", flat=True).first()
    return last != assessing.content_hash(row, on=on)


def lock_frame(row: Engagement, *, on: date) -> None:
    """Let nobody else spend of the same frame until this decision is written (5.4.1)."""
    frames = Frame.objects.filter(organisation=row.organisation, year=(row.starts_on or on).year)
    list(frames.select_for_update())


def still_to_answer(
    row: Engagement, assessment: Assessment, decision: Decision
) -> list[Organisation]:
    """Return the organisations whose body decides a part and has not, in the route's order.

    decision: the newest. Nothing is asked where no other body has a part.
    """
    codes = [step.organisation for step in assessment.route.deciders]
    if decision.outcome != Outcome.COUNTERED and {*codes} <= {decision.organisation.deciding_code}:
        return []
    made = row.decisions.filter(task=str(Task.DECIDES)).exclude(outcome=str(Outcome.COUNTERED))
    answered = {d.organisation.deciding_code for d in made.select_related("organisation__board")}
    touched = row.taking_part.select_related("organisation__board").order_by("organisation__code")
    speaks: dict[str, Organisation] = {}
    for organisation in (row.organisation, *(part.organisation for part in touched)):
        speaks.setdefault(organisation.deciding_code, organisation)
    return [speaks[code] for code in codes if code in speaks and code not in answered]


def move_on(
    row: Engagement, assessment: Assessment, decision: Decision, *, by: User, at: datetime
) -> None:
    """Bring the engagement to where an answer leads: back, on to the next body, or further."""
    assessing.remember_counts(row, assessment)
    outcome = Outcome(decision.outcome)
    host = bool(decision.body) or decision.organisation_id == row.organisation_id
    if host:
        _date_steps(row, on=decision.decided_on)
    left = still_to_answer(row, assessment, decision)
    moved: Engagement | None
    if decision.supersedes_id:
        moved = renewing.back(row, decision, by=by, at=at)
    elif host and outcome in (Outcome.DECLINED, Outcome.COUNTERED):
        to = Status.REJECTED if outcome is Outcome.DECLINED else Status.COUNTERED
        moved = to_reply(row, to, outcome, by=by, at=at)
    elif left:
        moved = _to_next(row, left, by=by, at=at)
    elif assessment.route.coordinator:
        moved = lifecycle.move(
            row,
            Status.COORDINATION,
            by=by,
            at=at,
            why=str(outcome),
            ball=_coordinates(assessment),
            due=deadlines.counted(
                "accepted",
                at=at,
                days=COORDINATION_DAYS,
                source=assessment.route.coordinator.clause,
            ),
            held=True,
        )
    else:
        moved = to_reply(row, Status.APPROVED, outcome, by=by, at=at)
    if moved:
        tell_ball(moved, "decided", at=at)
    else:
        lifecycle.save(row, by=by, at=at, why="")
    settles = kinds.entry_of(row).settle is not None
    publishing.publish(row, at=at, stored=not settles)


def _coordinates(assessment: Assessment) -> Body:
    """Return who holds the ball: the Executive Board, or its office through the EU unit (5.7.2)."""
    step = assessment.route.coordinator
    return Body.EU_UNIT if step and step.body is Body.SLK else Body.EXECUTIVE_BOARD


def _date_steps(row: Engagement, *, on: date) -> None:
    row.decided_on = row.decided_on or on
    row.documented_on = row.documented_on or on
    if row.estimated_sek is not None:
        row.budgeted_on = row.budgeted_on or on


def _to_next(
    row: Engagement, left: list[Organisation], *, by: User, at: datetime
) -> Engagement | None:
    """Hand the ball to a body that has not answered; None when it lies with one already."""
    if row.ball_organisation_id in {organisation.pk for organisation in left}:
        return None
    return lifecycle.hand(
        row,
        ball=Body.RECEIVING_BODY,
        ball_organisation=left[0],
        due=deadlines.counted("next_asked", at=at, days=DECISION_DAYS, source="5.4.4"),
        by=by,
        at=at,
        why=str(_("nästa mottagare tar ställning")),
        held=True,
    )


def to_reply(
    row: Engagement,
    to: Status,
    outcome: Outcome,
    *,
    anew: bool = False,
    by: User,
    at: datetime,
) -> Engagement:
    """Move a locked row on, the ball with the contact person until the delegation has its answer.

    Where nobody waits for one, it lies there until the last day; a refusal leaves nothing to do.
    """
    due: deadlines.Due = deadlines.counted(
        "decided", at=at, days=REPLY_DAYS, source=deadlines.answering(row)
    )
    ends = to is Status.REJECTED and not row.is_answered
    if to is Status.APPROVED and not row.is_answered:
        due = deadlines.given(row.last_day, "takes_place", at=at)
    moved = lifecycle.move(
        row,
        to,
        by=by,
        at=at,
        why=str(outcome),
        ball=None if ends else Body.CONTACT_PERSON,
        ball_organisation=None if ends else row.organisation,
        due=None if ends else due,
        anew=anew,
        held=True,
    )
    settle = kinds.entry_of(row).settle if to is Status.APPROVED else None
    return settle(moved, by=by, at=at) if settle else moved


@transaction.atomic
def coordinate(
    engagement: Engagement, *, grounds: str, role: RoleName, by: User, at: datetime
) -> Decision:
    """The Executive Board takes on the coordination of a significant visit (5.1.2).

    What the city does in the association for European affairs is the office's (5.7.2).
    Raises AlreadyDecided, HasConflict or NotOpen.
    """
    row = lifecycle.lock(engagement.pk)
    office = row.ball == Body.EU_UNIT
    board = Organisation.objects.get(code="SLK" if office else "KS")
    earlier = _check(row, board, Task.COORDINATES, by=by)
    if row.status != Status.COORDINATION:
        raise NotOpen(_("Ärendet väntar inte på samordning nu."))
    today = timezone.localdate(at)
    assessment = assessing.judge(row, stage="decision", on=today)
    receipt = assessing.store(row, assessment, stage=Stage.DECISION, by=by, at=at)
    decision = enter(
        row,
        task=Task.COORDINATES,
        outcome=Outcome.COORDINATED,
        grounds=grounds,
        organisation=board,
        without=[],
        departure=False,
        receipt=receipt.sums,
        role=role,
        earlier=earlier,
        by=by,
        at=at,
    )
    moved = to_reply(row, Status.APPROVED, Outcome.COORDINATED, by=by, at=at)
    tell_ball(moved, "coordinated", at=at)
    publishing.publish(row, at=at)
    return decision
