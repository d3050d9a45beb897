"""The annual report as files: a document to edit, one to print, tables, and all of them at once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from docx import Document as Docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as DocxTable

from engagements.templatetags.utblick import number
from governance.annual import drawing
from governance.annual.document import Chapter, Document
from governance.annual.grids import Grid
from governance.annual.tables import as_tables
from governance.papers import Block, Part, Picture, pdf
from governance.reports.files import clean, without_moment, write_csv, write_xlsx
from governance.reports.table import Cell, Column, Table

# A table on paper is to be read; the workbook has all of it.
MOST_ROWS = 60
# Of a table in the document, in centimetres; texts longer than some letters may as well be broken.
TEXT_WIDTH, PADDING, LETTER, MOST_LETTERS = 16.6, 0.4, 0.18, 40
LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


def paper(made: Document) -> bytes:
    """Return the report as PDF/UA-1."""
    parts = [Part(one.title, _blocks(made, one), page=False) for one in made.chapters]
    if made.own:
        own = [Block(name, text.split("\n\n")) for name, text in made.own]
        parts.append(Part(_("Verksamheternas egna avsnitt"), own, page=False))
    return pdf(made.title, opening=_opening(made), parts=parts, contents=True)


def _opening(made: Document) -> list[str]:
    return [
        _("Framtagen %(day)s ur det som är registrerat och beslutat.")
        % {"day": made.made_at.strftime("%Y-%m-%d")},
        _("Det som är hemligt eller aldrig har skickats in ingår inte."),
    ]


def _blocks(made: Document, chapter: Chapter) -> list[Block]:
    blocks = [Block("", chapter.paragraphs)]
    bars = drawing.bars_of(made, chapter)
    if bars:
        blocks.append(Block(bars.title, [], picture=Picture(drawing.svg(bars), bars.alt)))
    for key in chapter.tables:
        grid = made.grids[key].on_paper()
        if grid.rows:
            rows = [tuple(grid.headings), *(_cells(row) for row in grid.rows[:MOST_ROWS])]
            numbers = tuple(n for n, kind in enumerate(grid.kinds()) if kind == "number")
            blocks.append(Block(grid.title, _left_out(grid), table=rows, numbers=numbers))
    return blocks


def _cells(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(_cell(cell) for cell in row)


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return number(round(cell)) if isinstance(cell, int | float) and cell > 9999 else str(cell)


def _left_out(grid: Grid) -> list[str]:
    if len(grid.rows) <= MOST_ROWS:
        return []
    said = _("De första %(n)s av %(all)s rader; alla står i arbetsboken.")
    return [said % {"n": MOST_ROWS, "all": len(grid.rows)}]


def word(made: Document) -> bytes:
    """Return the report as a document with headings, marked table heads and alternative texts."""
    page = Docx()
    _speak_swedish(page)
    page.core_properties.title = made.title
    page.core_properties.author = "Utblick"
    page.core_properties.language = "sv-SE"
    page.core_properties.comments = ""
    page.add_heading(made.title, level=0)
    for line in _opening(made):
        page.add_paragraph(line)
    for chapter in made.chapters:
        _chapter(page, made, chapter)
    if made.own:
        page.add_heading(_("Verksamheternas egna avsnitt"), level=1)
        for name, text in made.own:
            page.add_heading(name, level=2)
            for part in text.split("\n\n"):
                page.add_paragraph(clean(part))
    kept = io.BytesIO()
    page.save(kept)
    return kept.getvalue()


def _speak_swedish(page: DocxDocument) -> None:
    """Tell readers aloud which language it is: the template that comes along speaks English."""
    for lang in page.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "sv-SE")
    normal = page.styles["Normal"]
    normal.font.size = Pt(11)
    for section in page.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)


def _chapter(page: DocxDocument, made: Document, chapter: Chapter) -> None:
    page.add_heading(chapter.title, level=1)
    for text in chapter.paragraphs:
        page.add_paragraph(clean(text))
    bars = drawing.bars_of(made, chapter)
    if bars:
        page.add_heading(bars.title, level=2)
        page.add_picture(io.BytesIO(drawing.png(bars)), width=Cm(15))
        (drawn,) = page.inline_shapes._inline_lst[-1:]
        drawn.docPr.set("descr", bars.alt)
        drawn.docPr.set("title", bars.title)
    for key in chapter.tables:
        grid = made.grids[key].on_paper()
        if grid.rows:
            page.add_heading(grid.title, level=2)
            for line in _left_out(grid):
                page.add_paragraph(line)
            _table(page, grid)


def _table(page: DocxDocument, grid: Grid) -> None:
    rows = [tuple(grid.headings), *(_cells(row) for row in grid.rows[:MOST_ROWS])]
    table = page.add_table(rows=len(rows), cols=len(grid.columns), style="Light Grid Accent 1")
    table.autofit = False
    _calm(table)
    widths = _widths(rows)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    sides = [RIGHT if kind == "number" else LEFT for kind in grid.kinds()]
    # The library looks a row's cells up anew each time it is asked.
    for line, row in zip(list(table.rows), rows, strict=True):
        line._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        for cell, text, width, side in zip(line.cells, row, widths, sides, strict=True):
            cell.text = clean(text)
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.alignment = side
                for run in paragraph.runs:
                    run.font.size = Pt(8)


def _calm(table: DocxTable) -> None:
    """Keep the style from making a first column bold: it is as often a number as a name."""
    for look in table._tbl.tblPr.iter(qn("w:tblLook")):
        look.set(qn("w:firstColumn"), "0")
        look.set(qn("w:val"), "0420")


def _widths(rows: Sequence[tuple[str, ...]]) -> list[int]:
    """Return how wide each column is: its longest word, and what is left by its longest text."""
    # Heads are bold, and a bold letter is wider.
    heads = tuple(" ".join(f"{word}--" for word in head.split()) for head in rows[0])
    wide = [heads, *rows[1:]]
    columns = list(zip(*wide, strict=True))
    words = [
        max(len(word) for text in column for word in text.split() or [""]) for column in columns
    ]
    texts = [min(max(map(len, column)), MOST_LETTERS) for column in columns]
    least = [PADDING + LETTER * n for n in words]
    left = max(TEXT_WIDTH - sum(least), 0)
    more = [text - word + 1 for text, word in zip(texts, words, strict=True)]
    wanted = [one + left * each / sum(more) for one, each in zip(least, more, strict=True)]
    return [Cm(one * TEXT_WIDTH / sum(wanted)) for one in wanted]


def workbook(made: Document) -> bytes:
    """Return the tables as a workbook: a sheet each, the figures of the text, and definitions."""
    kept = io.BytesIO()
    write_xlsx(as_tables(made), kept, lambda _done: None)
    return without_moment(kept.getvalue(), made.made_at)


def data(made: Document) -> bytes:
    """Return all of the report as JSON; each column says what it means and holds."""
    return made.canonical().encode()


def bundle(made: Document) -> bytes:
    """Return all files in one: the same bytes for the same report, but for the documents."""
    kept = io.BytesIO()
    name = f"internationellt-arbete-{made.year}"
    when = made.made_at.timetuple()[:6]
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as whole:

        def put(path: str, content: bytes) -> None:
            whole.writestr(zipfile.ZipInfo(path, when), content, zipfile.ZIP_DEFLATED)

        put(f"{name}.docx", word(made))
        put(f"{name}.pdf", paper(made))
        put(f"{name}.xlsx", workbook(made))
        put(f"{name}.json", data(made))
        for key, grid in made.grids.items():
            put(f"csv/{key}.csv", _csv(made, grid.table()))
        put("csv/datalexikon.csv", _csv(made, dictionary(made)))
    return kept.getvalue()


def _csv(made: Document, table: Table) -> bytes:
    kept = io.BytesIO()
    write_csv(replace(as_tables(made), tables=(table,)), kept, lambda _done: None)
    return kept.getvalue()


def dictionary(made: Document) -> Table:
    """Return what each column of each table means and holds."""
    said = {"date": _("datum"), "number": _("tal"), "text": _("text")}
    rows = [
        (key, grid.title, column.title, column.meaning, said[holds])
        for key, grid in made.grids.items()
        for column, holds in zip(grid.columns, grid.kinds(), strict=True)
    ]
    columns = tuple(
        Column(name) for name in (_("Fil"), _("Tabell"), _("Kolumn"), _("Betydelse"), _("Innehåll"))
    )
    return Table(_("Datalexikon"), columns, iter(rows))


FORMATS: dict[str, Callable[[Document], bytes]] = {
    "zip": bundle,
    "docx": word,
    "pdf": paper,
    "xlsx": workbook,
    "json": data,
}
