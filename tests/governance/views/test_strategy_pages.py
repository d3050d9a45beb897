"""The strategy's pages: every clause, what serves it, and how often it said what."""

import json
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils import timezone

from engagements.permissions import visible_to
from governance import receipts
from governance.actions import setting
from governance.models import Assessment
from governance.strategy import CLAUSES, Verdict
from governance.strategy.readings import readings
from governance.strategy.serving import service_of
from tests.factories import trips, visits


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_has_an_address_that_leads_back_to_it(clause):
    assert resolve(reverse("clause", args=[clause])).kwargs == {"clause": clause}


def test_a_paragraph_of_law_is_written_plainly_in_its_address():
    assert reverse("clause", args=["law:KL 6:28"]) == "/strategi/lag-kl-6-28/"
    assert reverse("clause", args=["3.0.2a"]) == "/strategi/3.0.2a/"


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_is_served_or_left_to_people(clause):
    service = service_of(clause)

    assert bool(service.rules or service.steps or service.through) != bool(service.people)


def test_no_step_of_a_route_is_missed():
    told = {c.id for c in CLAUSES.values() if "route" in c.served_by.split(", ")}

    assert {clause for clause in CLAUSES if service_of(clause).steps} == told


def test_every_reading_is_of_a_clause():
    assert [r.id for r in readings() if not any(r.is_of(clause) for clause in CLAUSES)] == []
    assert [r.id for r in readings() if r.is_of("law:BrB 10:5b")] != []


def test_the_index_links_every_clause(client, login, amina):
    login(client, amina)

    html = client.get("/strategi/").content.decode()

    assert [c for c in CLAUSES if f'href="{reverse("clause", args=[c])}"' not in html] == []


def test_verdicts_are_counted_in_what_the_reader_may_see(amina, world):
    visits.approved(by=amina)
    today = timezone.localdate()

    own = receipts.given("2.1", among=visible_to(amina, on=today))
    none = receipts.given("2.1", among=visible_to(amina, on=today).none())

    assert own == dict.fromkeys(Verdict, 0) | {Verdict.SUPPORTS: 1}
    assert none == dict.fromkeys(Verdict, 0)


def test_the_verdicts_of_every_clause_are_those_that_newest_receipts_tell(amina, world):
    for made in (visits.approved, visits.handed_in, trips.handed_in):
        made(by=amina)
    visible = visible_to(amina, on=timezone.localdate())
    rows = Assessment.objects.order_by("pk")
    newest = {row.engagement_id: json.loads(row.receipt) for row in rows}
    told = Counter(
        pair
        for receipt in newest.values()
        for pair in {(found["clause"], found["verdict"]) for found in receipt["findings"]}
    )

    given = {
        (clause, verdict.value): count
        for clause in CLAUSES
        for verdict, count in receipts.given(clause, among=visible).items()
        if count
    }

    assert given == told
    assert len(newest) == 3


def test_a_receipt_is_parsed_once_for_all_verdicts_and_only_where_it_names_the_clause(amina, world):
    visible = visible_to(amina, on=timezone.localdate())

    with CaptureQueriesContext(connection) as asked:
        receipts.given("2.1", among=visible)

    assert asked[-1]["sql"].count('"receipt")::jsonb') == 1
    assert ' LIKE \'%"clause":"2.1"%\'' in asked[-1]["sql"]


def test_a_clause_asks_the_database_as_often_for_many_receipts(client, login, amina):
    login(client, amina)
    visits.handed_in(by=amina)
    client.get("/strategi/2.1/")
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get("/strategi/2.1/")
    for _visit in range(5):
        visits.handed_in(by=amina)

    with CaptureQueriesContext(connection) as many:
        client.get("/strategi/2.1/")

    assert len(many) == len(one)


def test_a_clause_that_a_draft_words_in_another_way_says_how(client, login, amina):
    login(client, amina)

    html = client.get("/strategi/4.3b/").content.decode()

    assert "omprövas minst vart tredje år" in html
    assert "utkast, gäller inte" in html


def test_a_clause_of_a_draft_alone_is_in_no_other_edition(client, login, amina):
    login(client, amina)

    html = client.get("/strategi/4.7/").content.decode()

    assert "utkast, gäller inte" in html
    assert "gäller från" not in html


def test_a_clause_that_there_is_none_of_is_not_found(client, login, amina):
    login(client, amina)

    response = client.get("/strategi/9.9/")

    assert (response.status_code, "Sidan finns inte" in response.content.decode()) == (404, True)


def test_a_clause_tells_what_it_leaves_to_the_city(client, login, amina, admin):
    today = timezone.localdate()
    seats = {"value": "fyra presidier", "valid_from": today, "source": "KF 1"}
    setting.set_value("committee.seats", **seats, by=admin, at=timezone.now())
    login(client, amina)

    found = {
        clause: client.get(f"/strategi/{clause}/").text for clause in ("5.3.1", "5.1.2", "2.1")
    }

    assert "fyra presidier" in found["5.3.1"]
    assert "statschef, president" in found["5.1.2"]
    assert "Det som staden själv bestämmer" not in found["2.1"]
