"""The register: late first, what it costs, and no more questions to the database for more rows."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagements.models import Engagement
from engagements.vocabulary import Kind
from governance.reports import registry
from memberships.demo.stories import write_fee
from memberships.membership import register
from memberships.models import FeeYear
from tests.factories import memberships

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def seen(user):
    return register.memberships_of(user, on=TODAY)


def test_late_ones_come_first_and_then_by_day(as_amina, amina):
    for name, reviewed in (
        ("Senare", date(2025, 1, 1)),
        ("Försenad", date(2019, 3, 1)),
        ("Snart", date(2023, 1, 1)),
        ("Mest försenad", date(2015, 3, 1)),
    ):
        memberships.known(by=amina, name=name, reviewed=reviewed)

    page = as_amina.get("/medlemskap/?visa=alla")

    assert [row.engagement.counterpart for row in page.context["rows"]] == [
        "Mest försenad",
        "Försenad",
        "Snart",
        "Senare",
    ]
    assert [row.state for row in page.context["rows"]] == ["stop", "stop", "ask", "ok"]
    assert "2 medlemskap har passerat sin dag." in page.text
    assert "De står först. Strategin säger" in page.text


def test_one_that_is_late_is_told_of_as_one(as_amina, amina):
    memberships.known(by=amina, name="Försenad", reviewed=date(2019, 3, 1))

    page = as_amina.get("/medlemskap/").text

    assert "Ett medlemskap har passerat sin dag.</strong> Det står först. Strategin säger" in page


def test_a_filter_shows_its_own(as_amina, amina, kerstin, world):
    memberships.known(by=amina, name="Egen")
    memberships.known(by=amina, name="Hela staden", scope="citywide", reviewed=date(2026, 1, 1))
    memberships.known(by=kerstin, host="HAMN", name="Hamnen", reviewed=date(2026, 1, 1))
    reader = world["ingrid.ros"]

    shown = {
        which: [row.counterpart for row in register.chosen(seen(reader), which, on=TODAY)]
        for which in register.FILTERS
    }

    assert {which: sorted(names) for which, names in shown.items()} == {
        "snart": ["Egen"],
        "alla": ["Egen", "Hamnen", "Hela staden"],
        "staden": ["Hela staden"],
        "bolagen": ["Hamnen"],
        "lamnade": [],
    }
    counted = register.counts(seen(reader), on=TODAY)
    assert {which: counted[which] for which in register.FILTERS} == {
        which: len(names) for which, names in shown.items()
    }


def test_nobody_sees_the_drafts_and_reviews_of_others_in_the_register(as_amina, amina):
    memberships.draft(by=amina)

    assert as_amina.get("/medlemskap/?visa=alla").context["rows"] == []


def queries(client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(60) as asked:
        client.get(address)
    return len(asked)


@pytest.mark.parametrize("address", ["/medlemskap/?visa=alla", "/medlemskap/avgifter/"])
def test_thirty_memberships_ask_no_more_than_one(
    as_amina, amina, address, django_assert_max_num_queries
):
    memberships.known(by=amina)
    as_amina.get(address)
    one = queries(as_amina, address, django_assert_max_num_queries)
    for number in range(29):
        memberships.known(by=amina, name=f"Nätverk {number}")

    assert queries(as_amina, address, django_assert_max_num_queries) == one


def test_fees_are_summed_by_organisation_and_the_unknown_stand_apart(as_amina, amina, kerstin):
    memberships.known(by=amina, name="A", fee=(20_000, "SEK", None))
    memberships.known(by=amina, name="B", fee=(4_300, "EUR", 48_000))
    memberships.known(by=amina, name="C", fee=(4_300, "EUR", None))
    memberships.known(by=amina, name="D", fee=(None, "", None))
    memberships.known(by=amina, name="E", fee=None)
    memberships.known(by=kerstin, host="HAMN", name="F", fee=(0, "SEK", None))

    (total,) = register.totals(seen(amina), year=2026)

    assert (total.sek, total.count, total.unknown, total.other) == (68_000, 5, 2, 1)
    page = as_amina.get("/medlemskap/avgifter/?ar=2026").text
    assert "68\xa0000\xa0kr" in page


AMOUNTS = st.one_of(st.none(), st.integers(0, 900_000))
FEES = st.lists(
    st.tuples(
        st.sampled_from(["MF", "HAMN", "KULF"]),
        AMOUNTS,
        st.sampled_from(["", "SEK", "EUR"]),
        AMOUNTS,
    ),
    max_size=5,
)


@given(fees=FEES)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_known_krona_is_in_one_total_and_every_membership_is_counted_once(world, fees):
    keys = {"MF": "amina.lindqvist", "HAMN": "kerstin.vall", "KULF": "olle.brandt"}
    with transaction.atomic():
        for number, (host, *fee) in enumerate(fees):
            by = world[keys[host]]
            memberships.known(by=by, host=host, name=f"N{number}", fee=tuple(fee))
        every = Engagement.objects.filter(kind=str(Kind.MEMBERSHIP))
        whole = register.sum_of(register.totals(every, year=TODAY.year), "Alla")
        rows = list(FeeYear.objects.all())
        transaction.set_rollback(True)

    assert whole.sek == sum(row.kronor or 0 for row in rows)
    assert whole.count == len(fees)
    assert whole.unknown == sum(row.amount is None for row in rows)
    assert whole.other == sum(row.amount is not None and row.kronor is None for row in rows)


def test_a_year_counts_those_who_were_members_in_it(amina):
    memberships.known(by=amina, name="Gammal", since=date(2012, 1, 1))
    memberships.known(by=amina, name="Ny", since=date(2026, 6, 1))

    counted = {
        year: register.sum_of(register.totals(seen(amina), year=year), "").count
        for year in (2011, 2012, 2025, 2026)
    }

    assert counted == {2011: 0, 2012: 1, 2025: 1, 2026: 2}


def test_the_export_holds_what_the_register_shows(amina, world):
    item = memberships.known(by=amina, name="Procura+", fee=(None, "", None))
    write_fee(item, 2025, (10, "EUR", 110), by=amina)
    query = {"visa": "alla", "organisation": "", "year": "2025"}

    report = registry.build("medlemskap", query, by=amina, at=item.changed_at)

    table, fees = report.tables
    (row,) = table.rows
    told = dict(zip([column.title for column in table.columns], row, strict=True))
    assert told["Organisation eller nätverk"] == "Procura+"
    assert told["Årsavgift, kr"] is None
    assert told["Beslutar"] == "Miljö- och hälsoskyddsnämnden"
    assert list(fees.rows) == [
        ("Miljöförvaltningen", 1, 110, 0, 0),
        ("Alla", 1, 110, 0, 0),
    ]
