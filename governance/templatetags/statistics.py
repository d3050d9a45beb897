"""What drawings of figures need: places as SVG reads them, changes and shares as people do."""

from __future__ import annotations

from collections.abc import Sized
from typing import Any

from django import template
from django.utils.translation import get_language

from engagements.templatetags.utblick import number
from governance.reports import charts

register = template.Library()


@register.filter
def plain(value: float) -> str:
    """Write a place as SVG reads it, with a point in every language."""
    return f"{value:g}"


@register.filter
def above(value: float) -> str:
    """Write the place of a text just above a line."""
    return f"{value - 4:g}"


@register.filter
def ring_y(radius: float) -> str:
    """Write the place of what stands on a ring."""
    return f"{320 - radius - 4:g}"


@register.filter
def height(rows: int | Sized) -> str:
    """Write how high so many rows of bars are."""
    return str((rows if isinstance(rows, int) else len(rows)) * charts.ROW)


@register.simple_tag
def rings() -> list[tuple[float, str]]:
    """Return the rings of distance around Stockholm."""
    return charts.rings()


@register.filter
def signed(value: int) -> str:
    """Write a change with its sign; none as 0."""
    return f"+{number(value)}" if value > 0 else number(value)


@register.filter
def share(value: Any) -> str:
    """Write a sum of shares with one decimal."""
    told = f"{float(value):,.1f}".replace(",", "\u00a0")
    return told if (get_language() or "sv").startswith("en") else told.replace(".", ",")
