"""First values for conferences and events abroad."""

from governance.strategy.values.base import suggested

TRIP = (
    suggested("trip.programme_hours", 6, "Program per dag, timmar", "Programme a day, hours"),
    suggested(
        "trip.programme_hours_week", 30, "Program per vecka, timmar", "Programme a week, hours"
    ),
    suggested("trip.train_below_km", 500, "Tåg under, km", "Train below, km"),
    suggested("trip.report_days", 30, "Reserapport, dagar", "Trip report, days"),
    suggested(
        "trip.missing_reports",
        2,
        "Saknade reserapporter, så många motiveras",
        "Missing trip reports, so many need grounds",
    ),
    suggested("trip.person_sek", 30000, "Resa, kr per person", "Trip, SEK per person"),
)
