"""The annual report's tables of declarations."""

import pytest
from django.utils import timezone

from agreements.declaration import reports
from engagements.models import Engagement
from tests.factories import declarations as factory

pytestmark = pytest.mark.django_db


def cells(table):
    titles = [column.title for column in table.columns]
    return [dict(zip(titles, row, strict=True)) for row in table.rows]


def year_of(item):
    return {"year": str(Engagement.objects.get(pk=item.pk).starts_on.year)}


def test_a_declaration_is_a_row_with_its_burden_and_whether_it_was_lifted(
    at_committee, stina, johan
):
    first = factory.said(at_committee, "TK", 100, by=stina)
    factory.said(at_committee, "TK", 1000, 40, True, by=stina, seen=first.pk)

    report = reports.build(year_of(at_committee), by=johan, at=timezone.now())

    (row,) = cells(report.tables[0])
    assert (row["Rubrik"], row["Initiativtagare"]) == ("C40 om transporter", "C40")
    assert (row["Tillkommande kronor om året"], row["Tillkommande timmar om året"]) == (1000, 40)
    assert (row["Rapportering"], row["Har inte svarat"]) == (1, 0)
    assert (row["Lyft till KS"], row["Åtaganden"]) == ("Ja", 2)
    assert dict(report.figures)["lyfta till kommunstyrelsen"] == 1


def test_what_was_never_handed_in_is_no_row(item, johan):
    report = reports.build(year_of(item), by=johan, at=timezone.now())

    assert (report.total, cells(report.tables[0])) == (0, [])


def test_many_declarations_cost_no_more_queries_than_one(
    hanna, johan, django_assert_max_num_queries
):
    def made():
        item = factory.draft(by=hanna)
        factory.said(item, "TK", 100, by=hanna, source="x")
        return factory.handed_in(item, by=hanna)

    def cost(year):
        with django_assert_max_num_queries(40) as captured:
            cells(reports.build(year, by=johan, at=timezone.now()).tables[0])
        return len(captured)

    year = year_of(made())
    cost(year)
    one = cost(year)
    for _number in range(4):
        made()

    assert cost(year) == one


def test_the_page_shows_the_rows_and_offers_files(client, login, at_committee, johan):
    login(client, johan)

    page = client.get("/rapporter/deklarationer/", {"ar": year_of(at_committee)["year"]}).text

    assert "C40 om transporter" in page
    for name in ("xlsx", "csv"):
        assert f'value="{name}"' in page
