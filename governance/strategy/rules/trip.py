"""Rules that only a conference or event abroad answers to, by subject."""

from governance.strategy.rules import trip_costs as trip_costs
from governance.strategy.rules import trip_deciding as trip_deciding
from governance.strategy.rules import trip_digital as trip_digital
from governance.strategy.rules import trip_goals as trip_goals
from governance.strategy.rules import trip_travel as trip_travel
