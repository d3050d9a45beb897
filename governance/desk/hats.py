"""The role that a person looks at the start page in, when they have several."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.translation import gettext as _

from engagements.labels import label
from engagements.permissions import reach_of
from engagements.vocabulary import RoleName

ALL = "alla"
KEPT = "roll"
SLUGS: dict[str, RoleName] = {
    "kontaktperson": RoleName.CONTACT_PERSON,
    "ersattare": RoleName.DEPUTY,
    "internationella-enheten": RoleName.INTERNATIONAL_UNIT,
    "protokollsenheten": RoleName.PROTOCOL_UNIT,
    "eu-enheten": RoleName.EU_UNIT,
    "ledamot": RoleName.COMMITTEE_MEMBER,
    "beredningens-sekreterare": RoleName.COMMITTEE_SECRETARY,
    "kommunstyrelsens-sekreterare": RoleName.KS_SECRETARY,
    "fullmaktiges-sekreterare": RoleName.KF_SECRETARY,
    "namndsekreterare": RoleName.BOARD_SECRETARY,
    "registrator": RoleName.REGISTRAR,
    "administrator": RoleName.ADMIN,
    "lasare": RoleName.READER,
}


@dataclass(frozen=True)
class Hat:
    """A choice of the switch. slug: what the address says."""

    slug: str
    name: str
    on: bool


def chosen(request: HttpRequest, *, on: date) -> str:
    """Return the role that the page is of; empty for all. Kept until it is chosen anew.

    A role that its reader no longer has shows all they do have. Raises BadRequest for no role.
    """
    asked = request.GET.get("roll")
    if asked is not None:
        if asked not in {ALL, *SLUGS}:
            raise BadRequest(_("Välj bland svaren som visas"))
        if asked != request.session.get(KEPT, ALL):
            request.session[KEPT] = asked
    return kept(request, on=on)


def kept(request: HttpRequest, *, on: date) -> str:
    """Return the role that was chosen last; empty for all, and for one its reader has no more."""
    role = SLUGS.get(request.session.get(KEPT, ALL))
    roles = reach_of(request.user, on=on).roles
    return str(role) if role and role in roles and len(roles) > 1 else ""


def hats(user: Any, role: str, *, on: date) -> list[Hat]:
    """Return the switch's choices; none for who has one role."""
    roles = reach_of(user, on=on).roles
    if len(roles) < 2:
        return []
    own = [(slug, name) for slug, name in SLUGS.items() if name in roles]
    return [
        Hat(ALL, _("Alla dina roller"), not role),
        *(Hat(slug, label(name), role == name) for slug, name in own),
    ]
