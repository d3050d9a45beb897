"""Reports as files. No cell can become a formula, whatever a person has typed."""

from __future__ import annotations

import csv
import io
import json
from typing import IO

from django.utils.translation import gettext as _

from governance.reports.table import Cell, Progress, Report, Writer
from governance.reports.workbook import BOLD, EVERY, PLAIN, Workbook, clean

__all__ = ["WRITERS", "clean", "harmless", "write_csv", "write_json", "write_xlsx"]

WIDTH = 22
# A spreadsheet reads these as the start of a formula, also behind white space.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BREAKS = ("\t", "\n")


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
    with Workbook(target, report.made_at) as book:
        for table in report.tables:
            heads = [column.title for column in table.columns]
            book.sheet(
                table.name,
                table.rows,
                heads=heads,
                widths=[WIDTH] * len(heads),
                done=progress,
            )
        book.sheet(_("Om urvalet"), _about(report), widths=(28, 90), styles=(BOLD, PLAIN))


def _about(report: Report) -> list[tuple[str, str]]:
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
    return lines


def write_json(report: Report, target: IO[bytes], progress: Progress) -> None:
    """Write what a report holds that is no table. Raises TypeError for one of tables alone."""
    if report.whole is None:
        raise TypeError(report.title)
    text = json.dumps(report.whole(progress), ensure_ascii=False, separators=(",", ":"))
    target.write(text.encode())


WRITERS: dict[str, Writer] = {"csv": write_csv, "xlsx": write_xlsx, "json": write_json}
