"""The contact persons' network as it is read: who they are until when, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from engagements import people
from engagements.models import Organisation, Role, User
from engagements.permissions import OWNERS, reach_of
from engagements.vocabulary import RoleName
from governance import plans, rounds
from governance.knowledge import coordinates
from governance.models import NetworkAnswer, NetworkQuestion, NetworkReminder

# How long after its last day a question is still asked for.
LATE = timedelta(days=30)
ALL, WITHOUT, WAITING, GIVEN = "", "luckor", "vantar", "svarat"


@dataclass(frozen=True)
class Seat:
    """An organisation in the network: who has its mandate, and the days when nobody has."""

    organisation: Organisation
    contacts: list[Role] = field(default_factory=list)
    deputies: list[Role] = field(default_factory=list)
    gaps: list[people.Gap] = field(default_factory=list)


def enters(user: Any, *, on: date) -> bool:
    """Whether a person has the network's room: contact persons, their deputies, and SLK."""
    return bool(reach_of(user, on=on).owns) or coordinates(user, on=on)


def seats(*, on: date, which: str = ALL) -> list[Seat]:
    """Return the network; the same number of queries for any number. which: ALL or WITHOUT."""
    rows = list(plans.planning(on=on))
    roles = Role.objects.on(on).filter(
        organisation__in=rows, name__in=[str(name) for name in OWNERS], user__is_active=True
    )
    held: dict[tuple[int, str], list[Role]] = {}
    for role in roles.select_related("user").order_by("user__name", "pk"):
        held.setdefault((role.organisation_id, role.name), []).append(role)
    gaps: dict[int, list[people.Gap]] = {}
    for gap in people.gaps(on=on):
        gaps.setdefault(gap.organisation.pk, []).append(gap)
    found = [
        Seat(
            row,
            held.get((row.pk, str(RoleName.CONTACT_PERSON)), []),
            held.get((row.pk, str(RoleName.DEPUTY)), []),
            gaps.get(row.pk, []),
        )
        for row in rows
    ]
    return [seat for seat in found if seat.gaps] if which == WITHOUT else found


@dataclass(frozen=True)
class Said:
    """An organisation and what it has answered to a question."""

    organisation: Organisation
    answer: NetworkAnswer | None
    reminded_on: date | None


def answers(question: NetworkQuestion, *, on: date, which: str = ALL) -> list[Said]:
    """Return each organisation's answer; the same number of queries for any number."""
    given = {row.organisation_id: row for row in question.answers.select_related("by")}
    asked = plans.planning(on=on)
    rows = list((asked | Organisation.objects.filter(pk__in=given)).select_related("board"))
    told = NetworkReminder.objects.filter(question=question).values_list("person")
    last = dict(told.annotate(last=Max("on")))
    whom = rounds.answerers(rows, on=on)
    found = []
    for row in rows:
        days = [last[person.pk] for person in whom.get(row.pk, []) if person.pk in last]
        found.append(Said(row, given.get(row.pk), max(days, default=None)))
    return those(found, which)


def those(rows: list[Said], which: str) -> list[Said]:
    """Return those that have answered, those that have not, or all."""
    wanted = {WAITING: False, GIVEN: True}.get(which)
    return [row for row in rows if wanted is None or bool(row.answer) is wanted]


def waiting(question: NetworkQuestion, *, on: date) -> list[Organisation]:
    """Return the organisations that have not answered."""
    return [row.organisation for row in answers(question, on=on, which=WAITING)]


def unanswered_by(person: User, question: NetworkQuestion, *, on: date) -> list[Organisation]:
    """Return the organisations that a person answers for and that have not answered."""
    own = reach_of(person, on=on).owns
    return [row for row in waiting(question, on=on) if row.pk in own]


def waits_for(person: Any, *, on: date) -> list[NetworkQuestion]:
    """Return the questions of late that an organisation of a person's own has not answered."""
    own = reach_of(person, on=on).owns
    if not own:
        return []
    rows = NetworkQuestion.objects.filter(due_on__gte=on - LATE)
    given = Count("answers", filter=Q(answers__organisation__in=own))
    return list(rows.annotate(given=given).filter(given__lt=len(own)).order_by("due_on", "pk"))


def members(*, on: date) -> list[User]:
    """Return all contact persons and deputies of a day, each once."""
    roles = Role.objects.on(on).filter(name__in=[str(name) for name in OWNERS])
    rows: QuerySet[User] = User.objects.filter(pk__in=roles.values("user"), is_active=True)
    return list(rows.order_by("pk"))
