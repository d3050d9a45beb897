"""First values for conferences and events abroad."""

from dataclasses import replace

from governance.strategy.values.base import Value, suggested

FACTORS = "Förslag efter Chalmers kalkyl Klimatsmart semester; staden fastställer"


def _grams(means: str, grams: int, sv: str, en: str, *, source: str = FACTORS) -> Value:
    """Return what a kilometre emits for each who travels, with where the figure is from."""
    return replace(suggested(f"trip.{means}_grams_km", grams, sv, en), source=source)


TRIP = (
    suggested("trip.programme_hours", 6, "Program per dag, timmar", "Programme a day, hours"),
    suggested(
        "trip.programme_hours_week", 30, "Program per vecka, timmar", "Programme a week, hours"
    ),
    suggested("trip.train_below_km", 500, "Tåg under, km", "Train below, km"),
    suggested("trip.report_days", 21, "Reserapport, dagar", "Trip report, days"),
    suggested(
        "trip.missing_reports",
        2,
        "Saknade reserapporter, så många motiveras",
        "Missing trip reports, so many need grounds",
    ),
    suggested("trip.person_sek", 30000, "Resa, kr per person", "Trip, SEK per person"),
    # Carbon dioxide with the production of the fuel; for flights with the effect of high altitude.
    _grams("train", 24, "Utsläpp tåg i Europa, g per km", "Emissions train in Europe, g a km"),
    _grams("bus", 27, "Utsläpp buss, g per km", "Emissions bus, g a km"),
    _grams("car", 137, "Utsläpp bil, g per km", "Emissions car, g a km"),
    _grams("flight", 133, "Utsläpp flyg, g per km", "Emissions flight, g a km"),
    _grams(
        "boat",
        170,
        "Utsläpp båt, g per km",
        "Emissions boat, g a km",
        source="Antagande utan publicerad källa; staden fastställer",
    ),
)
