"""Whole matters, as a lawyer can read them in cases.toml."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from governance.strategy import DEFAULT_VALUES, Values, Verdict, VisitFacts, assess

CASES = tomllib.loads((Path(__file__).parent / "cases" / "visit.toml").read_text())["case"]
VALUES = Values(DEFAULT_VALUES)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_matter_is_judged_as_a_careful_official_would(case: dict[str, Any]) -> None:
    facts = VisitFacts.from_dict(case["facts"])

    assessment = assess(facts, on=date(2026, 11, 1), values=VALUES)

    found = {f"{finding.clause} {finding.verdict}" for finding in assessment.findings}
    clauses = {finding.clause for finding in assessment.findings}
    assert set(case["expect"]) <= found
    assert clauses & set(case["silent"]) == set()
    assert assessment.route.decider.organisation == case["decides"]
    coordinator = assessment.route.coordinator
    assert (coordinator.organisation if coordinator else None) == case.get("coordinates")
    for clause, part in case.get("parts", {}).items():
        assert part in {f.part for f in assessment.findings if f.clause == clause}
    if case.get("only_good"):
        assert {f.verdict for f in assessment.findings} == {Verdict.SUPPORTS}
