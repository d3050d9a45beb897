"""Why a matter lies with its reader: in which role, by which clause, and from whom it came."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, JSONField, Q
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from engagements.labels import label
from engagements.models import Engagement, Event, Organisation, User
from engagements.permissions import OWNERS, REGISTERS, Reach
from engagements.turns import CENTRAL, OWN
from engagements.vocabulary import Body, Kind, RoleName, Status
from governance.models import Assessment

# What gives a body its turn where the route of the matter does not say.
OF_BODY = {
    Body.CONTACT_PERSON: "5.6.2",
    Body.RECEIVING_BODY: "5.4.1a",
    Body.INTERNATIONAL_UNIT: "5.5.1",
    Body.PROTOCOL_UNIT: "5.5.1",
    Body.EU_UNIT: "5.5.1",
    Body.COMMITTEE: "5.3.4",
}
# Where the state says more than the route: it has been walked to its end.
OF_STATUS = {Status.FOLLOW_UP: "5.4.5", Status.APPROVED: "5.6.2", Status.ADVICE: "5.5.1"}


@dataclass(frozen=True)
class Reason:
    """Why a matter lies with a person. sender: who it came from, where it was somebody else."""

    said: str
    clause: str
    since: datetime
    sender: str = ""


@dataclass(frozen=True)
class Held:
    """A matter that lies with its reader, and why."""

    row: Engagement
    why: Reason


def held(rows: Collection[Engagement], user: User, reach: Reach) -> list[Held]:
    """Return matters that lie with a person, each with why: two queries for any number."""
    keys = [row.pk for row in rows]
    routes, senders = _routes(keys), _senders(keys, user)
    boards = _boards(rows, reach)
    return [
        Held(
            row,
            Reason(
                _said(row, user, reach, boards),
                _clause(row, routes.get(row.pk, [])),
                row.ball_since,
                senders.get(row.pk, ""),
            ),
        )
        for row in rows
    ]


def _routes(keys: list[int]) -> dict[int, list[dict[str, Any]]]:
    """Return the route of each matter as it was judged last."""
    if not keys:
        return {}
    rows = Assessment.objects.filter(engagement__in=keys).order_by("engagement", "-id")
    told = rows.distinct("engagement").annotate(
        route=KeyTransform("route", Cast("receipt", JSONField()))
    )
    return {pk: route or [] for pk, route in told.values_list("engagement", "route")}


def _senders(keys: list[int], user: User) -> dict[int, str]:
    """Return who brought each matter where it is or assigned it, unless it was the reader.

    Nobody, where it was assigned to another and somebody then took it.
    """
    if not keys:
        return {}
    arrived = F("engagement__ball_since")
    came = Q(at=arrived) | Q(code__in=["assigned", "advice_taken"], at__gte=arrived)
    moved = Event.objects.filter(came, engagement__in=keys).exclude(by=None)
    found: dict[int, Event] = {}
    for event in moved.order_by("id").select_related("by"):
        before = found.get(event.engagement_id)
        if event.code != "advice_taken" and event.by_id != user.pk:
            found[event.engagement_id] = event
        elif before and before.code == "assigned":
            del found[event.engagement_id]
    return {pk: str(event.by) for pk, event in found.items()}


def _boards(rows: Collection[Engagement], reach: Reach) -> dict[int, Organisation]:
    """Return the boards that a secretary keeps the books of; asked only for who keeps some."""
    if not (rows and reach.boards):
        return {}
    return Organisation.objects.in_bulk(reach.boards)


def _clause(row: Engagement, route: list[dict[str, Any]]) -> str:
    of_status = OF_STATUS.get(Status(row.status))
    if of_status:
        return of_status
    own = [step["clause"] for step in route if step.get("body") == row.ball]
    if own:
        return str(own[0])
    if row.ball == Body.RECEIVING_BODY and row.kind == Kind.VISIT:
        return "5.4.4"
    return OF_BODY.get(Body(row.ball), "")


def _said(row: Engagement, user: User, reach: Reach, boards: dict[int, Organisation]) -> str:
    role = _role(row, reach, boards)
    if row.ball_person_id == user.pk:
        return _("På ditt namn: %(role)s") % {"role": role}
    return _("Din roll: %(role)s") % {"role": role}


def _role(row: Engagement, reach: Reach, boards: dict[int, Organisation]) -> str:
    body = Body(row.ball)
    if body in CENTRAL:
        return _first(CENTRAL[body], reach) or row.get_ball_display()
    if body not in OWN:
        return row.get_ball_display()
    host = row.ball_organisation or row.organisation
    names = {name for name, pk in reach.held if pk == host.pk}
    found = _first(OWNERS, names) or _first({REGISTERS.get(row.kind, "")}, names)
    if found:
        return f"{found}, {host}"
    board = boards.get(host.board_id or 0) or boards.get(host.pk)
    secretary = label(RoleName.BOARD_SECRETARY)
    return f"{secretary}, {board}" if board else row.get_ball_display()


def _first(wanted: Collection[str], held_by: Reach | Collection[str]) -> str:
    """Return the first of some roles that somebody has, in words."""
    roles = held_by.roles if isinstance(held_by, Reach) else held_by
    return next((label(name) for name in RoleName if name in wanted and name in roles), "")
