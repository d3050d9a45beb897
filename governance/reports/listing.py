"""Lists as they are on screen, and the same rows, columns and order as files.

A list describes itself once: its columns, and the rows that an address asks for. The screen draws
its heads from the columns and its page from the rows; a file is all of the rows. An app registers
its lists in ``ready``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, Protocol

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone, translation

from engagements.forms.base import Words
from engagements.models import User
from governance.reports import registry, stored
from governance.reports.files import harmless
from governance.reports.table import Cell, Column, Report, Table

NAME = "lista"
BATCH = 500
# A workbook with more rows than this is made by the worker.
AT_ONCE = 2_000
# What an address says of the page alone; a file has all pages.
PAGING = ("efter", "sida")


Said = Callable[[Any], Cell] | stored.Said


@dataclass(frozen=True)
class Part:
    """One value of a row: what it is called in a file, and how it is read.

    cell: from the row; or an expression by which the database says it, in a list whose every
    part has one and whose rows are shown as they are.
    """

    title: str
    cell: Said


@dataclass(frozen=True)
class Shown:
    """A column on screen: its head, its class, and the values that stand in it."""

    title: str
    parts: tuple[Part, ...]
    css: str = ""


def shown(title: str, cell: Said, *also: Part, css: str = "") -> Shown:
    """Return a column with one value, and others that stand beside it in the same cell."""
    return Shown(title, (Part(title, cell), *also), css)


Rows = QuerySet[Any] | Sequence[Any]


def as_they_are(rows: Sequence[Any]) -> Iterable[Any]:
    """Show rows as they were read."""
    return rows


@dataclass(frozen=True)
class Chosen:
    """The rows that an address asks for, in order. shows: makes some of them what the screen has.

    last: rows below all others, as a sum. then: a second list under the first.
    """

    rows: Rows
    shows: Callable[[Sequence[Any]], Iterable[Any]] = as_they_are
    last: Sequence[Any] = ()
    then: Rows = ()

    def all(self) -> Iterator[Any]:
        """Give every row as the screen has it, in constant memory."""
        for rows in (self.rows, self.then):
            read = rows.iterator(BATCH) if isinstance(rows, QuerySet) else iter(rows)
            while batch := list(islice(read, BATCH)):
                yield from self.shows(batch)
        yield from self.last

    def stored(self) -> list[QuerySet[Any]]:
        """Return the rows of a list that the database says by itself.

        Raises TypeError where some are no rows of the database.
        """
        found = [rows for rows in (self.rows, self.then) if isinstance(rows, QuerySet)]
        if len(found) < (2 if self.then else 1) or self.last or self.shows is not as_they_are:
            raise TypeError
        return found

    @property
    def count(self) -> int:
        """How many rows there are."""
        counted = [
            rows.count() if isinstance(rows, QuerySet) else len(rows)
            for rows in (self.rows, self.then)
        ]
        return sum(counted) + len(self.last)


class Choose(Protocol):
    """What an address asks for of a list, as far as its reader may see.

    Raises BadRequest for what is no such address, Http404 for who has no such list.
    """

    def __call__(self, asked: QueryDict, /, *, by: Any, on: date) -> Chosen: ...


@dataclass(frozen=True)
class Listing:
    """A list. page: the name of its address."""

    title: Words
    page: str
    columns: Callable[[], Sequence[Shown]]
    choose: Choose


LISTINGS: dict[str, Listing] = {}


def register(
    name: str,
    *,
    title: Words,
    page: str,
    columns: Callable[[], Sequence[Shown]],
    choose: Choose,
) -> None:
    """Make a list known. name: as addresses say it."""
    LISTINGS[name] = Listing(title, page, columns, choose)


def without_page(asked: QueryDict) -> str:
    """Return what an address asks for, whatever page it is on."""
    kept = asked.copy()
    for name in PAGING:
        kept.pop(name, None)
    return kept.urlencode()


def heads(listing: Listing) -> list[Column]:
    """Return the columns of a list's file: every value under a name of its own."""
    return [Column(part.title) for column in listing.columns() for part in column.parts]


def _by_database(listing: Listing) -> list[stored.Said]:
    """Return what the database says of each row; nothing where only the row itself can say it."""
    said = [part.cell for column in listing.columns() for part in column.parts]
    by_database = [cell for cell in said if isinstance(cell, stored.Said)]
    return by_database if len(by_database) == len(said) else []


def cells(listing: Listing, chosen: Chosen) -> Iterator[Sequence[Cell]]:
    """Give every row of a list as cells."""
    if said := _by_database(listing):
        for rows in chosen.stored():
            yield from stored.rows_of(rows, said)
        return
    parts: list[Any] = [part.cell for column in listing.columns() for part in column.parts]
    for row in chosen.all():
        yield [cell(row) for cell in parts]


def csv_lines(listing: Listing, chosen: Chosen, language: str) -> Iterator[str]:
    """Give a list as CSV, many lines at a time, as Swedish Excel reads it."""
    with translation.override(language):
        yield "\ufeff" + _lines([[column.title for column in heads(listing)]])
        if said := _by_database(listing):
            for rows in chosen.stored():
                yield from stored.csv_of(rows, said)
            return
        read = cells(listing, chosen)
        while batch := list(islice(read, BATCH)):
            yield _lines(batch)


def _lines(rows: Iterable[Sequence[Cell]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([harmless(value) for value in row] for row in rows)
    return text.getvalue()


def report_of(listing: Listing, chosen: Chosen, *, by: User, at: datetime, asked: str) -> Report:
    """Return a list as a report, for a workbook."""
    title = str(listing.title)
    return Report(
        title=title,
        query={"?": asked} if asked else {},
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(Table(title, heads(listing), cells(listing, chosen)),),
        total=chosen.count,
    )


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build a list for the worker. query: "lista" and "fraga", as the list's address says it."""
    listing = LISTINGS[query["lista"]]
    chosen = listing.choose(QueryDict(query["fraga"]), by=by, on=timezone.localdate(at))
    return report_of(listing, chosen, by=by, at=at, asked=query["fraga"])


registry.register(NAME, build)
