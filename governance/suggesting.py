"""What somebody may mean in the one box, while they write: only what they may see.

Nothing written gives what they worked with last; a key gives its values; else numbers, words of
matters, keys, places and counterparts that begin so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements import places, querysets
from engagements.models import Counterpart, Engagement, Organisation, Place
from engagements.permissions import visible_to
from engagements.vocabulary import Kind, Status, Term
from governance.strategy.clauses import CLAUSES

SHOWN = 5
VALUES_SHOWN = 8
SHORTEST = 2
LAST_KEY = re.compile(r'(?:^|.*\s)([^\W\d_]+):("[^"]*|\S*)$')
LAST_WORD = re.compile(r"(?:^|.*\s)(\S+)$")
NUMBER = re.compile(r"(?:INT-?)?(?:20[0-9]{2}(?:-[0-9]*)?)?", re.ASCII)


class Suggestion(NamedTuple):
    """Something to go to. about: what it is, in a few words."""

    name: str
    address: str
    about: str = ""


@dataclass(frozen=True)
class Group:
    """Suggestions of one sort, and what the sort is called."""

    title: str
    rows: list[Suggestion]


def suggested(text: str, *, user: Any, on: date) -> list[Group]:
    """Return what somebody may mean; the same number of questions, whatever there is to find."""
    rows: Any = visible_to(user, on=on)
    if not text.strip():
        return _groups((_("Dina senaste ärenden"), _matters(rows.filter(changed_by=user))))
    asked = LAST_KEY.fullmatch(text)
    if asked and (key := asked.group(1).lower()) in VALUES:
        begun = text[: asked.start(1)]
        values = VALUES[key](asked.group(2).strip('"'), user, on)
        return _groups((_("Nycklar"), _with_key(begun, key, values)))
    if len(text.strip()) < SHORTEST and not text.isdecimal():
        return []
    found: dict[Any, list[Any]] = {
        register: places.suggested(register, text, user=user, on=on)[:SHOWN]
        for register in (Place, Counterpart)
    }
    return _groups(
        (_("Ärenden"), _matters(_begun(rows, text.strip()))),
        (_("Nycklar"), _keys(text, user, on)),
        (_("Platser"), [Suggestion(str(row), row.get_absolute_url()) for row in found[Place]]),
        (
            _("Motparter"),
            [Suggestion(str(row), row.get_absolute_url()) for row in found[Counterpart]],
        ),
    )


def _groups(*found: tuple[str, list[Suggestion]]) -> list[Group]:
    return [Group(title, rows) for title, rows in found if rows]


def _matters(rows: QuerySet[Engagement]) -> list[Suggestion]:
    newest = rows.order_by("-changed_at", "-id").only("number", "title", "kind")
    return [Suggestion(row.number, row.get_absolute_url(), row.title) for row in newest[:SHOWN]]


def _begun(rows: Any, text: str) -> Any:
    """Return the matters whose number, or some of whose words, begin with a text."""
    words = Q(search_alike=querysets.like(text, ending=0))
    if NUMBER.fullmatch(text.upper()):
        return rows.filter(Q(number__startswith=_numbered(text)) | words)
    if text.isascii() and text.isdecimal():
        return querysets.search(rows, text)
    return rows.filter(words)


def _numbered(text: str) -> str:
    bare = text.upper().removeprefix("INT").removeprefix("-")
    return f"INT-{bare}"


def _keys(text: str, user: Any, on: date) -> list[Suggestion]:
    """Return the first values of a key that the last word begins."""
    last = LAST_WORD.fullmatch(text)
    if last is None or len(last.group(1)) < SHORTEST:
        return []
    word = last.group(1).casefold()
    for key, values in VALUES.items():
        if key.startswith(word):
            return _with_key(text[: last.start(1)], key, values("", user, on))[:SHOWN]
    return []


def _with_key(begun: str, key: str, values: list[tuple[str, str]]) -> list[Suggestion]:
    found = []
    for value, about in values:
        quoted = f'"{value}"' if " " in value else value
        asked = f"{begun}{key}:{quoted}"
        address = f"{reverse('search')}?{urlencode({'q': asked})}"
        found.append(Suggestion(f"{key}:{quoted}", address, about))
    return found


# What a key may be followed by: what is written, and what it is.
Values = Callable[[str, Any, date], list[tuple[str, str]]]


def _held(text: str, _user: Any, _on: date) -> list[tuple[str, str]]:
    known = [("mig", _("det som ligger hos dig")), ("andra", _("det du väntar på"))]
    return [(value, about) for value, about in known if value.startswith(text.casefold())]


def _organisations(text: str, _user: Any, _on: date) -> list[tuple[str, str]]:
    named = Q(code__istartswith=text) | Q(name_sv__icontains=text) | Q(name_en__icontains=text)
    rows = Organisation.objects.filter(named, active=True).order_by("sort_name")
    return [(row.code, str(row)) for row in rows[:VALUES_SHOWN]]


def _places(text: str, user: Any, on: date) -> list[tuple[str, str]]:
    return [(str(row), "") for row in places.suggested(Place, text, user=user, on=on)]


def _terms(terms: type[Term]) -> Values:
    def begun(text: str, _user: Any, _on: date) -> list[tuple[str, str]]:
        english = get_language() == "en"
        names = [term.en if english else term.sv for term in terms]
        fits = [name for name in names if name.casefold().startswith(text.casefold())]
        return [(name.lower(), "") for name in fits][:VALUES_SHOWN]

    return begun


def _years(text: str, _user: Any, on: date) -> list[tuple[str, str]]:
    years = (str(year) for year in range(on.year + 1, on.year - 4, -1))
    return [(year, "") for year in years if year.startswith(text)]


def _clauses(text: str, _user: Any, _on: date) -> list[tuple[str, str]]:
    asked, english = text.strip("§ ").casefold(), get_language() == "en"
    fits = (
        (name, clause.title.en if english else clause.title.sv)
        for name, clause in CLAUSES.items()
        if name.casefold().startswith(asked)
    )
    return list(fits)[:VALUES_SHOWN]


VALUES: dict[str, Values] = {
    "hos": _held,
    "nämnd": _organisations,
    "plats": _places,
    "typ": _terms(Kind),
    "status": _terms(Status),
    "år": _years,
    "paragraf": _clauses,
}
