"""What a trip emits: there and back, for all who go, by the city's grams a kilometre."""

from dataclasses import dataclass
from datetime import date

from engagements.models import Engagement
from engagements.templatetags.utblick import NBSP, number
from governance import assessing


@dataclass(frozen=True)
class Emissions:
    """suggested: as the city counts, None while something is not said. own: as somebody else does.

    grounds: what the other figure rests on; without them it does not count.
    """

    suggested: int | None
    own: int | None = None
    grounds: str = ""

    @property
    def counts(self) -> int | None:
        """The figure that is shown to those who decide."""
        return self.own if self.own is not None and self.grounds.strip() else self.suggested


def kilograms(*, distance_km: int, people: int, grams_km: int) -> int:
    """Return kilograms of carbon dioxide, rounded to whole ones."""
    return (2 * distance_km * people * grams_km + 500) // 1000


def of(engagement: Engagement, *, on: date) -> Emissions:
    """Return what a trip emits; nothing where nobody travels."""
    trip = engagement.trip
    people = engagement.traveller_rows.count()
    suggested = None
    if trip.digital:
        return Emissions(None)
    if trip.means and trip.distance_km is not None and people:
        grams = assessing.value_of(f"trip.{trip.means}_grams_km", on=on)
        suggested = kilograms(distance_km=trip.distance_km, people=people, grams_km=grams)
    return Emissions(suggested, trip.emissions_kg, trip.emissions_grounds)


def in_words(kilograms: int) -> str:
    """Write kilograms of carbon dioxide with their thousands apart."""
    return f"{number(kilograms)}{NBSP}kg"
