"""The facts of a project of aid character."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.base import Facts
from governance.strategy.facts.rows import Benefit, Funding, Partner
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class AidProjectFacts(Facts):
    """A project of aid character. starts_on and ends_on: its period.

    whole_cost_sek: everything, own working time and overhead counted in. working_time_sek,
    overhead_sek, travel_sek: parts of it. funding: who pays what of the whole. The base's
    external_share says the share where no table of funding is given.
    staff_time_funded, overhead_funded, travel_funded: whether another party pays that part.
    """

    kind: ClassVar[Kind] = Kind.AID_PROJECT
    noun: ClassVar[Text] = Text("projektet", "the project")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "purpose",
        "benefit_stockholm",
        "goal_contribution",
    )

    purpose: str | None = None
    themes: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    benefit_stockholm: str | None = None
    benefits: tuple[Benefit, ...] = ()
    whole_cost_sek: int | None = None
    working_time_sek: int | None = None
    overhead_sek: int | None = None
    travel_sek: int | None = None
    funding: tuple[Funding, ...] = ()
    staff_time_funded: bool | None = None
    overhead_funded: bool | None = None
    travel_funded: bool | None = None
