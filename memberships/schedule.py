"""What the clock starts for memberships: reviews, months before they are due."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from celery import shared_task
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from engagements import outbox, turns
from engagements.calendar import is_working_day
from engagements.models import Engagement, Role, User
from engagements.people import clockwork
from engagements.timeline import record
from engagements.vocabulary import Kind, RoleName
from governance.schedule import MORNING, first_time
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
    today = timezone.localdate(at)
    lasting = register.lasting(
        Engagement.objects.filter(kind=str(Kind.MEMBERSHIP), membership__review_of=None)
    )
    coming = lasting.filter(membership__next_review_on__lte=register.soon(today))
    due = coming.select_related("organisation", "membership").order_by("pk")
    return sum(_remind(membership, today, at=at) for membership in due)


def stage_of(due: date, *, on: date) -> int | None:
    """Return the months before a review of the stage that it has come to; None before the first."""
    reached = [months for months in STAGES if months_before(due, months=months) <= on]
    return min(reached, default=None)


@transaction.atomic
def _remind(membership: Engagement, today: date, *, at: datetime) -> bool:
    """Begin and remind of one review, once a stage; a review that waits for others needs none."""
    due = membership.membership.next_review_on
    stage = stage_of(due, on=today) if due else None
    if (
        due is None
        or stage is None
        or not first_time("review", f"{membership.pk}-{due}-{stage}", at=at)
    ):
        return False
    review = reviewing.open_review(membership)
    if review is None:
        review = reviewing.begin_review(membership, by=clockwork(), at=at)
    if not reviewing.is_open(review):
        return False
    for person in _told(review, on=today):
        outbox.promise(
            "mail.review",
            at=at,
            once=f"mail.review:{membership.pk}:{due}:{stage}:{person.pk}",
            review_id=review.pk,
            stage=stage,
            person_id=person.pk,
        )
    record(membership, "review_due", by=None, at=at, day=due.isoformat())
    return True


def _told(review: Engagement, *, on: date) -> QuerySet[User]:
    """Return those who answer for it; the international unit where nobody does any more."""
    holders = turns.holders(review, on=on)
    if holders.exists():
        return holders
    unit = Role.objects.on(on).filter(name=str(RoleName.INTERNATIONAL_UNIT))
    return User.objects.filter(pk__in=unit.values("user"), is_active=True)
