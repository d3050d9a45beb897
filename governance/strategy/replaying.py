"""What flips when a receipt's item is judged under other editions or values.

A flip is a verdict that one rule gave on one part then, and another that it gives now. A person's
weighing stands: where the same rule asks for grounds on the same part again, nothing has flipped.
What was never asked is never guessed: see ``UNKNOWN``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

from engagements.vocabulary import Task
from governance.strategy.clauses import EDITIONS, Editions
from governance.strategy.facts import FACTS_OF
from governance.strategy.interface import settings_of
from governance.strategy.receipts import replay
from governance.strategy.rulebook import RULES, asked
from governance.strategy.verdicts import SEVERITY, Finding, Verdict

# The answer of a rule that was not asked then and reads a fact that nobody answered, and of any
# rule that now asks for what it did not ask for then.
UNKNOWN = "unknown"
SILENT = "silent"
Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Question:
    """What history is judged under: editions that hold whatever the day, and the city's values."""

    editions: tuple[str, ...] = ()
    values: tuple[tuple[str, Any], ...] = ()


class StatedByEdition(ValueError):
    """A setting was given that a chosen edition itself states, so that it would not hold."""


def question_of(editions: Sequence[str], values: Mapping[str, Any]) -> Question:
    """Return a question that can be asked.

    Raises UnknownEdition, StatedByEdition, and interface.BadItem for a value that there is none of
    or that is of another type than its key's.
    """
    held = settings_of(values)
    for edition in map(EDITIONS.named, editions):
        for key in held:
            if key in edition.values:
                raise StatedByEdition(key)
    return Question(tuple(editions), tuple(sorted(held.items())))


@dataclass(frozen=True, slots=True)
class Flip:
    """One rule's answer on one part, then and now: a verdict, SILENT or UNKNOWN.

    weighed: whether a person had given grounds on it, which stand.
    """

    clause: str
    rule: str
    part: str | None
    before: str
    after: str
    weighed: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one item would have met: its flips by rule, and who decided and would have decided."""

    flips: tuple[Flip, ...]
    decided: str
    would_decide: str

    @property
    def flipped(self) -> bool:
        """Whether anything that is known flips."""
        moved = self.decided != self.would_decide
        return moved or any(flip.after != UNKNOWN for flip in self.flips)


def compare(
    receipt: Mapping[str, Any], question: Question, *, weighed: Iterable[str] = ()
) -> Outcome:
    """Return what flips in one receipt. weighed: the keys of findings that a person weighed.

    A key is a finding's rule, and its part after a colon. Raises as ``receipts.replay``.
    """
    own = tuple(receipt["editions"].values())
    editions = _pinned((*own, *question.editions))
    now = replay(receipt, editions=editions, values=dict(question.values))
    before = _told((f["clause"], f["rule"], f["part"], f["verdict"]) for f in receipt["findings"])
    were_asked = _were_asked(receipt, own)
    answered = frozenset(receipt["facts"])
    unknown = {
        rule.id
        for rule, _edition in now.asked
        if rule.id not in were_asked and not answered.issuperset(rule.reads)
    }
    after = _told(_as_told(finding) for finding in now.findings if finding.rule not in unknown)
    held = frozenset(weighed)
    flips = []
    for key in sorted({*before, *after, *((rule, None) for rule in unknown)}, key=_sorted_by):
        flip = _flip(key, before.get(key), after.get(key), unknown=unknown, held=held)
        if flip:
            flips.append(flip)
    flips = _paired(flips)
    decider = now.route.decider
    would = _decider(decider.body.value, decider.organisation)
    return Outcome(tuple(flips), _decided(receipt), would)


@dataclass(frozen=True, slots=True)
class Kept:
    """A receipt as it is kept: the item's number and organisation, and two JSON texts."""

    number: str
    organisation: str
    receipt: str
    weighed: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of one kept receipt: an outcome, or why there is none."""

    number: str
    organisation: str
    outcome: Outcome | None
    fault: str = ""


def compare_kept(rows: Sequence[Kept], question: Question) -> list[Answered]:
    """Return what came of each receipt that flips, is unknown in part, or can't be judged."""
    found = []
    for row in rows:
        try:
            receipt = json.loads(row.receipt)
            outcome = compare(receipt, question, weighed=_weighed(row.weighed))
        except (LookupError, TypeError, ValueError) as error:
            fault = f"{type(error).__name__}: {error}"
            found.append(Answered(row.number, row.organisation, None, fault))
            continue
        if outcome.flips or outcome.flipped:
            found.append(Answered(row.number, row.organisation, outcome))
    return found


