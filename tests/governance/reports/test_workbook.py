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

from governance.reports import workbook
from governance.reports.files import clean
from governance.reports.workbook import BOLD, PLAIN, Workbook, letters

MADE_AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
TEXTS = st.text(max_size=30) | st.sampled_from(
    ["=1+1", "_x003D_", "a & b", "<b>", " inskjuten", "|", "%s", "#", "å ä ö", "", "\n", "{0}"]
)
CELLS = (
    TEXTS
    | st.none()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.dates(date(1900, 3, 1))
)


def written(*sheets, **given):
    target = io.BytesIO()
    with Workbook(target, MADE_AT) as book:
        for name, rows in sheets:
            book.sheet(name, rows, **given)
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
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=12))
def test_every_value_is_read_back(rows):
    lines = [("först", *row, "sist") for row in rows]

    (found,) = read(written(("Blad", lines))).values()

    assert found == [[as_read(value) for value in line] for line in lines]


@settings(max_examples=50, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=6))
def test_the_quick_way_writes_what_the_slow_one_does(row):
    slow = workbook._row(7, row, [PLAIN] * len(row)).replace(' xml:space="preserve"', "")

    assert workbook._row(7, row, []).replace(' xml:space="preserve"', "") == slow


@pytest.mark.parametrize("wrong", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(wrong):
    with pytest.raises(ValueError, match=str(wrong)):
        written(("Blad", [(1, wrong)]))


def test_a_sum_of_money_is_a_number():
    assert read(written(("Blad", [(Decimal("1900.50"), True)])))["Blad"] == [[1900.5, 1.0]]


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 5)
    told = []
    monkeypatch.setattr(workbook, "EVERY", 3)

    found = read(written(("Ärenden", ((n,) for n in range(9))), heads=["Tal"], done=told.append))

    assert found == {
        "Ärenden": [["Tal"], [0], [1], [2], [3]],
        "Ärenden (2)": [["Tal"], [4], [5], [6], [7]],
        "Ärenden (3)": [["Tal"], [8]],
    }
    assert told == [3, 6, 9]


def test_sheets_have_names_of_their_own_that_a_spreadsheet_takes():
    long = "Vad/hur? " + "å" * 40
    found = read(written((long, []), (long, []), ("'", []), ("Budget", []), ("budget", [])))

    assert list(found) == [
        "Vad hur  " + "å" * 22,
        "Vad hur  " + "å" * 18 + " (2)",
        "-",
        "Budget",
        "budget (2)",
    ]


def test_heads_stay_on_top_and_are_bold():
    with zipfile.ZipFile(io.BytesIO(written(("Blad", [("a",)]), heads=["Ämne"]))) as parts:
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    (head,) = sheet.iterfind(".//{*}c[@r='A1']")
    (pane,) = sheet.iterfind(".//{*}pane")

    assert (head.get("s"), pane.get("state"), pane.get("ySplit")) == (str(BOLD), "frozen", "1")


def test_the_same_rows_give_the_same_bytes():
    rows = [("Å", 1, date(2026, 1, 1))]

    assert written(("Blad", rows)) == written(("Blad", rows))


def test_it_tells_when_it_was_made():
    with zipfile.ZipFile(io.BytesIO(written(("Blad", [])))) as parts:
        assert "2026-11-23T11:00:00Z" in parts.read("docProps/core.xml").decode()


def test_a_fault_on_the_way_leaves_no_whole_file():
    target = io.BytesIO()
    with pytest.raises(KeyError), Workbook(target, MADE_AT) as book:
        book.sheet("Blad", ({}[n] for n in range(3)))

    assert not zipfile.ZipFile(target).namelist().count("xl/workbook.xml")


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_spreadsheets_call_them(place, name):
    assert letters(place) == name
