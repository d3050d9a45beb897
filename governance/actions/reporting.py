"""Reporting to the Executive Board what was decided by delegation (KL 6:40, 7:8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import User
from engagements.timeline import record
from engagements.vocabulary import Body
from governance import assessing, ledger
from governance.actions.meeting import NotPossible
from governance.models import Decision, DelegationReport, ReportedDecision, ReportState


def unreported() -> QuerySet[Decision]:
    """Return the decisions by delegation that stand on no list, the oldest first."""
    listed = ReportedDecision.objects.exclude(report__state=str(ReportState.CANCELLED))
    made = Decision.objects.filter(body=str(Body.FINANCE_MAYOR))
    left = made.exclude(pk__in=listed.values("decision"))
    return left.select_related("engagement__organisation", "by", "acts_for").order_by("pk")


def not_made() -> QuerySet[Decision]:
    """Return the decisions by delegation that have not been reported, on a list or not."""
    made = ReportedDecision.objects.filter(report__state=str(ReportState.MADE))
    found = Decision.objects.filter(body=str(Body.FINANCE_MAYOR))
    return found.exclude(pk__in=made.values("decision"))


def last_day(decision: Decision) -> date:
    """Return the day on which a decision must have been reported, by what held when it was made."""
    days = assessing.value_of("delegation.report_days", on=decision.decided_on)
    return decision.decided_on + timedelta(days=days)


@transaction.atomic
def make_list(
    *, meets_on: date, decisions: Iterable[int], by: User, at: datetime
) -> DelegationReport:
    """Put decisions, by key, on the list for a meeting of the Executive Board. Raises NotPossible.

    A decision stands on one list alone, unless that list is cancelled.
    """
    wanted = set(decisions)
    list(Decision.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))
    rows = list(unreported().filter(pk__in=wanted))
    if not rows:
        raise NotPossible(_("Välj minst ett beslut."), "decisions")
    if len(rows) < len(wanted):
        raise NotPossible(_("Något av besluten står redan på en lista. Läs sidan igen."))
    _check_day(meets_on, rows)
    report = _save(DelegationReport(meets_on=meets_on), by=by, at=at)
    for decision in rows:
        ReportedDecision.objects.create(report=report, decision=decision)
    return report


def _check_day(meets_on: date, decisions: Iterable[Decision]) -> None:
    last = max(decision.decided_on for decision in decisions)
    if meets_on < last:
        raise NotPossible(
            _("Ett av besluten fattades %(day)s, efter det sammanträdet.") % {"day": last},
            "meets_on",
        )


def _save(report: DelegationReport, *, by: User, at: datetime) -> DelegationReport:
    report._history_user, report._history_date = by, at  # type: ignore[attr-defined]
    report.save()
    return report


def _open(report: DelegationReport) -> DelegationReport:
    row = DelegationReport.objects.select_for_update().get(pk=report.pk)
    if not row.is_open:
        raise NotPossible(_("Listan är redan anmäld eller struken."))
    return row


@transaction.atomic
def move(report: DelegationReport, *, meets_on: date, by: User, at: datetime) -> DelegationReport:
    """Report a list at another meeting. Raises NotPossible."""
    row = _open(report)
    _check_day(meets_on, [each.decision for each in row.rows.select_related("decision")])
    row.meets_on = meets_on
    return _save(row, by=by, at=at)


@transaction.atomic
def cancel(report: DelegationReport, *, by: User, at: datetime) -> DelegationReport:
    """Strike a list; its decisions wait for another. Raises NotPossible."""
    row = _open(report)
    row.state = ReportState.CANCELLED
    return _save(row, by=by, at=at)


@transaction.atomic
def mark(report: DelegationReport, *, paragraph: str, by: User, at: datetime) -> DelegationReport:
    """Mark that a list has been reported, with the paragraph of the minutes. Raises NotPossible."""
    row = _open(report)
    if row.meets_on > timezone.localdate(at):
        raise NotPossible(_("Sammanträdet har inte varit än."), "paragraph")
    row.state, row.paragraph = ReportState.MADE, paragraph
    row.made_by, row.made_at = by, at
    _save(row, by=by, at=at)
    rows = list(row.rows.select_related("decision__engagement").order_by("decision"))
    for each in rows:  # the timeline before the ledger, which is held until the end
        number = each.decision.number
        record(
            each.decision.engagement, "reported", by=by, at=at, decision=number, paragraph=paragraph
        )
    for each in rows:
        each.report = row
        each.ledger_seq = ledger.reported(each)
        each.save(update_fields=["ledger_seq"])
    return row
