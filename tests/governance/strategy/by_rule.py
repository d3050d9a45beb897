"""What the matters of a kind make each of its own rules answer."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from governance.strategy import (
    DEFAULT_VALUES,
    EDITIONS,
    FACTS_OF,
    Assessment,
    Facts,
    Value,
    Values,
    assess,
)
from governance.strategy.rulebook import RULES

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)
CASES = Path(__file__).parent / "cases"


def judged_matter(kind: str, case: dict[str, Any]) -> Assessment:
    """Judge a matter as it is written: on its day, under its edition and the values it sets."""
    on = case.get("on", ON)
    own = [Value(key, value, on, "the matter") for key, value in case.get("values", {}).items()]
    return assess(
        FACTS_OF[kind].from_dict(case["facts"]),
        on=on,
        values=Values([*DEFAULT_VALUES, *own]) if own else VALUES,
        editions=EDITIONS.pinned(case["edition"]) if "edition" in case else EDITIONS,
    )


def own_rules(kind: str) -> dict[str, str]:
    """Return the rules that only this kind has: id to name."""
    of_kind = RULES[FACTS_OF[kind]]
    return {r.id: r.judge.__name__ for r in of_kind if f".rules.{kind}" in r.judge.__module__}


def answered_in_matters(kind: str) -> dict[str, str]:
    """Return each own rule's verdicts over all matters of the kind, sorted, in one string."""
    names = own_rules(kind)
    found: dict[str, set[str]] = {name: set() for name in names.values()}
    for case in tomllib.loads((CASES / f"{kind}.toml").read_text())["case"]:
        for finding in judged_matter(kind, case).findings:
            if finding.rule in names:
                found[names[finding.rule]].add(str(finding.verdict))
    return {name: " ".join(sorted(verdicts)) for name, verdicts in found.items()}


def answers(rule: str, facts: Facts, *, on: date = ON, values: Values | None = None) -> list[str]:
    """Return the verdicts of one rule, by name, on facts that say nothing else."""
    found = assess(facts, on=on, values=values or VALUES).findings
    return [str(f.verdict) for f in found if f.rule.rsplit(".", 1)[1] == rule]


def says(rule: str, facts: Facts) -> list[str]:
    """Return the Swedish sentences of one rule on facts that say nothing else."""
    found = assess(facts, on=ON, values=VALUES).findings
    return [f.why.sv for f in found if f.rule.rsplit(".", 1)[1] == rule]
