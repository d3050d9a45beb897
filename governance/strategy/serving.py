"""What serves a clause: its rules, the steps of routes that stand on it, or people and why.

Routes are functions of facts, so that their steps are found by asking for the route of one matter
in each cell of the table of who decides. A test holds that no clause of a route is missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import product
from typing import Any

from engagements.vocabulary import (
    Body,
    Kind,
    MembershipForm,
    PoliticalLevel,
    PositionChannel,
    Scope,
)
from governance.strategy.clauses import CLAUSES, EDITIONS
from governance.strategy.clauses.people import LEFT, WHY_PEOPLE
from governance.strategy.context import Context
from governance.strategy.facts import ALL, Facts
from governance.strategy.routing import Step, route
from governance.strategy.rulebook import RULES
from governance.strategy.text import Text

RULE = "rule: "
BOTH = (True, False)
EVERYWHERE: dict[str, tuple[Any, ...]] = {
    "scope": (Scope.CITYWIDE.value, Scope.OPERATIONAL.value),
    "on_behalf_of_ks": BOTH,
    "host_is_company": BOTH,
    "areas": ((), ("TK",)),
}
# What routes ask beside it, each of the kinds that have the fact.
ASKED: dict[str, tuple[Any, ...]] = {
    "political_level": (PoliticalLevel.HIGH.value, PoliticalLevel.NONE.value),
    "city_priority": BOTH,
    "within_initiative": BOTH,
    "adds_burden": BOTH,
    "form": tuple(form.value for form in MembershipForm),
    "is_new": BOTH,
    "in_sef": BOTH,
    "position_channel": (PositionChannel.DIRECT.value, PositionChannel.ASSOCIATION.value),
    "group_board_needed": BOTH,
    "at_city_hall": BOTH,
}
# What the city may have set that routes ask.
SET: dict[str, tuple[Any, ...]] = {
    "reception.decider": (Body.FINANCE_MAYOR.value, Body.EXECUTIVE_BOARD.value)
}


@dataclass(frozen=True, slots=True)
class RoutedStep:
    """A step that stands on a clause, whoever acts in a given matter, and the kinds it is in."""

    step: Step
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """What serves one clause.

    rules: how many, by kind. through: the clause whose rules look after this one too. people: why
    it is left to them.
    """

    rules: dict[Kind, int]
    through: str | None
    steps: tuple[RoutedStep, ...]
    people: Text | None


@cache
def service_of(clause: str) -> Service:
    """Return what serves a clause. Raises KeyError for a clause that the registry lacks."""
    told = CLAUSES[clause].served_by
    people = None
    if told.startswith(LEFT):
        people = Text(WHY_PEOPLE[clause], told.removeprefix(LEFT))
    through = told.removeprefix(RULE) if told.startswith(RULE) else None
    return Service(_rules_of(clause), through, _steps().get(clause, ()), people)


def _rules_of(clause: str) -> dict[Kind, int]:
    found = {
        facts.kind: sum(rule.clause == clause for rule in RULES.get(facts, ())) for facts in ALL
    }
    return {kind: count for kind, count in found.items() if count}


@cache
def _steps() -> dict[str, tuple[RoutedStep, ...]]:
    """Return the steps of all routes by clause, each once; who acts in one matter is left out."""
    kinds: dict[Step, dict[Kind, None]] = {}
    for facts in ALL:
        for matter, context in product(_matters(facts), _contexts()):
            for step in route(matter, context).steps:
                kinds.setdefault(replace(step, organisation=None), {})[facts.kind] = None
    found: dict[str, tuple[RoutedStep, ...]] = {}
    for step, own in kinds.items():
        found[step.clause] = (*found.get(step.clause, ()), RoutedStep(step, tuple(own)))
    return found


def _contexts() -> tuple[Context, ...]:
    """Return a context for each combination of editions and of what the city may have set."""
    return tuple(
        Context(date.min, dict(zip(SET, values, strict=True)), {edition.source: edition})
        for edition in EDITIONS
        if edition.source == "strategy"
        for values in product(*SET.values())
    )


def _matters(facts: type[Facts]) -> Iterator[Facts]:
    """Give one matter for each combination of what the routes of a kind ask."""
    asked = EVERYWHERE | {name: values for name, values in ASKED.items() if hasattr(facts, name)}
    for values in product(*asked.values()):
        yield facts(host="MF", **dict(zip(asked, values, strict=True)))
