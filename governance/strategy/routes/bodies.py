"""Which bodies a matter touches, and how far it reaches: the columns of "Who decides"."""

from __future__ import annotations

from enum import Enum, auto

from engagements.vocabulary import Scope
from governance.strategy.facts import Facts


class Reach(Enum):
    """The columns of the table, each matter in one of them."""

    OWN_AREA = auto()
    SEVERAL = auto()
    CITYWIDE = auto()
    ON_BEHALF = auto()


def reach(facts: Facts) -> Reach:
    """Return the column a matter stands in: on the Executive Board's behalf before all else."""
    if facts.on_behalf_of_ks:
        return Reach.ON_BEHALF
    if facts.scope == Scope.CITYWIDE:
        return Reach.CITYWIDE
    return Reach.SEVERAL if is_several(facts) else Reach.OWN_AREA


def bodies(facts: Facts) -> tuple[str | None, ...]:
    """Return the bodies that are touched, the responsible one first, each once.

    A company decides itself; a department by its board. An area under a body that is already
    touched adds none.
    """
    own = facts.host if facts.host_is_company else facts.host_board or facts.host
    found = [own or None]
    for place, area in enumerate(facts.areas):
        boards = facts.area_boards
        board = boards[place] if place < len(boards) else None
        if area != facts.host:
            found.append(board or area)
    return tuple(dict.fromkeys(found))


def is_several(facts: Facts) -> bool:
    """Whether more than one body is touched (the column "several nämnder")."""
    return bool(facts.areas) and len(bodies(facts)) > 1
