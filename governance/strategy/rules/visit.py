"""Rules that only a visit answers to, by section."""

from governance.strategy.rules import visit_goals as visit_goals
from governance.strategy.rules import visit_principles as visit_principles
from governance.strategy.rules import visit_ways as visit_ways
