"""What a colleague must know first of a position."""

from django.utils.translation import gettext as _

from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import day


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first, in a few rows; empty ones are left out."""
    row = engagement.position
    spoken = ", ".join(filter(None, [row.ks_contact_by, day(row.ks_contact_on)]))
    rows = [
        Brief(1, _("Förslag"), " · ".join(filter(None, [row.process, row.reference]))),
        Brief(1, _("Läge i processen"), said(filled, "proposal_stage")),
        Brief(1, _("Till"), engagement.counterpart),
        Brief(1, _("Sista dag att få gehör"), day(row.deadline_on)),
        Brief(1, _("För staden"), said(filled, "effect")),
        Brief(1, _("Gäller"), said(filled, "scope")),
        Brief(2, _("Stadens intresse"), row.city_interest),
        Brief(2, _("EU-policyns princip"), ", ".join(row.eu_principles)),
        Brief(3, _("Samråd"), spoken),
        Brief(3, _("SLK:s besked"), row.ks_contact),
        Brief(3, _("Väg"), said(filled, "position_channel")),
    ]
    return [row for row in rows if row.value]