def _weighed(text: str) -> list[str]:
    """Return the keys of the findings that a receipt's weighings are of."""
    rows = json.loads(text)["weighings"] if text else []
    return [f"{row['rule']}:{row['part']}" if row["part"] else row["rule"] for row in rows]


def _sorted_by(key: Key) -> tuple[str, str]:
    return key[0], key[1] or ""


@lru_cache(maxsize=256)
def _pinned(ids: tuple[str, ...]) -> Editions:
    """Return the editions with these in force; of one source the last named."""
    return EDITIONS.pinned(*ids)


def _as_told(finding: Finding) -> tuple[str, str, str | None, str]:
    return finding.clause, finding.rule, finding.part, finding.verdict.value


def _told(
    findings: Iterable[tuple[str, str, str | None, str]],
) -> dict[Key, tuple[str, str]]:
    """Return clause and gravest verdict by rule and part."""
    found: dict[Key, tuple[str, str]] = {}
    for clause, rule, part, verdict in findings:
        kept = found.get((rule, part))
        if kept is None or SEVERITY[Verdict(verdict)] < SEVERITY[Verdict(kept[1])]:
            found[rule, part] = (clause, verdict)
    return found


def _were_asked(receipt: Mapping[str, Any], editions: tuple[str, ...]) -> frozenset[str]:
    """Return the rules that were asked; where the receipt names none, those of its editions."""
    if "rules" in receipt:
        return frozenset(receipt["rules"])
    return _of_editions(receipt["kind"], editions, receipt["on"])


@lru_cache(maxsize=1024)
def _of_editions(kind: str, ids: tuple[str, ...], on: str) -> frozenset[str]:
    held = EDITIONS.pinned(*ids).on(date.fromisoformat(on))
    rules = asked(FACTS_OF[kind], tuple(held.values()))
    return frozenset(rule.id for rule, _edition in rules if rule.since == 1)


def _flip(
    key: Key,
    before: tuple[str, str] | None,
    after: tuple[str, str] | None,
    *,
    unknown: set[str],
    held: frozenset[str],
) -> Flip | None:
    rule, part = key
    was = before[1] if before else SILENT
    becomes = after[1] if after else SILENT
    if rule in unknown or (becomes == Verdict.UNANSWERED and was != becomes):
        becomes = UNKNOWN
    if was == becomes:
        return None
    clause = (after or before or (_clause_of(rule), ""))[0]
    name = f"{rule}:{part}" if part else rule
    return Flip(clause, rule, part, was, becomes, name in held)


def _paired(flips: list[Flip]) -> list[Flip]:
    """Join what a rule no longer says of the whole and what it now says of a part, or the reverse.

    One flip then tells both: "supports" is now "judge".
    """
    found: list[Flip] = []
    for _rule, of_rule in groupby(flips, key=lambda flip: flip.rule):
        rows = list(of_rule)
        gone = [flip for flip in rows if flip.after == SILENT]
        come = [flip for flip in rows if flip.before == SILENT and flip.after != UNKNOWN]
        for one, other in zip(gone, come, strict=False):
            rows.remove(one)
            rows[rows.index(other)] = replace(
                other, before=one.before, weighed=one.weighed or other.weighed
            )
        found += [flip for flip in rows if flip.before != flip.after]
    return found


@lru_cache(maxsize=1024)
def _clause_of(rule: str) -> str:
    return next(one.clause for rules in RULES.values() for one in rules if one.id == rule)


def _decided(receipt: Mapping[str, Any]) -> str:
    step = next(step for step in receipt["route"] if step["task"] == Task.DECIDES)
    return _decider(step["body"], step["organisation"])


def _decider(body: str, organisation: str | None) -> str:
    """Return who decides, as "board MHN"."""
    return f"{body} {organisation}" if organisation else body
