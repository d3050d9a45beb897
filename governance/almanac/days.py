"""The days that every kind has: when it takes place, when it is due, and when the bodies meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import querysets
from engagements.conditions import Among, of
from engagements.models import (
    Consultation,
    Engagement,
    TakingPart,
)
from engagements.models.engagement import OPEN
from engagements.permissions import hosts_of, reach_of
from engagements.vocabulary import Kind, Status
from governance import committee, talk
from governance.almanac import Asked, Entry, Sort, reasons
from governance.models import Meeting, MeetingState, Todo

TAKES_PLACE = {
    str(Kind.VISIT): Sort.VISITS,
    str(Kind.TRIP): Sort.TRIPS,
    str(Kind.RECEPTION): Sort.RECEPTIONS,
}
# What somebody may have to see to by a day.
LIES = [str(status) for status in OPEN if status is not Status.DRAFT]
ENDED = [str(Status.WITHDRAWN), str(Status.REJECTED)]
# What lasts longer than this began so long ago that nobody looks for it by its days.
LONGEST = timedelta(days=92)
ONE_DAY = timedelta(days=1)
# These last days are the days that it takes place on, which stand there already.
SAME_DAY = ("takes_place", "day_chosen")
# What an entry tells of a matter, and of whoever has it.
TOLD = ("number", "title", "changed_at")
NAMED = ("organisation__name_sv", "organisation__name_en")
HELD = (
    *("status", "ball", "due", "ball_organisation__name_sv", "ball_organisation__name_en"),
    *("ball_person__name", "ball_person__email", "deadline"),
)


@dataclass(frozen=True, kw_only=True)
class OfMatter(Entry):
    """A day of a matter."""

    row: Engagement

    @property
    def address(self) -> str:
        """The matter's page."""
        return self.row.get_absolute_url()

    @property
    def changed_at(self) -> datetime | None:
        """When the matter was changed last."""
        return self.row.changed_at


@dataclass(frozen=True, kw_only=True)
class Fetched(OfMatter):
    """A day of a matter that can be fetched alone."""

    @property
    def ics(self) -> str:
        """Where the matter's days are fetched."""
        return reverse("engagement_ics", args=[self.row.number])


def taking_place(asked: Asked) -> Iterator[Entry]:
    """Give what takes place: visits, trips and receptions that nobody has called off."""
    kinds = [kind for kind, sort in TAKES_PLACE.items() if asked.wants(sort)]
    before = (asked.first - LONGEST, asked.first - ONE_DAY)
    begins = Q(kind__in=kinds, starts_on__range=(asked.first, asked.last))
    goes_on = Q(kind__in=kinds, starts_on__range=before, ends_on__gte=asked.first)
    # Each by an index of its own: those of the days asked for are few, those before them many.
    called_off = Q(status__in=ENDED)
    found = first_of(asked, begins & ~called_off, goes_on & ~called_off, by="starts_on")
    rows = found.select_related("organisation")
    rows = rows.only(*TOLD, *NAMED, "kind", "status", "starts_on", "ends_on")
    for row in rows.order_by("starts_on", "pk")[: asked.most]:
        yield from of_matter(row)


def first_of(asked: Asked, *conditions: Q, by: str) -> QuerySet[Engagement]:
    """Return the first matters asked for that fulfil one of some conditions, by a column.

    Each condition is sought in an index of its own, and no further than a source is asked for. Who
    reads a few organisations' matters would otherwise look through the whole city's days.
    """
    keys = [
        rows.order_by(by, "pk").values("pk")[: asked.most]
        for rows in _apart(asked, conditions, by=by)
    ]
    first, *rest = keys
    return Engagement.objects.filter(pk__in=first.union(*rest) if rest else first)


