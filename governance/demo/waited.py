"""A matter whose days stand still while an outsider answers, and one that got more days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from engagements.calendar import add_working_days
from engagements.models import Engagement, User
from engagements.vocabulary import Body, Status
from governance.actions import deadlines

MORE_DAYS = 5
GROUNDS = "Nämnden tar upp frågan först vid sitt nästa möte."


def fill(people: Mapping[str, User], *, at: datetime) -> None:
    """Pause the first visit that Amina holds, and give the next matter more days."""
    amina, johan = people["amina.lindqvist"], people["johan.ekstrom"]
    waiting = _waiting(at=at)
    own = waiting.filter(organisation__in=amina.roles.values("organisation")).first()
    if own:
        deadlines.pause(own, who=own.counterpart or "Oslo kommune", by=amina, at=at)
    # What stands still is due on no day, so the first that is left is another.
    late = waiting.first()
    if late and late.due:
        to = add_working_days(late.due, MORE_DAYS)
        deadlines.extend(late, to=to, grounds=GROUNDS, by=johan, at=at)


def _waiting(*, at: datetime) -> QuerySet[Engagement]:
    """Return what waits for its receiver, with days left."""
    return Engagement.objects.filter(
        status=str(Status.DECISION),
        ball=str(Body.RECEIVING_BODY),
        due__gt=timezone.localdate(at),
        secret=False,
    ).order_by("due", "pk")
