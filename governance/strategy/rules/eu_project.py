"""Rules that only an EU project answers to: its plan, its decision and its money."""

from governance.strategy.rules import eu_project_money as eu_project_money
from governance.strategy.rules import eu_project_plan as eu_project_plan
