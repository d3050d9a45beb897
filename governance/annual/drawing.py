"""The report's charts: bars, drawn on the server, each beside the table that it shows."""

from __future__ import annotations

from dataclasses import dataclass

import typst
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from engagements.templatetags.utblick import number
from governance.annual.document import Chapter, Document

MOST, WIDTH, LABELS, ROW = 12, 640, 200, 28
SCALE = 144


@dataclass(frozen=True)
class Bar:
    """A bar: its name, its number as it is written, and where it lies in the drawing."""

    name: str
    value: str
    y: int
    length: float

    @property
    def end(self) -> float:
        """Where its number begins."""
        return round(LABELS + self.length + 8, 1)


@dataclass(frozen=True)
class Bars:
    """A chart of bars, the longest first. alt: what it shows, in words."""

    title: str
    alt: str
    bars: list[Bar]
    height: int
    width: int = WIDTH
    labels: int = LABELS


def bars_of(made: Document, chapter: Chapter) -> Bars | None:
    """Return the chart of a section; None where nothing is drawn."""
    if chapter.drawn is None:
        return None
    key, names, values = chapter.drawn
    grid = made.grids[key]
    name, value = grid.headings.index(names), grid.headings.index(values)
    sums: dict[str, int] = {}
    for row in grid.rows:
        said = str(row[name])
        sums[said] = sums.get(said, 0) + round(row[value] or 0)  # type: ignore[arg-type]
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    if not ordered or not ordered[0][1]:
        return None
    longest = WIDTH - LABELS - 110
    bars = [
        Bar(said, number(n), place * ROW, round(n / ordered[0][1] * longest, 1))
        for place, (said, n) in enumerate(ordered)
    ]
    told = ", ".join(f"{said} {number(n)}" for said, n in ordered)
    return Bars(
        f"{grid.title}: {values}",
        _("Stapeldiagram. %(what)s: %(told)s.") % {"what": values, "told": told},
        bars,
        len(bars) * ROW,
    )


def svg(bars: Bars) -> str:
    """Return a chart as a drawing of its own, for paper."""
    return render_to_string("annual/_bars.svg", {"bars": bars})


def png(bars: Bars) -> bytes:
    """Return a chart as a picture, for what can't hold a drawing."""
    page = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg")'
    )
    made: bytes = typst.compile(
        page.encode(),
        format="png",
        ppi=SCALE,
        ignore_system_fonts=True,
        sys_inputs={"svg": svg(bars)},
    )
    return made
