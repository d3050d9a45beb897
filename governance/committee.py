"""Who acts in the International Committee on a day, and who must stand aside (5.3.1, KL 6:28)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from engagements.models import Conflict, User, concerned
from engagements.permissions import reach_of
from engagements.vocabulary import RoleName
from governance.models import Absence, AgendaItem, Office, Seating

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
    """Return who takes no part in an item, by key, with the reason as the notes give it."""
    return asides([item], users)[item.pk]


def asides(items: Collection[AgendaItem], users: Iterable[User]) -> dict[int, dict[int, str]]:
    """Return who takes no part in each item, by the item's key and then the person's.

    Declared: a conflict of interest is written down. Detected: who has a part in the matter
    itself, such as a traveller, and who registered it.
    """
    keys = [item.engagement_id for item in items]
    rows = Conflict.objects.filter(engagement__in=keys).values_list("engagement_id", "user_id")
    declared, people = set(rows), list(users)
    about = concerned(item.engagement for item in items)
    found: dict[int, dict[int, str]] = {}
    for item in items:
        reasons = found[item.pk] = {}
        for user in people:
            if (item.engagement_id, user.pk) in declared:
                reasons[user.pk] = _("har anmält jäv")
            elif user.pk in about.get(item.engagement_id, ()):
                reasons[user.pk] = _("deltar själv i det som ärendet gäller")
            elif user.pk == item.engagement.created_by_id:
                reasons[user.pk] = _("har själv lagt fram ärendet")
    return found
