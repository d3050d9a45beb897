"""How what stands in the calendar is marked: by a picture and a word, never by colour alone."""

from __future__ import annotations

from datetime import date

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from engagements.templatetags.utblick import icon
from governance.almanac import Sort
from governance.almanac.weeks import monday

register = template.Library()
LOOKS: dict[str, tuple[str, Promise | str]] = {
    Sort.VISITS: ("users", _("Besök")),
    Sort.TRIPS: ("globe", _("Resa")),
    Sort.RECEPTIONS: ("star", _("Mottagning")),
    Sort.MEETINGS: ("scale", _("Sammanträde")),
    Sort.REVIEWS: ("rotate-ccw", _("Omprövning eller slut")),
    Sort.DEADLINES: ("clock", _("Senast")),
}


@register.simple_tag
def sort_icon(sort: Sort) -> SafeString:
    """Show the picture of a sort."""
    return icon(LOOKS[sort][0])


@register.simple_tag
def sort_word(sort: Sort) -> str:
    """Say what one of a sort is called."""
    return str(LOOKS[sort][1])


@register.simple_tag(takes_context=True)
def to_week(context: template.Context, day: date) -> str:
    """Return the address of a day's week, with the filters of the page."""
    query = context["request"].GET.copy()
    query.pop("vy", None)
    query["dag"] = monday(day).isoformat()
    return f"{reverse('calendar')}?{query.urlencode()}"
