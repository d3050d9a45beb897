"""What a trip came to: the sum of its rows is what the follow-up says."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from engagements.vocabulary import Payer, TripCostLine
from governance.actions import following_up
from tests.factories import trips
from visits.models import TripCost
from visits.trip import settling
from visits.trip.report_form import ReportForm

TOLD = {
    "purpose_met": "Vi fick svar.",
    "learnt": "Mycket om luft.",
    "acted_on": "Vi prövar det.",
    "told": "Ledningsgruppen.",
    "usable": "Mallen.",
}
outcomes = some.builds(
    settling.Outcome,
    some.none(),
    some.sampled_from(list(map(str, TripCostLine))),
    some.sampled_from(list(map(str, Payer))),
    some.integers(0, 2_000_000),
)


@given(rows=some.lists(outcomes, max_size=20))
def test_the_city_pays_what_the_others_do_not(rows):
    others = sum(row.sek for row in rows if row.payer != Payer.CITY)

    assert settling.of_city(rows) + others == sum(row.sek for row in rows)


@pytest.fixture
def away(amina):
    item = trips.approved(by=amina)
    item.starts_on = item.ends_on = timezone.localdate()
    item._history_user = amina
    item.save()
    return item


def written(item, **other):
    rows = {f"utfall-{row.place}": str(row.amount_sek) for row in item.tripcost_rows.all()}
    return TOLD | rows | other


@pytest.mark.django_db
def test_the_follow_up_says_the_sum_of_what_the_city_paid(away, amina):
    extra = {"ny-1-line": "other", "ny-1-payer": "city", "ny-1-sek": "300"}
    hosted = {"ny-2-line": "lodging", "ny-2-payer": "host", "ny-2-sek": "5 000 kr"}
    form = ReportForm(written(away, **extra, **hosted), engagement=away)
    assert form.is_valid(), form.errors

    told = following_up.follow_up(away, **form.answers(), by=amina, at=timezone.now())

    paid = TripCost.objects.filter(engagement=away, payer="city")
    assert told.cost_sek == sum(row.outcome_sek for row in paid) == away.estimated_sek + 300
    assert form.spent() == told.cost_sek
    added = TripCost.objects.filter(engagement=away, amount_sek=0).order_by("place")
    assert [(row.line, row.payer, row.outcome_sek) for row in added] == [
        ("other", "city", 300),
        ("lodging", "host", 5000),
    ]


@pytest.mark.django_db
def test_a_cost_that_was_not_thought_of_is_a_row_like_the_others_from_then_on(away, amina):
    extra = {"ny-1-line": "other", "ny-1-payer": "city", "ny-1-sek": "300"}
    first = ReportForm(written(away, **extra), engagement=away)
    first.full_clean()
    settling.settle(away, first.rows(), by=amina)
    added = TripCost.objects.get(engagement=away, amount_sek=0)

    again = ReportForm(written(away) | {f"utfall-{added.place}": "250"}, engagement=away)
    again.full_clean()
    settling.settle(away, again.rows(), by=amina)

    assert TripCost.objects.get(engagement=away, amount_sek=0).outcome_sek == 250


@pytest.mark.django_db
def test_every_row_is_asked_and_empty_with_what_was_decided_beside_it(away):
    form = ReportForm(engagement=away)
    row = away.tripcost_rows.order_by("place").first()
    field = form[f"utfall-{row.place}"]

    assert field.value() is None
    assert field.help_text == f"Beslutat: {row.amount_sek:,} kr".replace(",", "\u00a0").replace(
        " kr", "\u00a0kr"
    )
    assert "cost_sek" not in form.fields


@pytest.mark.django_db
def test_a_row_without_an_answer_and_half_a_new_one_are_asked_for(away):
    answers = written(away) | {"ny-1-sek": "300"}
    first = next(name for name in answers if name.startswith("utfall"))
    del answers[first]
    form = ReportForm(answers, engagement=away)

    assert not form.is_valid()
    assert form.errors == {
        first: ["Skriv vad det blev. Skriv 0 om det inte kostade något."],
        "ny-1-line": ["Skriv ett svar"],
        "ny-1-payer": ["Skriv ett svar"],
    }


@pytest.mark.django_db
def test_the_sums_by_payer_are_the_sums_of_the_rows(away, amina):
    form = ReportForm(written(away), engagement=away)
    form.full_clean()
    settling.settle(away, form.rows(), by=amina)

    told = settling.settled(away)

    assert sum(row.came_to for row in told.rows) == sum(share.came_to for share in told.payers)
    assert {row.more for row in told.rows} == {0}
