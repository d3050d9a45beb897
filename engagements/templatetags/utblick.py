"""What every page needs: icons, and numbers, money and dates as the city writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localdate, localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from engagements.forms.base import FormMixin
from engagements.forms.choices import country_name
from engagements.forms.fields import TriStateField

register = template.Library()

NBSP = "\u00a0"
SPRITE = "img/icons.svg"
SPRITE_FILE = Path(__file__).resolve().parents[2] / "stadsinternationell" / "static" / SPRITE
THOUSANDS = re.compile(r"(?<![\d–-])\d{1,3}(?: \d{3})+(?!\d)")
AMOUNTS = re.compile(r"(?<![\d–-])\d{4,}(?= kr\b)|(?<=\bSEK )\d{4,}\b")
UNITS = re.compile(
    r"(\d) (kr|kronor|mnkr|procent|%|personer|person|gäster|dagar|dag|veckor|minuter|km|kB|MB)"
    r"(?!\w)"
)


class UnknownIcon(Exception):
    """A template names an icon that the sprite does not hold."""


@cache
def icon_names() -> frozenset[str]:
    """Return the names of the icons in the sprite."""
    return frozenset(re.findall(r'<symbol id="([^"]+)"', SPRITE_FILE.read_text("utf-8")))


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """Draw an icon; it is decoration, so the words beside it carry the meaning."""
    if name not in icon_names():
        raise UnknownIcon(f"{name!r} is not in {SPRITE}")
    return _drawn(name, css, static(SPRITE))


@lru_cache(maxsize=512)
def _drawn(name: str, css: str, sprite: str) -> SafeString:
    return format_html(
        '<svg class="ub-i{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        f" {css}" if css else "",
        sprite,
        name,
    )


@register.simple_tag
def options_of(options: Iterable[dict[str, Any]]) -> SafeString:
    """Draw the options of a list to choose from, as their widgets give them."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (str(one["value"]), flatatt(one["attrs"]) if one["attrs"] else "", one["label"])
            for one in options
        ),
    )


