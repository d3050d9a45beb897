"""Words in texts: a machine flags, a person decides. Never worse than a judgement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

NEGATIONS = re.compile(
    r"\b(inte|ej|ingen|inget|inga|aldrig|utan|varken|no|not|never|without|neither|nor)\b", re.I
)
REACH = 40  # characters before a word in which a negation is taken to deny it

TWINNING = re.compile(
    r"\b(vänort\w*|vänstad\w*|vänstäder\w*|partnerstad\w*|partnerstäder\w*|systerstad\w*"
    r"|sister[\s-]?cit\w+|twin(?:ned|ning)?[\s-]?(?:towns?|cit\w+)|town[\s-]twinning)\b",
    re.I,
)
FOREIGN_POLICY = re.compile(
    r"\b(sanktion\w*|sanction\w*|militär\w*|militar\w+|krig\w*|wars?|vapen\w*|weapons?"
    r"|bojkott\w*|boycott\w*|säkerhetspolit\w*|security polic\w+|utrikespolit\w*"
    r"|foreign polic\w+|konflikt(?:en|er|erna)?|armed conflict\w*|ockup\w+|occupation\w*"
    r"|ställningstagande\w* i konflikt\w*|gemensamt uttalande|joint statement"
    r"|nato|kärnvapen\w*|nuclear[\s-]weapon\w*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found: in which fact, at which character, and whether the sentence denies it."""

    field: str
    position: int
    word: str
    denied: bool


@lru_cache(maxsize=4096)
def _scan(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, str, bool], ...]:
    found = []
    for match in pattern.finditer(text):
        start = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start()), -1)
        before = text[max(start + 1, match.start() - REACH) : match.start()]
        found.append((match.start(), match.group(), bool(NEGATIONS.search(before))))
    return tuple(found)


def find(pattern: re.Pattern[str], texts: Iterable[tuple[str, str | None]]) -> tuple[Hit, ...]:
    """Return where ``pattern`` stands in (fact name, text) pairs, in their order."""
    return tuple(
        Hit(name, position, word, denied)
        for name, text in texts
        if text
        for position, word, denied in _scan(pattern, text)
    )


def listed(hits: Iterable[Hit]) -> str:
    """Return the words as a quoted list, each once."""
    return ", ".join(f"”{word}”" for word in dict.fromkeys(hit.word for hit in hits))
