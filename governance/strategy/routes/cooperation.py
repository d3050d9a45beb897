"""Who decides about a cooperation agreement (obligations, "Who decides")."""

from __future__ import annotations

from governance.strategy.facts import CooperationFacts
from governance.strategy.routes.steps import board_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om samarbeten i den egna verksamheten.",
    "The board or company decides on cooperation within its own operation.",
)


@routes(CooperationFacts)
def own_area(facts: CooperationFacts) -> Route:
    """Everything else: the responsible board or company decides (5.4.2)."""
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.2", OWN, stated=False)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
