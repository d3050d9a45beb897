"""What a morning calls for: who is reminded of what, and by which mail.

The clock carries it out (``schedule``) and the forecast foretells it (``forecast``), both from the
functions here: what is said to come is what comes. They read, and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from engagements import turns
from engagements.asked_once import remembered
from engagements.calendar import add_working_days, opens
from engagements.models import (
    Consultation,
    Detail,
    Engagement,
    Role,
    User,
    concerning,
)
from engagements.permissions import UNDECIDED, reach_of, visible_to
from engagements.vocabulary import Status
from governance import announcing, notices, reminders, talk
from governance.models import HowOften, Sort, Todo, ViewWatch, Way
from governance.notices import Told


@dataclass(frozen=True)
class Call:
    """A reminder that a day calls for, once under its rule and period.

    told: who is told how, asked for when it is carried out. sort: None for what is always mailed.
    day: the last day that it follows from. gathered: a person's own are one mail a week, and none
    on the day of the digest, which tells the same. about: what else its notice is about. event:
    what the matter's history says, with ``said``. prepare: what is written before it is mailed;
    returns more of the promise.
    """

    rule: str
    period: str
    engagement: Engagement
    people: Sequence[User]
    told: Callable[[], list[Told]]
    once: str
    topic: str
    day: date | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    sort: Sort | None = None
    code: str = ""
    stage: str = ""
    gathered: bool = False
    event: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    prepare: Callable[..., dict[str, Any]] | None = None


@dataclass(frozen=True)
class Letter:
    """A mail that a call comes to: to whom, of which topic, once under its key."""

    told: Told
    topic: str
    once: str
    payload: Mapping[str, Any]


@dataclass(frozen=True)
class Look:
    """A day that is looked at.

    whose: only what can concern this person, for whom nobody else's is looked through. also: what
    the days before the day will have opened for follow-up, as it will be then. last: the last of
    the days that are looked at after each other, of which this is one.
    """

    on: date
    whose: User | None = None
    also: Sequence[Engagement] = ()
    last: date | None = None

    @property
    def until(self) -> date:
        """The last day that ``rows`` are to be enough for."""
        return self.last or self.on

    def rows(self, name: str, find: Callable[[], Iterable[Row]]) -> list[Row]:
        """Return the rows that ``find`` gives for this day and all until the last.

        They are looked for once, and anew on a day when the person reaches otherwise. What comes
        of each on the day itself the caller says.
        """
        reach = reach_of(self.whose, on=self.on) if self.whose else None
        return remembered((name, self.whose, reach), lambda: list(find()))


Row = TypeVar("Row")
Finder = Callable[[Look], Iterator[Call]]
FINDERS: list[Finder] = []


def register(finder: Finder) -> None:
    """Add what an app above calls for."""
    if finder not in FINDERS:
        FINDERS.append(finder)


def week_of(day: date) -> str:
    """Return a day's ISO week, as a period: "2026-W48"."""
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02d}"


def seen_by(rows: QuerySet[Engagement], whose: User | None, *, on: date) -> QuerySet[Engagement]:
    """Return the rows that can concern a person: they see them, or it is about them."""
    if whose is None:
        return rows
    seen = rows.filter(pk__in=visible_to(whose, on=on).values("pk"))
    return seen | rows.filter(concerning(whose))


def always(people: Sequence[User], engagement: Engagement, *, on: date) -> Callable[[], list[Told]]:
    """Return who is told of what nobody turns off, and who stands in for them."""
    may = notices.reads(engagement, on=on)
    return lambda: notices.audience(people, None, on=on, may=may)


def later(find: Callable[[], Iterable[User]]) -> Any:
    """Return the people whom ``find`` gives, looked for when asked: most are reminded already."""
    return SimpleLazyObject(lambda: list(find()))


def each(find: Callable[[], Mapping[int, Sequence[User]]]) -> Callable[[int], Any]:
    """Return what gives each thing's people by its key, all looked for when first asked."""
    found = SimpleLazyObject(find)
    return lambda key: later(lambda: found[key])


