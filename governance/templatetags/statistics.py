"""What drawings of figures need: places as SVG reads them, changes and shares as people do.

Rows of figures are written here: a page has hundreds, and each has its links and the heads that
stand beside its cells on a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements.templatetags.utblick import number
from governance.reports import charts
from governance.reports.shown import Seen
from governance.reports.statistics import Figure

register = template.Library()

NAMED = '<tr><th scope="row">{}</th>{}</tr>'
UNDER = '<td class="r" data-head="{}">{}</td>'
CELL = '<td class="r">{}</td>'
LINK = '<a href="{}">{}</a>'


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


def signed(value: int) -> str:
    """Write a change with its sign; none as 0."""
    return f"+{number(value)}" if value > 0 else number(value)


def share(value: Any) -> str:
    """Write a sum of shares with one decimal."""
    told = f"{float(value):,.1f}".replace(",", "\u00a0")
    return told if (get_language() or "sv").startswith("en") else told.replace(".", ",")


@register.simple_tag
def figures(named: Iterable[tuple[str, Figure]], *, shared: bool = False) -> SafeString:
    """Write rows of figures: its name, now, the year before, the change. shared: by shares too."""
    texts = (_("Antal"), _("Året före"), _("Förändring"), _("Andel"), _("Andel, året före"))
    now, before, change, part, part_before = (escape(text) for text in texts)

    def cells(row: Figure) -> str:
        found = _under(now, row.url, number(row.now))
        found += _under(before, row.url_before, number(row.before))
        found += UNDER.format(change, signed(row.change))
        if shared:
            found += _under(part, row.url, share(row.sum_now))
            found += _under(part_before, row.url_before, share(row.sum_before))
        return found

    return SafeString("".join(NAMED.format(escape(name), cells(row)) for name, row in named))


def _under(head: str, url: str, told: str) -> str:
    return UNDER.format(head, LINK.format(escape(url), told))


@register.simple_tag
def places(seen: Iterable[Seen]) -> SafeString:
    """Write rows of places: how far away each is, now, the year before."""
    unknown = escape(_("okänt"))

    def cells(row: Seen) -> Iterator[str]:
        yield unknown if row.km is None else f"{number(row.km)} km"
        yield LINK.format(escape(row.figure.url), number(row.figure.now))
        yield LINK.format(escape(row.figure.url_before), number(row.figure.before))

    return SafeString(
        "".join(
            NAMED.format(escape(row.name), "".join(CELL.format(told) for told in cells(row)))
            for row in seen
        )
    )
