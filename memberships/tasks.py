"""What the worker does for memberships: the mail that reminds of a review."""

from __future__ import annotations

from engagements.models import Engagement, User
from governance import tasks
from memberships import notifications
from memberships.membership.reviewing import is_open


@tasks.topic("mail.review")
def mail_review(*, review_id: int, person_id: int, stage: int) -> None:
    """Remind one person of a review, unless it has been handed in since it was promised."""
    review = Engagement.objects.select_related("organisation").get(pk=review_id)
    if is_open(review):
        notifications.remind_of_review(review, User.objects.get(pk=person_id), stage=stage)
