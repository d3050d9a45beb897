"""Who acts in the International Committee on a day, and who must stand aside (5.3.1, KL 6:28)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import Conflict, User
from engagements.permissions import reach_of
from engagements.vocabulary import RoleName
from governance.models import Absence, AgendaItem, Meeting, Office, Seating

CODE = "IB"


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
    return list(rows.select_related("user", "by").order_by("first", "pk"))


def seat_of(user: User, *, on: date) -> Acting | None:
    """Return the seat that a person fills on a day, None when they fill none."""
    return next((seat for seat in acting(on=on) if seat.user.pk == user.pk), None)


def keeps_the_books(user: User, *, on: date) -> bool:
    """Whether a person is the committee's secretary on a day."""
    return RoleName.COMMITTEE_SECRETARY in reach_of(user, on=on).roles


def aside(item: AgendaItem, users: Iterable[User]) -> dict[int, str]:
    """Return who takes no part in an item, by key, with the reason as the notes give it.

    Declared: a conflict of interest is written down. Detected: who registered the matter.
    """
    declared = set(
        Conflict.objects.filter(engagement=item.engagement_id).values_list("user_id", flat=True)
    )
    found = {}
    for user in users:
        if user.pk in declared:
            found[user.pk] = _("har anmält jäv")
        elif user.pk == item.engagement.created_by_id:
            found[user.pk] = _("har själv lagt fram ärendet")
    return found
