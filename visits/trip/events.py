"""Events: how they are found, found alike, added and merged."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db import transaction
from django.db.models import Count, F, Func, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import gettext as _

from engagements import places
from engagements.models import Engagement, User
from engagements.models.searching import Folded
from engagements.timeline import record
from visits.trip.models import Conference, Trip

YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
IN_DATABASE = r"\m(19|20)[0-9]{2}\M"
SHOWN = 8
MOST_WORDS = 6
# How like a word of an event a word that is looked for must be: "smrt" finds "smart".
LIKE = 0.35
# From here on two names are so alike that somebody should look before a second one is added.
SAME = 0.5
TAKEN_OVER = (
    "held",
    "organiser",
    "country",
    "city",
    "opens_on",
    "closes_on",
    "programme",
    "link",
    "register_by",
    "abstract_by",
)


def offered() -> QuerySet[Conference]:
    """Return the events that can be chosen: those that are not merged into another."""
    return Conference.objects.filter(merged_into=None)


def found(text: str) -> list[Conference]:
    """Return the events that a name, a city or a year suggests, those most like it first."""
    years = {int(year) for year in YEAR.findall(text)}
    words = YEAR.sub(" ", text).split()[:MOST_WORDS]
    rows = offered().annotate(requests=Count("trips"))
    if years:
        named = [Q(name__contains=str(year)) for year in years]
        rows = rows.filter(Q(opens_on__year__in=years) | Q(opens_on=None) | _any(named))
    alike = Value(0.0)
    for word in words:
        likeness = TrigramWordSimilarity(Folded(Value(word)), "found_by")  # type: ignore[arg-type]
        rows = rows.filter(GreaterThanOrEqual(likeness, Value(LIKE)))
        alike = alike + likeness  # type: ignore[assignment]
    if not words and not years:
        return []
    order = F("opens_on").desc(nulls_last=True)
    return list(rows.alias(alike=alike).order_by("-alike", order, "-pk")[:SHOWN])


def _any(conditions: list[Q]) -> Q:
    either = Q()
    for condition in conditions:
        either |= condition
    return either


def alike(name: str, *, opens_on: date | None = None) -> list[Conference]:
    """Return events with much the same name, in the same year where both years are known."""
    rows = _named_as(name)
    if opens_on:
        rows = rows.filter(Q(opens_on=None) | Q(opens_on__year=opens_on.year))
    return list(
        rows.annotate(requests=Count("trips")).order_by(F("likeness").desc(), "-pk")[:SHOWN]
    )


def editions_of(event: Conference) -> QuerySet[Conference]:
    """Return an event and those of much the same name in other years."""
    return _named_as(event.name)


def _named_as(name: str) -> QuerySet[Conference]:
    """Return events by name alone: its year says which edition, not which event."""
    bare = Func(
        Folded(F("name")), Value(IN_DATABASE), Value(""), Value("g"), function="regexp_replace"
    )
    asked = Folded(Value(" ".join(YEAR.sub(" ", name).split()) or name))
    likeness = TrigramSimilarity(Cast(bare, TextField()), asked)  # type: ignore[arg-type]
    return offered().annotate(likeness=likeness).filter(likeness__gte=SAME)


@transaction.atomic
def add(answers: Mapping[str, Any], *, by: User, at: datetime) -> Conference:
    """Add an event."""
    event = Conference(**answers, added_by=by, added_at=at)
    save(event, by=by, at=at)
    return event


def save(event: Conference, *, by: User, at: datetime | None = None, why: str = "") -> None:
    """Write an event with its history."""
    event._history_user = by  # type: ignore[attr-defined]
    if at:
        event._history_date = at  # type: ignore[attr-defined]
    event._change_reason = why[:100] or None  # type: ignore[attr-defined]
    event.save()


@transaction.atomic
def correct(event: Conference, answers: Mapping[str, Any], *, by: User, at: datetime) -> None:
    """Write what an administrator says of an event, for all the requests that point at it."""
    row = Conference.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if all(getattr(row, name) == value for name, value in answers.items()):
        return
    for name, value in answers.items():
        setattr(row, name, value)
    save(row, by=by, at=at)
    for trip in row.trips.select_related("engagement"):
        trip.conference = row
        _found_anew(trip, by=by, at=at)


def _found_anew(trip: Trip, *, by: User, at: datetime) -> None:
    """Let a trip be found by what its event says now, and its ties follow."""
    Engagement.objects.filter(pk=trip.pk).update(search_words=trip.found_by)
    places.follow(trip.engagement, trip, by=by, at=at)
    if trip.engagement.submitted_at:
        places.settle(trip.engagement, by=by, at=at)


def pairs() -> list[tuple[Conference, Conference]]:
    """Return events of the same day and city, so that somebody should look at them.

    The newer one comes first: it is the one that was added once more.
    """
    same = offered().filter(
        opens_on=OuterRef("opens_on"), city__iexact=OuterRef("city"), pk__lt=OuterRef("pk")
    )
    twin = Subquery(same.order_by("pk").values("pk")[:1])
    rows = offered().exclude(city="").annotate(twin=twin).filter(twin__isnull=False)
    again = list(rows.order_by("-pk")[:SHOWN])
    first = Conference.objects.in_bulk([event.twin for event in again])
    return [(event, first[event.twin]) for event in again]


def is_shared(event: Conference, engagement: Engagement) -> bool:
    """Whether another request rests on the event, so that nobody changes it from their own."""
    return event.trips.exclude(pk=engagement.pk).exists()


class NotMergeable(Exception):
    """Two events that can't become one."""


@transaction.atomic
def merge(event: Conference, *, into: Conference, by: User, at: datetime) -> int:
    """Let one event be another: its requests move, and it is kept as a trace.

    What the other lacks is taken over from it. Returns how many requests moved.
    Raises NotMergeable.
    """
    rows = Conference.objects.select_for_update(of=("self",)).order_by("pk")
    held = {row.pk: row for row in rows.filter(pk__in=[event.pk, into.pk])}
    if event.pk == into.pk or any(row.merged_into_id for row in held.values()):
        raise NotMergeable(_("Välj två olika evenemang som båda finns kvar."))
    one, other = held[event.pk], held[into.pk]
    trips = Trip.objects.select_for_update(of=("self",)).filter(conference=one).order_by("pk")
    moved = [_move(trip, other, away_from=one, by=by, at=at) for trip in trips]
    for name in TAKEN_OVER:
        setattr(other, name, getattr(other, name) or getattr(one, name))
    if other.closes_on and other.opens_on and other.closes_on < other.opens_on:
        other.closes_on = None
    one.merged_into = other
    save(other, by=by, at=at, why=str(_("slogs ihop med %(event)s") % {"event": one}))
    save(one, by=by, at=at, why=str(_("slogs ihop med %(event)s") % {"event": other}))
    return len(moved)


def _move(trip: Trip, event: Conference, *, away_from: Conference, by: User, at: datetime) -> Trip:
    trip.conference = event
    trip._history_user, trip._history_date = by, at  # type: ignore[attr-defined]
    trip._change_reason = str(away_from)[:100]  # type: ignore[attr-defined]
    trip.save()
    _found_anew(trip, by=by, at=at)
    record(trip.engagement, "event_merged", by=by, at=at, event=str(away_from), into=str(event))
    return trip
