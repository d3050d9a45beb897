"""Rows written and deleted with who did it, and when, in their history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar, cast

from django.db.models import Model

from engagements.models import User

Row = TypeVar("Row", bound=Model)


def save(row: Row, *, by: User | None, at: datetime, why: str = "") -> Row:
    """Write a row with its history."""
    _note(row, by=by, at=at, why=why)
    row.save()
    return row


def write(
    row: Row,
    answers: Mapping[str, Any],
    *,
    by: User,
    at: datetime,
    then: Callable[[Row], None] | None = None,
) -> Row:
    """Write a new row with who made it, or what is changed in one; nothing where nothing is.

    then: what follows from the answers, before they are saved. The caller is in a transaction.
    """
    kept: Any = row
    if row.pk:
        kept = type(row)._default_manager.select_for_update().get(pk=row.pk)
        if all(getattr(kept, name) == value for name, value in answers.items()):
            return cast("Row", kept)
    else:
        kept.by, kept.at = by, at
    for name, value in answers.items():
        setattr(kept, name, value)
    if then:
        then(kept)
    return save(cast("Row", kept), by=by, at=at)


def delete(row: Model, *, by: User, at: datetime) -> None:
    """Delete a row; that it was there stays in its history."""
    _note(row, by=by, at=at, why="")
    row.delete()


def _note(row: Any, *, by: User | None, at: datetime, why: str) -> None:
    row._history_user, row._history_date = by, at
    row._change_reason = why[:100] or None
