"""A visit's answers, for the item page."""

from django import template
from django.utils import timezone

from engagements.models import Engagement
from visits.summary import Part, forms_of, parts

register = template.Library()


@register.simple_tag
def visit_parts(engagement: Engagement) -> list[Part]:
    """Return the answered questions, step by step."""
    return parts(forms_of(engagement, on=timezone.localdate()))
