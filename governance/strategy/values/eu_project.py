"""First values for EU projects."""

from governance.strategy.values.base import suggested

EU_PROJECT = (
    suggested("eu_project.budget_years", 3, "Längre än budgetår", "Longer than budget years"),
    suggested("eu_project.documents_years", 5, "Handlingar sparas, år", "Papers kept, years"),
)
