"""What was learnt, as all in the city find it: the lesson, and who learnt it where. No person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import BadRequest
from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

from engagements.models import User
from engagements.permissions import visible_to
from engagements.vocabulary import Status
from governance.models import FollowUp

PAGE = 30


@dataclass(frozen=True)
class Lesson:
    """A follow-up. readable: whether its reader may open the matter that it is of."""

    told: FollowUp
    readable: bool


@dataclass(frozen=True)
class LessonPage:
    """A page of lessons, the newest first; ``after`` leads to the next."""

    rows: list[Lesson]
    after: str


def all_lessons() -> QuerySet[FollowUp]:
    """Return what all may read: what is secret, or was taken back, is nobody's lesson."""
    open_ones = FollowUp.objects.filter(engagement__secret=False)
    kept = open_ones.exclude(engagement__status=str(Status.WITHDRAWN))
    return kept.select_related("engagement__organisation").defer(
        "engagement__search", "engagement__search_alike", "engagement__search_words", "search"
    )


def found(
    *, q: str = "", kind: str = "", year: int | None = None, country: str = "", goal: str = ""
) -> QuerySet[FollowUp]:
    """Return the lessons that hold the words, of a kind, a year, a country and a goal."""
    rows = all_lessons()
    if q:
        rows = rows.filter(search=SearchQuery(q, config="swedish", search_type="websearch"))
    if kind:
        rows = rows.filter(engagement__kind=kind)
    if year:
        rows = rows.filter(engagement__starts_on__range=(date(year, 1, 1), date(year, 12, 31)))
    if country:
        rows = rows.filter(country=country)
    if goal:
        rows = rows.filter(engagement__goals__contains=[goal])
    return rows


def asked_for(asked: Mapping[str, Any]) -> QuerySet[FollowUp]:
    """Return the lessons that the list's filters ask for."""
    return found(
        q=asked["q"],
        kind=asked["typ"],
        year=asked["ar"],
        country=asked["land"],
        goal=asked["mal"],
    )


def shown_to(rows: Sequence[FollowUp], *, user: Any, on: date) -> list[Lesson]:
    """Return lessons, each with whether its reader may open the matter: one query."""
    keys = [row.pk for row in rows]
    open_to = set(visible_to(user, on=on).filter(pk__in=keys).values_list("pk", flat=True))
    return [Lesson(row, row.pk in open_to) for row in rows]


def page(rows: QuerySet[FollowUp], *, after: str, user: User, on: date) -> LessonPage:
    """Return the page that follows ``after`` ("" for the first). Raises BadRequest."""
    rows = rows.order_by("-at", "-engagement")
    if after:
        when, pk = _read(after)
        rows = rows.filter(Q(at__lt=when) | Q(at=when, engagement__lt=pk))
    read = list(rows[: PAGE + 1])
    shown = read[:PAGE]
    last = shown[-1] if len(read) > PAGE else None
    return LessonPage(
        shown_to(shown, user=user, on=on),
        f"{last.at.isoformat()}_{last.pk}" if last else "",
    )


def _read(cursor: str) -> tuple[datetime, int]:
    written, _sign, pk = cursor.rpartition("_")
    try:
        when = parse_datetime(written)
    except ValueError as error:
        raise BadRequest(cursor) from error
    if when is None or when.tzinfo is None or not pk.isdecimal() or len(pk) > 18:
        raise BadRequest(cursor)
    return when, int(pk)
