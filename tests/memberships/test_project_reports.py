"""Reports to a programme are added and moved after the decision, and ticked off when handed in."""

from datetime import date

import pytest

from memberships.eu_project import stages
from memberships.models import ReportDate
from tests.factories import projects
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(amina):
    item = projects.eu_draft(by=amina, reports=(("Delrapport", date(2027, 6, 30)),))
    return projects.decided(item, by=amina)


def post(client, item, **answers):
    return client.post(f"/projekt/{item.number}/rapportdag/", answers, follow=True)


def rows(item):
    found = ReportDate.objects.filter(engagement=item).order_by("place")
    return list(found.values_list("what", "due_on", "done_on"))


def test_a_report_is_added_while_the_project_runs_and_stands_on_its_page(as_amina, decided):
    page = post(as_amina, decided, what="Slutrapport", due_on="2029-03-31")

    assert "Rapporten är sparad." in page.text
    assert "senast 31\xa0mars\xa02029" in page.text
    assert rows(decided) == [
        ("Delrapport", date(2027, 6, 30), None),
        ("Slutrapport", date(2029, 3, 31), None),
    ]
    assert fresh(decided).events.get(code="report_dated").data["what"] == "Slutrapport"


def test_a_report_is_moved_and_its_older_day_stays_in_history(as_amina, decided):
    report = decided.reportdate_rows.get()

    post(as_amina, decided, report=report.pk, what="Delrapport 1", due_on="2027-09-30")

    assert rows(decided) == [("Delrapport 1", date(2027, 9, 30), None)]
    days = report.history.order_by("history_id").values_list("due_on", flat=True)
    assert list(days) == [date(2027, 6, 30), date(2027, 9, 30)]


def test_a_report_that_is_handed_in_is_not_changed(as_amina, decided):
    report = decided.reportdate_rows.get()
    as_amina.post(f"/projekt/{decided.number}/rapport/", {"report": report.pk})

    page = post(as_amina, decided, report=report.pk, what="Annan", due_on="2027-09-30")

    assert page.status_code == 409
    assert "Rapporten är redan lämnad." in page.text
    assert rows(decided) == [("Delrapport", date(2027, 6, 30), date(2026, 11, 24))]


def test_a_report_without_a_day_is_told_at_its_field_and_what_was_typed_stays(as_amina, decided):
    page = post(as_amina, decided, what="Slutrapport", due_on="i vår")

    assert page.status_code == 422
    assert 'value="Slutrapport"' in page.text
    assert len(rows(decided)) == 1


def test_another_project_s_report_is_not_found(as_amina, decided, amina):
    other = projects.eu_draft(by=amina, name="Ett annat", reports=(("Hemlig", date(2027, 1, 1)),))

    page = post(
        as_amina, decided, report=other.reportdate_rows.get().pk, what="Ny", due_on="2028-01-01"
    )

    assert page.status_code == 404
    assert rows(other) == [("Hemlig", date(2027, 1, 1), None)]


def test_an_undecided_project_dates_its_reports_in_its_form(as_amina, amina):
    item = projects.eu_draft(by=amina)

    with pytest.raises(stages.NotYet, match="inte beslutat än"):
        stages.date_report(
            item, None, what="Rapport", due_on=date(2027, 1, 1), by=amina, at=item.created_at
        )
    assert "Lägg till en rapport" not in as_amina.get(f"/arenden/{item.number}/").text
