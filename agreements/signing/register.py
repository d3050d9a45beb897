"""The register: what the city has signed, what ends when, and what is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from engagements.models import Engagement
from engagements.permissions import visible_to
from engagements.templatetags.utblick import day
from engagements.vocabulary import Kind, Status

KINDS = (str(Kind.COOPERATION), str(Kind.INTENT))
SOON_DAYS = 180
ALL, SOON, LATE, COOPERATION, INTENT, ENDED = (
    "alla",
    "snart",
    "sena",
    "samarbetsavtal",
    "intentionsavtal",
    "slut",
)
FILTERS = (ALL, SOON, LATE, COOPERATION, INTENT, ENDED)
DECIDED = [str(status) for status in (Status.APPROVED, Status.FOLLOW_UP, Status.CLOSED)]
NOT_AMENDMENT = Q(cooperation__amends=None, intent__amends=None)


def agreements_of(user: Any, *, on: date) -> QuerySet[Engagement]:
    """Return the decided agreements that ``user`` may read, without their amendments."""
    seen = visible_to(user, on=on).filter(kind__in=KINDS, status__in=DECIDED)
    return seen.filter(NOT_AMENDMENT)


def _late(on: date) -> Q:
    """Return the condition of those that have ended without an account."""
    waiting = [str(Status.APPROVED), str(Status.FOLLOW_UP)]
    return Q(status__in=waiting, ends_on__lt=on, followed_up_on=None)


def _runs(on: date) -> Q:
    return Q(status=str(Status.APPROVED)) & (Q(ends_on=None) | Q(ends_on__gte=on))


def _of(which: str, *, on: date) -> Q:
    """Return the condition of what a filter shows."""
    return {
        ALL: _runs(on) | _late(on),
        SOON: _runs(on) & Q(ends_on__lte=on + timedelta(days=SOON_DAYS)),
        LATE: _late(on),
        COOPERATION: _runs(on) & Q(kind=KINDS[0]),
        INTENT: _runs(on) & Q(kind=KINDS[1]),
        ENDED: ~_runs(on),
    }[which]


def chosen(rows: QuerySet[Engagement], which: str, *, on: date) -> QuerySet[Engagement]:
    """Return the agreements that a filter shows."""
    return rows.filter(_of(which, on=on))


def counts(rows: QuerySet[Engagement], *, on: date) -> dict[str, int]:
    """Return how many agreements each filter shows: one query."""
    asked = {which: Count("pk", filter=_of(which, on=on)) for which in FILTERS}
    return rows.order_by().aggregate(**asked)


def listed(rows: QuerySet[Engagement], *, on: date) -> QuerySet[Engagement]:
    """Return the rows with all that the register shows: late first, then what ends first."""
    first = Case(When(_late(on), then=Value(0)), default=Value(1), output_field=IntegerField())
    related = ("organisation__board", "cooperation", "intent")
    found: QuerySet[Engagement] = (
        rows.select_related(*related)
        .annotate(urgent=first)
        .defer("search", "search_alike", "search_words")
        .order_by("urgent", F("ends_on").asc(nulls_last=True), "counterpart", "pk")
    )
    return found


@dataclass(frozen=True)
class Row:
    """An agreement as the register shows it. state: as a chip's kind; icon and text are its."""

    engagement: Engagement
    theme: str
    state: str
    icon: str
    text: str


def row_of(engagement: Engagement, *, on: date) -> Row:
    """Return a row of the register."""
    detail: Any = engagement.detail
    return Row(engagement, ", ".join(detail.themes), *state_of(engagement, on=on))


def state_of(engagement: Engagement, *, on: date) -> tuple[str, str, str]:
    """Return how an agreement stands: kind of chip, icon and words."""
    last, detail = engagement.ends_on, engagement.detail
    if engagement.status == Status.CLOSED or engagement.followed_up_on:
        said = _("Slut %(day)s, redovisat") % {"day": day(last)} if last else _("Slut, redovisat")
        return "line", "x", said
    if last and last < on:
        return "stop", "circle-alert", _("Slut %(day)s, inte redovisat") % {"day": day(last)}
    if last is None:
        review: date | None = detail.next_review_on  # type: ignore[attr-defined]
        if review is None:
            return "ask", "clock", _("Ingen sista dag")
        kind, icon = ("ask", "clock") if review < on else ("ok", "check")
        return kind, icon, _("Omprövas %(day)s") % {"day": day(review)}
    text = _("Gäller till %(day)s") % {"day": day(last)}
    soon = last <= on + timedelta(days=SOON_DAYS)
    return ("ask", "clock", text) if soon else ("ok", "check", text)


def label_of(which: str) -> str:
    """Return what a filter is called."""
    return {
        ALL: _("Gäller nu"),
        SOON: _("Slutar inom 180 dagar"),
        LATE: _("Slut utan redovisning"),
        COOPERATION: _("Samarbetsavtal"),
        INTENT: _("Intentionsavtal"),
        ENDED: _("Har tagit slut"),
    }[which]
