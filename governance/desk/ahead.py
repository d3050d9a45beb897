"""What is coming: visits and trips, the Committee's meetings, reviews, soonest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from engagements import querysets
from engagements.conditions import of
from engagements.models import User
from engagements.permissions import reach_of
from engagements.templatetags.utblick import distance
from governance import almanac, committee
from governance.almanac import Asked, Sort, days

SHOWN = 6
AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class Coming:
    """Something that is coming. when: how far away it is, in words."""

    first: date
    title: str
    about: str
    address: str
    when: str


def coming(user: User, *, role: str = "", on: date) -> list[Coming]:
    """Return what is coming for a person in a role, or in all."""
    rows = querysets.with_lists(querysets.coming(user, on=on, role=role))[:SHOWN]
    found = [
        _told(row.starts_on, row.title, str(row.organisation), row.get_absolute_url(), on=on)
        for row in rows
        if row.starts_on
    ]
    reach = reach_of(user, on=on, role=role)
    asked = Asked(user, on, on + AHEAD, on, of(reach.owns), Sort.REVIEWS, SHOWN)
    if reach.wide & committee.INSIDE:
        found += [_of(entry, on) for entry in days.meetings(asked)]
    if reach.owns:
        found += [_of(entry, on) for entry in almanac.entries(asked)]
    return sorted(found, key=lambda one: (one.first, one.title))[:SHOWN]


def _of(entry: almanac.Entry, on: date) -> Coming:
    return _told(entry.first, entry.title, entry.about, entry.address, on=on)


def _told(first: date, title: str, about: str, address: str, *, on: date) -> Coming:
    return Coming(first, title, about, address, distance((first - on).days))
