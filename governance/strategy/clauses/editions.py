"""The editions of each source: what each says, and which of them was in force on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from governance.strategy.clauses.clause import Clause
from governance.strategy.text import Text


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a source. Two are the same when their ids are, whenever they hold.

    valid_from: None for a draft, which holds on no day. clauses: the clauses that it words in
    another way than the first edition, or that it adds. values: what the edition itself states,
    where others leave it to the city.
    """

    id: str
    source: str = field(compare=False)
    title: Text = field(compare=False)
    valid_from: date | None = field(compare=False)
    valid_to: date | None = field(default=None, compare=False)
    clauses: Mapping[str, Clause] = field(default_factory=dict, compare=False)
    values: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return (
            self.valid_from is not None
            and self.valid_from <= day
            and (self.valid_to is None or day <= self.valid_to)
        )


class NoEdition(LookupError):
    """No edition of a source was in force on the day."""


class UnknownEdition(LookupError):
    """An edition was asked for by an id that this code does not have."""


class Editions:
    """The editions of all sources; ``on`` tells which of them are in force on a day."""

    def __init__(
        self, rows: Iterable[Edition], *, pinned: Mapping[str, Edition] | None = None
    ) -> None:
        """Take the editions; those that are pinned hold for their source on every day.

        Where two of a source hold on the same day, the one that began last does.
        """
        self._rows = tuple(rows)
        self._pinned = dict(pinned or {})
        self._begun = sorted(
            (row for row in self._rows if row.valid_from),
            key=lambda row: row.valid_from or date.min,
        )
        self._days: dict[date, Mapping[str, Edition]] = {}

    def __iter__(self) -> Iterator[Edition]:
        """Give the editions in the order they were given."""
        return iter(self._rows)

    def on(self, day: date) -> Mapping[str, Edition]:
        """Return the edition of each source that is in force on a day; a source may lack one."""
        found = self._days.get(day)
        if found is None:
            held = {row.source: row for row in self._begun if row.holds_on(day)}
            if len(self._days) >= MOST_DAYS:
                self._days.clear()
            found = self._days[day] = held | self._pinned
        return found

    def named(self, id: str) -> Edition:
        """Return the edition with an id. Raises UnknownEdition."""
        for row in self._rows:
            if row.id == id:
                return row
        raise UnknownEdition(id)

    def pinned(self, *ids: str) -> Editions:
        """Return these editions, with some of them in force whatever the day.

        Raises UnknownEdition.
        """
        chosen = [self.named(id) for id in ids]
        return Editions(
            self._rows, pinned=self._pinned | {edition.source: edition for edition in chosen}
        )


# A stream of items may ask for any number of days.
MOST_DAYS = 4096
