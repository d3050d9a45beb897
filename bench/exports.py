"""Measure the files of a long list beside the quickest there is, in one run.

    .venv/bin/python -m bench.exports               100 000 rows
    .venv/bin/python -m bench.exports 10000         another size

Prints the CSV of the list of engagements beside PostgreSQL's own COPY of the same query, and a
workbook of as many rows and 20 columns beside the same cells given straight to rustpy-xlsxwriter,
the quickest writer that pip installs. Each is run three times, in turns, and the middle counts.
Read the ratios.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import IO, Any

from bench.ground import thrown_away

SIZE = 100_000
ROUNDS = 3
TODAY = date(2026, 11, 24)
MADE_AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
KINDS = ("Besök", "Resa", "Medlemskap", "Avtal")


def beside(acts: dict[str, Callable[[], int]]) -> None:
    """Print the middle of some rounds of each, and its ratio to the first."""
    times: dict[str, list[float]] = {name: [] for name in acts}
    sizes: dict[str, int] = {}
    for _round in range(ROUNDS):
        for name, act in acts.items():
            began = time.perf_counter()
            sizes[name] = act()
            times[name].append(time.perf_counter() - began)
    middle = {name: statistics.median(each) for name, each in times.items()}
    first = next(iter(middle.values()))
    for name, took in middle.items():
        print(f"{name:46}{took * 1000:9.0f} ms{took / first:7.2f}{sizes[name] / 1e6:8.1f} MB")


def peak() -> float:
    """Return the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def told(before: float) -> None:
    """Print how much memory was taken beside what was held before."""
    print(f"{'memory at most, of it since the start':46}{peak():9.0f} MB{peak() - before:7.0f} MB")


def lists(user: Any) -> None:
    """Print the list's files."""
    from django.db import connection
    from django.http import QueryDict

    from governance.reports import listing
    from governance.reports.files import write_xlsx

    one = listing.LISTINGS["arenden"]
    start = peak()

    def chosen() -> listing.Chosen:
        return one.choose(QueryDict(""), by=user, on=TODAY)

    def copied() -> int:
        cells = [part.cell for column in one.columns() for part in column.parts]
        rows = chosen().stored()[0].values_list(*cells)
        sql, values = rows.query.sql_with_params()
        with connection.cursor() as cursor:
            query = cursor.mogrify(sql, values)
            with cursor.copy(f"copy ({query}) to stdout (format csv, delimiter ';')") as lines:
                return sum(len(line) for line in lines)

    def written() -> int:
        return sum(len(part.encode()) for part in listing.csv_lines(one, chosen(), "sv"))

    def sheet() -> int:
        report = listing.report_of(one, chosen(), by=user, at=MADE_AT, asked="")
        with tempfile.TemporaryFile() as target:
            write_xlsx(report, target, lambda _done: None)
            return target.tell()

    beside({"COPY of the list's query": copied, "CSV of the list": written})
    told(start)
    beside({"workbook of the list": sheet})
    told(start)


def cells(size: int) -> Iterator[tuple[Any, ...]]:
    """Give rows of 20 cells: texts that differ and that come again, days, numbers, nothing."""
    for n in range(size):
        day = TODAY - timedelta(days=n % 900)
        half = (
            *(f"INT-2026-{n:06}", f"Besök {n} om dagvatten från Malmö", KINDS[n % 4]),
            *("Miljöförvaltningen", day, day + timedelta(days=2), n % 40_000, n * 3),
            *(n / 7, None if n % 3 else "Oslo kommune"),
        )
        yield half + half


def workbooks(size: int) -> None:
    """Print a workbook of 20 columns beside the quickest writer."""
    from rustpy_xlsxwriter import write_worksheet

    from governance.reports.files import write_xlsx
    from governance.reports.table import Column, Report, Table

    heads = [f"Kolumn {n}" for n in range(20)]
    start = peak()

    def kept(write: Callable[[IO[bytes]], None]) -> int:
        with tempfile.TemporaryFile() as target:
            write(target)
            return target.seek(0, 2)

    columns = [Column(head) for head in heads]

    def ours(target: IO[bytes]) -> None:
        tables = (Table("Ärenden", columns, cells(size)),)
        write_xlsx(Report("", {}, MADE_AT, "", tables, size), target, lambda _done: None)

    def bare(target: IO[bytes]) -> None:
        write_worksheet((dict(zip(heads, row, strict=True)) for row in cells(size)), target)

    acts = {
        "the quickest writer, the same cells": lambda: kept(bare),
        "workbook of 20 columns": lambda: kept(ours),
    }
    beside({"the cells alone": lambda: sum(1 for _ in cells(size))})
    beside({next(reversed(acts)): acts[next(reversed(acts))]})
    told(start)
    beside(acts)


def main(size: int) -> None:
    """Seed and measure."""
    with thrown_away():
        from bench.seed import seed

        # A reader who sees all: the drafts of others are left out of the list, so a few more.
        user = seed(size + size // 12)["sees all"]
        print(f"\n{size:,} rows")
        lists(user)
        workbooks(size)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
