"""Who decides about a position on an EU matter (obligations, "Who decides")."""

from __future__ import annotations

from engagements.vocabulary import Body, PositionChannel, RoleName, Task
from governance.strategy.context import Context
from governance.strategy.facts import PositionFacts
from governance.strategy.routes.bodies import Reach, reach
from governance.strategy.routes.steps import (
    advises,
    board_decides,
    executive_board_decides,
    office_coordinates,
    registers,
)
from governance.strategy.routing import Route, Step, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar i EU-frågor som bara rör den egna verksamheten.",
    "The board or company decides on EU matters of its own operation alone.",
)
CITY = Text(
    "Kommunstyrelsen beslutar vad staden tycker i frågor för hela staden eller flera nämnder.",
    "The Executive Board settles the city's opinion on matters of the city or several boards.",
)
IN_ASSOCIATION = Text(
    "Stadsledningskontoret samordnar stadens del i Europaföreningen.",
    "The City Executive Office coordinates the city's part in the association.",
)
HELD_BY_BOARD = Text(
    "I Europaföreningen är det kommunstyrelsen som håller stadens uppfattning.",
    "In the association the Executive Board holds the city's opinion.",
)
GROUP = Text(
    "Bolagets fråga tas upp i koncernstyrelsen.", "The group board deals with the company's matter."
)


def in_association(facts: PositionFacts) -> bool:
    """Whether it is a matter of the regional association, or goes through it."""
    return bool(facts.in_sef) or facts.position_channel == PositionChannel.ASSOCIATION


def needs_group_board(facts: PositionFacts) -> bool:
    """Whether a company's matter calls for the group board."""
    return facts.host_is_company and bool(facts.group_board_needed)


def _prepared(facts: PositionFacts) -> tuple[Step, ...]:
    """Return the steps before the decision: all advocacy is close to the Executive Board."""
    steps = (
        registers(facts.host),
        advises(
            Body.EU_UNIT,
            "EU-enheten håller arbetet nära kommunstyrelsen.",
            "The EU unit keeps the work close to the Executive Board.",
            stated=False,
        ),
    )
    if needs_group_board(facts):
        return (*steps, Step(Body.GROUP_BOARD, Task.DEALS_WITH, "5.4.3a", True, GROUP))
    return steps


def _route(facts: PositionFacts, *steps: Step, summary: Text) -> Route:
    return Route(
        steps=(*_prepared(facts), *steps),
        summary=summary,
        advice_required=True,
        advice_unit=RoleName.EU_UNIT,
    )


@routes(PositionFacts)
def association(facts: PositionFacts, context: Context) -> Route | None:
    """A matter of the association: the office coordinates, the Board holds the opinion (5.7.2)."""
    if not in_association(facts):
        return None
    own = reach(facts) is Reach.OWN_AREA
    return _route(
        facts,
        executive_board_decides("5.1.3", HELD_BY_BOARD if own else CITY, stated=not own),
        office_coordinates("5.7.2", IN_ASSOCIATION),
        summary=Text(
            "kommunstyrelsen, och stadsledningskontoret samordnar",
            "the Executive Board, and the City Executive Office coordinates",
        ),
    )


@routes(PositionFacts)
def of_the_city(facts: PositionFacts, context: Context) -> Route | None:
    """The whole city, several boards or on the Board's behalf: the Board's opinion (5.1.3)."""
    how_far = reach(facts)
    if how_far is Reach.OWN_AREA:
        return None
    return _route(
        facts,
        executive_board_decides("5.1.3", CITY, stated=how_far is not Reach.ON_BEHALF),
        summary=Text("kommunstyrelsen", "the Executive Board"),
    )


@routes(PositionFacts)
def own_area(facts: PositionFacts, context: Context) -> Route:
    """Everything else: the responsible board or company decides (5.4.3a)."""
    return _route(
        facts,
        board_decides(facts, "5.4.3a", OWN),
        summary=Text("nämnden eller bolaget", "the board or company"),
    )
