"""The tables of parties and of who pays, and the facts that they become."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext, gettext_lazy

from engagements.forms import choices
from engagements.forms.fields import AmountField
from engagements.forms.rows import Table
from engagements.models import Engagement, Organisation
from governance.strategy.facts.rows import Funding, Partner
from memberships.project.models import ProjectFunding, ProjectPartner
from memberships.project.questions import FUNDING_LABELS, PARTNER_LABELS


def _of_partner(engagement: Engagement, column: str, field: forms.Field) -> forms.Field | None:
    """Offer every country, and every organisation of the city."""
    if column == "country":
        return forms.ChoiceField(choices=choices.countries, required=False, label=field.label)
    if column == "body" and isinstance(field, forms.ModelChoiceField):
        kept = engagement.__dict__
        if "_city" not in kept:
            rows = Organisation.objects.filter(active=True).order_by("sort_name")
            kept["_city"] = [("", gettext("Nej")), *((row.pk, str(row)) for row in rows)]
        field.choices = kept["_city"]
    return None


def _of_funding(_engagement: Engagement, column: str, field: forms.Field) -> forms.Field | None:
    """Ask for an amount as one of money, which may be large."""
    if column == "sek":
        return AmountField(label=field.label, required=False)
    return None


PARTNERS = Table(
    "partners",
    ProjectPartner,
    gettext_lazy("Part"),
    (("name", "sector"), ("country", "body")),
    PARTNER_LABELS,
    least=2,
    most=40,
    prepare=_of_partner,
)
FUNDING = Table(
    "funding",
    ProjectFunding,
    gettext_lazy("Finansiering"),
    (("funder", "sek"), ("own_group",)),
    FUNDING_LABELS,
    least=2,
    prepare=_of_funding,
)


def partners(engagement: Engagement) -> tuple[Partner, ...]:
    """Return the parties as facts."""
    rows = engagement.projectpartner_rows.select_related("body__board").order_by("place")
    return tuple(
        Partner(
            name=row.name or None,
            sector=row.sector or None,
            country=row.country or None,
            body=row.body.deciding_code if row.body else None,
        )
        for row in rows
    )


def funding(engagement: Engagement) -> tuple[Funding, ...]:
    """Return who pays what as facts."""
    rows = engagement.projectfunding_rows.order_by("place")
    return tuple(
        Funding(funder=row.funder or None, sek=row.sek, own_group=row.own_group) for row in rows
    )


def own_sek(engagement: Engagement) -> int | None:
    """Return what the city's own group pays; None while no row says."""
    rows = engagement.projectfunding_rows.filter(own_group=True, sek__isnull=False)
    amounts = [sek or 0 for sek in rows.values_list("sek", flat=True)]
    return sum(amounts) if amounts else None
