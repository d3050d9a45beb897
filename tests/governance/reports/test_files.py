"""No cell of a file can become a formula, and no text is lost on the way."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from governance.reports.files import clean, harmless, write_csv, write_xlsx
from governance.reports.table import Column, Report, Table

MADE_AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
FORMULAS = [
    "=1+1",
    "+46 8 508 29 000",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\uff1d1+1",
    '=HYPERLINK("http://example.org","klicka")',
    "{=1+1}",
    "_x003D_1+1",
    "'=1+1",
    "a\x00b\x0bc\x1fd",
    "\ud800",
    "https://example.org/",
    "0012",
]


def report(*lines):
    columns = [Column(f"Kolumn {place}") for place in range(len(lines[0]))]
    tables = (Table("Besök", columns, iter(lines)),)
    return Report("Besök", {"År": "2026"}, MADE_AT, "Amina Holm", tables, len(lines))


def silent(_done):
    """Take no notice of progress."""


def csv_bytes(*lines):
    target = io.BytesIO()
    write_csv(report(*lines), target, silent)
    return target.getvalue()


def csv_rows(*lines):
    text = csv_bytes(*lines).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]


def xlsx_book(*lines):
    target = io.BytesIO()
    write_xlsx(report(*lines), target, silent)
    return target.getvalue()


def xlsx_rows(*lines):
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_book(*lines)))
    return book.get_sheet_by_name("Besök").to_python(skip_empty_area=False)[1:]


def dangers(function):
    for formula in FORMULAS:
        function = example(formula)(function)
    return function


@dangers
@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_no_text_begins_a_formula_in_csv(text):
    ((cell, last),) = csv_rows((text, "sist"))

    assert not cell.startswith(DANGEROUS)
    assert not cell.strip().startswith(DANGEROUS)
    assert cell.removeprefix("'") == clean(text).removeprefix("'")
    assert last == "sist"


@dangers
@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), min_size=1, max_size=60))
def test_every_text_is_text_in_the_workbook(text):
    ((cell, last),) = xlsx_rows((text, "sist"))

    assert cell == clean(text)
    assert last == "sist"


@pytest.mark.parametrize("formula", FORMULAS)
def test_the_workbook_holds_no_formula_and_no_link(formula):
    with zipfile.ZipFile(io.BytesIO(xlsx_book((formula, "x")))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()

    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


def test_numbers_and_days_stay_what_they_are_in_the_workbook():
    ((count, cost, day, empty, last),) = xlsx_rows((3, -1900, date(2026, 11, 24), None, "x"))

    assert (count, cost, day, empty, last) == (3, -1900, date(2026, 11, 24), "", "x")


def test_csv_opens_in_swedish_excel():
    raw = csv_bytes(("Malmö", 1900, date(2026, 11, 24), None))

    assert raw == "\ufeffKolumn 0;Kolumn 1;Kolumn 2;Kolumn 3\r\nMalmö;1900;2026-11-24;\r\n".encode()


def test_a_negative_number_is_no_formula():
    assert harmless(-5) == -5


def test_the_workbook_tells_how_it_was_made():
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_book(("a",))))
    about = dict(row[:2] for row in book.get_sheet_by_name("Om urvalet").to_python())

    assert about["Av"] == "Amina Holm"
    assert about["Urval: År"] == "2026"
    assert about["Framtagen"] == "2026-11-23 11:00"


def test_progress_is_told_as_rows_are_written():
    told = []
    lines = [(str(number),) for number in range(450)]

    write_csv(report(*lines), io.BytesIO(), told.append)

    assert told == [200, 400]
