"""Who else in the city works on the same proposal: by its number, or the name of its process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    FloatField,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.utils.translation import gettext as _

from engagements.models import Engagement, Organisation, Role, User
from engagements.models.searching import Folded
from engagements.permissions import OWNERS, visible_to
from engagements.vocabulary import Kind, Status

# How alike two names are that mean the same process; 1 is the same.
NEAR = 0.5
OVER = [str(status) for status in (Status.REJECTED, Status.WITHDRAWN, Status.CLOSED)]


@dataclass(frozen=True)
class Peer:
    """Another organisation on the same proposal.

    engagement: its matter, where the reader may read it; what it says is otherwise its own.
    why: what they have in common, in words. contacts: whom to speak with there.
    """

    organisation: Organisation
    engagement: Engagement | None
    why: str
    contacts: tuple[str, ...] = ()


def going_on() -> QuerySet[Engagement]:
    """Return the positions that are worked on."""
    return Engagement.objects.filter(kind=str(Kind.POSITION)).exclude(status__in=OVER)


def of(engagement: Engagement, *, reader: Any, on: date) -> list[Peer]:
    """Return the other organisations' work on the same proposal: three queries.

    What a reader may not read is shown by its organisation alone, and only when it has been
    handed in and is not secret.
    """
    row = engagement.position
    if not (row.reference or row.process):
        return []
    seen = visible_to(reader, on=on).values("pk")
    found = (
        known_to(reader, on=on)
        .exclude(organisation=engagement.organisation_id)
        .annotate(
            alike=_likeness(Value(row.process)),
            read=Case(When(pk__in=seen, then=True), default=False),
        )
        .filter(_same(row.reference))
        .select_related("organisation", "position")
        .order_by("organisation__sort_name", "pk")
    )
    rows = list(found)
    contacts = _contacts({one.organisation_id for one in rows}, on=on)
    return [
        Peer(
            one.organisation,
            one if one.read else None,
            _why(row.reference, one),
            contacts.get(one.organisation_id, ()),
        )
        for one in rows
    ]


def known_to(reader: Any, *, on: date) -> QuerySet[Engagement]:
    """Return the positions that a reader may know of: read, or handed in and not secret."""
    seen = visible_to(reader, on=on).values("pk")
    open_ones = Q(secret=False) & ~Q(status=str(Status.DRAFT))
    return going_on().filter(Q(pk__in=seen) | open_ones)


def beside(rows: QuerySet[Engagement], *, reader: Any, on: date) -> QuerySet[Engagement]:
    """Return positions with ``others``: the keys of the organisations on the same proposal."""
    ours: Any = OuterRef("position__reference")
    others = (
        known_to(reader, on=on)
        .exclude(organisation=OuterRef("organisation"))
        .annotate(
            alike=_likeness(OuterRef("position__process")),
            ours=ExpressionWrapper(ours, output_field=CharField()),
        )
        .filter(
            Q(position__reference=F("ours")) & ~Q(ours="")
            | Q(alike__gte=NEAR) & (Q(ours="") | Q(position__reference=""))
        )
    )
    return rows.annotate(others=ArraySubquery(others.order_by().values("organisation").distinct()))


def numbered_alike(reader: Any, *, on: date) -> Exists:
    """Return the condition that another organisation works on a proposal with the same number.

    Names that are only alike are compared a page at a time: see ``beside``.
    """
    others = known_to(reader, on=on).exclude(organisation=OuterRef("organisation"))
    number = ~Q(position__reference="") & Q(position__reference=OuterRef("position__reference"))
    return Exists(others.filter(number))


def _likeness(process: Any) -> Func:
    """Return how alike the names of two processes are, whatever their accents and capitals."""
    theirs, ours = Folded(F("position__process")), Folded(process)
    return Func(theirs, ours, function="similarity", output_field=FloatField())


def _same(reference: str) -> Q:
    """Return the condition of the same proposal: two numbers that differ are two proposals."""
    near = Q(alike__gte=NEAR)
    if not reference:
        return near
    return Q(position__reference=reference) | near & Q(position__reference="")


def _why(reference: str, other: Engagement) -> str:
    if reference and other.position.reference == reference:
        return _("Samma förslag: %(number)s") % {"number": reference}
    return _("Liknande namn på processen")


def _contacts(organisations: Iterable[int], *, on: date) -> dict[int, tuple[str, ...]]:
    names = [str(name) for name in OWNERS]
    roles = Role.objects.on(on).filter(organisation__in=list(organisations), name__in=names)
    people = User.objects.filter(is_active=True)
    found: dict[int, tuple[str, ...]] = {}
    for role in roles.filter(user__in=people).select_related("user").order_by("name", "pk"):
        found[role.organisation_id] = (*found.get(role.organisation_id, ()), role.user.name)
    return found
