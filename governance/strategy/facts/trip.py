"""The facts of a conference or event abroad, on site or digital."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.hospitality import HospitalityFacts
from governance.strategy.facts.rows import Traveller
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class TripFacts(HospitalityFacts):
    """Taking part in a conference or event abroad. country and city: where it is held.

    received_on: when it was asked for; starts_on and ends_on: first and last day away.
    register_by and abstract_by: last day to register with the organiser, and to propose a talk.
    counterpart: who is met, where that is one party. organiser: who holds the event.
    arranged_by: vocabulary.Payer, who arranges the journey. role: vocabulary.TripRole.
    means: vocabulary.TravelMeans. distance_km: one way. why_not_train, why_not_digital: reasons.
    emissions_kg: kilograms of carbon dioxide, all travellers. programme_hours: hours of
    programme, one figure a day away. leisure: items that are no programme, and leisure_payer who
    paid (vocabulary.Payer). booked_before_decision: whether anything is already booked.
    participants: travellers, or those who take part by video. others_from_city: who else goes.
    missing_reports: earlier trips of the same people that still lack their report.
    report_due_on: when the report is to be in.
    """

    kind: ClassVar[Kind] = Kind.TRIP
    noun: ClassVar[Text] = Text("deltagandet", "the participation")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "event",
        "purpose",
        "benefit",
        "stockholm_learns",
        "goal_contribution",
        "image_gain",
        "comparison",
        "city_interest",
    )

    event: str | None = None
    organiser: str | None = None
    arranged_by: str | None = None
    role: str | None = None
    purpose: str | None = None
    benefit: str | None = None
    stockholm_learns: str | None = None
    image_gain: str | None = None
    comparison: str | None = None
    good_examples: str | None = None
    state_partner: str | None = None
    travellers: tuple[Traveller, ...] = ()
    participants: int | None = None
    others_from_city: str | None = None
    earlier_participation: str | None = None
    means: str | None = None
    distance_km: int | None = None
    why_not_train: str | None = None
    why_not_digital: str | None = None
    emissions_kg: int | None = None
    programme_hours: tuple[int, ...] = ()
    leisure: tuple[str, ...] = ()
    leisure_payer: str | None = None
    booked_before_decision: bool | None = None
    missing_reports: int | None = None
    report_due_on: date | None = None
    register_by: date | None = None
    abstract_by: date | None = None
