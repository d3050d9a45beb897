"""Meetings of the Committee in years gone by, and what was reported to the Executive Board of them.

A meeting is written as it stood when it was over: its agenda, its marks and answers, its notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from engagements.calendar import add_working_days
from engagements.models import User
from engagements.vocabulary import AgendaHeading, Body, Kind, Outcome, Recommendation
from governance import committee, ledger
from governance.actions import meeting, minutes
from governance.demo.committee import OTHERWISE, PAST, PLACE
from governance.models import (
    AgendaItem,
    Dealing,
    DelegationReport,
    ItemOutcome,
    Mark,
    Meeting,
    MeetingState,
    ReportedDecision,
    ReportState,
)

if TYPE_CHECKING:
    from governance.demo.bulk import Past

# As many weeks before those of the stories, the weekdays alike.
BACK = (104, 52)
# One of so many waits for the next meeting, as in the year of the stories.
TABLED = next(every for every, said, _why in OTHERWISE if said is Recommendation.TABLES)
LENGTH, CONFIRMED, NOTED = timedelta(hours=1), timedelta(days=2), timedelta(days=1)
ANSWERS = {
    Outcome.ACCEPTED: Recommendation.SUPPORTS,
    Outcome.DECLINED: Recommendation.ADVISES_AGAINST,
}


def days(today: date, *, since: date) -> list[datetime]:
    """Return when the meetings of the years before began, from a day on, the oldest first."""
    found = [today + timedelta(days=day, weeks=-weeks) for weeks in BACK for day in PAST]
    held = [add_working_days(day, 1) for day in found if day >= since]
    return [timezone.make_aware(datetime.combine(day, time(13))) for day in held]


def tabled(meetings: Sequence[datetime], meets: datetime, number: int) -> datetime | None:
    """Return the meeting that let one matter of so many wait for the one that dealt with it.

    number: which one in order, from 0. None for those that the first meeting dealt with at once.
    """
    place = meetings.index(meets)
    return meetings[place - 1] if place and number % TABLED == TABLED - 1 else None


@dataclass
class Session:
    """A meeting, the matters that it dealt with, and those that it let wait for the next.

    number: which one in order, from 1.
    """

    starts_at: datetime
    number: int
    people: dict[str, User]
    pasts: list[Past]
    tabled: list[Past]

    def hold(self, at: datetime) -> None:
        """The members answer each matter, and who leads closes the meeting."""
        on, by, closed = timezone.localdate(at), self.people["elsa.thorn"], at + LENGTH
        chair = committee.acting(on=on)[0].user
        papers_by = meeting.papers_by(on)
        row = Meeting(
            starts_at=at,
            place=PLACE,
            papers_by=papers_by,
            state=MeetingState.CLOSED,
            called_at=timezone.make_aware(datetime.combine(papers_by, time(15))),
            opened_at=at,
            closed_at=closed,
            closed_by=chair,
        )
        meeting.save(row, by=by, at=closed)
        told = list(zip(self._agenda(row, by=by), self._all, strict=True))
        told.sort(key=lambda pair: pair[0].order)
        Mark.objects.bulk_create(
            Mark(item=item, **self._answer(past), key=UUID(int=item.pk), by=chair, at=at)
            for item, past in told
        )
        ItemOutcome.objects.bulk_create(
            ItemOutcome(item=item, number=number, **self._answer(past))
            for number, (item, past) in enumerate(told, 1)
        )
        for item, past in told:
            past.dealings.append(_dealt(item, past, self._answer(past), by=chair, at=closed))
            past.mayor = committee.mayors(on=on)[0].user

    @property
    def _all(self) -> list[Past]:
        return [*self.pasts, *self.tabled]

    def _answer(self, past: Past) -> dict[str, str]:
        """Return what the Committee said of a matter, and why where it was against."""
        if past.tabled == self.starts_at:
            return {"outcome": str(Recommendation.TABLES), "grounds": ""}
        declined = past.outcome is Outcome.DECLINED
        return {
            "outcome": str(ANSWERS[past.outcome]),
            "grounds": past.grounds if declined else "",
        }

    def _agenda(self, row: Meeting, *, by: User) -> list[AgendaItem]:
        items = [
            AgendaItem(
                meeting=row,
                engagement=past.row,
                heading=str(meeting.HEADINGS.get(Kind(past.row.kind), AgendaHeading.OTHER)),
                position=place,
                proposal=meeting.proposal(past.row),
            )
            for place, past in enumerate(self._all, 1)
        ]
        for item in items:
            item._history_user, item._history_date = by, row.called_at  # type: ignore[attr-defined]
        made: list[AgendaItem] = bulk_create_with_history(items, AgendaItem)
        return made

    def write(self, at: datetime) -> None:
        """The notes are written, adjusted and published."""
        row, by = Meeting.objects.get(starts_at=self.starts_at), self.people["elsa.thorn"]
        minutes.draft(row, by=by, at=at)
        assert row.closed_by  # noqa: S101 - it is over
        minutes.adjust(row, by=row.closed_by, at=at + timedelta(hours=2))
        minutes.publish(row, by=by, at=at + timedelta(hours=3))

    def report(self, at: datetime) -> None:
        """The Executive Board is told of what was decided on its behalf, at its next meeting."""
        by = self.people["anders.wik"]
        made = DelegationReport(
            meets_on=timezone.localdate(at),
            state=ReportState.MADE,
            paragraph=str(self.number % 40 + 3),
            made_by=by,
            made_at=at,
        )
        made._history_user, made._history_date = by, at  # type: ignore[attr-defined]
        made.save()
        rows = []
        for past in self.pasts:
            assert past.decision  # noqa: S101 - the Mayor has decided since the meeting
            rows.append(ReportedDecision(report=made, decision=past.decision))
            rows[-1].ledger_seq = ledger.reported(rows[-1])
            past.report = made
        ReportedDecision.objects.bulk_create(rows)


def _dealt(
    item: AgendaItem, past: Past, said: dict[str, str], *, by: User, at: datetime
) -> Dealing:
    dealing = Dealing(
        engagement=past.row,
        body=str(Body.COMMITTEE),
        recommendation=said["outcome"],
        grounds=said["grounds"],
        meeting_item=f"agenda:{item.pk}",
        content_sha256=past.content,
        by=by,
        at=at,
    )
    dealing.ledger_seq = ledger.dealt_with(dealing)
    dealing.save(force_insert=True)
    return dealing


def sessions(pasts: Iterable[Past], people: dict[str, User]) -> Iterator[Session]:
    """Give the meetings that some matters were dealt with at, or let wait, in order."""
    found: dict[datetime, tuple[list[Past], list[Past]]] = {}
    for past in pasts:
        if past.meets:
            found.setdefault(past.meets, ([], []))[0].append(past)
        if past.tabled:
            found.setdefault(past.tabled, ([], []))[1].append(past)
    for number, starts_at in enumerate(sorted(found), 1):
        yield Session(starts_at, number, people, *found[starts_at])
