"""Places and counterparts in templates: their other names, links to them, what is asked of them."""

from typing import Any

from django import template
from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import places
from engagements.countries import country_name
from engagements.models import Counterpart, Engagement, Place, Tie

register = template.Library()


@register.filter
def country(code: str) -> str:
    """Write a country's name in the reader's language."""
    return country_name(code) if code else ""


@register.simple_tag
def other_names(row: Place | Counterpart) -> str:
    """Return the names of a row beside the one that it goes by here."""
    return ", ".join(name for name in row.names if name != str(row))


@register.simple_tag
def about(row: Place | Counterpart) -> str:
    """Tell rows apart that are called alike: where they are, what they are, their other names."""
    told = [row.where]
    if isinstance(row, Place) and row.capital:
        told.append(_("huvudstad"))
    if others := other_names(row):
        told.append(_("även %(names)s") % {"names": others})
    return ", ".join(filter(None, told))


@register.inclusion_tag("places/_ties.html")
def ties_of(engagement: Engagement) -> dict[str, Any]:
    """Link to the counterparts and places that an engagement has to do with."""
    rows = Tie.objects.select_related("counterpart", "place").order_by("pk")
    prefetch_related_objects([engagement], Prefetch("ties", rows))
    return {"ties": list(engagement.ties.all())}


@register.inclusion_tag("places/_questions.html", takes_context=True)
def ask_names(context: template.Context, engagement: Engagement) -> dict[str, Any]:
    """Ask which known place or counterpart is meant, where a name is only like one."""
    request = context["request"]
    asked = places.questions(engagement, user=request.user, on=timezone.localdate())
    back = request.path if request.method == "GET" else engagement.get_absolute_url()
    # The form's own "csrf_token" reads it from this context.
    token = context.get("csrf_token")
    return {"questions": asked, "number": engagement.number, "back": back, "csrf_token": token}
