"""The engine: facts in, findings and route out; a receipt of it all; the receipt replayed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from governance.strategy.clauses import edition_on
from governance.strategy.facts import FACTS_OF, Facts
from governance.strategy.routing import Route, Step, route
from governance.strategy.rulebook import RULES, Answer, Context, as_finding
from governance.strategy.values import Value, Values
from governance.strategy.verdicts import SEVERITY, Finding, Verdict

CODE_VERSION = "1"
# The organisation's frame: the submitter can't mend it, and no item can do without it.
FRAME = "frame"


@dataclass(frozen=True)
class Assessment:
    """What the strategy answers about one item on one day."""

    facts: Facts
    on: date
    findings: tuple[Finding, ...]
    route: Route
    editions: dict[str, str]
    values: dict[str, Any]
    code_version: str = CODE_VERSION

    @cached_property
    def counts(self) -> dict[Verdict, int]:
        """Number of findings by verdict."""
        found = dict.fromkeys(Verdict, 0)
        for finding in self.findings:
            found[finding.verdict] += 1
        return found

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings with one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict is verdict)

    def blocking(self, stage: str) -> tuple[Finding, ...]:
        """Return what stands in the way at a stage: "submission" or "decision".

        A breach of a part, such as the letter, blocks that part only (``blocked_parts``); an
        unanswered fact blocks a submission. The frame, which the submitter can't mend, blocks
        the decision alone.
        """
        found = [f for f in self.of(Verdict.BREACH) if f.part is None]
        found += [f for f in self.of(Verdict.UNANSWERED) if f.part != FRAME]
        if stage == "decision":
            grave = (*self.of(Verdict.BREACH), *self.of(Verdict.UNANSWERED))
            found += [f for f in grave if f.part == FRAME]
        return tuple(found)

    @property
    def blocked_parts(self) -> tuple[str, ...]:
        """Return the parts that can't be approved as they stand, while the rest can."""
        parts = (f.part for f in self.of(Verdict.BREACH) if f.part and f.part != FRAME)
        return tuple(dict.fromkeys(parts))

    @property
    def needs_weighing(self) -> tuple[Finding, ...]:
        """Return the findings that a named person must weigh."""
        return self.of(Verdict.JUDGE)

    def to_receipt(self) -> dict[str, Any]:
        """Return everything that a replay needs and its answer must equal, as JSON values."""
        return {
            "v": 1,
            "code": self.code_version,
            "kind": self.facts.kind.value,
            "on": self.on.isoformat(),
            "editions": self.editions,
            "values": self.values,
            "facts": self.facts.as_dict(),
            "findings": [_finding(finding) for finding in self.findings],
            "route": [_step(step) for step in self.route.steps],
        }


def _finding(finding: Finding) -> dict[str, Any]:
    """Return a finding as it was told, as JSON values."""
    return {
        "clause": finding.clause,
        "rule": finding.rule,
        "edition": finding.edition,
        "verdict": finding.verdict.value,
        "part": finding.part,
        "sv": finding.why.sv,
        "en": finding.why.en,
        "mend": None if finding.mend is None else [finding.mend.sv, finding.mend.en],
        "read": list(finding.read),
    }


def _step(step: Step) -> dict[str, Any]:
    """Return a step as JSON values."""
    return {
        "body": step.body.value,
        "task": step.task.value,
        "clause": step.clause,
        "stated": step.stated,
        "organisation": step.organisation,
    }


def canonical(receipt: dict[str, Any]) -> str:
    """Return a receipt as canonical JSON: sorted keys, no spaces, no NaN."""
    return json.dumps(
        receipt, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def assess(facts: Facts, *, on: date, values: Values) -> Assessment:
    """Judge an item under the editions and values in force on a day.

    Raises clauses.NoEdition, values.UnknownValue or routing.NoRoute when the city has a hole.
    """
    in_force = values.on(on)
    context = Context(on, in_force)
    editions: dict[str, str] = {}
    findings: list[Finding] = []
    for rule in RULES.get(type(facts), ()):
        answers = rule.judge(facts, context)
        edition = editions.get(rule.source)
        if edition is None:
            edition = editions[rule.source] = edition_on(rule.source, on).id
        if isinstance(answers, Answer):
            findings.append(as_finding(rule, answers, edition))
        elif answers is not None:
            findings.extend(as_finding(rule, answer, edition) for answer in answers)
    findings.sort(key=_order)
    return Assessment(facts, on, tuple(findings), route(facts), editions, in_force)


def _order(finding: Finding) -> tuple[int, bool, str, str, str]:
    """Sort by severity, strong support before other support, then as the strategy counts."""
    return (
        SEVERITY[finding.verdict],
        not finding.strong,
        finding.clause,
        finding.rule,
        finding.part or "",
    )


def replay(receipt: dict[str, Any]) -> Assessment:
    """Judge the receipt's facts again, on its day and with its values.

    The same code gives the same bytes. A receipt of another ``code`` is judged by this one; the
    bytes then tell what has changed. Raises KeyError for a kind that this code does not know.
    """
    on = date.fromisoformat(receipt["on"])
    facts = FACTS_OF[receipt["kind"]].from_dict(receipt["facts"])
    values = Values(Value(key, value, on, "receipt") for key, value in receipt["values"].items())
    return assess(facts, on=on, values=values)
