"""The route of facts alone: on a day, with the first values and the first editions."""

from datetime import date
from typing import Any

from governance.strategy import DEFAULT_VALUES, EDITIONS, Facts, Route, Values, routing
from governance.strategy.context import context_of

ON = date(2026, 11, 1)


def route(facts: Facts, **values: Any) -> Route:
    """Return the route; values: of the city's, by key with "__" for the point."""
    held = Values(DEFAULT_VALUES).on(ON)
    own = {key.replace("__", "."): value for key, value in values.items()}
    return routing.route(facts, context_of(ON, held | own, EDITIONS.on(ON)))
