"""First values for receptions at the City Hall."""

from governance.strategy.values.base import suggested

RECEPTION = (
    suggested(
        "reception.foreign_share",
        50,
        "Gäster från utlandet, mer än procent",
        "Guests from abroad, above percent",
    ),
    suggested("reception.guests", 150, "Gäster, helst minst", "Guests, preferably at least"),
    suggested("reception.hours", 2, "Längd, högst timmar", "Length, at most hours"),
    suggested(
        "reception.seated_meal_needs_grounds",
        True,
        "Sittande måltid behöver motiveras",
        "A seated meal needs grounds",
    ),
    suggested(
        "reception.championships",
        True,
        "EM och VM i idrott kan söka",
        "European and world championships may apply",
    ),
    suggested(
        "reception.decider",
        "fbr",
        "Vem som beslutar efter beredningen: fbr eller ks",
        "Who decides after the Committee: fbr or ks",
    ),
)
