"""The facts of a membership in an organisation or a network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.base import Facts
from governance.strategy.facts.rows import Activity, Forum
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class MembershipFacts(Facts):
    """A membership, new or at its review. counterpart: the organisation or network.

    form: vocabulary.MembershipForm; has_statutes and has_vote help to tell. is_new: whether it
    is joined now. member_since: the first day. at_review: whether this is a review.
    fee_sek: kronor a year, 0 if none. responsible: office of the person who looks after it.
    aim: what the city wants there. planned: what it is to do, one text an item. activities: what
    it has done, newest or oldest first; none_done: True when it has done nothing in the last
    twelve months, so that an empty list is told from an unanswered one. proposal:
    vocabulary.ReviewProposal; proposal_grounds: why. effort_plan: how it is to be active from
    now on. close_to_state: whether what it does lies close to what is the state's.
    forums_searched, forums: as for an agreement, asked of what is new.
    """

    kind: ClassVar[Kind] = Kind.MEMBERSHIP
    noun: ClassVar[Text] = Text("medlemskapet", "the membership")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "aim",
        "effort_plan",
        "proposal_grounds",
        "goal_contribution",
    )

    form: str | None = None
    is_new: bool | None = None
    has_statutes: bool | None = None
    has_vote: bool | None = None
    member_since: date | None = None
    at_review: bool | None = None
    fee_sek: int | None = None
    responsible: str | None = None
    aim: str | None = None
    planned: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    none_done: bool | None = None
    last_review_on: date | None = None
    next_review_on: date | None = None
    proposal: str | None = None
    proposal_grounds: str | None = None
    effort_plan: str | None = None
    forums_searched: bool | None = None
    forums: tuple[Forum, ...] = ()
    close_to_state: bool | None = None
