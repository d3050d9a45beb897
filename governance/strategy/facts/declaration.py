"""The facts of a declaration or an initiative that the city joins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.base import Facts
from governance.strategy.facts.rows import Burden, Forum
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class DeclarationFacts(Facts):
    """A declaration or initiative. counterpart: who has taken the initiative to it.

    original_text and swedish_text: what it says, in its own language and in Swedish.
    commitments: what it binds the city to, one text an item. burdens: what each organisation
    says that it adds for them. adds_burden: the registrar's answer, where no burdens are given.
    consulted: codes of the organisations that were asked. in_existing_plan: whether a plan that
    is already decided covers it. expires_on: when it stops to hold. next_review_on: when it is
    to be reviewed; last_review_on: when it was. forums_searched, forums: as for an agreement,
    asked where something new is joined.
    """

    kind: ClassVar[Kind] = Kind.DECLARATION
    noun: ClassVar[Text] = Text("deklarationen", "the declaration")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "swedish_text",
        "original_text",
        "purpose",
        "goal_contribution",
        "city_interest",
    )

    original_text: str | None = None
    swedish_text: str | None = None
    purpose: str | None = None
    commitments: tuple[str, ...] = ()
    burdens: tuple[Burden, ...] = ()
    adds_burden: bool | None = None
    consulted: tuple[str, ...] = ()
    in_existing_plan: str | None = None
    expires_on: date | None = None
    last_review_on: date | None = None
    next_review_on: date | None = None
    forums_searched: bool | None = None
    forums: tuple[Forum, ...] = ()
