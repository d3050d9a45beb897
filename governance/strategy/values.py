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
    """One value from a day on, till another of the same key takes over."""

    key: str
    value: Any
    valid_from: date
    source: str
    valid_to: date | None = None
    title: Text | None = None
    suggestion: bool = True


class Values:
    """The values of all keys and days; ``get`` answers for one day."""

    def __init__(self, rows: Iterable[Value]) -> None:
        """Sort the rows so that the newest of a key comes first."""
        self._rows: dict[str, list[Value]] = {}
        for row in sorted(rows, key=lambda row: row.valid_from, reverse=True):
            self._rows.setdefault(row.key, []).append(row)

    def get(self, key: str, on: date) -> Any:
        """Return the value of ``key`` on a day. Raises UnknownValue when none is valid."""
        for row in self._rows.get(key, ()):
            if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to):
                return row.value
        raise UnknownValue(f"{key} on {on.isoformat()}")

    def on(self, day: date) -> dict[str, Any]:
        """Return every value that is valid on a day."""
        found = {}
        for key in sorted(self._rows):
            for row in self._rows[key]:
                if row.valid_from <= day and (row.valid_to is None or day <= row.valid_to):
                    found[key] = row.value
                    break
        return found


def _suggested(key: str, value: Any, sv: str, en: str) -> Value:
    """Return a first value, marked as a suggestion until the city has set it."""
    return Value(key, value, FIRST_DAY, "Förslag; staden fastställer", title=Text(sv, en))


DEFAULT_VALUES = (
    _suggested("moderation.meal_sek", 500, "Måltid, kr per person", "Meal, SEK per person"),
    _suggested("moderation.gift_sek", 300, "Gåva, kr per person", "Gift, SEK per person"),
    _suggested(
        "moderation.reception_sek", 350, "Mottagning, kr per person", "Reception, SEK per person"
    ),
    _suggested(
        "moderation.transport_sek", 250, "Transport, kr per person", "Transport, SEK per person"
    ),
    _suggested("moderation.lodging_sek", 0, "Logi, kr per person", "Lodging, SEK per person"),
    _suggested("moderation.other_sek", 180, "Annat, kr per person", "Other, SEK per person"),
    _suggested(
        "moderation.official_gift_sek",
        0,
        "Gåva till annan stats tjänsteperson, kr",
        "Gift to an official of another state, SEK",
    ),
    _suggested("visit.lead_time_days", 30, "Framförhållning, dagar", "Lead time, days"),
    _suggested("visit.repeat_years", 2, "Upprepat besök, år", "Repeated visit, years"),
    _suggested("text.sentence_length", 15, "Kortaste svar, tecken", "Shortest answer, characters"),
    _suggested("review.period_years", 4, "Omprövning, år", "Review period, years"),
)
