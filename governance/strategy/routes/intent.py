"""Who decides about a letter of intent (obligations, "Who decides")."""

from __future__ import annotations

from governance.strategy.context import Context
from governance.strategy.facts import IntentFacts
from governance.strategy.routes.cooperation import agreement
from governance.strategy.routing import Route, routes


@routes(IntentFacts)
def intent(facts: IntentFacts, context: Context) -> Route:
    """As any agreement: what it is called changes no decider (5.4.2, 5.1.3, 5.1.4)."""
    return agreement(facts)
