"""Mail about memberships."""

from __future__ import annotations

from engagements.models import Engagement, User
from governance.notifications import compose, name_of


def remind_of_review(review: Engagement, person: User, *, stage: int) -> None:
    """Mail one person that a membership is to be reviewed, by when, and where."""
    whole = review.membership.begun.engagement
    compose(
        "review",
        to=person.email,
        language=person.language,
        key=f"review-{review.pk}-{whole.membership.next_review_on}-{stage}-{person.pk}",
        headers={},
        review=review,
        due=whole.membership.next_review_on,
        name=name_of(whole),
        counterpart=whole.number if whole.secret else whole.counterpart,
        person=person,
    ).send()
