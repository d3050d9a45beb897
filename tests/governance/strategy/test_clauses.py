"""Every clause has its place: plain words in two languages, and what serves it."""

from datetime import date

import pytest

from governance.strategy import CLAUSES, Clause, clauses, parent_of, schema
from governance.strategy.facts import VisitFacts
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
SERVED = ("rule", "route", "people: ", "later: ")


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


def test_what_is_said_to_be_served_by_a_rule_has_one() -> None:
    told = {clause.id for clause in CLAUSES.values() if clause.served_by.split(",")[0] == "rule"}

    assert told == {rule.clause for rules in RULES.values() for rule in rules}


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


def test_an_edition_is_chosen_by_the_day() -> None:
    assert clauses.edition_on("strategy", date(2026, 11, 1)).source == "strategy"
    with pytest.raises(clauses.NoEdition):
        clauses.edition_on("strategy", date(1999, 1, 1))


def test_the_facts_tell_their_types() -> None:
    assert schema(VisitFacts)["wants_letter"] == bool | None
    assert schema(VisitFacts)["starts_on"] == date | None
