"""What stood already when Utblick began: decided elsewhere, so nobody decides on it here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from engagements import lifecycle
from engagements.models import Engagement, User
from engagements.vocabulary import Status
from governance import ledger
from governance.insight import publishing


@transaction.atomic
def take_up(
    engagement: Engagement,
    *,
    why: str,
    said: Mapping[str, str] | None = None,
    by: User,
    at: datetime,
) -> Engagement:
    """Let a draft stand as approved, and say in the ledger that it was taken up and not decided.

    said: what the entry tells, where that is other than its days. Raises lifecycle.IllegalMove for
    what is no draft.
    """
    row = engagement
    for status in (Status.DECISION, Status.APPROVED):
        row = lifecycle.move(row, status, by=by, at=at, why=why, ball=None)
    days = {
        "starts_on": row.starts_on.isoformat() if row.starts_on else None,
        "ends_on": row.ends_on.isoformat() if row.ends_on else None,
    }
    body = {**(said or days), "at": ledger.moment(at)}
    ledger.append("taken_up", engagement=row, body=body, secret=ledger.person(by))
    publishing.publish(row, at=at)
    return row
