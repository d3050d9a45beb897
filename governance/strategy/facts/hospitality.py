"""The facts of kinds in which people meet and somebody is offered something."""

from __future__ import annotations

from dataclasses import dataclass

from governance.strategy.facts.base import Facts


@dataclass(frozen=True, kw_only=True, slots=True)
class HospitalityFacts(Facts):
    """Visits, trips and receptions: what is offered, kronor per person, and to whom.

    own_participants: how many of the city's own take part in what is offered.
    gift_to_official: whether a gift goes to a public official of another state.
    """

    own_participants: int | None = None
    alcohol: bool | None = None
    gift_to_official: bool | None = None
    meal_sek: int | None = None
    gift_sek: int | None = None
    reception_sek: int | None = None
    transport_sek: int | None = None
    lodging_sek: int | None = None
    other_sek: int | None = None
