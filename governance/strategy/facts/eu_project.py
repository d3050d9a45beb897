"""The facts of a project that the EU's funds and programmes pay for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.base import Facts
from governance.strategy.facts.rows import Funding, Partner
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class EuProjectFacts(Facts):
    """An EU project. starts_on and ends_on: its period. estimated_sek: cost to the city.

    programme: the fund or programme. role: vocabulary.ProjectRole. partners: all other parties.
    budget_eur: the whole project, whole euros. own_budget_sek: the city's part of it.
    cofinancing_sek: what the city pays itself, 0 if nothing; funding: who pays what of the
    city's part. apply_by: last day to apply; applied_on: the day of the application, None while
    there is none. decided_on: the day on which the city decided to apply. plan_item: the goal
    in the operational plan that it serves. after_owner, after_funding, after_from: who carries
    it on in ordinary operations, with what money, and from which day.
    """

    kind: ClassVar[Kind] = Kind.EU_PROJECT
    noun: ClassVar[Text] = Text("projektet", "the project")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "purpose",
        "plan_item",
        "after_owner",
        "after_funding",
        "goal_contribution",
    )

    programme: str | None = None
    role: str | None = None
    purpose: str | None = None
    partners: tuple[Partner, ...] = ()
    budget_eur: int | None = None
    own_budget_sek: int | None = None
    cofinancing_sek: int | None = None
    funding: tuple[Funding, ...] = ()
    apply_by: date | None = None
    applied_on: date | None = None
    decided_on: date | None = None
    plan_item: str | None = None
    after_owner: str | None = None
    after_funding: str | None = None
    after_from: date | None = None
    documents_kept_until: date | None = None