@register.filter
def under(cells: Iterable[Any], columns: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Give each cell of a row with its column, whose head stands beside it on a phone."""
    return zip(columns, cells, strict=False)


@register.filter
def number(value: int | None) -> str:
    """Write a whole number with non-breaking thousands: 41200 becomes "41 200"."""
    if value is None:
        return ""
    return f"{int(value):,}".replace(",", NBSP).replace("-", "\u2212")


@register.filter
def kronor(value: int | None) -> str:
    """Write whole kronor: 1900 becomes "1 900 kr"."""
    return "" if value is None else f"{number(value)}{NBSP}kr"


@register.filter
def signed_kronor(value: int | None) -> str:
    """Write a difference in kronor with its sign."""
    if value is None:
        return ""
    return f"{_sign(value)}{kronor(abs(value))}"


@register.filter
def percent(value: float) -> str:
    """Write per cent with one decimal at most, and its sign."""
    told = f"{abs(value):.1f}".removesuffix(".0")
    if not (get_language() or "sv").startswith("en"):
        told = told.replace(".", ",")
    return f"{_sign(value)}{told}{NBSP}%"


def _sign(value: float) -> str:
    if not value:
        return ""
    return "+" if value > 0 else "\u2212"


@register.filter
def country(code: str) -> str:
    """Write a country's name in the reader's language."""
    return country_name(code)


@register.filter
def sv(text: object) -> str:
    """Write amounts in running text with thousands, all bound with non-breaking spaces."""
    grouped = AMOUNTS.sub(lambda found: number(int(found[0])), str(text))
    bound = THOUSANDS.sub(lambda found: found[0].replace(" ", NBSP), grouped)
    return UNITS.sub(rf"\1{NBSP}\2", bound)


def _local(value: date | datetime) -> date | datetime:
    if isinstance(value, datetime) and is_aware(value):
        return localtime(value)
    return value


def _day(value: date | datetime) -> date:
    local = _local(value)
    return local.date() if isinstance(local, datetime) else local


@lru_cache(maxsize=4096)
def _written(on: date, pattern: str, _language: str | None) -> str:
    """Write a day once in a language: the same few stand on many rows."""
    return date_format(on, pattern).replace(" ", NBSP)


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a date in full: "24 november 2026"."""
    return "" if value is None else _written(_day(value), "j F Y", get_language())


@register.filter
def weekday(value: date | datetime | None) -> str:
    """Write a near date: "tisdag 24 november"; with its year when that is another than today's."""
    if value is None:
        return ""
    on = _day(value)
    return _written(on, "l j F" if on.year == localdate().year else "l j F Y", get_language())


@register.filter
def clock(value: datetime | None) -> str:
    """Write a time of day: "10.42" in Swedish, "10:42" in English."""
    if value is None:
        return ""
    return date_format(_local(value), "H.i" if (get_language() or "").startswith("sv") else "H:i")


@register.filter
def moment(value: datetime | None) -> str:
    """Write a date with its time: "tisdag 24 november kl. 10.42"."""
    if value is None:
        return ""
    return _("%(day)s kl. %(time)s") % {"day": weekday(value), "time": clock(value)}


@register.filter
def period(first: date | None, last: date | None) -> str:
    """Write a span of days as short as it can be said: "14–15 januari 2027"."""
    if first is None:
        return ""
    if last is None or last == first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{_written(first, 'j F', get_language())}–{day(last)}"
    return f"{day(first)}–{day(last)}"


@register.filter
def initials(person: object) -> str:
    """Return the two letters shown for a person: first and last name."""
    words = [word for word in str(person).split() if word[0].isalpha()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def distance(days: int) -> str:
    """Say how far away a day is: "i dag", "om 2 dagar", "3 dagar försenad"."""
    if days == 0:
        return _("i dag")
    if days == 1:
        return _("i morgon")
    if days > 1:
        return ngettext("om %(n)s dag", "om %(n)s dagar", days) % {"n": days}
    return ngettext("%(n)s dag försenad", "%(n)s dagar försenad", -days) % {"n": -days}


@register.inclusion_tag("components/due.html")
def due(on: date | None, today: date) -> dict[str, object]:
    """Show when something is due, seen from today; late is said in words, not by colour alone."""
    if on is None:
        return {"on": None}
    days = (on - today).days
    return {"on": on, "late": days < 0, "near": 0 <= days <= 1, "distance": distance(days)}


@register.simple_tag
def due_soon(on: date | None, today: date) -> str:
    """Say in a table's column when something is due: "i dag", "27 nov", "5 dagar försenad"."""
    if on is None:
        return "–"
    days = (on - today).days
    if days <= 1:
        return distance(days)
    return f"{on.day}{NBSP}{month(on)}"


@register.filter
def month(on: date) -> str:
    """Name a month in three letters: "dec", in English "Dec"."""
    # The library begins months with a capital in Swedish too.
    return date_format(on, "M" if get_language() == "en" else "b")


@register.inclusion_tag("components/chip.html")
def chip(text: str, kind: str = "", icon: str = "") -> dict[str, str]:
    """Show a small label; kind is ok, ask, stop, info, ib or line."""
    return {"text": text, "kind": kind, "icon": icon}


@register.inclusion_tag("components/empty.html")
def empty(title: str, text: str = "", url: str = "", verb: str = "") -> dict[str, str]:
    """Say that a list is empty, and what would fill it."""
    return {"title": title, "text": text, "url": url, "verb": verb}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page: object) -> dict[str, object]:
    """Show the pages of a list, keeping the filters in the address."""
    return {"page": page, "request": context["request"]}


@register.simple_tag
def optional(field: BoundField) -> SafeString:
    """Mark a question that may be left out; we mark those, not the ones that must be answered."""
    three_way = isinstance(field.field, TriStateField)
    asked_for = field.name in getattr(field.form, "asked_for", ())
    if field.field.required or three_way or asked_for:
        return SafeString("")
    return format_html(' <span class="ub-muted">{}</span>', _("(valfritt)"))


@register.simple_tag
def reveal(field: BoundField) -> SafeString:
    """Say under which other answer a question is asked, for js/reveal.js."""
    condition = field.form.reveal_of(field.name) if isinstance(field.form, FormMixin) else ""
    return format_html(' data-reveal="{}"', condition) if condition else SafeString("")
