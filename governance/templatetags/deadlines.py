"""Why something is due on its day, and why its days stand still."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from engagements.calendar import holidays_between
from engagements.deadlines import EVENTS, GIVEN
from engagements.models import Deadline, Engagement
from engagements.templatetags.utblick import day, due
from governance.templatetags.findings import cite

register = template.Library()
MOST_NAMED = 6


@register.inclusion_tag("components/deadline.html")
def deadline(engagement: Engagement, today: date) -> dict[str, Any]:
    """Show when an engagement is due, seen from today, or that its days stand still."""
    return due(engagement.due, today) | {"paused": paused(engagement)}


@register.simple_tag
def paused(engagement: Engagement) -> Deadline | None:
    """Return the deadline of an engagement whose days stand still. A query unless it was joined."""
    kept: Deadline | None = getattr(engagement, "deadline", None)
    return kept if kept and kept.paused_on else None


@register.inclusion_tag("components/why_due.html")
def why_due(engagement: Engagement) -> dict[str, Any]:
    """Fold out why an engagement is due on its day. A query unless the deadline was joined."""
    kept: Deadline | None = getattr(engagement, "deadline", None)
    tells = kept and kept.due and kept.due == engagement.due
    lines = why(kept) if kept and tells else []
    return {"lines": lines, "title": engagement.title}


def why(kept: Deadline) -> list[str]:
    """Return why a deadline is on its day, a sentence each; nothing where it has no reason."""
    if not kept.event:
        return []
    said = [_counted(kept)]
    if kept.days and kept.in_working_days and kept.due:
        said += _free(kept.since, kept.due)
    if kept.stood_still:
        counted = ngettext("%(n)s arbetsdag", "%(n)s arbetsdagar", kept.stood_still)
        stood = counted % {"n": kept.stood_still}
        said.append(_("Dagarna stod stilla %(days)s i väntan på svar utifrån.") % {"days": stood})
    if kept.extended_from:
        extended = {"day": day(kept.extended_from), "grounds": kept.grounds}
        said.append(_("Förlängd från %(day)s: %(grounds)s") % extended)
    return [*said, *_source(kept)]


def _counted(kept: Deadline) -> str:
    if kept.days is None:
        return str(GIVEN[kept.event])
    words = {"n": kept.days, "day": day(kept.since), "what": EVENTS[kept.event]}
    if kept.in_working_days:
        counted = ngettext(
            "%(n)s arbetsdag efter %(day)s, då %(what)s.",
            "%(n)s arbetsdagar efter %(day)s, då %(what)s.",
            kept.days,
        )
    else:
        counted = ngettext(
            "%(n)s dag efter %(day)s, då %(what)s. Är den dagen fri gäller nästa arbetsdag.",
            "%(n)s dagar efter %(day)s, då %(what)s. Är den dagen fri gäller nästa arbetsdag.",
            kept.days,
        )
    return counted % words


def _free(since: date, last: date) -> list[str]:
    """Name the free weekdays that were passed; weekends go without saying."""
    found = holidays_between(since, last, language=get_language() or "sv")
    named = [f"{name.lower()} {day(one)}" for one, name in found[:MOST_NAMED]]
    return (
        [_("Helger och fria dagar räknas inte: %(names)s.") % {"names": ", ".join(named)}]
        if (named)
        else []
    )


def _source(kept: Deadline) -> list[str]:
    if kept.source:
        if kept.days is None:
            return [format_html("{}", cite(kept.source))]
        own = _("Hur många dagar har staden valt själv.")
        return [format_html("{}. {}", cite(kept.source), own)]
    if kept.days is None:
        return []
    return [_("Strategin anger ingen tid. Hur många dagar har staden valt själv.")]
