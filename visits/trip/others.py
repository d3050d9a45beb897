"""Who else from the city goes to the same event, what came of earlier times, whose report lacks."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, F, Q, QuerySet

from engagements.models import Engagement
from engagements.vocabulary import Kind, Status
from governance import assessing
from visits.trip import events
from visits.trip.models import Traveller

# What nobody else is told of, and what will not take place.
UNTOLD = [str(Status.DRAFT), str(Status.WITHDRAWN), str(Status.REJECTED)]
AWAY = [str(Status.APPROVED), str(Status.FOLLOW_UP)]
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


def missing_reports(engagement: Engagement, *, on: date) -> int:
    """Count earlier trips of the same people that are over, due and not followed up.

    People are the same by account, else by name.
    """
    same = Q()
    for row in engagement.traveller_rows.all():
        if row.user_id:
            same |= Q(user=row.user_id)
        if row.name:
            same |= Q(name__iexact=row.name)
    if not same:
        return 0
    grace = timedelta(days=assessing.value_of("trip.report_days", on=on))
    due = Q(engagement__trip__report_due_on__lt=on) | Q(
        engagement__trip__report_due_on=None, engagement__ends_on__lt=on - grace
    )
    rows = Traveller.objects.filter(same, due, engagement__status__in=AWAY)
    rows = rows.filter(engagement__follow_up=None).exclude(engagement=engagement)
    return rows.values("engagement").distinct().count()
