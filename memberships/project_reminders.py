"""What the clock reminds of in projects: reports to the programme, and whether they landed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.utils import timezone

from engagements import turns
from engagements.models import Engagement
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
    on, whose = look.on, look.whose
    due = ReportDate.objects.filter(
        done_on=None,
        due_on__lte=on + timedelta(days=max(STAGES)),
        engagement__status__in=GOES_ON,
    )
    if whose:
        seen = calls.seen_by(Engagement.objects.all(), whose, on=on)
        due = due.filter(engagement__in=seen.values("pk"))
    for row in due.select_related("engagement__organisation").order_by("pk"):
        yield _report(row, on=on)
    ended = Engagement.objects.filter(
        kind=str(Kind.EU_PROJECT),
        stagemove_set__stage=str(ProjectStage.ENDED),
        stagemove_set__on__lte=on - timedelta(days=365),
    ).exclude(stagemove_set__stage__in=[str(stage) for stage in stages.ANSWERS])
    landing = calls.seen_by(ended, whose, on=on).select_related("organisation")
    for project in landing.prefetch_related("stagemove_set").order_by("pk"):
        asked = stages.asked_on(project)
        if asked and asked <= on:
            yield _landed(project, asked, on=on)


def _report(report: ReportDate, *, on: date) -> Call:
    assert report.due_on is not None  # noqa: S101 - the query asks for it
    left = (report.due_on - on).days
    stage = min(days for days in STAGES if max(left, LATE) <= days)
    people = calls.later(partial(turns.answering, report.engagement, RoleName.EU_UNIT, on=on))
    return Call(
        "project_report",
        f"{report.pk}-{report.due_on}-{stage}",
        report.engagement,
        people,
        calls.always(people, report.engagement, on=on),
        once=f"mail.project_report:{report.pk}:{report.due_on}:{stage}",
        topic="mail.project_report",
        day=report.due_on,
        payload={"report_id": report.pk},
        stage=str(stage),
        event="stage_reminded",
    )


def _landed(project: Engagement, asked: date, *, on: date) -> Call:
    people = calls.later(partial(turns.answering, project, RoleName.EU_UNIT, on=on))
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
