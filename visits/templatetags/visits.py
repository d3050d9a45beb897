"""A visit's answers, for the item page and the queue."""

from datetime import datetime
from typing import NamedTuple

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagements.lifecycle import StaleVersion
from engagements.models import Engagement
from engagements.templatetags.utblick import clock, moment
from visits.visit.summary import Brief, Part, brief, forms_of, parts

register = template.Library()


class Told(NamedTuple):
    """What is told of a visit: first what a colleague must know, then all answers by step."""

    brief: list[Brief]
    parts: list[Part]


@register.simple_tag
def visit_told(engagement: Engagement) -> Told:
    """Return what is told of a visit."""
    filled = forms_of(engagement, on=timezone.localdate())
    return Told(brief(engagement, filled), parts(filled))


@register.simple_tag
def save_line(saved_at: datetime | None, misread: int, stale: StaleVersion | None) -> str:
    """Say what became of the answers on the page: all saved, some not, or none."""
    if stale:
        return _(
            "%(who)s sparade %(when)s. Dina svar är inte sparade. "
            "Välj Spara och fortsätt för att se skillnaden."
        ) % {"who": stale.changed_by, "when": moment(stale.changed_at)}
    if misread:
        said = ngettext("Ett svar är inte sparat än", "%(n)s svar är inte sparade än", misread)
        return said % {"n": misread}
    return _("Utkast sparat kl. %(time)s") % {"time": clock(saved_at)} if saved_at else ""
