"""The report as files: read back by others' libraries, the same values, nothing runs."""

import csv
import io
import json
import re
import zipfile

import pytest
from django.utils import timezone, translation
from docx import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm
from pypdf import PdfReader

from governance.actions import reviewing_year
from governance.annual import document, drawing, files
from governance.papers import Block, Part, pdf
from tests.governance.annual.conftest import YEAR, chapter

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(year, johan):
    at = timezone.now()
    reviewing_year.write(
        YEAR, None, "resor", '=HYPERLINK("x")\n\nAndra stycket.', seen=0, by=johan, at=at
    )
    with translation.override("sv"):
        yield document.build(YEAR, None, by=johan, at=at)


def bundled(made):
    return zipfile.ZipFile(io.BytesIO(files.bundle(made)))


def test_the_bundle_holds_every_format_and_a_file_for_each_table(made):
    names = set(bundled(made).namelist())

    assert {
        f"internationellt-arbete-{YEAR}.{form}" for form in ("docx", "pdf", "xlsx", "json")
    } <= names
    assert {f"csv/{key}.csv" for key in made.grids} | {"csv/datalexikon.csv"} <= names


def test_the_tables_as_csv_hold_the_rows_of_the_report(made):
    text = bundled(made).read("csv/besok.csv").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text), delimiter=";")

    grid = made.grids["besok"]
    assert head == grid.headings
    assert rows == [["" if cell is None else str(cell) for cell in row] for row in grid.rows]


def test_the_dictionary_tells_of_every_column(made):
    text = bundled(made).read("csv/datalexikon.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]

    told = [(row[0], row[2]) for row in rows]
    assert told == [(key, name) for key, grid in made.grids.items() for name in grid.headings]


def test_the_json_is_the_report(made):
    told = json.loads(files.data(made))

    assert told == json.loads(made.canonical())
    assert document.read(files.data(made).decode()).grids["besok"] == made.grids["besok"]


def test_the_document_has_headings_marked_heads_language_and_alternative_texts(made):
    page = Docx(io.BytesIO(files.word(made)))

    headings = [p.text for p in page.paragraphs if p.style.name == "Heading 1"]
    assert headings == [chapter.title for chapter in made.chapters]
    texts = [p.text for p in page.paragraphs]
    assert '=HYPERLINK("x")' in texts
    assert "Andra stycket." in texts
    assert page.core_properties.title == made.title
    assert {table.rows[0]._tr.trPr.xpath("./w:tblHeader") != [] for table in page.tables} == {True}
    shown = [t for c in made.chapters for t in c.tables if made.grids[t].rows]
    assert len(page.tables) == len(shown)
    first = made.grids[shown[0]].on_paper()
    assert [cell.text for cell in page.tables[0].rows[0].cells] == first.headings
    assert page.tables[0].rows[1].cells[0].text == first.rows[0][0]
    drawn = [shape._inline.docPr.get("descr") for shape in page.inline_shapes]
    assert drawn == [bars.alt for c in made.chapters if (bars := drawing.bars_of(made, c))]
    languages = {lang.get(qn("w:val")) for lang in page.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}


def test_a_table_of_the_document_has_room_for_its_longest_words(made):
    page = Docx(io.BytesIO(files.word(made)))
    for table in page.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(Cm(16.6), rel=0.01)
        words = [
            max(len(word) for row in table.rows for word in row.cells[n].text.split() or [""])
            for n in range(len(table.columns))
        ]
        order = sorted(range(len(words)), key=lambda n: words[n])
        shortest, longest = table.columns[order[0]], table.columns[order[-1]]
        assert shortest.width < longest.width or words[order[0]] == words[order[-1]]


def test_numbers_of_the_document_stand_to_the_right(made):
    page = Docx(io.BytesIO(files.word(made)))
    shown = [t for c in made.chapters for t in c.tables if made.grids[t].rows]
    for key, table in zip(shown, page.tables, strict=True):
        kinds = made.grids[key].on_paper().kinds()
        sides = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]
        assert [side == WD_ALIGN_PARAGRAPH.RIGHT for side in sides] == [
            kind == "number" for kind in kinds
        ]


def test_the_paper_is_tagged_and_tells_its_title(made):
    paper = files.paper(made)

    assert paper.startswith(b"%PDF-")
    for told in (b"/StructTreeRoot", b"/MarkInfo", b"/Outlines", b"/Lang", b"pdfuaid"):
        assert told in paper


def test_bars_are_as_long_as_their_numbers(made):
    bars = drawing.bars_of(made, chapter(made, "besok"))

    by_country = {row[0]: row[1] for row in made.grids["besok-land"].rows}
    assert {bar.name: bar.value for bar in bars.bars} == {k: str(v) for k, v in by_country.items()}
    unit = max(bar.length for bar in bars.bars) / max(by_country.values())
    lengths = [unit * by_country[bar.name] for bar in bars.bars]
    assert [bar.length for bar in bars.bars] == pytest.approx(lengths)
    assert drawing.png(bars).startswith(b"\x89PNG")


def test_a_drawing_has_lengths_that_a_browser_reads(made):
    drawn = drawing.svg(drawing.bars_of(made, chapter(made, "besok")))

    assert re.findall(r'(?:width|x|y)="([^"]*)"', drawn)
    assert not re.search(r'="[0-9]+,[0-9]+"', drawn)


def test_numbers_of_the_paper_stand_to_the_right():
    rows = [("Land", "Besök"), ("Norge", "7"), ("Estland", "1234567")]
    made = pdf("År", opening=[], parts=[Part("Del", [Block("", [], rows, (1,))])], contents=False)

    begins = {}

    def see(text, page, own, _font, _size):
        for word in text.split():
            begins[word] = page[4] + own[4]

    PdfReader(io.BytesIO(made)).pages[0].extract_text(visitor_text=see)
    assert begins["Norge"] == begins["Estland"]
    assert begins["7"] > begins["1234567"] + 20
