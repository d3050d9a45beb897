"""Working copies: a matter that is decided for the sake of another, which it then changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import lifecycle, wording
from engagements.forms.rows import Table
from engagements.models import Engagement, User
from engagements.registration import set_taking_part
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import ledger
from governance.actions import drafting, following_up
from governance.insight import publishing

# What a matter of any kind answers, and hands on.
CARRIED = (
    "counterpart",
    "goals",
    "goal_contribution",
    "sdgs",
    "sdg_how",
    "directions",
    "qualities",
    "audiences",
    "cooperation_purposes",
    "partner_sectors",
    "initiative",
    "touches_foreign_policy",
    "starts_on",
    "ends_on",
    "budget_line",
    "estimated_sek",
    "working_hours",
    "in_operational_plan",
)


def carry(
    source: Engagement,
    target: Engagement,
    *,
    own: Sequence[str],
    rows: Sequence[Table],
    left_out: Sequence[str] = (),
    by: User,
) -> None:
    """Set one matter's answers on another of its kind; whoever calls saves the two.

    own: the columns of its detail that are handed on; rows: its tables.
    """
    for name in own:
        if name not in left_out:
            setattr(target.detail, name, getattr(source.detail, name))
    for name in CARRIED:
        if name not in left_out:
            setattr(target, name, getattr(source, name))
    touched = [part.organisation for part in source.taking_part.select_related("organisation")]
    set_taking_part(target, touched, by=by)
    for table in rows:
        _carry_rows(table, source, target, by=by)


def save(draft: Engagement, *, by: User, at: datetime) -> Engagement:
    """Save a working copy with its detail, and with what the strategy says of it."""
    return drafting.save_judged(draft, draft.detail, by=by, at=at)


def take_effect(copy: Engagement, whole: Engagement, *, by: User, at: datetime) -> Engagement:
    """Save a matter that an approved copy has changed, tell of it, and close the copy."""
    detail: Any = whole.detail
    save_detail(detail, by=by)
    wording.keep([detail])
    whole.search_words = detail.found_by
    whole = lifecycle.save(whole, by=by, at=at, why=copy.number)
    ledger.append(
        "amended",
        engagement=copy,
        body={
            "of": whole.number,
            "ends_on": whole.ends_on.isoformat() if whole.ends_on else None,
            "at": ledger.moment(at),
        },
        secret=ledger.person(by),
    )
    record(whole, "amended", by=by, at=at, number=copy.number)
    for changed in (detail, *detail.amendments.exclude(came_of={})):
        publishing.publish(changed.engagement, at=at)
    return close(copy, why=str(_("ändringen gäller")), by=by, at=at)


def save_detail(row: Any, *, by: User) -> None:
    """Save a matter's own row with its history."""
    row._history_user = by
    row.save()


def _carry_rows(table: Table, source: Engagement, target: Engagement, *, by: User) -> None:
    """Make the lines of a table the same, place by place."""
    there = {row.place: row for row in table.model._default_manager.filter(engagement=target)}
    for row in table.model._default_manager.filter(engagement=source):
        line: Any = there.pop(row.place, None) or table.model(engagement=target, place=row.place)
        for column in table.columns:
            setattr(line, column, getattr(row, column))
        line._history_user = by
        line.save()
    for line in there.values():
        line._history_user = by
        line.delete()


def close(copy: Engagement, *, why: str, by: User, at: datetime) -> Engagement:
    """Close an approved copy: what it came to is told when the matter that it changed ends."""
    row, today = lifecycle.lock(copy.pk), timezone.localdate(at)
    for name, _step in following_up.STEPS:
        setattr(row, name, getattr(row, name) or today)
    row = lifecycle.save(row, by=by, at=at, why="")
    lifecycle.move(row, Status.FOLLOW_UP, by=by, at=at, why=why, ball=None)
    return following_up.close(row, by=by, at=at)
