"""The changes that are worth a try for a finding, drawn from the facts that its rule reads.

Values come from the fact's type, its codes and limits, from the matter's other facts, and from how
far a number or a day must go until the rule alone is content. Whether a change is any good is for
``changing`` to find out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from governance.strategy.changeable import (
    ANSWER_BY,
    Day,
    How,
    One,
    To,
    Toward,
    how_of,
    is_asked,
    is_kept,
)
from governance.strategy.context import Context
from governance.strategy.described import is_list, limits, row_of
from governance.strategy.facts import Facts, Record, held_type, schema
from governance.strategy.facts.codes import codes_of
from governance.strategy.rulebook import Answer, Rule
from governance.strategy.text import Text
from governance.strategy.verdicts import SEVERITY, Finding, Verdict
from governance.strategy.wording import Place, say

# Of a long table no more rows are tried, so that no item takes long.
ROWS = 20
LETTER = "x"
FULL_DAY = 24
UNANSWERED: tuple[Any, ...] = (None, (), "")


class Rank(IntEnum):
    """What a change asks of a person, least first."""

    ANSWERS = 0
    WRITES_ON = 1
    CHANGES = 2


@dataclass(frozen=True, slots=True)
class Try:
    """A change to try.

    how: what is to be done, but for its outcome. tries: the facts with each answer that stands
    for it, of which the first that lifts is kept. written: a person is to supply it. is_open:
    every answer must at least end the question.
    """

    path: str
    rank: Rank
    distance: int
    old: Any
    new: Any
    how: Text
    tries: tuple[Facts, ...]
    written: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A fact of the matter, of a row, or one in a list, and the matter with another answer."""

    place: Place
    value: Any
    put: Callable[[Any], Facts]


