"""What bodies answer: the receiving bodies decide, the Executive Board coordinates."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle
from engagements.calendar import add_working_days
from engagements.models import Conflict, Engagement, Organisation, User
from engagements.numbers import next_number
from engagements.timeline import record
from engagements.vocabulary import AdviceKind, Body, Outcome, RoleName, Status, Task
from governance import assessing, ledger
from governance.actions.intake import tell_ball
from governance.models import AdviceMessage, Decision, Stage
from governance.strategy import Assessment, Finding, Verdict

COORDINATION_DAYS = 10
ACCEPTING = (Outcome.ACCEPTED, Outcome.ACCEPTED_WITHOUT_LETTER)


class AlreadyDecided(Exception):
    """Somebody decided first. ``decision`` tells who and when."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(
            _("%(who)s svarade redan %(when)s: %(outcome)s.")
            % {
                "who": decision.by,
                "when": timezone.localtime(decision.at).strftime("%Y-%m-%d %H.%M"),
                "outcome": decision.get_outcome_display().lower(),
            }
        )
        self.decision = decision


class NeedsGrounds(Exception):
    """The findings, or the advice, ask for grounds. ``reasons`` are sentences."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(_("Skriv en motivering."))
        self.reasons = reasons


class HasConflict(Exception):
    """A person with a conflict of interest takes no part (KL 6:28)."""


class NotOpen(Exception):
    """The engagement does not wait for a decision now."""


def breaches_of(assessment: Assessment, outcome: Outcome) -> list[Finding]:
    """Return the breaches that an answer accepts; a refused letter is no breach any more."""
    if outcome not in ACCEPTING:
        return []
    letter = outcome is Outcome.ACCEPTED
    return [f for f in assessment.of(Verdict.BREACH) if letter or f.part != "letter"]


def reasons_for_grounds(
    engagement: Engagement, assessment: Assessment, outcome: Outcome
) -> list[str]:
    """Return why an acceptance of the engagement as it stands needs grounds."""
    if outcome not in ACCEPTING:
        return []
    letter = outcome is Outcome.ACCEPTED
    language = get_language() or "sv"
    found = [f.why.get(language) for f in breaches_of(assessment, outcome)]
    found += [
        f.why.get(language)
        for f in assessing.unweighed(engagement, assessment)
        if letter or f.part != "letter"
    ]
    newest = (
        AdviceMessage.objects.filter(engagement=engagement, voided_at=None)
        .exclude(kind="")
        .order_by("-id")
        .first()
    )
    if newest and newest.kind == AdviceKind.ADVISE_AGAINST:
        found.append(str(_("Stadsledningskontoret avråder.")))
    return found


def _check(row: Engagement, organisation: Organisation, task: Task, *, by: User) -> None:
    if Conflict.objects.filter(engagement=row, user=by).exists():
        raise HasConflict(_("Du har anmält jäv och deltar inte i ärendet."))
    earlier = (
        Decision.objects.filter(engagement=row, organisation=organisation, task=str(task))
        .exclude(outcome=str(Outcome.COUNTERED))
        .select_related("by")
        .first()
    )
    if earlier:
        raise AlreadyDecided(earlier)


@transaction.atomic
def decide(
    engagement: Engagement,
    *,
    outcome: Outcome,
    grounds: str,
    organisation: Organisation,
    role: RoleName,
    version: int | None = None,
    by: User,
    at: datetime,
) -> Decision:
    """Answer for one receiving body. The responsible one's answer moves the engagement on.

    Raises AlreadyDecided, NeedsGrounds, HasConflict, NotOpen or lifecycle.StaleVersion.
    """
    row = lifecycle.lock(engagement.pk)
    _check(row, organisation, Task.DECIDES, by=by)
    if row.status not in (Status.DECISION, Status.COORDINATION):
        raise NotOpen(_("Ärendet väntar inte på ställningstagande nu."))
    if version is not None and version != row.version:
        raise lifecycle.StaleVersion(row)
    today = timezone.localdate(at)
    assessment = assessing.judge(row, stage="decision", on=today)
    reasons = reasons_for_grounds(row, assessment, outcome)
    if reasons and not grounds.strip():
        raise NeedsGrounds(reasons)
    receipt = assessing.store(row, assessment, stage=Stage.DECISION, by=by, at=at)
    decision = _enter(
        row,
        task=Task.DECIDES,
        outcome=outcome,
        grounds=grounds,
        organisation=organisation,
        departure=bool(breaches_of(assessment, outcome)),
        receipt=receipt.sha256,
        role=role,
        by=by,
        at=at,
    )
    if organisation.pk == row.organisation_id:
        _move_on(row, assessment, outcome, by=by, at=at)
    return decision


def _enter(
    row: Engagement,
    *,
    task: Task,
    outcome: Outcome,
    grounds: str,
    organisation: Organisation,
    departure: bool,
    receipt: str,
    role: RoleName,
    by: User,
    at: datetime,
) -> Decision:
    """Write a decision and its entry in the ledger."""
    number = next_number("BES", year=timezone.localtime(at).year)
    cost = row.estimated_sek if organisation.pk == row.organisation_id else None
    seq = ledger.append(
        "decided",
        engagement=row,
        body={
            "no": number,
            "task": str(task),
            "outcome": str(outcome),
            "organisation": organisation.code,
            "departure": departure,
            "cost_sek": cost,
            "role": str(role),
            "receipt_sha256": receipt,
        },
        secret={"by": by.name, "grounds": grounds},
    )
    decision = Decision.objects.create(
        engagement=row,
        number=number,
        organisation=organisation,
        task=str(task),
        outcome=str(outcome),
        grounds=grounds.strip(),
        departure=departure,
        cost_sek=cost if outcome in ACCEPTING else None,
        ledger_seq=seq,
        by=by,
        role=str(role),
        at=at,
    )
    code = "coordinated" if task is Task.COORDINATES else "decided"
    record(row, code, by=by, at=at, body=_names(organisation), outcome=str(outcome))
    return decision


def _names(organisation: Organisation) -> dict[str, str]:
    return {"sv": organisation.name_sv, "en": organisation.name_en}


def _move_on(
    row: Engagement, assessment: Assessment, outcome: Outcome, *, by: User, at: datetime
) -> None:
    """Bring the engagement to where the responsible body's answer leads."""
    today = timezone.localdate(at)
    row.decided_on = row.decided_on or today
    row.documented_on = row.documented_on or today
    if row.estimated_sek is not None:
        row.budgeted_on = row.budgeted_on or today
    assessing.remember_counts(row, assessment)
    lifecycle.save(row, by=by, at=at, why="")
    if outcome is Outcome.DECLINED:
        to, ball, due = Status.REJECTED, None, None
    elif outcome is Outcome.COUNTERED:
        to, ball, due = Status.COUNTERED, Body.DELEGATION, add_working_days(today, 15)
    elif assessment.route.coordinator:
        to, ball = Status.COORDINATION, Body.EXECUTIVE_BOARD
        due = add_working_days(today, COORDINATION_DAYS)
    else:
        to, ball, due = Status.APPROVED, Body.CONTACT_PERSON, row.ends_on or row.starts_on
    moved = lifecycle.move(
        row,
        to,
        by=by,
        at=at,
        why=outcome.sv,
        ball=ball,
        ball_organisation=row.organisation if ball is Body.CONTACT_PERSON else None,
        due=due,
    )
    if ball:
        tell_ball(moved, "decided", at=at)


