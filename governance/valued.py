"""What the values that rules read are called, and what one is in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements.templatetags.utblick import kronor
from engagements.vocabulary import Kind
from governance.strategy import Value


def area_of(key: str) -> str:
    """Return what the values of a key's first part are about: a kind, moderation, or all."""
    first = key.partition(".")[0]
    if first in set(Kind):
        return Kind(first).label(get_language() or "sv")
    return _("Måttfullhet") if first == "moderation" else _("Gemensamt")


def title_of(known: Value) -> str:
    """Return what a value is called; its key when it has no other name."""
    return known.title.get(get_language() or "sv") if known.title else known.key


def shown(known: Value, value: Any) -> str:
    """Return a value in words."""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    return kronor(value) if known.key.endswith("_sek") else str(value)
