"""Words in texts: a machine flags, a person decides. Never worse than a judgement.

A word whose sentence denies it ("inget vänortsavtal") is still shown, but only as a note: what a
machine takes for a denial may be none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from governance.strategy.text import Text


@dataclass(frozen=True, slots=True, eq=False)
class Wordlist:
    """The words that ask one question; known by identity, since a pattern is slow to compare."""

    pattern: re.Pattern[str]


TWINNING = Wordlist(
    re.compile(
        r"\b(vänort\w*|vänstad\w*|vänstäder\w*|vänkommun\w*|partnerort\w*"
        r"|partnersta(?:d|den|ds\w*)|partnerstäder\w*|systersta(?:d|den|ds\w*)|systerstäder\w*"
        r"|sister[\s-]+(?:city|cities|towns?|municipalit\w+)|partner[\s-]+cit(?:y|ies)"
        r"|twin(?:ned|ning)?[\s-]+(?:towns?|city|cities|with)|(?:town|city)[\s-]+twinning)\b",
        re.I,
    )
)
FOREIGN_POLICY = Wordlist(
    re.compile(
        r"\b(sanktion(?:en|er|erna|ers)?|sanction(?:s|ed|ing)?|militär\w*|militar\w+|embargo\w*"
        r"|(?:inbördes|världs|anfalls)?krig(?:et|en|s\w*)?|wars?|vapen\w*|weapons?|weaponry"
        r"|bojkott\w*|boycott\w*|säkerhetspoliti\w*|security polic\w+|utrikespoliti\w*"
        r"|foreign (?:polic\w+|affairs)|försvarspoliti\w*|defence polic\w+|biståndspoliti\w*"
        r"|aid polic\w+|(?:stormakts)?konflikt(?:en|er|erna)?|armed conflict\w*|ockup\w+"
        r"|occupation(?! therap)s?|occupied territor\w+|invasion\w*|invader\w*"
        r"|annekter\w*|annex(?:ed|ation\w*)"
        r"|gemensam(?:t|ma)? uttalande\w*|joint (?:statement|declaration|communiqu)\w*"
        r"|nato|nato-\w+|kärnvapen\w*|nuclear[\s-]+(?:weapon|disarmament)\w*)\b",
        re.I,
    )
)

_NEGATION = re.compile(
    r"\b(inte|ej|icke|ingen|inget|inga|aldrig|utan|varken|no|not|never|without|neither|nor)\b"
    r"(?!\s+(?:bara|enbart|endast|minst|only|just|merely|least)\b)",
    re.I,
)
_CONTRAST = re.compile(r"\b(men|däremot|but|however|instead|rather)\b", re.I)
_END = re.compile(r"[.!?;\n]")
_CLAUSE_END = re.compile(r"[.!?;,\n]|\b(?:och|men|and|but)\b", re.I)
_BEFORE = 60  # characters before a word in which a negation is taken to deny it
_AFTER = 30  # characters after it, in the same clause

_FIELDS = {
    "title": Text("rubriken", "the title"),
    "wishes": Text("önskemålen", "the wishes"),
    "purpose": Text("syftet", "the purpose"),
    "benefit": Text("nyttan", "the benefit"),
    "benefit_stockholm": Text("nyttan för Stockholm", "the benefit to Stockholm"),
    "stockholm_learns": Text("vad vi lär oss", "what we learn"),
    "they_learn": Text("vad de lär sig", "what they learn"),
    "goal_contribution": Text("bidraget till målen", "the contribution to the goals"),
    "image_gain": Text("bilden av Stockholm", "the image of Stockholm"),
    "comparison": Text("jämförelsen", "the comparison"),
    "priority_grounds": Text("skälen för brevet", "the grounds for the letter"),
    "proposal_grounds": Text("skälen för förslaget", "the grounds for the proposal"),
    "event": Text("evenemanget", "the event"),
    "why_capital": Text("varför huvudstaden", "why the capital"),
    "label": Text("avtalets rubrik", "the agreement's title"),
    "agreement_text": Text("avtalstexten", "the agreement's text"),
    "original_text": Text("texten på originalspråk", "the original text"),
    "swedish_text": Text("texten på svenska", "the Swedish text"),
    "city_interest": Text("stadens intresse", "the city's interest"),
    "topic": Text("ämnet", "the topic"),
    "position_text": Text("ställningstagandet", "the position"),
    "process": Text("processen", "the process"),
    "aim": Text("målet med medlemskapet", "the aim of the membership"),
    "effort_plan": Text("planen för insatser", "the plan of efforts"),
    "plan_item": Text("målet i verksamhetsplanen", "the goal in the plan"),
    "after_owner": Text("vem som tar över", "who takes over"),
    "after_funding": Text("pengarna efteråt", "the money afterwards"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found: in which fact, at which character from 0, and if its sentence denies it."""

    field: str
    position: int
    word: str
    denied: bool


def _denied(text: str, start: int, end: int) -> bool:
    """Whether the sentence seems to deny the word at ``start``; "inte A utan B" affirms B."""
    before = _END.split(text[max(0, start - _BEFORE) : start])[-1]
    before = _CONTRAST.split(before)[-1]
    negations = [found.group(1).casefold() for found in _NEGATION.finditer(before)]
    if negations:
        return not (len(negations) > 1 and negations[-1] == "utan")
    after = _CLAUSE_END.split(text[end : end + _AFTER])[0]
    return bool(_NEGATION.search(after))


# Few texts are kept, since people wrote them.
@lru_cache(maxsize=256)
def _scan(wordlist: Wordlist, text: str) -> tuple[tuple[int, str, bool], ...]:
    return tuple(
        (match.start(), match.group(), _denied(text, match.start(), match.end()))
        for match in wordlist.pattern.finditer(text)
    )


def find(wordlist: Wordlist, texts: Iterable[tuple[str, str | None]]) -> tuple[Hit, ...]:
    """Return where the words stand in (fact name, text) pairs, in their order."""
    return tuple(
        Hit(name, position, word, denied)
        for name, text in texts
        if text
        for position, word, denied in _scan(wordlist, text)
    )


def _place(hit: Hit, language: str) -> str:
    """Return where a word stands in a reader's words: "rubriken, tecken 4"."""
    at = hit.position + 1
    if hit.field.startswith("agenda:"):
        number = hit.field.removeprefix("agenda:")
        name = Text(f"dagordningens punkt {number}", f"item {number} of the agenda")
    else:
        name = _FIELDS.get(hit.field, Text(hit.field, hit.field))
    return f"{name.get(language)}, {'character' if language == 'en' else 'tecken'} {at}"


def listed(hits: Iterable[Hit]) -> Text:
    """Return each word once, quoted, with where it first stands, in both languages."""
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.word.casefold(), hit)
    return Text(
        ", ".join(f"”{hit.word}” ({_place(hit, 'sv')})" for hit in first.values()),
        ", ".join(f"“{hit.word}” ({_place(hit, 'en')})" for hit in first.values()),
    )
