"""What holds for every set of facts, of every kind."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engagements.vocabulary import Task
from governance.strategy import (
    CLAUSES,
    DEFAULT_VALUES,
    Facts,
    Values,
    Verdict,
    VisitFacts,
    assess,
    canonical,
    receipt_of,
    replay,
)
from tests.governance.strategy.any_facts import full_facts, records, some_facts

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)


@given(some_facts)
def test_a_receipt_replays_to_the_same_bytes(facts: Facts) -> None:
    receipt = canonical(receipt_of(assess(facts, on=ON, values=VALUES)))

    assert canonical(receipt_of(replay(json.loads(receipt)))) == receipt


@given(some_facts)
def test_findings_come_most_severe_first(facts: Facts) -> None:
    findings = assess(facts, on=ON, values=VALUES).findings

    severities = [finding.verdict.severity for finding in findings]
    assert severities == sorted(severities)


@given(records(VisitFacts))
def test_every_visit_has_a_reply_last(facts: VisitFacts) -> None:
    steps = assess(facts, on=ON, values=VALUES).route.steps

    assert [str(step.task) for step in steps].count("replies") == 1
    assert str(steps[-1].task) == "replies"


@given(some_facts)
def test_every_finding_speaks_both_languages_of_a_known_clause(facts: Facts) -> None:
    assessment = assess(facts, on=ON, values=VALUES)

    assert [f for f in assessment.findings if f.clause not in CLAUSES] == []
    assert [f for f in assessment.findings if not f.why.sv or not f.why.en] == []


@given(some_facts, st.randoms())
def test_the_order_of_choices_changes_no_finding(facts: Facts, random: Random) -> None:
    shuffled = list(facts.directions)
    random.shuffle(shuffled)

    findings = assess(facts, on=ON, values=VALUES).findings

    assert assess(replace(facts, directions=tuple(shuffled)), on=ON, values=VALUES).findings == (
        findings
    )


@given(full_facts)
def test_what_is_fully_answered_is_asked_for_nothing(facts: Facts) -> None:
    assert assess(facts, on=ON, values=VALUES).of(Verdict.UNANSWERED) == ()


ANSWERS: list[tuple[str, Any]] = [
    ("initiative", "asked"),
    ("goals", ("klimat",)),
    ("directions", ("cooperation",)),
    ("touches_foreign_policy", False),
    ("scope", "citywide"),
    ("estimated_sek", 0),
    ("procurement_with_party", True),
    ("secrecy_possible", True),
]
VISIT_ANSWERS: list[tuple[str, Any]] = [
    ("wants_letter", False),
    ("wants_letter", True),
    ("meal_sek", 0),
]


def _asked(facts: Facts) -> set[str]:
    """Return the rules that ask for something."""
    return {f.rule for f in assess(facts, on=ON, values=VALUES).of(Verdict.UNANSWERED)}


@given(some_facts, st.sampled_from(ANSWERS))
def test_an_answer_leaves_its_own_question_answered(facts: Facts, answer: tuple[str, Any]) -> None:
    answered = replace(facts, **dict([answer]))

    assert _asked(answered) - _asked(facts) == set()


@given(records(VisitFacts), st.sampled_from(VISIT_ANSWERS))
def test_an_answer_on_a_visit_leaves_its_question_answered(
    facts: VisitFacts, answer: tuple[str, Any]
) -> None:
    answered = replace(facts, **dict([answer]))

    assert _asked(answered) - _asked(facts) == set()


@given(some_facts)
def test_words_and_texts_never_stand_in_the_way_by_themselves(facts: Facts) -> None:
    loud = replace(facts, title="Vänort, sanktioner och krig. No sister city, no war.")

    before = assess(facts, on=ON, values=VALUES).counts[Verdict.BREACH]

    assert assess(loud, on=ON, values=VALUES).counts[Verdict.BREACH] == before


@given(some_facts)
def test_every_set_of_facts_has_one_route_whose_deciders_act_once(facts: Facts) -> None:
    route = assess(facts, on=ON, values=VALUES).route

    assert len({step.organisation for step in route.deciders}) == len(route.deciders) >= 1
    assert route.decider == next(step for step in route.steps if step.task is Task.DECIDES)


@given(some_facts)
def test_facts_survive_the_way_to_json_and_back(facts: Facts) -> None:
    data: Any = json.loads(json.dumps(facts.as_dict()))

    assert type(facts).from_dict(data) == facts


def test_the_strategy_is_pure() -> None:
    code = (
        "import governance.strategy, sys; print(any(m.startswith('django') for m in sys.modules))"
    )

    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "False"
