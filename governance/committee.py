"""Who acts in the International Committee on a day, and who must stand aside (5.3.1, KL 6:28).

The Committee is led by the Executive Board's chair, who is the Mayor (finansborgarrådet): the
office that chairs is also the one that decides by delegation (5.3.2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.asked_once import remembered
from engagements.models import Conflict, Engagement, User, concerning
from engagements.permissions import reach_of
from engagements.vocabulary import Party, RoleName
from governance.models import Absence, AgendaItem, Meeting, Office, Seating

CODE = "IB"
# Who has a door to the Committee's room.
INSIDE = frozenset({Party.COMMITTEE, Party.SLK, Party.KS, Party.REGISTRAR, Party.ADMIN})


@dataclass(frozen=True)
class Acting:
    """A seat as it is filled on a day. acts_for: whom a substitute stands in for."""

    office: Office
    user: User
    acts_for: User | None
    chairs: bool = False


def acting(*, on: date) -> list[Acting]:
    """Return who fills each seat on a day, in the offices' order; the first present one chairs.

    The office that chairs comes first, so when both its holder and its substitutes are away the
    next office leads the meeting.
    """
    away = {row.user_id for row in absences(on=on)}
    seats: dict[int, list[Seating]] = {}
    for seat in seatings(on=on):
        seats.setdefault(seat.office_id, []).append(seat)
    found: list[Acting] = []
    for office in Office.objects.filter(active=True).order_by("-chairs", "order", "pk"):
        rows = seats.get(office.pk, [])
        holder = next((row.role.user for row in rows if not row.substitute), None)
        taken = {seat.user.pk for seat in found}
        free = [r for r in rows if r.role.user_id not in away and r.role.user_id not in taken]
        if free:
            stands_in = holder if free[0].substitute else None
            found.append(Acting(office, free[0].role.user, stands_in, chairs=not found))
    return found


def seatings(*, on: date) -> list[Seating]:
    """Return who is appointed to an office on a day, holders before substitutes."""
    return remembered(("seatings", on), lambda: _seatings(on=on))


def _seatings(*, on: date) -> list[Seating]:
    rows = Seating.objects.select_related("role__user", "office").filter(
        role__valid_from__lte=on, office__active=True, role__user__is_active=True
    )
    left = rows.exclude(role__valid_to__lt=on)
    return list(left.order_by("office__order", "substitute", "pk"))


def called_to(meeting: Meeting) -> QuerySet[User]:
    """Return all who sit or stand in at the committee's table on the day of a meeting."""
    day = timezone.localtime(meeting.starts_at).date()
    seats = Seating.objects.filter(office__active=True, role__valid_from__lte=day)
    seats = seats.exclude(role__valid_to__lt=day)
    return User.objects.filter(pk__in=seats.values("role__user"), is_active=True).order_by("pk")


def absences(*, on: date) -> list[Absence]:
    """Return who is away on a day."""
    rows = Absence.objects.filter(first__lte=on, last__gte=on, ended_at=None)
    away = rows.select_related("user", "by").order_by("first", "pk")
    return remembered(("absences", on), lambda: list(away))


def seat_of(user: User, *, on: date) -> Acting | None:
    """Return the seat that a person fills on a day, None when they fill none."""
    return next((seat for seat in acting(on=on) if seat.user.pk == user.pk), None)


def _mayors_office(*, on: date) -> list[Seating]:
    """Return who is appointed to the office that chairs, its holder first."""
    return [row for row in seatings(on=on) if row.office.chairs]


def mayors(*, on: date) -> list[Acting]:
    """Return who can decide by delegation on a day: the Mayor, then the substitutes, if present.

    Who is away decides nothing; no other office decides in the Mayor's place.
    """
    rows = _mayors_office(on=on)
    away = {row.user_id for row in absences(on=on)}
    holder = next((row.role.user for row in rows if not row.substitute), None)
    return [
        Acting(row.office, row.role.user, holder if row.substitute else None)
        for row in rows
        if row.role.user_id not in away
    ]


def mayor_in(engagement: Engagement, *, on: date) -> Acting | None:
    """Return who decides in one matter on a day; None while nobody of the office can."""
    seats = mayors(on=on)
    out = aside_from(engagement, [seat.user for seat in seats])
    return next((seat for seat in seats if seat.user.pk not in out), None)


def mayor_stands_aside(engagement: Engagement, *, on: date) -> bool:
    """Whether everybody of the Mayor's office takes no part: then the Executive Board decides."""
    people = [row.role.user for row in _mayors_office(on=on)]
    return bool(people) and len(aside_from(engagement, people)) == len({row.pk for row in people})


def turns_of_mayor(user: User, on: date) -> Q | None:
    """Return the condition of what a person decides by delegation on a day; None for nobody's.

    A substitute decides when all before them are away, or take no part in the matter.
    """
    before = Q()
    for seat in mayors(on=on):
        if seat.user.pk == user.pk:
            return before & ~_stands_aside(user)
        before &= _stands_aside(seat.user)
    return None


def _stands_aside(user: User) -> Q:
    declared = Conflict.objects.filter(engagement=OuterRef("pk"), user=user)
    return Q(created_by=user) | Q(Exists(declared)) | concerning(user)


def _about(user: User, keys: list[int]) -> set[int]:
    found = Engagement.objects.filter(concerning(user), pk__in=keys)
    return set(found.values_list("pk", flat=True))


def keeps_the_books(user: User, *, on: date) -> bool:
    """Whether a person is the committee's secretary on a day."""
    return RoleName.COMMITTEE_SECRETARY in reach_of(user, on=on).roles


def aside(item: AgendaItem, users: Iterable[User]) -> dict[int, str]:
    """Return who takes no part in an item, by key, with the reason as the notes give it."""
    return aside_from(item.engagement, users)


def aside_from(engagement: Engagement, users: Iterable[User]) -> dict[int, str]:
    """Return who takes no part in a matter, by key, with the reason as the notes give it."""
    return asides([engagement], users)[engagement.pk]


def asides(engagements: Collection[Engagement], users: Iterable[User]) -> dict[int, dict[int, str]]:
    """Return who takes no part in each matter, by its key and then the person's.

    Declared: a conflict of interest is written down. Detected: who has a part in the matter
    itself, such as a traveller, and who registered it.
    """
    keys = [row.pk for row in engagements]
    rows = Conflict.objects.filter(engagement__in=keys).values_list("engagement_id", "user_id")
    declared, people = set(rows), list(users)
    about = {user.pk: _about(user, keys) for user in people}
    found: dict[int, dict[int, str]] = {}
    for row in engagements:
        reasons = found[row.pk] = {}
        for user in people:
            if (row.pk, user.pk) in declared:
                reasons[user.pk] = _("har anmält jäv")
            elif row.pk in about[user.pk]:
                reasons[user.pk] = _("deltar själv i det som ärendet gäller")
            elif user.pk == row.created_by_id:
                reasons[user.pk] = _("har själv lagt fram ärendet")
    return found
