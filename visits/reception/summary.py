"""What a colleague must know first of a reception."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import kronor, period
from visits.reception.models import Reception


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first, in seven rows; empty ones are left out."""
    rows = [
        Brief(1, _("Sökande"), engagement.counterpart),
        Brief(1, _("Evenemang"), _event(engagement.reception, filled)),
        Brief(1, _("Gäster"), _guests(engagement.reception)),
        Brief(2, _("Syfte"), said(filled, "purpose")),
        Brief(2, _("Bidrar till"), said(filled, "goals", "directions")),
        Brief(3, _("Kvällen"), _evening(engagement, filled)),
        Brief(3, _("Värdskap"), _hosting(engagement.reception)),
        Brief(3, _("Kostnad"), _cost(engagement)),
    ]
    return [row for row in rows if row.value]


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _event(reception: Reception, filled: Filled) -> str:
    days = ""
    if reception.event_starts_on:
        days = period(reception.event_starts_on, reception.event_ends_on)
    kind = said(filled, "event_kind").lower() if reception.event_kind else ""
    return _joined(reception.event, kind, days)


def _guests(reception: Reception) -> str:
    if reception.guests is None:
        return ""
    persons = ngettext("%(n)s gäst", "%(n)s gäster", reception.guests) % {"n": reception.guests}
    if reception.foreign_share is None:
        return persons
    return _joined(persons, _("%(n)s procent från utlandet") % {"n": reception.foreign_share})


def _evening(engagement: Engagement, filled: Filled) -> str:
    reception: Reception = engagement.reception
    day = period(engagement.starts_on, None) if engagement.starts_on else ""
    hours = ""
    if reception.hours is not None:
        hours = ngettext("%(n)s timme", "%(n)s timmar", reception.hours) % {"n": reception.hours}
    serving = said(filled, "serving").lower() if reception.serving else ""
    return _joined(day, hours, serving)


def _hosting(reception: Reception) -> str:
    shared = ""
    if reception.shared_with:
        shared = _("delas med %(name)s") % {"name": reception.shared_with}
    return _joined(reception.city_host, shared)


def _cost(engagement: Engagement) -> str:
    if engagement.estimated_sek is None:
        return ""
    reception: Reception = engagement.reception
    others = ""
    if reception.external_share:
        share = {"n": reception.external_share, "name": reception.funder or _("någon annan")}
        others = _("%(n)s procent betalas av %(name)s") % share
    each = ""
    if reception.guests:
        sek = kronor(round(engagement.estimated_sek / reception.guests))
        each = _("%(sek)s per gäst") % {"sek": sek}
    return _joined(kronor(engagement.estimated_sek), each, engagement.budget_line, others)
