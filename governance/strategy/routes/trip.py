"""Who decides about a conference or event abroad (obligations, "Who decides")."""

from __future__ import annotations

from governance.strategy.facts import TripFacts
from governance.strategy.routes.steps import board_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget, eller den som har delegation, beslutar om sina resor.",
    "The board or company, or its delegate, decides on its own trips.",
)


@routes(TripFacts)
def own_area(facts: TripFacts) -> Route:
    """Everything else: the responsible board or company decides (5.4.1a)."""
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.1a", OWN, stated=False)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
