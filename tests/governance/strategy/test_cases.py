"""Whole matters, as a lawyer can read them in cases/<kind>.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from engagements.vocabulary import Body
from governance.strategy import FACTS_OF, Step, Verdict
from tests.governance.strategy.by_rule import judged_matter

FOLDER = Path(__file__).parent / "cases"
CASES = [
    (path.stem, case)
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text())["case"]
]


def acts(step: Step | None) -> str | None:
    """Return the code of who acts in a step; the Mayor acts for the Executive Board, as "FBR"."""
    if step is None:
        return None
    return "FBR" if step.body is Body.FINANCE_MAYOR else step.organisation


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[case["name"] for _kind, case in CASES])
def test_a_matter_is_judged_as_a_careful_official_would(kind: str, case: dict[str, Any]) -> None:
    assessment = judged_matter(kind, case)

    found = {f"{finding.clause} {finding.verdict}" for finding in assessment.findings}
    clauses = {finding.clause for finding in assessment.findings}
    assert set(case["expect"]) - found == set()
    assert clauses & set(case["silent"]) == set()
    assert acts(assessment.route.decider) == case["decides"]
    assert acts(assessment.route.coordinator) == case.get("coordinates")
    for clause, part in case.get("parts", {}).items():
        assert part in {f.part for f in assessment.findings if f.clause == clause}
    if case.get("only_good"):
        assert {f.verdict for f in assessment.findings} == {Verdict.SUPPORTS}


def test_every_file_of_matters_is_named_by_its_kind() -> None:
    assert {path.stem for path in FOLDER.iterdir()} - set(FACTS_OF) == set()
