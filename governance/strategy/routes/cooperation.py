"""Who decides about an agreement, whatever it is called (obligations, "Who decides")."""

from __future__ import annotations

from engagements.vocabulary import Body
from governance.strategy.context import Context
from governance.strategy.facts import CooperationFacts
from governance.strategy.facts.agreement import AgreementFacts
from governance.strategy.routes.bodies import Reach, reach
from governance.strategy.routes.steps import (
    advises,
    board_decides,
    executive_board_decides,
    registers,
)
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om samarbeten i den egna verksamheten.",
    "The board or company decides on cooperation within its own operation.",
)
SEVERAL = Text(
    "Avtalet rör flera nämnders verksamhet: kommunstyrelsen beslutar.",
    "The agreement concerns several boards: the Executive Board decides.",
)
CITYWIDE = Text(
    "Avtalet gäller hela staden: kommunstyrelsen beslutar.",
    "The agreement is for the whole city: the Executive Board decides.",
)
WITHIN = Text(
    "Avtalet hör till ett initiativ för hela staden: kommunstyrelsen beslutar.",
    "The agreement is part of an initiative of the whole city: the Executive Board decides.",
)
OFFICE_PREPARES = advises(
    Body.INTERNATIONAL_UNIT,
    "Stadsledningskontoret bereder ärendet.",
    "The City Executive Office prepares it.",
    stated=False,
)
BOARD = Text("nämnden eller bolaget", "the board or company")
EXECUTIVE_BOARD = Text("kommunstyrelsen", "the Executive Board")


def agreement(facts: AgreementFacts) -> Route:
    """Return the route of an agreement: the own area decides itself, else the Executive Board."""
    column = reach(facts)
    if column is Reach.OWN_AREA:
        return Route(
            steps=(registers(facts.host), board_decides(facts, "5.4.2", OWN, stated=False)),
            summary=BOARD,
        )
    if column is Reach.SEVERAL:
        decides = executive_board_decides("5.1.3", SEVERAL, stated=False)
    elif facts.within_initiative:
        decides = executive_board_decides("5.1.4", WITHIN)
    else:
        decides = executive_board_decides("5.1.3", CITYWIDE, stated=False)
    return Route(
        steps=(registers(facts.host), OFFICE_PREPARES, decides),
        summary=EXECUTIVE_BOARD,
        advice_required=True,
    )


@routes(CooperationFacts)
def cooperation(facts: CooperationFacts, context: Context) -> Route:
    """The own area decides itself (5.4.2), else the Executive Board (5.1.3, 5.1.4)."""
    return agreement(facts)
