"""The council's goals as lines of text: from a pasted list or a CSV, good lines and bad ones.

A line is year, code, Swedish, English, with semicolons, tabs or commas between. A first line with
names of columns is left out.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

from engagements.forms.text import clean_text
from engagements.models import OrientationGoal

FIRST_YEAR, LAST_YEAR = 2000, 2199
CODE = re.compile(r"[A-Za-z0-9_-]{1,24}")
LONGEST = 200
MOST = 500
HEADINGS = ("år", "year", "budgetår")


class GoalLine(NamedTuple):
    """A goal as a line has it."""

    year: int
    code: str
    name_sv: str
    name_en: str


class BadLine(NamedTuple):
    """A line that says no goal: its number, what it says, and why."""

    number: int
    text: str
    why: str


@dataclass
class Read:
    """What a text says: the goals, by what loading them would do, and the lines that say none."""

    new: list[GoalLine] = field(default_factory=list)
    changed: list[GoalLine] = field(default_factory=list)
    same: list[GoalLine] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)

    @property
    def good(self) -> list[GoalLine]:
        """The goals that loading would write."""
        return [*self.new, *self.changed]


def read(text: str) -> Read:
    """Read a text; what it would do is compared with the goals there are, in one query."""
    found, seen = Read(), dict[tuple[int, str], int]()
    goals: list[GoalLine] = []
    for number, line in enumerate(text.splitlines()[:MOST], start=1):
        cells = _cells(line)
        if not any(cells) or (number == 1 and cells[0].lower() in HEADINGS):
            continue
        goal, why = _goal(cells)
        if goal and (goal.year, goal.code) in seen:
            before = seen[goal.year, goal.code]
            goal, why = None, _("Samma år och kod som rad %(n)s.") % {"n": before}
        if goal is None:
            found.bad.append(BadLine(number, line.strip(), why))
        else:
            seen[goal.year, goal.code] = number
            goals.append(goal)
    _sort(goals, found)
    return found


def _cells(line: str) -> list[str]:
    sign = next((sign for sign in ("\t", ";", ",") if sign in line), ";")
    row: Iterable[str] = next(iter(csv.reader([line], delimiter=sign)), [])
    return [clean_text(cell).strip() for cell in row]


def _goal(cells: list[str]) -> tuple[GoalLine | None, str]:
    if len(cells) != len(GoalLine._fields):
        return None, _("En rad ska ha fyra delar: år, kod, svenska, engelska.")
    year, code, name_sv, name_en = cells
    if not (year.isascii() and year.isdecimal() and FIRST_YEAR <= int(year) <= LAST_YEAR):
        return None, _("Skriv året med fyra siffror, till exempel 2027.")
    if not CODE.fullmatch(code):
        return None, _("Koden får ha högst 24 tecken: bokstäver a–z, siffror och bindestreck.")
    if not name_sv or not name_en:
        return None, _("Skriv målet på både svenska och engelska.")
    if max(len(name_sv), len(name_en)) > LONGEST:
        return None, _("Målet får ha högst 200 tecken.")
    return GoalLine(int(year), code, name_sv, name_en), ""


def _sort(goals: list[GoalLine], found: Read) -> None:
    rows = OrientationGoal.objects.filter(year__in={goal.year for goal in goals})
    kept = {(row.year, row.code): (row.name_sv, row.name_en) for row in rows}
    for goal in goals:
        before = kept.get((goal.year, goal.code))
        if before is None:
            found.new.append(goal)
        elif before == (goal.name_sv, goal.name_en):
            found.same.append(goal)
        else:
            found.changed.append(goal)
