"""A trip on its item page: who goes and what it costs, who else goes, how they travel."""

from typing import Any

from django import template
from django.utils import timezone

from engagements.models import Engagement
from engagements.permissions import ASIDE, visible_to
from visits.trip import emissions, lessons, money, others, reporting, settling
from visits.trip.models import Conference

register = template.Library()


@register.inclusion_tag("trips/_bill.html")
def trip_bill(engagement: Engagement) -> dict[str, Any]:
    """Draw who goes against what each sort of cost is for them, with sums and who pays."""
    return {"bill": money.bill_of(engagement)}


@register.inclusion_tag("trips/_others.html")
def trip_others(engagement: Engagement) -> dict[str, Any]:
    """Draw who else from the city goes, and what came of earlier times."""
    return {
        "others": others.others(engagement),
        "earlier": others.earlier(engagement),
        "own": engagement.trip.earlier_participation,
    }


@register.inclusion_tag("trips/_journey.html", takes_context=True)
def trip_journey(context: template.Context, engagement: Engagement) -> dict[str, Any]:
    """Draw how they travel, what it emits, whether it can be followed from home, and the report.

    Which reports are missing is for those who handle the request; all others read how many.
    """
    today = timezone.localdate()
    handles = engagement.allowed - ASIDE
    missing = reporting.missing(engagement, on=today)
    return {
        "trip": engagement.trip,
        "emissions": emissions.of(engagement, on=today),
        "report_due_on": reporting.due_on(engagement, on=today),
        "missing_reports": sum(one.certain for one in missing),
        "missing": _readable(context, missing) if handles else [],
    }


def _readable(
    context: template.Context, missing: list[reporting.Missing]
) -> list[tuple[reporting.Missing, bool]]:
    """Return each missing report, with whether its reader may open the matter that lacks it."""
    request: Any = getattr(context, "request", None)
    if request is None:
        return []
    keys = [one.engagement.pk for one in missing]
    seen = visible_to(request.user, on=timezone.localdate()).filter(pk__in=keys)
    open_to = set(seen.values_list("pk", flat=True))
    return [(one, one.engagement.pk in open_to) for one in missing]


@register.inclusion_tag("trips/_outcome.html")
def trip_outcome(engagement: Engagement) -> dict[str, Any]:
    """Draw what each row of cost came to, next to what was decided, and what each payer paid."""
    return {"settled": settling.settled(engagement)}


@register.inclusion_tag("trips/_learnt.html")
def trip_lessons(engagement: Engagement) -> dict[str, Any]:
    """Draw what others learnt at the same event, or in the same city."""
    event = engagement.trip.conference
    return {"learnt": lessons.near(event, apart_from=engagement) if event else []}


@register.inclusion_tag("trips/_learnt.html")
def event_lessons(event: Conference) -> dict[str, Any]:
    """Draw what others learnt at an event, or in its city."""
    return {"learnt": lessons.near(event)}


@register.filter
def kilograms(kg: int) -> str:
    """Write kilograms of carbon dioxide with their thousands apart."""
    return emissions.in_words(kg)
