"""What rules and routes may know beside the facts: the day, the city's values, the editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.strategy.clauses import Edition
from governance.strategy.values import UnknownValue


@dataclass(frozen=True, slots=True)
class Context:
    """The day, the values that hold then, and the edition of each source that does."""

    on: date
    values: Mapping[str, Any]
    editions: Mapping[str, Edition]

    def value(self, key: str) -> Any:
        """Return the value that holds. Raises UnknownValue."""
        try:
            return self.values[key]
        except KeyError:
            raise UnknownValue(f"{key} on {self.on.isoformat()}") from None


def context_of(on: date, values: Mapping[str, Any], editions: Mapping[str, Edition]) -> Context:
    """Return the context of a day; what an edition itself states goes before the city's value."""
    stated = {key: value for one in editions.values() for key, value in one.values.items()}
    return Context(on, {**values, **stated} if stated else values, editions)
