"""What can be written as JSON values and read back as the same: facts, and the rows in them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Self, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """Named answers, all with a default that means "not answered"."""

    def as_dict(self) -> dict[str, Any]:
        """Return what is answered as JSON values: dates as ISO strings, tuples as lists.

        What is not answered is left out, so that a fact added later changes no old receipt.
        """
        return {
            name: plain(value)
            for name, default in _defaults(type(self))
            if (value := getattr(self, name)) != default
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Return the record of ``as_dict``'s answer. Raises TypeError for an unknown name."""
        hints = schema(cls)
        return cls(**{name: _typed(hints.get(name), value) for name, value in data.items()})


def schema(record: type[Record]) -> dict[str, Any]:
    """Return the answers that a class asks for, with their types, in order."""
    if record not in _SCHEMAS:
        hints = get_type_hints(record)
        _SCHEMAS[record] = {field.name: hints[field.name] for field in fields(record)}
    return _SCHEMAS[record]


def _defaults(record: type[Record]) -> tuple[tuple[str, Any], ...]:
    """Return the names of the answers with what they hold when nothing is answered."""
    if record not in _DEFAULTS:
        _DEFAULTS[record] = tuple((field.name, field.default) for field in fields(record))
    return _DEFAULTS[record]


_SCHEMAS: dict[type[Record], dict[str, Any]] = {}
_DEFAULTS: dict[type[Record], tuple[tuple[str, Any], ...]] = {}


@cache
def held_type(hint: Any) -> Any:
    """Return the type of one answer: ``date`` for ``date | None``, ``X`` for ``tuple[X, ...]``."""
    if get_origin(hint) is tuple:
        return held_type(get_args(hint)[0])
    if get_origin(hint) in (UnionType, Union):
        (answered,) = (part for part in get_args(hint) if part is not type(None))
        return held_type(answered)
    return hint


def plain(value: Any) -> Any:
    """Return ``value`` as JSON knows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Record):
        return value.as_dict()
    return value


def _typed(hint: Any, value: Any) -> Any:
    """Return a JSON value as the type that ``hint`` names."""
    if isinstance(value, list):
        return tuple(_typed(hint, item) for item in value)
    held = held_type(hint)
    if isinstance(value, str) and held is date:
        return date.fromisoformat(value)
    if isinstance(value, dict):
        record: type[Record] = held
        return record.from_dict(value)
    return value
