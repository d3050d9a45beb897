"""Who decides about a declaration or an initiative (obligations, "Who decides")."""

from __future__ import annotations

from engagements.vocabulary import Body
from governance.strategy.context import Context
from governance.strategy.facts import DeclarationFacts
from governance.strategy.routes.bodies import Reach, reach
from governance.strategy.routes.steps import (
    advises,
    board_decides,
    executive_board_decides,
    mayor_decides,
    registers,
)
from governance.strategy.routing import Route, Step, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om initiativ i den egna verksamheten.",
    "The board or company decides on initiatives within its own operation.",
)
NO_BURDEN = Text(
    "Det medför ingen ökad börda. Finansborgarrådet beslutar.",
    "It adds no burden. The Mayor decides.",
)
BURDEN_OF_SEVERAL = Text(
    "Det medför ökad börda och rör flera nämnder. Kommunstyrelsen beslutar.",
    "It adds a burden and touches several boards. The Executive Board decides.",
)
BURDEN_OF_CITY = Text(
    "Det medför ökad börda för staden. Kommunstyrelsen beslutar.",
    "It adds a burden to the city. The Executive Board decides.",
)
NOT_SAID = Text(
    "Så länge bördan inte är angiven är det kommunstyrelsen som beslutar.",
    "While the burden is not said, the Executive Board decides.",
)


def adds(facts: DeclarationFacts) -> bool | None:
    """Whether it adds a burden in kronor, hours or reporting; None while that is not known.

    What the organisations say goes before the registrar's answer. Readings DE1 and DE2.
    """
    if not facts.burdens:
        return facts.adds_burden
    if any((row.sek or 0) > 0 or (row.hours or 0) > 0 or row.reporting for row in facts.burdens):
        return True
    known = all(None not in (row.sek, row.hours, row.reporting) for row in facts.burdens)
    return False if known else None


@routes(DeclarationFacts)
def beyond_own_area(facts: DeclarationFacts, context: Context) -> Route | None:
    """Several boards, the whole city or on its behalf: the burden settles it (5.3.2, 5.1)."""
    how_far = reach(facts)
    if how_far is Reach.OWN_AREA:
        return None
    deciding = _deciding(adds(facts), several=how_far is Reach.SEVERAL)
    return Route(
        steps=(
            registers(facts.host),
            advises(
                Body.INTERNATIONAL_UNIT,
                "Internationella enheten tar fram underlag och frågar dem som berörs.",
                "The international unit prepares it and asks those who are touched.",
            ),
            *deciding,
        ),
        summary=Text("kommunstyrelsen", "the Executive Board")
        if adds(facts) is not False
        else Text(
            "finansborgarrådet, efter internationella beredningen",
            "the Mayor, after the International Committee",
        ),
        advice_required=True,
    )


def _deciding(burden: bool | None, *, several: bool) -> tuple[Step, ...]:
    """Return the steps that decide, by burden; an unknown one is not the Mayor's."""
    if burden is False:
        return mayor_decides("5.3.2b", NO_BURDEN, stated=not several)
    clause = "5.1.3" if several else "5.1.4"
    if burden is None:
        return (executive_board_decides(clause, NOT_SAID, stated=False),)
    return (executive_board_decides(clause, BURDEN_OF_SEVERAL if several else BURDEN_OF_CITY),)


@routes(DeclarationFacts)
def own_area(facts: DeclarationFacts, context: Context) -> Route:
    """Everything else, with a burden or not: the responsible board or company (5.4.2)."""
    return Route(
        steps=(registers(facts.host), board_decides(facts, "5.4.2", OWN)),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
