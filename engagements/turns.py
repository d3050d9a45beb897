"""Whose turn it is: the one table behind start pages, queues and mail."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from engagements.asked_once import remembered
from engagements.models import Conflict, Consultation, Detail, Engagement, Role, User
from engagements.offices import OFFICES
from engagements.permissions import OWNERS, REGISTERS, Reach, reach_of
from engagements.vocabulary import Body, RoleName, Status

# Who acts for a body that holds the ball: for one organisation, and for the whole city.
OWN = {
    Body.CONTACT_PERSON: frozenset(OWNERS),
    Body.GROUP_BOARD: frozenset(OWNERS),  # the company's own people bring its matter there
    Body.RECEIVING_BODY: frozenset({*OWNERS, RoleName.BOARD_SECRETARY}),
}
CENTRAL = {
    Body.INTERNATIONAL_UNIT: frozenset({RoleName.INTERNATIONAL_UNIT}),
    Body.PROTOCOL_UNIT: frozenset({RoleName.PROTOCOL_UNIT}),
    Body.EU_UNIT: frozenset({RoleName.EU_UNIT}),
    Body.COMMITTEE: frozenset({RoleName.COMMITTEE_SECRETARY}),
    Body.EXECUTIVE_BOARD: frozenset({RoleName.KS_SECRETARY}),
    Body.CITY_COUNCIL: frozenset({RoleName.KF_SECRETARY}),
}

# Roles in which people act, each with its organisation; None for any.
Pairs = set[tuple[str, int | None]]
# A matter's key, and with which body, organisation and person it lies.
Turn = tuple[int, str, int | None, int | None]


def lies_with(user: User, reach: Reach) -> Q:
    """Return the condition that the ball lies with a person's organisations or offices."""
    central = [str(body) for body, roles in CENTRAL.items() if roles & reach.roles]
    found: Q = Q(ball__in=central)
    found |= Q(ball__in=[str(body) for body in OWN], ball_organisation__in=reach.owns)
    for kind, organisation in reach.keeps:
        at_home = Q(ball=str(Body.CONTACT_PERSON), ball_organisation=organisation)
        found |= Q(at_home, kind=kind)
    if reach.boards:
        board = Q(ball_organisation__in=reach.hosts)
        found |= Q(ball=str(Body.RECEIVING_BODY)) & board
    for body, condition in reach.offices:
        found |= Q(condition, ball=str(body))
    aside = Conflict.objects.filter(engagement=OuterRef("pk"), user=user)
    return Q(found, ~Exists(aside))


def holds(user: User, reach: Reach) -> Q:
    """Return the condition that it is a person's turn: theirs alone, or nobody's among them yet.

    What a colleague has taken who is away is the turn of who stands in, where it lies with them.
    """
    mine = Q(ball_person__in=[user.pk, *reach.stands_for])
    return lies_with(user, reach) & (Q(ball_person=None) | mine)


def held_by(user: User, *, on: date) -> QuerySet[Engagement]:
    """Return what waits for a person on a day, the most urgent first."""
    rows = Engagement.objects.with_ball().exclude(ball="").exclude(status=str(Status.DRAFT))
    mine = rows.filter(holds(user, reach_of(user, on=on)))
    return mine.order_by(F("due").asc(nulls_last=True), "pk")


def holders(engagement: Engagement, *, on: date) -> QuerySet[User]:
    """Return the active people whose turn it is on a day; nobody when it is outside the city."""
    aside = Conflict.objects.filter(engagement=engagement).values("user")
    people = User.objects.filter(is_active=True).exclude(pk__in=aside).order_by("pk")
    if engagement.ball_person_id:
        return people.filter(pk=engagement.ball_person_id)
    if engagement.ball in OFFICES:
        return people.filter(pk__in=in_office(engagement, Body(engagement.ball), on=on))
    return people.filter(pk__in=_roles(engagement, on=on).values("user"))


def colleagues(engagement: Engagement, *, on: date) -> QuerySet[User]:
    """Return the other active people with whom an engagement lies that one of them has taken."""
    aside = Conflict.objects.filter(engagement=engagement).values("user")
    people = User.objects.filter(pk__in=_roles(engagement, on=on).values("user"), is_active=True)
    return people.exclude(pk__in=aside).exclude(pk=engagement.ball_person_id or 0).order_by("pk")


