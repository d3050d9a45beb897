"""The facts that cooperation agreements and letters of intent share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.strategy.facts.base import Facts
from governance.strategy.facts.rows import Benefit, Forum
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementFacts(Facts):
    """Something signed with another party, whatever it is called. What it says decides.

    label: what its own title calls it. agreement_text: its text, in Swedish. starts_on and
    ends_on: the period. open_ended: whether it holds until further notice. renews_itself:
    whether it goes on when nobody ends it. themes: its subjects. exchanges: what is to be done,
    one text an item; no_exchange: True when nothing is to be done, so that an empty list is
    told from an unanswered one. benefit_stockholm: what the city gains; benefits: what each
    other party gains. within_initiative: whether it is made within an initiative that the city
    takes part in. forums_searched: whether forums that the city is already in were looked
    through; forums: those found alike. next_review_on: when it is to be
    reviewed; last_review_on: when it was. close_to_state: whether the subject or the place lies
    close to what is the state's (a war, migration) without touching it.
    """

    noun: ClassVar[Text] = Text("avtalet", "the agreement")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "label",
        "agreement_text",
        "purpose",
        "benefit_stockholm",
        "goal_contribution",
    )

    label: str | None = None
    agreement_text: str | None = None
    purpose: str | None = None
    themes: tuple[str, ...] = ()
    exchanges: tuple[str, ...] = ()
    no_exchange: bool | None = None
    benefit_stockholm: str | None = None
    benefits: tuple[Benefit, ...] = ()
    open_ended: bool | None = None
    renews_itself: bool | None = None
    within_initiative: bool | None = None
    initiative_name: str | None = None
    forums_searched: bool | None = None
    forums: tuple[Forum, ...] = ()
    last_review_on: date | None = None
    next_review_on: date | None = None
    legally_reviewed: bool | None = None
    close_to_state: bool | None = None
