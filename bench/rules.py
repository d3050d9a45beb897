"""Measure how many items a second the strategy judges on one core, beside a rules engine.

    .venv/bin/python -m bench.rules               100 000 items of all ten kinds
    .venv/bin/python -m bench.rules 10000         another number

The engine (``pip install rule-engine``; it is no requirement) is given the rules of ``SUBSET`` and
must first answer as ours on every item. Rounds take turns. Time is the processor's, since others
may want it too. Machines differ: read the ratios.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, partial
from typing import Any, get_origin

from engagements.vocabulary import Task
from governance.strategy import ALL, DEFAULT_VALUES, EDITIONS, Facts, Values, schema
from governance.strategy.context import context_of
from governance.strategy.described import limits
from governance.strategy.engine import judged
from governance.strategy.facts import Record, held_type
from governance.strategy.facts.codes import codes_of
from governance.strategy.rulebook import RULES, Answer

ROUNDS = 3
ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES).on(ON)
IN_FORCE = EDITIONS.on(ON)
CONTEXT = context_of(ON, VALUES, IN_FORCE)
BODIES = {"host": "MF", "host_board": "MHN", "areas": "TK", "area_boards": "TRN"}
LEAST = int(VALUES["text.sentence_length"])
# A rule's name, a verdict, and when the rule answers so, in the engine's own language.
SUBSET = (
    ("same_test", "unanswered", "initiative == null"),
    ("same_test", "supports", "initiative != null and digital == true"),
    ("serves_goals", "unanswered", "goals.length == 0"),
    (
        "serves_goals",
        "judge",
        f"goals.length > 0 and (goal_contribution == null or goal_contribution.length < {LEAST})",
    ),
    (
        "serves_goals",
        "supports",
        f"goals.length > 0 and goal_contribution != null and goal_contribution.length >= {LEAST}",
    ),
    ("agenda_2030", "note", "sdgs.length == 0"),
    ("agenda_2030", "supports", "sdgs.length > 0"),
    ("has_direction", "unanswered", "directions.length == 0"),
    ("has_direction", "supports", "directions.length > 0"),
    ("has_priority", "supports", "priorities.length > 0"),
    ("procurement", "unanswered", "procurement_with_party == null"),
    ("procurement", "judge", "procurement_with_party == true"),
    (
        "gift_kept",
        "breach",
        "gift_received_sek != null and gift_received_sek > 0 and gift_kept_personally == true",
    ),
    (
        "gift_kept",
        "unanswered",
        "gift_received_sek != null and gift_received_sek > 0 and gift_kept_personally == null",
    ),
    (
        "gift_kept",
        "judge",
        "gift_received_sek != null and gift_received_sek > 0 "
        "and gift_kept_personally == false and procurement_with_party == true",
    ),
)
Told = set[tuple[str, str]]


@cache
def _drawing(record: type[Record], name: str) -> Callable[[random.Random], Any]:
    """Return how one answer of a fact is drawn."""
    if get_origin(schema(record)[name]) is tuple:
        return partial(_some, partial(_one, record, name))
    return partial(_one, record, name)


def _some(one: Callable[[random.Random], Any], by: random.Random) -> tuple[Any, ...]:
    return tuple(one(by) for _ in range(by.randint(1, 2)))


def _one(record: type[Record], name: str, by: random.Random) -> Any:
    """Return one answer that a fact may hold."""
    held: Any = held_type(schema(record)[name])
    codes = list(Task) if name == "conflicts" else codes_of(record, name)
    if name in BODIES:
        return BODIES[name]
    if codes:
        return by.choice([str(code) for code in codes])
    if isinstance(held, type) and issubclass(held, Record):
        return drawn(held, by)
    if held is bool:
        return by.random() < 0.5
    if held is int:
        least, most = limits(name)
        return by.randint(least, min(most, 5000))
    if held is date:
        return ON + timedelta(by.randint(-700, 700))
    return by.choice(("Kort", "En mening som säger något om vad staden vill."))


def drawn(record: type[Record], by: random.Random) -> Any:
    """Return a record in which half of the facts are answered."""
    names = [name for name in schema(record) if by.random() < 0.5]
    return record(**{name: _drawing(record, name)(by) for name in names})


def by_ours(items: list[Facts]) -> list[Told]:
    """Return what our rules of the subset answer, beside each item's others."""
    names = {name for name, _verdict, _when in SUBSET}
    rules = {kind: [r for r in RULES[kind] if r.judge.__name__ in names] for kind in ALL}
    found = []
    for facts in items:
        told: Told = set()
        for rule in rules[type(facts)]:
            answer = rule.judge(facts, CONTEXT)
            if isinstance(answer, Answer):
                told.add((rule.judge.__name__, answer.verdict.value))
        found.append(told)
    return found


def by_engine(items: list[Facts]) -> list[Told]:
    """Return what the engine answers by the same rules."""
    import rule_engine

    context = rule_engine.Context(resolver=rule_engine.resolve_attribute)
    rules = [(n, v, rule_engine.Rule(when, context=context)) for n, v, when in SUBSET]
    return [{(n, v) for n, v, rule in rules if rule.matches(facts)} for facts in items]


def in_full(items: list[Facts]) -> None:
    """Judge each item by every rule, with its route."""
    for facts in items:
        judged(facts, on=ON, values=VALUES, editions=IN_FORCE)


def main(size: int) -> None:
    """Print items a second of each way, and the ratios."""
    by = random.Random(1)  # noqa: S311 - the same items each time
    items = [drawn(ALL[number % len(ALL)], by) for number in range(size)]
    ways: dict[str, Callable[[list[Facts]], object]] = {"in full": in_full, "subset": by_ours}
    try:
        same = by_engine(items) == by_ours(items)
    except ModuleNotFoundError:
        print("No engine to compare with: pip install rule-engine")
    else:
        if not same:
            raise SystemExit("The engine answers otherwise than ours on some item.")
        print(f"{size:,} items: the engine answers as ours on every one")
        ways["engine, subset"] = by_engine
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _round in range(ROUNDS):
        for name, way in ways.items():
            began = time.process_time()
            way(items)
            times[name].append(time.process_time() - began)
    print(f"load {os.getloadavg()[0]:.1f}, median of {ROUNDS} rounds, one process")
    median = {name: statistics.median(found) for name, found in times.items()}
    for name, seconds in median.items():
        print(
            f"{name:16}{size / seconds:>12,.0f} items/s{seconds / median['subset']:>8.1f} x subset"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
