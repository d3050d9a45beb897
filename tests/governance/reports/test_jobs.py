"""An export is asked for, made by the worker, cancelled, and fetched by the one who asked alone."""

import csv
import io
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from engagements import lifecycle
from engagements.models import OutboxMessage
from engagements.registration import register
from engagements.vocabulary import Body, Status
from governance import tasks
from governance.models import Job, JobState
from governance.reports import jobs, making, registry
from governance.reports.table import Column, Report, Table
from tests.rows import NOON, at_once
from visits.models import Visit

QUERY = {"year": "2026", "organisation": ""}


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """The folder that files are made in."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def visit(world, amina):
    organisation = amina.roles.get().organisation
    row = register(Visit, organisation=organisation, title="Lyon", by=amina, at=NOON)
    return lifecycle.move(row, Status.DECISION, by=amina, at=NOON, why="", ball=Body.RECEIVING_BODY)


def asked(by, form="csv", at=None):
    return jobs.ask("besok", form, QUERY, by=by, at=at or timezone.now())


def made(by, form="csv"):
    job = asked(by, form)
    jobs.make(job.pk, clock=timezone.localtime)
    job.refresh_from_db()
    return job


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_job_becomes_a_file_with_true_progress(visit, amina, form):
    job = made(amina, form)

    assert (job.state, job.done, job.total) == (JobState.DONE, 1, 1)
    assert job.file.size > 0
    assert OutboxMessage.objects.filter(topic="job.done").count() == 1


@pytest.mark.django_db
def test_making_twice_makes_one_file_and_one_mail(visit, amina, files):
    job = made(amina)
    jobs.make(job.pk, clock=timezone.localtime)

    for topic in ("job.done", "mail.job"):
        for message in OutboxMessage.objects.filter(topic=topic):
            tasks.deliver(message_id=str(message.pk))

    assert len([path for path in files.rglob("*") if path.is_file()]) == 1
    (letter,) = mail.outbox
    assert letter.to == [amina.email]
    assert f"/jobb/{job.pk}/" in letter.body


@pytest.mark.django_db(transaction=True)
def test_a_job_that_is_being_made_is_left_alone(visit, amina):
    job = asked(amina)

    def second():
        jobs.make(job.pk, clock=timezone.localtime)

    with jobs._alone(job.pk) as alone:
        at_once(second)

    job.refresh_from_db()
    assert alone
    assert job.state == JobState.QUEUED


@pytest.mark.django_db
def test_a_job_can_be_cancelled_while_it_is_made(visit, amina, files, monkeypatch):
    def build(query, *, by, at):
        def lines():
            for number in range(1000):
                if number == 300:
                    jobs.cancel(Job.objects.get(), at=timezone.now())
                yield (number,)

        tables = (Table("Besök", [Column("Nummer")], lines()),)
        return Report("Besök", {}, at, by.name, tables, 1000)

    monkeypatch.setitem(registry.REPORTS, "besok", build)
    job = made(amina)

    assert (job.state, job.done) == (JobState.CANCELLED, 200)
    assert [path for path in files.rglob("*") if path.is_file()] == []
    assert not OutboxMessage.objects.filter(topic="job.done").exists()


@pytest.mark.django_db
def test_a_fault_is_told_to_the_one_who_asked(visit, amina, client, login, caplog, monkeypatch):
    def build(query, *, by, at):
        raise ZeroDivisionError

    monkeypatch.setitem(registry.REPORTS, "besok", build)
    job = asked(amina)

    making.make_report(job_id=str(job.pk))

    job.refresh_from_db()
    login(client, amina)
    assert job.state == JobState.FAILED
    assert "Filen blev inte klar" in client.get(f"/jobb/{job.pk}/").content.decode()
    assert caplog.records[-1].levelname == "ERROR"


@pytest.mark.django_db
def test_an_export_is_asked_for_followed_and_fetched(visit, amina, client, login):
    login(client, amina)
    answer = client.post("/rapporter/besok/fil/", {"ar": "2026", "verksamhet": "", "format": "csv"})
    job = Job.objects.get()
    assert answer.headers["Location"] == f"/jobb/{job.pk}/"
    waiting = client.get(f"/jobb/{job.pk}/").content.decode()
    assert 'http-equiv="refresh"' in waiting
    assert "hx-get" in waiting

    jobs.make(job.pk, clock=timezone.localtime)

    part = client.get(f"/jobb/{job.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert "hx-get" not in part
    assert "<html" not in part
    fetched = client.get(f"/jobb/{job.pk}/fil/")
    text = b"".join(fetched.streaming_content).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert fetched.headers["Content-Disposition"].startswith("attachment")
    assert lines[1][0] == visit.number


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("organisation", "edition", "back"),
    [
        ("", "", "/arsrapport/2026/"),
        ("MF", "", "/arsrapport/2026/verksamhet/MF/"),
        ("", "2", "/arsrapport/2026/utgava/2/"),
        ("MF", "2", "/arsrapport/2026/verksamhet/MF/utgava/2/"),
    ],
)
def test_the_annual_reports_files_lead_back_to_it(
    world, amina, client, login, organisation, edition, back
):
    query = {"year": "2026", "organisation": organisation, "edition": edition}
    job = jobs.ask("arsrapport", "docx", query, by=amina, at=timezone.now())
    login(client, amina)

    page = client.get(f"/jobb/{job.pk}/").content.decode()

    assert f'<a href="{back}">Tillbaka till sidan</a>' in page


@pytest.mark.django_db
def test_a_job_is_for_the_one_who_asked_alone(visit, amina, johan, client, login):
    job = made(amina)
    waiting = asked(amina)
    login(client, johan)

    found = [
        client.get(f"/jobb/{job.pk}/").status_code,
        client.get(f"/jobb/{job.pk}/fil/").status_code,
        client.post(f"/jobb/{waiting.pk}/avbryt/").status_code,
        client.get(f"/jobb/{uuid.uuid4()}/").status_code,
    ]

    waiting.refresh_from_db()
    assert found == [404, 404, 404, 404]
    assert waiting.state == JobState.QUEUED


@pytest.mark.django_db
def test_a_file_is_gone_after_a_day(visit, amina, client, login, files):
    job = made(amina)
    login(client, amina)
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1)):
        login(client, amina)
        gone = client.get(f"/jobb/{job.pk}/fil/").status_code
        making.mend_jobs()

    assert gone == 404
    assert [path for path in files.rglob("*") if path.is_file()] == []


@pytest.mark.django_db
def test_a_job_that_was_lost_for_long_is_given_up(visit, amina):
    job = asked(amina, at=timezone.now() - timedelta(hours=1))

    making.mend_jobs()

    job.refresh_from_db()
    assert job.state == JobState.FAILED


@pytest.mark.django_db
def test_a_file_holds_only_what_its_asker_may_see_when_it_is_made(visit, world, amina):
    job = asked(amina)
    role = amina.roles.get()
    role.valid_to = NOON.date() - timedelta(days=30)
    role.save()

    with time_machine.travel(NOON):
        jobs.make(job.pk, clock=timezone.localtime)

    job.refresh_from_db()
    assert (job.state, job.total) == (JobState.DONE, 0)
