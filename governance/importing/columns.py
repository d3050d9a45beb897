"""What a kind takes from a spreadsheet: its columns, how each is read, what a row becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from django.utils.translation import gettext as _

from engagements.countries import is_country
from engagements.forms.base import Words
from engagements.forms.choices import countries, names_of_country
from engagements.labels import label
from engagements.models import Engagement, Organisation, User
from engagements.vocabulary import Term

FIRST_DAY = date(1899, 12, 30)
FIRST_YEAR, LAST_YEAR = 1850, 2100
DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%d.%m.%Y", "%Y%m%d", "%Y-%m-%d %H:%M:%S")
YES, NO = {"ja", "j", "x", "yes", "true", "sant", "1"}, {"nej", "n", "no", "false", "falskt", "0"}


class Misread(Exception):
    """A value that its column can't be; the sentence says why."""


Read = Callable[[str], Any]


@dataclass(frozen=True)
class Column:
    """A column of the template. read: what its text means; raises Misread. also: other headings."""

    name: str
    title: Words
    meaning: Words
    read: Read
    needed: bool = False
    also: tuple[str, ...] = ()
    example: str = ""


class Save(Protocol):
    """Makes what a row tells, as something that is there already: returns its engagement."""

    def __call__(
        self, answers: Mapping[str, Any], *, organisation: Organisation, by: User, at: datetime
    ) -> Engagement: ...


@dataclass(frozen=True)
class Importable:
    """A kind that can be read in. key: the columns that tell one from another.

    known: the keys of what an organisation has already, as ``key_of`` gives them. check: what is
    wrong with a row as a whole, by column, or nothing.
    """

    kind: str
    slug: str
    title: Words
    about: Words
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    known: Callable[[Organisation], set[tuple[str, ...]]]
    save: Save
    check: Callable[[Mapping[str, Any], date], dict[str, str]]

    def key_of(self, answers: Mapping[str, Any]) -> tuple[str, ...]:
        """Return what tells a row from others, however it is spelled."""
        return key(answers.get(name) for name in self.key)


REGISTRY: dict[str, Importable] = {}


def register(importable: Importable) -> None:
    """Let a kind be read in; called from an app's ``ready``."""
    REGISTRY[importable.slug] = importable


def key(values: Any) -> tuple[str, ...]:
    """Return values as they are compared."""
    return tuple(" ".join(str(value or "").casefold().split()) for value in values)


def put(row: Any, answers: Mapping[str, Any], names: Iterable[str]) -> None:
    """Set the columns that a line of a sheet answers; what it leaves empty stays as it is."""
    for name in names:
        if answers[name] is not None:
            setattr(row, name, answers[name])


def folded(heading: str) -> str:
    """Return a heading as it is compared."""
    return re.sub(r"[\W_]+", " ", heading.casefold()).strip()


def guessed(
    importable: Importable, headings: list[str], remembered: Mapping[str, str]
) -> dict[str, int]:
    """Return which place each column has: as it was chosen last time, or by its heading."""
    found: dict[str, int] = {}
    names = {
        folded(said): column.name
        for column in importable.columns
        for said in (str(column.title), column.name, *column.also)
    }
    for place, heading in enumerate(headings):
        name = remembered.get(folded(heading), names.get(folded(heading), ""))
        if name and name not in found:
            found[name] = place
    return found


def text(longest: int) -> Read:
    """Read text of at most so many signs."""

    def read(value: str) -> str:
        if len(value) > longest:
            raise Misread(_("Skriv högst %(most)s tecken") % {"most": longest})
        return value

    return read


def listed(longest: int) -> Read:
    """Read what stands between semicolons or on lines of its own, each of at most so many signs."""
    read_one = text(longest)

    def read(value: str) -> list[str]:
        return [read_one(one.strip()) for one in re.split(r"[;\n]", value) if one.strip()]

    return read


def day(value: str) -> date:
    """Read a day, or a year, which is its first day."""
    if re.fullmatch(r"\d{4}", value) and FIRST_YEAR <= int(value) <= LAST_YEAR:
        return date(int(value), 1, 1)
    if re.fullmatch(r"\d{5}(\.\d+)?", value):
        return FIRST_DAY + timedelta(days=int(float(value)))
    for pattern in DAYS:
        try:
            found = datetime.strptime(value, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    raise Misread(_("Skriv ett datum som 2012-05-31, eller bara året"))


def whole(value: str) -> int:
    """Read a whole number, in kronor or persons."""
    bare = re.sub(r"[\s\u00a0]|kr$|:-$", "", value)
    if not re.fullmatch(r"\d{1,9}", bare):
        raise Misread(_("Skriv ett heltal med siffror"))
    return int(bare)


def yes_or_no(value: str) -> bool:
    """Read yes or no."""
    said = value.casefold()
    if said not in YES | NO:
        raise Misread(_("Skriv ja eller nej"))
    return said in YES


def country(value: str) -> str:
    """Read a country by its name in Swedish or English, or its code."""
    if len(value) == 2 and is_country(value.upper()):
        return value.upper()
    wanted = value.casefold()
    for code, _name in countries():
        if code and wanted in (name.casefold() for name in names_of_country(code)):
            return str(code)
    raise Misread(_("Landet finns inte i listan. Skriv namnet på svenska eller engelska"))


def one_of(terms: type[Term]) -> Read:
    """Read a word of a vocabulary, by what it is called."""

    def read(value: str) -> str:
        wanted = value.casefold()
        for term in terms:
            if wanted in (str(term), term.label("sv").casefold(), term.label("en").casefold()):
                return str(term)
        offered = ", ".join(label(term) for term in terms)
        raise Misread(_("Välj något av: %(offered)s") % {"offered": offered})

    return read