def able(engagement: Engagement, *, on: date) -> list[User]:
    """Return the active people in whose hands an engagement can be put where it lies, by name.

    Not those who have reported a conflict of interest, nor those whom the matter is about.
    """
    aside = Conflict.objects.filter(engagement=engagement).values("user")
    people = User.objects.filter(pk__in=_roles(engagement, on=on).values("user"), is_active=True)
    about: Any = Detail.of(engagement.kind).concerning  # asks nothing where a kind is about nobody
    return [
        person
        for person in people.exclude(pk__in=aside).order_by("name", "pk")
        if not Engagement.objects.filter(about(person), pk=engagement.pk).exists()
    ]


def able_in(rows: Collection[Engagement], *, on: date) -> dict[int, list[User]]:
    """Return who is ``able`` in each of many, by its key: no more queries for many than for few.

    That holds for what lies with a unit or an office of the whole city.
    """
    central = {body: names for body, names in CENTRAL.items() if any(r.ball == body for r in rows)}
    names = [str(name) for found in central.values() for name in found]
    seats = Role.objects.on(on).filter(name__in=names, user__is_active=True).select_related("user")
    held: dict[str, dict[int, User]] = {}
    for seat in seats.order_by("user__name", "user"):
        held.setdefault(seat.name, {})[seat.user_id] = seat.user
    aside = _aside(rows, {pk: person for found in held.values() for pk, person in found.items()})
    return {
        row.pk: [
            person
            for name in central[Body(row.ball)]
            for pk, person in held.get(str(name), {}).items()
            if (row.pk, pk) not in aside
        ]
        if row.ball in central
        else able(row, on=on)
        for row in rows
    }


def holders_in(rows: Collection[Engagement], *, on: date) -> dict[int, list[User]]:
    """Return the ``holders`` of each of many, by its key: no more queries for many than for few.

    What lies with an office is asked of by itself, since its people take turns in each matter.
    """
    known: dict[Turn, list[User]] = remembered(("holders", on), dict)
    new = [row for row in rows if _turn(row) not in known]
    if new:
        known |= _holders_in(new, on=on)
    return {row.pk: known[_turn(row)] for row in rows}


def _turn(row: Engagement) -> Turn:
    """Return what says with whom a matter lies."""
    return row.pk, row.ball, row.ball_organisation_id, row.ball_person_id


def _holders_in(rows: Collection[Engagement], *, on: date) -> dict[Turn, list[User]]:
    reported = Conflict.objects.filter(engagement__in=rows).values_list("engagement", "user")
    aside, seats = set(reported), _seats(rows, on=on)
    named = User.objects.filter(is_active=True).in_bulk(
        {row.ball_person_id for row in rows if row.ball_person_id}
    )

    def of(row: Engagement) -> list[User]:
        if row.ball_person_id:
            own = [named[row.ball_person_id]] if row.ball_person_id in named else []
        elif row.ball in OFFICES:
            return list(holders(row, on=on))
        else:
            pairs = _acting(row)
            own = [one.user for one in seats if _fills(one, pairs)]
        return list({one.pk: one for one in own if (row.pk, one.pk) not in aside}.values())

    return {_turn(row): of(row) for row in rows}


def _seats(rows: Collection[Engagement], *, on: date) -> list[Role]:
    """Return the roles of active people in which somebody may act for what lies where rows lie."""
    pairs = {pair for row in rows for pair in _acting(row)}
    seats = Role.objects.on(on).filter(_asked(pairs), user__is_active=True)
    return list(seats.select_related("user").order_by("user"))


def _asked(pairs: Pairs) -> Q:
    """Return the condition of the roles in some pairs."""
    found = Q(pk__in=[])
    for name, organisation in sorted(pairs, key=str):
        found |= Q(name=name, organisation=organisation) if organisation else Q(name=name)
    return found


def _fills(seat: Role, pairs: Pairs) -> bool:
    return bool({(seat.name, None), (seat.name, seat.organisation_id)} & pairs)


def _acting(engagement: Engagement) -> Pairs:
    """Return the roles in which people act for whoever has the ball."""
    if not engagement.ball:
        return set()
    body = Body(engagement.ball)
    if body in CENTRAL:
        return {(str(name), None) for name in CENTRAL[body]}
    if body not in OWN:
        return set()
    host = engagement.ball_organisation or engagement.organisation
    pairs: Pairs = {(str(name), host.pk) for name in OWN[body]}
    if host.board_id and RoleName.BOARD_SECRETARY in OWN[body]:
        pairs.add((str(RoleName.BOARD_SECRETARY), host.board_id))
    if body is Body.CONTACT_PERSON and engagement.kind in REGISTERS:
        pairs.add((str(REGISTERS[engagement.kind]), host.pk))
    return pairs


