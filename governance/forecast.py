"""Which mails the clock will send in the coming days, to whom and why, if nothing changes.

What a day calls for comes from the functions by which the clock sends (``calls``); here is added
only what has been sent already, and what the days before will have done. Nothing is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from engagements.asked_once import asked_once
from engagements.calendar import is_working_day
from engagements.models import Away, Engagement, OutboxMessage, User
from engagements.vocabulary import Body, Status
from governance import announcing, calls, notices, notifications, saved, week
from governance.actions import following_up
from governance.calls import Call, Letter, Look
from governance.models import NoticeChoice, PeriodicRun, Sort

DAYS = 7


@dataclass(frozen=True)
class Reason:
    """A matter that a mail is about, and the last day that it follows from."""

    rule: str
    name: str
    address: str
    day: date | None
    stage: str = ""


@dataclass
class Coming:
    """A mail that will go out on a day. person: None for the addresses of the settings.

    way: the sort whose choice makes it a mail; None for what is always mailed. chosen: whether
    the person has chosen so, or it is usual for their roles.
    """

    on: date
    rule: str
    person: User | None
    sort: Sort | None = None
    away: Away | None = None
    chosen: bool = False
    reasons: list[Reason] = field(default_factory=list)

    @property
    def key(self) -> tuple[date, str, int | None]:
        """What tells one mail from another in counts."""
        return self.on, self.rule, self.person.pk if self.person else None


def coming(*, on: date, days: int = DAYS, whose: User | None = None) -> list[Coming]:
    """Return the mails of a day and the days after it; of one person, or of the whole city."""
    with asked_once():
        return _Foretelling(whose).tell([on + timedelta(days=n) for n in range(days)])


def counts(rows: Iterable[Coming]) -> Counter[tuple[date, str]]:
    """Return how many mails of each rule go out each day."""
    return Counter((row.on, row.rule) for row in rows)


class _Foretelling:
    """One look ahead, day by day: what has been called for is not called for again."""

    def __init__(self, whose: User | None) -> None:
        self.whose = whose
        self.last: date | None = None
        self.called: set[tuple[str, str]] = set()
        self.promised: dict[str, Coming] = {}
        self.opened: list[Engagement] = []
        self.held: set[int] = set()
        self.told: set[int] = set()
        self.found: list[Coming] = []

    def tell(self, days: Sequence[date]) -> list[Coming]:
        self.last = max(days, default=None)
        for day in days:
            self._anchor(day)
            self._open(day)
            if is_working_day(day):
                self._call(day)
                self._views(day)
                self._digest(day)
        chosen = set(_chosen([row.person for row in self.found if row.person]))
        for row in self.found:
            row.chosen = bool(row.person and row.sort and (row.person.pk, row.sort) in chosen)
        return self.found

    def _look(self, day: date) -> Look:
        return Look(day, self.whose, tuple(self.opened), self.last)

    def _mine(self, person: User) -> bool:
        return self.whose is None or person.pk == self.whose.pk

    def _anchor(self, day: date) -> None:
        if PeriodicRun.objects.filter(job="anchor", period=day.isoformat()).exists():
            return
        keepers: list[User | None] = list(notifications.registrars(on=day))
        if settings.ANCHOR_RECIPIENTS and self.whose is None:
            keepers.append(None)
        self.found += [
            Coming(day, "anchor", one) for one in keepers if one is None or self._mine(one)
        ]

    def _open(self, day: date) -> None:
        """What has taken place is followed up from the day after, and whoever does it is told."""
        known = {row.pk for row in self.opened}
        for row in calls.over(self._look(day)):
            if row.pk in known:
                continue
            opened = as_opened(row, on=day)
            self.opened.append(opened)
            told = announcing.turn(opened, Sort.BALL, on=day)
            self.held |= {one.person.pk for one in told}
            call = Call("over", str(row.pk), opened, [], list, "", "mail.ball", row.last_day)
            for letter in calls.letters(call, told, on=day):
                self._add(day, call, letter, Sort.BALL)

    def _call(self, day: date) -> None:
        look = self._look(day)
        for call in self._new([call for find in calls.FINDERS for call in find(look)]):
            for letter in calls.letters(call, call.told(), on=day):
                self._add(day, call, letter, call.sort)

    def _new(self, found: Sequence[Call]) -> Iterator[Call]:
        """Give what nobody has been reminded of, and that is not foretold for an earlier day."""
        periods = [call.period for call in found]
        runs = PeriodicRun.objects.filter(period__in=periods).values_list("job", "period")
        self.called |= set(runs)
        for call in found:
            if (call.rule, call.period) not in self.called and call.people:
                self.called.add((call.rule, call.period))
                yield call

    def _add(self, day: date, call: Call, letter: Letter, sort: Sort | None) -> None:
        told = letter.told
        if not self._mine(told.person):
            return
        reason = _reason(call, self.whose, on=day)
        if before := self.promised.get(letter.once):
            if before.on == day:
                before.reasons.append(reason)
            return
        if call.gathered and OutboxMessage.objects.filter(once=letter.once).exists():
            return
        rule = "late" if call.gathered else call.rule
        row = Coming(day, rule, told.person, sort, told.away, reasons=[reason])
        self.promised[letter.once] = row
        self.found.append(row)

    def _views(self, day: date) -> None:
        """A watched view is told of when there is something new in it, and then not again."""
        watched = calls.watches(on=day).exclude(pk__in=self.told)
        if self.whose:
            watched = watched.filter(person=self.whose)
        for watch in watched.select_related("person", "view__by"):
            looked = OutboxMessage.objects.filter(once=calls.watch_key(watch.pk, on=day))
            if looked.exists() or not saved.unseen(watch, on=day).exists():
                continue
            self.told.add(watch.pk)
            reason = Reason("view", watch.view.name, watch.view.get_absolute_url(), day)
            self.found.append(Coming(day, "view", watch.person, reasons=[reason]))

    def _digest(self, day: date) -> None:
        if PeriodicRun.objects.filter(job="digest", period=calls.week_of(day)).exists():
            return
        for letter in calls.digests(on=day, whose=self.whose):
            person = letter.told.person
            if person.pk in self.held or week.says_anything(person, on=day):
                self.found.append(Coming(day, "digest", person, Sort.DIGEST))


def as_opened(row: Engagement, *, on: date) -> Engagement:
    """Return a matter as it will be when its follow-up is opened on a day; nothing is written."""
    opened = copy(row)
    opened.status, opened.ball = str(Status.FOLLOW_UP), str(Body.CONTACT_PERSON)
    opened.ball_organisation, opened.ball_person = opened.organisation, None
    opened.due = following_up.due_of(
        opened, at=timezone.make_aware(datetime.combine(on, time(8)))
    ).day
    return opened


def _reason(call: Call, whose: User | None, *, on: date) -> Reason:
    """Return what a mail is about; the address only for who can open it."""
    row = call.engagement
    stage = call.stage if call.rule == "follow_up" else ""
    opens = whose and notices.reads(row, on=on)(whose)
    address = row.get_absolute_url() if opens else ""
    return Reason(call.rule, notices.name_of(row), address, call.day, stage)


def _chosen(people: Sequence[User]) -> list[tuple[int, Sort]]:
    rows = NoticeChoice.objects.filter(person__in=people)
    return [(row.person_id, Sort(row.sort)) for row in rows]
