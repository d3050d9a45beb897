"""The strategy as code. Pure: no Django, no database, no clock.

Facts in, findings out. A rule names its clause; a route names who decides and why; values are
given, never looked up. ``READINGS.md`` tells how clauses were read where they leave room.
"""

from governance.strategy import routes as _routes
from governance.strategy import rules as _rules
from governance.strategy.clauses import CLAUSES, Clause, Edition, parent_of
from governance.strategy.engine import Assessment, assess, canonical, replay
from governance.strategy.facts import Facts, VisitFacts, schema
from governance.strategy.routing import Route, Step, route
from governance.strategy.text import Text
from governance.strategy.values import DEFAULT_VALUES, Value, Values
from governance.strategy.verdicts import Finding, Verdict

REGISTERED = (_rules, _routes)

__all__ = [
    "CLAUSES",
    "DEFAULT_VALUES",
    "Assessment",
    "Clause",
    "Edition",
    "Facts",
    "Finding",
    "Route",
    "Step",
    "Text",
    "Value",
    "Values",
    "Verdict",
    "VisitFacts",
    "assess",
    "canonical",
    "parent_of",
    "replay",
    "route",
    "schema",
]
