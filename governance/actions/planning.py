"""What an organisation plans: its goals and lines of a year, and what a line became (5.4.1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import Engagement, Organisation, OrientationGoal, User
from engagements.timeline import record
from governance.actions.setting import NotPossible
from governance.models import Plan, PlannedLine, PlannedTie

LINE = ("kind", "what", "quarter", "cost_sek", "gives", "goals")


class ChangedMeanwhile(Exception):
    """Somebody else wrote the plan since it was read. ``plan`` is as it now stands."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(
            _("%(who)s ändrade planen %(when)s. Läs det som står nu och spara igen.")
            % {
                "who": plan.changed_by,
                "when": timezone.localtime(plan.changed_at).strftime("%Y-%m-%d %H.%M"),
            }
        )
        self.plan = plan


@transaction.atomic
def write(
    organisation: Organisation,
    *,
    year: int,
    aims: str,
    source: str,
    seen: str | None = None,
    by: User,
    at: datetime,
) -> Plan:
    """Write the goals of a year's plan. Raises ChangedMeanwhile.

    seen: the mark of what was read before it was written.
    """
    plan = _plan(organisation, year=year, by=by, at=at)
    if seen is not None and plan.pk and mark_of(plan) != seen:
        raise ChangedMeanwhile(plan)
    if plan.pk and (plan.aims, plan.source) == (aims, source):
        return plan
    plan.aims, plan.source = aims, source
    plan.changed_by, plan.changed_at = by, at
    _save(plan, by=by, at=at)
    return plan


def mark_of(plan: Plan | None) -> str:
    """Return what tells one state of a plan's goals from another; empty before there is one."""
    return plan.changed_at.isoformat() if plan else ""


@transaction.atomic
def add_line(
    organisation: Organisation, *, year: int, by: User, at: datetime, **answers: Any
) -> PlannedLine:
    """Plan an engagement; answers: the columns in LINE. A second click finds the same line."""
    plan = _kept(organisation, year=year, by=by, at=at)
    if same := plan.lines.filter(struck_on=None, **answers).first():
        return same
    line = PlannedLine(plan=plan, **answers)
    _save(line, by=by, at=at)
    return line


@transaction.atomic
def change_line(line: PlannedLine, *, by: User, at: datetime, **answers: Any) -> PlannedLine:
    """Change what is planned; what it was stays in the history."""
    row = PlannedLine.objects.select_for_update().get(pk=line.pk)
    if all(getattr(row, name) == value for name, value in answers.items()):
        return row
    for name, value in answers.items():
        setattr(row, name, value)
    _save(row, by=by, at=at)
    return row


@transaction.atomic
def strike_line(line: PlannedLine, *, by: User, at: datetime) -> PlannedLine:
    """Strike a line out; it stays to be seen. Raises NotPossible for one that became something."""
    row = PlannedLine.objects.select_for_update().get(pk=line.pk)
    if row.ties.exists():
        raise NotPossible(_("Insatsen har blivit ett ärende och kan inte strykas."), "what")
    return change_line(row, struck_on=timezone.localdate(at), by=by, at=at)


@transaction.atomic
def restore_line(line: PlannedLine, *, by: User, at: datetime) -> PlannedLine:
    """Plan again what was struck out."""
    return change_line(line, struck_on=None, by=by, at=at)


@transaction.atomic
def copy_last_year(organisation: Organisation, *, year: int, by: User, at: datetime) -> Plan:
    """Begin a year with the plan of the year before: its goals and the lines that were kept.

    The frame is decided anew each year. Goals of the council that the year lacks are left out.
    Raises NotPossible when there is nothing to copy, or something is planned already.
    """
    plan = _plan(organisation, year=year, by=by, at=at)
    before = Plan.objects.filter(organisation=organisation, year=year - 1).first()
    if before is None:
        raise NotPossible(_("Det finns ingen plan för året före."), "year")
    if plan.pk and (plan.aims or plan.lines.exists()):
        raise NotPossible(_("Året har redan en plan."), "year")
    plan.aims, plan.source = before.aims, ""
    plan.changed_by, plan.changed_at = by, at
    _save(plan, by=by, at=at)
    goals = set(OrientationGoal.objects.filter(year=year).values_list("code", flat=True))
    for line in before.lines.filter(struck_on=None).order_by("pk"):
        kept = {name: getattr(line, name) for name in LINE}
        kept["goals"] = [code for code in line.goals if code in goals or not goals]
        _save(PlannedLine(plan=plan, **kept), by=by, at=at)
    return plan


@transaction.atomic
def tie(
    engagement: Engagement, *, line: PlannedLine | None, by: User, at: datetime
) -> PlannedTie | None:
    """Say which line a matter is; None says that it is none. Raises NotPossible."""
    Engagement.objects.select_for_update().get(pk=engagement.pk)
    kept = PlannedTie.objects.filter(engagement=engagement).first()
    if line is None:
        if kept:
            _mark(kept, by=by, at=at).delete()
            record(engagement, "untied_from_plan", by=by, at=at)
        return None
    if line.plan.organisation_id != engagement.organisation_id:
        raise NotPossible(_("Välj en insats ur den egna planen."), "line")
    if line.struck_on:
        raise NotPossible(_("Insatsen är struken ur planen. Välj en annan."), "line")
    if kept and kept.line_id == line.pk:
        return kept
    row = kept or PlannedTie(engagement=engagement)
    row.line, row.by, row.at = line, by, at
    _save(row, by=by, at=at)
    year = line.plan.year
    record(engagement, "tied_to_plan", by=by, at=at, what=line.what, year=str(year))
    return row


def lines_for(engagement: Engagement, *, on: date) -> list[PlannedLine]:
    """Return the lines that a matter can be: of its year, those of its own kind first."""
    year = (engagement.starts_on or on).year
    rows = PlannedLine.objects.filter(
        plan__organisation=engagement.organisation_id, plan__year=year, struck_on=None
    )
    found = rows.select_related("plan").order_by("quarter", "pk")
    return sorted(found, key=lambda line: line.kind != engagement.kind)


def _plan(organisation: Organisation, *, year: int, by: User, at: datetime) -> Plan:
    """Return the year's plan, locked; a new one is not written yet."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    kept = Plan.objects.filter(organisation=organisation, year=year).first()
    return kept or Plan(organisation=organisation, year=year, changed_by=by, changed_at=at)


def _kept(organisation: Organisation, *, year: int, by: User, at: datetime) -> Plan:
    plan = _plan(organisation, year=year, by=by, at=at)
    if plan._state.adding:
        _save(plan, by=by, at=at)
    return plan


def _save(row: Any, *, by: User, at: datetime) -> None:
    _mark(row, by=by, at=at).save()


def _mark(row: Any, *, by: User, at: datetime) -> Any:
    """Let the history say who did it and when."""
    row._history_user, row._history_date = by, at
    return row
