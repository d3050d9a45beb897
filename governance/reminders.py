"""When a follow-up is reminded of, and whom: before its day, on it, and each week after."""

from __future__ import annotations

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


def people(engagement: Engagement, stage: str, *, on: date) -> list[User]:
    """Return who is reminded: those who follow up, and those who were there and have an account.

    What is late lies with its holder, whom the week's reminder tells.
    """
    holders = {person.pk: person for person in turns.holders(engagement, on=on)}
    told = kinds.pages_of(engagement).reporters
    were_there = {person.pk: person for person in told(engagement)} if told else {}
    if stage == AFTER:
        return [person for pk, person in were_there.items() if pk not in holders]
    return list((holders | were_there).values())
