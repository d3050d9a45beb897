"""What a colleague must know first of a project of aid character."""

from django.utils.translation import gettext as _

from engagements.forms.choices import country_name
from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import kronor, period


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first; empty rows are left out."""
    row = engagement.aidproject
    land = country_name(row.country) if row.country else ""
    when = period(engagement.starts_on, engagement.ends_on) if engagement.starts_on else ""
    payers = [str(one.funder) for one in engagement.projectfunding_rows.order_by("place")]
    rows = [
        Brief(1, _("Motpart"), ", ".join(filter(None, [engagement.counterpart, row.city, land]))),
        Brief(1, _("Vad"), row.purpose),
        Brief(1, _("Gäller"), said(filled, "scope")),
        Brief(1, _("Tid"), str(when)),
        Brief(2, _("Nytta för Stockholm"), row.benefit_stockholm),
        Brief(2, _("Nytta för motparten"), row.benefit_counterpart),
        Brief(3, _("Hela kostnaden"), kronor(row.whole_cost_sek)),
        Brief(3, _("Varav egen arbetstid"), kronor(row.working_time_sek)),
        Brief(3, _("Betalas av"), ", ".join(filter(None, payers))),
    ]
    return [brief for brief in rows if brief.value]
