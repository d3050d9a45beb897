"""Who decides about a membership (obligations, "Who decides")."""

from __future__ import annotations

from governance.strategy.facts import MembershipFacts
from governance.strategy.routes.steps import board_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om medlemskap i den egna verksamheten.",
    "The board or company decides on memberships of its own operation.",
)


@routes(MembershipFacts)
def own_area(facts: MembershipFacts) -> Route:
    """Everything else: the responsible board or company decides (5.4.2)."""
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.2", OWN)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
