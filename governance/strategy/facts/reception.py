"""The facts of a reception at the City Hall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.hospitality import HospitalityFacts
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceptionFacts(HospitalityFacts):
    """A reception that an organiser applies for. starts_on: the day of the reception.

    counterpart: who applies. event_kind: vocabulary.EventKind. event: what it is held for.
    foreign_share: percent of the guests who come from abroad. hours: how long it lasts.
    last_evening, evening_before: whether it falls on the last evening of the event, or on the
    one before its first day. character: vocabulary.Character. commercial_organiser: whether a
    single business arranges the event for profit. shared_with: who shares the hosting.
    serving: vocabulary.Serving. city_host: who of the city is host.
    """

    kind: ClassVar[Kind] = Kind.RECEPTION
    noun: ClassVar[Text] = Text("mottagningen", "the reception")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "event",
        "purpose",
        "why_capital",
        "stockholm_learns",
        "they_learn",
        "goal_contribution",
        "image_gain",
    )

    event: str | None = None
    event_kind: str | None = None
    character: str | None = None
    purpose: str | None = None
    why_capital: str | None = None
    stockholm_learns: str | None = None
    they_learn: str | None = None
    learning_kinds: tuple[str, ...] = ()
    image_gain: str | None = None
    good_examples: str | None = None
    state_partner: str | None = None
    at_city_hall: bool | None = None
    guests: int | None = None
    foreign_share: int | None = None
    hotels_in_city: bool | None = None
    high_scientific_level: bool | None = None
    commercial_organiser: bool | None = None
    shared_with: str | None = None
    hours: int | None = None
    evening_before: bool | None = None
    last_evening: bool | None = None
    serving: str | None = None
    city_host: str | None = None
