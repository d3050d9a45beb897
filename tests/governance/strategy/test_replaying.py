"""What flips under other editions and values, and what stays unknown."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.strategy import (
    DEFAULT_VALUES,
    EDITIONS,
    Facts,
    MembershipFacts,
    ReceptionFacts,
    TripFacts,
    Values,
    VisitFacts,
    assess,
    receipt_of,
)
from governance.strategy.replaying import Outcome, Question, compare
from tests.governance.strategy.any_facts import some_facts

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)
SECOND = Question(editions=("strategy-2",))


def receipt(facts: Facts, *editions: str) -> dict[str, Any]:
    """Return the receipt of facts as it comes out of the database."""
    held = EDITIONS.pinned(*editions)
    told = receipt_of(assess(facts, on=ON, values=VALUES, editions=held))
    found: dict[str, Any] = json.loads(json.dumps(told))
    return found


def flips(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Return clause, before and after of what flips."""
    return [(flip.clause, flip.before, flip.after) for flip in outcome.flips]


@given(some_facts)
def test_identity_flips_nothing(facts: Facts) -> None:
    assert compare(receipt(facts), Question()) == compare(
        receipt(facts), Question(("strategy-1",), tuple(VALUES.on(ON).items()))
    )
    assert not compare(receipt(facts), Question()).flipped
    assert compare(receipt(facts), Question()).flips == ()


@given(some_facts, st.sampled_from(["strategy-1", "strategy-2"]))
def test_identity_flips_nothing_whatever_edition_it_was_judged_under(
    facts: Facts, edition: str
) -> None:
    assert compare(receipt(facts, edition), Question()).flips == ()


@given(some_facts)
def test_what_flips_one_way_flips_back(facts: Facts) -> None:
    there = compare(receipt(facts, "strategy-1"), SECOND)
    back = compare(receipt(facts, "strategy-2"), Question(editions=("strategy-1",)))

    known = {(f.rule, f.part, f.before, f.after) for f in there.flips if f.after != "unknown"}
    known -= {flip for flip in known if flip[0].endswith(".digital_first")}
    assert known == {
        (f.rule, f.part, f.after, f.before)
        for f in back.flips
        if not f.rule.endswith(".digital_first")
    }


@pytest.mark.parametrize(
    ("facts", "question", "found"),
    [
        (TripFacts(digital=False), SECOND, [("4.7", "silent", "judge")]),
        (TripFacts(digital=True), SECOND, [("4.7", "silent", "supports")]),
        # Nobody was asked, or nobody answered: no guess.
        (TripFacts(), SECOND, [("4.7", "silent", "unknown")]),
        (
            MembershipFacts(member_since=date(2026, 1, 1), next_review_on=date(2030, 1, 1)),
            SECOND,
            [("4.3b", "supports", "note")],
        ),
        (
            VisitFacts(meal_sek=300),
            Question(values=(("moderation.meal_sek", 200),)),
            [("4.6", "supports", "judge")],
        ),
    ],
)
def test_a_verdict_flips_under_another_edition_or_value(
    facts: Facts, question: Question, found: list[tuple[str, str, str]]
) -> None:
    outcome = compare(receipt(facts), question)

    assert [flip for flip in flips(outcome) if flip in found] == found
    assert {clause for clause, _, _ in flips(outcome)} == {found[0][0]}


def test_who_decides_flips_with_the_city_s_setting() -> None:
    told = receipt(ReceptionFacts(host="SLK", host_board="KS", at_city_hall=True))

    outcome = compare(told, Question(values=(("reception.decider", "ks"),)))

    assert (outcome.decided, outcome.would_decide) == ("fbr KS", "ks KS")
    assert outcome.flipped


def test_an_unknown_alone_is_no_flip() -> None:
    outcome = compare(receipt(TripFacts()), SECOND)

    assert [flip.after for flip in outcome.flips] == ["unknown"]
    assert not outcome.flipped


def test_a_weighing_stands_where_the_same_rule_asks_again() -> None:
    told = receipt(VisitFacts(meal_sek=900))
    key = next(f"{f['rule']}:{f['part']}" for f in told["findings"] if f["part"] == "cost:meal")

    dearer = compare(told, Question(values=(("moderation.meal_sek", 100),)), weighed=[key])
    cheaper = compare(told, Question(values=(("moderation.meal_sek", 1000),)), weighed=[key])

    assert dearer.flips == ()
    assert [(f.before, f.after, f.weighed) for f in cheaper.flips if f.clause == "4.6"] == [
        ("judge", "supports", True)
    ]


def test_a_receipt_that_names_no_rules_is_taken_to_have_asked_those_of_its_editions() -> None:
    told = receipt(TripFacts(digital=False))
    del told["rules"], told["sums"]
    told["v"] = 1

    assert compare(told, Question()).flips == ()
    assert flips(compare(told, SECOND)) == [("4.7", "silent", "judge")]
