"""The facts that rules read: one frozen dataclass a kind. ``None`` means not answered."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, ClassVar, Self

from engagements.vocabulary import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What every kind of engagement answers.

    stage: "draft", "submission" or "decision". host: code of the responsible organisation.
    host_board: code of the board that decides for it, None when it decides itself.
    areas and area_boards: organisations touched beside the host, and their boards in the same
    order. Amounts are whole kronor. An empty tuple means not answered.
    """

    kind: ClassVar[Kind]

    stage: str = "draft"
    title: str = ""
    host: str = ""
    host_board: str | None = None
    host_is_company: bool = False
    areas: tuple[str, ...] = ()
    area_boards: tuple[str, ...] = ()
    initiative: str | None = None
    directions: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    goal_contribution: str | None = None
    sdgs: tuple[int, ...] = ()
    sdg_how: str | None = None
    qualities: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    cooperation_purposes: tuple[str, ...] = ()
    partner_sectors: tuple[str, ...] = ()
    touches_foreign_policy: bool | None = None
    estimated_sek: int | None = None
    working_hours: int | None = None
    budget_line: str | None = None
    frame_sek: int | None = None
    decided_sek: int | None = None
    in_operational_plan: bool | None = None
    contact_person_appointed: bool | None = None
    conflicts: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the facts as JSON values: dates as ISO strings, tuples as lists."""
        return {name: _plain(value) for name, value in asdict(self).items()}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Return facts from ``as_dict``'s answer. Raises TypeError for a name that is unknown."""
        known = {field.name: str(field.type) for field in fields(cls)}
        return cls(**{name: _typed(known.get(name, ""), value) for name, value in data.items()})


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitFacts(Facts):
    """An international visit request. Fields as practice asks for them ("Study visits").

    external_share: percent of the whole cost that another party pays. agenda: one text an item.
    meal_sek … other_sek: kronor per person. earlier_visits: same body within two years.
    """

    kind: ClassVar[Kind] = Kind.VISIT

    received_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    digital: bool | None = None
    country: str | None = None
    city: str | None = None
    counterpart_kind: str | None = None
    requesting_organisation: str | None = None
    intermediary: str | None = None
    delegation_size: int | None = None
    own_participants: int | None = None
    head_title: str | None = None
    political_level: str | None = None
    city_priority: bool | None = None
    wishes: str | None = None
    agenda: tuple[str, ...] = ()
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
    asks_twinning: bool | None = None
    aid_character: bool | None = None
    external_share: int | None = None
    funder: str | None = None
    procurement_with_party: bool | None = None
    alcohol: bool | None = None
    gift_to_official: bool | None = None
    meal_sek: int | None = None
    gift_sek: int | None = None
    reception_sek: int | None = None
    transport_sek: int | None = None
    lodging_sek: int | None = None
    other_sek: int | None = None
    earlier_visits: int = 0
    gift_received_sek: int | None = None
    gift_kept_personally: bool | None = None


def _plain(value: Any) -> Any:
    """Return ``value`` as JSON knows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _typed(annotation: str, value: Any) -> Any:
    """Return a JSON value as the type that ``annotation`` names."""
    if isinstance(value, list):
        return tuple(value)
    if "date" in annotation and isinstance(value, str):
        return date.fromisoformat(value)
    return value
