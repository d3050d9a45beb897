"""Who decides about a reception at the City Hall (obligations, "Who decides")."""

from __future__ import annotations

from engagements.vocabulary import Body, RoleName
from governance.strategy.context import Context
from governance.strategy.facts import ReceptionFacts
from governance.strategy.routes.steps import (
    advises,
    board_decides,
    executive_board_decides,
    mayor_decides,
    registers,
)
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

CONGRESS = Text(
    "Beredningen behandlar mottagningar för kongresser; finansborgarrådet beslutar.",
    "The Committee deals with receptions for congresses; the Mayor decides.",
)
BY_BOARD = Text(
    "Beredningen behandlar mottagningar för kongresser; kommunstyrelsen beslutar.",
    "The Committee deals with receptions for congresses; the Executive Board decides.",
)
ELSEWHERE = Text(
    "Nämnden eller bolaget beslutar om sin egen representation.",
    "The board or company decides on its own hospitality.",
)


def is_elsewhere(facts: ReceptionFacts) -> bool:
    """Whether it is said to be held elsewhere than in the City Hall. Reading RE2."""
    return facts.at_city_hall is False


@routes(ReceptionFacts)
def elsewhere(facts: ReceptionFacts, context: Context) -> Route | None:
    """Not in the City Hall: the board's own hospitality, a reading (5.4.1)."""
    if not is_elsewhere(facts):
        return None
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.1a", ELSEWHERE, stated=False)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )


@routes(ReceptionFacts)
def congress(facts: ReceptionFacts, context: Context) -> Route:
    """The Committee deals with it; who then decides is the city's to set (5.3.3)."""
    deciding = mayor_decides("5.3.3", CONGRESS, stated=False)
    dealt = mayor_decides("5.3.3", CONGRESS)[0]
    steps = (dealt, *deciding[1:])
    summary = Text(
        "finansborgarrådet, efter internationella beredningen",
        "the Mayor, after the International Committee",
    )
    if context.value("reception.decider") == Body.EXECUTIVE_BOARD:
        steps = (dealt, executive_board_decides("5.3.3", BY_BOARD, stated=False))
        summary = Text(
            "kommunstyrelsen, efter internationella beredningen",
            "the Executive Board, after the International Committee",
        )
    return Route(
        steps=(
            registers(facts.host),
            advises(
                Body.PROTOCOL_UNIT,
                "Protokollsenheten bereder ansökan.",
                "The protocol unit prepares the application.",
            ),
            *steps,
        ),
        summary=summary,
        advice_required=True,
        advice_unit=RoleName.PROTOCOL_UNIT,
    )
