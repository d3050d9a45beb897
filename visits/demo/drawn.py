"""What matters of years gone by have alike: when each thing happened, where an answer belongs."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from engagements.models import Engagement


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a time of a day."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def handled(draw: random.Random, day: date, *, ahead: int) -> dict[str, Any]:
    """Return when a matter was registered, handed in and decided."""
    registered = day - timedelta(days=ahead)
    decided = registered + timedelta(days=draw.randint(3, 12))
    return {
        "registered": at(registered, draw.randint(8, 15), draw.randrange(60)),
        "submitted": at(registered, 16, draw.randrange(60)),
        "decided": at(decided, draw.randint(8, 15), draw.randrange(60)),
    }


def over(draw: random.Random, last: date) -> dict[str, Any]:
    """Return when it was over, and followed up."""
    after = last + timedelta(days=1)
    return {"over": at(after, 8), "closed": at(after + timedelta(days=draw.randint(4, 24)), 14)}


def put(engagement: Engagement, detail: Any, answers: dict[str, Any]) -> None:
    """Write answers on a matter that is not saved: each where its column is."""
    own = {column.name for column in detail._meta.get_fields()}
    for name, value in answers.items():
        setattr(detail if name in own else engagement, name, value)
