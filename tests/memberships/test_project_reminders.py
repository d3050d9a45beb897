"""The clock reminds of reports, and asks a year after the end whether a project landed."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from engagements.models import OutboxMessage
from engagements.vocabulary import ProjectStage
from memberships import project_reminders, tasks
from memberships.eu_project import stages
from tests.factories import projects

pytestmark = pytest.mark.django_db


def topics():
    return list(
        OutboxMessage.objects.filter(topic__startswith="mail.project").values_list(
            "topic", flat=True
        )
    )


def test_a_report_is_reminded_of_once_a_stage_and_not_when_it_is_handed_in(amina):
    now = timezone.now()
    item = projects.eu_draft(by=amina, reports=(("Delrapport", date(2026, 12, 20)),))
    item = projects.decided(item, by=amina)
    owners = len(topics())

    assert project_reminders.remind(at=now) == 1
    assert project_reminders.remind(at=now) == 0
    first = len(topics()) - owners
    assert first >= 1
    assert project_reminders.remind(at=now + timedelta(days=20)) == 1
    assert len(topics()) - owners == 2 * first

    report = item.reportdate_rows.get()
    stages.report_handed_in(item, report, on=date(2026, 12, 15), by=amina, at=now)
    assert project_reminders.remind(at=now + timedelta(days=27)) == 0


def test_a_year_after_the_end_the_owner_is_asked_once_until_somebody_answers(amina):
    now = timezone.now()
    today = timezone.localdate(now)
    item = projects.decided(projects.eu_draft(by=amina), by=amina)
    for stage in ("applied", "granted", "running", "ended"):
        stages.move(item, ProjectStage(stage), on=today, today=today, by=amina, at=now)

    assert project_reminders.remind(at=now + timedelta(days=300)) == 0
    assert project_reminders.remind(at=now + timedelta(days=366)) == 1
    assert project_reminders.remind(at=now + timedelta(days=370)) == 0
    assert set(topics()) == {"mail.project_landed"}


def test_a_late_report_is_reminded_of_again_and_the_mail_says_that_it_is_late(amina):
    now = timezone.now()
    item = projects.eu_draft(by=amina, reports=(("Delrapport", date(2026, 11, 24)),))
    item = projects.decided(item, by=amina)
    assert project_reminders.remind(at=now) == 1

    assert project_reminders.remind(at=now + timedelta(days=2)) == 1
    assert project_reminders.remind(at=now + timedelta(days=40)) == 0

    report = item.reportdate_rows.get()
    with time_machine.travel(now + timedelta(days=2)):
        tasks.mail_project_report(report_id=report.pk, person_id=amina.pk)
    assert mail.outbox[0].subject == "Rapport skulle ha lämnats 24\xa0november\xa02026: Delrapport"


def test_a_report_whose_day_is_moved_is_reminded_of_anew(amina):
    now = timezone.now()
    item = projects.eu_draft(by=amina, reports=(("Delrapport", date(2026, 12, 20)),))
    item = projects.decided(item, by=amina)
    assert project_reminders.remind(at=now) == 1

    new = {"what": "Delrapport", "due_on": date(2026, 12, 22)}
    stages.date_report(item, item.reportdate_rows.get(), **new, by=amina, at=now)

    assert project_reminders.remind(at=now) == 1
