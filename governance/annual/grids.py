"""Tables as plain data: what a report's table holds once it has been read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engagements.labels import label
from engagements.vocabulary import Term
from governance.reports.table import Cell, Column, Table

# A term stands for what the reader's language calls it.
Where = Mapping[str, Sequence[str | Term]]


@dataclass(frozen=True)
class Grid:
    """A table of the report, read.

    report: the kind's report that it comes from, by name; the first cell of a row is its key.
    brief: headings of the columns that a page of paper has room for.
    """

    key: str
    title: str
    report: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    brief: tuple[str, ...] = ()

    @property
    def headings(self) -> list[str]:
        """The columns' headings."""
        return [column.title for column in self.columns]

    def chosen(self, where: Where) -> list[tuple[Cell, ...]]:
        """Return the rows whose cells, as text, are among those asked for. Raises ValueError."""
        places = {
            self.headings.index(name): {_said(value) for value in values}
            for name, values in where.items()
        }
        return [
            row
            for row in self.rows
            if all(_text(row[place]) in values for place, values in places.items())
        ]

    def on_paper(self) -> Grid:
        """Return the table with the columns that fit on a page."""
        if not self.brief:
            return self
        places = [self.headings.index(name) for name in self.brief]
        return Grid(
            self.key,
            self.title,
            self.report,
            tuple(self.columns[place] for place in places),
            tuple(tuple(row[place] for place in places) for row in self.rows),
        )

    def table(self) -> Table:
        """Return the table as files are written from it."""
        return Table(self.title, self.columns, iter(self.rows))

    def kinds(self) -> list[str]:
        """Return what each column holds: "date", "number" or "text"."""
        return [_kind(row[place] for row in self.rows) for place in range(len(self.columns))]

    def data(self) -> dict[str, Any]:
        """Return the table as JSON values; ``of_data`` reads it back."""
        return {
            "key": self.key,
            "title": self.title,
            "report": self.report,
            "brief": list(self.brief),
            "columns": [
                {"title": column.title, "meaning": column.meaning, "holds": holds}
                for column, holds in zip(self.columns, self.kinds(), strict=True)
            ],
            "rows": [[_plain(cell) for cell in row] for row in self.rows],
        }


def of_table(table: Table, *, key: str, report: str, brief: Sequence[str]) -> Grid:
    """Read a report's table."""
    rows = tuple(tuple(row) for row in table.rows)
    return Grid(key, table.name, report, tuple(table.columns), rows, tuple(brief))


def of_data(data: Mapping[str, Any]) -> Grid:
    """Return the table that ``data`` was made of."""
    holds = [column["holds"] for column in data["columns"]]
    return Grid(
        data["key"],
        data["title"],
        data["report"],
        tuple(Column(column["title"], column["meaning"]) for column in data["columns"]),
        tuple(
            tuple(_cell(cell, kind) for cell, kind in zip(row, holds, strict=True))
            for row in data["rows"]
        ),
        tuple(data["brief"]),
    )


def _kind(cells: Iterator[Cell]) -> str:
    found = {type(cell) for cell in cells if cell not in (None, "")}
    if found == {date}:
        return "date"
    return "number" if found and found <= {int, float} else "text"


def _plain(cell: Cell) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell


def _cell(cell: Any, kind: str) -> Cell:
    if kind == "date" and cell:
        return date.fromisoformat(cell)
    told: Cell = cell
    return told


def _said(value: str | Term) -> str:
    return str(label(value)) if isinstance(value, Term) else value


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


@dataclass(frozen=True)
class Figure:
    """A number that is counted in a table: its rows, or the sum of a column over them.

    where: which rows, by a column's heading; none is all.
    """

    table: str
    where: Where = field(default_factory=dict)
    of: str = ""

    def value(self, grids: Mapping[str, Grid]) -> int:
        """Return the number. Raises KeyError for a table, ValueError for a column, not there."""
        grid = grids[self.table]
        rows = grid.chosen(self.where)
        if not self.of:
            return len(rows)
        place = grid.headings.index(self.of)
        return round(sum(row[place] for row in rows if isinstance(row[place], int | float)))  # type: ignore[misc]

    def names(self, grids: Mapping[str, Grid]) -> list[str]:
        """Return what stands in a column of those rows, each once, in their order."""
        grid = grids[self.table]
        place = grid.headings.index(self.of)
        found = [_text(row[place]) for row in grid.chosen(self.where)]
        return list(dict.fromkeys(name for name in found if name))

    def plain(self) -> Figure:
        """Return the question with its cells as they read in the language of now."""
        where = {name: tuple(map(_said, values)) for name, values in self.where.items()}
        return Figure(self.table, where, self.of)

    def data(self) -> dict[str, Any]:
        """Return the question as JSON values."""
        where = {name: list(values) for name, values in self.where.items()}
        return {"table": self.table, "where": where, "of": self.of}
