"""First values for memberships."""

from governance.strategy.values.base import suggested

MEMBERSHIP = (
    suggested(
        "membership.active_months",
        12,
        "Egen insats, minst var så många månader",
        "Own contribution, at least every so many months",
    ),
    suggested(
        "membership.planned_contributions",
        3,
        "Planerade insatser, minst",
        "Planned contributions, at least",
    ),
)
