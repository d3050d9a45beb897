"""The strategy as code. Pure: no Django, no database, no clock.

Facts in, findings out. A rule names its clause; a route names who decides and why; values are
given, never looked up. ``READINGS.md`` tells how clauses were read where they leave room.
"""

from governance.strategy import routes as _routes
from governance.strategy import rules as _rules
from governance.strategy.clauses import CLAUSES, EDITIONS, Clause, Edition, Editions, parent_of
from governance.strategy.engine import Assessment, assess, judged
from governance.strategy.facts import (
    ALL,
    FACTS_OF,
    AidProjectFacts,
    CooperationFacts,
    DeclarationFacts,
    EuProjectFacts,
    Facts,
    IntentFacts,
    MembershipFacts,
    PositionFacts,
    ReceptionFacts,
    TripFacts,
    VisitFacts,
    rows,
    schema,
)
from governance.strategy.receipts import canonical, receipt_of, replay
from governance.strategy.routing import Route, Step, route
from governance.strategy.text import Text
from governance.strategy.values import DEFAULT_VALUES, Value, Values
from governance.strategy.verdicts import Finding, Verdict

REGISTERED = (_rules, _routes)

__all__ = [
    "ALL",
    "CLAUSES",
    "DEFAULT_VALUES",
    "EDITIONS",
    "FACTS_OF",
    "AidProjectFacts",
    "Assessment",
    "Clause",
    "CooperationFacts",
    "DeclarationFacts",
    "Edition",
    "Editions",
    "EuProjectFacts",
    "Facts",
    "Finding",
    "IntentFacts",
    "MembershipFacts",
    "PositionFacts",
    "ReceptionFacts",
    "Route",
    "Step",
    "Text",
    "TripFacts",
    "Value",
    "Values",
    "Verdict",
    "VisitFacts",
    "assess",
    "canonical",
    "judged",
    "parent_of",
    "receipt_of",
    "replay",
    "route",
    "rows",
    "schema",
]
