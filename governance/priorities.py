"""What is prioritised for a while, and which of it a matter meets. It suggests; people answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import (
    BooleanField,
    CharField,
    ExpressionWrapper,
    F,
    Func,
    TextField,
    Value,
    prefetch_related_objects,
)
from django.utils.translation import gettext as _

from engagements.models import Engagement, Organisation
from engagements.standing import kept
from engagements.vocabulary import Status
from governance.forums import Swedish, ThemeQuery
from governance.models import PlannedTie, Priority, Theme

# Where what is answered can still change, and with it what there is to suggest.
ASKING = (Status.DRAFT, Status.ADVICE, Status.RETURNED, Status.PREPARATION, Status.COUNTERED)


class Suggestion(NamedTuple):
    """An answer that what is known speaks for. fact: the question that it is about."""

    fact: str
    said: str
    why: str


@kept(Priority, Theme, Organisation)
def _all() -> tuple[Priority, ...]:
    """Return what is and was prioritised, the city's first."""
    rows = Priority.objects.select_related("theme", "organisation")
    return tuple(rows.order_by(F("organisation").asc(nulls_first=True), "pk"))


def holding(*, on: date) -> list[Priority]:
    """Return what is prioritised on a day, the city's first."""
    return [
        row
        for row in _all()
        if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)
    ]


def of(engagement: Engagement, *, on: date) -> list[Priority]:
    """Return what a matter meets of the city's priorities and its host's: two queries at most.

    A theme is met by the words of the matter, a country by where it says that it is. The day is
    that of the matter where it has one.
    """
    hosts = {None, engagement.organisation_id}
    own = [row for row in holding(on=engagement.starts_on or on) if row.organisation_id in hosts]
    met = _met({row.theme_id for row in own if row.theme_id}, _words(engagement)) if own else ()
    there = _countries(engagement) if any(row.country for row in own) else ()
    return [row for row in own if row.country in there or row.theme_id in met]


def _met(themes: Collection[int], words: str) -> Collection[int]:
    """Return which themes some words meet."""
    if not themes:
        return ()
    meets = Func(
        Swedish(Value(words)), ThemeQuery("words"), template="(%(expressions)s)", arg_joiner=" @@ "
    )
    named = Theme.objects.alias(meets=ExpressionWrapper(meets, output_field=BooleanField()))
    return set(named.filter(pk__in=themes, meets=True).values_list("pk", flat=True))


def _words(engagement: Engagement) -> str:
    """Return what a matter says of itself, without people."""
    detail = engagement.detail
    own = [
        getattr(detail, field.name)
        for field in detail._meta.concrete_fields
        if isinstance(field, CharField | TextField)
        if not field.choices and field.name not in detail.PERSONAL
    ]
    words = [engagement.title, engagement.counterpart, engagement.goal_contribution, *own]
    return "\n".join(filter(None, words))


def _countries(engagement: Engagement) -> set[str]:
    prefetch_related_objects([engagement], "ties__place", "ties__counterpart")
    known = (row for tie in engagement.ties.all() for row in (tie.place, tie.counterpart) if row)
    found = {row.country for row in known if row.country}
    return found | {getattr(engagement.detail, "country", "")} - {""}


def in_country(code: str, *, on: date) -> list[Priority]:
    """Return who prioritises a country on a day."""
    return [row for row in holding(on=on) if row.country == code] if code else []


def said(priority: Priority) -> str:
    """Say whose it is and for how long: "prioriterat av staden 2026–2027"."""
    whose: Organisation | str = priority.organisation or _("staden")
    return _("prioriterat av %(whose)s %(years)s") % {"whose": whose, "years": priority.years}


def suggestions(engagement: Engagement, met: Iterable[Priority]) -> list[Suggestion]:
    """Return the answers that priorities and the plan speak for, where nobody has answered yet."""
    if engagement.status not in ASKING:
        return []
    found = []
    detail = engagement.detail
    of_city = [row for row in met if row.organisation_id is None]
    if of_city and getattr(detail, "city_priority", False) is None:
        why = "; ".join(f"{row}: {said(row)} ({row.source})" for row in of_city)
        found.append(Suggestion("city_priority", _("Ja, det är prioriterat av staden"), why))
    if engagement.in_operational_plan is None:
        tie: PlannedTie | None = getattr(engagement, "planned_tie", None)
        if tie:
            words = {"year": tie.line.plan.year, "what": tie.line.what}
            why = _("Ärendet är kopplat till planen %(year)s: %(what)s") % words
            said_yes = _("Ja, det finns i verksamhetsplanen")
            found.append(Suggestion("in_operational_plan", said_yes, why))
    return found
