"""What the item page shows of a membership beside what all kinds have."""

from django import template
from django.utils import timezone

from engagements.models import Engagement
from memberships.forms import ClassifyForm
from memberships.membership.sheet import Sheet, sheet_of

register = template.Library()


@register.simple_tag
def membership_sheet(engagement: Engagement) -> Sheet:
    """Return what was done and what it cost."""
    return sheet_of(engagement, on=timezone.localdate())


@register.simple_tag
def classify_form() -> ClassifyForm:
    """Return the form in which SLK says what it is."""
    return ClassifyForm(auto_id="form-%s")
