"""First values for visits."""

from governance.strategy.values.base import suggested

VISIT = (
    suggested("visit.lead_time_days", 30, "Framförhållning, dagar", "Lead time, days"),
    suggested("visit.repeat_years", 2, "Upprepat besök, år", "Repeated visit, years"),
)
