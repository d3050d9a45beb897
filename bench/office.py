"""Open our files in an office suite without a screen, and read back what it made of them.

    .venv/bin/python -m bench.office FOLDER       keeps the files in a folder, to be looked at

Wants ``soffice`` and, for pictures of the pages, ``pdftoppm``; the product needs neither. Fills a
database of its own with the demo, writes the list of engagements as a workbook, and last year's
report as a workbook, a document and a PDF. The suite turns the workbooks into its own, into CSV and
into PDF, and the document into PDF. Every cell is compared.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.ground import thrown_away

# Semicolons, double quotes, UTF-8, dates and numbers as they are shown, the first sheet.
CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"
LIST, REPORT = "arenden", "arsrapport"


def convert(file: Path, to: str, folder: Path) -> Path:
    """Have the suite write a file as another. Raises FileNotFoundError where it did not."""
    folder.mkdir(exist_ok=True)
    home = f"-env:UserInstallation=file://{folder.resolve()}/.suite"
    told = ["soffice", home, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*told, str(file)], check=True, capture_output=True, timeout=300)
    made = folder / f"{file.stem}.{to.partition(':')[0]}"
    if not made.exists():
        raise FileNotFoundError(made)
    return made


def sheets(file: Path) -> dict[str, list[list[Any]]]:
    """Return the cells of a workbook by sheet, without the empty ones at the end of a row."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(file))
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found[name] = [_short(row) for row in rows]
    return found


def _short(row: list[Any]) -> list[Any]:
    while row and row[-1] == "":
        row = row[:-1]
    return row


def differing(ours: list[list[Any]], theirs: list[list[Any]]) -> Iterator[str]:
    """Tell every cell that is not the same."""
    if len(ours) != len(theirs):
        yield f"{len(ours)} rows, and {len(theirs)}"
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False), 1):
        if one != other:
            yield f"row {number}: {one} / {other}"


def as_shown(value: Any) -> str:
    """Return a cell as the suite shows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value)


def compare(file: Path, folder: Path) -> int:
    """Convert a workbook and print what differs; return how many rows do."""
    ours, wrong = sheets(file), []
    theirs = sheets(convert(file, "xlsx", folder / "again"))
    if list(ours) != list(theirs):
        wrong.append(f"sheets {list(ours)} / {list(theirs)}")
    for name, rows in ours.items():
        wrong += [f"{name}, {each}" for each in differing(rows, theirs.get(name, []))]
    with convert(file, CSV, folder / "again").open(encoding="utf-8", newline="") as lines:
        said = [_short(row) for row in csv.reader(lines, delimiter=";")]
    first = [[as_shown(cell) for cell in row] for row in next(iter(ours.values()))]
    plain = [[cell.replace(".", ",") if _is_number(cell) else cell for cell in row] for row in said]
    wrong += [f"CSV, {each}" for each in differing(first, plain)]
    for each in wrong[:20]:
        print(each)
    cells = sum(len(row) for rows in ours.values() for row in rows)
    print(f"{file.name}: {len(ours)} sheets, {cells} cells, {len(wrong)} rows differ")
    return len(wrong)


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).removeprefix("-").isdecimal()


def fill(folder: Path) -> None:
    """Write our files."""
    from django.core.management import call_command
    from django.db import transaction
    from django.http import QueryDict
    from django.utils import timezone, translation

    from engagements.models import Engagement, User
    from governance.annual import document, files
    from governance.reports import listing
    from governance.reports.files import write_xlsx

    call_command("reference", verbosity=0)
    call_command("demo", a_year=60, verbosity=0)
    now, reader = timezone.now(), User.objects.get(email="johan.ekstrom@stockholm.example")
    one = Engagement.objects.exclude(status="draft").first()
    if one:
        one.title = '=HYPERLINK("http://example.org";"Å") & <ö>'
        with transaction.atomic():  # a row and its history go together
            one.save()
    with translation.override("sv"):
        shown = listing.LISTINGS[LIST]
        chosen = shown.choose(QueryDict(""), by=reader, on=timezone.localdate())
        report = listing.report_of(shown, chosen, by=reader, at=now, asked="")
        with (folder / f"{LIST}.xlsx").open("wb") as target:
            write_xlsx(report, target, lambda _done: None)
        made = document.build(timezone.localdate().year - 1, None, by=reader, at=now)
        for form in ("xlsx", "docx", "pdf"):
            (folder / f"{REPORT}.{form}").write_bytes(files.FORMATS[form](made))


def pictures(file: Path, folder: Path) -> None:
    """Draw every page of a PDF, where there is something to draw with."""
    if shutil.which("pdftoppm"):
        target = str(folder / file.stem)
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(file), target], check=True)


def main(folder: Path) -> int:
    """Write, convert, compare; the number of rows that differ is the answer."""
    folder.mkdir(parents=True, exist_ok=True)
    with thrown_away():
        fill(folder)
    wrong = sum(compare(folder / f"{name}.xlsx", folder) for name in (LIST, REPORT))
    for file in (f"{LIST}.xlsx", f"{REPORT}.docx"):
        made = convert(folder / file, "pdf", folder / "suite")
        pictures(made, folder / "suite")
        print(f"{file} as PDF: {made.stat().st_size // 1000} kB")
    pictures(folder / f"{REPORT}.pdf", folder)
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1])) else 0)
