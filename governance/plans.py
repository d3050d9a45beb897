"""Plans of a year as they are read: what was planned, what it became, what came unplanned."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from engagements.goals import every_goal
from engagements.models import Engagement, Organisation, Role
from engagements.models.organisations import NEEDS_CONTACT_PERSON
from engagements.permissions import OWNERS, reach_of, visible_to
from engagements.templatetags.utblick import kronor
from engagements.vocabulary import Party, Status, Task
from governance import frames, ledger
from governance.frames import Standing
from governance.models import Decision, Frame, Plan, PlannedLine, PlannedTie

# Who reads every organisation's plan; its own people and its board's secretary read their own.
READERS = frozenset({Party.SLK, Party.ADMIN})
NOTHING = (Status.DRAFT, Status.REJECTED, Status.WITHDRAWN)
HAPPENED = 40


def enters(user: Any, *, on: date) -> bool:
    """Whether a person reads the plan of some organisation."""
    reach = reach_of(user, on=on)
    return bool(reach.owns or reach.boards) or sees_all(user, on=on)


def sees_all(user: Any, *, on: date) -> bool:
    """Whether a person reads the plans of all organisations."""
    return bool(reach_of(user, on=on).wide & READERS)


def readable(user: Any, *, on: date) -> QuerySet[Organisation]:
    """Return the organisations whose plans a person reads."""
    reach = reach_of(user, on=on)
    rows = Organisation.objects.select_related("board").order_by("sort_name")
    if reach.wide & READERS:
        return rows
    return rows.filter(pk__in=reach.owns) | rows.filter(board__in=reach.boards)


def fills_in(user: Any, organisation: Organisation, *, on: date) -> bool:
    """Whether a person writes an organisation's plan and answers for it."""
    return organisation.pk in reach_of(user, on=on).owns


def planning(*, on: date) -> QuerySet[Organisation]:
    """Return the organisations that plan and answer: those that must have a contact person (5.6.1).

    So do the others that somebody answers for on the day.
    """
    held = Role.objects.on(on).filter(name__in=[str(name) for name in OWNERS])
    must = Q(kind__in=[str(kind) for kind in NEEDS_CONTACT_PERSON])
    rows = Organisation.objects.filter(must | Q(pk__in=held.values("organisation")), active=True)
    return rows.select_related("board").order_by("sort_name")


class Became(NamedTuple):
    """A matter that a line became. decided_sek: what was decided for it, if anything was."""

    engagement: Engagement
    decided_sek: int | None


@dataclass(frozen=True)
class PlannedRow:
    """A planned line, and what it became as far as its reader may know."""

    line: PlannedLine
    became: list[Became] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class YearPlan:
    """An organisation's year: its plan, its money, what came of it and what came beside it."""

    organisation: Organisation
    year: int
    plan: Plan | None
    standing: Standing
    rows: list[PlannedRow]
    struck: list[PlannedRow]
    unplanned: list[Became]

    @property
    def planned_sek(self) -> int:
        """What the lines are thought to cost together."""
        return sum(row.line.cost_sek or 0 for row in self.rows)

    @property
    def came(self) -> int:
        """How many of the lines have become something."""
        return sum(bool(row.became) for row in self.rows)


def of_year(organisation: Organisation, year: int, *, user: Any, on: date) -> YearPlan:
    """Return an organisation's year; the same number of queries however much there is."""
    plan = Plan.objects.filter(organisation=organisation, year=year).first()
    matters = _with_cost(visible_to(user, on=on).filter(organisation=organisation))
    became: dict[int, list[Became]] = {}
    ties = PlannedTie.objects.filter(line__plan=plan) if plan else PlannedTie.objects.none()
    for row in matters.filter(planned_tie__in=ties).select_related("planned_tie"):
        became.setdefault(row.planned_tie.line_id, []).append(_became(row))
    named = goal_names(year)
    lines = list(plan.lines.order_by("quarter", "pk")) if plan else []
    rows = [
        PlannedRow(line, became.get(line.pk, []), [named.get(code, code) for code in line.goals])
        for line in lines
    ]
    whole_year = (date(year, 1, 1), date(year, 12, 31))
    beside = matters.filter(planned_tie=None, starts_on__range=whole_year)
    unplanned = beside.exclude(status__in=[str(status) for status in NOTHING])
    return YearPlan(
        organisation,
        year,
        plan,
        frames.standings([organisation], year=year)[organisation.pk],
        [row for row in rows if row.line.struck_on is None],
        [row for row in rows if row.line.struck_on is not None],
        [_became(row) for row in unplanned.order_by("starts_on", "pk")],
    )


