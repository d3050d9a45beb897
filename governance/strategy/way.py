"""The order of a route's steps: what waits next, when some are done."""

from __future__ import annotations

from collections.abc import Collection

from engagements.vocabulary import Body, Task
from governance.strategy.routing import Route, Step
from governance.strategy.text import Text

# Being told is a record of its own and stands in nobody's way.
ORDER = (Task.ADVISES, Task.DEALS_WITH, Task.DECIDES, Task.COORDINATES, Task.REPLIES)
IN_CONFLICT = Text(
    "Finansborgarrådet och ersättarna deltar inte. Därför beslutar kommunstyrelsen.",
    "The Mayor and the substitutes take no part. Therefore the Executive Board decides.",
)
AS_PRINCIPLE = Text(
    "Lyft till kommunstyrelsen som principiell fråga.",
    "Lifted to the Executive Board as a matter of principle.",
)
AS_BURDEN = Text(
    "Lyft till kommunstyrelsen eftersom det medförde ökad börda.",
    "Lifted to the Executive Board since it added a burden.",
)
SUMMARIES = {
    AS_PRINCIPLE: Text(
        "kommunstyrelsen, lyft som principiell fråga",
        "the Executive Board, lifted as a matter of principle",
    ),
    AS_BURDEN: Text(
        "kommunstyrelsen, lyft för ökad börda",
        "the Executive Board, lifted for an added burden",
    ),
    IN_CONFLICT: Text(
        "kommunstyrelsen, eftersom finansborgarrådet är jävigt",
        "the Executive Board, as the Mayor has a conflict of interest",
    ),
}


def waits(route: Route, done: Collection[Step]) -> tuple[Step, ...]:
    """Return the steps that wait now; empty when all is done.

    Bodies that decide do it side by side, each its own part; all others come one at a time, in
    the route's order. Advice waits only where the route requires it.
    """
    for task in ORDER:
        if task is Task.ADVISES and not route.advice_required:
            continue
        left = tuple(step for step in route.doing(task) if step not in done)
        if left:
            return left if task is Task.DECIDES else left[:1]
    return ()


def lifted(route: Route, *, why: Text = AS_PRINCIPLE) -> Route:
    """Return the route with the Executive Board in the Mayor's place; it need not be told then.

    why: what the step says. What was lifted once stays lifted, though the burden is taken back.
    A route in which the Mayor does not decide comes back as it is.
    """
    return _with_board(route, why)


def past_mayor(route: Route) -> Route:
    """Return the route with the Executive Board deciding what nobody of the Mayor's office may."""
    return _with_board(route, IN_CONFLICT)


def _with_board(route: Route, why: Text) -> Route:
    if not may_be_lifted(route):
        return route
    steps = tuple(_board_for(step, why) for step in route.steps if step.task is not Task.IS_TOLD)
    return Route(
        steps=steps,
        summary=SUMMARIES[why],
        advice_required=route.advice_required,
        advice_unit=route.advice_unit,
    )


def may_be_lifted(route: Route) -> bool:
    """Whether the Mayor decides by delegation, so that the Executive Board can take it over."""
    return any(step.body is Body.FINANCE_MAYOR for step in route.deciders)


def _board_for(step: Step, why: Text) -> Step:
    if step.body is not Body.FINANCE_MAYOR:
        return step
    return Step(Body.EXECUTIVE_BOARD, step.task, step.clause, False, why, "KS")
