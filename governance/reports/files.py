"""Reports as files. No cell can become a formula, whatever a person has typed."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from governance.reports.table import Cell, Progress, Report, Table, Writer

EVERY = 200
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
    """Write every table as a sheet of its own, and one that tells how they were made."""
    with xlsxwriter.Workbook(
        target,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd",
        },
    ) as book:
        # Without the moment of writing, the same rows give the same bytes.
        book.set_properties({"created": report.made_at.replace(tzinfo=None, microsecond=0)})
        bold = book.add_format({"bold": True})
        for table in report.tables:
            _write_sheet(book, table, bold, progress)
        _write_about(book, report, bold)


def _write_sheet(book: xlsxwriter.Workbook, table: Table, bold: object, progress: Progress) -> None:
    sheet = book.add_worksheet(table.name[:31])
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, 22)
        sheet.write_string(0, place, column.title, bold)
    for number, row in enumerate(table.rows, 1):
        for place, value in enumerate(row):
            _write_cell(sheet, number, place, value)
        if number % EVERY == 0:
            progress(number)


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, row: int, place: int, value: Cell) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(row, place, clean(value)[:32767])
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value)
    else:
        sheet.write_number(row, place, value)


def _write_about(book: xlsxwriter.Workbook, report: Report, bold: object) -> None:
    sheet = book.add_worksheet(_("Om urvalet"))
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
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
    for number, (name, value) in enumerate(lines):
        sheet.write_string(number, 0, clean(name), bold)
        sheet.write_string(number, 1, clean(value))


def write_json(report: Report, target: IO[bytes], progress: Progress) -> None:
    """Write what a report holds that is no table. Raises TypeError for one of tables alone."""
    if report.whole is None:
        raise TypeError(report.title)
    text = json.dumps(report.whole(progress), ensure_ascii=False, separators=(",", ":"))
    target.write(text.encode())


WRITERS: dict[str, Writer] = {"csv": write_csv, "xlsx": write_xlsx, "json": write_json}
