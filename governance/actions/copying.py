"""Working copies: a matter that is decided for the sake of another, which it then changes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from engagements import lifecycle
from engagements.forms.rows import Table
from engagements.models import Engagement, User
from engagements.vocabulary import Status
from governance.actions import following_up


def carry_rows(table: Table, source: Engagement, target: Engagement, *, by: User) -> None:
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