def _apart(asked: Asked, conditions: Sequence[Q], *, by: str) -> Iterator[QuerySet[Engagement]]:
    """Give the matters asked for that fulfil some conditions, apart by how an index knows them."""
    reach = reach_of(asked.user, on=asked.on)
    if reach.wide:
        yield from (asked.matters.filter(condition) for condition in conditions)
        return
    hosts = hosts_of(asked.user, on=asked.on)
    for condition in conditions:
        own = asked.matters.filter(of(hosts), condition)
        yield querysets.first_of_each(own, hosts, by, "pk", most=asked.most)
    touched = TakingPart.objects.filter(organisation__in=reach.owns | reach.boards)
    consulted = Consultation.objects.filter(organisation__in=reach.owns)
    opened = Q(Among(touched)) | Q(Among(consulted)) | Q(pk__in=reach.named)
    yield asked.matters.filter(opened, reduce(or_, conditions))


@dataclass(frozen=True, kw_only=True)
class TakesPlace(Fetched):
    """When a matter takes place."""

    @property
    def about(self) -> str:
        """Whose it is, and where it stands."""
        return f"{self.row.organisation}, {self.row.get_status_display().lower()}"


def of_matter(row: Engagement) -> Iterator[Entry]:
    """Give when a matter takes place, if it does and has a first day."""
    if row.starts_on is None or row.kind not in TAKES_PLACE:
        return
    last = row.ends_on or row.starts_on
    sort, key = TAKES_PLACE[row.kind], f"{row.number}-days"
    yield TakesPlace(sort, key, row.title, row.starts_on, last, row=row)


def due(asked: Asked) -> Iterator[Entry]:
    """Give the last days of what lies with somebody."""
    lies = Q(status__in=LIES, due__range=(asked.first, asked.last)) & ~Q(ball="")
    rows = first_of(asked, lies & ~Q(deadline__event__in=SAME_DAY), by="due")
    rows = rows.select_related("ball_organisation", "ball_person", "deadline").only(*TOLD, *HELD)
    for row in rows.order_by("due", "pk")[: asked.most]:
        yield from of_due(row)


@dataclass(frozen=True, kw_only=True)
class LastDay(Fetched):
    """The last day of what lies with somebody."""

    @property
    def about(self) -> str:
        """Where it stands, and who has it."""
        row = self.row
        holder: Any = row.ball_person or row.ball_organisation or row.get_ball_display()
        said = {"status": row.get_status_display(), "who": holder}
        return _("%(status)s, ligger hos %(who)s") % said

    @property
    def why(self) -> tuple[str, ...]:
        """What the day is counted from."""
        return reasons.of_due(self.row)


def of_due(row: Engagement) -> Iterator[Entry]:
    """Give the last day of a matter that lies with somebody."""
    if row.due is None or not row.ball:
        return
    yield LastDay(Sort.DEADLINES, f"{row.number}-due", row.title, row.due, row.due, row=row)


@dataclass(frozen=True, kw_only=True)
class Answer(OfMatter):
    """The last day of an answer. row: the matter that it is about."""

    question: Consultation

    @property
    def about(self) -> str:
        """Who answers."""
        return _("%(who)s svarar vad det medför") % {"who": self.question.organisation}

    @property
    def changed_at(self) -> datetime | None:
        """When it was asked."""
        return self.question.asked_at

    @property
    def why(self) -> tuple[str, ...]:
        """Who chose the day."""
        return reasons.of_answer(self.question)


def answers(asked: Asked) -> Iterator[Entry]:
    """Give the last days of what the reader is asked about others' matters."""
    days = {"due__range": (asked.first, asked.last)}
    owns = reach_of(asked.user, on=asked.on).owns
    # Few are asked anything, and whether they may read it costs many times more to ask.
    if not Consultation.objects.filter(organisation__in=owns, answered_at=None, **days).exists():
        return
    rows = querysets.asked_of(asked.user, on=asked.on, among=asked.matters).filter(**days)
    for row in rows.select_related("engagement", "organisation", "asked_by")[: asked.most]:
        matter = row.engagement
        key = f"{matter.number}-answer-{row.pk}"
        yield Answer(Sort.DEADLINES, key, matter.title, row.due, row.due, row=matter, question=row)


