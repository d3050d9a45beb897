"""A table with its query, its definitions and its time: what every export is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, Any

Cell = str | int | float | date | None
Progress = Callable[[int], None]
Whole = Callable[[Progress], dict[str, Any]]


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
    """Tables of one query, and what a reader must know to trust them.

    whole: makes what is no table, as JSON values, and tells how many of ``total`` are done.
    writers: by format, where this report's files are made otherwise than all reports' are.
    """

    title: str
    query: dict[str, str]
    made_at: datetime
    made_by: str
    tables: Sequence[Table]
    total: int
    figures: Sequence[tuple[str, int]] = field(default_factory=tuple)
    remarks: Sequence[str] = field(default_factory=tuple)
    whole: Whole | None = None
    writers: Mapping[str, Writer] = field(default_factory=dict)


Writer = Callable[[Report, IO[bytes], Progress], None]
