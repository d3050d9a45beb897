"""A year's report as one piece of data: built from the reports, or read from a frozen edition."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from engagements.models import Organisation, User
from governance.annual import telling
from governance.annual.grids import Grid, of_data, of_table
from governance.annual.sections import OWN, SECTIONS, Piece, Section
from governance.annual.telling import Sentence
from governance.models import AnnualEdition, AnnualText
from governance.reports import registry

Seen = Callable[[], None]


@dataclass(frozen=True)
class Chapter:
    """A section with its tables. text: what people wrote instead of the sentences, if anything."""

    key: str
    title: str
    sentences: tuple[Sentence, ...]
    text: str
    tables: tuple[str, ...]
    drawn: tuple[str, str, str] | None = None

    @property
    def paragraphs(self) -> list[str]:
        """What the report says: the written text, or the draft."""
        if self.text:
            return [part.strip() for part in self.text.split("\n\n") if part.strip()]
        return [sentence.text for sentence in self.sentences] or [_("Inget är registrerat.")]


@dataclass(frozen=True)
class Document:
    """The report of a year, of the city or of one organisation. own: by organisation's name."""

    year: int
    organisation: str
    name: str
    made_at: datetime
    chapters: tuple[Chapter, ...]
    grids: Mapping[str, Grid]
    own: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """What the report is called."""
        said = _("Internationellt arbete %(year)s") % {"year": self.year}
        return f"{said} – {self.name}" if self.organisation else said

    def data(self) -> dict[str, Any]:
        """Return all of it as JSON values."""
        return {
            "version": 1,
            "year": self.year,
            "organisation": self.organisation,
            "name": self.name,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "chapters": [
                {
                    "key": one.key,
                    "title": one.title,
                    "sentences": [sentence.data() for sentence in one.sentences],
                    "text": one.text,
                    "tables": list(one.tables),
                    "drawn": list(one.drawn) if one.drawn else None,
                }
                for one in self.chapters
            ],
            "tables": [grid.data() for grid in self.grids.values()],
            "own": [list(pair) for pair in self.own],
        }

    def canonical(self) -> str:
        """Return the data as one text: the same for the same data."""
        return json.dumps(self.data(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sum_of(text: str) -> str:
    """Return the SHA-256 of an edition's data."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> Document:
    """Return the report that a canonical text was made of."""
    data = json.loads(text)
    grids = [of_data(one) for one in data["tables"]]
    return Document(
        data["year"],
        data["organisation"],
        data["name"],
        datetime.fromisoformat(data["made_at"]),
        tuple(
            Chapter(
                one["key"],
                one["title"],
                tuple(telling.of_data(sentence) for sentence in one["sentences"]),
                one["text"],
                tuple(one["tables"]),
                tuple(one["drawn"]) if one["drawn"] else None,
            )
            for one in data["chapters"]
        ),
        {grid.key: grid for grid in grids},
        tuple((name, own) for name, own in data["own"]),
    )


def build(
    year: int,
    organisation: Organisation | None,
    *,
    by: User,
    at: datetime,
    seen: Seen = lambda: None,
) -> Document:
    """Return the report as the rows are now, in Swedish; what is secret is not in it.

    seen: called for each table that is read.
    """
    with translation.override("sv"):
        now = _grids(pieces(), year, organisation, by=by, at=at, seen=seen)
        before = _grids(pieces(), year - 1, organisation, by=by, at=at, seen=seen)
        texts = texts_of(year, organisation)
        chapters = tuple(
            Chapter(
                section.key,
                str(section.title),
                tuple(telling.told(section.lines, now=now, before=before)),
                texts.get(section.key, ""),
                tuple(piece.key for piece in section.pieces),
                section.drawn,
            )
            for section in SECTIONS
        )
        return Document(
            year,
            organisation.code if organisation else "",
            organisation.name_sv if organisation else _("Stockholms stad"),
            timezone.localtime(at),
            chapters,
            now,
            tuple(own_texts(year, organisation)),
        )


def table(
    key: str, year: int, organisation: Organisation | None, *, by: User, at: datetime
) -> Grid:
    """Return one table of the report, without the others. Raises KeyError."""
    wanted = [piece for piece in pieces() if piece.key == key]
    with translation.override("sv"):
        return _grids(wanted, year, organisation, by=by, at=at)[key]


def draft(
    section: Section, year: int, organisation: Organisation | None, *, by: User, at: datetime
) -> list[Sentence]:
    """Return the sentences of one section, from its own tables."""
    with translation.override("sv"):
        now = _grids(section.pieces, year, organisation, by=by, at=at)
        before = _grids(section.pieces, year - 1, organisation, by=by, at=at)
        return telling.told(section.lines, now=now, before=before)


def _grids(
    wanted: Sequence[Piece],
    year: int,
    organisation: Organisation | None,
    *,
    by: User,
    at: datetime,
    seen: Seen = lambda: None,
) -> dict[str, Grid]:
    query = {"year": str(year), "openly": "1"}
    if organisation:
        query["organisation"] = organisation.code
    found: dict[str, Grid] = {}
    read: dict[tuple[str, int, bool], Grid] = {}
    for piece in wanted:
        # Several pieces choose among the rows of one table.
        here = (piece.report, piece.place, piece.lasting)
        if here not in read:
            asked = query | ({"in_force": str(year)} if piece.lasting else {})
            made = registry.build(piece.report, asked, by=by, at=at).tables[piece.place]
            read[here] = of_table(made, key=piece.key, report=piece.report, brief=())
        found[piece.key] = _chosen(read[here], piece)
        seen()
    return found


def _chosen(grid: Grid, piece: Piece) -> Grid:
    rows = tuple(grid.chosen(dict(piece.only))) if piece.only else grid.rows
    title = str(piece.title) or grid.title
    return replace(grid, key=piece.key, title=title, rows=rows, brief=piece.brief)


def pieces() -> list[Piece]:
    """Return every table of the report, in order."""
    return [piece for section in SECTIONS for piece in section.pieces]


def sections() -> dict[str, Section]:
    """Return the sections by key."""
    return {section.key: section for section in SECTIONS}


def texts_of(year: int, organisation: Organisation | None) -> dict[str, str]:
    """Return what people wrote, by section: the newest of each."""
    rows = AnnualText.objects.filter(year=year, organisation=organisation)
    newest = rows.order_by("section", "-pk").distinct("section")
    return {row.section: row.text for row in newest if row.text}


def own_texts(year: int, organisation: Organisation | None) -> list[tuple[str, str]]:
    """Return what organisations wrote of their year, by name; one's own for one's own report."""
    rows = AnnualText.objects.filter(year=year, section=OWN, organisation__isnull=False)
    if organisation:
        rows = rows.filter(organisation=organisation)
    newest = rows.order_by("organisation", "-pk").distinct("organisation")
    told = [(row.organisation.name_sv, row.text) for row in newest.select_related("organisation")]  # type: ignore[union-attr]
    return sorted((name, text) for name, text in told if text)


def edition_of(year: int, organisation: Organisation | None) -> AnnualEdition | None:
    """Return the newest frozen edition, if there is one."""
    rows = AnnualEdition.objects.filter(year=year, organisation=organisation)
    return rows.select_related("by", "organisation").order_by("-number").first()
