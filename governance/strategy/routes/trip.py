"""Who decides about a conference or event abroad (obligations, "Who decides")."""

from __future__ import annotations

from engagements.vocabulary import Body, Office
from governance.strategy.context import Context
from governance.strategy.facts import TripFacts
from governance.strategy.routes.bodies import Reach, is_several, reach
from governance.strategy.routes.steps import (
    advises,
    boards_decide,
    executive_board_decides,
    mayor_decides,
    registers,
)
from governance.strategy.routing import Route, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget, eller den som har delegation, beslutar om sina resor.",
    "The board or company, or its delegate, decides on its own trips.",
)
ON_BEHALF = Text(
    "Deltagande på uppdrag av kommunstyrelsen beslutas av finansborgarrådet.",
    "The Mayor decides on taking part on the Executive Board's behalf.",
)
IN_STEAD = Text(
    "Finansborgarrådet deltar själv. Därför beslutar kommunstyrelsen.",
    "The Mayor takes part. Therefore the Executive Board decides.",
)


def mayor_takes_part(facts: TripFacts) -> bool:
    """Whether the Mayor is one of those who go, and can't decide on it."""
    return any(one.office == Office.FINANCE_MAYOR for one in facts.travellers)


@routes(TripFacts)
def on_behalf(facts: TripFacts, context: Context) -> Route | None:
    """On the Executive Board's behalf, on site or digital: Committee, then Mayor (5.3.2)."""
    if reach(facts) is not Reach.ON_BEHALF:
        return None
    deciding = mayor_decides("5.3.2a", ON_BEHALF)
    summary = Text(
        "finansborgarrådet, efter internationella beredningen",
        "the Mayor, after the International Committee",
    )
    if mayor_takes_part(facts):
        dealt = deciding[0]
        deciding = (dealt, executive_board_decides("5.3.2a", IN_STEAD, stated=False))
        summary = Text(
            "kommunstyrelsen, efter internationella beredningen",
            "the Executive Board, after the International Committee",
        )
    return Route(
        steps=(
            registers(facts.host),
            advises(
                Body.INTERNATIONAL_UNIT,
                "Internationella enheten tar fram underlag till beredningen.",
                "The international unit prepares it for the Committee.",
            ),
            *deciding,
        ),
        summary=summary,
        advice_required=True,
    )


@routes(TripFacts)
def own_trips(facts: TripFacts, context: Context) -> Route:
    """Everything else: each board or company, or its delegate, decides on its own (5.4.1a)."""
    return Route(
        steps=(registers(facts.host), *boards_decide(facts, "5.4.1a", OWN, stated=False)),
        summary=Text("varje nämnd eller bolag", "each board or company")
        if is_several(facts)
        else Text("nämnden eller bolaget", "the board or company"),
    )
