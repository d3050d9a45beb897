"""Doing the same with many matters: each by its own action, with its own record, once a key."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from engagements import lifecycle
from engagements.models import Engagement, User
from engagements.once import wait_for
from engagements.permissions import visible_to
from engagements.timeline import record
from engagements.vocabulary import RoleName
from governance import bulk
from governance.actions import advising, assigning, reminding
from governance.models import BulkRun, Verb

Picked = tuple[str, int]


@transaction.atomic
def carry_out(
    verb: Verb,
    picked: Sequence[Picked],
    *,
    key: uuid.UUID,
    room: str,
    unit: str = "",
    person: User | None = None,
    by: User,
    at: datetime,
) -> BulkRun:
    """Do one thing with each matter that still is as it was when it was picked.

    picked: number and version of each. A key that has been used gives what was done then.
    """
    wait_for(key)
    if before := BulkRun.objects.filter(key=key, by=by).first():
        return before
    numbers = [number for number, _version in picked]
    on = timezone.localdate(at)
    readable = visible_to(by, on=on).filter(number__in=numbers)
    rows = lifecycle.lock_all(readable.values_list("pk", flat=True))
    known = bulk.Known(by, rows, on=on)
    versions, reasons = dict(picked), dict.fromkeys(numbers, "gone")
    for row in rows:
        version = versions[row.number]
        to: dict[str, Any] = {"unit": unit, "person": person}
        reasons[row.number] = _one(verb, row, version=version, **to, known=known, by=by, at=at)
    return BulkRun.objects.create(
        key=key,
        verb=verb,
        room=room,
        unit=unit,
        person=person,
        results=list(reasons.items()),
        by=by,
        at=at,
    )


def _one(
    verb: Verb,
    row: Engagement,
    *,
    version: int,
    unit: str,
    person: User | None,
    known: bulk.Known,
    by: User,
    at: datetime,
) -> str:
    """Do it with one locked matter; return the reason where it isn't done."""
    if version != row.version:
        return "changed"
    to: dict[str, Any] = {"unit": unit, "person": person}
    if reason := bulk.hinder(verb, row, user=by, at=at, **to, known=known):
        return reason
    if verb == Verb.TAKE:
        advising.take(row, by=by, at=at)
    elif verb == Verb.ASSIGN:
        assert person  # noqa: S101 - the form asks for one
        assigning.assign(row, to=person, by=by, at=at)
    elif verb == Verb.HAND:
        advising.hand_over(row, unit=RoleName(unit), by=by, at=at)
    elif verb == Verb.REMIND:
        reminding.tell(row, by=by, at=at)
    else:
        record(row, "listed", by=by, at=at)
    return ""
