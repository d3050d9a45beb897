"""Putting a matter that waits for advice in the hands of a named colleague of the unit."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle, outbox
from engagements.models import Engagement, User
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import bulk
from governance.actions.advising import NotWaiting, tell_before


class NotPossible(Exception):
    """The colleague can't have the matter."""


@transaction.atomic
def assign(
    engagement: Engagement, *, to: User, version: int | None = None, by: User, at: datetime
) -> Engagement:
    """Put a colleague's name on a matter, and tell them and who had it; the unit stays the same.

    Raises NotWaiting, NotPossible, lifecycle.StaleVersion.
    """
    row = lifecycle.lock(engagement.pk, version=version)
    if row.status != Status.ADVICE:
        raise NotWaiting(bulk.REASONS["not_waiting"])
    if reason := bulk.no_assigning(row, to=to, on=timezone.localdate(at)):
        raise NotPossible(bulk.REASONS[reason])
    before, row.ball_person = row.ball_person_id, to
    lifecycle.save(row, by=by, at=at, why=str(_("tilldelades")))
    event = record(row, "assigned", by=by, at=at, name=str(to))
    if to != by:
        key, about = f"assigned:{event.pk}", {"event_id": event.pk, "person_id": to.pk}
        outbox.promise("notify.assigned", at=at, once=key, **about)
    tell_before(event, before=before, to=to, at=at)
    return row
