"""The register: what the city says, by the last useful day to act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.position import peers, references
from engagements.models import Engagement, Organisation
from engagements.permissions import visible_to
from engagements.templatetags.utblick import day
from engagements.vocabulary import Kind, PositionChannel, Status

SOON_DAYS = 30
UNDECIDED = [
    str(status)
    for status in (
        Status.DRAFT,
        Status.ADVICE,
        Status.RETURNED,
        Status.PREPARATION,
        Status.DECISION,
        Status.COORDINATION,
        Status.COUNTERED,
    )
]
SAID = [str(status) for status in (Status.APPROVED, Status.FOLLOW_UP)]
OVER = [str(status) for status in (Status.CLOSED, Status.REJECTED, Status.WITHDRAWN)]
ALL, SOON, LATE, DECIDED, SHARED = "alla", "snart", "sena", "antagna", "samma"
SEF, DONE = "sef", "avslutade"
FILTERS = (ALL, SOON, LATE, DECIDED, SHARED, SEF, DONE)


def positions_of(user: Any, *, on: date) -> QuerySet[Engagement]:
    """Return the positions that ``user`` may read."""
    return visible_to(user, on=on).filter(kind=str(Kind.POSITION))


def _conditions(user: Any, *, on: date) -> dict[str, Any]:
    """Return what each filter shows."""
    waits, goes_on = Q(status__in=UNDECIDED), ~Q(status__in=OVER)
    ahead = Q(position__deadline_on__gte=on)
    channel = Q(position__position_channel=str(PositionChannel.ASSOCIATION))
    return {
        ALL: goes_on,
        SOON: goes_on & ahead & Q(position__deadline_on__lte=on + timedelta(days=SOON_DAYS)),
        LATE: waits & Q(position__deadline_on__lt=on),
        DECIDED: Q(status__in=SAID),
        SHARED: goes_on & Q(peers.numbered_alike(user, on=on)),
        SEF: goes_on & (Q(position__in_sef=True) | channel),
        DONE: Q(status__in=OVER),
    }


def chosen(rows: QuerySet[Engagement], which: str, *, by: Any, on: date) -> QuerySet[Engagement]:
    """Return the positions that a filter shows."""
    return rows.filter(_conditions(by, on=on)[which])


def counts(user: Any, *, on: date) -> dict[str, int]:
    """Return how many of what ``user`` may read each filter shows: one query."""
    conditions = _conditions(user, on=on)
    return (
        positions_of(user, on=on)
        .order_by()
        .aggregate(
            **{name: Count("pk", filter=condition) for name, condition in conditions.items()}
        )
    )


def on_proposal(rows: QuerySet[Engagement], written: str) -> QuerySet[Engagement]:
    """Return those on a proposal, by its number in any spelling or by the name of its process."""
    number = references.normal(written)
    named = Q(position__process__icontains=written) | Q(position__topic__icontains=written)
    return rows.filter(Q(position__reference__iexact=number) | named)


def listed(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Return the rows with all that the register shows, the first day to act first."""
    return (
        rows.select_related("organisation", "position")
        .defer("search", "search_alike", "search_words")
        .order_by(F("position__deadline_on").asc(nulls_last=True), "pk")
    )


@dataclass(frozen=True)
class Row:
    """A position as the register shows it. state: as a chip's kind; icon and text are its.

    others: the other organisations on the same proposal.
    """

    engagement: Engagement
    state: str
    icon: str
    text: str
    others: tuple[str, ...]


def rows_of(engagements: Iterable[Engagement], *, on: date) -> list[Row]:
    """Return rows of the register, with who else works on the same proposal: one query more."""
    shown = list(engagements)
    keys = {key for one in shown for key in one.others}  # type: ignore[attr-defined]
    named = {row.pk: str(row) for row in Organisation.objects.filter(pk__in=keys)}
    return [
        Row(
            one,
            *state_of(one, on=on),
            tuple(sorted(named[key] for key in one.others)),  # type: ignore[attr-defined]
        )
        for one in shown
    ]


def state_of(engagement: Engagement, *, on: date) -> tuple[str, str, str]:
    """Return how a position stands to its last day: kind of chip, icon and words."""
    last = engagement.position.deadline_on
    if engagement.status in OVER:
        return "line", "x", engagement.get_status_display()
    if last is None:
        return "ask", "clock", _("Ingen dag är satt")
    if engagement.status in SAID:
        return "ok", "check", _("Antaget, gäller till %(day)s") % {"day": day(last)}
    if last < on:
        return "stop", "circle-alert", _("För sent: dagen var %(day)s") % {"day": day(last)}
    left = (last - on).days
    in_days = ngettext("%(n)s dag kvar", "%(n)s dagar kvar", left) % {"n": left}
    text = _("I dag") if left == 0 else in_days
    return ("ask", "clock", text) if left <= SOON_DAYS else ("info", "calendar", text)


def label_of(which: str) -> str:
    """Return what a filter is called."""
    return {
        ALL: _("Pågår"),
        SOON: _("Inom 30 dagar"),
        LATE: _("För sena"),
        DECIDED: _("Antagna"),
        SHARED: _("Flera om samma"),
        SEF: _("Europaföreningen"),
        DONE: _("Avslutade"),
    }[which]
