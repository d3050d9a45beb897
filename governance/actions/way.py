"""What happens to a matter between advice and decision: dealt with, or lifted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle
from engagements.calendar import add_working_days
from engagements.models import Conflict, Engagement, User
from engagements.timeline import record
from engagements.vocabulary import AdviceKind, Body, Recommendation, Status
from governance import assessing, ledger
from governance.actions import stops
from governance.actions.deciding import HasConflict, NotOpen
from governance.actions.demands import NeedsGrounds
from governance.actions.intake import tell_ball
from governance.models import AdviceMessage, Dealing, Lift
from governance.strategy import way

COMPLETION_DAYS = 10


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
    row = _held_by_committee(engagement, by=by)
    if row.dealings.filter(body=str(Body.COMMITTEE), meeting_item=meeting_item_ref).exists():
        raise NotOpen(_("Beredningen har redan behandlat ärendet vid mötet."))
    if recommendation is Recommendation.REFERS_BACK and not grounds.strip():
        raise NeedsGrounds([str(_("Skriv vad som ska kompletteras."))])
    told = {"grounds": grounds.strip(), "shares": shares or {}, "meeting_item": meeting_item_ref}
    dealing = _enter(row, recommendation, told, by=by, at=at)
    if recommendation is not Recommendation.TABLES:
        _leave_committee(row, dealing, by=by, at=at)
    return dealing


def _held_by_committee(engagement: Engagement, *, by: User) -> Engagement:
    row = lifecycle.lock(engagement.pk)
    if Conflict.objects.filter(engagement=row, user=by).exists():
        raise HasConflict(_("Du har anmält jäv och deltar inte i ärendet."))
    if row.status != Status.PREPARATION or row.ball != Body.COMMITTEE:
        raise NotOpen(_("Ärendet väntar inte på internationella beredningen nu."))
    return row


def _enter(
    row: Engagement,
    recommendation: Recommendation,
    told: dict[str, Any],
    *,
    by: User,
    at: datetime,
) -> Dealing:
    dealing = Dealing(
        engagement=row,
        body=str(Body.COMMITTEE),
        recommendation=str(recommendation),
        **told,
        content_sha256=assessing.content_hash(row, on=timezone.localdate(at)),
        by=by,
        at=at,
    )
    dealing.ledger_seq = ledger.dealt_with(dealing)
    dealing.save(force_insert=True)
    record(row, "dealt_with", by=by, at=at, recommendation=str(recommendation))
    return dealing


def _leave_committee(row: Engagement, dealing: Dealing, *, by: User, at: datetime) -> None:
    if dealing.recommendation == Recommendation.REFERS_BACK:
        row = lifecycle.move(
            row,
            Status.RETURNED,
            by=by,
            at=at,
            why=dealing.grounds,
            ball=Body.CONTACT_PERSON,
            ball_organisation=row.organisation,
            due=add_working_days(timezone.localdate(at), COMPLETION_DAYS),
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
    if row.status == Status.PREPARATION:
        row = stops.send_on(row, assessment, by=by, at=at, why=lift.grounds)
    else:
        row = lifecycle.hand(
            row, ball=Body.EXECUTIVE_BOARD, due=row.due, by=by, at=at, why=lift.grounds
        )
    tell_ball(row, "lifted", at=at)
    return lift
