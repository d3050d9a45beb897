"""Reminding whoever holds a matter, once a day at most."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from engagements import lifecycle, outbox
from engagements.models import Engagement, User
from engagements.timeline import record
from governance import bulk


class NotPossible(Exception):
    """Nobody can be reminded of it now. The reason is a code of ``bulk.REASONS``."""


@transaction.atomic
def remind(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Tell whoever holds a matter that somebody waits for them. Raises NotPossible."""
    row = lifecycle.lock(engagement.pk)
    if reason := bulk.no_reminding(row, by=by, at=at):
        raise NotPossible(reason)
    return tell(row, by=by, at=at)


def tell(row: Engagement, *, by: User, at: datetime) -> Engagement:
    """Write a reminder down for a locked row of which somebody can be reminded."""
    event = record(row, "reminded", by=by, at=at)
    outbox.promise("notify.nudged", at=at, once=f"nudged:{event.pk}", event_id=event.pk)
    return row
