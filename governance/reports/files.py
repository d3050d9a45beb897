"""Reports as files. No cell can become a formula, whatever a person has typed."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, count, islice
from typing import IO, BinaryIO, cast

from django.utils.translation import gettext as _
from rustpy_xlsxwriter import Format, write_worksheets

from governance.reports.table import Cell, Progress, Report, Table, Writer

EVERY = 200
WIDTH = 22
MOST_ROWS = 1_048_575
LONGEST_TEXT = 32_767
LONGEST_NAME = 31
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
CORE = "docProps/core.xml"
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# A spreadsheet reads these as the start of a formula, also behind white space.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BREAKS = ("\t", "\n")


def clean(text: str) -> str:
    """Replace what XML and CSV can't hold: control characters become U+FFFD."""
    if text.isprintable():
        return text
    return "".join(
        c
        if c in "\t\n"
        or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
        else "\ufffd"
        for c in text.replace("\r\n", "\n").replace("\r", "\n")
    )


def harmless(value: Cell) -> Cell:
    """Return a value for CSV: text that a spreadsheet could run gets an apostrophe before it."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text.lstrip().startswith(FORMULA) or text[:1] in BREAKS else text


def write_csv(report: Report, target: IO[bytes], progress: Progress) -> None:
    """Write the report's first table as CSV: UTF-8 with BOM, semicolons, as Swedish Excel reads."""
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=";")
    table = report.tables[0]
    writer.writerow([column.title for column in table.columns])
    for number, row in enumerate(table.rows, 1):
        writer.writerow([harmless(value) for value in row])
        if number % EVERY == 0:
            progress(number)
    text.detach()


def write_xlsx(report: Report, target: IO[bytes], progress: Progress) -> None:
    """Write every table as a sheet of its own, and one that tells how they were made.

    Raises ValueError for two columns of one table with the same heading.
    """
    names: list[str] = []
    sheets: list[tuple[str, Iterator[dict[str, Cell]]]] = []
    for place, table in enumerate(report.tables):
        rows = enumerate(table.rows, 1)
        # What a sheet can't hold goes on in another.
        for _sheet in range(0 if place else report.total // MOST_ROWS, -1, -1):
            names.append(sheet_name(table.name, taken=names))
            sheets.append((names[-1], _records(table, islice(rows, MOST_ROWS), progress)))
    about = sheet_name(_("Om urvalet"), taken=names)
    write_worksheets(
        [*sheets, (about, _about(report))],
        cast("BinaryIO", target),
        bold_headers=True,
        datetime_format="yyyy-mm-dd",
        freeze_panes={"general": {"row": 1, "col": 0}},
        column_width={"general": WIDTH},
        column_widths={about: [28, 90]},
        column_formats={about: [Format().set_bold()]},
    )


def _heads(table: Table) -> list[str]:
    heads = [clean(column.title) for column in table.columns]
    if len(set(heads)) < len(heads):
        raise ValueError(heads)
    return heads


def _records(
    table: Table, rows: Iterator[tuple[int, Sequence[Cell]]], progress: Progress
) -> Iterator[dict[str, Cell]]:
    """Give a table's rows by heading; one of nothing where there are none, for the headings."""
    heads, written = _heads(table), False
    for number, row in rows:
        written = True
        yield dict(zip(heads, map(_kept, row), strict=True))
        if number % EVERY == 0:
            progress(number)
    if not written:
        yield dict.fromkeys(heads)


def _kept(value: Cell) -> Cell:
    return clean(value)[:LONGEST_TEXT] if isinstance(value, str) else value


def sheet_name(name: str, *, taken: Sequence[str]) -> str:
    """Return a name that a sheet can have and none has yet."""
    name = NOT_IN_A_NAME.sub(" ", clean(name)).strip("' \n\t") or "-"
    known = {each.casefold() for each in taken}
    endings = chain([""], (f" ({number})" for number in count(2)))
    offered = (name[: LONGEST_NAME - len(ending)] + ending for ending in endings)
    return next(each for each in offered if each.casefold() not in known)


def _about(report: Report) -> Iterator[dict[str, Cell]]:
    lines: list[tuple[str, str]] = [
        (_("Rapport"), report.title),
        (_("Framtagen"), report.made_at.strftime("%Y-%m-%d %H:%M")),
        (_("Av"), report.made_by),
        (_("Rader"), str(report.total)),
        *((f"{_('Urval')}: {name}", value) for name, value in report.query.items()),
        *((name, str(value)) for name, value in report.figures),
        *((_("Anmärkning"), remark) for remark in report.remarks),
    ]
    for table in report.tables:
        lines += [(f"{table.name}: {c.title}", c.meaning) for c in table.columns if c.meaning]
    for name, value in lines:
        yield {_("Om"): clean(name), _("Uppgift"): clean(value)}


def without_moment(book: bytes, made_at: datetime) -> bytes:
    """Return a workbook that says when its rows were made and not when it was written.

    So the same rows give the same bytes. All of it is held in memory.
    """
    said = f"{made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as parts,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for part in parts.infolist():
            held = parts.read(part)
            kept.writestr(part, MOMENT.sub(said, held) if part.filename == CORE else held)
    return target.getvalue()


def write_json(report: Report, target: IO[bytes], progress: Progress) -> None:
    """Write what a report holds that is no table. Raises TypeError for one of tables alone."""
    if report.whole is None:
        raise TypeError(report.title)
    text = json.dumps(report.whole(progress), ensure_ascii=False, separators=(",", ":"))
    target.write(text.encode())


WRITERS: dict[str, Writer] = {"csv": write_csv, "xlsx": write_xlsx, "json": write_json}
