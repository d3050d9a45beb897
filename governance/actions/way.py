"""What happens to a matter between advice and decision: dealt with, prepared, or lifted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, lifecycle
from engagements.models import Conflict, Engagement, User
from engagements.timeline import record
from engagements.vocabulary import AdviceKind, Body, Recommendation, Status
from governance import assessing, ledger
from governance.actions import stops
from governance.actions.deciding import HasConflict, NotOpen
from governance.actions.demands import NeedsGrounds
from governance.actions.entering import Held, keep_minutes
from governance.actions.intake import tell_ball
from governance.models import (
    AdviceMessage,
    Dealing,
    Lift,
    LiftCause,
    Stage,
)
from governance.strategy import Assessment, Verdict, way

COMPLETION_DAYS = 10
# How the timeline tells what each body did.
SAID = {
    Body.COMMITTEE: "dealt_with",
    Body.EXECUTIVE_BOARD: "prepared",
    Body.GROUP_BOARD: "group_board_dealt",
}
BURDEN_ADDED = "strategy.declaration.burden_added"


def ready_for_committee() -> QuerySet[Engagement]:
    """Return what waits for the Committee with advice that stands, the longest waiting first."""
    given = AdviceMessage.objects.filter(engagement=OuterRef("pk")).exclude(kind="")
    standing = given.filter(voided_at=None).exclude(kind=str(AdviceKind.RETURN))
    newest = Subquery(given.order_by("-id").values("pk")[:1])
    newest_standing = Subquery(standing.order_by("-id").values("pk")[:1])
    waiting = Engagement.objects.filter(status=str(Status.PREPARATION), ball=str(Body.COMMITTEE))
    rows = waiting.annotate(newest_advice=newest)
    return rows.filter(newest_advice=newest_standing).order_by("ball_since", "pk")


@transaction.atomic
def committee_dealt(
    engagement: Engagement,
    recommendation: Recommendation,
    *,
    grounds: str = "",
    shares: dict[str, str] | None = None,
    meeting_item_ref: str,
    by: User,
    at: datetime,
) -> Dealing:
    """Write down how the Committee dealt with a matter, and send it on.

    meeting_item_ref: the item on the agenda, a name that no other item of the Committee has; the
    same matter is dealt with once under it. shares: those that are answered otherwise.
    Supporting or advising against sends it to whoever decides, referring back to the contact
    person; what is tabled waits for the next meeting. Raises NotOpen, HasConflict, NeedsGrounds.
    """
    row = _held_by(Body.COMMITTEE, engagement, by=by)
    if row.dealings.filter(body=str(Body.COMMITTEE), meeting_item=meeting_item_ref).exists():
        raise NotOpen(_("Beredningen har redan behandlat ärendet vid mötet."))
    if recommendation is Recommendation.REFERS_BACK and not grounds.strip():
        raise NeedsGrounds([str(_("Skriv vad som ska kompletteras."))])
    told = {"grounds": grounds.strip(), "shares": shares or {}, "meeting_item": meeting_item_ref}
    dealing = _enter(row, Body.COMMITTEE, recommendation, told, by=by, at=at)
    if recommendation is not Recommendation.TABLES:
        _leave(row, dealing, by=by, at=at)
    return dealing


@transaction.atomic
def board_prepared(
    engagement: Engagement,
    recommendation: Recommendation,
    *,
    grounds: str,
    held: Held,
    by: User,
    at: datetime,
) -> Dealing:
    """Write down what the Executive Board proposes to the City Council, and send it on.

    Raises NotOpen, HasConflict, NeedsGrounds, documents.Refused.
    """
    row = _held_by(Body.EXECUTIVE_BOARD, engagement, by=by)
    ref = f"KS {held.on.isoformat()} § {held.paragraph}"
    if row.dealings.filter(body=str(Body.EXECUTIVE_BOARD), meeting_item=ref).exists():
        raise NotOpen(_("Den paragrafen är redan införd."))
    if recommendation is Recommendation.REFERS_BACK and not grounds.strip():
        raise NeedsGrounds([str(_("Skriv vad som ska kompletteras."))])
    keep_minutes(row, held, by=by, at=at)
    body = Body.EXECUTIVE_BOARD
    told = {"grounds": grounds.strip(), "meeting_item": ref}
    dealing = _enter(row, body, recommendation, told, by=by, at=at)
    if recommendation is not Recommendation.TABLES:
        _leave(row, dealing, by=by, at=at)
    return dealing


@transaction.atomic
def group_board_dealt(
    engagement: Engagement,
    recommendation: Recommendation,
    *,
    grounds: str,
    held_on: date,
    paragraph: str,
    by: User,
    at: datetime,
) -> Dealing:
    """Write down how the group board dealt with a company's matter, and send it on (5.4.3).

    Raises NotOpen, HasConflict, NeedsGrounds.
    """
    row = _held_by(Body.GROUP_BOARD, engagement, by=by)
    ref = f"{held_on.isoformat()} § {paragraph}"
    if row.dealings.filter(body=str(Body.GROUP_BOARD), meeting_item=ref).exists():
        raise NotOpen(_("Den paragrafen är redan införd."))
    if recommendation is Recommendation.REFERS_BACK and not grounds.strip():
        raise NeedsGrounds([str(_("Skriv vad som ska kompletteras."))])
    told = {"grounds": grounds.strip(), "meeting_item": ref}
    dealing = _enter(row, Body.GROUP_BOARD, recommendation, told, by=by, at=at)
    if recommendation is not Recommendation.TABLES:
        _leave(row, dealing, by=by, at=at)
    return dealing


def _held_by(body: Body, engagement: Engagement, *, by: User) -> Engagement:
    row = lifecycle.lock(engagement.pk)
    if Conflict.objects.filter(engagement=row, user=by).exists():
        raise HasConflict(_("Du har anmält jäv och deltar inte i ärendet."))
    if row.status != Status.PREPARATION or row.ball != body:
        if body is Body.EXECUTIVE_BOARD:
            raise NotOpen(_("Ärendet väntar inte på kommunstyrelsens beredning nu."))
        if body is Body.GROUP_BOARD:
            raise NotOpen(_("Ärendet väntar inte på koncernstyrelsen nu."))
        raise NotOpen(_("Ärendet väntar inte på internationella beredningen nu."))
    return row


def _enter(
    row: Engagement,
    body: Body,
    recommendation: Recommendation,
    told: dict[str, Any],
    *,
    by: User,
    at: datetime,
) -> Dealing:
    dealing = Dealing(
        engagement=row,
        body=str(body),
        recommendation=str(recommendation),
        **told,
        content_sha256=assessing.content_hash(row, on=timezone.localdate(at)),
        by=by,
        at=at,
    )
    dealing.ledger_seq = ledger.dealt_with(dealing)
    dealing.save(force_insert=True)
    record(row, SAID[body], by=by, at=at, recommendation=str(recommendation))
    return dealing


def _leave(row: Engagement, dealing: Dealing, *, by: User, at: datetime) -> None:
    if dealing.recommendation == Recommendation.REFERS_BACK:
        row = lifecycle.move(
            row,
            Status.RETURNED,
            by=by,
            at=at,
            why=dealing.grounds,
            ball=Body.CONTACT_PERSON,
            ball_organisation=row.organisation,
            due=deadlines.counted("returned", at=at, days=COMPLETION_DAYS),
            held=True,
        )
    else:
        today = timezone.localdate(at)
        assessment = assessing.judge(row, stage="decision", on=today)
        row = stops.send_on(row, assessment, by=by, at=at, why=dealing.recommendation)
    tell_ball(row, "dealt_with", at=at)


@transaction.atomic
def lift_to_ks(engagement: Engagement, grounds: str, *, by: User, at: datetime) -> Lift:
    """Let the Executive Board decide in the Mayor's place, as a matter of principle.

    From the Committee, or while it waits for the Mayor. It can't be undone.
    Raises NotOpen, HasConflict, NeedsGrounds.
    """
    row = lifecycle.lock(engagement.pk)
    if Conflict.objects.filter(engagement=row, user=by).exists():
        raise HasConflict(_("Du har anmält jäv och deltar inte i ärendet."))
    if row.ball not in (Body.COMMITTEE, Body.FINANCE_MAYOR):
        raise NotOpen(_("Ärendet väntar inte på beredningen eller finansborgarrådet nu."))
    assessment = assessing.judge(row, stage="decision", on=timezone.localdate(at))
    if not way.may_be_lifted(stops.route_of(row, assessment)):
        raise NotOpen(_("Det är inte finansborgarrådet som beslutar i ärendet."))
    if not grounds.strip():
        raise NeedsGrounds([str(_("Skriv varför frågan är principiell."))])
    lift = Lift(engagement=row, grounds=grounds.strip(), by=by, at=at)
    lift.ledger_seq = ledger.lifted(lift)
    lift.save(force_insert=True)
    record(row, "lifted", by=by, at=at, grounds=lift.grounds)
    _hand_to_board(row, assessment, lift, by=by, at=at)
    return lift


@transaction.atomic
def lift_when_burdened(engagement: Engagement, *, by: User, at: datetime) -> Lift | None:
    """Let the Executive Board decide what turns out to add a burden (5.3.2b).

    From the Committee, whose agenda it leaves, or while it waits for the Mayor; elsewhere the
    route says it when the matter comes that far. It can't be undone: what a board may delegate it
    may always decide. Returns None when nothing is lifted.
    """
    row = lifecycle.lock(engagement.pk)
    if row.ball not in (Body.COMMITTEE, Body.FINANCE_MAYOR):
        return None
    assessment = assessing.judge(row, stage="decision", on=timezone.localdate(at))
    why = next((f.why for f in assessment.of(Verdict.NOTE) if f.rule == BURDEN_ADDED), None)
    if why is None or way.may_be_lifted(assessment.route):
        return None
    lift = Lift(engagement=row, cause=LiftCause.BURDEN, grounds=why.sv, by=by, at=at)
    receipt = assessing.store(row, assessment, stage=Stage.DECISION, by=by, at=at)
    lift.ledger_seq = ledger.lifted(lift, receipt.sums)
    lift.save(force_insert=True)
    record(row, "lifted_by_burden", by=by, at=at, why={"sv": why.sv, "en": why.en})
    stops.off_the_agenda(row, by=by, at=at)
    _hand_to_board(row, assessment, lift, by=by, at=at)
    return lift


def _hand_to_board(
    row: Engagement, assessment: Assessment, lift: Lift, *, by: User, at: datetime
) -> None:
    if row.status == Status.PREPARATION:
        row = stops.send_on(row, assessment, by=by, at=at, why=lift.grounds)
    else:
        # What is lifted of itself has waited for others; who decides now gets their own days.
        own = deadlines.counted("lifted", at=at, days=stops.DECISION_DAYS, source="5.3.2b")
        due = own if lift.cause == LiftCause.BURDEN else deadlines.Same.DAY
        row = lifecycle.hand(
            row, ball=Body.EXECUTIVE_BOARD, due=due, by=by, at=at, why=lift.grounds, held=True
        )
    tell_ball(row, "lifted", at=at)
