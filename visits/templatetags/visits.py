"""A visit's answers, for the item page and the queue."""

from django import template
from django.utils import timezone

from engagements.models import Engagement
from visits.summary import Brief, Part, brief, forms_of, parts

register = template.Library()


@register.simple_tag
def visit_parts(engagement: Engagement) -> list[Part]:
    """Return the answered questions, step by step."""
    return parts(forms_of(engagement, on=timezone.localdate()))


@register.simple_tag
def visit_brief(engagement: Engagement) -> list[Brief]:
    """Return what a colleague must know first."""
    return brief(engagement, on=timezone.localdate())
