"""What the public pages say of their rows."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements.countries import country_name
from engagements.labels import label
from engagements.templatetags.utblick import kronor
from engagements.vocabulary import Kind
from governance.insight.words import said
from governance.models.insight import PublicItem

register = template.Library()
register.filter("under_secrecy", said)


@register.filter
def spoken(row: object, name: str) -> str:
    """Return a column that is told in two languages, in the reader's."""
    language = "en" if (get_language() or "sv").startswith("en") else "sv"
    key = f"{name}_{language}"
    return str(row.get(key, "") if isinstance(row, dict) else getattr(row, key))


@register.filter
def told(item: PublicItem, name: str) -> str:
    """Return the title or counterpart of a matter, or the law that keeps it secret."""
    return said(item.masks[name]) if name in item.masks else str(getattr(item, name))


@register.filter
def kind_of(item: PublicItem) -> str:
    """Return what sort of matter it is."""
    return label(Kind(item.kind))


@register.filter
def land(item: PublicItem) -> str:
    """Return the country in words."""
    return country_name(item.country) if item.country else ""


@register.filter
def came_to(item: PublicItem) -> str:
    """Say what it came to, or what was decided that it may cost."""
    if "cost" in item.masks:
        return said(item.masks["cost"])
    if item.outcome_sek is not None:
        return kronor(item.outcome_sek)
    return "–" if item.decided_sek is None else kronor(item.decided_sek)


@register.filter
def mark(item: PublicItem) -> str:
    """Return the kind of chip that its outcome is shown as."""
    return {"declined": "stop", "countered": "ask", "": "line"}.get(item.outcome, "ok")


@register.filter
def newest_fee(item: PublicItem) -> str:
    """Say what a membership costs in the newest year that is told."""
    if "cost" in item.masks:
        return said(item.masks["cost"])
    fees = sorted(item.fees.all(), key=lambda fee: fee.year)
    if not fees or fees[-1].fee_sek is None:
        return _("Okänd")
    return kronor(fees[-1].fee_sek)
