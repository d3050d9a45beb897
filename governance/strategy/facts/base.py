"""The facts that every kind shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from engagements.vocabulary import Kind
from governance.strategy.facts.record import Record
from governance.strategy.facts.rows import Cost
from governance.strategy.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts(Record):
    """What every kind of engagement answers.

    Amounts are whole kronor, shares whole percent. None and an empty tuple mean not answered.
    stage: "draft", "submission" or "decision". host: code of the responsible organisation.
    host_board: code of the board that decides for it, None when it decides itself.
    areas and area_boards: organisations touched beside the host, and their boards in the same
    order. scope: vocabulary.Scope. on_behalf_of_ks: whether the Executive Board has asked for it.

    agenda: one text an item: of a programme, an agreement, a declaration. agenda_touches:
    whether each of them touches foreign policy, in the same order. digital: held by video; None
    where nobody meets. asks_twinning: whether somebody asks to be twinned, or the text says so.

    process: the process, initiative or bill that is to be influenced. effect:
    vocabulary.Effect on the city. eu_matter: whether it is directed at the EU. eu_principles: of
    the EU policy, as the city names them. priorities: names of the city's own priorities that it
    falls under. observations: titles of the observations it cites.

    conflicts: the tasks (vocabulary.Task) still held by somebody with a declared conflict of
    interest; any other text is a declared conflict whose holder has stepped aside. decided_sek:
    what is already decided within frame_sek, 0 when nothing is. decided_sek_before: what was
    decided for this item, when it comes back. external_share: percent of the whole cost that
    another party pays. funder_own_group: whether the funder is of the city's own group.
    approver_takes_part: whether the one who approves the hospitality is offered it.
    secrecy_possible: whether something in it may have to be kept secret; secrecy_assessed:
    whether a person has then assessed it.

    noun: what a sentence calls the item. texts: the facts that are free text, for the words.
    """

    kind: ClassVar[Kind]
    noun: ClassVar[Text] = Text("ärendet", "the matter")
    texts: ClassVar[tuple[str, ...]] = ("title", "goal_contribution")

    stage: str = "draft"
    title: str = ""
    host: str = ""
    host_board: str | None = None
    host_is_company: bool = False
    areas: tuple[str, ...] = ()
    area_boards: tuple[str, ...] = ()
    scope: str | None = None
    on_behalf_of_ks: bool | None = None

    received_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    digital: bool | None = None
    counterpart: str | None = None
    counterpart_kind: str | None = None
    country: str | None = None
    city: str | None = None
    agenda: tuple[str, ...] = ()
    agenda_touches: tuple[bool | None, ...] = ()

    initiative: str | None = None
    directions: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    goal_contribution: str | None = None
    sdgs: tuple[int, ...] = ()
    sdg_how: str | None = None
    priorities: tuple[str, ...] = ()
    observations: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    cooperation_purposes: tuple[str, ...] = ()
    partner_sectors: tuple[str, ...] = ()
    process: str | None = None
    effect: str | None = None
    city_interest: str | None = None
    eu_matter: bool | None = None
    eu_principles: tuple[str, ...] = ()

    touches_foreign_policy: bool | None = None
    asks_twinning: bool | None = None
    aid_character: bool | None = None
    external_share: int | None = None
    funder: str | None = None
    funder_own_group: bool | None = None

    estimated_sek: int | None = None
    costs: tuple[Cost, ...] = ()
    working_hours: int | None = None
    budget_line: str | None = None
    frame_sek: int | None = None
    decided_sek: int | None = None
    decided_sek_before: int | None = None
    in_operational_plan: bool | None = None
    contact_person_appointed: bool | None = None

    conflicts: tuple[str, ...] = ()
    procurement_with_party: bool | None = None
    gift_received_sek: int | None = None
    gift_kept_personally: bool | None = None
    approver_takes_part: bool | None = None
    secrecy_possible: bool | None = None
    secrecy_assessed: bool | None = None
