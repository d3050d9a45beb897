"""One item in JSON, one answer in JSON: the stable interface that docs/assess.md describes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NoReturn

from governance.strategy.changing import Change, nearest
from governance.strategy.clauses import EDITIONS, Editions, NoEdition
from governance.strategy.described import DAY, MOST, is_list, limits, may_be_null, row_of
from governance.strategy.engine import Assessment, assess
from governance.strategy.facts import FACTS_OF, Facts, Record, held_type, schema
from governance.strategy.facts.codes import codes_of
from governance.strategy.facts.record import plain
from governance.strategy.routing import NoRoute, Step
from governance.strategy.text import Text
from governance.strategy.values import DEFAULT_VALUES, UnknownValue, Value, Values
from governance.strategy.values.base import FIRST_DAY
from governance.strategy.verdicts import Finding

VERSION = 1
FIELDS = ("id", "kind", "on", "editions", "values", "facts")
SHOWN = 60  # characters of what came, in an error
# What time may be set to, by the value's last word; sums of it stay within the calendar.
_LONGEST = {"days": 36_500, "months": 1_200, "years": 100}
_DEFAULTS = {value.key: value.value for value in DEFAULT_VALUES}
_DECIDER = "reception.decider"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in an item: where, as "facts.travellers[0].office", and why."""

    path: str
    reason: str

    def __str__(self) -> str:
        """Return it as "where: why"."""
        return f"{self.path}: {self.reason}" if self.path else self.reason


class BadItem(ValueError):
    """An item that can't be judged, with every problem that was found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)


def answer_text(
    text: str, *, on: date, editions: Editions = EDITIONS, changes: bool = True
) -> dict[str, Any]:
    """Return the answer to one item of JSON. Raises BadItem. See ``answer``."""
    return answer(parsed(text), on=on, editions=editions, changes=changes)


def parsed(text: str) -> Any:
    """Return what a JSON text holds. Raises BadItem for what is not JSON, or says a thing twice."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except BadItem:
        raise
    except json.JSONDecodeError as error:
        reason = f"not JSON: {error.msg} at character {error.pos + 1}"
    except RecursionError:
        reason = "not JSON that can be read: nested too deep"
    except ValueError:
        reason = "not JSON that can be read: a number is too long"
    raise BadItem([Problem("", reason)])


def answer(
    item: Any,
    *,
    on: date,
    editions: Editions = EDITIONS,
    city: tuple[Value, ...] = tuple(DEFAULT_VALUES),
    changes: bool = True,
) -> dict[str, Any]:
    """Return the answer to one item; ``on`` holds where it names no day. Raises BadItem.

    editions: the item may name some of them, which then hold for it whatever the day. city: the
    values that hold where the item names none of its own. changes: whether to search what would
    change each finding, which takes most of the time.
    """
    reader = _Reader([])
    name, day, settings, facts = reader.item(item, on)
    chosen = reader.editions(item, editions)
    if reader.problems or facts is None:
        raise BadItem(reader.problems)
    values = _values(day, tuple(sorted(settings.items())), city)
    try:
        judged = assess(facts, on=day, values=values, editions=chosen)
    except (NoEdition, UnknownValue) as hole:
        raise BadItem([Problem("on", f"nothing is in force: {hole}")]) from None
    except NoRoute:
        raise BadItem([Problem("facts", "no route fits them")]) from None
    return _named(name) | _answer(judged, changes=changes)


