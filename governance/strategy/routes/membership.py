"""Who decides about a membership (obligations, "Who decides", three rows)."""

from __future__ import annotations

from engagements.vocabulary import MembershipForm, Scope
from governance.strategy.context import Context
from governance.strategy.facts import MembershipFacts
from governance.strategy.routes.bodies import Reach, reach
from governance.strategy.routes.cooperation import BOARD, EXECUTIVE_BOARD, OFFICE_PREPARES
from governance.strategy.routes.steps import (
    board_decides,
    council_decides,
    executive_board_decides,
    registers,
)
from governance.strategy.routing import Route, Step, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om medlemskap i den egna verksamheten.",
    "The board or company decides on memberships of its own operation.",
)
KEPT = Text(
    "Medlemskapet gäller mer än en verksamhet: kommunstyrelsen beslutar om omprövningen.",
    "The membership is for more than one operation: the Executive Board decides on its review.",
)
NETWORK = Text(
    "Nätverket eller initiativet gäller mer än en verksamhet: kommunstyrelsen beslutar.",
    "The network or initiative is for more than one operation: the Executive Board decides.",
)
SEVERAL = Text(
    "Medlemskapet rör flera nämnder men inte hela staden: kommunstyrelsen beslutar.",
    "The membership concerns several boards but not the whole city: the Executive Board decides.",
)
JOINS = Text(
    "Staden går med i en organisation: fullmäktige beslutar.",
    "The city joins an organisation: the Council decides.",
)
FORUMS = frozenset({MembershipForm.NETWORK.value, MembershipForm.INITIATIVE.value})


def _by_executive_board(facts: MembershipFacts, decides: Step) -> Route:
    """Return a route in which the Executive Board decides on what the office has prepared."""
    return Route(
        steps=(registers(facts.host), OFFICE_PREPARES, decides),
        summary=EXECUTIVE_BOARD,
        advice_required=True,
    )


@routes(MembershipFacts)
def own_area(facts: MembershipFacts, context: Context) -> Route | None:
    """Within the own area the board or company decides, on joining and on leaving (5.4.2)."""
    if reach(facts) is not Reach.OWN_AREA:
        return None
    return Route(steps=(registers(facts.host), board_decides(facts, "5.4.2", OWN)), summary=BOARD)


@routes(MembershipFacts)
def existing(facts: MembershipFacts, context: Context) -> Route | None:
    """Reviewing or leaving: the Executive Board, since only joining is the Council's (5.2.1)."""
    if facts.is_new is not False:
        return None
    return _by_executive_board(facts, executive_board_decides("5.1.4", KEPT, stated=False))


@routes(MembershipFacts)
def network(facts: MembershipFacts, context: Context) -> Route | None:
    """A network or an initiative of more than one operation: the Executive Board (5.1.4)."""
    if facts.form not in FORUMS:
        return None
    return _by_executive_board(facts, executive_board_decides("5.1.4", NETWORK))


@routes(MembershipFacts)
def several(facts: MembershipFacts, context: Context) -> Route | None:
    """An organisation for several boards but not the whole city: a reading (5.1.3)."""
    if reach(facts) is not Reach.SEVERAL:
        return None
    return _by_executive_board(facts, executive_board_decides("5.1.3", SEVERAL, stated=False))


@routes(MembershipFacts)
def organisation(facts: MembershipFacts, context: Context) -> Route:
    """The city joins an organisation: the Council, and the Executive Board prepares (5.2.1).

    Until its form is known it counts as an organisation: nobody gets a nearer decider by not
    answering. Reading M1.
    """
    stated = facts.scope == Scope.CITYWIDE and facts.form == MembershipForm.ORGANISATION
    return Route(
        steps=(
            registers(facts.host),
            OFFICE_PREPARES,
            *council_decides("5.2.1", JOINS, stated=stated),
        ),
        summary=Text(
            "fullmäktige, efter kommunstyrelsen", "the Council, after the Executive Board"
        ),
        advice_required=True,
    )
