"""What holds for every set of facts."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engagements.vocabulary import Direction, PoliticalLevel
from governance.strategy import (
    CLAUSES,
    DEFAULT_VALUES,
    Values,
    Verdict,
    VisitFacts,
    assess,
    canonical,
    replay,
)

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)
maybe = st.none() | st.booleans()
texts = st.none() | st.text(max_size=60)
amounts = st.none() | st.integers(0, 5000)
facts_of_visits = st.builds(
    VisitFacts,
    host=st.just("MF"),
    host_board=st.sampled_from([None, "MHN"]),
    stage=st.sampled_from(["draft", "submission", "decision"]),
    areas=st.sampled_from([(), ("TK",)]),
    area_boards=st.sampled_from([(), ("TRN",)]),
    political_level=st.none() | st.sampled_from([str(level) for level in PoliticalLevel]),
    directions=st.lists(st.sampled_from([str(d) for d in Direction]), unique=True).map(tuple),
    starts_on=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    received_on=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    wishes=texts,
    stockholm_learns=texts,
    wants_letter=maybe,
    city_priority=maybe,
    touches_foreign_policy=maybe,
    procurement_with_party=maybe,
    meal_sek=amounts,
    estimated_sek=amounts,
    frame_sek=amounts,
)


@given(facts_of_visits)
def test_a_receipt_replays_to_the_same_bytes(facts: VisitFacts) -> None:
    receipt = canonical(assess(facts, on=ON, values=VALUES).to_receipt())

    assert canonical(replay(json.loads(receipt)).to_receipt()) == receipt


@given(facts_of_visits)
def test_findings_come_most_severe_first(facts: VisitFacts) -> None:
    findings = assess(facts, on=ON, values=VALUES).findings

    severities = [finding.verdict.severity for finding in findings]
    assert severities == sorted(severities)


@given(facts_of_visits)
def test_every_visit_has_a_decider_and_replies_last(facts: VisitFacts) -> None:
    steps = assess(facts, on=ON, values=VALUES).route.steps

    assert [str(step.task) for step in steps].count("replies") == 1
    assert str(steps[-1].task) == "replies"
    assert any(str(step.task) == "decides" for step in steps)


@given(facts_of_visits)
def test_every_finding_speaks_both_languages_of_a_known_clause(facts: VisitFacts) -> None:
    findings = assess(facts, on=ON, values=VALUES).findings

    assert [f for f in findings if f.clause not in CLAUSES or not f.why.sv or not f.why.en] == []


@given(facts_of_visits, st.randoms())
def test_the_order_of_choices_changes_no_finding(facts: VisitFacts, random: Random) -> None:
    shuffled = list(facts.directions)
    random.shuffle(shuffled)

    findings = assess(facts, on=ON, values=VALUES).findings

    assert assess(replace(facts, directions=tuple(shuffled)), on=ON, values=VALUES).findings == (
        findings
    )


ANSWERS: list[tuple[str, Any]] = [
    ("initiative", "asked"),
    ("goals", ("klimat",)),
    ("directions", ("cooperation",)),
    ("touches_foreign_policy", False),
    ("wants_letter", False),
    ("wants_letter", True),
    ("meal_sek", 0),
    ("estimated_sek", 0),
    ("procurement_with_party", True),
]


@given(facts_of_visits, st.sampled_from(ANSWERS))
def test_an_answer_leaves_its_own_question_answered(
    facts: VisitFacts, answer: tuple[str, Any]
) -> None:
    """An answered fact is asked for by no rule that reads nothing but that fact and its kin."""
    before = {f.rule for f in assess(facts, on=ON, values=VALUES).of(Verdict.UNANSWERED)}
    answered = assess(replace(facts, **dict([answer])), on=ON, values=VALUES)

    assert {f.rule for f in answered.of(Verdict.UNANSWERED)} <= before


@given(facts_of_visits)
def test_words_and_texts_never_stand_in_the_way_by_themselves(facts: VisitFacts) -> None:
    loud = replace(facts, wishes="Vänort, sanktioner och krig. No sister city, no war.")

    before = assess(facts, on=ON, values=VALUES).counts[Verdict.BREACH]

    assert assess(loud, on=ON, values=VALUES).counts[Verdict.BREACH] == before


@given(facts_of_visits)
def test_every_set_of_facts_has_one_route_whose_deciders_act_once(facts: VisitFacts) -> None:
    steps = assess(facts, on=ON, values=VALUES).route.deciders

    assert len({step.organisation for step in steps}) == len(steps) >= 1


@given(facts_of_visits)
def test_facts_survive_the_way_to_json_and_back(facts: VisitFacts) -> None:
    data: Any = json.loads(json.dumps(facts.as_dict()))

    assert VisitFacts.from_dict(data) == facts


def test_the_strategy_is_pure() -> None:
    code = (
        "import governance.strategy, sys; print(any(m.startswith('django') for m in sys.modules))"
    )

    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "False"
