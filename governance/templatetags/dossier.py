"""Who has taken the file of a matter out, and what was masked in it."""

from __future__ import annotations

from typing import Any

from django import template

from engagements.models import Engagement
from governance.dossier.masking import Hidden, short
from governance.dossier.paper import named
from governance.models import TakenOut

register = template.Library()
SHOWN = 20


@register.simple_tag
def taken_out_of(engagement: Engagement) -> list[TakenOut]:
    """Return who took the file out, the newest first, each with what was masked in words."""
    rows = engagement.taken_out.select_related("by").order_by("-pk")
    found = list(rows[:SHOWN])
    for row in found:
        row.told = [_told(mask) for mask in row.masks]  # type: ignore[attr-defined]
    return found


def _told(mask: dict[str, Any]) -> str:
    hidden = Hidden(**mask)
    section = f" ({short(hidden.section)})" if hidden.section else ""
    return f"{named(hidden)}{section}"
