"""The days a reception may be held on: what else there is on them, and which one is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from engagements import deadlines, lifecycle
from engagements.models import Engagement, User
from engagements.permissions import visible_to
from engagements.timeline import record
from engagements.vocabulary import Action, Kind, Status
from governance.insight import publishing
from visits.reception.models import DateOption

ENDED = [str(status) for status in (Status.WITHDRAWN, Status.REJECTED)]
# Who may change the application, advises on it or answers it may choose its day.
MAY_CHOOSE = frozenset({Action.CHANGE, Action.ADVISE, Action.REPLY})
CHOOSABLE = frozenset(
    {
        Status.DRAFT,
        Status.ADVICE,
        Status.RETURNED,
        Status.PREPARATION,
        Status.DECISION,
        Status.COUNTERED,
        Status.APPROVED,
    }
)


class NotChoosable(Exception):
    """The day can't be chosen now, or is not among those that are offered."""


@dataclass(frozen=True)
class Day:
    """One day that is offered: what it is to the event, and what else there is on it."""

    option: DateOption
    chosen: bool
    evening_before: bool
    last_evening: bool
    others: list[Engagement]


def days_of(engagement: Engagement, *, by: User, on: date) -> list[Day]:
    """Return the days of a reception, with the other matters of each that ``by`` may read."""
    options = [row for row in engagement.dateoption_rows.order_by("day", "place") if row.day]
    reception = engagement.reception
    others = _others(engagement, [row.day for row in options if row.day], by=by, on=on)
    return [
        Day(
            option,
            option.day == engagement.starts_on,
            bool(reception.is_evening_before(option.day)),
            bool(reception.is_last_evening(option.day)),
            [row for row, held in others if option.day in held],
        )
        for option in options
    ]


def offered(engagement: Engagement) -> list[date]:
    """Return the days that a reception may be held on."""
    rows = engagement.dateoption_rows.order_by("day", "place")
    return [row.day for row in rows if row.day]


def _others(
    engagement: Engagement, days: list[date], *, by: User, on: date
) -> list[tuple[Engagement, set[date]]]:
    """Return the visits and receptions on some of the days, each with its days among them."""
    if not days:
        return []
    held = Q(starts_on__in=days) | Q(starts_on__lte=max(days), ends_on__gte=min(days))
    offered = DateOption.objects.filter(day__in=days, engagement__starts_on=None)
    rows = visible_to(by, on=on).filter(kind__in=[str(Kind.VISIT), str(Kind.RECEPTION)])
    rows = rows.filter(held | Q(pk__in=offered.values("engagement")))
    rows = rows.exclude(pk=engagement.pk).exclude(status__in=ENDED).order_by("starts_on", "pk")
    wished = _wished(offered)
    return [(row, _held(row, days) | wished.get(row.pk, set())) for row in rows]


def _wished(options: Iterable[DateOption]) -> dict[int, set[date]]:
    """Return the days of receptions for which none is chosen yet."""
    found: dict[int, set[date]] = {}
    for option in options:
        if option.day:
            found.setdefault(option.engagement_id, set()).add(option.day)
    return found


def _held(row: Engagement, days: list[date]) -> set[date]:
    if row.starts_on is None:
        return set()
    last = row.ends_on or row.starts_on
    return {day for day in days if row.starts_on <= day <= last}


@transaction.atomic
def choose(engagement: Engagement, option: DateOption, *, by: User, at: datetime) -> Engagement:
    """Choose one of the days that are offered. Raises NotChoosable.

    Advice stands: it was given on all of the days. So does a decision, which names no other day.
    """
    row = lifecycle.lock(engagement.pk)
    if row.status not in CHOOSABLE or option.engagement_id != row.pk or option.day is None:
        raise NotChoosable(_("Dagen kan inte väljas nu."))
    if option.day == row.starts_on:
        return row
    row.starts_on = option.day
    if row.status == Status.APPROVED and row.replied_on is not None:
        deadlines.put(row, deadlines.given(option.day, "day_chosen", at=at), by=by, at=at)
    lifecycle.save(row, by=by, at=at, why=str(_("dag vald")))
    record(row, "day_chosen", by=by, at=at, day=option.day.isoformat())
    publishing.publish(row, at=at)
    return row
