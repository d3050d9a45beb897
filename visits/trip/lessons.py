"""What others learnt at the same event, or in the same city."""

from typing import Any

from django.db.models import Case, F, IntegerField, QuerySet, Value, When

from engagements.models import Engagement
from governance import lessons
from governance.models import FollowUp
from visits.trip import events
from visits.trip.models import Conference

SHOWN = 3


def near(event: Conference, *, apart_from: Engagement | None = None) -> list[FollowUp]:
    """Return what was learnt at an event in any year, then in its city, the newest first."""
    same = [row.pk for row in events.editions_of(event)]
    rows: QuerySet[FollowUp, Any] = lessons.all_lessons().annotate(
        far=Case(
            When(engagement__trip__conference__in=same, then=Value(0)),
            default=Value(1),
            output_field=IntegerField(),
        )
    )
    of_event = rows.filter(engagement__trip__conference__in=same)
    if event.city:
        of_event |= rows.filter(engagement__trip__conference__city__iexact=event.city)
    if apart_from:
        of_event = of_event.exclude(engagement=apart_from)
    return list(of_event.order_by(F("far"), "-at", "-engagement")[:SHOWN])
