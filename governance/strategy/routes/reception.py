"""Who decides about a reception at the City Hall (obligations, "Who decides")."""

from __future__ import annotations

from engagements.vocabulary import Body, RoleName
from governance.strategy.facts import ReceptionFacts
from governance.strategy.routes.steps import advises, mayor_decides, registers
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

CONGRESS = Text(
    "Beredningen behandlar mottagningar för kongresser; finansborgarrådet beslutar.",
    "The Committee deals with receptions for congresses; the Mayor decides.",
)


@routes(ReceptionFacts)
def congress(facts: ReceptionFacts) -> Route:
    """The Committee deals with it; that the Mayor decides is a reading (5.3.3)."""
    return Route(
        steps=(
            registers(facts.host),
            advises(
                Body.PROTOCOL_UNIT,
                "Protokollsenheten bereder ansökan.",
                "The protocol unit prepares the application.",
            ),
            *mayor_decides("5.3.3", CONGRESS, stated=False),
        ),
        summary=Text(
            "finansborgarrådet, efter internationella beredningen",
            "the Mayor, after the International Committee",
        ),
        advice_required=True,
        advice_unit=RoleName.PROTOCOL_UNIT,
    )
