"""The steps that routes are built of."""

from __future__ import annotations

from functools import lru_cache

from engagements.vocabulary import Body, Task
from governance.strategy.facts import Facts
from governance.strategy.routes.bodies import bodies
from governance.strategy.routing import Step
from governance.strategy.text import Text

KS = "KS"
KF = "KF"
PREPARED = Text("Internationella beredningen behandlar.", "The International Committee deals with.")
TOLD = Text("Beslutet anmäls till kommunstyrelsen.", "The Executive Board is told.")
REGISTERED = Text("Registrerar och håller ihop ärendet.", "Registers and keeps it together.")


@lru_cache(maxsize=1024)
def registers(host: str, why: Text = REGISTERED) -> Step:
    """Return the step of the contact person, who coordinates the own operation's work (5.6.2)."""
    return Step(Body.CONTACT_PERSON, Task.REGISTERS, "5.6.2", True, why, host or None)


def advises(unit: Body, sv: str, en: str, *, stated: bool = True) -> Step:
    """Return a step in which the City Executive Office advises (5.5.1)."""
    return Step(unit, Task.ADVISES, "5.5.1", stated, Text(sv, en))


def board_decides(facts: Facts, clause: str, why: Text, *, stated: bool = True) -> Step:
    """Return the step in which the responsible board or company decides."""
    return Step(Body.BOARD, Task.DECIDES, clause, stated, why, bodies(facts)[0])


def boards_decide(facts: Facts, clause: str, why: Text, *, stated: bool = True) -> tuple[Step, ...]:
    """Return one deciding step a touched body, the responsible one first: each its own part."""
    return tuple(
        Step(Body.BOARD, Task.DECIDES, clause, stated, why, code) for code in bodies(facts)
    )


def executive_board_decides(clause: str, why: Text, *, stated: bool = True) -> Step:
    """Return the step in which the Executive Board decides."""
    return Step(Body.EXECUTIVE_BOARD, Task.DECIDES, clause, stated, why, KS)


def council_decides(clause: str, why: Text, *, stated: bool = True) -> tuple[Step, ...]:
    """Return the steps in which the Executive Board prepares and the City Council decides."""
    prepared = Text("Kommunstyrelsen bereder.", "The Executive Board prepares it.")
    return (
        Step(Body.EXECUTIVE_BOARD, Task.DEALS_WITH, clause, stated, prepared, KS),
        Step(Body.CITY_COUNCIL, Task.DECIDES, clause, stated, why, KF),
    )


def mayor_decides(
    clause: str, why: Text, *, stated: bool = True, substitute: bool = False
) -> tuple[Step, ...]:
    """Return the steps: Committee deals with it, Mayor decides, Executive Board is told.

    substitute: the Mayor has a conflict of interest, so that the Executive Board decides itself
    and need not be told.
    """
    dealt = Step(Body.COMMITTEE, Task.DEALS_WITH, clause, stated, PREPARED)
    if substitute:
        return dealt, executive_board_decides(clause, why, stated=stated)
    return (
        dealt,
        Step(Body.FINANCE_MAYOR, Task.DECIDES, clause, stated, why, KS),
        Step(Body.EXECUTIVE_BOARD, Task.IS_TOLD, clause, stated, TOLD, KS),
    )


def office_coordinates(clause: str, why: Text, *, stated: bool = True) -> Step:
    """Return the step in which the City Executive Office coordinates."""
    return Step(Body.SLK, Task.COORDINATES, clause, stated, why, "SLK")
