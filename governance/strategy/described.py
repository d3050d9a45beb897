"""The facts of a kind as a JSON Schema (draft 2020-12), derived from the dataclasses."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin

from governance.strategy.facts import Facts, Record, held_type, schema
from governance.strategy.facts.codes import codes_of, word_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Days that a person may mean; sums of years then stay within the calendar.
DAY = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"
MOST = 10**12
_PERCENT = ("external_share", "foreign_share")
# "role: what it is. means, way: how." in a docstring tells of facts.
_TOLD = re.compile(r"\b([a-z_]+(?:(?:, | and )[a-z_]+)*): ")
# The name of a word is for those who read the code; its codes follow the description.
_WORD_ALONE = re.compile(r"\s*\(vocabulary\.\w+\)|^vocabulary\.\w+(?:[,;.]\s*|$)")


def facts_schema(facts: type[Facts]) -> dict[str, Any]:
    """Return the JSON Schema of what ``facts`` in an item of a kind may hold."""
    rows = {row.__name__: row for name in schema(facts) if (row := row_of(facts, name))}
    return {
        "$schema": DRAFT,
        "title": f"{facts.kind.value}: {facts.kind.en}",
        **_object(facts),
        "$defs": {name: _object(row) for name, row in sorted(rows.items())},
    }


def row_of(record: type[Record], name: str) -> type[Record] | None:
    """Return the record that a fact holds rows of, None for a fact without rows."""
    held = held_type(schema(record)[name])
    return held if isinstance(held, type) and issubclass(held, Record) else None


def is_list(record: type[Record], name: str) -> bool:
    """Whether a fact holds several answers."""
    origin: Any = get_origin(schema(record)[name])
    return origin is tuple


def may_be_null(record: type[Record], name: str) -> bool:
    """Whether one answer may be null; of a list, each of its answers."""
    hint = schema(record)[name]
    return type(None) in get_args(get_args(hint)[0] if is_list(record, name) else hint)


def limits(name: str) -> tuple[int, int]:
    """Return the least and the most that a whole number may be."""
    if name == "sdgs":
        return 1, 17
    return 0, 100 if name in _PERCENT else MOST


def _object(record: type[Record]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": _heading(record),
        "additionalProperties": False,
        "properties": {field.name: _property(record, field.name) for field in fields(record)},
    }


def _property(record: type[Record], name: str) -> dict[str, Any]:
    one = _one(record, name)
    told = {"description": text} if (text := description(record, name)) else {}
    return {"type": "array", "items": one, **told} if is_list(record, name) else {**one, **told}


def _one(record: type[Record], name: str) -> dict[str, Any]:
    """Return the schema of one answer."""
    if row := row_of(record, name):
        return {"$ref": f"#/$defs/{row.__name__}"}
    found: dict[str, Any]
    held = held_type(schema(record)[name])
    if codes := codes_of(record, name):
        found = {"type": "string", "enum": list(codes)}
    elif held is bool:
        found = {"type": "boolean"}
    elif held is int:
        least, most = limits(name)
        found = {"type": "integer", "minimum": least, "maximum": most}
    elif held is date:
        found = {"type": "string", "format": "date", "pattern": DAY}
    else:
        found = {"type": "string"}
    if may_be_null(record, name):
        found["type"] = [found["type"], "null"]
        if codes:
            found["enum"] = [*codes, None]
    return found


def description(record: type[Record], name: str) -> str:
    """Return what a fact means: its docstring's words, and its codes with their labels."""
    said = next((told[name] for told in map(_told, record.__mro__) if name in told), "")
    word = word_of(record, name)
    if word is None:
        return said
    about = " ".join((word.__doc__ or "").split())
    labels = "; ".join(f"{term.value} = {term.sv} / {term.en}" for term in word)
    return " ".join(filter(None, (said or about, f"Codes: {labels}.")))


def _heading(record: type[Record]) -> str:
    """Return what a docstring says before it tells of single facts."""
    first = (record.__doc__ or "").split("\n", 1)[0]
    return _TOLD.split(first, maxsplit=1)[0].strip()


@cache
def _told(record: type) -> dict[str, str]:
    """Return what a class's own docstring says of each fact that it names."""
    found: dict[str, str] = {}
    for paragraph in (record.__doc__ or "").split("\n\n"):
        text = " ".join(paragraph.split())
        marks = [
            mark
            for mark in _TOLD.finditer(text)
            if all(hasattr(record, name) for name in _names(mark))
        ]
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        for mark, end in zip(marks, ends, strict=False):
            words = _WORD_ALONE.sub("", text[mark.end() : end].strip(" .;"))
            words = words.removeprefix("vocabulary.").replace("None", "null")
            if words:
                said = f"{words[0].upper()}{words[1:]}."
                found |= dict.fromkeys(_names(mark), said)
    return found


def _names(mark: re.Match[str]) -> list[str]:
    return re.split(", | and ", mark.group(1))
