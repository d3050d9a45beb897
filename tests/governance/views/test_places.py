"""The pages of places and counterparts: what they gather, for whom, and at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import lifecycle, merging, permissions, remembering
from engagements.models import Counterpart, Place, PlacePairing, Tie
from tests.factories import visits

pytestmark = pytest.mark.django_db
SECRET = "Ministeriet för hemliga saker"


def place_of(item):
    return item.ties.get().place


def body_of(item):
    return item.ties.get().counterpart


def titled(item, title, *, secret=False):
    """Give an engagement a title of its own, and secrecy."""
    row = lifecycle.lock(item.pk)
    row.title, row.secret = title, secret
    return lifecycle.save(row, by=row.created_by, at=timezone.now(), why="")


@pytest.fixture
def oslo(amina):
    """Two visits from Oslo, one of them secret and from a ministry that nothing else names."""
    known = titled(visits.handed_in(by=amina, comparison="Oslo mäter oftare."), "Öppet besök")
    hidden = visits.handed_in(
        by=amina, requesting_organisation=SECRET, contact_name="Hemlig Kontakt"
    )
    return known, titled(hidden, "Hemligt besök", secret=True)


# Who sees the open visit, the secret one, and the counterpart that only the secret one names.
TABLE = [
    ("amina.lindqvist", True, True, True),
    ("johan.ekstrom", True, True, True),
    ("anders.wik", True, True, True),
    ("nils.ahlin", True, False, False),
    ("ingrid.ros", True, False, False),
    ("olle.brandt", False, False, False),
]


@pytest.mark.parametrize(("who", "open_", "secret", "ministry"), TABLE)
def test_a_page_gathers_what_its_reader_may_see_and_no_more(
    client, login, world, oslo, who, open_, secret, ministry
):
    known, hidden = oslo
    login(client, world[who])

    for address in (place_of(known).get_absolute_url(), reverse("country", args=["no"])):
        text = client.get(address).content.decode()
        assert ("Öppet besök" in text) is open_
        assert ("Oslo mäter oftare." in text) is open_
        assert ("Hemligt besök" in text) is secret
        assert ("Hemlig Kontakt" in text) is secret
        assert (SECRET in text) is ministry
    listed = client.get(reverse("counterparts"), {"visa": "alla"}).content.decode()
    assert (SECRET in listed) is ministry
    page = client.get(body_of(hidden).get_absolute_url())
    assert (page.status_code == 200) is ministry
    suggested = client.get(reverse("counterpart_suggestions"), {"text": "Ministeriet för h"})
    assert (SECRET in suggested.content.decode()) is ministry
    narrowed = client.get(reverse("engagements"), {"motpart": body_of(hidden).pk})
    assert ("Hemligt besök" in narrowed.content.decode()) is secret
    assert (SECRET in narrowed.content.decode()) is ministry


def test_a_secret_item_opened_to_one_person_is_theirs_alone(client, login, world, oslo):
    known, hidden = oslo
    olle = world["olle.brandt"]
    permissions.share(hidden, with_user=olle)

    login(client, olle)
    text = client.get(place_of(known).get_absolute_url()).content.decode()

    assert ("Hemligt besök" in text, "Öppet besök" in text) == (True, False)


def test_a_draft_names_nothing_to_others(client, login, world, amina, johan):
    item = visits.draft(by=amina, requesting_organisation="Bara ett utkast", city="Oslo")

    login(client, johan)
    text = client.get(place_of(item).get_absolute_url()).content.decode()

    assert (item.title in text, "Inga ärenden här som du kan läsa." in text) == (False, True)


@pytest.mark.parametrize("name", ["places", "counterparts"])
def test_a_list_costs_the_same_for_one_row_as_for_thirty(client, login, amina, johan, name):
    visits.handed_in(by=amina)
    login(client, johan)
    client.get(reverse(name))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(reverse(name))
    Counterpart.objects.get()
    for number in range(30):
        city = remembering.save(
            Place(name_sv=f"Stad {number}", country="NO", added_by=amina),
            by=amina,
            at=timezone.now(),
        )
        body = Counterpart(name=f"Kommun {number}", place=city, country="NO", added_by=amina)
        remembering.save(body, by=amina, at=timezone.now())
        tie = Tie(engagement=Tie.objects.first().engagement, place=city, counterpart=body)
        remembering.save(tie, by=amina, at=timezone.now())

    with CaptureQueriesContext(connection) as many:
        text = client.get(reverse(name)).content.decode()

    assert len(many) == len(few)
    assert text.count("<tr>") == 31


def test_a_place_costs_the_same_for_one_visit_as_for_thirty(client, login, amina, johan):
    first = visits.handed_in(by=amina, comparison="Lika.")
    address = place_of(first).get_absolute_url()
    login(client, johan)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(12):
        visits.handed_in(by=amina, comparison=f"Lika {number}.", contact_name=f"Namn {number}")

    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)


def test_the_list_goes_on_where_the_page_ended(client, login, world, johan):
    login(client, johan)
    seen, address = [], f"{reverse('places')}?visa=alla"
    while address:
        page = client.get(address)
        seen += [row.pk for row in page.context["rows"]]
        following = page.context["following"]
        address = f"{reverse('places')}{following}" if following else ""

    assert len(seen) == len(set(seen)) == Place.objects.count()


FILTERS = [
    ({"huvudstad": "ja", "norden": "ja", "visa": "alla"}, 8),
    ({"land": "NO", "visa": "alla"}, 4),
    ({"land": "NO", "huvudstad": "nej", "visa": "alla"}, 3),
    ({"q": "gdansk"}, 1),
    ({}, 0),
]


@pytest.mark.parametrize(("asked", "found"), FILTERS)
def test_filters_narrow_the_list(client, login, world, johan, asked, found):
    login(client, johan)

    assert len(client.get(reverse("places"), asked).context["rows"]) == found


@pytest.mark.parametrize("asked", [{"land": "XX"}, {"efter": "999999"}, {"typ": "stad"}])
def test_an_address_that_no_page_offers_is_refused(client, login, johan, asked):
    login(client, johan)

    assert client.get(reverse("counterparts"), asked).status_code == 400


def test_a_merged_place_leads_to_the_one_that_stayed(client, login, world, admin, amina):
    gone = remembering.save(Place(name_sv="Oslo by", country="NO"), by=admin, at=timezone.now())
    kept = Place.objects.get(name_sv="Oslo")
    merging.merge(gone, into=kept, by=admin, at=timezone.now())
    login(client, amina)

    answer = client.get(reverse("place", args=[gone.pk]))

    assert (answer.status_code, answer.url) == (302, kept.get_absolute_url())


def test_the_list_of_engagements_is_narrowed_to_a_place_and_leads_back(client, login, amina, johan):
    norwegian = titled(visits.handed_in(by=amina), "Från Oslo")
    titled(visits.handed_in(by=amina, country="FI", city="Helsinki"), "Från Helsingfors")
    login(client, johan)

    for asked in ({"plats": place_of(norwegian).pk}, {"land": "NO"}):
        text = client.get(reverse("engagements"), asked).content.decode()
        assert ("Från Oslo" in text, "Från Helsingfors" in text) == (True, False)
    assert f'href="{place_of(norwegian).get_absolute_url()}"' in text
    item = client.get(norwegian.get_absolute_url()).content.decode()
    for row in (place_of(norwegian), body_of(norwegian)):
        assert f'href="{row.get_absolute_url()}"' in item
    assert 'href="/platser/no/"' in item


def test_the_next_page_asks_which_is_meant_and_is_answered(client, login, amina):
    helsingfors = Place.objects.get(name_sv="Helsingfors")
    item = visits.draft(by=amina, city="Helsnki", country="FI")
    step = reverse("engagement_step", args=[item.number, 2])
    login(client, amina)
    assert "Du skrev ”Helsnki”" in client.get(step).content.decode()

    answer = client.post(
        reverse("engagement_names", args=[item.number]),
        {
            "tie": item.ties.get().pk,
            "about": "place",
            "choice": helsingfors.pk,
            "next": step,
        },
    )

    assert (answer.status_code, answer.url) == (302, step)
    assert (place_of(item), item.ties.get().city) == (helsingfors, "Helsnki")
    assert "Du skrev" not in client.get(step).content.decode()


@pytest.mark.parametrize(
    "wrong", [{"about": "person"}, {"tie": "x"}, {"choice": "0"}, {"choice": "alla"}]
)
def test_what_no_page_offers_is_no_answer(client, login, amina, wrong):
    item = visits.draft(by=amina, city="Helsnki", country="FI")
    login(client, amina)
    sent = {"tie": item.ties.get().pk, "about": "place", "choice": "new"} | wrong

    answer = client.post(reverse("engagement_names", args=[item.number]), sent)

    assert answer.status_code in (400, 404)
    assert (place_of(item), item.ties.get().place_is_new) == (None, False)


def test_nobody_else_says_what_an_engagement_means(client, login, amina, johan):
    item = visits.handed_in(by=amina)
    tie = item.ties.get()
    login(client, johan)
    sent = {"tie": tie.pk, "about": "place", "choice": "new"}

    assert client.post(reverse("engagement_names", args=[item.number]), sent).status_code == 403
    assert place_of(item).name_sv == "Oslo"


def test_the_administrator_corrects_a_counterpart(client, login, world, admin, amina):
    body = body_of(visits.handed_in(by=amina))
    login(client, admin)
    address = reverse("settings_register", args=["motparter", body.pk])
    sent = {
        "name": "Oslo kommune, rådhuset",
        "other_names": "City of Oslo\n\nOslo by",
        "kind": "city",
        "sector": "public",
        "country": "NO",
        "place": "BERGEN",
    }

    assert client.post(address, sent | {"place": "Atlantis"}).status_code == 422
    client.post(address, sent)

    body.refresh_from_db()
    assert body.names == ["Oslo kommune, rådhuset", "City of Oslo", "Oslo by", "Oslo kommune"]
    assert (body.place.name_sv, body.history.latest("history_id").history_user) == ("Bergen", admin)


@pytest.mark.parametrize("name", ["settings_duplicates", "settings_register", "settings_pair"])
def test_only_administrators_keep_the_registers(client, login, world, johan, amina, name):
    oslo, bergen = (Place.objects.get(name_sv=name) for name in ("Oslo", "Bergen"))
    where = {
        "settings_duplicates": [],
        "settings_register": ["platser", oslo.pk],
        "settings_pair": ["platser", oslo.pk, bergen.pk],
    }
    for user in (johan, amina):
        login(client, user)
        assert client.get(reverse(name, args=where[name])).status_code == 404


def test_two_that_are_not_the_same_are_not_shown_again(client, login, world, admin):
    now = timezone.now()
    old = remembering.save(Counterpart(name="Miasto Gdańsk", country="PL"), by=admin, at=now)
    new = remembering.save(Counterpart(name="Miasto Gdansk", country="PL"), by=admin, at=now)
    login(client, admin)
    address = reverse("settings_pair", args=["motparter", new.pk, old.pk])
    assert address in client.get(reverse("settings_duplicates")).content.decode()

    client.post(address, {"apart": "1"})

    assert address not in client.get(reverse("settings_duplicates")).content.decode()


def test_a_second_click_on_merge_leads_to_the_same_page(client, login, world, admin):
    oslo, bergen = (Place.objects.get(name_sv=name) for name in ("Oslo", "Bergen"))
    address = reverse("settings_pair", args=["platser", bergen.pk, oslo.pk])
    login(client, admin)

    answers = [client.post(address, {"keep": oslo.pk}) for _click in range(2)]

    assert [answer.url for answer in answers] == [oslo.get_absolute_url()] * 2
    assert PlacePairing.objects.count() == 1


def test_the_administrator_finds_another_that_is_not_alike(client, login, world, admin):
    oslo, bergen = (Place.objects.get(name_sv=name) for name in ("Oslo", "Bergen"))
    compare = reverse("settings_pair", args=["platser", bergen.pk, oslo.pk])
    login(client, admin)
    assert compare not in client.get(oslo.get_absolute_url()).content.decode()

    found = client.get(oslo.get_absolute_url(), {"lik": "bergn"}).content.decode()

    assert compare in found
    nothing = client.get(oslo.get_absolute_url(), {"lik": "qqqq"}).content.decode()
    assert "Ingen annan liknar ”qqqq”." in nothing
