"""Who decides about a declaration or an initiative (obligations, "Who decides")."""

from __future__ import annotations

from governance.strategy.facts import DeclarationFacts
from governance.strategy.routes.steps import board_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om initiativ i den egna verksamheten.",
    "The board or company decides on initiatives within its own operation.",
)


@routes(DeclarationFacts)
def own_area(facts: DeclarationFacts) -> Route:
    """Everything else: the responsible board or company decides (5.4.2)."""
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.2", OWN)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
