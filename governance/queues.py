"""Queues: which engagements wait for a person, for their unit, for nobody yet, for others."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement, User
from engagements.permissions import SLK_UNITS, reach_of, visible_to
from engagements.querysets import told
from engagements.vocabulary import Body, RoleName, Status

VIEWS = {
    "mig": _("Ligger hos mig"),
    "enheten": _("Hela enheten"),
    "ingen": _("Ingen har tagit"),
    "andra": _("Väntar på andra"),
}
COORDINATORS = {str(RoleName.KS_SECRETARY), str(RoleName.PROTOCOL_UNIT)}
CHECKS = {
    "hindrar": (_("Hindrar"), Q(breaches__gt=0)),
    "motiveras": (_("Behöver motiveras"), Q(judgements__gt=0)),
}
ORDERS = {
    "brattom": (_("Bråttom först"), ("due", "id")),
    "nyast": (_("Nyast först"), ("-submitted_at", "-id")),
    "verksamhet": (_("Verksamhet"), ("organisation__sort_name", "due", "id")),
}


def own_ball(user: User, *, on: date) -> Q:
    """Return what lies with a person's unit, office or organisation."""
    reach = reach_of(user, on=on)
    bodies = {str(unit) for unit in SLK_UNITS} & reach.roles
    if COORDINATORS & reach.roles:
        bodies.add(str(Body.EXECUTIVE_BOARD))
    hosts = [str(Body.CONTACT_PERSON), str(Body.RECEIVING_BODY)]
    return Q(ball__in=bodies) | Q(ball__in=hosts, ball_organisation__in=reach.owns)


def conditions(user: User, *, on: date) -> dict[str, Q]:
    """Return the condition of each view for a person."""
    ours = own_ball(user, on=on)
    return {
        "mig": Q(ball_person=user),
        "enheten": ours,
        "ingen": ours & Q(ball_person=None),
        "andra": ~ours & ~Q(ball=""),
    }


def waiting(user: User, *, on: date) -> QuerySet[Engagement]:
    """Return the open, submitted engagements that a person sees."""
    visible: Any = visible_to(user, on=on)
    found: QuerySet[Engagement] = visible.open().exclude(status=str(Status.DRAFT))
    return found


def counts(user: User, *, on: date) -> dict[str, str]:
    """Return how many each view holds, as its reader is told: exact to a thousand."""
    open_ones = waiting(user, on=on)
    wanted = conditions(user, on=on)
    return {name: told(open_ones.filter(condition)) for name, condition in wanted.items()}


def rows(user: User, *, view: str, check: str, order: str, on: date) -> QuerySet[Engagement]:
    """Return a view's engagements, filtered and ordered."""
    found: Any = waiting(user, on=on).filter(conditions(user, on=on)[view])
    if check:
        found = found.filter(CHECKS[check][1])
    chosen: QuerySet[Engagement] = found.with_ball().order_by(*ORDERS[order][1])
    return chosen
