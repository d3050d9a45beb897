"""What a colleague must know first of a declaration."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.declaration import burdens
from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import day


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first, in a few rows; empty ones are left out."""
    declaration = engagement.declaration
    rows = [
        Brief(1, _("Initiativtagare"), said(filled, "initiator")),
        Brief(2, _("Varför"), said(filled, "purpose")),
        Brief(2, _("Bidrar till"), said(filled, "goals", "directions")),
        Brief(3, _("Räckvidd"), said(filled, "scope")),
        Brief(3, _("Medför"), _burden(engagement)),
        Brief(3, _("Ryms i"), said(filled, "in_existing_plan")),
        Brief(4, _("Staden är med från"), day(engagement.starts_on)),
        Brief(4, _("Omprövas"), day(declaration.next_review_on)),
        Brief(4, _("Slutar gälla"), day(declaration.expires_on)),
    ]
    return [row for row in rows if row.value]


def _burden(engagement: Engagement) -> str:
    """Say what all who have answered say together, and how many have not."""
    sums = burdens.sums(burdens.table(engagement))
    told = burdens.words(sums.sek, sums.hours, bool(sums.reporting))
    if not sums.left:
        return told
    left = ngettext(
        "%(n)s verksamhet har inte svarat", "%(n)s verksamheter har inte svarat", sums.left
    ) % {"n": sums.left}
    return left if told == _("ingen ökad börda") else f"{told}. {left}"
