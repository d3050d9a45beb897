"""The annual report as files: a document to edit, one to print, tables, and all of them at once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from docx import Document as Docx
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from engagements.templatetags.utblick import number
from governance.annual import drawing
from governance.annual.document import Chapter, Document
from governance.annual.grids import Grid
from governance.annual.tables import as_tables
from governance.papers import Block, Part, Picture, pdf
from governance.reports.files import clean, write_csv, write_xlsx
from governance.reports.table import Cell, Column, Table

# A table on paper is to be read; the workbook has all of it.
MOST_ROWS = 60


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
            blocks.append(Block(grid.title, _left_out(grid), table=rows))
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
    rows = grid.rows[:MOST_ROWS]
    table = page.add_table(rows=1 + len(rows), cols=len(grid.columns), style="Light Grid Accent 1")
    for cell, name in zip(table.rows[0].cells, grid.headings, strict=True):
        cell.text = name
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    # The library looks a row's cells up anew each time it is asked.
    for line, row in zip(list(table.rows)[1:], rows, strict=True):
        for cell, text in zip(line.cells, _cells(row), strict=True):
            cell.text = clean(text)
    for line in table.rows:
        for cell in line.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(8)


def workbook(made: Document) -> bytes:
    """Return the tables as a workbook: a sheet each, the figures of the text, and definitions."""
    kept = io.BytesIO()
    write_xlsx(as_tables(made), kept, lambda _done: None)
    return kept.getvalue()


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
