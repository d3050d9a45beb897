"""What a colleague must know first of a trip."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import kronor, period


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first; empty ones are left out."""
    trip = engagement.trip
    event = trip.conference
    what = [event.name, event.place, event.when] if event else []
    goers = sorted(engagement.traveller_rows.all(), key=lambda row: row.place)
    n = len(goers)
    who = ngettext("%(n)s person", "%(n)s personer", n) % {"n": n} if n else ""
    named = ", ".join(str(row) for row in goers)
    way = _("digitalt") if trip.digital else said(filled, "means")
    spent = ""
    if engagement.estimated_sek is not None:
        spent = ", ".join(filter(None, [kronor(engagement.estimated_sek), engagement.budget_line]))
    rows = [
        Brief(1, _("Evenemang"), ", ".join(filter(None, what))),
        Brief(1, _("Deltar"), ": ".join(filter(None, [who, named]))),
        Brief(2, _("Syfte"), said(filled, "purpose")),
        Brief(2, _("Nytta"), said(filled, "benefit")),
        Brief(2, _("Stadens roll"), said(filled, "role")),
        Brief(2, _("Bidrar till"), said(filled, "goals", "directions")),
        Brief(
            3,
            _("När och hur"),
            ", ".join(filter(None, [period(engagement.starts_on, engagement.ends_on), way])),
        ),
        Brief(3, _("Kostnad för staden"), spent),
    ]
    return [row for row in rows if row.value]
