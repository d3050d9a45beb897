"""What the clock reminds of in projects: reports to the programme, and whether they landed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from engagements import outbox
from engagements.models import Engagement, Role, User
from engagements.permissions import OWNERS
from engagements.timeline import record
from engagements.vocabulary import Kind, ProjectStage, RoleName, Status
from governance.schedule import first_time
from memberships.eu_project import stages
from memberships.eu_project.models import ReportDate

# Days before a report is due; the day itself reminds too, and a report that is late.
LATE = -1
STAGES = (30, 7, 0, LATE)
GOES_ON = (str(Status.APPROVED), str(Status.FOLLOW_UP), str(Status.CLOSED))


def remind(*, at: datetime) -> int:
    """Remind of each report, and ask of each ended project, once a stage; returns how many."""
    today = timezone.localdate(at)
    due = ReportDate.objects.filter(
        done_on=None,
        due_on__lte=today + timedelta(days=max(STAGES)),
        engagement__status__in=GOES_ON,
    )
    rows = due.select_related("engagement__organisation").order_by("pk")
    ended = Engagement.objects.filter(
        kind=str(Kind.EU_PROJECT),
        stagemove_set__stage=str(ProjectStage.ENDED),
        stagemove_set__on__lte=today - timedelta(days=365),
    ).exclude(stagemove_set__stage__in=[str(stage) for stage in stages.ANSWERS])
    return sum(_report(row, today, at=at) for row in rows) + sum(
        _landed(project, today, at=at) for project in ended.order_by("pk")
    )


@transaction.atomic
def _report(report: ReportDate, today: date, *, at: datetime) -> bool:
    assert report.due_on is not None  # noqa: S101 - the query asks for it
    left = (report.due_on - today).days
    stage = min(days for days in STAGES if max(left, LATE) <= days)
    if not first_time("project_report", f"{report.pk}-{report.due_on}-{stage}", at=at):
        return False
    for person in _told(report.engagement, on=today):
        outbox.promise(
            "mail.project_report",
            at=at,
            once=f"mail.project_report:{report.pk}:{report.due_on}:{stage}:{person.pk}",
            report_id=report.pk,
            person_id=person.pk,
        )
    record(report.engagement, "stage_reminded", by=None, at=at)
    return True


@transaction.atomic
def _landed(project: Engagement, today: date, *, at: datetime) -> bool:
    asked = stages.asked_on(project)
    if asked is None or asked > today or not first_time("project_landed", str(project.pk), at=at):
        return False
    for person in _told(project, on=today):
        outbox.promise(
            "mail.project_landed",
            at=at,
            once=f"mail.project_landed:{project.pk}:{person.pk}",
            project_id=project.pk,
            person_id=person.pk,
        )
    record(project, "stage_reminded", by=None, at=at)
    return True


def _told(project: Engagement, *, on: date) -> QuerySet[User]:
    """Return those who answer for it; the EU unit where nobody does any more."""
    seats = Role.objects.on(on).filter(organisation=project.organisation, name__in=OWNERS)
    people = User.objects.filter(pk__in=seats.values("user"), is_active=True)
    if people.exists():
        return people
    unit = Role.objects.on(on).filter(name=str(RoleName.EU_UNIT))
    return User.objects.filter(pk__in=unit.values("user"), is_active=True)
