"""Offices that people act in by turns: their holder, or whoever stands in on the day.

Who sits in an office is known on the floor above, which registers it here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from engagements.models import User
from engagements.vocabulary import Body, Party, RoleName


@dataclass(frozen=True)
class Office:
    """An office, and how to ask whose turn it is.

    party: what who acts in it is to an engagement. roles: those that can sit there. turns: the
    condition of the engagements in which a person acts for it on a day, None when in none.
    """

    party: Party
    roles: frozenset[RoleName]
    turns: Callable[[User, date], Q | None]


OFFICES: dict[Body, Office] = {}


def turns_of(user: User, *, roles: frozenset[str], on: date) -> tuple[tuple[Body, Q], ...]:
    """Return the offices that a person with these roles acts in, each with its matters."""
    found = []
    for body, office in OFFICES.items():
        condition = office.turns(user, on) if office.roles & roles else None
        if condition is not None:
            found.append((body, condition))
    return tuple(found)