@transaction.atomic
def coordinate(
    engagement: Engagement, *, grounds: str, role: RoleName, by: User, at: datetime
) -> Decision:
    """The Executive Board takes on the coordination of a significant visit (5.1.2).

    Raises AlreadyDecided, HasConflict or NotOpen.
    """
    row = lifecycle.lock(engagement.pk)
    board = Organisation.objects.get(code="KS")
    _check(row, board, Task.COORDINATES, by=by)
    if row.status != Status.COORDINATION:
        raise NotOpen(_("Ärendet väntar inte på samordning nu."))
    today = timezone.localdate(at)
    assessment = assessing.judge(row, stage="decision", on=today)
    receipt = assessing.store(row, assessment, stage=Stage.DECISION, by=by, at=at)
    decision = _enter(
        row,
        task=Task.COORDINATES,
        outcome=Outcome.COORDINATED,
        grounds=grounds,
        organisation=board,
        departure=False,
        receipt=receipt.sha256,
        role=role,
        by=by,
        at=at,
    )
    moved = lifecycle.move(
        row,
        Status.APPROVED,
        by=by,
        at=at,
        why=str(_("kommunstyrelsen samordnar")),
        ball=Body.CONTACT_PERSON,
        ball_organisation=row.organisation,
        due=row.ends_on or row.starts_on,
    )
    tell_ball(moved, "coordinated", at=at)
    return decision


@transaction.atomic
def declare_conflict(engagement: Engagement, *, grounds: str, by: User, at: datetime) -> Conflict:
    """Declare one's own conflict of interest; from now on one neither handles nor decides."""
    conflict, _made = Conflict.objects.get_or_create(
        engagement=engagement, user=by, defaults={"grounds": grounds, "declared_at": at}
    )
    record(engagement, "conflict", by=by, at=at)
    ledger.append("conflict", engagement=engagement, body={}, secret={"by": by.name})
    return conflict