def over(look: Look) -> list[Engagement]:
    """Return what is approved and has taken place by a day."""
    found = look.rows("over", lambda: _over(look))
    return [row for row in found if row.until < look.on]  # type: ignore[attr-defined]


def _over(look: Look) -> QuerySet[Engagement]:
    approved = Engagement.objects.filter(status=str(Status.APPROVED)).select_related("organisation")
    lasting = [str(model.kind) for model in Detail.__subclasses__() if model.lasts]
    ended = approved.exclude(kind__in=lasting, ends_on=None)
    past = ended.annotate(until=Coalesce("ends_on", "starts_on")).filter(until__lt=look.until)
    return seen_by(past, look.whose, on=look.on)


def late(look: Look) -> Iterator[Call]:
    """Return what lies late with somebody, once a week each."""
    on = look.on
    rows = [*look.rows("late", lambda: _late(look)), *look.also]
    found = [row for row in rows if row.due and row.due < on]
    held = each(partial(turns.holders_in, found, on=on))
    for engagement in found:
        yield Call(
            "late",
            f"{week_of(on)}-{engagement.pk}",
            engagement,
            held(engagement.pk),
            lambda row=engagement: announcing.turn(row, Sort.REMINDER, on=on),  # type: ignore[misc]
            once=f"late:{week_of(on)}:{engagement.pk}",
            topic="mail.reminder",
            day=engagement.due,
            sort=Sort.REMINDER,
            code="late",
            gathered=True,
            event="reminded",
        )


def _late(look: Look) -> QuerySet[Engagement]:
    rows: QuerySet[Engagement] = Engagement.objects.with_ball().exclude(ball="")
    rows = rows.filter(due__lt=look.until).exclude(status=str(Status.DRAFT))
    if look.whose:
        rows = rows.filter(turns.lies_with(look.whose, reach_of(look.whose, on=look.on)))
    return rows


def unanswered(look: Look) -> Iterator[Call]:
    """Return the questions to an organisation that are answered late, once a week each."""
    on = look.on
    rows = look.rows("unanswered", lambda: _unanswered(look))
    found = [row for row in rows if row.due < on]
    people = each(partial(turns.answerers_in, found, on=on))
    for asked in found:
        yield Call(
            "late_answer",
            f"{week_of(on)}-{asked.pk}",
            asked.engagement,
            people(asked.pk),
            lambda row=asked: announcing.answering(row, Sort.REMINDER, on=on),  # type: ignore[misc]
            once=f"late_answer:{week_of(on)}:{asked.engagement_id}",
            topic="mail.reminder",
            day=asked.due,
            sort=Sort.REMINDER,
            code="late_answer",
            gathered=True,
        )


def _unanswered(look: Look) -> QuerySet[Consultation]:
    rows = Consultation.objects.filter(answered_at=None, due__lt=look.until)
    rows = rows.filter(engagement__status__in=[str(status) for status in UNDECIDED])
    if look.whose:
        rows = rows.filter(organisation__in=reach_of(look.whose, on=look.on).owns)
    return rows.select_related("engagement")


def follow_ups(look: Look) -> Iterator[Call]:
    """Return the follow-ups that have not come, once a stage each."""
    on, whose = look.on, look.whose
    before = reminders.days_before(on=on)
    waiting = look.rows("follow_ups", lambda: seen_by(reminders.waiting(), whose, on=on))
    found = [*waiting, *look.also]
    staged = [(row, reminders.stage(row.due, on=on, before=before)) for row in found]
    reminded = [(row, stage) for row, stage in staged if stage]
    reached = each(partial(reminders.people, reminded, on=on))
    for engagement, stage in reminded:
        people = reached(engagement.pk)
        # Each week after the day is a reminder of its own.
        week = f"-{week_of(on)}" if stage == reminders.AFTER else ""
        key = f"{engagement.pk}-{engagement.due}-{stage}{week}"
        may = notices.reads(engagement, on=on)
        yield Call(
            "follow_up",
            key,
            engagement,
            people,
            lambda told=people, may=may: notices.audience(told, Sort.REMINDER, on=on, may=may),  # type: ignore[misc]
            once=f"follow_up:{key}",
            topic="mail.follow_up",
            day=engagement.due,
            payload={"engagement_id": engagement.pk, "stage": stage},
            sort=Sort.REMINDER,
            code="follow_up",
            stage=stage,
            event="report_reminded",
        )


