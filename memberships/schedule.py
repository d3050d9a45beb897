"""What the clock starts for memberships: reviews, months before they are due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from celery import shared_task
from django.db.models import QuerySet
from django.utils import timezone

from engagements import turns
from engagements.calendar import is_working_day
from engagements.models import Engagement, User
from engagements.people import clockwork
from engagements.vocabulary import RoleName
from governance import calls
from governance.calls import Call, Look
from governance.schedule import MORNING, carry_out
from governance.strategy.rules.membership_part import months_before
from memberships import project_reminders
from memberships.membership import register, reviewing
from memberships.membership.periods import REMINDED

# The day itself reminds too, of a review that nobody has handed in.
STAGES = (*REMINDED, 0)


@shared_task
def every_morning(**_later: Any) -> None:
    """Begin the reviews that come due, and remind of them."""
    now = timezone.localtime()
    if now.hour >= MORNING and is_working_day(now.date()):
        remind_of_reviews(at=now)
        project_reminders.remind(at=now)


def remind_of_reviews(*, at: datetime) -> int:
    """Begin and remind of every review that has come to its next stage; returns how many."""
    found = reviews(Look(timezone.localdate(at)))
    return sum(carry_out(call, at=at) is not None for call in found)


def stage_of(due: date, *, on: date) -> int | None:
    """Return the months before a review of the stage that it has come to; None before the first."""
    reached = [months for months in STAGES if months_before(due, months=months) <= on]
    return min(reached, default=None)


def reviews(look: Look) -> Iterator[Call]:
    """Return the reviews that have come to a stage; one that waits for others needs no reminder."""
    on, soon = look.on, register.soon(look.on)
    due = look.rows("reviews", lambda: _due(look))
    begun = dict(look.rows("begun", lambda: reviewing.open_reviews(due).items()))
    told = calls.each(partial(_told, due, begun, on=on))
    for membership in due:
        day = membership.membership.next_review_on
        stage = stage_of(day, on=on) if day and day <= soon else None
        review = begun.get(membership.pk)
        if day is None or stage is None or (review and not reviewing.is_open(review)):
            continue
        people = told(membership.pk)
        yield Call(
            "review",
            f"{membership.pk}-{day}-{stage}",
            membership,
            people,
            calls.always(people, review or membership, on=on),
            once=f"mail.review:{membership.pk}:{day}:{stage}",
            topic="mail.review",
            day=day,
            payload={"stage": stage},
            stage=str(stage),
            event="review_due",
            said={"day": day.isoformat()},
            prepare=partial(_begin, membership),
        )


def _due(look: Look) -> QuerySet[Engagement]:
    coming = register.in_force().filter(membership__next_review_on__lte=register.soon(look.until))
    seen = calls.seen_by(coming, look.whose, on=look.on)
    return seen.select_related("organisation", "membership").order_by("pk")


def _begin(membership: Engagement, *, at: datetime) -> dict[str, Any]:
    review = reviewing.open_review(membership)
    if review is None:
        review = reviewing.begin_review(membership, by=clockwork(), at=at)
    return {"review_id": review.pk}


def _told(
    due: Sequence[Engagement], begun: Mapping[int, Engagement], *, on: date
) -> dict[int, list[User]]:
    """Return those who answer for each; the international unit where nobody does any more.

    A review that is yet to begin is begun by those who answer for the membership.
    """
    unit = RoleName.INTERNATIONAL_UNIT
    reviews = {pk: review for pk, review in begun.items() if reviewing.is_open(review)}
    held = turns.holders_in(reviews.values(), on=on)
    found = turns.answering_in([row for row in due if row.pk not in begun], unit, on=on)
    for pk, review in reviews.items():
        found[pk] = held[review.pk] or list(turns.in_role(unit, on=on))
    return found
