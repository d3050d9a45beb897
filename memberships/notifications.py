"""Mail about memberships and projects."""

from __future__ import annotations

from django.utils import timezone

from engagements.models import Away, Engagement, User
from governance.notifications import compose, name_of
from memberships.eu_project.models import ReportDate


def remind_of_review(
    review: Engagement, person: User, *, stage: int, away: Away | None = None
) -> None:
    """Mail one person that a membership is to be reviewed, by when, and where."""
    whole = review.membership.begun.engagement
    compose(
        "review",
        to=person.email,
        language=person.language,
        key=f"review-{review.pk}-{whole.membership.next_review_on}-{stage}-{person.pk}",
        headers={},
        away=away,
        review=review,
        due=whole.membership.next_review_on,
        name=name_of(whole),
        counterpart=whole.number if whole.secret else whole.counterpart,
        person=person,
    ).send()


def remind_of_project(
    project: Engagement, person: User, *, report: ReportDate | None, away: Away | None = None
) -> None:
    """Mail one person that a report is due, or ask whether the project landed where none is."""
    key = f"project-{project.pk}-{report.pk if report else 'landed'}-{person.pk}"
    compose(
        "project",
        to=person.email,
        language=person.language,
        key=f"{key}-{report.due_on if report else ''}",
        headers={},
        away=away,
        project=project,
        report=report,
        late=bool(report and report.due_on and report.due_on < timezone.localdate()),
        name=name_of(project),
        person=person,
    ).send()
