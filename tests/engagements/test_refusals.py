"""Addresses that make no sense, methods that are not taken, rows that are held, no database."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from engagements import lifecycle, views
from engagements.models import Engagement
from governance.models import AdviceMessage
from tests.factories import visits

POSTED = [
    "stallning",
    "samordning",
    "rad",
    "fraga",
    "trad",
    "handlingar",
    "jav",
    "dela",
    "kontroll",
]
POSTED += ["diarienummer", "aterta", "genomfort"]


@pytest.fixture
def site(client, login, world):
    login(client, world["amina.lindqvist"])
    return client


@pytest.mark.parametrize(
    "address",
    [
        "/arenden/%00/",
        "/ko/a%00b/",
        "/arenden/INT-2026-0001%00/rad/",
        "/arenden/%E2%80%AE/steg/1/",
        "/arenden/1%20OR%201=1/kvitto/",
    ],
)
def test_an_odd_number_in_the_address_is_no_page(site, address):
    response = site.get(address)

    assert response.status_code == 404
    assert "Sidan finns inte" in response.text


@pytest.mark.parametrize("place", POSTED)
def test_reading_an_address_that_takes_posts_leads_to_the_item(site, amina, place):
    item = visits.handed_in(by=amina)

    response = site.get(f"/arenden/{item.number}/{place}/")

    assert (response.status_code, response["Location"]) == (303, item.get_absolute_url())


def test_reading_what_the_queue_posts_to_leads_to_the_same_view_of_the_queue(site, amina):
    item = visits.handed_in(by=amina)

    response = site.get(f"/ko/{item.number}/overlamna/?vy=ingen")

    assert (response.status_code, response["Location"]) == (303, f"/ko/{item.number}/?vy=ingen")


def test_another_method_is_refused_on_a_page_of_ours(site, amina):
    item = visits.handed_in(by=amina)

    response = site.put(f"/arenden/{item.number}/rad/")

    assert response.status_code == 405
    assert "Det går inte att göra så här" in response.text
    assert AdviceMessage.objects.count() == 0


def test_more_than_can_be_read_is_told_on_a_page_of_ours(site, settings, amina):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    item = visits.handed_in(by=amina)

    response = site.post(f"/arenden/{item.number}/trad/", {"text": "x" * 2000})

    assert response.status_code == 413
    assert "Det du skickade är för stort" in response.text


@pytest.mark.django_db(transaction=True)
def test_a_row_that_somebody_holds_gives_the_text_back(site, amina):
    item = visits.handed_in(by=amina)
    held, done = Event(), Event()

    def hold():
        with transaction.atomic():
            lifecycle.lock(item.pk)
            held.set()
            done.wait(timeout=20)
        connection.close()

    holder = Thread(target=hold)
    holder.start()
    held.wait(timeout=20)
    with connection.cursor() as cursor:
        cursor.execute("set lock_timeout = 100")
    try:
        why = {"why": "De kommer i maj i stället", "csrfmiddlewaretoken": "Hemlig"}
        response = site.post(f"/arenden/{item.number}/aterta/", why)
    finally:
        done.set()
        holder.join()

    assert response.status_code == 409
    assert "Någon sparar ärendet just nu" in response.text
    assert "De kommer i maj i stället</textarea>" in response.text
    assert "Hemlig" not in response.text
    assert Engagement.objects.get().status == "decision"


@pytest.mark.django_db(transaction=True)
def test_without_a_database_the_text_is_given_back_and_nobody_is_signed_out(
    site, amina, monkeypatch
):
    item = visits.handed_in(by=amina)
    connection.close()
    with monkeypatch.context() as without:
        without.setitem(connection.settings_dict, "HOST", "/nowhere")
        response = site.post(f"/arenden/{item.number}/trad/", {"text": "Ett långt råd"})
        connection.close()

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store, private"
    assert "Ett långt råd</textarea>" in response.text
    assert not response.cookies


@pytest.mark.django_db
def test_who_was_signed_out_gets_the_text_back(client, world, amina):
    item = visits.handed_in(by=amina)
    address = f"/arenden/{item.number}/trad/"

    response = client.post(address, {"text": "Ett långt <svar>"}, headers={"Accept": "text/html"})

    assert response.status_code == 403
    assert response["Cache-Control"] == "no-store, private"
    assert "Location" not in response.headers
    assert "Du har loggats ut" in response.text
    assert "Ett långt &lt;svar&gt;</textarea>" in response.text
    assert f'href="/login/?next={address}">Logga in igen</a>' in response.text
    assert AdviceMessage.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        ({"text": "Ett svar"}, {"Accept": "text/html", "HX-Request": "true"}),
        ({"text": "Ett svar"}, {"Accept": "*/*"}),
        ({"unit": "eu_unit"}, {"Accept": "text/html"}),
    ],
)
def test_a_script_and_who_typed_nothing_are_led_to_the_sign_in(client, world, amina, sent, headers):
    item = visits.handed_in(by=amina)

    response = client.post(f"/arenden/{item.number}/trad/", sent, headers=headers)

    assert response.status_code == 302
    assert response["Location"].startswith("/login/?next=")


def test_what_cannot_be_read_says_so():
    assert "gick inte att läsa" in views.bad_request(None, ValueError()).text
