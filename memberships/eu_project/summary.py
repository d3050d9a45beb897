"""What a colleague must know first of an EU project."""

from django.utils.translation import gettext as _

from engagements.forms.summary import Brief, Filled, said
from engagements.models import Engagement
from engagements.templatetags.utblick import day, kronor, period


def brief(engagement: Engagement, filled: Filled) -> list[Brief]:
    """Return what a colleague must know first; empty rows are left out."""
    row = engagement.euproject
    partners = [str(one) for one in engagement.projectpartner_rows.order_by("place")]
    when = period(engagement.starts_on, engagement.ends_on) if engagement.starts_on else ""
    after = [row.after_owner, row.after_funding, day(row.after_from)]
    rows = [
        Brief(1, _("Program"), row.programme),
        Brief(1, _("Roll"), said(filled, "role")),
        Brief(1, _("Parter"), ", ".join(partners)),
        Brief(1, _("Tid"), str(when)),
        Brief(1, _("Sista dag att ansöka"), day(row.apply_by)),
        Brief(2, _("Mål i verksamhetsplanen"), row.plan_item),
        Brief(2, _("Efter projektet"), ", ".join(filter(None, after))),
        Brief(3, _("Stadens del"), kronor(row.own_budget_sek)),
        Brief(3, _("Staden betalar"), kronor(row.cofinancing_sek)),
        Brief(3, _("Handlingar sparas till"), day(row.documents_kept_until)),
    ]
    return [brief for brief in rows if brief.value]
