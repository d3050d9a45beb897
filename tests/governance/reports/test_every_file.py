"""Whatever people write and ask for, every list's files say what the list says, cell by cell."""

import csv
import io
from datetime import date

from django.http import Http404, QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from governance.reports import listing
from governance.reports.files import clean, write_xlsx
from tests.governance.reports.test_listing import CASES
from tests.governance.reports.test_stored import NAMES

WRITTEN = st.sampled_from(NAMES) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40
)
RUNS = ("=", "+", "-", "@", "\t", "\n", "\r")


def query_of(name):
    """Draw what a list's address asks for; a list that no case knows is asked for all."""
    offered = {key: st.sampled_from(values) for key, values in CASES.get(name, {}).items()}
    return st.fixed_dictionaries(offered)


def chosen_by(one, asked, readers):
    """Return what the first reader who has the list is shown, and who that is."""
    query = QueryDict(mutable=True)
    query.update({key: value for key, value in asked.items() if value})
    for reader in readers:
        try:
            return one.choose(query, by=reader, on=timezone.localdate()), reader
        except Http404:
            continue
    raise AssertionError(one.page)


def rows_of_csv(one, chosen):
    text = "".join(listing.csv_lines(one, chosen, "sv"))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def rows_of_workbook(one, chosen, reader):
    target = io.BytesIO()
    report = listing.report_of(one, chosen, by=reader, at=timezone.now(), asked="")
    write_xlsx(report, target, lambda _done: None)
    book = CalamineWorkbook.from_filelike(io.BytesIO(target.getvalue()))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def is_in_csv(value, told):
    """Whether a line of CSV says a cell, and nothing of it runs."""
    if isinstance(value, str):
        inert = not told.startswith(RUNS) and not told.strip().startswith(RUNS)
        return inert and told in (clean(value), f"'{clean(value)}")
    return told == ("" if value is None else str(value))


def is_in_workbook(value, told):
    """Whether a workbook says a cell, as what it is: a day, a number, a text."""
    if isinstance(value, str):
        return told == clean(value)
    if value is None:
        return told == ""
    kind = date if isinstance(value, date) else float
    return isinstance(told, kind) and told == value


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data(), written=st.lists(WRITTEN, min_size=5, max_size=5))
def test_every_list_and_its_files_say_the_same(data, written, city_of_lists, johan, world):
    for item, text in zip(city_of_lists[::9], written, strict=False):
        item.title, item.counterpart = text[:200], text[::-1][:200]
        item.save()
    for name, one in listing.LISTINGS.items():
        asked = data.draw(query_of(name), label=name)
        chosen, reader = chosen_by(one, asked, [johan, world["nils.ahlin"]])
        listed = [list(row) for row in listing.cells(one, chosen)]
        heads = [column.title for column in listing.heads(one)]
        first, *lines = rows_of_csv(one, chosen)
        titles, *rows = rows_of_workbook(one, chosen, reader)
        assert (first, titles) == (heads, heads), name
        assert (len(lines), len(rows)) == (len(listed), len(listed)), name
        for row, line, cells in zip(listed, lines, rows, strict=True):
            cells += [""] * (len(row) - len(cells))
            wrong = [
                (value, said, cell)
                for value, said, cell in zip(row, line, cells, strict=True)
                if not (is_in_csv(value, said) and is_in_workbook(value, cell))
            ]
            assert wrong == [], (name, asked)