def _aside(rows: Collection[Engagement], people: dict[int, User]) -> set[tuple[int, int]]:
    """Return who has a conflict of interest in which matter, or is whom it is about, by keys."""
    conflicts = Conflict.objects.filter(engagement__in=rows, user__in=list(people))
    found = set(conflicts.values_list("engagement", "user"))
    for kind in {row.kind for row in rows}:
        about: Any = Detail.of(kind).concerning
        keys = [row.pk for row in rows if row.kind == kind]
        for pk, person in people.items():
            theirs = Engagement.objects.filter(about(person), pk__in=keys)
            found |= {(key, pk) for key in theirs.values_list("pk", flat=True)}
    return found


def answerers(asked: Consultation, *, on: date) -> QuerySet[User]:
    """Return the active people who answer for an organisation that is asked."""
    roles = Role.objects.on(on).filter(organisation=asked.organisation_id)
    own = roles.filter(name__in=[str(name) for name in OWNERS])
    aside = Conflict.objects.filter(engagement=asked.engagement_id).values("user")
    people = User.objects.filter(pk__in=own.values("user"), is_active=True)
    return people.exclude(pk__in=aside).order_by("pk")


def answerers_in(rows: Collection[Consultation], *, on: date) -> dict[int, list[User]]:
    """Return the ``answerers`` of each of many questions, by its key: two queries at most."""
    known: dict[int, list[User]] = remembered(("answerers", on), dict)
    new = [row for row in rows if row.pk not in known]
    if new:
        names = [str(name) for name in OWNERS]
        asked, matters = {row.organisation_id for row in new}, {row.engagement_id for row in new}
        seats = Role.objects.on(on).filter(organisation__in=asked, name__in=names)
        people: dict[int | None, dict[int, User]] = {}
        for seat in seats.filter(user__is_active=True).select_related("user").order_by("user"):
            people.setdefault(seat.organisation_id, {})[seat.user_id] = seat.user
        reported = Conflict.objects.filter(engagement__in=matters)
        aside = set(reported.values_list("engagement", "user"))
        for row in new:
            own = people.get(row.organisation_id, {}).values()
            known[row.pk] = [one for one in own if (row.engagement_id, one.pk) not in aside]
    return {row.pk: known[row.pk] for row in rows}


def in_office(engagement: Engagement, body: Body, *, on: date) -> list[int]:
    """Return who acts in an office in one matter, by their keys."""
    office, found = OFFICES[body], []
    roles: QuerySet[Role] = Role.objects.on(on)
    seated = roles.filter(name__in=[str(name) for name in office.roles]).values("user")
    for person in User.objects.filter(pk__in=seated):
        turns = office.turns(person, on)
        if turns and Engagement.objects.filter(turns, pk=engagement.pk).exists():
            found.append(person.pk)
    return found


def owners(engagement: Engagement, *, on: date) -> QuerySet[User]:
    """Return the active people who answer for an engagement's organisation on a day."""
    names = [str(name) for name in OWNERS]
    roles = Role.objects.on(on).filter(organisation=engagement.organisation_id, name__in=names)
    return User.objects.filter(is_active=True, pk__in=roles.values("user")).order_by("pk")


def answering(engagement: Engagement, unit: RoleName, *, on: date) -> list[User]:
    """Return who answers for an engagement; a unit of SLK where nobody does any more."""
    return answering_in([engagement], unit, on=on)[engagement.pk]


def answering_in(
    rows: Collection[Engagement], unit: RoleName, *, on: date
) -> dict[int, list[User]]:
    """Return who is ``answering`` for each of many, by its key: two queries at most."""
    known: dict[int, dict[int, User]] = remembered(("owners", on), dict)
    if new := {row.organisation_id for row in rows} - known.keys():
        known |= {key: {} for key in new}
        names = [str(name) for name in OWNERS]
        seats = Role.objects.on(on).filter(organisation__in=new, name__in=names)
        for seat in seats.filter(user__is_active=True).select_related("user").order_by("user"):
            known[seat.organisation_id][seat.user_id] = seat.user

    def otherwise() -> list[User]:
        return remembered(("in role", unit, on), lambda: list(in_role(unit, on=on)))

    return {row.pk: list(known[row.organisation_id].values()) or otherwise() for row in rows}


def in_role(name: RoleName, *, on: date) -> QuerySet[User]:
    """Return the active people who have a role on a day."""
    seats = Role.objects.on(on).filter(name=str(name))
    return User.objects.filter(is_active=True, pk__in=seats.values("user")).order_by("pk")


def _roles(engagement: Engagement, *, on: date) -> QuerySet[Role]:
    roles: QuerySet[Role] = Role.objects.on(on)
    return roles.filter(_asked(_acting(engagement)))
