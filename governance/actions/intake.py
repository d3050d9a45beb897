"""Submitting and withdrawing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, lifecycle, outbox
from engagements.models import Engagement, User
from engagements.timeline import record, record_each
from engagements.vocabulary import Body, RoleName, Status
from governance import assessing, ledger
from governance.actions import stops
from governance.insight import publishing
from governance.models import AdviceMessage, Stage, Weighing
from governance.strategy import Assessment, Finding, Verdict

ADVICE_DAYS = 5


class NotReady(Exception):
    """The strategy still has questions, or something stands in the way."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(_("Det finns svar som saknas eller hindrar."))
        self.findings = findings


def weigh(
    engagement: Engagement,
    assessment: Assessment,
    grounds: Mapping[str, str],
    *,
    by: User,
    at: datetime,
) -> None:
    """Write down how a person weighs the findings that call for it.

    grounds: by ``assessing.key_of``, as the forms name their fields; blank ones are left unweighed.
    """
    rows = [
        Weighing(
            engagement=engagement,
            clause=finding.clause,
            rule=finding.rule,
            part=finding.part or "",
            finding_sha256=assessing.fingerprint(finding),
            grounds=text,
            by=by,
            at=at,
        )
        for finding in assessment.needs_weighing
        if (text := grounds.get(assessing.key_of(finding), "").strip())
    ]
    Weighing.objects.bulk_create(rows)
    told = [{"clause": row.clause, "grounds": row.grounds} for row in rows]
    record_each(engagement, "weighed", told, by=by, at=at)


@transaction.atomic
def submit(
    engagement: Engagement,
    *,
    version: int | None,
    ask: RoleName | None,
    question: str,
    weighings: Mapping[str, str],
    judged: Assessment | None = None,
    by: User,
    at: datetime,
) -> Engagement:
    """Hand an engagement in: judged, kept as a receipt, and on its way.

    ask: the unit at SLK whose advice is wanted; the route may ask for one anyway. judged: what the
    strategy says of it, by who has locked it and judged it since; else both are done here.
    Raises NotReady, lifecycle.StaleVersion or lifecycle.IllegalMove; nothing is then changed.
    """
    row = lifecycle.held(engagement) if judged else lifecycle.lock(engagement.pk)
    lifecycle.check_version(row, version)
    today = timezone.localdate(at)
    assessment = judged or assessing.judge(row, stage="submission", on=today)
    if blocking := assessment.blocking("submission"):
        raise NotReady(blocking)
    weigh(row, assessment, weighings, by=by, at=at)
    weighed = assessing.weighings(row, assessment)
    receipt = assessing.store(
        row, assessment, stage=Stage.SUBMISSION, weighed=weighed, by=by, at=at
    )
    assessing.remember_counts(row, assessment)
    row.planned_on = row.planned_on or today
    if row.estimated_sek is not None:
        row.budgeted_on = row.budgeted_on or today
    ask = ask or assessing.advice_needed(assessment)
    if ask is None and assessing.unweighed(assessment, weighed):
        ask = RoleName.INTERNATIONAL_UNIT
    record(row, "submitted", by=by, at=at, tally=_tally(assessment))
    row = _send_on(row, assessment, ask, question, by=by, at=at)
    ledger.append(
        "submitted",
        engagement=row,
        body={"status": row.status} | receipt.sums,
        secret=ledger.person(by),
    )
    return row


def _tally(assessment: Assessment) -> dict[str, int]:
    return {str(verdict): assessment.counts[verdict] for verdict in Verdict}


def _send_on(
    row: Engagement,
    assessment: Assessment,
    ask: RoleName | None,
    question: str,
    *,
    by: User,
    at: datetime,
) -> Engagement:
    if ask is None:
        why = str(_("inskickat för ställningstagande"))
        row = stops.send_on(row, assessment, by=by, at=at, why=why)
    else:
        row = lifecycle.move(
            row,
            Status.ADVICE,
            by=by,
            at=at,
            why=str(_("inskickat för råd")),
            ball=Body(str(ask)),
            due=deadlines.counted("advice_asked", at=at, days=ADVICE_DAYS, source="5.5.1"),
            held=True,
        )
        if question.strip():
            AdviceMessage.objects.create(
                engagement=row, unit=str(ask), text=question.strip(), by=by, at=at
            )
        record(row, "advice_asked", by=by, at=at, unit=str(ask))
    tell_ball(row, "submitted", at=at)
    return row


def tell_ball(row: Engagement, event: str, *, at: datetime) -> None:
    """Promise a mail to whoever holds the ball now, once a version."""
    outbox.promise(
        "notify.ball",
        at=at,
        once=f"ball:{row.pk}:{row.version}",
        engagement_id=row.pk,
        event=event,
    )


@transaction.atomic
def withdraw(engagement: Engagement, *, why: str, by: User, at: datetime) -> Engagement:
    """Take an engagement back, off the agenda too where it stands on one.

    Its number stays taken. Raises lifecycle.IllegalMove.
    """
    row = lifecycle.move(engagement, Status.WITHDRAWN, by=by, at=at, why=why, ball=None)
    stops.off_the_agenda(row, by=by, at=at)
    record(row, "withdrawn", by=by, at=at, why=why)
    ledger.withdrawn(row, why=why, by=by)
    publishing.publish(row, at=at)
    return row
