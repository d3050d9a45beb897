"""Our readings of the strategy, as READINGS.md tells them, by clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from governance.strategy.clauses import parent_of

TABLE = "| "
COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """How a clause is read where it leaves room. In English, the language of the file."""

    id: str
    clauses: tuple[str, ...]
    text: str

    def is_of(self, clause: str) -> bool:
        """Whether it reads a clause: itself, its paragraph, or the section it is in."""
        mine = {clause, parent_of(clause)}
        return bool(mine & set(self.clauses)) or clause.startswith(
            tuple(f"{name}." for name in self.clauses)
        )


@cache
def readings() -> tuple[Reading, ...]:
    """Return all readings, in the order of the file."""
    lines = Path(__file__).with_name("READINGS.md").read_text("utf-8").splitlines()
    cells = [line.strip("| ").split(" | ", COLUMNS - 1) for line in lines if line.startswith(TABLE)]
    return tuple(
        Reading(id, _clauses(clauses), text.replace("`", ""))
        for id, clauses, text in cells
        if id != "id"
    )


def _clauses(written: str) -> tuple[str, ...]:
    """Return the ids in a cell; "law:BrB 10:5a, 10:5b" leaves out what is said before."""
    found: list[str] = []
    for name in written.split(", "):
        is_short = bool(found) and ":" in name and name[0].isdigit()
        found.append(f"{found[-1].rsplit(' ', 1)[0]} {name}" if is_short else name)
    return tuple(found)
