"""For whom a person speaks: which organisation, in which role."""

from __future__ import annotations

from datetime import date

from engagements.models import Engagement, Organisation, User
from engagements.permissions import reach_of
from engagements.vocabulary import RoleName
from governance.models.deciding import UNITS

# Who answers for an organisation; who has several roles there answers in the first of them.
DECIDING = (RoleName.CONTACT_PERSON, RoleName.DEPUTY, RoleName.BOARD_SECRETARY)


def deciding(user: User, engagement: Engagement, *, on: date) -> dict[Organisation, RoleName]:
    """Return the organisations that a person may answer for, the responsible one first."""
    held = reach_of(user, on=on).held
    touched = [row.organisation for row in engagement.taking_part.all()]
    seats: dict[Organisation, RoleName] = {}
    for organisation in (engagement.organisation, *touched):
        for name in DECIDING:
            if held & {(name, organisation.pk), (name, organisation.board_id)}:
                seats.setdefault(organisation, name)
    return seats


def unit(user: User, engagement: Engagement, *, on: date) -> RoleName | None:
    """Return the unit that a person advises for: the one with the ball when they belong to it."""
    roles = reach_of(user, on=on).roles
    own = [name for name in UNITS if name in roles]
    if not own:
        return None
    return RoleName(engagement.ball if engagement.ball in own else own[0])


def coordinating(user: User, *, on: date, office: bool = False) -> RoleName:
    """Return the role in which a person coordinates for the Executive Board, or for its office."""
    roles = reach_of(user, on=on).roles
    if office and RoleName.EU_UNIT in roles:
        return RoleName.EU_UNIT
    for name in (RoleName.KS_SECRETARY, RoleName.PROTOCOL_UNIT, *UNITS):
        if name in roles:
            return name
    return RoleName.KS_SECRETARY
