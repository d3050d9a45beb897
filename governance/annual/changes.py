"""What has changed since an edition was frozen."""

from __future__ import annotations

from dataclasses import dataclass

from governance.annual.document import Document
from governance.annual.grids import Grid
from governance.reports.table import Cell


@dataclass(frozen=True)
class Change:
    """A row that came, went or reads otherwise. cells: heading, what was frozen, what it is now."""

    key: str
    sort: str
    cells: tuple[tuple[str, Cell, Cell], ...] = ()


CAME, WENT, CHANGED = "came", "went", "changed"


def between(frozen: Document, now: Document) -> list[tuple[str, list[Change]]]:
    """Return the tables that read otherwise now, each with its rows."""
    found = []
    for key, grid in frozen.grids.items():
        other = now.grids.get(key)
        changes = _rows(grid, other) if other else []
        if changes:
            found.append((grid.title, changes))
    return found


def _rows(frozen: Grid, now: Grid) -> list[Change]:
    before = {str(row[0]): row for row in frozen.rows}
    after = {str(row[0]): row for row in now.rows}
    shared = [name for name in frozen.headings if name in now.headings]
    found = [Change(key, CAME) for key in after.keys() - before.keys()]
    found += [Change(key, WENT) for key in before.keys() - after.keys()]
    for key in before.keys() & after.keys():
        cells = [
            (name, before[key][frozen.headings.index(name)], after[key][now.headings.index(name)])
            for name in shared
        ]
        differing = tuple(cell for cell in cells if cell[1] != cell[2])
        if differing:
            found.append(Change(key, CHANGED, differing))
    return sorted(found, key=lambda one: (one.key, one.sort))
