"""A calendar as a file that other programs read (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from engagements.models import Engagement
from governance.almanac import Asked, Entry, Sort
from governance.templatetags.calendar import sort_word

MEDIA_TYPE = "text/calendar; charset=utf-8"
REFRESH = "PT6H"
# What a person does not sit in for a day.
NOT_BUSY = (Sort.DEADLINES, Sort.REVIEWS)


def calendar(entries: Iterable[Entry], *, name: str, at: datetime) -> bytes:
    """Return a calendar's entries as a file. at: the time of those that tell none of their own."""
    found = Calendar()
    found.add("prodid", "-//Stockholms stad//Utblick//SV")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    found.add("x-published-ttl", REFRESH)
    for entry in entries:
        found.add_component(_event(entry, at=at))
    return bytes(found.to_ical())


def _event(entry: Entry, *, at: datetime) -> Event:
    base = settings.PUBLIC_BASE_URL.rstrip("/")
    event = Event()
    event.add("uid", f"{entry.key}@{urlsplit(base).hostname}")
    event.add("dtstamp", (entry.changed_at or at).astimezone(UTC).replace(microsecond=0))
    if entry.starts_at:
        event.add("dtstart", entry.starts_at.astimezone(UTC))
    else:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", f"{sort_word(entry.sort)}: {entry.title}")
    event.add("description", f"{entry.about}\n{base}{entry.address}")
    event.add("url", f"{base}{entry.address}")
    event.add("categories", [sort_word(entry.sort)])
    event.add("transp", "TRANSPARENT" if entry.sort in NOT_BUSY else "OPAQUE")
    if entry.place:
        event.add("location", entry.place)
    return event


@dataclass(frozen=True, kw_only=True)
class Veiled(Entry):
    """A day of a secret matter, of which nothing but the number leaves Utblick."""

    behind: Entry

    @property
    def address(self) -> str:
        """The matter's page, which its number leads to."""
        return self.behind.address

    @property
    def about(self) -> str:
        """That more is not told."""
        return _("Sekretess prövas")

    @property
    def changed_at(self) -> datetime | None:
        """When what lies behind was changed last."""
        return self.behind.changed_at


def veiled(entry: Entry, matter: Engagement) -> Entry:
    """Return an entry as it may leave Utblick: of what is secret, nothing but the number."""
    if not matter.secret:
        return entry
    return Veiled(entry.sort, entry.key, matter.number, entry.first, entry.last, behind=entry)


def in_the_open(asked: Asked) -> Asked:
    """Return what may be read outside Utblick, where no one signs in: nothing that is secret."""
    return replace(asked, which=asked.which & Q(secret=False))
