"""The rulebook: a rule names its clause, its edition's source and the facts it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from governance.strategy.clauses import (
    CLAUSES,
    EDITIONS,
    Edition,
    NoEdition,
    source_of,
    worded,
)
from governance.strategy.context import Context
from governance.strategy.facts import Facts
from governance.strategy.text import Text
from governance.strategy.verdicts import Finding, Verdict
from governance.strategy.words import Hit

__all__ = [
    "RULES",
    "Answer",
    "Answers",
    "Asked",
    "Context",
    "Judge",
    "Rule",
    "as_finding",
    "asked",
    "breach",
    "judge",
    "note",
    "rule",
    "supports",
    "unanswered",
]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What a rule answers: verdict, why, what would change it, and the part it concerns.

    clause: when it is another than the rule's own. Made by ``breach`` … ``supports``, which give
    the same answer for the same words, so that it is compared, and kept, by identity.
    """

    verdict: Verdict
    why: Text
    mend: Text | None = None
    part: str | None = None
    clause: str | None = None
    strong: bool = False
    words: tuple[Hit, ...] = ()


Answers = Answer | Iterable[Answer] | None
Judge = Callable[[Any, Context], Answers]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule: its id, the clause it serves and its source, and the function that judges.

    editions: ids of those it belongs to; None for all that its source has. since: the version of
    receipts from which it is asked; earlier ones do not name their rules.
    """

    id: str
    clause: str
    source: str
    on: type[Facts]
    reads: tuple[str, ...]
    judge: Judge
    editions: frozenset[str] | None = None
    since: int = 1


@lru_cache(maxsize=4096)
def as_finding(rule: Rule, answer: Answer, edition: Edition) -> Finding:
    """Return an answer of a rule as a finding under ``edition``."""
    clause = answer.clause or rule.clause
    return Finding(
        clause=clause,
        rule=rule.id,
        edition=edition.id,
        verdict=answer.verdict,
        title=worded(clause, edition).title,
        why=answer.why,
        read=rule.reads,
        mend=answer.mend,
        part=answer.part,
        strong=answer.strong,
        words=answer.words,
    )


RULES: dict[type[Facts], list[Rule]] = {}


TEXTS = "@texts"


def rule(
    clause: str,
    *,
    on: type[Facts] | tuple[type[Facts], ...],
    reads: str,
    editions: tuple[str, ...] | None = None,
    since: int = 1,
) -> Callable[[Judge], Judge]:
    """Put a function in the rulebook for ``clause``, for one kind or for several.

    ``reads`` names the facts it looks at; "@texts" stands for a kind's agenda and free texts.
    ``editions`` names those that it belongs to, when its source has others without it. ``since`` is
    raised with the version of receipts alone. Raises
    KeyError for a clause that the registry lacks, AttributeError for an unknown fact,
    UnknownEdition for an edition that there is none of.
    """
    kinds = on if isinstance(on, tuple) else (on,)
    only = None if editions is None else frozenset(EDITIONS.named(id).id for id in editions)
    source = source_of(CLAUSES[clause].id)

    def add(judge: Judge) -> Judge:
        for facts in kinds:
            identity = f"{source}.{facts.kind.value}.{judge.__name__}"
            read = _names(reads, facts)
            RULES.setdefault(facts, []).append(
                Rule(identity, clause, source, facts, read, judge, only, since)
            )
        return judge

    return add


Asked = tuple[tuple[Rule, Edition], ...]
_ASKED: dict[tuple[type[Facts], tuple[Edition, ...]], Asked] = {}


def asked(facts: type[Facts], editions: tuple[Edition, ...]) -> Asked:
    """Return the rules that editions ask of a kind, each with its edition.

    Raises NoEdition for a rule whose source none of them is of.
    """
    found = _ASKED.get((facts, editions))
    if found is None:
        found = _ASKED[facts, editions] = tuple(_asked(facts, editions))
    return found


def _asked(facts: type[Facts], editions: tuple[Edition, ...]) -> Iterator[tuple[Rule, Edition]]:
    of_source = {edition.source: edition for edition in editions}
    for rule in RULES.get(facts, ()):
        edition = of_source.get(rule.source)
        if edition is None:
            raise NoEdition(rule.source)
        if rule.editions is None or edition.id in rule.editions:
            yield rule, edition


def _names(reads: str, facts: type[Facts]) -> tuple[str, ...]:
    """Return the facts that ``reads`` names for a kind. Raises AttributeError."""
    written = reads.replace(TEXTS, " ".join(("agenda", *facts.texts)))
    names = tuple(written.split())
    for name in names:
        getattr(facts, name)
    return names


# Most sentences are always the same; few are kept of those that carry figures or people's words.
_kept = lru_cache(maxsize=256)


@_kept
def breach(sv: str, en: str, *, mend: Text | None = None, part: str | None = None) -> Answer:
    """Answer that it stands in the way."""
    return Answer(Verdict.BREACH, Text(sv, en), mend, part)


@_kept
def unanswered(sv: str, en: str, *, part: str | None = None) -> Answer:
    """Answer that a fact is missing; the sentence asks for it."""
    return Answer(Verdict.UNANSWERED, Text(sv, en), None, part)


@_kept
def judge(
    sv: str,
    en: str,
    *,
    mend: Text | None = None,
    part: str | None = None,
    words: tuple[Hit, ...] = (),
) -> Answer:
    """Answer that a person must weigh it."""
    return Answer(Verdict.JUDGE, Text(sv, en), mend, part, words=words)


@_kept
def note(
    sv: str,
    en: str,
    *,
    mend: Text | None = None,
    part: str | None = None,
    words: tuple[Hit, ...] = (),
) -> Answer:
    """Answer with something to keep in mind."""
    return Answer(Verdict.NOTE, Text(sv, en), mend, part, words=words)


@_kept
def supports(
    sv: str,
    en: str,
    *,
    part: str | None = None,
    clause: str | None = None,
    strong: bool = False,
) -> Answer:
    """Answer in the item's favour; ``clause`` when it is another than the rule's own."""
    return Answer(Verdict.SUPPORTS, Text(sv, en), None, part, clause, strong)
