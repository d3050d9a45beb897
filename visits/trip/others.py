"""Who else from the city goes to the same event, and what came of earlier times."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Count, F, QuerySet

from engagements.models import Engagement
from engagements.vocabulary import Kind, Status
from visits.trip import events

# What nobody else is told of, and what will not take place.
UNTOLD = [str(Status.DRAFT), str(Status.WITHDRAWN), str(Status.REJECTED)]
SHOWN = 5


class Other(NamedTuple):
    """Another request to the same event. people: how many go."""

    engagement: Engagement
    people: int


class Earlier(NamedTuple):
    """An earlier time at the same event. learnt: what its follow-up says."""

    engagement: Engagement
    learnt: str


def others(engagement: Engagement) -> list[Other]:
    """Return the other requests to the same event, those that are told of."""
    event = engagement.trip.conference_id
    if event is None:
        return []
    rows = (
        _told_of(engagement)
        .filter(trip__conference=event)
        .annotate(people=Count("traveller_rows"))
        .order_by("organisation__sort_name", "pk")
    )
    return [Other(row, row.people) for row in rows]


def others_from_city(engagement: Engagement) -> str:
    """Return who else goes, as the strategy is told: each organisation with its number."""
    going: dict[str, int] = {}
    for other in others(engagement):
        name = other.engagement.organisation.name_sv
        going[name] = going.get(name, 0) + other.people
    return ", ".join(f"{name} ({people})" if people else name for name, people in going.items())


def earlier(engagement: Engagement) -> Sequence[Earlier]:
    """Return earlier times at the same event, or one of the same name, the newest first."""
    event = engagement.trip.conference
    if event is None:
        return []
    before = event.opens_on or engagement.starts_on
    editions = events.editions_of(event).values_list("pk", flat=True)
    rows = _told_of(engagement).filter(trip__conference__in=list(editions))
    if before:
        rows = rows.filter(ends_on__lt=before)
    found = rows.annotate(learnt=F("follow_up__learnt")).order_by("-starts_on", "-pk")[:SHOWN]
    return [Earlier(row, row.learnt or "") for row in found]


def _told_of(engagement: Engagement) -> QuerySet[Engagement]:
    rows = Engagement.objects.filter(kind=str(Kind.TRIP), secret=False).exclude(status__in=UNTOLD)
    return rows.exclude(pk=engagement.pk).select_related("organisation")