def settings_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return values of the city's by key, each of its key's type. Raises BadItem."""
    reader = _Reader([])
    values = reader.values(dict(given))
    if reader.problems:
        raise BadItem(reader.problems)
    return values


# Few are kept: most items of a stream ask for the same day, but they may ask for any.
@lru_cache(maxsize=64)
def _values(day: date, settings: tuple[tuple[str, Any], ...], city: tuple[Value, ...]) -> Values:
    """Return the city's values, and an item's own: the newest holds, of one day the last."""
    own = [Value(key, value, day, "item") for key, value in settings]
    return Values([*city, *own])


def _named(name: str | None) -> dict[str, Any]:
    return {} if name is None else {"id": name}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs of an object. Raises BadItem for a name that stands twice."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadItem([Problem("", f"{_shown(name)} stands twice in one object")])
        found[name] = value
    return found


def _no_number(word: str) -> NoReturn:
    raise BadItem([Problem("", f"not JSON: {word} is no number")])


def _shown(value: Any) -> str:
    """Return what came, as JSON, cut short, in characters that any terminal can write."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = json.dumps(value, ensure_ascii=False)
    text = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return text.encode("utf-8", "backslashreplace").decode()


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads an item, and keeps each problem instead of stopping at the first."""

    problems: list[Problem]

    def wrong(self, path: str, expected: str, came: Any) -> None:
        self.problems.append(Problem(path, f"expected {expected}, came {_shown(came)}"))

    def item(self, item: Any, on: date) -> tuple[str | None, date, dict[str, Any], Facts | None]:
        """Return the item's own name, its day, its values and its facts."""
        if not isinstance(item, dict):
            self.wrong("", "an object", item)
            return None, on, {}, None
        for field in item:
            if field not in FIELDS:
                self.unknown("", field, f"the fields are {_listed(FIELDS)}")
        name = self.text("id", item["id"]) if "id" in item else None
        day = self.day_of_item(item, on)
        values = self.values(item.get("values", {}))
        kind = item.get("kind")
        if "kind" not in item:
            self.problems.append(Problem("kind", f"missing; one of {_listed(tuple(FACTS_OF))}"))
            return name, day, values, None
        if not isinstance(kind, str) or kind not in FACTS_OF:
            self.wrong("kind", f"one of {_listed(tuple(FACTS_OF))}", kind)
            return name, day, values, None
        if "facts" not in item:
            self.problems.append(Problem("facts", "missing; {} when nothing is answered"))
            return name, day, values, None
        return name, day, values, self.record(FACTS_OF[kind], "facts", item["facts"])

    def editions(self, item: Any, editions: Editions) -> Editions:
        """Return the editions, with those that an item names in force."""
        given = item.get("editions", []) if isinstance(item, dict) else []
        known = tuple(edition.id for edition in editions)
        if not isinstance(given, list):
            self.wrong("editions", "a list", given)
            return editions
        for place, one in enumerate(given):
            self.code(f"editions[{place}]", one, known)
        return editions if self.problems else editions.pinned(*given)

    def unknown(self, path: str, name: str, known: str) -> None:
        shown = _shown(name)[1:-1]
        self.problems.append(Problem(f"{path}.{shown}" if path else shown, f"unknown; {known}"))

    def day_of_item(self, item: Mapping[str, Any], on: date) -> date:
        day = self.day("on", item["on"]) if "on" in item else on
        if day is not None and day < FIRST_DAY:
            self.wrong("on", f"a day from {FIRST_DAY}, when the first values hold", str(day))
        return day or on

    def values(self, given: Any) -> dict[str, Any]:
        if not isinstance(given, dict):
            self.wrong("values", "an object", given)
            return {}
        return {key: self.value(f"values.{key}", key, value) for key, value in given.items()}

    def value(self, path: str, key: str, value: Any) -> Any:
        """Return a value of the city's, of the same type as the first one."""
        if key not in _DEFAULTS:
            self.unknown("values", key, "docs/assess.md lists the values")
            return None
        first = _DEFAULTS[key]
        if key == _DECIDER:
            return self.code(path, value, ("fbr", "ks"))
        if isinstance(first, str):
            return self.text(path, value)
        if isinstance(first, bool):
            return self.boolean(path, value)
        longest = _LONGEST.get(re.split("[._]", key)[-1], MOST)
        return self.whole(path, value, 0, longest)

    def record(self, record: type[Record], path: str, given: Any) -> Any:
        """Return a record of the answers given, None when one of them is wrong."""
        if not isinstance(given, dict):
            self.wrong(path, "an object", given)
            return None
        before = len(self.problems)
        known = schema(record)
        answers = {}
        for name, value in given.items():
            if name not in known:
                self.unknown(path, name, f"no fact of {_title(record)}")
            else:
                answers[name] = self.fact(record, name, f"{path}.{name}", value)
        return record(**answers) if len(self.problems) == before else None

    def fact(self, record: type[Record], name: str, path: str, value: Any) -> Any:
        if not is_list(record, name):
            return self.one(record, name, path, value)
        if not isinstance(value, list):
            self.wrong(path, "a list", value)
            return None
        return tuple(
            self.one(record, name, f"{path}[{place}]", each) for place, each in enumerate(value)
        )

    def one(self, record: type[Record], name: str, path: str, value: Any) -> Any:
        """Return one answer; null where it means that nobody has answered."""
        if value is None and may_be_null(record, name):
            return None
        if row := row_of(record, name):
            return self.record(row, path, value)
        if codes := codes_of(record, name):
            return self.code(path, value, codes)
        held = held_type(schema(record)[name])
        if held is int:
            return self.whole(path, value, *limits(name))
        readers = {bool: self.boolean, date: self.day, str: self.text}
        return readers[held](path, value)

    def code(self, path: str, value: Any, codes: tuple[str, ...]) -> str | None:
        if isinstance(value, str) and value in codes:
            return value
        self.wrong(path, f"one of {_listed(codes)}", value)
        return None

    def boolean(self, path: str, value: Any) -> bool | None:
        if isinstance(value, bool):
            return value
        self.wrong(path, "true or false", value)
        return None

    def whole(self, path: str, value: Any, least: int, most: int) -> int | None:
        """Return a whole number; 3.0 is one, as in JSON Schema, and true is none."""
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if number and least <= value <= most and value == int(value):
            return int(value)
        self.wrong(path, f"a whole number from {least} to {most}", value)
        return None

    def day(self, path: str, value: Any) -> date | None:
        if isinstance(value, str) and re.fullmatch(DAY, value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass  # the 31st of February: said below, as of any other
        self.wrong(path, "a day as YYYY-MM-DD, from 1900 to 2199", value)
        return None

    def text(self, path: str, value: Any) -> str | None:
        if isinstance(value, str):
            if value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value):
                return value
            self.wrong(path, "a text of whole characters", value)
            return None
        self.wrong(path, "a text", value)
        return None


