"""A workbook is whole for whoever reads it, however many its rows."""

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from governance.reports import files
from governance.reports.files import clean, sheet_name, without_moment, write_xlsx
from governance.reports.table import Column, Report, Table

MADE_AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
TEXTS = st.text(max_size=30) | st.sampled_from(
    ["=1+1", "_x003D_", "a & b", "<b>", " inskjuten", "|", "%s", "#", "å ä ö", "", "\n", "{0}"]
)
# A column holds cells of one sort, and cells without anything.
CELLS = (
    TEXTS,
    st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(date(1900, 3, 1)),
)


def written(rows, *, heads=("Först", "Ett", "Två", "Tre", "Sist"), total=0, done=lambda _n: None):
    target = io.BytesIO()
    tables = (Table("Ärenden", [Column(head) for head in heads], iter(rows)),)
    write_xlsx(Report("Ärenden", {}, MADE_AT, "Amina Holm", tables, total), target, done)
    return target.getvalue()


def read(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def as_read(value):
    """Return a cell as a reader of workbooks has it."""
    if value is None:
        return ""
    return clean(value) if isinstance(value, str) else value


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(*(st.none() | cells for cells in CELLS)), min_size=1, max_size=12))
def test_every_value_is_read_back(rows):
    lines = [("först", *row, "sist") for row in rows]

    found = read(written(lines))["Ärenden"]

    assert found[1:] == [[as_read(value) for value in line] for line in lines]


def test_a_sum_of_money_is_a_number():
    assert read(written([(Decimal("1900.50"), 3)], heads=["Kr", "Antal"]))["Ärenden"] == [
        ["Kr", "Antal"],
        [1900.5, 3.0],
    ]


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch):
    monkeypatch.setattr(files, "MOST_ROWS", 4)
    monkeypatch.setattr(files, "EVERY", 3)
    told = []

    found = read(written(((n,) for n in range(9)), heads=["Tal"], total=9, done=told.append))

    assert {name: rows for name, rows in found.items() if name != "Om urvalet"} == {
        "Ärenden": [["Tal"], [0], [1], [2], [3]],
        "Ärenden (2)": [["Tal"], [4], [5], [6], [7]],
        "Ärenden (3)": [["Tal"], [8]],
    }
    assert told == [3, 6, 9]


def test_a_sheet_without_rows_has_its_heads():
    assert read(written([], heads=["Ämne", "Land"]))["Ärenden"] == [["Ämne", "Land"]]


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(ValueError, match="Land"):
        written([], heads=["Land", "Land"])


def test_sheets_have_names_of_their_own_that_a_spreadsheet_takes():
    names = []
    for wanted in ("Vad/hur? " + "å" * 40, "Vad/hur? " + "å" * 40, "'", "Budget", "budget"):
        names.append(sheet_name(wanted, taken=names))

    assert names == [
        "Vad hur  " + "å" * 22,
        "Vad hur  " + "å" * 18 + " (2)",
        "-",
        "Budget",
        "budget (2)",
    ]


def test_heads_stay_on_top_and_are_bold():
    with zipfile.ZipFile(io.BytesIO(written([("a",)], heads=["Ämne"]))) as parts:
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314
        styles = ElementTree.fromstring(parts.read("xl/styles.xml"))  # noqa: S314
    (head,) = sheet.iterfind(".//{*}c[@r='A1']")
    (pane,) = sheet.iterfind(".//{*}pane")
    style = list(styles.find("{*}cellXfs"))[int(head.get("s"))]
    font = list(styles.find("{*}fonts"))[int(style.get("fontId"))]

    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    assert font.find("{*}b") is not None


def test_without_its_moment_the_same_rows_give_the_same_bytes_and_tell_when_they_were_made():
    rows = [("Å", 1, date(2026, 1, 1), None, "sist")]

    once, again = (without_moment(written(rows), MADE_AT) for _time in range(2))

    assert once == again
    assert read(once) == read(written(rows))
    with zipfile.ZipFile(io.BytesIO(once)) as parts:
        assert parts.read("docProps/core.xml").decode().count("2026-11-23T11:00:00Z") == 2


def test_a_fault_on_the_way_leaves_no_file():
    target = io.BytesIO()
    tables = (Table("Ärenden", [Column("Tal")], ({}[n] for n in range(3))),)
    with pytest.raises(KeyError):
        write_xlsx(Report("", {}, MADE_AT, "", tables, 3), target, lambda _n: None)

    assert target.getvalue() == b""
