"""Who decides, and why: routes are computed from facts; nobody picks one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engagements.vocabulary import Body, RoleName, Task
from governance.strategy.context import Context
from governance.strategy.facts import Facts
from governance.strategy.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route.

    stated: True when the strategy says it, False when it is a reading to confirm.
    organisation: code of the organisation that acts, where the body alone does not tell.
    """

    body: Body
    task: Task
    clause: str
    stated: bool
    why: Text
    organisation: str | None = None


class Undecided(ValueError):
    """A route was built in which nobody decides."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one item through the city.

    The first step that decides is on the main matter; others that decide, each decide their own
    part. Raises Undecided for a route in which nobody decides.
    """

    steps: tuple[Step, ...]
    summary: Text
    advice_required: bool = False
    advice_unit: RoleName = RoleName.INTERNATIONAL_UNIT

    def __post_init__(self) -> None:
        """Refuse a route in which nobody decides."""
        if not self.deciders:
            raise Undecided(self.summary.sv)

    @property
    def decider(self) -> Step:
        """The step that decides on the main matter. Every route has one."""
        return self.deciders[0]

    @property
    def deciders(self) -> tuple[Step, ...]:
        """All bodies that decide, each its own part; that of the main matter first."""
        return self.doing(Task.DECIDES)

    @property
    def is_stated(self) -> bool:
        """Whether the strategy itself names the decider; else it is a reading to confirm."""
        return self.decider.stated

    def doing(self, task: Task) -> tuple[Step, ...]:
        """Return the steps of one task: who deals with it, who is told."""
        return tuple(step for step in self.steps if step.task is task)

    @property
    def coordinator(self) -> Step | None:
        """The step that coordinates, if the route has one."""
        return next((step for step in self.steps if step.task is Task.COORDINATES), None)


Router = Callable[[Any, Context], Route | None]
ROUTES: dict[type[Facts], list[Router]] = {}


class NoRoute(LookupError):
    """No route fits: a hole in the table of who decides."""


def routes(on: type[Facts]) -> Callable[[Router], Router]:
    """Add a routing function for a facts class; the first that answers wins."""

    def add(router: Router) -> Router:
        ROUTES.setdefault(on, []).append(router)
        return router

    return add


def route(facts: Facts, context: Context) -> Route:
    """Return the route of an item. Raises NoRoute."""
    for router in ROUTES.get(type(facts), ()):
        if found := router(facts, context):
            return found
    raise NoRoute(type(facts).__name__)
