"""Values that the strategy leaves to the city: with source and validity, never constants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.strategy.text import Text

FIRST_DAY = date(2020, 1, 1)


class UnknownValue(LookupError):
    """A rule asked for a value that is not set on that day."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value from a day on, till another of the same key takes over.

    clause: the one that leaves it to the city, where one alone does.
    """

    key: str
    value: Any
    valid_from: date
    source: str
    valid_to: date | None = None
    title: Text | None = None
    suggestion: bool = True
    clause: str | None = None


class Values:
    """The values of all keys and days; ``get`` answers for one day."""

    def __init__(self, rows: Iterable[Value]) -> None:
        """Sort the rows so that the newest of a key comes first; of one day, the last given."""
        self._rows: dict[str, list[Value]] = {}
        given = list(rows)[::-1]
        for row in sorted(given, key=lambda row: row.valid_from, reverse=True):
            self._rows.setdefault(row.key, []).append(row)
        self._days: dict[date, dict[str, Any]] = {}

    def get(self, key: str, on: date) -> Any:
        """Return the value of ``key`` on a day. Raises UnknownValue when none is valid."""
        found = self.on(on)
        if key not in found:
            raise UnknownValue(f"{key} on {on.isoformat()}")
        return found[key]

    def on(self, day: date) -> dict[str, Any]:
        """Return every value that is valid on a day, sorted by key. Not to be changed."""
        if day not in self._days:
            self._days[day] = {
                key: row.value for key in sorted(self._rows) if (row := self._valid(key, day))
            }
        return self._days[day]

    def _valid(self, key: str, day: date) -> Value | None:
        for row in self._rows[key]:
            if row.valid_from <= day and (row.valid_to is None or day <= row.valid_to):
                return row
        return None


def suggested(key: str, value: Any, sv: str, en: str, *, clause: str | None = None) -> Value:
    """Return a first value, marked as a suggestion until the city has set it."""
    return Value(
        key, value, FIRST_DAY, "Förslag; staden fastställer", title=Text(sv, en), clause=clause
    )
