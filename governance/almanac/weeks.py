"""A calendar's days laid out: as a list week by week, and as a month's grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engagements.calendar import holiday, is_working_day
from governance.almanac import Entry

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)
WEEKS = 4
IN_A_CELL = 4
# How many a list draws, in whole days: the day that passes it is the next page's first.
IN_A_LIST = 100


@dataclass(frozen=True)
class Day:
    """One day and what stands on it. free: what it is called when it is a holiday."""

    day: date
    entries: tuple[Entry, ...]
    free: str = ""
    working: bool = True
    inside: bool = True

    @property
    def shown(self) -> tuple[Entry, ...]:
        """What a cell has room for."""
        return self.entries[:IN_A_CELL]

    @property
    def more(self) -> int:
        """How many a cell has no room for."""
        return len(self.entries) - len(self.shown)


@dataclass(frozen=True)
class Week:
    """Monday to Sunday. number: of the ISO year that its Thursday is in."""

    number: int
    days: tuple[Day, ...]

    @property
    def first(self) -> date:
        """Its Monday."""
        return self.days[0].day

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.days[-1].day

    @property
    def busy(self) -> list[Day]:
        """The days on which something stands."""
        return [day for day in self.days if day.entries]


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def listed(entries: Iterable[Entry], first: date, *, weeks: int, language: str) -> list[Week]:
    """Return weeks from a Monday on; what lasts stands on its first day, or on the first shown."""
    last = first + weeks * ONE_WEEK - ONE_DAY
    on: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.first <= last and entry.last >= first:
            on.setdefault(max(entry.first, first), []).append(entry)
    return [_week(first + n * ONE_WEEK, on, language) for n in range(weeks)]


def fitting(entries: Sequence[Entry], first: date) -> tuple[list[Entry], date | None]:
    """Return what a list has room for from a day on, and the day where the rest begins, if any.

    entries: by day. A day is drawn whole, and the first one always.
    """
    days: dict[date, list[Entry]] = {}
    for entry in entries:
        days.setdefault(max(entry.first, first), []).append(entry)
    shown: list[Entry] = []
    for day, found in sorted(days.items()):
        if shown and len(shown) + len(found) > IN_A_LIST:
            return shown, day
        shown += found
    return shown, None


def month(entries: Iterable[Entry], any_day: date, *, language: str) -> list[Week]:
    """Return the weeks of a day's month; what lasts stands on each of its days."""
    first, last = bounds(any_day)
    on: dict[date, list[Entry]] = {}
    for entry in entries:
        day = max(entry.first, monday(first))
        while day <= min(entry.last, monday(last) + ONE_WEEK - ONE_DAY):
            on.setdefault(day, []).append(entry)
            day += ONE_DAY
    weeks = (monday(last) - monday(first)) // ONE_WEEK + 1
    return [_week(monday(first) + n * ONE_WEEK, on, language, any_day) for n in range(weeks)]


def bounds(any_day: date) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    first = any_day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - ONE_DAY


def _week(
    first: date, on: dict[date, list[Entry]], language: str, any_day: date | None = None
) -> Week:
    days = [first + n * ONE_DAY for n in range(7)]
    return Week(
        first.isocalendar().week,
        tuple(
            Day(
                day,
                tuple(on.get(day, ())),
                holiday(day, language=language),
                is_working_day(day),
                any_day is None or day.month == any_day.month,
            )
            for day in days
        ),
    )
