"""Who decides about an EU project (obligations, "Who decides")."""

from __future__ import annotations

from governance.strategy.facts import EuProjectFacts
from governance.strategy.routes.steps import board_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om EU-projekt före ansökan.",
    "The board or company decides on EU projects, before the application.",
)


@routes(EuProjectFacts)
def own_area(facts: EuProjectFacts) -> Route:
    """Everything else: the responsible board or company decides (5.4.2)."""
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.2", OWN)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
