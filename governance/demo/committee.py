"""The invented International Committee: who sits where, and the meetings to come."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from django.utils import timezone

from engagements.calendar import add_working_days
from engagements.models import User
from engagements.vocabulary import Kind, Recommendation
from governance import committee
from governance.actions import central, meeting, minutes, reporting, seating, table
from governance.models import Meeting, Office

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
GROUNDS = "Enligt internationella beredningens förslag."
# From a meeting until the Executive Board is told; the newest decisions wait for its next one.
REPORTED = timedelta(days=21)
PLACE = "Stadshuset, Bernadottebiblioteket"
# Days from the day of the demo, about ten a year and none in a week of holidays by the calendar.
PAST = (-333, -298, -270, -242, -214, -186, -151, -95, -60, -25)
COMING = (10, 45, 80)
# Beside what is supported: what the members answer to every so many matters, and why.
OTHERWISE = (
    (9, Recommendation.REFERS_BACK, "Kostnaden behöver delas upp på var och en som reser."),
    (11, Recommendation.ADVISES_AGAINST, "Frågan kan följas digitalt."),
    (13, Recommendation.TABLES, ""),
)

Step = tuple[datetime, Callable[[datetime], Any]]


def settle(people: dict[str, User], *, at: datetime) -> None:
    """Give the offices their seats."""
    admin = people["nils.ahlin"]
    for number, (sv, en, holder, stands_in) in enumerate(OFFICES):
        office = seating.found_office(name_sv=sv, name_en=en, chairs=number == 0, by=admin, at=at)
        _seat(office, people[holder], substitute=False, by=admin, at=at)
        if stands_in:
            _seat(office, people[stands_in], substitute=True, by=admin, at=at)


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return what the committee does in a year: ten meetings held, one called, two planned."""
    counter = count(1)
    held = [Held(people, _starts(today, days), counter) for days in PAST]
    held[-2].done, held[-1].done = 5, 4
    ahead = [Held(people, _starts(today, days), counter) for days in COMING]
    told = [step for meeting in held for step in meeting.steps()]
    told += [(today, row.plan) for row in ahead]
    return [*told, (today + timedelta(seconds=1), ahead[0].call)]


def _starts(today: datetime, days: int) -> datetime:
    day = add_working_days(timezone.localdate(today) + timedelta(days=days), 1)
    return timezone.make_aware(datetime.combine(day, time(13)))


@dataclass
class Held:
    """One meeting and what comes of it. counter: numbers the year's matters.

    done: how many of the steps have been taken; what comes after them waits in the demo.
    """

    people: dict[str, User]
    starts_at: datetime
    counter: Iterator[int]
    done: int = 6

    @property
    def row(self) -> Meeting:
        """The meeting as it stands."""
        return Meeting.objects.get(starts_at=self.starts_at)

    def steps(self) -> list[Step]:
        """Return what happens, from the plan to the report to the Executive Board."""
        called = timezone.make_aware(datetime.combine(_papers_by(self.starts_at), time(15)))
        told: list[Step] = [
            (called - timedelta(days=30), self.plan),
            (called, self.call),
            (self.starts_at, self.hold),
            (self.starts_at + timedelta(days=1), self.write),
            (self.starts_at + timedelta(days=2), self.confirm),
            (self.starts_at + REPORTED, self.report),
        ]
        return told[: self.done]

    def plan(self, at: datetime) -> None:
        """The secretary sets the date."""
        by = self.people["elsa.thorn"]
        meeting.plan(starts_at=self.starts_at, place=PLACE, by=by, at=at)

    def call(self, at: datetime) -> None:
        """All that is ready is put on the agenda, and the notice goes out."""
        by = self.people["elsa.thorn"]
        meeting.build(self.row, by=by, at=at)
        meeting.call(self.row, by=by, at=at)

    def hold(self, at: datetime) -> None:
        """The members answer each matter, and who leads closes the meeting."""
        row = table.begin(self.row, by=self.people["elsa.thorn"], at=at)
        seats = _seats(at)
        for item in meeting.agenda(row):
            number = next(self.counter)
            aside = committee.aside(item, [seat.user for seat in seats])
            by = next(seat.user for seat in seats if seat.user.pk not in aside)
            outcome, grounds = _answer(number, Kind(item.engagement.kind))
            table.mark(item, outcome, grounds=grounds, key=uuid4(), seen=0, by=by, at=at)
        table.close(row, by=seats[0].user, at=at + timedelta(hours=1))

    def confirm(self, at: datetime) -> None:
        """The Mayor decides as the committee recommended, or whoever stands in."""
        today = timezone.localdate(at)
        for seat in committee.mayors(on=today):
            answers = [
                central.Answer(row, outcome, GROUNDS, row.version)
                for row in central.waiting(seat.user, on=today)
                if (outcome := central.recommended(central.dealing_for(row)))
            ]
            central.confirm(answers, by=seat.user, at=at)

    def report(self, at: datetime) -> None:
        """The Executive Board is told of what was decided on its behalf, at its next meeting."""
        keys = [decision.pk for decision in reporting.unreported()]
        if keys:
            by = self.people["anders.wik"]
            meets_on = timezone.localdate(at)
            made = reporting.make_list(meets_on=meets_on, decisions=keys, by=by, at=at)
            reporting.mark(made, paragraph=str(next(self.counter) % 40 + 3), by=by, at=at)

    def write(self, at: datetime) -> None:
        """The notes are written, adjusted and published."""
        row = self.row
        minutes.draft(row, by=self.people["elsa.thorn"], at=at)
        minutes.adjust(row, by=_seats(self.starts_at)[0].user, at=at + timedelta(hours=2))
        minutes.publish(row, by=self.people["elsa.thorn"], at=at + timedelta(hours=3))


def _answer(number: int, kind: Kind) -> tuple[Recommendation, str]:
    """Return what the members answer to one matter of so many; a trip alone is completed."""
    for every, said, why in OTHERWISE:
        if number % every == 0 and (said is not Recommendation.REFERS_BACK or kind is Kind.TRIP):
            return said, why
    return Recommendation.SUPPORTS, ""


def _seats(at: datetime) -> list[committee.Acting]:
    return committee.acting(on=timezone.localdate(at))


def _papers_by(starts_at: datetime) -> date:
    return meeting.papers_by(timezone.localdate(starts_at))


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
