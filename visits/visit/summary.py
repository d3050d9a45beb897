"""What a colleague must know first of a visit."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagements.forms.choices import country_name
from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import kronor, period


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first, in six rows; empty ones are left out."""
    visit = engagement.visit
    size = visit.delegation_size
    persons = ngettext("%(n)s person", "%(n)s personer", size or 0) % {"n": size} if size else ""
    who = [visit.requesting_organisation, visit.city, country_name(visit.country), persons]
    when = period(engagement.starts_on, engagement.ends_on)
    held = _("digitalt") if visit.digital else visit.places
    spent = ""
    if engagement.estimated_sek is not None:
        spent = ", ".join(filter(None, [kronor(engagement.estimated_sek), engagement.budget_line]))
    rank = said(filled, "head_title") or said(filled, "political_level")
    rows = [
        Brief(1, _("Delegation"), ", ".join(filter(None, who))),
        Brief(2, _("Högst i rang"), rank),
        Brief(2, _("De vill"), said(filled, "wishes")),
        Brief(2, _("Vi lär oss"), said(filled, "stockholm_learns")),
        Brief(2, _("Bidrar till"), said(filled, "goals", "directions")),
        Brief(3, _("När och var"), ", ".join(filter(None, [when, str(held)]))),
        Brief(3, _("Kostnad"), spent),
    ]
    return [row for row in rows if row.value]
