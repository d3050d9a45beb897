"""A trip on its item page: who goes and what it costs, who else goes, how they travel."""

from typing import Any

from django import template
from django.utils import timezone

from engagements.models import Engagement
from visits.trip import emissions, money, others
from visits.trip.facts import report_due_on

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


@register.inclusion_tag("trips/_journey.html")
def trip_journey(engagement: Engagement) -> dict[str, Any]:
    """Draw how they travel, what it emits, whether it can be followed from home, and the report."""
    today = timezone.localdate()
    return {
        "trip": engagement.trip,
        "emissions": emissions.of(engagement, on=today),
        "report_due_on": report_due_on(engagement, on=today),
        "missing_reports": others.missing_reports(engagement, on=today),
    }


@register.filter
def kilograms(kg: int) -> str:
    """Write kilograms of carbon dioxide with their thousands apart."""
    return emissions.in_words(kg)
