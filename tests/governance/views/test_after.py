"""What it came to is compared while it is written, and what cost too much says so with figures."""

import pytest
from django.urls import reverse
from django.utils import timezone

from engagements.vocabulary import Status
from tests.factories import trips

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(amina):
    item = trips.approved(by=amina)
    item.starts_on = item.ends_on = timezone.localdate()
    item._history_user = amina
    item.save()
    return item


def written(item, more=0):
    rows = list(item.tripcost_rows.order_by("place"))
    answers = {f"utfall-{row.place}": str(row.amount_sek) for row in rows}
    first = rows[0]
    return answers | {f"utfall-{first.place}": str(first.amount_sek + more)}


def words(response):
    return " ".join(response.text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        (0, "Ingen skillnad."),
        (10, "Inom beslutet"),
        (12, "Skillnad: +3 564 kr (+12 %)"),
        (-50, "(−50 %)"),
    ],
)
def test_what_is_written_is_compared_with_what_was_decided(client, amina, home, percent, said):
    client.force_login(amina)
    rows = written(home)
    if percent:
        # Every row by the same share, so that the sum is too.
        rows = {name: str(int(sek) * (100 + percent) // 100) for name, sek in rows.items()}

    page = client.post(reverse("engagement_compare", args=[home.number]), rows)

    assert said in words(page)
    assert ("nytt beslut" in words(page)) == (percent > 10)


def test_nothing_is_compared_that_can_not_be_read_and_nothing_is_saved(client, amina, home):
    client.force_login(amina)
    rows = dict.fromkeys(written(home), "mycket")

    page = client.post(reverse("engagement_compare", args=[home.number]), rows)

    assert "Inom beslutet" in words(page)
    assert set(home.tripcost_rows.values_list("outcome_sek", flat=True)) == {None}


def test_a_report_with_an_error_loses_nothing(client, amina, home):
    client.force_login(amina)
    rows = written(home) | {"learnt": "Buller mäts från luften.", "ny-1-sek": "300"}

    page = client.post(reverse("engagement_follow_up", args=[home.number]), rows)

    assert page.status_code == 422
    assert "Buller mäts från luften." in page.text
    assert 'value="300"' in page.text
    home.refresh_from_db()
    assert home.status == Status.APPROVED
