"""Memberships and projects in the calendar."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from engagements import lifecycle
from governance import almanac
from governance.almanac import Asked, Sort
from memberships.eu_project import stages
from tests.factories import memberships, projects

pytestmark = pytest.mark.django_db


def entries(user, sort=""):
    today = timezone.localdate()
    matters = almanac.which(user, on=today)
    asked = Asked(user, today, today + timedelta(days=1800), today, matters, sort)
    return [one for one in almanac.entries(asked) if not one.key.endswith("-due")]


def days(user, sort):
    return [(entry.key, entry.first) for entry in entries(user, sort)]


def test_a_membership_stands_on_the_day_it_is_reviewed(world, amina):
    item = memberships.known(by=amina, reviewed=date(2024, 5, 1))

    found = days(amina, Sort.REVIEWS)

    assert found == [(f"{item.number}-review", item.membership.next_review_on)]


def test_each_day_tells_why_it_is_that_day(world, amina, client, login):
    item = memberships.known(by=amina, reviewed=date(2024, 5, 1))
    login(client, amina)

    page = client.get(f"/kalender/?dag={item.membership.next_review_on}").text

    assert "Varför detta datum" in page
    assert "Det är dagen för nästa omprövning" in page
    assert "Strategin 4.3b" in page


def test_a_secret_membership_is_unknown_to_who_may_not_read_it(world, amina):
    item = memberships.known(by=amina, reviewed=date(2024, 5, 1))
    row = lifecycle.lock(item.pk)
    row.secret = True
    lifecycle.save(row, by=amina, at=timezone.now(), why="prov")

    assert len(days(amina, Sort.REVIEWS)) == 1
    assert days(world["ingrid.ros"], Sort.REVIEWS) == []


def test_a_report_stands_on_its_day_until_it_is_handed_in(world, amina):
    item = projects.eu_draft(by=amina, reports=(("Delrapport", date(2026, 12, 20)),))
    item = projects.decided(item, by=amina)
    report = item.reportdate_rows.get()
    before = days(amina, Sort.DEADLINES)

    stages.report_handed_in(item, report, on=date(2026, 11, 24), by=amina, at=timezone.now())

    assert before == [(f"{item.number}-report-{report.pk}", date(2026, 12, 20))]
    assert days(amina, Sort.DEADLINES) == []


def test_what_an_entry_tells_is_read_with_it(world, amina, django_assert_num_queries):
    memberships.known(by=amina, reviewed=date(2024, 5, 1))
    reports = (("Delrapport", timezone.localdate() + timedelta(days=20)),)
    projects.decided(projects.eu_draft(by=amina, reports=reports), by=amina)
    found = entries(amina)

    with django_assert_num_queries(0):
        told = [(one.address, one.about, one.changed_at, one.why) for one in found]

    assert (len(told), all(all(each) for each in told)) == (2, True)


def test_a_report_is_called_so_in_english(world, amina):
    reports = (("Delrapport", timezone.localdate() + timedelta(days=20)),)
    projects.decided(projects.eu_draft(by=amina, reports=reports), by=amina)

    with translation.override("en"):
        (report,) = entries(amina, Sort.DEADLINES)
        assert report.about.startswith("Report to the programme, ")
