"""Rows within facts: one small record a line of a table in the form. ``None``: not answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from governance.strategy.facts.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost(Record):
    """One cost. line: vocabulary.CostLine. payer: vocabulary.Payer. amount_sek: whole kronor."""

    line: str | None = None
    amount_sek: int | None = None
    payer: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Traveller(Record):
    """Who travels, by office and not by name. office: vocabulary.Office.

    decides: whether this person would decide on the trip, alone or by delegation.
    """

    office: str | None = None
    organisation: str | None = None
    decides: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Forum(Record):
    """A forum that the city is already in, alike in subject or region, and why it won't do."""

    name: str | None = None
    why_not: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Benefit(Record):
    """What one party gains. party: its name; the city of Stockholm has a fact of its own."""

    party: str | None = None
    gain: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Burden(Record):
    """What one organisation says that it adds for them: kronor and hours a year, reporting."""

    organisation: str | None = None
    sek: int | None = None
    hours: int | None = None
    reporting: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Partner(Record):
    """A party of a project. sector: vocabulary.Sector.

    body: code of the board or company that decides its part, for a body of the city; else None.
    """

    name: str | None = None
    sector: str | None = None
    country: str | None = None
    body: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Funding(Record):
    """Who pays how much. own_group: whether the funder is a body of the city's own group."""

    funder: str | None = None
    sek: int | None = None
    own_group: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity(Record):
    """What the city has done in a membership. kind: vocabulary.ActivityKind."""

    done_on: date | None = None
    kind: str | None = None