def _title(record: type[Record]) -> str:
    return record.kind.value if issubclass(record, Facts) else record.__name__


def _answer(judged: Assessment, *, changes: bool) -> dict[str, Any]:
    findings = [_finding(finding) for finding in judged.findings]
    if changes:
        for told, change in zip(findings, nearest(judged), strict=True):
            told["change"] = None if change is None else _change(change)
    return {
        "v": VERSION,
        "code": judged.code_version,
        "kind": judged.facts.kind.value,
        "on": judged.on.isoformat(),
        "editions": {source: edition.id for source, edition in judged.editions.items()},
        "route": {
            "summary": _both(judged.route.summary),
            "decider": _step(judged.route.decider),
            "advice": str(judged.route.advice_unit) if judged.route.advice_required else None,
            "steps": [_step(step) for step in judged.route.steps],
        },
        "findings": findings,
        "counts": {verdict.value: count for verdict, count in judged.counts.items()},
    }


def _both(text: Text) -> dict[str, str]:
    return {"sv": text.sv, "en": text.en}


def _step(step: Step) -> dict[str, Any]:
    return {
        "body": step.body.value,
        "organisation": step.organisation,
        "task": step.task.value,
        "clause": step.clause,
        "stated": step.stated,
        "why": _both(step.why),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "clause": finding.clause,
        "rule": finding.rule,
        "edition": finding.edition,
        "verdict": finding.verdict.value,
        "part": finding.part,
        "why": _both(finding.why),
        "mend": None if finding.mend is None else _both(finding.mend),
        "read": list(finding.read),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "path": change.path,
        "old": plain(change.old),
        "new": plain(change.new),
        "written": change.written,
        "decider": change.moves_decider,
        "why": _both(change.why),
    }
