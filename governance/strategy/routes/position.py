"""Who decides about a position on an EU matter (obligations, "Who decides")."""

from __future__ import annotations

from governance.strategy.facts import PositionFacts
from governance.strategy.routes.steps import board_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar i EU-frågor som bara rör den egna verksamheten.",
    "The board or company decides on EU matters of its own operation alone.",
)


@routes(PositionFacts)
def own_area(facts: PositionFacts) -> Route:
    """Everything else: the responsible board or company decides (5.4.3a)."""
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.3a", OWN)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
