"""Cells that the database can say by itself, so that a long file needs no objects."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, Expression, F, Func, JSONField, QuerySet, TextField, Value
from django.db.models.fields import DateField
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import get_language

from governance.reports.files import FORMULA, harmless
from governance.reports.table import Cell

Said = F | Expression
BATCH = 2_000
# Between cells and after rows, on the way from the database; no text holds them there.
CELL, ROW = "\x1f", "\n"
# How COPY writes what would end a row, and itself.
ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
ESCAPE = re.compile(r"\\(.)")
# What a line of CSV can't hold as it is: what is quoted, what is replaced, what begins a formula.
TO_MEND = re.compile(
    rf'[\x00-\x09\x0b-\x1e\ufffe\uffff;"\\]|[{ROW}{CELL}]\s*[{re.escape("".join(FORMULA))}]',
)
# The same for the bytes of many rows, coarsely: letters that no row has, the first byte of what
# may stand before a formula or begin one (white space and FORMULA), marked where a cell begins.
SELDOM = bytes(set(range(0x20)) - {*(ROW + CELL).encode()}) + b';"\\'
NONCHARACTERS = b"\xef\xbf"
BEGINS = bytes.maketrans(b"\n +-@\xc2\xe1\xe2\xe3\xef", b"\x1f" + b"=" * 9)
FORMULA_BEGINS = b"\x1f="
TEXT = "replace(coalesce(%(expressions)s, ''), chr(31), chr(65533))"
DAY = "coalesce(to_char(%(expressions)s, 'YYYY-MM-DD'), '')"
OTHER = "coalesce((%(expressions)s)::text, '')"


def labelled(name: str, labels: Mapping[str, str]) -> Expression:
    """Return the label of a code that stands in a column; nothing for a code that has none."""
    known = Cast(Value(json.dumps(labels, ensure_ascii=False)), JSONField())
    return Coalesce(
        Func(
            known,
            F(name),
            template="(%(expressions)s)",
            arg_joiner=" ->> ",
            output_field=TextField(),
        ),
        Value(""),
        output_field=TextField(),
    )


def in_language(name: str) -> F | Coalesce:
    """Return a name that has an English form beside it, as its reader has it."""
    if (get_language() or "sv").startswith("en"):
        return Coalesce(NullIf(f"{name}_en", Value("")), f"{name}_sv")
    return F(f"{name}_sv")


class _AsText(Func):
    """A cell as CSV has it."""

    output_field = TextField()

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> Any:  # type: ignore[override]
        field = self.source_expressions[0].output_field
        kinds = {DateField: DAY, CharField: TEXT, TextField: TEXT}
        template = next((kinds[kind] for kind in kinds if isinstance(field, kind)), OTHER)
        return super().as_sql(compiler, connection, template=template, **context)


def rows_of(rows: QuerySet[Any], cells: Sequence[Said]) -> Iterator[Sequence[Cell]]:
    """Give every row's cells, in constant memory."""
    yield from rows.values_list(*cells).iterator(BATCH)


def csv_of(rows: QuerySet[Any], cells: Sequence[Said]) -> Iterator[str]:
    """Give every row as CSV, many lines at a time.

    The database joins the cells of a row and copies the rows out, which needs no cursor that holds
    them all. A batch that can stand as it is, stands so; else its lines are taken apart again.
    """
    joined = Func(
        Value(CELL),
        *(_AsText(cell) for cell in cells),
        function="concat_ws",
        output_field=TextField(),
    )
    texts = _which_are_text(rows, cells)
    try:
        sql, values = rows.values_list(joined, flat=True).query.sql_with_params()
    except EmptyResultSet:
        return
    with connection.cursor() as cursor:
        query = cursor.mogrify(sql, values)
        with cursor.copy(f"copy ({query}) to stdout") as copied:
            read = iter(copied)
            while batch := b"".join(islice(read, BATCH)):
                text = batch.decode()
                if len(cells) > 1 and _stands(batch, text):
                    yield text.replace(CELL, ";").replace(ROW, "\r\n")
                else:
                    yield _mended(text, texts)


def _stands(batch: bytes, text: str) -> bool:
    """Whether rows are CSV as they are. The bytes are looked at first, which takes a fifth."""
    seldom = len(batch.translate(None, SELDOM)) < len(batch) or NONCHARACTERS in batch
    if not seldom and FORMULA_BEGINS not in (b"\n" + batch).translate(BEGINS):
        return True
    return not TO_MEND.search(ROW + text)


def _which_are_text(rows: QuerySet[Any], cells: Sequence[Said]) -> list[bool]:
    fields = [cell.resolve_expression(rows.query).output_field for cell in cells]
    return [isinstance(field, CharField | TextField) for field in fields]


def _mended(rows: str, texts: Sequence[bool]) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";")
    for row in rows.removesuffix(ROW).split(ROW):
        line = ESCAPE.sub(lambda found: ESCAPED[found[1]], row)
        cells = zip(line.split(CELL), texts, strict=True)
        writer.writerow([harmless(cell) if text else cell for cell, text in cells])
    return lines.getvalue()
