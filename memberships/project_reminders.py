"""What the clock reminds of in projects: reports to the programme, and whether they landed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import QuerySet
from django.utils import timezone

from engagements import turns
from engagements.models import Engagement, User
from engagements.vocabulary import Kind, ProjectStage, RoleName, Status
from governance import calls
from governance.calls import Call, Look
from governance.schedule import carry_out
from memberships.eu_project import stages
from memberships.eu_project.models import ReportDate

# Days before a report is due; the day itself reminds too, and a report that is late.
LATE = -1
STAGES = (30, 7, 0, LATE)
GOES_ON = (str(Status.APPROVED), str(Status.FOLLOW_UP), str(Status.CLOSED))


def remind(*, at: datetime) -> int:
    """Remind of each report, and ask of each ended project, once a stage; returns how many."""
    found = projects(Look(timezone.localdate(at)))
    return sum(carry_out(call, at=at) is not None for call in found)


def projects(look: Look) -> Iterator[Call]:
    """Return what projects are reminded of on a day."""
    on = look.on
    due = look.rows("reports", lambda: _reports(look))
    landing = look.rows("landing", lambda: _landing(look))
    rows = [*(report.engagement for report in due), *landing]
    answering = calls.each(partial(turns.answering_in, rows, RoleName.EU_UNIT, on=on))
    for report in due:
        if report.due_on and (report.due_on - on).days <= max(STAGES):
            yield _report(report, report.due_on, answering(report.engagement_id), on=on)
    for project in landing:
        asked = stages.asked_on(project)
        if asked and asked <= on:
            yield _landed(project, asked, answering(project.pk), on=on)


def _reports(look: Look) -> QuerySet[ReportDate]:
    due = ReportDate.objects.filter(
        done_on=None,
        due_on__lte=look.until + timedelta(days=max(STAGES)),
        engagement__status__in=GOES_ON,
    )
    if look.whose:
        seen = calls.seen_by(Engagement.objects.all(), look.whose, on=look.on)
        due = due.filter(engagement__in=seen.values("pk"))
    return due.select_related("engagement__organisation").order_by("pk")


def _landing(look: Look) -> QuerySet[Engagement]:
    """Return the projects that ended some year ago, and are not answered for."""
    ended = Engagement.objects.filter(
        kind=str(Kind.EU_PROJECT),
        stagemove_set__stage=str(ProjectStage.ENDED),
        stagemove_set__on__lte=look.until - timedelta(days=365),
    ).exclude(stagemove_set__stage__in=[str(stage) for stage in stages.ANSWERS])
    seen = calls.seen_by(ended, look.whose, on=look.on).select_related("organisation")
    return seen.prefetch_related("stagemove_set").order_by("pk")


def _report(report: ReportDate, due: date, people: Sequence[User], *, on: date) -> Call:
    left = (due - on).days
    stage = min(days for days in STAGES if max(left, LATE) <= days)
    return Call(
        "project_report",
        f"{report.pk}-{due}-{stage}",
        report.engagement,
        people,
        calls.always(people, report.engagement, on=on),
        once=f"mail.project_report:{report.pk}:{due}:{stage}",
        topic="mail.project_report",
        day=due,
        payload={"report_id": report.pk},
        stage=str(stage),
        event="stage_reminded",
    )


def _landed(project: Engagement, asked: date, people: Sequence[User], *, on: date) -> Call:
    return Call(
        "project_landed",
        str(project.pk),
        project,
        people,
        calls.always(people, project, on=on),
        once=f"mail.project_landed:{project.pk}",
        topic="mail.project_landed",
        day=asked,
        payload={"project_id": project.pk},
        event="stage_reminded",
    )