@dataclass(frozen=True, slots=True)
class Tries:
    """The changes to try for one finding of a matter.

    held: the matter's facts by name. grave: how many as grave as the finding, or graver, the rule
    has now on the same part.
    """

    facts: Facts
    held: Mapping[str, Any]
    context: Context
    rule: Rule
    finding: Finding
    grave: int

    def of(self, name: str) -> Iterator[Try]:
        """Give the changes of one fact of the matter, and of the rows in it."""
        kind = type(self.facts)
        if is_kept(kind, name):
            return
        value = getattr(self.facts, name)
        whole = Spot(Place(kind, name, f"facts.{name}"), value, self._put(name))
        yield from self._of_spot(whole)
        if row_of(kind, name):
            for number, each in enumerate(value[:ROWS]):
                at = number if len(value) > 1 else None
                for fact in schema(type(each)):
                    place = Place(type(each), fact, f"{whole.place.path}[{number}].{fact}", at)
                    put = _put_in_row(whole, number, fact)
                    yield from self._of_spot(Spot(place, getattr(each, fact), put))

    def _put(self, name: str) -> Callable[[Any], Facts]:
        # As dataclasses.replace, which looks up each field anew and takes twice as long.
        return lambda value: type(self.facts)(**{**self.held, name: value})

    def _of_spot(self, spot: Spot) -> Iterator[Try]:
        """Give an answer where there is none, else what may be done about the one there is."""
        record, fact = spot.place.record, spot.place.fact
        how = how_of(record, fact)
        if spot.value in UNANSWERED:
            yield from self._answers(spot, how)
        elif is_list(record, fact):
            yield from self._of_list(spot, how)
        elif is_text(record, fact):
            yield from self._writes_on(spot)
        elif self.finding.verdict is Verdict.UNANSWERED:
            return  # a question is answered, and no other answer is changed to be rid of it
        elif isinstance(how, Toward):
            yield from self._toward(spot, how)
        elif isinstance(how, Day):
            yield from self._earlier(spot)
        elif isinstance(how, tuple):
            yield from _done(spot, how, Rank.CHANGES)

    def _answers(self, spot: Spot, how: How | None) -> Iterator[Try]:
        """Give the answer that lacks. A person gives it, but for a day that another settles."""
        record, fact = spot.place.record, spot.place.fact
        is_question = self.finding.verdict is Verdict.UNANSWERED
        first = self.facts.starts_on
        if not is_question and is_asked(record, fact):
            return
        if not is_question and isinstance(how, tuple):
            yield from _done(spot, how, Rank.ANSWERS)
        elif isinstance(how, Day) and first:
            told = say("earliest", spot.place, first)
            yield Try(spot.place.path, Rank.ANSWERS, 0, None, first, told, (spot.put(first),))
        elif is_text(record, fact) and not is_list(record, fact):
            if self.ends(spot.put(LETTER * self.least)):
                yield self._written(spot, LETTER * self._length(spot), Rank.ANSWERS)
        else:
            yield Try(
                spot.place.path,
                Rank.ANSWERS,
                0,
                spot.value,
                None,
                ANSWER_BY.get(fact) or say("answer", spot.place),
                tuple(spot.put(value) for value in self._samples(record, fact)),
                written=True,
                is_open=True,
            )

    def _samples(self, record: type[Record], name: str) -> list[Any]:
        """Return answers that stand for all that a person may give."""
        held = held_type(schema(record)[name])
        one: list[Any] = list(codes_of(record, name))
        if row := row_of(record, name):
            one = [row(**{fact: self._samples(row, fact)[0] for fact in schema(row)})]
        elif held is bool:
            one = [False, True]
        elif held is date:
            one = [self.context.on]
        elif held is int:
            one = self._amounts(name)
        elif not one:
            text = LETTER * self.least
            one = [self.facts.host or text if name == "organisation" else text]
        if not is_list(record, name):
            return one
        return [(FULL_DAY,) * self._days] if name == "programme_hours" else [(x,) for x in one]

    def _amounts(self, name: str) -> list[int]:
        """Return the ends of what a number may be, and what the rows of a table make together."""
        least, most = limits(name)
        together = sum(row.sek or 0 for row in getattr(self.facts, "funding", ()))
        return [least, most, *([together] if least < together < most else [])]

    @property
    def _days(self) -> int:
        """How many days the matter lasts, one where that is not known."""
        first, last = self.facts.starts_on, self.facts.ends_on
        return max((last - first).days + 1, 1) if first and last else 1

    def _length(self, spot: Spot) -> int:
        """Return how long a text must be to say something: one letter, where rules ask no more."""
        full = LETTER * self.least
        return 1 if self._said(spot, LETTER) == self._said(spot, full) else self.least

    def _said(self, spot: Spot, text: str) -> list[tuple[Verdict, str]]:
        """Return what the rule says of a text, but for the text itself."""
        own = self._own(spot.put(text))
        return [(one.verdict, one.why.sv.replace(f" {text}", "")) for one in own]

    @property
    def least(self) -> int:
        """The fewest characters of a text that says something."""
        return int(self.context.value("text.sentence_length"))

    def _of_list(self, spot: Spot, how: How | None) -> Iterator[Try]:
        """Give the changes of a list that holds something: one kept, or one of them changed."""
        path, values = spot.place.path, spot.value
        if self.finding.verdict is Verdict.UNANSWERED:
            how = None
        if isinstance(how, One) and len(values) > 1:
            tries = tuple(spot.put((value,)) for value in values[:ROWS])
            yield Try(path, Rank.CHANGES, 1, values, None, how.how, tries, written=True)
        for number, value in enumerate(values[:ROWS]):
            at = number if len(values) > 1 else None
            place = replace(spot.place, path=f"{path}[{number}]", row=at)
            one = Spot(place, value, _put_in_list(spot, number))
            if isinstance(how, Toward):
                yield from self._toward(one, how)
            elif is_text(place.record, place.fact):
                yield from self._writes_on(one)

    def _writes_on(self, spot: Spot) -> Iterator[Try]:
        """Give a text written on to the length of a sentence. What is there stays."""
        text = spot.value.strip()
        lacking = self.least - len(text)
        if lacking > 0:
            rank = Rank.WRITES_ON if text else Rank.ANSWERS
            yield self._written(spot, f"{text} {LETTER * lacking}".strip(), rank)

    def _written(self, spot: Spot, text: str, rank: Rank) -> Try:
        """Return a try of a text that a person is to write."""
        what = "write on" if rank is Rank.WRITES_ON else "write" if len(text) > 1 else "answer"
        told = say(what, spot.place, self.least)
        path, old = spot.place.path, spot.value
        return Try(path, rank, len(text), old, None, told, (spot.put(text),), written=True)

    def _toward(self, spot: Spot, how: Toward) -> Iterator[Try]:
        """Give the number nearest to the answer that contents the rule."""
        value, least = spot.value, how.least
        end = limits(spot.place.fact)[1] if least is None else least
        if end == value or (end < value) == (least is None):
            return
        new = _nearest(value, end, lambda number: self.ends(spot.put(number)))
        if new is not None:
            told = say("raise" if least is None else "lower", spot.place, new)
            far = abs(new - value)
            yield Try(spot.place.path, Rank.CHANGES, far, value, new, told, (spot.put(new),))

    def _earlier(self, spot: Spot) -> Iterator[Try]:
        """Give the last day moved toward the first, no farther than it takes."""
        first, last = self.facts.starts_on, spot.value
        if first is None or first == last:
            return
        way = (first - last).days
        days = _nearest(0, way, lambda days: self.ends(spot.put(last + timedelta(days))))
        if days is not None:
            new = last + timedelta(days)
            told = say("move", spot.place, new)
            yield Try(spot.place.path, Rank.CHANGES, abs(days), last, new, told, (spot.put(new),))

    def _own(self, facts: Facts) -> list[Answer]:
        """Return what the rule alone says of the finding's part."""
        answers = self.rule.judge(facts, self.context)
        told = [answers] if isinstance(answers, Answer) else list(answers or ())
        return [answer for answer in told if answer.part == self.finding.part]

    def ends(self, facts: Facts) -> bool:
        """Whether the rule alone no longer says the finding, nor anything as grave in its place."""
        place = SEVERITY[self.finding.verdict]
        own = self._own(facts)
        gone = all(answer.why != self.finding.why for answer in own)
        return gone and sum(SEVERITY[one.verdict] <= place for one in own) < self.grave

    def ends_question(self, facts: Facts) -> bool:
        """Whether the rule alone no longer says just that, whatever it says instead."""
        return all(answer.why != self.finding.why for answer in self._own(facts))


