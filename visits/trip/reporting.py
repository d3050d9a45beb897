"""When a trip's report is due, whose is missing, and who is reminded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, Lower

from engagements.calendar import next_working_day
from engagements.deadlines import LastDay
from engagements.models import Engagement, User
from engagements.vocabulary import Recommendation, Status, Task
from governance import assessing
from governance.models import Decision
from visits.trip.models import Traveller, Trip

AWAY = [str(Status.APPROVED), str(Status.FOLLOW_UP)]


class Missing(NamedTuple):
    """A trip that lacks its report. certain: one who goes now was there, by account or e-mail.

    Else it may be somebody of the same name in the same organisation.
    """

    engagement: Engagement
    due_on: date
    days_late: int
    certain: bool


def due_on(engagement: Engagement, *, on: date) -> date | None:
    """Return the day the report is due: the one that was set, else the city's days after the last.

    It falls on a day when offices are open.
    """
    day = _day(engagement.trip, engagement.ends_on, _days(on))
    return next_working_day(day) if day else None


def last_day(engagement: Engagement, *, on: date) -> LastDay | None:
    """Return the day the report is due, and why on that day."""
    day, ended = due_on(engagement, on=on), engagement.ends_on
    if day is None:
        return None
    if engagement.trip.report_due_on or ended is None:
        return LastDay(day, "report_dated", on)
    counted, source = _days(on), "city:travel"
    return LastDay(day, "over_away", ended, counted, in_working_days=False, source=source)


def promised_on(engagement: Engagement, *, on: date) -> date | None:
    """Return the same day as it is promised, before it is moved to one when offices are open."""
    return _day(engagement.trip, engagement.ends_on, _days(on))


def _days(on: date) -> int:
    days: int = assessing.value_of("trip.report_days", on=on)
    return days


def _day(trip: Trip, ends_on: date | None, days: int) -> date | None:
    if trip.report_due_on or ends_on is None:
        return trip.report_due_on
    return ends_on + timedelta(days=days)


def accounts(trips: Collection[Engagement]) -> dict[int, list[User]]:
    """Return who was there and has an account, to be reminded of each trip's report, by its key."""
    rows = Traveller.objects.filter(engagement__in=trips, user__is_active=True)
    goers = list(rows.select_related("user").order_by("user"))
    stayed = _declined({row.engagement_id for row in goers}) if goers else set()
    went: dict[int, dict[int, User]] = {trip.pk: {} for trip in trips}
    for row in goers:
        if row.user and (row.engagement_id, row.place) not in stayed:
            went[row.engagement_id][row.user.pk] = row.user
    return {key: list(people.values()) for key, people in went.items()}


def _declined(keys: Collection[int] | QuerySet[Any]) -> set[tuple[int, int]]:
    """Return those who were answered no in a trip that the others made: its key, their place."""
    made = Decision.objects.filter(engagement__in=keys, task=str(Task.DECIDES), superseded_by=None)
    against = str(Recommendation.ADVISES_AGAINST)
    return {
        (row.engagement_id, int(ref))
        for row in made.exclude(dealing=None).select_related("dealing")
        for ref, answer in row.shares.items()
        if answer == against
    }


def missing(engagement: Engagement, *, on: date) -> list[Missing]:
    """Return earlier trips of those who go, over and past the day of their report, latest first."""
    goers = list(engagement.traveller_rows.all())
    if not goers:
        return []
    known, alike = _same(goers, engagement)
    past = Traveller.objects.annotate(
        host=Coalesce("organisation", "engagement__organisation"),
        address=Lower("email"),
        called=Lower("name"),
    )
    past = past.filter(known | alike, _over(on), engagement__status__in=AWAY)
    past = past.filter(engagement__follow_up=None).exclude(engagement=engagement)
    rows = list(past.select_related("engagement__organisation", "engagement__trip").order_by("pk"))
    if not rows:
        return []
    stayed = _declined(past.values("engagement"))
    went = [row for row in rows if (row.engagement_id, row.place) not in stayed]
    sure = past.filter(known, pk__in=[row.pk for row in went])
    certain = set(sure.values_list("engagement", flat=True))
    found = {row.engagement_id: row.engagement for row in went}
    days = _days(on)
    told = [
        Missing(item, day, (on - day).days, pk in certain)
        for pk, item in found.items()
        if (day := next_working_day(_day(item.trip, item.ends_on, days) or on)) < on
    ]
    return sorted(told, key=lambda one: (not one.certain, one.due_on, one.engagement.pk))


def _same(goers: list[Traveller], engagement: Engagement) -> tuple[Q, Q]:
    """Return the conditions that an earlier traveller is one who goes now, and that they may be."""
    known, alike = Q(pk__in=[]), Q(pk__in=[])
    for row in goers:
        if row.user_id:
            known |= Q(user=row.user_id)
        if row.email:
            known |= Q(address=row.email.lower())
        if row.name:
            host = row.organisation_id or engagement.organisation_id
            alike |= Q(called=row.name.lower(), host=host)
    return known, alike


def _over(on: date) -> Q:
    """Return the condition that the day of a report has passed, as it was promised."""
    grace = timedelta(days=_days(on))
    return Q(engagement__trip__report_due_on__lt=on) | Q(
        engagement__trip__report_due_on=None, engagement__ends_on__lt=on - grace
    )


def missing_reports(engagement: Engagement, *, on: date) -> int:
    """Count the reports that certainly are missing; a shared name alone is held against nobody."""
    return sum(one.certain for one in missing(engagement, on=on))
