"""A table with its query, its definitions and its time: what every export is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    """One column: its heading and what it means."""

    title: str
    meaning: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under columns. ``rows`` may be read once."""

    name: str
    columns: Sequence[Column]
    rows: Iterator[Sequence[Cell]]


@dataclass(frozen=True)
class Report:
    """Tables of one query, and what a reader must know to trust them."""

    title: str
    query: dict[str, str]
    made_at: datetime
    made_by: str
    tables: Sequence[Table]
    total: int
    figures: Sequence[tuple[str, int]] = field(default_factory=tuple)
    remarks: Sequence[str] = field(default_factory=tuple)
