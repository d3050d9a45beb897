"""What Monday's mail tells a person: what waits, is late, is theirs to do, comes, and is new."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from engagements import querysets
from engagements.asked_once import remembered
from engagements.calendar import opens
from engagements.models import Away, Engagement, User
from engagements.permissions import reach_of
from engagements.standing_in import absent
from engagements.templatetags.utblick import NBSP, weekday
from engagements.turns import held_by
from governance import talk
from governance.committee import called_to
from governance.models import Meeting, MeetingState, Notice, Sort, Todo, Way
from governance.notices import (
    LET_GO,
    asked_lines,
    gone,
    instead_of,
    lines,
    name_of,
    told,
    told_to,
    ways,
)

ONE_WEEK = timedelta(days=7)
# What a notice's line is made of.
ABOUT = ("engagement", "meeting", "bulletin", "material", "by", "todo", "away__person")


@dataclass(frozen=True)
class Week:
    """What Monday's mail tells a person, each part as lines of a mail."""

    late: list[dict[str, str]] = field(default_factory=list)
    waiting: list[dict[str, str]] = field(default_factory=list)
    todos: list[dict[str, str]] = field(default_factory=list)
    coming: list[dict[str, str]] = field(default_factory=list)
    news: list[dict[str, str]] = field(default_factory=list)

    @property
    def held(self) -> int:
        """How many engagements lie with the person."""
        return len(self.late) + len(self.waiting)


def week_of(person: User, *, on: date) -> Week:
    """Return what waits for a person, is late, is theirs to do, comes this week, and is new."""
    held = list(held_by(person, on=on))
    asked = list(querysets.asked_of(person, on=on).select_related("engagement"))
    late_ones = [row for row in asked if row.due < on]
    open_ones = [row for row in asked if row.due >= on]
    away = gone(held, person, on=on)
    last, coming = _last(on), _near(person, on=on)
    with translation.override(person.language):
        return Week(
            late=asked_lines(late_ones, person.language)
            + lines([row for row in held if row.due and row.due < on], person.language, away),
            waiting=asked_lines(open_ones, person.language)
            + lines([row for row in held if not row.due or row.due >= on], person.language, away),
            todos=_todos(person, on=on),
            coming=[_coming(row) for row in coming.exclude(pk__in=[row.pk for row in held])]
            + [_meets(row) for row in _meetings(person, on, last)],
            news=told(_news(person, on=on), person.language),
        )


def says_anything(person: User, *, on: date) -> bool:
    """Whether ``week_of`` tells a person anything; asks no further than it must."""
    return (
        held_by(person, on=on).exists()
        or querysets.asked_of(person, on=on).exists()
        or talk.waits_for(person, on=on, instead=True).exists()
        or _near(person, on=on).exists()
        or bool(_meetings(person, on, _last(on)))
        or bool(_news(person, on=on))
    )


def _last(on: date) -> date:
    """Return the last day of a day's week."""
    return on + timedelta(days=6 - on.weekday())


def _near(person: User, *, on: date) -> QuerySet[Engagement]:
    """Return what a person's organisations begin until the end of the week."""
    owns = reach_of(person, on=on).owns
    rows = querysets.coming(person, on=on)
    return rows.filter(organisation__in=owns, starts_on__lte=_last(on))


def _todos(person: User, *, on: date) -> list[dict[str, str]]:
    """Return a person's tasks, and theirs for whom they stand in, as a mail lists them."""
    rows = list(talk.waits_for(person, on=on, instead=True))
    others = {row.owner_id for row in rows} - {person.pk}
    away = {key: row.away for key, row in absent(others, on=on).items()} if others else {}
    return [_todo(row, on, away.get(row.owner_id)) for row in rows]


def _todo(row: Todo, on: date, away: Away | None) -> dict[str, str]:
    """Return a task as a mail lists it: where and by when; its words stay in Utblick."""
    said = _("Försenad uppgift: klar senast %(day)s") if row.due_on < on else _("Senast %(day)s")
    task = said % {"day": _plain(row.due_on)}
    if away:
        task = f"{task}, {instead_of(away)}"
    return {"name": name_of(row.engagement), "task": task, "path": row.get_absolute_url()}


def _coming(row: Engagement) -> dict[str, str]:
    return {"name": name_of(row), "task": _plain(row.starts_on), "path": row.get_absolute_url()}


def _meets(row: Meeting) -> dict[str, str]:
    name = _("internationella beredningen, %(place)s") % {"place": " ".join(row.place.split())}
    return {"name": name, "task": _plain(row.starts_at), "path": row.get_absolute_url()}


def _plain(when: date | datetime | None) -> str:
    return weekday(when).replace(NBSP, " ")


def _meetings(person: User, first: date, last: date) -> list[Meeting]:
    """Return the meetings of a week that a person is called to."""
    rows = Meeting.objects.filter(starts_at__date__range=(first, last))
    held = rows.filter(state__in=[MeetingState.PLANNED, MeetingState.CALLED]).order_by("starts_at")
    called = remembered(
        ("called", first, last), lambda: [(row, frozenset(called_to(row))) for row in held]
    )
    return [row for row, people in called if person in people]


def _news(person: User, *, on: date) -> list[Notice]:
    """Return what is unread since the last Monday's mail, of the sorts that are gathered there.

    What lies with the person, late or not, stands in the mail anyway; what has gone from them does
    not. What they are told for somebody who is away stands there too.
    """
    unread = told_to(person, on=on).filter(read_at=None, at__date__gte=opens(on - ONE_WEEK))
    rows = unread.exclude(Q(sort__in=[Sort.BALL, Sort.REMINDER]) & ~Q(code__in=LET_GO))
    found = list(rows.select_related(*ABOUT))
    chosen = ways([person], on=on)[person.pk] if found else {}
    return [row for row in found if row.away_id or chosen[Sort(row.sort)] == Way.DIGEST]