@dataclass(frozen=True, kw_only=True)
class Task(Fetched):
    """The last day of a task. row: the matter that it is in. reader: who is told of it."""

    todo: Todo
    reader: Any

    @property
    def about(self) -> str:
        """Whose it is, and what. What is internal is not said where a file may take it."""
        theirs = _("Uppgift hos %(who)s") % {"who": self.todo.owner}
        said = _("Din uppgift") if self.todo.owner_id == self.reader.pk else theirs
        return said if self.todo.internal else f"{said}: {self.todo.what}"

    @property
    def changed_at(self) -> datetime | None:
        """When it was given."""
        return self.todo.at

    @property
    def why(self) -> tuple[str, ...]:
        """Who chose the day."""
        return reasons.of_todo(self.todo)


def todos(asked: Asked) -> Iterator[Entry]:
    """Give the last days of the reader's own tasks, and theirs for whom the reader stands in."""
    days = {"due_on__range": (asked.first, asked.last)}
    mine = talk.held_by(asked.user, on=asked.on, instead=True)
    if not Todo.objects.filter(mine, **days).exists():
        return
    rows = talk.waits_for(asked.user, on=asked.on, instead=True, among=asked.matters)
    rows = rows.filter(**days)
    for row in rows[: asked.most]:
        yield of_todo(row, asked.user)


def of_todo(todo: Todo, reader: Any) -> Entry:
    """Return the last day of a task."""
    matter, day = todo.engagement, todo.due_on
    key = f"{matter.number}-todo-{todo.pk}"
    return Task(Sort.DEADLINES, key, matter.title, day, day, row=matter, todo=todo, reader=reader)


@dataclass(frozen=True, kw_only=True)
class Sitting(Entry):
    """The day of a meeting."""

    meeting: Meeting

    @property
    def address(self) -> str:
        """The meeting's page."""
        return self.meeting.get_absolute_url()

    @property
    def about(self) -> str:
        """Where it is."""
        return self.meeting.place

    @property
    def place(self) -> str:
        """Where it is."""
        return self.meeting.place

    @property
    def ics(self) -> str:
        """Where the meeting is fetched."""
        return reverse("meeting_ics", args=[self.meeting.pk])


def meetings(asked: Asked) -> Iterator[Entry]:
    """Give the International Committee's meetings, to those who have its room."""
    if not reach_of(asked.user, on=asked.on).wide & committee.INSIDE:
        return
    rows = Meeting.objects.filter(starts_at__date__range=(asked.first, asked.last))
    rows = rows.exclude(state=MeetingState.CANCELLED)
    for row in rows.order_by("starts_at")[: asked.most]:
        yield of_meeting(row)


def of_meeting(row: Meeting) -> Entry:
    """Return when a meeting is."""
    starts = timezone.localtime(row.starts_at)
    key, title, day = f"ib-{row.pk}", _("Internationella beredningen"), starts.date()
    return Sitting(Sort.MEETINGS, key, title, day, day, starts, meeting=row)


@dataclass(frozen=True, kw_only=True)
class Lasting(OfMatter):
    """A day of a matter that lasts. said: what the day is. reasons: why it is that day."""

    said: str
    reasons: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """What the day is, and whose."""
        return f"{self.said}, {self.row.organisation}"

    @property
    def why(self) -> tuple[str, ...]:
        """The same for all of its sort."""
        return self.reasons


def lasting_day(
    asked: Asked,
    rows: Any,
    column: str,
    key: str,
    about: Any,
    *,
    sort: Sort = Sort.REVIEWS,
    why: tuple[str, ...] = (),
) -> Iterator[Entry]:
    """Give the days in a column of matters that last, such as when they are reviewed next.

    why: why they are those days, the same for all.
    """
    found = rows.filter(asked.which, **{f"{column}__range": (asked.first, asked.last)})
    found = found.annotate(falls_on=F(column)).select_related("organisation")
    for row in found.only(*TOLD, *NAMED).order_by("falls_on", "pk")[: asked.most]:
        day = row.falls_on
        yield Lasting(
            sort, f"{row.number}-{key}", row.title, day, day, row=row, said=about, reasons=why
        )
