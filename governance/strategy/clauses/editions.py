"""The editions of each source, and which of them was in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Edition:
    """A source in force from a day on, till the day before the next edition."""

    id: str
    source: str
    valid_from: date
    valid_to: date | None = None


class NoEdition(LookupError):
    """No edition of a source was in force on the day."""


EDITIONS = (
    Edition("strategy-1", "strategy", date(2012, 1, 1)),
    Edition("law-2022", "law", date(2012, 1, 1)),
    Edition("city-1", "city", date(2012, 1, 1)),
    Edition("eu-1", "eu", date(2012, 1, 1)),
)


# Bounded, since a stream of items may ask for any number of days.
@lru_cache(maxsize=4096)
def edition_on(source: str, day: date) -> Edition:
    """Return the edition of ``source`` in force on ``day``. Raises NoEdition."""
    for edition in EDITIONS:
        if (
            edition.source == source
            and edition.valid_from <= day
            and (edition.valid_to is None or day <= edition.valid_to)
        ):
            return edition
    raise NoEdition(f"{source} {day.isoformat()}")
