"""The year's trips as a table, on screen and in files: only what the reader may see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from engagements.vocabulary import Payer
from tests.factories import trips
from visits.demo.events import Goer
from visits.trip import reports

pytestmark = pytest.mark.django_db


def built(by, **query):
    at = timezone.now()
    year = str((timezone.localdate(at) + timedelta(days=60)).year)
    report = reports.build({"year": year, "organisation": "", **query}, by=by, at=at)
    return report, [list(table.rows) for table in report.tables]


def test_each_trip_that_was_handed_in_is_a_row_with_its_figures(amina, admin):
    item = trips.approved(by=amina)
    trips.draft(by=amina)

    report, (rows, _lines) = built(admin)

    told = dict(zip([column.title for column in report.tables[0].columns], rows[0], strict=True))
    assert len(rows) == report.total == 1
    assert told["Ärendenummer"] == item.number
    assert (told["Evenemang"], told["Land"], told["Stad"]) == ("Clean Air Forum", "Italien", "Rom")
    assert (told["Utfall"], told["Läge"]) == ("Godkänner deltagandet", "Beslutat")
    assert (told["Personer"], told["Varav förtroendevalda"]) == (2, 0)
    assert (told["Färdsätt"], told["Utsläpp, kg"]) == ("Flyg", 1064)
    assert told["Beräknad kostnad, kr"] == 29_700
    assert (told["Lärdom"], told["Utfall, kr"]) == ("Nej", None)


def test_money_is_summed_by_sort_and_payer_of_what_was_said_yes_to(amina, admin):
    item = trips.approved(by=amina, goers=(Goer("Utredare"),))
    row = item.tripcost_rows.get(line="travel")
    row.payer, row._history_user = str(Payer.HOST), amina
    row.save()
    trips.handed_in(by=amina)

    _report, (_rows, lines) = built(admin)

    assert lines == [
        ("Traktamente", "Staden", 1350),
        ("Deltagaravgift", "Staden", 3900),
        ("Logi", "Staden", 5400),
        ("Resa", "Värden eller arrangören", 4200),
    ]


def test_only_what_the_reader_may_see_is_told(world, amina):
    trips.handed_in(by=amina)

    assert built(world["lena.forsgren"])[0].total == 0
    assert built(world["gunilla.berg"])[0].total == 1
    assert built(world["gunilla.berg"], organisation="EXPLK")[0].total == 0


def test_more_trips_ask_no_more_queries(amina, admin, django_assert_max_num_queries):
    trips.approved(by=amina)
    with django_assert_max_num_queries(30) as counted:
        built(admin)
    allowed = len(counted)
    for _number in range(3):
        trips.approved(by=amina)

    with django_assert_max_num_queries(allowed):
        assert built(admin)[0].total == 4


def test_the_page_of_trips_is_reached_from_the_page_of_visits(client, login, amina):
    item = trips.approved(by=amina)
    login(client, amina)

    first = client.get("/rapporter/", follow=True)
    assert first.redirect_chain == [("/rapporter/besok/", 302)]
    assert 'href="/rapporter/resor/' in first.text
    page = client.get(f"/rapporter/resor/?ar={item.starts_on.year}").text

    assert item.number in page
    assert "Kostnad per slag" in page
    assert client.get("/rapporter/rymdresor/").status_code == 404
