"""The days of a reception, for its page."""

from typing import Any

from django import template
from django.utils import timezone

from engagements.models import Engagement
from visits.reception.days import CHOOSABLE, MAY_CHOOSE, Day, days_of

register = template.Library()


@register.simple_tag(takes_context=True)
def days_of_reception(context: template.Context, engagement: Engagement) -> list[Day]:
    """Return the days that the applicant can come, with what else its reader knows of on them."""
    user: Any = context.request.user  # type: ignore[attr-defined]
    return days_of(engagement, by=user, on=timezone.localdate())


@register.simple_tag
def may_choose_day(engagement: Engagement) -> bool:
    """Whether the reader may choose one of the days now."""
    return engagement.status in CHOOSABLE and bool(MAY_CHOOSE & engagement.allowed)
