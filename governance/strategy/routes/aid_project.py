"""Who decides about a project of aid character: the strategy is silent, so all are readings."""

from __future__ import annotations

from engagements.vocabulary import Body
from governance.strategy.context import Context
from governance.strategy.facts import AidProjectFacts
from governance.strategy.routes.bodies import Reach, reach
from governance.strategy.routes.cooperation import BOARD, EXECUTIVE_BOARD
from governance.strategy.routes.eu_project import EACH, each_decides, parties
from governance.strategy.routes.steps import advises, executive_board_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om projekt i den egna verksamheten.",
    "The board or company decides on projects within its own operation.",
)
PART = Text(
    "Varje nämnd och bolag beslutar om sin del av projektet.",
    "Each board and company decides on its part of the project.",
)
CITYWIDE = Text(
    "Projektet gäller hela staden: kommunstyrelsen beslutar.",
    "The project is for the whole city: the Executive Board decides.",
)
ADVICE = advises(
    Body.INTERNATIONAL_UNIT,
    "Stadsledningskontoret ger råd om internationellt arbete.",
    "The City Executive Office advises on international work.",
)


@routes(AidProjectFacts)
def citywide(facts: AidProjectFacts, context: Context) -> Route | None:
    """A project of the whole city: the Executive Board, as a reading (5.1.4)."""
    if reach(facts) not in (Reach.CITYWIDE, Reach.ON_BEHALF):
        return None
    return Route(
        steps=(
            registers(facts.host),
            ADVICE,
            executive_board_decides("5.1.4", CITYWIDE, stated=False),
        ),
        summary=EXECUTIVE_BOARD,
        advice_required=True,
    )


@routes(AidProjectFacts)
def parties_decide(facts: AidProjectFacts, context: Context) -> Route:
    """The responsible body decides, and every other party on its own part (5.4.2)."""
    return Route(
        steps=(registers(facts.host), ADVICE, *each_decides(facts, OWN, PART, stated=False)),
        summary=EACH if len(parties(facts)) > 1 else BOARD,
    )