def _with_cost(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    decided = Decision.objects.filter(
        engagement=OuterRef("pk"), superseded_by=None, task=str(Task.DECIDES)
    ).exclude(cost_sek=None)
    found: QuerySet[Engagement] = rows.annotate(
        decided_sek=Subquery(decided.order_by("-pk").values("cost_sek")[:1])
    ).defer("search", "search_alike", "search_words")
    return found


def _became(row: Any) -> Became:
    return Became(row, row.decided_sek)


def goal_names(year: int) -> dict[str, str]:
    """Return what the goals of a year are called by code; of the newest year before, without."""
    return {row.code: str(row) for row in every_goal() if row.year <= year}


class Overview(NamedTuple):
    """An organisation's year in one line of the table of all."""

    organisation: Organisation
    standing: Standing
    plan: Plan | None
    lines: int
    planned_sek: int
    came: int


def overviews(organisations: Collection[Organisation], *, year: int) -> list[Overview]:
    """Return each organisation's year in a line: four queries for any number of them."""
    standing = frames.standings(organisations, year=year)
    lines = PlannedLine.objects.filter(struck_on=None).prefetch_related("ties")
    plans = Plan.objects.filter(organisation__in=[row.pk for row in organisations], year=year)
    found = {row.organisation_id: row for row in plans.prefetch_related(Prefetch("lines", lines))}
    rows = []
    for organisation in organisations:
        plan = found.get(organisation.pk)
        kept = list(plan.lines.all()) if plan else []
        rows.append(
            Overview(
                organisation,
                standing[organisation.pk],
                plan,
                len(kept),
                sum(line.cost_sek or 0 for line in kept),
                sum(bool(line.ties.all()) for line in kept),
            )
        )
    return rows


def sums_of(organisations: Collection[Organisation], *, year: int) -> dict[int, str]:
    """Return the SHA-256 of each plan as it stands, by organisation's key: two queries."""
    plans = Plan.objects.filter(organisation__in=[row.pk for row in organisations], year=year)
    lines = PlannedLine.objects.filter(struck_on=None).order_by("pk")
    rows = plans.prefetch_related(Prefetch("lines", lines))
    return {plan.organisation_id: _sum(plan) for plan in rows}


def _sum(plan: Plan) -> str:
    text = ledger.canonical(
        {
            "aims": plan.aims,
            "source": plan.source,
            "lines": [
                [line.kind, line.what, line.quarter, line.cost_sek, line.gives, line.goals]
                for line in plan.lines.all()
            ],
        }
    )
    return hashlib.sha256(text.encode()).hexdigest()


class Happened(NamedTuple):
    """Something that was done with a plan or its frame."""

    icon: str
    said: str
    by: Any
    at: datetime


def history_of(organisation: Organisation, year: int) -> list[Happened]:
    """Return what has been done with a year's plan and frame, the newest first."""
    own = {"organisation": organisation, "year": year}
    frames_set = Frame.history.filter(**own).select_related("history_user")
    plans = Plan.history.filter(**own).select_related("history_user")
    lines = PlannedLine.history.filter(
        plan__in=Plan.objects.filter(**own).values("pk")
    ).select_related("history_user")
    found = [
        *(_happened("wallet", _("Ramen sattes till %(sek)s"), row) for row in _last(frames_set)),
        *(_happened("file-text", _("Planens mål skrevs"), row) for row in _last(plans)),
        *(_happened("calendar", _line_said(row), row) for row in _last(lines)),
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)[:HAPPENED]


def _last(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by("-history_id")[:HAPPENED]


def _line_said(row: Any) -> str:
    if row.struck_on:
        return _("Insatsen ströks: %(what)s")
    if row.history_type == "+":
        return _("Insatsen lades till: %(what)s")
    return _("Insatsen ändrades: %(what)s")


def _happened(icon: str, said: str, row: Any) -> Happened:
    words = {"sek": kronor(getattr(row, "amount_sek", None)), "what": getattr(row, "what", "")}
    return Happened(icon, said % words, row.history_user, row.history_date)
