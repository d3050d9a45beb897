"""The sentence of a change: what is to be done, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from governance.strategy.described import limits
from governance.strategy.facts import Record
from governance.strategy.facts.names import name_of
from governance.strategy.routing import Step
from governance.strategy.text import Text
from governance.strategy.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands. row: which row of several, or which one in a list, from 0."""

    record: type[Record]
    fact: str
    path: str
    row: int | None = None


def _amount(place: Place, number: int) -> Text:
    """Return a number with what it counts."""
    if place.fact.endswith("sek"):
        return Text(f"{number} kr", f"SEK {number}")
    if place.fact.endswith("share"):
        return Text(f"{number} procent", f"{number} percent")
    if place.fact.endswith("hours"):
        return Text(f"{number} timmar", f"{number} hours")
    return Text(str(number), str(number))


def _lower(place: Place, number: int) -> Text:
    name, amount = name_of(place.record, place.fact), _amount(place, number)
    least = number == limits(place.fact)[0]
    return Text(
        f"Sänk {name.sv} till {'' if least else 'högst '}{amount.sv}",
        f"Lower {name.en} to {'' if least else 'at most '}{amount.en}",
    )


def _raise(place: Place, number: int) -> Text:
    name, amount = name_of(place.record, place.fact), _amount(place, number)
    most = number == limits(place.fact)[1]
    return Text(
        f"Höj {name.sv} till {'' if most else 'minst '}{amount.sv}",
        f"Raise {name.en} to {'' if most else 'at least '}{amount.en}",
    )


def _answer(place: Place, _nothing: Any) -> Text:
    name = name_of(place.record, place.fact)
    sv = "Svara på" if name.sv.startswith("om ") else "Ange"
    return Text(f"{sv} {name.sv}", f"{_verb(name.en, 'Say', 'Give')} {name.en}")


def _verb(name: str, question: str, noun: str) -> str:
    return noun if name.startswith(("the ", "a ", "own ", "others ", "earlier ")) else question


def _write(place: Place, length: int) -> Text:
    name = name_of(place.record, place.fact)
    if name.sv.startswith("hela "):
        return Text(f"Lägg in {name.sv}", f"Enter {name.en}")
    return Text(
        f"Skriv {name.sv}, minst {length} tecken", f"Write {name.en}, at least {length} characters"
    )


def _write_on(place: Place, length: int) -> Text:
    name = name_of(place.record, place.fact)
    if name.sv.startswith("hela "):
        return _write(place, length)
    return Text(
        f"Skriv mer om {name.sv}, minst {length} tecken",
        f"Write more on {name.en}, at least {length} characters",
    )


def _earliest(place: Place, day: Any) -> Text:
    name = name_of(place.record, place.fact)
    return Text(f"Ange {name.sv}, tidigast {day}", f"Give {name.en}, {day} at the earliest")


def _move(place: Place, day: Any) -> Text:
    name = name_of(place.record, place.fact)
    return Text(f"Flytta {name.sv} till {day}", f"Move {name.en} to {day}")


def _do(_place: Place, how: Text) -> Text:
    return how


_HOW: dict[str, Callable[[Place, Any], Text]] = {
    "answer": _answer,
    "do": _do,
    "earliest": _earliest,
    "lower": _lower,
    "move": _move,
    "raise": _raise,
    "write": _write,
    "write on": _write_on,
}


def say(what: str, place: Place, value: Any = None) -> Text:
    """Return what is to be done about a fact, without a stop: on a row, with its number."""
    told = _HOW[what](place, value)
    if place.row is None:
        return told
    number = place.row + 1
    return Text(f"{told.sv} (rad {number})", f"{told.en} (row {number})")


_PASSES = Text("så prövas det som klart", "and it passes")
_JUDGED = Text("så går punkten att pröva", "and the point can be judged")
_LEFT = {
    Verdict.UNANSWERED: Text("så återstår en fråga på punkten", "and one question is left"),
    Verdict.JUDGE: Text("så behöver det bara motiveras", "and it only needs grounds"),
}
_MAY_MOVE = Text("Svaret kan ändra vem som beslutar.", "The answer may change who decides.")


def outcome(
    how: Text, *, verdict: Verdict, left: Verdict | None, is_open: bool, decider: Step | None
) -> Text:
    """Return a change as one sentence, and another when it moves the decision.

    verdict: of the finding. left: the gravest that is left of it. decider: who decides then,
    where that is another.
    """
    if verdict is Verdict.UNANSWERED and (is_open or left is Verdict.JUDGE):
        then = _JUDGED
    else:
        then = _LEFT[left] if left else _PASSES
    sv, en = f"{how.sv}, {then.sv}.", f"{how.en}, {then.en}."
    if decider is None:
        return Text(sv, en)
    if is_open:
        return Text(f"{sv} {_MAY_MOVE.sv}", f"{en} {_MAY_MOVE.en}")
    body = decider.body
    return Text(
        f"{sv} Då beslutar {body.sv[0].lower()}{body.sv[1:]}.",
        f"{en} {body.en} decides then.",
    )
