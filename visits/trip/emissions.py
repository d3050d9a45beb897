"""What a trip emits: there and back, for all who go, by the city's grams a kilometre."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engagements.models import Engagement
from engagements.templatetags.utblick import NBSP, number
from engagements.vocabulary import TravelMeans
from governance import assessing
from visits.trip.models import Trip


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
    """Return what a trip emits, by the values of a day."""
    trip = engagement.trip
    grams = {}
    if trip.means and not trip.digital:
        grams = {trip.means: assessing.value_of(_key(trip.means), on=on)}
    return counted(trip, people=engagement.traveller_rows.count(), grams=grams)


def counted(trip: Trip, *, people: int, grams: Mapping[str, int]) -> Emissions:
    """Return what a trip emits; nothing where nobody travels. grams: a kilometre, by means."""
    if trip.digital:
        return Emissions(None)
    suggested = None
    if trip.means in grams and trip.distance_km is not None and people:
        each = grams[trip.means]
        suggested = kilograms(distance_km=trip.distance_km, people=people, grams_km=each)
    return Emissions(suggested, trip.emissions_kg, trip.emissions_grounds)


def factors(*, on: date) -> dict[str, int]:
    """Return grams a kilometre by means, for many trips at once."""
    return {str(means): assessing.value_of(_key(str(means)), on=on) for means in TravelMeans}


def _key(means: str) -> str:
    return f"trip.{means}_grams_km"


def in_words(kilograms: int) -> str:
    """Write kilograms of carbon dioxide with their thousands apart."""
    return f"{number(kilograms)}{NBSP}kg"
