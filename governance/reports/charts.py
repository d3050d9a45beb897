"""Charts as lengths and places; templates draw them, so that they follow the page's colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from governance.reports import world
from governance.reports.statistics import Figure

WIDTH, HEIGHT, FLOOR, TOP = 520.0, 232.0, 200.0, 26.0
LEFT, ROW = 28.0, 40
MOST_BARS = 36
LARGEST_DOT, SMALLEST_DOT = 12.0, 4.0
MOST_NAMED = 18


@dataclass(frozen=True)
class Pair:
    """Two columns of one step of time: the year before and now. label: under them, or nothing."""

    x: float
    width: float
    height_before: float
    height: float
    label: str

    @property
    def y_before(self) -> float:
        """Where the light column begins."""
        return round(FLOOR - self.height_before, 1)

    @property
    def y(self) -> float:
        """Where the dark column begins."""
        return round(FLOOR - self.height, 1)

    @property
    def x_now(self) -> float:
        """Where the dark column stands."""
        return round(self.x + self.width + 1, 1)

    @property
    def middle(self) -> float:
        """Where the label stands."""
        return round(self.x + self.width, 1)


@dataclass(frozen=True)
class Columns:
    """A chart of columns over time, with lines to read it by."""

    pairs: list[Pair]
    lines: list[tuple[float, int]]


def columns(steps: Sequence[Figure], labels: Sequence[str]) -> Columns:
    """Return the columns of some figures, in order."""
    most = max((max(step.now, step.before) for step in steps), default=0)
    each = _round_step(most)
    top = max(each * 3, 1) if most <= each * 3 else most
    tall = (FLOOR - TOP) / top
    wide = (WIDTH - LEFT) / max(len(steps), 1)
    bar = round(wide * 0.36, 1)
    every = -(-len(steps) // 12)
    pairs = [
        Pair(
            round(LEFT + wide * place + wide * 0.12, 1),
            bar,
            round(step.before * tall, 1),
            round(step.now * tall, 1),
            label if place % every == 0 else "",
        )
        for place, (step, label) in enumerate(zip(steps, labels, strict=True))
    ]
    lines = [(round(FLOOR - tall * each * n, 1), each * n) for n in (1, 2, 3)]
    return Columns(pairs, lines)


def _round_step(most: int) -> int:
    """Return the step of three lines that reach over the highest column: 1, 2, 5, 10, 20, …"""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if step * 3 >= most:
                return step
        size *= 10


def short_month(day: date) -> str:
    """Return a month as it stands under a column."""
    return str(MONTHS_3[day.month])


def lengths(figures: Sequence[Figure]) -> list[float]:
    """Return how long the bar of each figure is."""
    most = max((figure.now for figure in figures), default=0)
    return [round(figure.now / most * WIDTH, 1) if most else 0.0 for figure in figures]


@dataclass(frozen=True)
class Dot:
    """A place on the map of the world. side: where its name stands, or nothing for no name."""

    name: str
    x: float
    y: float
    r: float
    km: int
    named: bool

    @property
    def left(self) -> bool:
        """Whether its name stands to the left of it, so as not to leave the drawing."""
        return self.x > 470 or 200 < self.x < world.CENTRE - 20

    @property
    def name_x(self) -> float:
        """Where its name begins or ends."""
        return round(self.x - self.r - 4 if self.left else self.x + self.r + 4, 1)

    @property
    def name_y(self) -> float:
        """The line that its name stands on."""
        return round(self.y + 4, 1)


def dots(places: Sequence[tuple[str, Figure, tuple[float, float, int] | None]]) -> list[Dot]:
    """Return a dot for each place that has one, the largest first, so that small ones are seen.

    A name is written where no other name or dot stands already.
    """
    most = max((figure.now for _name, figure, spot in places if spot), default=0)
    found: list[Dot] = []
    for name, figure, spot in places:
        if spot is None or not figure.now:
            continue
        x, y, km = spot
        r = max(SMALLEST_DOT, round(LARGEST_DOT * (figure.now / most) ** 0.5, 1))
        dot = Dot(name, x, y, r, km, named=True)
        crowded = len(found) >= MOST_NAMED * 2 or any(_touch(dot, other) for other in found)
        found.append(Dot(name, x, y, r, km, named=not crowded))
    return found


def _touch(one: Dot, other: Dot) -> bool:
    a, b = _frame(one), _frame(other)
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


def _frame(dot: Dot) -> tuple[float, float, float, float]:
    """Return the frame of a dot with its name: left, right, top, bottom."""
    wide = len(dot.name) * 6.6 + 6 if dot.named else 0
    left = dot.x - dot.r - (wide if dot.left else 0)
    right = dot.x + dot.r + (0 if dot.left else wide)
    half = max(dot.r, 8)
    return left, right, dot.y - half, dot.y + half


def rings() -> list[tuple[float, str]]:
    """Return the rings of distance, each with its radius and what stands on it."""
    said = {km: _("%(km)s km") % {"km": f"{km:,}".replace(",", "\u00a0")} for km in world.NAMED_KM}
    return [(world.radius(km), said.get(km, "")) for km in world.RINGS_KM]
