"""The invented International Committee: who sits where, and the meetings to come."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from engagements.calendar import add_working_days
from engagements.models import User
from governance.actions import meeting, seating
from governance.models import Office

# Office in Swedish and English, who holds it, who stands in.
OFFICES = (
    ("Finansborgarrådet", "Mayor", "karim.nordin", "ulf.grahn"),
    (
        "Kommunfullmäktiges ordförande",
        "Chair of the City Council",
        "vera.stenmark",
        "",
    ),
    (
        "Kommunfullmäktiges 1:e vice ordförande",
        "First vice chair of the City Council",
        "bo.lilja",
        "",
    ),
    (
        "Kommunstyrelsens 1:e vice ordförande",
        "First vice chair of the City Executive Board",
        "mona.hed",
        "",
    ),
)
MEETINGS = 3
BETWEEN = timedelta(weeks=5)


def settle(people: dict[str, User], *, at: datetime) -> None:
    """Give the offices their seats, and plan the meetings to come."""
    admin, secretary = people["nils.ahlin"], people["elsa.thorn"]
    for number, (sv, en, holder, stands_in) in enumerate(OFFICES):
        office = seating.found_office(name_sv=sv, name_en=en, chairs=number == 0, by=admin, at=at)
        _seat(office, people[holder], substitute=False, by=admin, at=at)
        if stands_in:
            _seat(office, people[stands_in], substitute=True, by=admin, at=at)
    first = timezone.localtime(at) + timedelta(weeks=2)
    for number in range(MEETINGS):
        day = add_working_days((first + number * BETWEEN).date(), 1)
        starts = timezone.make_aware(datetime.combine(day, time(13)))
        place = "Stadshuset, Bernadottebiblioteket"
        meeting.plan(starts_at=starts, place=place, by=secretary, at=at)


def _seat(office: Office, person: User, *, substitute: bool, by: User, at: datetime) -> None:
    role = person.roles.get()
    seating.seat(
        office,
        email=person.email,
        name="",
        substitute=substitute,
        valid_from=role.valid_from,
        valid_to=None,
        by=by,
        at=at,
    )
