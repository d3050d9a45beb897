"""Who decides about an EU project, before its application (obligations, "Who decides")."""

from __future__ import annotations

from engagements.vocabulary import Body, RoleName, Task
from governance.strategy.context import Context
from governance.strategy.facts import AidProjectFacts, EuProjectFacts
from governance.strategy.routes.bodies import Reach, bodies, reach
from governance.strategy.routes.cooperation import BOARD, EXECUTIVE_BOARD
from governance.strategy.routes.steps import advises, executive_board_decides, registers
from governance.strategy.routing import Route, Step, routes
from governance.strategy.text import Text

OWN = Text(
    "Nämnden eller bolaget beslutar om EU-projekt före ansökan.",
    "The board or company decides on EU projects, before the application.",
)
PART = Text(
    "Varje nämnd och bolag beslutar om sin del före ansökan.",
    "Each board and company decides on its part, before the application.",
)
CITYWIDE = Text(
    "Projektet gäller hela staden: kommunstyrelsen beslutar före ansökan.",
    "The project is for the whole city: the Executive Board decides, before the application.",
)
EACH = Text("varje part om sin del", "each party on its part")
ADVICE = advises(
    Body.EU_UNIT,
    "Stadsledningskontoret ger råd om EU-projekt.",
    "The City Executive Office advises on EU projects.",
)


def parties(facts: EuProjectFacts | AidProjectFacts) -> tuple[str | None, ...]:
    """Return the city's own bodies in a project, the responsible one first, each once."""
    own = (partner.body for partner in facts.partners if partner.body)
    return tuple(dict.fromkeys((*bodies(facts), *own)))


def each_decides(
    facts: EuProjectFacts | AidProjectFacts, alone: Text, part: Text, *, stated: bool
) -> tuple[Step, ...]:
    """Return one deciding step a party of the city: each decides on its part (5.4.2)."""
    codes = parties(facts)
    why = part if len(codes) > 1 else alone
    return tuple(Step(Body.BOARD, Task.DECIDES, "5.4.2", stated, why, code) for code in codes)


@routes(EuProjectFacts)
def citywide(facts: EuProjectFacts, context: Context) -> Route | None:
    """A project of the whole city: the Executive Board, as a reading (5.1.4)."""
    if reach(facts) not in (Reach.CITYWIDE, Reach.ON_BEHALF):
        return None
    return Route(
        steps=(
            registers(facts.host),
            ADVICE,
            executive_board_decides("5.1.4", CITYWIDE, stated=False),
        ),
        summary=EXECUTIVE_BOARD,
        advice_required=True,
        advice_unit=RoleName.EU_UNIT,
    )


@routes(EuProjectFacts)
def parties_decide(facts: EuProjectFacts, context: Context) -> Route:
    """The responsible body decides, and every other party on its own part (5.4.2)."""
    return Route(
        steps=(registers(facts.host), ADVICE, *each_decides(facts, OWN, PART, stated=True)),
        summary=EACH if len(parties(facts)) > 1 else BOARD,
        advice_unit=RoleName.EU_UNIT,
    )
