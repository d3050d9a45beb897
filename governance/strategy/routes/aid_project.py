"""Who decides about a project of aid character (obligations, "Who decides")."""

from __future__ import annotations

from governance.strategy.facts import AidProjectFacts
from governance.strategy.routes.steps import board_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om projekt i den egna verksamheten.",
    "The board or company decides on projects of its own operation.",
)


@routes(AidProjectFacts)
def own_area(facts: AidProjectFacts) -> Route:
    """Everything else: the responsible board or company decides (5.4.2)."""
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.2", OWN, stated=False)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
