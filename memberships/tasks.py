"""What the worker does for memberships and projects: the mail that reminds."""

from __future__ import annotations

from engagements.models import Engagement, User
from governance import tasks
from memberships import notifications
from memberships.eu_project import stages
from memberships.eu_project.models import ReportDate
from memberships.membership.reviewing import is_open


@tasks.topic("mail.review")
def mail_review(*, review_id: int, person_id: int, stage: int, away_id: int | None = None) -> None:
    """Remind one person of a review, unless it has been handed in since it was promised."""
    review = Engagement.objects.select_related("organisation").get(pk=review_id)
    if is_open(review):
        person, away = User.objects.get(pk=person_id), tasks.away_of(away_id)
        notifications.remind_of_review(review, person, stage=stage, away=away)


@tasks.topic("mail.project_report")
def mail_project_report(*, report_id: int, person_id: int, away_id: int | None = None) -> None:
    """Remind one person of a report, unless it has been handed in since it was promised."""
    report = ReportDate.objects.select_related("engagement").filter(pk=report_id, done_on=None)
    if row := report.first():
        person = User.objects.get(pk=person_id)
        away = tasks.away_of(away_id)
        notifications.remind_of_project(row.engagement, person, report=row, away=away)


@tasks.topic("mail.project_landed")
def mail_project_landed(*, project_id: int, person_id: int, away_id: int | None = None) -> None:
    """Ask one person whether a project landed, unless somebody has answered since."""
    project = Engagement.objects.get(pk=project_id)
    if stages.stage_of(project) not in stages.ANSWERS:
        person, away = User.objects.get(pk=person_id), tasks.away_of(away_id)
        notifications.remind_of_project(project, person, report=None, away=away)
