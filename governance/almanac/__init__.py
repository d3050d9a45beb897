"""What stands in the calendar: the days of what its reader may see, from every source.

A source gives the days of one sort in a period, in one query. What only an app above knows, as
which memberships are reviewed when, the app adds with ``register``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Protocol

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement, Organisation, User
from engagements.permissions import reach_of, read_too
from engagements.turns import lies_with

# Nobody reads further in a month; whoever holds more chooses a sort or an organisation.
MOST = 400


class Sort(models.TextChoices):
    """What stands in the calendar, by what the address calls it."""

    VISITS = "besok", _("Besök")
    TRIPS = "resor", _("Resor")
    RECEPTIONS = "mottagningar", _("Mottagningar")
    MEETINGS = "moten", _("Sammanträden")
    REVIEWS = "omprovningar", _("Omprövningar och slut")
    DEADLINES = "tidsgranser", _("Tidsgränser")


@dataclass(frozen=True)
class Entry:
    """One thing in the calendar. key: the same in every feed, and nobody else's.

    last: its last day, the first where it is one. What only who draws it reads is a property, and
    put together there: a page draws few of those that it finds.
    """

    sort: Sort
    key: str
    title: str
    first: date
    last: date
    starts_at: datetime | None = None

    @property
    def address(self) -> str:
        """The page that it is about."""
        return ""

    @property
    def about(self) -> str:
        """What stands beside its title."""
        return ""

    @property
    def place(self) -> str:
        """Where it takes place."""
        return ""

    @property
    def ics(self) -> str:
        """Where it is fetched alone."""
        return ""

    @property
    def changed_at(self) -> datetime | None:
        """When what it tells was changed last."""
        return None

    @property
    def why(self) -> tuple[str, ...]:
        """Why it is that day, a sentence each."""
        return ()


@dataclass(frozen=True)
class Asked:
    """What a calendar is asked for: whose, which days, of which matters.

    which: the condition of a matter that it is one of them. most: of a source.
    """

    user: User
    first: date
    last: date
    on: date
    which: Q
    sort: str = ""
    most: int = MOST

    @cached_property
    def matters(self) -> QuerySet[Engagement]:
        """The matters that are asked of."""
        return Engagement.objects.filter(self.which)

    def wants(self, sort: Sort) -> bool:
        """Whether a sort is asked for."""
        return self.sort in ("", sort)


class Source(Protocol):
    """How the days of some sorts are found."""

    def __call__(self, asked: Asked) -> Iterable[Entry]: ...


SOURCES: list[tuple[frozenset[Sort], Source]] = []


def register(source: Source, *sorts: Sort) -> None:
    """Say where days come from; called from an app's ``ready``."""
    SOURCES.append((frozenset(sorts), source))


def which(
    user: User, *, on: date, mine: bool = False, organisation: Organisation | None = None
) -> Q:
    """Return the condition of the matters whose days a calendar shows: ``user`` may read them.

    mine: only those of one's own organisations, and those that lie with oneself.
    """
    found = Q(read_too(user, on=on))
    if mine:
        reach = reach_of(user, on=on)
        touched = Q(organisation__in=reach.hosts)
        found &= reach.own | touched | (lies_with(user, reach) & ~Q(ball=""))
    return found & Q(organisation=organisation) if organisation else found


def entries(asked: Asked) -> list[Entry]:
    """Return everything that is asked for, by day: a query a source, however many there are."""
    found = [
        entry
        for sorts, source in SOURCES
        if any(asked.wants(sort) for sort in sorts)
        for entry in source(asked)
    ]
    return sorted(found, key=_place)


def is_cut(found: Iterable[Entry], *, most: int = MOST) -> bool:
    """Whether some sort may hold more than was read, of which the last days are left out."""
    return any(number >= most for number in Counter(entry.sort for entry in found).values())


def _place(entry: Entry) -> tuple[date, bool, str, str, str]:
    # What has an hour comes before what has none, and each in its order.
    hour = entry.starts_at.isoformat() if entry.starts_at else ""
    return (entry.first, not hour, hour, entry.title, entry.key)
