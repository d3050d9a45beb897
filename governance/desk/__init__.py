"""The start page: what waits for a person, in each of their roles or in all of them.

A role has a card of its own beside what lies with one: what its office looks after, as rows that
say what to do, why and by when. ``cards.CARDS`` says which role has which.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

# How many rows a card has room for; the page it leads to has them all.
SHOWN = 6


@dataclass(frozen=True)
class Chore:
    """Something that a role looks after. address: where it is done; empty where nobody reads it.

    about: what it is, in parts that may stand on lines of their own.
    """

    title: str
    about: tuple[str, ...]
    address: str = ""
    due: date | None = None
    verb: str = ""


@dataclass(frozen=True)
class Card:
    """What a role looks after. clause: why it is theirs. address, verb: where all of it is."""

    key: str
    title: str
    why: str
    clause: str = ""
    address: str = ""
    verb: str = ""
    empty: str = ""
    chores: list[Chore] = field(default_factory=list)
