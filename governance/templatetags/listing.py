"""The heads of a list, and the way to its files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from governance.reports import listing

register = template.Library()


@register.simple_tag
def heads(name: str) -> Sequence[listing.Shown]:
    """Return the columns of a list."""
    return _columns(name, get_language() or "sv")


@cache
def _columns(name: str, _language: str) -> Sequence[listing.Shown]:
    """Put the columns together once for a language: they are words, and no rows."""
    return listing.LISTINGS[name].columns()


@register.inclusion_tag("components/files.html", takes_context=True)
def files(context: template.Context, name: str, **also: str) -> dict[str, Any]:
    """Offer the list as files: what the address asks for, all pages. also: what its path says."""
    given = context["request"].GET.copy()
    given.update(also)
    asked = listing.without_page(given)
    ending = f"?{asked}" if asked else ""
    return {
        "files": [
            (wanted, reverse("list_file", args=[name, wanted]) + ending)
            for wanted in ("xlsx", "csv")
        ]
    }
