"""What a list of engagements is narrowed to: the filters of an address, the same for all who ask.

Floors above add what they know of engagements with ``register``; the list takes it from there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from engagements import gathering, querysets
from engagements.models import Engagement, Tie
from engagements.permissions import visible_to

Rows = QuerySet[Engagement]
NONE_GIVEN = "ingen"
YES = "ja"
# What the check left open, by what the address calls it.
CHECKED: dict[str, Q] = {
    "breach": Q(breaches__gt=0),
    "unanswered": Q(unanswered__gt=0),
    "judge": Q(judgements__gt=0),
    "note": Q(notes__gt=0),
    "clear": Q(breaches=0, unanswered=0, judgements=0),
}
MANY = {"inriktning": "directions", "mal": "goals", "agenda": "sdgs"}


@dataclass(frozen=True)
class Filter:
    """A filter of the list: its question, and how an answer narrows the rows."""

    field: Callable[[], forms.Field]
    narrow: Callable[[Rows, Any], Rows]


FILTERS: dict[str, Filter] = {}


def register(name: str, *, field: Callable[[], forms.Field], narrow: Callable[..., Rows]) -> None:
    """Add a filter to the list; called from the app's ``ready``. name: as addresses say it."""
    FILTERS[name] = Filter(field, narrow)


def in_period(rows: Rows, first: date | None, last: date | None) -> Rows:
    """Return the rows that belong to a period, both days in it; None leaves an end open.

    A matter belongs to the day it begins, and where it has none, to the day it was registered.
    """
    if first is None and last is None:
        return rows
    begins, registered = Q(starts_on__isnull=False), Q(starts_on=None)
    if first:
        begins &= Q(starts_on__gte=first)
        registered &= Q(created_at__gte=_midnight(first))
    if last:
        begins &= Q(starts_on__lte=last)
        registered &= Q(created_at__lt=_midnight(last + timedelta(days=1)))
    return rows.filter(begins | registered)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def narrowed(rows: Rows, asked: Mapping[str, Any]) -> Rows:
    """Return the rows that fulfil all that an address asks for; what it leaves out asks nothing."""
    same = {"typ": "kind", "status": "status", "verksamhet": "organisation"}
    for name, column in same.items():
        if asked.get(name):
            rows = rows.filter(**{column: asked[name]})
    rows = in_period(rows, asked.get("fran"), asked.get("till"))
    for name, column in MANY.items():
        for code in asked.get(name) or ():
            rows = _holding(rows, column, code)
    for code in asked.get("kontroll") or ():
        rows = rows.filter(CHECKED[code])
    if asked.get("inskickat"):
        rows = rows.filter(submitted_at__isnull=False)
    if asked.get("uppfoljt"):
        rows = rows.filter(followed_up_on__isnull=False)
    rows = _by_money(rows, asked)
    rows = _by_ties(rows, asked)
    for name, added in FILTERS.items():
        if asked.get(name):
            rows = added.narrow(rows, asked[name])
    return rows


def selected(user: Any, asked: Mapping[str, Any], today: date) -> Rows:
    """Return what a reader may read of what the list's filters ask for."""
    rows: Rows = visible_to(user, on=today)
    if asked["hos"] == "mig":
        rows = querysets.on_desk(user, on=today)
    elif asked["hos"] == "andra":
        rows = querysets.waiting_for_others(user, on=today)
    if asked["ar"]:
        first, last = date(asked["ar"], 1, 1), date(asked["ar"], 12, 31)
        rows = rows.filter(starts_on__range=(first, last))
    return narrowed(rows, asked)


def _holding(rows: Rows, column: str, code: Any) -> Rows:
    if code == NONE_GIVEN:
        return rows.filter(**{f"{column}__len": 0})
    return rows.filter(**{f"{column}__contains": [code]})


def _by_money(rows: Rows, asked: Mapping[str, Any]) -> Rows:
    least, most = asked.get("kostar_minst"), asked.get("kostar_hogst")
    if least is not None:
        rows = rows.filter(estimated_sek__gte=least)
    if most is not None:
        rows = rows.filter(estimated_sek__lte=most)
    return rows.filter(estimated_sek__isnull=False) if asked.get("beraknat") else rows


def _by_ties(rows: Rows, asked: Mapping[str, Any]) -> Rows:
    if asked.get("part"):
        rows = rows.filter(counterpart__icontains=asked["part"])
    if asked.get("plats"):
        rows = gathering.tied(rows, Q(place=asked["plats"]))
    if asked.get("motpart"):
        rows = gathering.tied(rows, Q(counterpart=asked["motpart"]))
    for code in asked.get("land") or ():
        if code == NONE_GIVEN:
            known = ~Q(country="") | Q(place__country__gt="") | Q(counterpart__country__gt="")
            rows = rows.exclude(Exists(Tie.objects.filter(known, engagement=OuterRef("pk"))))
        else:
            rows = gathering.tied(rows, gathering.of_country(code))
    return rows
