"""What a trip costs: whoever sums it, and however, comes to the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engagements.vocabulary import Payer, TripCostLine
from tests.factories import trips
from visits.demo.events import Goer
from visits.models import Traveller, TripCost
from visits.trip import money

PLACES = 4
rows = some.builds(
    TripCost,
    traveller=some.none() | some.integers(0, PLACES + 1),
    line=some.sampled_from(["", *map(str, TripCostLine)]),
    amount_sek=some.none() | some.integers(0, 90_000),
    payer=some.sampled_from(["", *map(str, Payer)]),
)
people = some.integers(0, PLACES).map(lambda n: [Traveller(place=place) for place in range(n)])


@given(travellers=people, costs=some.lists(rows, max_size=30))
def test_the_sum_by_person_by_payer_and_by_sort_is_the_whole(travellers, costs):
    bill = money.bill(travellers, costs)

    whole = sum(row.amount_sek or 0 for row in costs)
    assert sum(line.sek for line in bill.people) == whole
    assert sum(share.sek for share in bill.payers) == whole
    assert sum(bill.by_column) == whole
    assert bill.sek == whole


def test_a_cost_for_nobody_who_goes_is_everybodys():
    costs = [
        TripCost(traveller=0, line="travel", amount_sek=100, payer="city"),
        TripCost(traveller=5, line="travel", amount_sek=20, payer="host"),
        TripCost(traveller=None, line="", amount_sek=3, payer=""),
    ]

    bill = money.bill([Traveller(place=0, name="Tora Lind")], costs)

    assert bill.columns == ("Resa", "Inte angivet")
    assert [(line.name, line.amounts) for line in bill.people] == [
        ("Tora Lind", (100, None)),
        ("Alla tillsammans", (20, 3)),
    ]
    assert bill.payers == (
        ("Staden", 100),
        ("Värden eller arrangören", 20),
        ("Inte angivet", 3),
    )


@pytest.mark.django_db
def test_the_citys_part_is_what_the_frame_is_held_against(amina):
    item = trips.draft(by=amina, goers=(Goer("Utredare"),))
    row = item.tripcost_rows.get(line="travel")
    row.payer, row._history_user = str(Payer.HOST), amina
    row.save()

    assert money.bill_of(item).sek == 14_850
    assert money.of_city(item) == 14_850 - 4_200


@pytest.mark.django_db
def test_without_an_amount_nobody_knows_what_the_city_pays(amina):
    assert money.of_city(trips.draft(by=amina, goers=())) is None
