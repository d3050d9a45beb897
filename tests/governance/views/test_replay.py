"""An administrator judges history under other values; the worker does it; the page shows it."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.models import Job
from governance.reports import jobs
from tests.factories import visits

ADDRESS = "/installningar/historik/"


@pytest.fixture
def result(client, login, admin, amina):
    """Ask through the page, let the job be made, and return what the result page is asked with."""

    def make(**given):
        login(client, admin)
        response = client.post(ADDRESS, {"edition": "", "since": "", "until": ""} | given)
        job = Job.objects.get()
        assert response["Location"] == reverse("job", args=[job.pk])
        jobs.make(job.pk, clock=timezone.localtime)
        return reverse("settings_replayed", args=[job.pk])

    return make


def test_figures_lead_to_their_items(client, result, amina):
    dear = visits.approved(by=amina)
    address = result(**{"varde.moderation.meal_sek": "100 kr"})

    whole = client.get(address).content.decode()
    of_clause = client.get(f"{address}?punkt=4.6>supports>judge").content.decode()
    of_other = client.get(f"{address}?verksamhet=SVOA").content.decode()

    assert "Måltid, kr per person: 100" in whole.replace("\xa0", " ")
    assert f'href="/arenden/{dear.number}/"' in whole
    assert dear.number in of_clause
    assert dear.number not in of_other


def test_nothing_flips_when_nothing_is_changed(client, result, amina):
    visits.approved(by=amina)

    assert "Inget ändras." in client.get(result()).content.decode()


def test_what_is_secret_is_a_number_without_a_link(client, result, amina):
    visits.approved(by=amina)
    address = result(**{"varde.moderation.meal_sek": "100"})
    file = Job.objects.get().file
    with file.open("rb") as kept:
        told = json.load(kept)
    told["items"][0]["number"] = "UTB 1999/0001"
    with file.storage.open(file.name, "w") as kept:
        kept.write(json.dumps(told))

    html = client.get(address).content.decode()

    assert "UTB 1999/0001" in html
    assert "/arenden/UTB" not in html


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"varde.moderation.meal_sek": "dyr"}, "Skriv"),
        ({"varde.reception.decider": "kungen"}, "Värdet går inte att använda"),
        (
            {"edition": "strategy-2", "varde.review.period_years": "9"},
            "Utgåvan bestämmer själv det här",
        ),
        ({"since": "2026-02-01", "until": "2026-01-01"}, "Slutet ligger före början"),
    ],
)
def test_what_can_not_be_asked_is_told_at_its_field_and_kept(client, login, admin, given, said):
    login(client, admin)

    response = client.post(ADDRESS, {"edition": "", "since": "", "until": ""} | given)

    html = response.content.decode()
    assert response.status_code == 422
    assert said in html
    assert all(f'value="{text}"' in html for name, text in given.items() if name != "edition")
    assert not Job.objects.exists()


def test_the_result_is_for_the_one_who_asked(client, result, login, amina, world):
    address = result()
    other = client.get(address)
    login(client, amina)

    assert (other.status_code, client.get(address).status_code) == (200, 404)
    assert client.get(ADDRESS).status_code == 404
