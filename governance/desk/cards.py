"""Which card each role has on the start page, and what its page says when nothing waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from engagements.models import User
from engagements.vocabulary import RoleName
from governance.desk import Card, committee, offices, upkeep

CARDS: dict[RoleName, Callable[[User, datetime], Card]] = {
    RoleName.INTERNATIONAL_UNIT: offices.units,
    RoleName.PROTOCOL_UNIT: offices.units,
    RoleName.EU_UNIT: offices.units,
    RoleName.COMMITTEE_MEMBER: committee.member,
    RoleName.COMMITTEE_SECRETARY: committee.secretary,
    RoleName.KS_SECRETARY: offices.executive_board,
    RoleName.BOARD_SECRETARY: offices.board,
    RoleName.REGISTRAR: upkeep.registrar,
    RoleName.ADMIN: upkeep.administrator,
}
# Where to go when nothing waits: the first of one's roles that has somewhere.
NEXT: dict[RoleName, tuple[str, Promise | str]] = {
    RoleName.CONTACT_PERSON: ("register", _("Registrera ett ärende")),
    RoleName.DEPUTY: ("register", _("Registrera ett ärende")),
    RoleName.INTERNATIONAL_UNIT: ("queue", _("Se enhetens kö")),
    RoleName.PROTOCOL_UNIT: ("queue", _("Se enhetens kö")),
    RoleName.EU_UNIT: ("queue", _("Se enhetens kö")),
    RoleName.COMMITTEE_MEMBER: ("meetings", _("Se sammanträdena")),
    RoleName.COMMITTEE_SECRETARY: ("meetings", _("Se sammanträdena")),
    RoleName.KS_SECRETARY: ("delegation_reports", _("Se vad som ska anmälas")),
    RoleName.ADMIN: ("settings", _("Gå till inställningarna")),
}


class Way(NamedTuple):
    """Where to go next, and what that is called."""

    url: str
    verb: str


def of(user: User, roles: frozenset[str], *, at: datetime) -> list[Card]:
    """Return the cards of roles, in the order of the vocabulary, each once."""
    finds = dict.fromkeys(CARDS[role] for role in RoleName if role in roles and role in CARDS)
    return [find(user, at) for find in finds]


def way_on(roles: frozenset[str]) -> Way:
    """Return where to go when nothing waits."""
    named = next((NEXT[role] for role in RoleName if role in roles and role in NEXT), None)
    name, verb = named or ("engagements", _("Sök bland ärenden"))
    return Way(reverse(name), str(verb))
