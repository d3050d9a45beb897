"""Every clause has its place: plain words in two languages, and what serves it."""

import ast
from datetime import date
from pathlib import Path

import pytest

from governance import strategy
from governance.strategy import (
    CLAUSES,
    FACTS_OF,
    Clause,
    Facts,
    TripFacts,
    VisitFacts,
    parent_of,
    schema,
)
from governance.strategy.facts import held_type, rows
from governance.strategy.routing import ROUTES
from governance.strategy.rulebook import RULES

# The strategy's own numbering: how many paragraphs each section has, and where it starts.
PARAGRAPHS = {
    "1": (1, 5),
    "2": (1, 3),
    "3.0": (1, 2),
    "3.1": (1, 5),
    "3.2": (1, 3),
    "3.3": (1, 5),
    "3.4": (1, 3),
    "4": (0, 6),
    "5": (0, 0),
    "5.1": (1, 4),
    "5.2": (1, 1),
    "5.3": (1, 4),
    "5.4": (1, 5),
    "5.5": (1, 1),
    "5.6": (1, 3),
    "5.7": (1, 2),
}
SERVED = ("rule", "route", "people: ")


def test_every_paragraph_of_the_strategy_has_an_entry() -> None:
    all_of_them = {
        f"{section}.{number}"
        for section, (first, last) in PARAGRAPHS.items()
        for number in range(first, last + 1)
    }

    assert all_of_them - {parent_of(clause) for clause in CLAUSES} == set()


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=list(CLAUSES))
def test_a_clause_speaks_both_languages_and_says_what_serves_it(clause: Clause) -> None:
    said = (clause.title.sv, clause.title.en, clause.plain.sv, clause.plain.en)

    assert all(text.strip() == text and text for text in said)
    assert clause.plain.sv != clause.plain.en
    assert clause.served_by.startswith(SERVED)


def _told(by: str) -> set[str]:
    """Return the clauses that are said to be served by "rule" or "route"."""
    return {c.id for c in CLAUSES.values() if by in c.served_by.split(", ")}


def _in_routes() -> set[str]:
    """Return the clauses that steps of routes name."""
    files = (Path(strategy.__file__).parent / "routes").glob("*.py")
    nodes = (node for path in files for node in ast.walk(ast.parse(path.read_text())))
    said = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    return said & set(CLAUSES)


def test_what_is_said_to_be_served_by_a_rule_has_one() -> None:
    served = {rule.clause for rules in RULES.values() for rule in rules}

    assert served - _told("rule") == set()
    assert _told("rule") - served == set()


def test_what_is_said_to_be_served_by_a_route_has_one() -> None:
    served = _in_routes()

    assert served - _told("route") == set()
    assert _told("route") - served == set()


def test_every_rule_retells_its_clause() -> None:
    undocumented = [rule.id for rules in RULES.values() for rule in rules if not rule.judge.__doc__]

    assert undocumented == []
    assert [router for routers in ROUTES.values() for router in routers if not router.__doc__] == []


def test_every_rule_has_an_id_of_its_own() -> None:
    ids = [rule.id for rules in RULES.values() for rule in rules]

    assert len(set(ids)) == len(ids)


def test_a_sub_id_points_into_its_paragraph() -> None:
    assert parent_of("3.0.2a") == "3.0.2"
    assert parent_of("4.5") == "4.5"
    assert parent_of("law:BrB 10:5a") == "law:BrB 10:5a"


def test_the_facts_tell_their_types() -> None:
    assert schema(VisitFacts)["wants_letter"] == bool | None
    assert schema(VisitFacts)["starts_on"] == date | None
    assert held_type(schema(TripFacts)["travellers"]) is rows.Traveller


@pytest.mark.parametrize("facts", FACTS_OF.values(), ids=list(FACTS_OF))
def test_a_kind_names_its_free_texts_and_what_a_sentence_calls_it(facts: type[Facts]) -> None:
    texts = {name: held_type(schema(facts)[name]) for name in facts.texts}

    assert set(texts.values()) == {str}
    assert facts.noun.sv != facts.noun.en
