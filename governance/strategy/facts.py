"""The facts that rules read: one frozen dataclass a kind. ``None`` means not answered."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar, Self, get_type_hints

from engagements.vocabulary import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What every kind of engagement answers.

    stage: "draft", "submission" or "decision". host: code of the responsible organisation.
    host_board: code of the board that decides for it, None when it decides itself.
    areas and area_boards: organisations touched beside the host, and their boards in the same
    order. Amounts are whole kronor. An empty tuple means not answered. conflicts: the tasks
    (vocabulary.Task) still held by somebody with a declared conflict of interest; any other text
    is a declared conflict whose holder has stepped aside. decided_sek: what is already decided
    within frame_sek, 0 when nothing is.
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
        """Return what is answered as JSON values: dates as ISO strings, tuples as lists.

        What is not answered is left out, so that a fact added later changes no old receipt.
        """
        return {
            name: _plain(value)
            for name, default in _defaults(type(self))
            if (value := getattr(self, name)) != default
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Return facts from ``as_dict``'s answer. Raises TypeError for a name that is unknown."""
        hints = schema(cls)
        return cls(**{name: _typed(hints.get(name), value) for name, value in data.items()})


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitFacts(Facts):
    """An international visit request. Fields as practice asks for them ("Study visits").

    external_share: percent of the whole cost that another party pays. agenda: one text an item.
    meal_sek … other_sek: kronor per person. earlier_visits: same body within two years.
    agenda_touches: whether each item of the agenda touches foreign policy, in the agenda's order.
    funder_own_group: whether the funder belongs to the city's own group of companies.
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
    agenda_touches: tuple[bool | None, ...] = ()
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
    funder_own_group: bool | None = None
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


def schema(facts: type[Facts]) -> dict[str, Any]:
    """Return the facts that a class asks for, with their types, in order."""
    if facts not in _SCHEMAS:
        hints = get_type_hints(facts)
        _SCHEMAS[facts] = {field.name: hints[field.name] for field in fields(facts)}
    return _SCHEMAS[facts]


def _defaults(facts: type[Facts]) -> tuple[tuple[str, Any], ...]:
    """Return the names of the facts with what they hold when nothing is answered."""
    if facts not in _DEFAULTS:
        _DEFAULTS[facts] = tuple((field.name, field.default) for field in fields(facts))
    return _DEFAULTS[facts]


_SCHEMAS: dict[type[Facts], dict[str, Any]] = {}
_DEFAULTS: dict[type[Facts], tuple[tuple[str, Any], ...]] = {}


def _plain(value: Any) -> Any:
    """Return ``value`` as JSON knows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _typed(hint: Any, value: Any) -> Any:
    """Return a JSON value as the type that ``hint`` names."""
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, str) and hint == date | None:
        return date.fromisoformat(value)
    return value
