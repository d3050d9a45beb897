"""Who stands in for whom on a day. It gives nobody a right: ``permissions`` knows nothing of it.

Whoever stands in is told what comes to somebody who is away, as far as they can see and do it
themselves. Who stands in and is away too passes it on; a ring of people who are away ends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from engagements.asked_once import remembered
from engagements.models import Away, Organisation, Role, StandIn, User
from engagements.standing import kept
from engagements.vocabulary import RoleName

# Roles whose holders do the same work wherever they sit.
ONE_SET = frozenset(
    {
        RoleName.INTERNATIONAL_UNIT,
        RoleName.PROTOCOL_UNIT,
        RoleName.EU_UNIT,
        RoleName.KS_SECRETARY,
        RoleName.KF_SECRETARY,
        RoleName.COMMITTEE_SECRETARY,
        RoleName.REGISTRAR,
        RoleName.ADMIN,
    }
)


@dataclass(frozen=True)
class Absent:
    """Somebody who is away, and the active people who stand in on the day; there may be nobody."""

    away: Away
    instead: tuple[User, ...]

    @property
    def person(self) -> User:
        """Who is away."""
        return self.away.person


def aways(*, on: date) -> QuerySet[Away]:
    """Return who is away on a day."""
    rows = Away.objects.filter(first__lte=on, last__gte=on, ended_at=None)
    return rows.select_related("person")


def absent(people: Iterable[int], *, on: date) -> dict[int, Absent]:
    """Return those of some people who are away on a day, by key: at most two queries."""
    wanted = set(people)
    if wanted.isdisjoint(_gone_on(on)):
        return {}
    rows = remembered(("aways", on), lambda: list(aways(on=on).order_by("pk")))
    named = remembered(("stand-ins", on), lambda: _named(rows))
    return {
        row.person_id: Absent(row, tuple(_instead(row.person_id, named)))
        for row in rows
        if row.person_id in wanted
    }


def _named(rows: Sequence[Away]) -> dict[int, list[User]]:
    """Return the active people who stand in for whoever is away, by the key of who is."""
    named: dict[int, list[User]] = {row.person_id: [] for row in rows}
    found = StandIn.objects.filter(away__in=rows, person__is_active=True)
    for row in found.select_related("person", "away").order_by("pk"):
        named[row.away.person_id].append(row.person)
    return named


def mark_absent(rows: Iterable[Any], *, on: date) -> None:
    """Say of engagements as ``gone`` who holds them and is away, for a list or a page."""
    held = [row for row in rows if row.ball_person_id]
    gone = absent([row.ball_person_id for row in held], on=on)
    for row in held:
        row.gone = gone.get(row.ball_person_id)


def _instead(key: int, named: dict[int, list[User]]) -> list[User]:
    """Return who is there, passed on by everybody who stands in and is away too."""
    found: dict[int, User] = {}
    seen, ahead = {key}, list(named[key])
    while ahead:
        person = ahead.pop(0)
        if person.pk in seen:
            continue
        seen.add(person.pk)
        if person.pk in named:
            ahead += named[person.pk]
        else:
            found[person.pk] = person
    return list(found.values())


def stood_for(user: Any, *, on: date) -> frozenset[int]:
    """Return the keys of those for whom a person stands in on a day."""
    found: set[int] = set()
    ahead = {user.pk}
    rows = _standing_in_on(on)
    while ahead:
        ahead = {away for person, away in rows if person in ahead} - found - {user.pk}
        found |= ahead
    return frozenset(found)


@kept(Away)
def _gone_on(on: date) -> frozenset[int]:
    return frozenset(aways(on=on).values_list("person", flat=True))


@kept(Away, StandIn)
def _standing_in_on(on: date) -> tuple[tuple[int, int], ...]:
    now = StandIn.objects.filter(away__first__lte=on, away__last__gte=on, away__ended_at=None)
    return tuple(now.values_list("person", "away__person"))


def candidates(person: User, *, on: date) -> QuerySet[User]:
    """Return who can stand in: those at the same organisations, and those in the same roles."""
    roles = list(Role.objects.on(on).filter(user=person).values_list("name", "organisation"))
    near = Organisation.objects.filter(pk__in=[organisation for _name, organisation in roles])
    same = [name for name, _organisation in roles if name in ONE_SET]
    alike = Role.objects.on(on).filter(Q(organisation__in=near) | Q(name__in=same))
    people = User.objects.filter(pk__in=alike.values("user"), is_active=True)
    return people.exclude(pk=person.pk).order_by("name", "pk")