def is_text(record: type[Record], fact: str) -> bool:
    """Whether a fact holds texts and no codes."""
    return held_type(schema(record)[fact]) is str and not codes_of(record, fact)


def _put_in_row(whole: Spot, number: int, fact: str) -> Callable[[Any], Facts]:
    put = _put_in_list(whole, number)
    return lambda value: put(replace(whole.value[number], **{fact: value}))


def _put_in_list(whole: Spot, number: int) -> Callable[[Any], Facts]:
    values = whole.value
    return lambda value: whole.put((*values[:number], value, *values[number + 1 :]))


def _done(spot: Spot, how: tuple[To, ...], rank: Rank) -> Iterator[Try]:
    """Give what may be done about a fact, in the order of the table."""
    for number, to in enumerate(how):
        if to.value != spot.value:
            told = say("do", spot.place, to.how)
            tries = (spot.put(to.value),)
            yield Try(spot.place.path, rank, number, spot.value, to.value, told, tries)


def _nearest(start: int, end: int, ends: Callable[[int], bool]) -> int | None:
    """Return the number nearest to start, on the way to end, from which on a rule is content.

    By halving: a rule that is content at one number is so at all beyond. None where it never is.
    """
    if not ends(end):
        return None
    bad, good = start, end
    while abs(good - bad) > 1:
        middle = (good + bad) // 2
        bad, good = (bad, middle) if ends(middle) else (middle, good)
    return good
