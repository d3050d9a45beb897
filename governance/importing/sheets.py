"""Spreadsheets read safely: XLSX and CSV as rows of text, with limits that no claim can move.

An XLSX is a zip of XML. What it unpacks to is counted as it is read, never as it says of itself;
XML that declares entities is refused; a formula is told apart from a value.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from django.utils.translation import gettext as _

MB = 1024 * 1024
LARGEST = 5 * MB
LARGEST_UNPACKED = 60 * MB
MOST_ROWS = 10_000
MOST_COLUMNS = 60
LONGEST_CELL = 5_000
# Rows without a word in them: a sheet that is formatted to its last line has a million.
MOST_EMPTY = 50_000
CHUNK = 64 * 1024
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PLACE = re.compile(r"([A-Z]{1,3})\d+")
DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
ENDINGS = ("xlsx", "csv")
OLD_EXCEL, PDF, ZIP = b"\xd0\xcf\x11\xe0", b"%PDF", b"PK\x03\x04"


class Unreadable(Exception):
    """The file can't be read; the sentence says why and what to do."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell. formula: it is worked out by the spreadsheet."""

    text: str = ""
    formula: bool = False


@dataclass
class Sheet:
    """A table: what its columns are called, and its rows with their numbers in the file."""

    headings: list[str]
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)


def read(content: bytes, name: str) -> Sheet:
    """Return the first table of a file. Raises Unreadable."""
    ending = name.rpartition(".")[2].lower()
    if len(content) > LARGEST:
        raise Unreadable(_("Filen är större än 5 MB. Dela upp den och läs in en del i taget."))
    if content.startswith(OLD_EXCEL):
        raise Unreadable(_("Det här är en äldre Excelfil. Spara den som .xlsx och försök igen."))
    is_zip = content.startswith(ZIP)
    if ending not in ENDINGS or content.startswith(PDF) or is_zip != (ending == "xlsx"):
        raise Unreadable(
            _("Filen är inte ett kalkylblad. Välj en fil som slutar på .xlsx eller .csv.")
        )
    lines = _xlsx(content) if is_zip else _csv(content)
    return _sheet(lines)


def _sheet(lines: Iterator[tuple[int, list[Cell]]]) -> Sheet:
    sheet, empty = None, 0
    for number, cells in lines:
        if not any(cell.text or cell.formula for cell in cells):
            empty += 1
            if empty > MOST_EMPTY:
                raise Unreadable(
                    _("Bladet har mest tomma rader. Kopiera raderna till mallen och försök igen.")
                )
            continue
        if len(cells) > MOST_COLUMNS:
            raise Unreadable(_("Bladet har för många kolumner. Ta med högst 60."))
        if sheet is None:
            sheet = Sheet([cell.text for cell in cells])
        elif len(sheet.rows) == MOST_ROWS:
            raise Unreadable(_("Bladet har fler än 10 000 rader. Dela upp det i flera filer."))
        else:
            sheet.rows.append((number, cells))
    if sheet is None or not sheet.rows:
        raise Unreadable(_("Bladet har inga rader. Första raden ska vara rubriker."))
    return sheet


def _csv(content: bytes) -> Iterator[tuple[int, list[Cell]]]:
    text = _decoded(content)
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            cells = [value.strip()[:LONGEST_CELL] for value in row]
            yield reader.line_num, [Cell(text, text.startswith("=")) for text in cells]
    except csv.Error as broken:
        raise Unreadable(_("Filen går inte att läsa som CSV.")) from broken


def _decoded(content: bytes) -> str:
    """Return the text, whether it was saved as Unicode or by an older Excel."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
        break
    raise Unreadable(_("Filen är inte ett kalkylblad. Välj en fil som slutar på .xlsx eller .csv."))


class _Budget:
    """How much of a zip may still be unpacked."""

    def __init__(self) -> None:
        self.left = LARGEST_UNPACKED

    def read(self, part: IO[bytes]) -> bytes:
        """Return the next piece. Raises Unreadable when there is more than there may be."""
        piece = part.read(CHUNK)
        self.left -= len(piece)
        if self.left < 0:
            raise Unreadable(_("Filen packar upp till mer än 60 MB och läses inte in."))
        return piece


def _xlsx(content: bytes) -> Iterator[tuple[int, list[Cell]]]:
    budget = _Budget()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            names = set(book.namelist())
            sheets = sorted(
                name for name in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)
            )
            if "xl/workbook.xml" not in names or not sheets:
                raise Unreadable(_("Filen är inget kalkylblad från Excel. Spara den som .xlsx."))
            first = min(sheets, key=lambda name: int(re.sub(r"\D", "", name)))
            shared = []
            if "xl/sharedStrings.xml" in names:
                shared = [
                    _text(one) for one in _elements(book, "xl/sharedStrings.xml", "si", budget)
                ]
            for place, row in enumerate(_elements(book, first, "row", budget), 1):
                yield int(row.get("r") or place), _cells(row, shared)
    except (
        zipfile.BadZipFile,
        zlib.error,
        ParseError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        EOFError,
    ) as broken:
        raise Unreadable(
            _("Filen är skadad eller låst. Öppna den, spara den på nytt och försök igen.")
        ) from broken


def _elements(book: zipfile.ZipFile, name: str, tag: str, budget: _Budget) -> Iterator[Element]:
    """Return the elements of a part one by one; what is read is let go of."""
    parser = XMLPullParser(["start", "end"])
    root: Element | None = None
    found: Any
    tail = b""
    with book.open(name) as part:
        while piece := budget.read(part):
            if DECLARES.search(tail + piece) or piece.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise Unreadable(_("Filen innehåller annat än ett kalkylblad och läses inte in."))
            tail = piece[-16:]
            parser.feed(piece)
            events: Any = parser.read_events()
            for event, found in events:
                root = found if root is None else root
                if event == "end" and found.tag == f"{MAIN}{tag}":
                    yield found
                    found.clear()
                    _forget(root)


def _forget(root: Any) -> None:
    """Let go of rows that have been read; of the sheet only the element of the data is left."""
    for child in root:
        if child.tag == f"{MAIN}sheetData":
            child.clear()
            return
    if root.tag == f"{MAIN}sst":
        root.clear()


def _text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{MAIN}t"))[:LONGEST_CELL]


def _cells(row: Element, shared: list[str]) -> list[Cell]:
    cells: list[Cell] = []
    for found in row.iter(f"{MAIN}c"):
        at = PLACE.fullmatch(found.get("r") or "")
        place = _column(at[1]) if at else len(cells)
        if place >= MOST_COLUMNS * 4:
            raise Unreadable(_("Bladet har för många kolumner. Ta med högst 60."))
        cell = _cell(found, shared)
        if not cell.text and not cell.formula:
            continue
        cells += [Cell()] * (place + 1 - len(cells))
        cells[place] = cell
    return cells


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _cell(found: Element, shared: list[str]) -> Cell:
    formula = found.find(f"{MAIN}f") is not None
    kind, value = found.get("t", "n"), found.findtext(f"{MAIN}v") or ""
    if kind == "s":
        value = shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    elif kind == "inlineStr":
        value = _text(found)
    elif kind == "b":
        value = {"1": "ja", "0": "nej"}.get(value, "")
    elif kind == "n" and value.endswith(".0"):
        value = value[:-2]
    return Cell(value.strip()[:LONGEST_CELL], formula)
