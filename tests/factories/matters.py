"""A unit at SLK that supports a matter, whatever its kind."""

from datetime import datetime

from django.utils import timezone

from engagements.models import Engagement, User
from engagements.vocabulary import AdviceKind, RoleName
from governance.actions import advising


def fresh(item: Engagement) -> Engagement:
    """Return an engagement as it stands in the database."""
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)


def supported(
    item: Engagement,
    text: str,
    *,
    clause: str,
    unit: RoleName,
    by: User,
    at: datetime | None = None,
) -> Engagement:
    """Let a unit support a matter without reservation."""
    advising.advise(
        fresh(item),
        kind=AdviceKind.SUPPORT,
        text=text,
        clauses=[clause],
        unit=unit,
        by=by,
        at=at or timezone.now(),
    )
    return fresh(item)
