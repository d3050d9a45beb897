"""The facts of a visit to the city."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.hospitality import HospitalityFacts
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitFacts(HospitalityFacts):
    """An international visit request. Fields as practice asks for them ("Study visits").

    earlier_visits: same body within two years.
    """

    kind: ClassVar[Kind] = Kind.VISIT
    noun: ClassVar[Text] = Text("besöket", "the visit")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "wishes",
        "stockholm_learns",
        "they_learn",
        "goal_contribution",
        "image_gain",
        "comparison",
        "priority_grounds",
    )

    requesting_organisation: str | None = None
    intermediary: str | None = None
    delegation_size: int | None = None
    head_title: str | None = None
    political_level: str | None = None
    city_priority: bool | None = None
    wishes: str | None = None
    stockholm_learns: str | None = None
    they_learn: str | None = None
    learning_kinds: tuple[str, ...] = ()
    image_gain: str | None = None
    comparison: str | None = None
    good_examples: str | None = None
    state_partner: str | None = None
    wants_letter: bool | None = None
    particularly_prioritised: bool | None = None
    prioritised_by: str | None = None
    priority_grounds: str | None = None
    earlier_visits: int = 0
