"""A matter that people talk about, with a task that waits and one that is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone

from engagements.models import Engagement, User
from engagements.vocabulary import Body, Status
from governance.actions import talking
from governance.actions.talking import Asked

SOON = timedelta(days=4)
LATELY = timedelta(days=2)


def fill(people: Mapping[str, User], *, at: datetime) -> None:
    """Let Amina and Johan talk about the first visit that waits for the unit's advice."""
    amina, johan = people["amina.lindqvist"], people["johan.ekstrom"]
    item = (
        Engagement.objects.filter(status=str(Status.ADVICE), secret=False)
        .filter(organisation__in=amina.roles.values("organisation"))
        .exclude(ball=str(Body.DELEGATION))
        .order_by("pk")
        .first()
    )
    if item is None:
        return
    before, due_on = at - LATELY, timezone.localdate(at) + SOON
    talking.comment(
        item,
        text=f"@{johan} har ni träffat den här delegationen förut? Ring gärna deras ambassad.",
        internal=True,
        mentioned=[johan],
        asked=Asked(johan, due_on),
        by=amina,
        at=before,
    )
    done = talking.give(
        item,
        what="Boka ett rum för tolv personer.",
        internal=False,
        asked=Asked(amina, due_on),
        by=amina,
        at=before,
    )
    talking.finish(done, by=amina, at=at)
    talking.give(
        item,
        what="Skriv ett förslag till program.",
        internal=False,
        asked=Asked(amina, due_on),
        by=johan,
        at=at,
    )
