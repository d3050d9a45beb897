"""First values for what is offered to guests (clause 4.6)."""

from governance.strategy.values.base import suggested

HOSPITALITY = (
    suggested("moderation.meal_sek", 500, "Måltid, kr per person", "Meal, SEK per person"),
    suggested("moderation.gift_sek", 300, "Gåva, kr per person", "Gift, SEK per person"),
    suggested(
        "moderation.reception_sek", 350, "Mottagning, kr per person", "Reception, SEK per person"
    ),
    suggested(
        "moderation.transport_sek", 250, "Transport, kr per person", "Transport, SEK per person"
    ),
    suggested("moderation.lodging_sek", 0, "Logi, kr per person", "Lodging, SEK per person"),
    suggested("moderation.other_sek", 180, "Annat, kr per person", "Other, SEK per person"),
    suggested(
        "moderation.official_gift_sek",
        0,
        "Gåva till annan stats tjänsteperson, kr",
        "Gift to an official of another state, SEK",
    ),
    suggested(
        "moderation.hosts_per_guest",
        1,
        "Egna deltagare per gäst, högst",
        "Own participants per guest, at most",
    ),
    suggested(
        "moderation.alcohol_needs_grounds",
        True,
        "Alkohol behöver motiveras",
        "Alcohol needs grounds",
    ),
)
