"""The engine: facts in, findings and route out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from governance.strategy.clauses import EDITIONS, Edition, Editions
from governance.strategy.context import context_of
from governance.strategy.facts import Facts
from governance.strategy.routing import Route, route
from governance.strategy.rulebook import Answer, Asked, as_finding, asked
from governance.strategy.values import Values
from governance.strategy.verdicts import SEVERITY, Finding, Verdict

CODE_VERSION = "1"
# The organisation's frame: the submitter can't mend it, and no item can do without it.
FRAME = "frame"


@dataclass(frozen=True)
class Assessment:
    """What the strategy answers about one item on one day.

    asked: every rule that was asked, whatever it answered, with its edition. values: the city's
    own on the day; an edition may have stated another.
    """

    facts: Facts
    on: date
    findings: tuple[Finding, ...]
    route: Route
    asked: Asked
    values: Mapping[str, Any]
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

    @cached_property
    def editions(self) -> dict[str, Edition]:
        """The editions whose rules were asked, by source."""
        return {edition.source: edition for _rule, edition in self.asked}


def assess(facts: Facts, *, on: date, values: Values, editions: Editions = EDITIONS) -> Assessment:
    """Judge an item under the editions and values in force on a day.

    Raises clauses.NoEdition, values.UnknownValue or routing.NoRoute when the city has a hole.
    """
    return judged(facts, on=on, values=values.on(on), editions=editions.on(on))


def judged(
    facts: Facts,
    *,
    on: date,
    values: Mapping[str, Any],
    editions: Mapping[str, Edition],
    only: Collection[str] | None = None,
) -> Assessment:
    """Judge an item by given values and editions, whenever they hold. Raises as ``assess``.

    only: ids of the rules that are asked; those of the editions without it.
    """
    context = context_of(on, values, editions)
    rules = asked(type(facts), tuple(editions.values()))
    if only is not None:
        rules = tuple(row for row in rules if row[0].id in only)
    findings: list[Finding] = []
    for rule, edition in rules:
        answers = rule.judge(facts, context)
        if isinstance(answers, Answer):
            findings.append(as_finding(rule, answers, edition))
        elif answers is not None:
            findings.extend(as_finding(rule, answer, edition) for answer in answers)
    findings.sort(key=_order)
    return Assessment(facts, on, tuple(findings), route(facts, context), rules, values)


def _order(finding: Finding) -> tuple[int, bool, str, str, str]:
    """Sort by severity, strong support before other support, then as the strategy counts."""
    return (
        SEVERITY[finding.verdict],
        not finding.strong,
        finding.clause,
        finding.rule,
        finding.part or "",
    )
