"""For whom a person speaks: which organisation, in which role."""

from __future__ import annotations

from datetime import date
from typing import Any

from engagements.models import Engagement, Organisation, Role, User
from engagements.permissions import OWNERS
from engagements.vocabulary import RoleName
from governance.models.deciding import UNITS

DECIDING = {str(name) for name in OWNERS} | {str(RoleName.BOARD_SECRETARY)}


def _roles(user: User, *, on: date) -> list[Role]:
    roles: Any = Role.objects
    found: list[Role] = list(roles.on(on).filter(user=user))
    return found


def deciding(user: User, engagement: Engagement, *, on: date) -> dict[Organisation, RoleName]:
    """Return the organisations that a person may answer for, the responsible one first."""
    roles = [role for role in _roles(user, on=on) if role.name in DECIDING]
    touched = [row.organisation for row in engagement.taking_part.all()]
    seats: dict[Organisation, RoleName] = {}
    for organisation in (engagement.organisation, *touched):
        for role in roles:
            if role.organisation_id in (organisation.pk, organisation.board_id):
                seats.setdefault(organisation, RoleName(role.name))
    return seats


def unit(user: User, engagement: Engagement, *, on: date) -> RoleName | None:
    """Return the unit that a person advises for: the one with the ball when they belong to it."""
    own = [role.name for role in _roles(user, on=on) if role.name in map(str, UNITS)]
    if not own:
        return None
    return RoleName(engagement.ball if engagement.ball in own else own[0])


def coordinating(user: User, *, on: date, office: bool = False) -> RoleName:
    """Return the role in which a person coordinates for the Executive Board, or for its office."""
    names = {role.name for role in _roles(user, on=on)}
    if office and str(RoleName.EU_UNIT) in names:
        return RoleName.EU_UNIT
    for name in (RoleName.KS_SECRETARY, RoleName.PROTOCOL_UNIT, *UNITS):
        if str(name) in names:
            return name
    return RoleName.KS_SECRETARY
