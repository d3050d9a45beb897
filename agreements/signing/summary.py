"""What a colleague must know first of an agreement."""

from typing import Any

from django.utils.translation import gettext as _

from engagements.forms.choices import country_name
from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import day


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first, in a few rows; empty ones are left out."""
    row: Any = engagement.detail
    where = country_name(row.country) if row.country else ""
    gains = sorted(engagement.partygain_rows.all(), key=lambda line: line.place)
    theirs = "; ".join(": ".join(filter(None, [line.party, line.gain])) for line in gains)
    rows = [
        Brief(1, _("Med"), ", ".join(filter(None, [engagement.counterpart, row.city, where]))),
        Brief(1, _("Kallas"), row.label),
        Brief(1, _("Inom"), row.initiative_name),
        Brief(1, _("Ämne"), ", ".join(row.themes)),
        Brief(1, _("Utbyte"), "; ".join(row.exchanges)),
        Brief(2, _("Stockholm vinner"), row.benefit_stockholm),
        Brief(2, _("De andra vinner"), theirs),
        Brief(3, _("Gäller"), _period(engagement)),
        Brief(3, _("Räckvidd"), said(filled, "scope")),
        Brief(3, _("Omprövas"), day(row.next_review_on)),
    ]
    return [one for one in rows if one.value]


def _period(engagement: Engagement) -> str:
    first, last = engagement.starts_on, engagement.ends_on
    if first and last:
        return _("%(first)s till %(last)s") % {"first": day(first), "last": day(last)}
    if first:
        return _("från %(first)s, utan sista dag") % {"first": day(first)}
    return ""