def todos(look: Look) -> Iterator[Call]:
    """Return the tasks whose last day has come, once each; on the working day before a holiday."""
    last = _last_of(look.on)
    for row in look.rows("todos", lambda: _todos(look)):
        due = row.due_on is not None and row.due_on <= last
        if due and timezone.localdate(row.at) < look.on and announcing.waits(row, on=look.on):
            yield Call(
                "todo",
                str(row.pk),
                row.engagement,
                [row.owner],
                partial(announcing.todo_told, row, on=look.on),
                once=f"todo_due:{row.pk}",
                topic="mail.notice",
                day=row.due_on,
                sort=Sort.MENTION,
                code="todo_due",
                about={"todo": row, "by": row.by, "internal": row.internal},
            )


def _last_of(on: date) -> date:
    """Return the last day that is told of on a working day: the one before the next."""
    return add_working_days(on, 1) - timedelta(days=1)


def _todos(look: Look) -> QuerySet[Todo]:
    rows = talk.due_by(_last_of(look.until), made_before=look.until)
    if look.whose:
        away = reach_of(look.whose, on=look.on).stands_for
        rows = rows.filter(owner__in=[look.whose.pk, *away])
    return rows


def letters(call: Call, told: Sequence[Told], *, on: date) -> list[Letter]:
    """Return the mails that a call comes to on a day, of those who are told."""
    loud = [one for one in told if one.way == Way.MAIL]
    if not call.gathered:
        return [
            Letter(one, call.topic, f"{call.once}:{one.person.pk}", call.payload) for one in loud
        ]
    found = []
    for one in loud:
        if one.alone:
            found.append(Letter(one, "mail.notice", f"alone:{call.once}:{one.person.pk}", {}))
        elif not (on == opens(on) and wanting_digest([one.person], on=on)):
            found.append(gathered("reminder", one, on=on))
    return found


def gathered(name: str, told: Told, *, on: date) -> Letter:
    """Return a mail that says all there is of a sort, once a week: a reminder, or the digest."""
    once = f"{name}:{week_of(on)}:{told.person.pk}"
    return Letter(told, f"mail.{name}", once, {"on": on.isoformat()})


def wanting_digest(people: Sequence[User], *, on: date) -> list[User]:
    """Return those who want Monday's mail."""
    chosen = notices.ways(people, on=on)
    return [person for person in people if chosen[person.pk][Sort.DIGEST] == Way.MAIL]


def digests(*, on: date, whose: User | None = None) -> list[Letter]:
    """Return the digests of a day, to everybody with a role who wants one; on its day alone.

    whose: this person's alone.
    """
    if on != opens(on):
        return []
    people = User.objects.filter(pk__in=Role.objects.on(on).values("user"), is_active=True)
    if whose:
        people = people.filter(pk=whose.pk)
    wanting = wanting_digest(list(people.order_by("pk")), on=on)
    return [gathered("digest", Told(person, Way.MAIL), on=on) for person in wanting]


def watches(*, on: date) -> QuerySet[ViewWatch]:
    """Return the watched views that are looked through on a day; some are on the digest's alone."""
    wanted = ViewWatch.objects.filter(person__is_active=True)
    if on != opens(on):
        wanted = wanted.filter(often=HowOften.DAY)
    return wanted.order_by("pk")


def watch_key(key: int, *, on: date) -> str:
    """Return the key under which a watched view is looked through once a day."""
    return f"view:{key}:{on.isoformat()}"


FINDERS += [late, unanswered, follow_ups, todos]
