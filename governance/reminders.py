"""When a follow-up is reminded of, and whom: before its day, on it, and each week after."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from engagements import turns
from engagements.calendar import add_working_days
from engagements.models import Engagement, User
from engagements.vocabulary import Status
from governance import assessing, kinds

BEFORE, ON, AFTER = "before", "on", "after"


def waiting() -> QuerySet[Engagement]:
    """Return what has taken place, is to be followed up by a day, and is not."""
    rows: QuerySet[Engagement] = Engagement.objects.with_ball().filter(
        status=str(Status.FOLLOW_UP), followed_up_on=None, due__isnull=False
    )
    return rows.order_by("pk")


def days_before(*, on: date) -> int:
    """Return how many working days before its day a follow-up is first reminded of."""
    found: int = assessing.value_of("follow_up.reminder_days", on=on)
    return found


def stage(due: date | None, *, on: date, before: int) -> str:
    """Return which reminder a day calls for; nothing while it is more working days off."""
    if due is None:
        return ""
    if on > due:
        return AFTER
    if on == due:
        return ON
    return BEFORE if add_working_days(on, before) >= due else ""


def people(stages: Collection[tuple[Engagement, str]], *, on: date) -> dict[int, list[User]]:
    """Return who is reminded of each of many, by its key: those who follow up, and who were there.

    Who was there needs an account. What is late lies with its holder, whom the week's reminder
    tells. stages: each with the reminder that the day calls for.
    """
    rows = [row for row, _stage in stages]
    held, there = turns.holders_in(rows, on=on), _were_there(rows)
    found = {}
    for row, stage in stages:
        holders = {person.pk: person for person in held[row.pk]}
        others = {person.pk: person for person in there.get(row.pk, ())}
        if stage == AFTER:
            found[row.pk] = [person for pk, person in others.items() if pk not in holders]
        else:
            found[row.pk] = list((holders | others).values())
    return found


def _were_there(rows: Collection[Engagement]) -> dict[int, list[User]]:
    """Return who was there and has an account, of the kinds that people go on."""
    by_kind: dict[str, list[Engagement]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    found: dict[int, list[User]] = {}
    for own in by_kind.values():
        if told := kinds.pages_of(own[0]).reporters:
            found |= told(own)
    return found
