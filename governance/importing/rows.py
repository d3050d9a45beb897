"""Rows of a spreadsheet as answers, and what is wrong with those that are none."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from governance.importing.columns import REGISTRY, Column, Importable, Misread
from governance.importing.sheets import Cell, Sheet, read
from governance.models import ImportedRow, ImportFile


@dataclass(frozen=True)
class Problem:
    """What is wrong in a row: the column by its title, what stands there, and why it won't do."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Good:
    """A row that can be read in. known: it is there already."""

    row: int
    answers: dict[str, Any]
    fingerprint: str
    known: bool


@dataclass(frozen=True)
class Read:
    """All rows of a file."""

    good: list[Good]
    problems: list[Problem]

    @property
    def fresh(self) -> list[Good]:
        """Those that are not there already."""
        return [row for row in self.good if not row.known]

    @property
    def known(self) -> int:
        """How many are there already."""
        return len(self.good) - len(self.fresh)

    @property
    def bad(self) -> int:
        """How many rows have something wrong."""
        return len({problem.row for problem in self.problems})


def rows_of(file: ImportFile, *, on: date) -> Read:
    """Return what a file says. Raises sheets.Unreadable."""
    importable = REGISTRY[file.slug]
    sheet = read(bytes(file.content), file.name)
    seen = set(
        ImportedRow.objects.filter(
            organisation=file.organisation_id, kind=importable.kind
        ).values_list("fingerprint", flat=True)
    )
    return _judged(importable, sheet, file.mapping, seen, importable.known(file.organisation), on)


def _judged(
    importable: Importable,
    sheet: Sheet,
    mapping: Mapping[str, int],
    seen: set[str],
    there: set[tuple[str, ...]],
    on: date,
) -> Read:
    good: list[Good] = []
    problems: list[Problem] = []
    before: dict[str, int] = {}
    for number, cells in sheet.rows:
        answers, wrong = _row(importable, number, cells, mapping, on)
        mark = fingerprint(importable, answers)
        if not wrong and mark in before:
            said = _("Samma som rad %(row)s") % {"row": before[mark]}
            first = _column(importable, importable.key[0])
            wrong = [Problem(number, str(first.title), str(answers[importable.key[0]]), said)]
        if wrong:
            problems += wrong
            continue
        before[mark] = number
        known = mark in seen or importable.key_of(answers) in there
        good.append(Good(number, answers, mark, known))
    return Read(good, problems)


def _row(
    importable: Importable, number: int, cells: list[Cell], mapping: Mapping[str, int], on: date
) -> tuple[dict[str, Any], list[Problem]]:
    answers: dict[str, Any] = {}
    wrong: list[Problem] = []
    for column in importable.columns:
        place = mapping.get(column.name, -1)
        cell = cells[place] if 0 <= place < len(cells) else Cell()
        try:
            answers[column.name] = _value(column, cell)
        except Misread as misread:
            wrong.append(Problem(number, str(column.title), cell.text[:80], str(misread)))
    if not wrong:
        for name, reason in importable.check(answers, on).items():
            title = str(_column(importable, name).title)
            wrong.append(Problem(number, title, str(answers.get(name) or ""), reason))
    return answers, wrong


def _value(column: Column, cell: Cell) -> Any:
    if cell.formula:
        raise Misread(_("Cellen är en formel. Klistra in värdet i stället"))
    if cell.text:
        return column.read(cell.text)
    if column.needed:
        raise Misread(_("Cellen är tom men måste fyllas i"))
    return None


def _column(importable: Importable, name: str) -> Column:
    return next(column for column in importable.columns if column.name == name)


def fingerprint(importable: Importable, answers: Mapping[str, Any]) -> str:
    """Return the SHA-256 of what tells a row from others."""
    text = "\n".join((importable.kind, *importable.key_of(answers)))
    return hashlib.sha256(text.encode()).hexdigest()
