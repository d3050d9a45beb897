"""The year's visits: the same rows on screen and in files, only those the reader may see."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import lifecycle
from engagements.models import Engagement, Organisation
from engagements.registration import register
from engagements.vocabulary import AdviceKind, Body, Outcome, PoliticalLevel, RoleName, Status
from governance.actions import advising, deciding
from governance.models import Frame
from tests.factories import visits
from tests.rows import NOON
from visits.models import Visit
from visits.visit import reports

ALL = {"year": "2026", "organisation": ""}


@pytest.fixture
def make(world, amina):
    """Give ``make(title, ...)``: a visit that has been handed in."""

    def made(title, *, code="MF", country="FR", size=10, on=date(2026, 10, 1), secret=False):
        organisation = Organisation.objects.get(code=code)
        row = register(Visit, organisation=organisation, title=title, by=amina, at=NOON)
        row = lifecycle.move(
            row, Status.DECISION, by=amina, at=NOON, why="", ball=Body.RECEIVING_BODY
        )
        row.starts_on, row.ends_on, row.secret = on, on, secret
        lifecycle.save(row, by=amina, at=NOON, why="")
        detail = row.visit
        detail.country, detail.delegation_size = country, size
        detail.save()
        return lifecycle.move(
            row, Status.APPROVED, by=amina, at=NOON, why="", ball=Body.CONTACT_PERSON
        )

    return made


def titles(by, query=ALL):
    report = reports.build(query, by=by, at=NOON)
    return [line[4] for line in report.tables[0].rows]


def countries(by):
    return list(reports.build(ALL, by=by, at=NOON).tables[1].rows)


@pytest.mark.django_db
def test_a_contact_person_sees_their_own_organisation_and_slk_sees_all(make, amina, johan):
    make("Lyon")
    make("Gent", code="EXPLK", on=date(2026, 11, 2))

    assert titles(amina) == ["Lyon"]
    assert titles(johan) == ["Lyon", "Gent"]
    assert titles(johan, {"year": "2026", "organisation": "EXPLK"}) == ["Gent"]


@pytest.mark.django_db
def test_drafts_and_drafts_taken_back_are_not_counted(make, amina):
    make("Lyon")
    organisation = Organisation.objects.get(code="MF")
    register(Visit, organisation=organisation, title="Utkast", by=amina, at=NOON)
    regretted = register(Visit, organisation=organisation, title="Ångrat", by=amina, at=NOON)
    lifecycle.move(regretted, Status.WITHDRAWN, by=amina, at=NOON, why="", ball=None)

    assert titles(amina) == ["Lyon"]


@pytest.mark.django_db
def test_what_is_secret_is_seen_by_those_who_may(make, world, johan):
    make("Lyon", secret=True)

    assert titles(johan) == ["Lyon"]
    assert titles(world["ingrid.ros"]) == []


@pytest.mark.django_db
def test_a_visit_belongs_to_the_year_it_takes_place_else_to_the_year_it_came(make, johan):
    make("Förra året", on=date(2025, 12, 31))
    make("I år", on=date(2026, 1, 1))
    make("Utan dag", on=None)

    assert titles(johan) == ["I år", "Utan dag"]
    assert titles(johan, {"year": "2025", "organisation": ""}) == ["Förra året"]


@pytest.mark.django_db
def test_a_host_that_also_coordinates_is_reported_by_what_it_decided(world, ks_secretary):
    host = Organisation.objects.get(code="KS")
    item = visits.handed_in(
        by=ks_secretary, host="KS", political_level=PoliticalLevel.HIGH.value, head_title="Minister"
    )
    Frame.objects.create(organisation=host, year=item.starts_on.year, amount_sek=100_000)
    advising.advise(
        item,
        kind=AdviceKind.SUPPORT,
        text="Ta emot.",
        clauses=[],
        unit=RoleName.PROTOCOL_UNIT,
        by=world["sara.oberg"],
        at=timezone.now(),
    )
    decided = deciding.decide(
        item,
        outcome=Outcome.ACCEPTED,
        grounds="Vi lär oss.",
        organisation=host,
        role=RoleName.KS_SECRETARY,
        by=ks_secretary,
        at=timezone.now(),
    )
    deciding.coordinate(
        Engagement.objects.get(pk=item.pk),
        grounds="",
        role=RoleName.KS_SECRETARY,
        by=ks_secretary,
        at=timezone.now(),
    )

    (row,) = reports.rows(Engagement.objects.filter(pk=item.pk))

    assert [str(d.organisation.code) for d in item.decisions.order_by("id")] == ["KS", "KS"]
    assert row[9] == decided.get_outcome_display() == "Tar emot besöket"


@pytest.mark.django_db
def test_countries_are_counted_in_groups_and_persons(make, johan):
    make("Lyon", size=10)
    make("Paris", size=5)
    make("Oslo", country="NO", size=None)
    make("Okänt", country="", size=2)

    assert countries(johan) == [("Frankrike", 2, 15), ("Okänt", 1, 2), ("Norge", 1, 0)]


@pytest.mark.django_db
def test_the_sums_above_the_table_are_those_of_its_rows(make, johan):
    make("Lyon", size=10)
    make("Paris", size=5)

    sums = dict(reports.build(ALL, by=johan, at=NOON).figures)

    assert sums["förfrågningar"] == 2
    assert sums["personer i de besöken"] == 15


@pytest.mark.django_db
def test_the_page_asks_as_many_questions_for_thirty_visits_as_for_one(make, johan, client, login):
    login(client, johan)
    make("Lyon")
    client.get("/rapporter/besok/?ar=2026")
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get("/rapporter/besok/?ar=2026")
    for number in range(29):
        make(f"Besök {number}")
    with CaptureQueriesContext(connection) as thirty:
        page = client.get("/rapporter/besok/?ar=2026").content.decode()

    assert len(thirty) == len(one)
    assert page.count('<th scope="row">INT-2026-') == 30


@pytest.mark.django_db
def test_a_stranger_is_asked_to_sign_in(client):
    answer = client.get("/rapporter/besok/")

    assert answer.headers["Location"] == f"{reverse('account_login')}?next=/rapporter/besok/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ar=abc", "Skriv ett år mellan 2000 och 2199"),
        ("ar=99999", "Skriv ett år mellan 2000 och 2199"),
        ("ar=-1", "Skriv ett år mellan 2000 och 2199"),
        ("verksamhet=FINNSEJ", "Välj bland svaren som visas"),
    ],
)
def test_a_choice_that_is_none_is_told_at_its_box_and_gives_no_table(
    johan, client, login, query, said
):
    login(client, johan)

    response = client.get(f"/rapporter/besok/?{query}")

    assert response.status_code == 422
    assert said in response.text
    assert "ub-kpi" not in response.text
