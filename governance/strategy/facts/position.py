"""The facts of a position on an EU matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.base import Facts
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionFacts(Facts):
    """What the city says to the EU. counterpart: whom it is said to.

    topic: what it is on. position_text: what is said. position_channel:
    vocabulary.PositionChannel, the way it goes. in_sef: whether it is a matter of the regional
    association for European affairs. deadline_on: last day to be heard. ks_contact_on: the day
    the Executive Board was brought in; ks_contact: how, in a sentence. group_board_needed:
    whether a company's matter calls for the group board. sent_on: the day it went, None while
    it has not. in_boards_name: whether it is said in the name of the board or company alone, and
    not of the city. slk_coordinates: whether the City Executive Office coordinates it, where it
    is a matter of the association or goes through it.
    """

    kind: ClassVar[Kind] = Kind.POSITION
    noun: ClassVar[Text] = Text("ställningstagandet", "the position")
    texts: ClassVar[tuple[str, ...]] = (
        "title",
        "topic",
        "position_text",
        "process",
        "city_interest",
        "goal_contribution",
    )

    topic: str | None = None
    position_text: str | None = None
    position_channel: str | None = None
    in_sef: bool | None = None
    deadline_on: date | None = None
    ks_contact_on: date | None = None
    ks_contact: str | None = None
    group_board_needed: bool | None = None
    sent_on: date | None = None
    in_boards_name: bool | None = None
    slk_coordinates: bool | None = None
