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
        2,
        "Planerade insatser, minst",
        "Planned contributions, at least",
    ),
    suggested(
        "membership.organisation_marks",
        2,
        "Stadgar, avgift och rösträtt: så många gör en organisation",
        "Statutes, a fee and a vote: so many make an organisation",
    ),
)
