"""What would change it: of each grave finding, the nearest single change of one fact that lifts it.

Every change is tried: the matter is judged again with it. It lifts a finding when the rule no
longer says that, nor anything as grave in its place, and no rule says anything grave that it did
not say before. ``changeable`` tells what may be advised at all; a word in a text is never advised
away.

Nearest, in this order: to answer what nobody has, before to write on in a text, before to change
an answer; the same decider before another; nothing grave left in the finding's place before
something; the least distance (of numbers their difference, of days the days, of texts their
length, of what may be done its place in the table); the fewest other findings that come or go;
then as the schema counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from governance.strategy.context import context_of
from governance.strategy.engine import Assessment, judged
from governance.strategy.facts import Facts, schema
from governance.strategy.routing import Step, route
from governance.strategy.text import Text
from governance.strategy.trying import Rank, Tries, Try
from governance.strategy.verdicts import SEVERITY, Finding, Verdict
from governance.strategy.wording import outcome

GRAVE = (Verdict.BREACH, Verdict.UNANSWERED, Verdict.JUDGE)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one fact that lifts a finding.

    path: as "facts.ends_on" or "facts.travellers[0].decides"; fact: of the matter itself.
    new: None where a person must supply it (``written``): a text, a choice, an answer.
    moves_decider: whether another decides then; of a question left open, whether another may.
    tried: the facts it was tried with; what a person is to supply is only stood in for.
    """

    path: str
    fact: str
    old: Any
    new: Any
    written: bool
    moves_decider: bool
    why: Text
    tried: Facts = field(repr=False)


def nearest(
    assessment: Assessment, findings: Iterable[Finding] | None = None
) -> tuple[Change | None, ...]:
    """Return the nearest change for each finding, in their order; None where there is none.

    findings: those of the assessment that are asked about, when not all are.
    """
    search = _Search(assessment)
    return tuple(
        search.change(finding) if finding.verdict in GRAVE and not finding.words else None
        for finding in (assessment.findings if findings is None else findings)
    )


Order = tuple[int, ...]


class _Search:
    """One matter as it is judged now, beside which its changes are set."""

    def __init__(self, assessment: Assessment) -> None:
        self.before = assessment
        self.context = context_of(assessment.on, assessment.values, assessment.editions)
        self.rules = {rule.id: rule for rule, _edition in assessment.asked}
        facts = assessment.facts
        self.held = {name: getattr(facts, name) for name in schema(type(facts))}
        self.places = {name: place for place, name in enumerate(self.held)}
        self.grave = _grave(assessment)
        self.told = _told(assessment)

    def change(self, finding: Finding) -> Change | None:
        """Return the nearest change that lifts a finding."""
        facts, rule = self.before.facts, self.rules[finding.rule]
        grave = self.grave[SEVERITY[finding.verdict], finding.rule, finding.part]
        tries = Tries(facts, self.held, self.context, rule, finding, grave)
        best: tuple[Order, Change] | None = None
        for name in sorted(set(rule.reads), key=self.places.__getitem__):
            for one in tries.of(name):
                if best is not None and one.rank > best[0][0]:
                    continue  # it could not be nearer
                found = self.outcome(tries, name, one)
                # Of two that are as near, the first by the schema is kept.
                if found is not None and (best is None or found[0] < best[0]):
                    best = found
        return best[1] if best else None

    def outcome(self, tries: Tries, name: str, one: Try) -> tuple[Order, Change] | None:
        """Judge the matter again with a change; return its order and itself when it lifts."""
        if one.is_open and not all(map(tries.ends_question, one.tries)):
            return None
        for tried in one.tries:
            if tries.ends(tried) and not self.is_worse(after := self.judged(tried)):
                return self.lifting(tries.finding, name, one, after)
        return None

    def lifting(
        self, finding: Finding, name: str, one: Try, after: Assessment
    ) -> tuple[Order, Change] | None:
        """Return a change that lifts a finding, with its order.

        An answer after which the rule asks another question has only put it off.
        """
        left = self.left(finding, after)
        asks = left is Verdict.UNANSWERED and finding.verdict is not Verdict.UNANSWERED
        if asks and one.rank is Rank.ANSWERS:
            return None
        decider = self.decider(one, after)
        why = outcome(
            one.how, verdict=finding.verdict, left=left, is_open=one.is_open, decider=decider
        )
        moves = decider is not None
        change = Change(one.path, name, one.old, one.new, one.written, moves, why, after.facts)
        remains = 0 if left is None else len(GRAVE) - SEVERITY[left]
        others = (self.told - _told(after)).total() + (_told(after) - self.told).total()
        return (one.rank, moves, remains, one.distance, others), change

    def judged(self, facts: Facts) -> Assessment:
        """Judge the matter with other facts, all else equal."""
        before = self.before
        return judged(facts, on=before.on, values=before.values, editions=before.editions)

    def is_worse(self, after: Assessment) -> bool:
        """Whether a rule says more that is as grave, of any part, than it does now."""
        return any(
            count > self.grave[place, rule, part]
            for (place, rule, part), count in _grave(after).items()
        )

    def left(self, finding: Finding, after: Assessment) -> Verdict | None:
        """Return the gravest that has come in the finding's place."""
        same = [f for f in after.findings if (f.rule, f.part) == (finding.rule, finding.part)]
        known = {f.why for f in self.before.findings if f.rule == finding.rule}
        return next((f.verdict for f in same if f.verdict in GRAVE and f.why not in known), None)

    def decider(self, one: Try, after: Assessment) -> Step | None:
        """Return who decides then, or may decide by some answer, where that is another."""
        now = _who(self.before.route.decider)
        if not one.is_open:
            return after.route.decider if _who(after.route.decider) != now else None
        deciders = (route(tried, self.context).decider for tried in one.tries)
        return next((step for step in deciders if _who(step) != now), None)


def _grave(assessment: Assessment) -> Counter[tuple[int, str, str | None]]:
    """Count the findings as grave as each grave verdict, or graver, by rule and part."""
    found: Counter[tuple[int, str, str | None]] = Counter()
    for finding in assessment.findings:
        for place in range(SEVERITY[finding.verdict], len(GRAVE)):
            found[place, finding.rule, finding.part] += 1
    return found


def _told(assessment: Assessment) -> Counter[tuple[str, str | None, Verdict]]:
    return Counter((f.rule, f.part, f.verdict) for f in assessment.findings)


def _who(step: Step) -> tuple[str, str | None]:
    return step.body.value, step.organisation
