"""A workbook written row by row, in constant memory: no more of the format than exports need.

The quick library there is writes the moment of writing into the file, so that the same rows would
not give the same bytes; the well-known one takes eight times as long.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from itertools import chain, count, islice
from math import isfinite
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from governance.reports.table import Cell, Progress

MOST_ROWS = 1_048_576
LONGEST_TEXT = 32_767
LONGEST_NAME = 31
BEFORE_ALL_DAYS = date(1899, 12, 30).toordinal()
TOGETHER = 200
# How often progress is told.
EVERY = 200
# More work than this makes it little smaller.
SQUEEZED = 3
PLAIN, DAY, BOLD = 0, 1, 2
# A reader takes these for a coded character, unless the beginning is coded itself.
CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org"
MAIN = f"{OFFICE}/spreadsheetml/2006/main"
LINKS = f"{OFFICE}/officeDocument/2006/relationships"
PACKAGE = f"{OFFICE}/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def clean(text: str) -> str:
    """Replace what XML and CSV can't hold: control characters become U+FFFD."""
    if text.isprintable():
        return text
    return "".join(
        c
        if c in "\t\n"
        or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
        else "\ufffd"
        for c in text.replace("\r\n", "\n").replace("\r", "\n")
    )


@cache
def letters(place: int) -> str:
    """Return what a column is called: A, B, … Z, AA."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(65 + last)


def _text(text: str) -> str:
    """Return a text inside a cell."""
    if not text.isprintable():
        text = clean(text)
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT]
    if "&" in text or "<" in text or ">" in text:
        text = escape(text)
    if "_x" in text:
        text = CODED.sub("_x005F_", text)
    kept = "" if text.strip() == text and "\n" not in text else ' xml:space="preserve"'
    return f"<is><t{kept}>{text}</t></is>"


def cell(place: str, value: Cell, style: int = PLAIN) -> str:
    """Return a cell. Raises ValueError for what is no number."""
    styled = f' s="{style}"' if style else ""
    if isinstance(value, str):
        return f'<c r="{place}"{styled} t="inlineStr">{_text(value)}</c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="{DAY}"><v>{_days(value)}</v></c>'
    if value is None:
        return ""
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(value)
    told = int(value) if isinstance(value, bool) else value
    return f'<c r="{place}"{styled}><v>{told}</v></c>'


def _days(value: date) -> float:
    """Return a day as spreadsheets count them."""
    days = value.toordinal() - BEFORE_ALL_DAYS
    if isinstance(value, datetime):
        return days + (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
    return days


class Workbook:
    """Sheets, written one after the other; leaving it writes what is said of them all.

    No moment of writing stands in it: the same rows give the same bytes.
    """

    def __init__(self, target: IO[bytes], made_at: datetime) -> None:
        self.made_at = made_at
        self.names: list[str] = []
        self.book = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=SQUEEZED)
        self._put("_rels/.rels", _links(("officeDocument", "xl/workbook.xml"), CORE))

    def __enter__(self) -> Workbook:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is None:
            self._close()
        self.book.close()

    def sheet(
        self,
        name: str,
        rows: Iterable[Sequence[Cell]],
        *,
        heads: Sequence[str] = (),
        widths: Sequence[int] = (),
        styles: Sequence[int] = (),
        done: Progress = lambda _number: None,
    ) -> None:
        """Write a sheet, and others after it when there are more rows than it can hold.

        heads: stay on top while the rest is scrolled. styles: of the texts, by column.
        """
        lines = enumerate(rows, 1)
        room = MOST_ROWS - bool(heads)
        full = True
        while full:
            self.names.append(self._unused(name))
            with self.book.open(f"xl/worksheets/sheet{len(self.names)}.xml", "w") as sheet:
                sheet.write(_beginning(heads, widths).encode())
                full = _fill(sheet, islice(lines, room), 2 if heads else 1, styles, done) == room
                sheet.write(b"</sheetData></worksheet>")

    def _unused(self, name: str) -> str:
        name = NOT_IN_A_NAME.sub(" ", clean(name)).strip("' \n\t") or "-"
        taken = {each.casefold() for each in self.names}
        endings = chain([""], (f" ({number})" for number in count(2)))
        offered = (name[: LONGEST_NAME - len(ending)] + ending for ending in endings)
        return next(each for each in offered if each.casefold() not in taken)

    def _put(self, path: str, text: str) -> None:
        with self.book.open(path, "w") as part:
            part.write(text.encode())

    def _close(self) -> None:
        names = list(enumerate(self.names, 1))
        sheets = "".join(
            f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in names
        )
        self._put(
            "xl/workbook.xml",
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">'
            f"<sheets>{sheets}</sheets></workbook>",
        )
        linked = [("worksheet", f"worksheets/sheet{n}.xml") for n, _name in names]
        self._put("xl/_rels/workbook.xml.rels", _links(*linked, ("styles", "styles.xml")))
        self._put("xl/styles.xml", STYLES)
        made = self.made_at.replace(microsecond=0)
        utc = made.astimezone(UTC) if made.tzinfo else made
        self._put("docProps/core.xml", ABOUT % f"{utc:%Y-%m-%dT%H:%M:%SZ}")
        kinds = [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles")]
        kinds += [(f"xl/worksheets/sheet{n}.xml", "worksheet") for n, _name in names]
        self._put("[Content_Types].xml", _contents(kinds))


CORE = ("core", "docProps/core.xml")
ABOUT = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created></cp:coreProperties>'
)


def _links(*parts: tuple[str, str]) -> str:
    kinds = {"core": f"{PACKAGE}/relationships/metadata/core-properties"}
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{kinds.get(kind, f"{LINKS}/{kind}")}" Target="{path}"/>'
        for n, (kind, path) in enumerate(parts, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _contents(kinds: Iterable[tuple[str, str]]) -> str:
    parts = "".join(
        f'<Override PartName="/{path}" ContentType="{TYPE}.{kind}+xml"/>' for path, kind in kinds
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _beginning(heads: Sequence[str], widths: Sequence[int]) -> str:
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(widths, 1)
    )
    top = "".join(cell(f"{letters(n)}1", head, BOLD) for n, head in enumerate(heads))
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}">'
        f'<sheetViews><sheetView workbookViewId="0">{pane if heads else ""}</sheetView>'
        "</sheetViews>"
        + (f"<cols>{columns}</cols>" if columns else "")
        + "<sheetData>"
        + (f'<row r="1">{top}</row>' if heads else "")
    )


def _fill(
    sheet: IO[bytes],
    lines: Iterator[tuple[int, Sequence[Cell]]],
    first: int,
    styles: Sequence[int],
    done: Progress,
) -> int:
    """Write rows; return how many they were."""
    written = 0
    while batch := list(islice(lines, TOGETHER)):
        numbered = enumerate(batch, first + written)
        sheet.write("".join(_row(place, row, styles) for place, (_n, row) in numbered).encode())
        written += len(batch)
        for number, _values in batch:
            if number % EVERY == 0:
                done(number)
    return written


def _row(number: int, row: Sequence[Cell], styles: Sequence[int]) -> str:
    if not styles and (quick := _shape(tuple(map(type, row))).filled(number, row)):
        return quick
    styles = styles or [PLAIN] * len(row)
    cells = zip(row, styles, strict=False)
    inside = (cell(f"{letters(n)}{number}", *held) for n, held in enumerate(cells))
    return f'<row r="{number}">{"".join(inside)}</row>'


# Texts of a row are looked at together, with this between them.
BETWEEN = "|"
TO_MEND = ("&", "<", ">", "_x", f"{BETWEEN} ", f" {BETWEEN}")
NOTHING = type(None)
WRITTEN: dict[type, str] = {
    str: ' t="inlineStr"><is><t>%s</t></is></c>',
    int: "><v>%d</v></c>",
    float: "><v>%r</v></c>",
    date: f' s="{DAY}"><v>%d</v></c>',
    NOTHING: "%.0s",
}


class _Shape:
    """Rows whose values are of the same types are written by the same words: a fifth of the time.

    One that holds what must be mended first is written cell by cell.
    """

    def __init__(self, types: tuple[type, ...]) -> None:
        self.words = ""
        if set(types) <= WRITTEN.keys():
            begun = (
                "" if t is type(None) else f'<c r="{letters(n)}#"' for n, t in enumerate(types)
            )
            told = (begin + WRITTEN[t] for begin, t in zip(begun, types, strict=True))
            self.words = f'<row r="#">{"".join(told)}</row>'
        self.texts, self.days, self.floats = (
            [n for n, t in enumerate(types) if t is wanted] for wanted in (str, date, float)
        )

    def filled(self, number: int, row: Sequence[Cell]) -> str:
        """Return a row's words; nothing where they won't do."""
        values: list[Any] = list(row)
        texts = f"{BETWEEN}{BETWEEN.join([values[n] for n in self.texts])}{BETWEEN}"
        if (
            not self.words
            or len(texts) > LONGEST_TEXT
            or not texts.isprintable()
            or any(each in texts for each in TO_MEND)
            or not isfinite(sum([values[n] for n in self.floats]))
        ):
            return ""
        for n in self.days:
            values[n] = values[n].toordinal() - BEFORE_ALL_DAYS
        return self.words.replace("#", str(number)) % tuple(values)


_shape = lru_cache(maxsize=1_024)(_Shape)
