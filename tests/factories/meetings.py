"""Meetings of the committee as far along as a test wants them. They need the ``world`` fixture."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

from django.db import transaction
from django.utils import timezone

from engagements import lifecycle
from engagements.models import User
from engagements.vocabulary import Body, RoleName, Status
from governance import assessing, ledger
from governance.actions import meeting as meetings
from governance.actions import seating, table
from governance.demo.people import PASSWORD
from governance.models import AdviceMessage, Office
from tests.factories import visits

FROM = date(2026, 1, 1)
OFFICES = (
    ("Finansborgarrådet", "Mayor", "karim.nordin"),
    ("Kommunfullmäktiges ordförande", "Chair of the City Council", "vera.lind"),
    ("Kommunstyrelsens 1:e vice ordförande", "First vice chair of the Board", "bo.ask"),
)


def seated(world, *, at):
    """Seat three members and a substitute for the chair. Returns users by key."""
    admin, found = world["nils.ahlin"], {}
    for number, (sv, en, key) in enumerate(OFFICES):
        office = seating.found_office(name_sv=sv, name_en=en, chairs=number == 0, by=admin, at=at)
        found[key] = _seat(office, key, substitute=False, by=admin, at=at)
    chair = Office.objects.get(chairs=True)
    found["ulla.stand"] = _seat(chair, "ulla.stand", substitute=True, by=admin, at=at)
    return found


def _seat(office, key, *, substitute, by, at):
    email = f"{key}@stockholm.example"
    first = User.objects.filter(email=email).exists()
    if not first:
        name = key.replace(".", " ").title()
        User.objects.create_user(email, PASSWORD, name=name)
    valid_from = FROM + timedelta(days=1)
    user = User.objects.get(email=email)
    start = user.roles.get(name="committee_member").valid_from if first else valid_from
    seating.seat(
        office, email=email, name="", substitute=substitute,
        valid_from=start, valid_to=None, by=by, at=at,
    )  # fmt: skip
    return user


@transaction.atomic
def waiting(world, title, *, at, by=None):
    """Return a matter that waits for the committee."""
    by = by or world["amina.lindqvist"]
    item = visits.handed_in(by=by, at=at, ask=RoleName.INTERNATIONAL_UNIT)
    row = lifecycle.lock(item.pk)
    row.title = title
    lifecycle.save(row, by=by, at=at, why="")
    given = AdviceMessage.objects.create(
        engagement=row,
        unit="international_unit",
        kind="support",
        text="Staden lär sig mer än den ger.",
        content_sha256=assessing.content_hash(row, on=timezone.localdate(at)),
        by=world["johan.ekstrom"],
        at=at,
    )
    ledger.advised(given)
    return lifecycle.move(row, Status.PREPARATION, by=by, at=at, why="", ball=Body.COMMITTEE)


def called(world, *, at, matters=2, starts_at: datetime | None = None):
    """Return a meeting that is open at the table, with its items and people."""
    people = seated(world, at=at)
    secretary = world["elsa.thorn"]
    starts_at = starts_at or at + timedelta(days=20)
    meeting = meetings.plan(starts_at=starts_at, place="Stadshuset", by=secretary, at=at)
    for number in range(matters):
        waiting(world, f"Ärende {number + 1}", at=at)
    meetings.build(meeting, by=secretary, at=at)
    meetings.call(meeting, by=secretary, at=at)
    meeting = table.begin(meeting, by=secretary, at=at)
    return SimpleNamespace(
        meeting=meeting, items=meetings.agenda(meeting), secretary=secretary, **_short(people)
    )


def _short(people):
    return {key.partition(".")[0]: user for key, user in people.items()}
