"""Asking for a trip, seen from the contact person's browser."""

import re
import uuid
from datetime import date

import pytest
from django.utils import timezone

from engagements.forms import summary
from engagements.forms.fields import LinesField
from engagements.models import Conflict, Engagement, FormKey, Organisation, Role
from engagements.permissions import permitted
from engagements.vocabulary import Action, Status
from governance import committee
from governance.actions import deciding, erasing, intake
from governance.actions.deciding import HasConflict
from governance.models import AgendaItem
from tests.factories import trips
from visits.demo.events import Goer
from visits.models import Conference, Traveller, Trip, TripCost
from visits.trip.fields import HoursField

pytestmark = pytest.mark.django_db

HERE = "/arenden/nytt/resa/"


@pytest.fixture
def site(client, login, amina):
    login(client, amina)
    return client


def begin(site, **answers):
    host = Organisation.objects.get(code="MF").pk
    sent = {"key": str(uuid.uuid4()), "organisation": host, "name": "", **answers}
    return site.post(HERE, sent)


def answer(site, item, step, **answers):
    version = Engagement.objects.get(pk=item.pk).version
    sent = {"version": version, "step": step, **answers}
    return site.post(f"/arenden/{item.number}/steg/{step}/", sent)


def shown(site, item, step):
    return site.get(f"/arenden/{item.number}/steg/{step}/")


def as_shown(site, item, step):
    """Everything that a browser would send back unchanged."""
    form = shown(site, item, step).context["form"]
    sent = {}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, ""):
            sent[name] = value
    return sent


@pytest.fixture
def bett(amina):
    return trips.event(
        "BETT", by=amina, at=timezone.now(), city="London", country="GB", organiser="Hyve"
    )


def test_one_looks_for_the_event_first_and_picking_it_makes_the_draft(site, bett):
    found = site.get(HERE, {"q": "bet"}).text
    assert f'href="{HERE}?evenemang={bett.pk}"' in found
    picked = site.get(HERE, {"evenemang": bett.pk})
    assert "London, Storbritannien" in picked.text

    response = begin(site, conference=bett.pk)

    item = Engagement.objects.get()
    assert response["Location"] == f"/arenden/{item.number}/steg/1/"
    assert (item.title, item.trip.conference, item.kind) == ("BETT", bett, "trip")
    assert (item.starts_on, item.ends_on) == (bett.opens_on, bett.closes_on)
    assert "London" in item.search_words


def test_the_same_is_found_while_one_writes(site, bett):
    html = site.get("/evenemang/", {"q": "LONDON"}).text

    assert f"?evenemang={bett.pk}" in html
    assert "<html" not in html


@pytest.mark.parametrize("asked", ["evenemang=999999", "evenemang=x", "evenemang=%C2%B2", "q=%00"])
def test_an_address_that_names_nothing_is_the_search(site, asked):
    assert 'name="q"' in site.get(f"{HERE}?{asked}").text


def test_what_nobody_has_heard_of_is_added(site, amina):
    response = begin(
        site, name="Clean Air Forum", country="IT", city="Rom", opens_on="2 februari 2027"
    )

    event = Conference.objects.get()
    assert response.status_code == 302
    assert (event.name, event.opens_on, event.added_by) == (
        "Clean Air Forum",
        date(2027, 2, 2),
        amina,
    )
    assert Trip.objects.get().conference == event


def test_a_name_much_like_a_known_one_is_asked_about_and_nothing_typed_is_lost(site, bett):
    refused = begin(site, name="Bett 2027", city="London")

    assert refused.status_code == 422
    assert f"?evenemang={bett.pk}" in refused.text
    assert 'value="Bett 2027"' in refused.text
    assert Engagement.objects.count() == 0

    taken = begin(site, name="Bett 2027", city="London", another="on")

    assert taken.status_code == 302
    assert Conference.objects.count() == 2


def test_a_second_click_leads_to_the_same_draft_and_the_same_event(site):
    key = str(uuid.uuid4())

    first = begin(site, key=key, name="Clean Air Forum")
    second = begin(site, key=key, name="Clean Air Forum")

    assert first["Location"] == second["Location"]
    assert Conference.objects.count() == Trip.objects.count() == FormKey.objects.count() == 1


def test_an_event_needs_a_name_and_days_in_order(site):
    refused = begin(site, name="", opens_on="2027-02-02", closes_on="2027-02-01")

    assert refused.status_code == 422
    assert "Skriv vad evenemanget heter" in refused.text
    assert "Slutdatum måste vara samma dag som start eller senare" in refused.text
    assert 'value="2027-02-01"' in refused.text


def test_somebody_without_an_organisation_is_told_who_registers(client, login, world, bett):
    login(client, world["ingrid.ros"])

    assert "inte kontaktperson för någon verksamhet" in client.get(HERE).text
    assert begin(client, conference=bett.pk).status_code == 422
    assert Engagement.objects.count() == 0


def test_what_is_known_of_the_event_is_written_on_it(site, amina, bett):
    item = trips.draft(by=amina, about=bett)

    sent = as_shown(site, item, 1) | {"register_by": "2026-12-20", "programme": "Tre dagar"}
    answer(site, item, 1, **sent)

    bett.refresh_from_db()
    assert (bett.register_by, bett.programme) == (date(2026, 12, 20), "Tre dagar")
    assert bett.history.latest("history_id").history_user == amina


def test_an_event_that_others_rest_on_is_not_changed_from_ones_own_request(
    site, world, amina, bett
):
    item = trips.draft(by=amina, about=bett)
    trips.draft(by=world["lena.forsgren"], host="EXPLK", about=bett)

    page = shown(site, item, 1)
    answer(site, item, 1, **as_shown(site, item, 1), name="Något annat", city="Paris")

    bett.refresh_from_db()
    assert "name" not in page.context["form"].fields
    assert "Fler ansökningar gäller samma evenemang" in page.text
    assert (bett.name, bett.city) == ("BETT", "London")


@pytest.mark.parametrize(
    ("step", "wrong", "said"),
    [
        (1, {"link": "javascript:alert(1)"}, "Skriv hela adressen, med https:// först"),
        (1, {"name": ""}, "Skriv vad evenemanget heter"),
        (1, {"closes_on": "2020-01-01"}, "Slutdatum måste vara samma dag"),
        (1, {"received_on": "2099-01-01"}, "Dagen har inte varit än"),
        (1, {"travellers-0-email": "tora"}, "Skriv en e-postadress med @"),
        (3, {"programme_hours": "sju, åtta"}, "Skriv en siffra för varje dag"),
        (3, {"programme_hours": "25"}, "Ett dygn har 24 timmar"),
        (3, {"programme_hours": " ".join("1" * 61)}, "Skriv högst 60 dagar"),
        (3, {"costs-0-amount_sek": "många"}, "Skriv beloppet i hela kronor"),
        (3, {"costs-0-traveller": "17"}, "Välj bland svaren som visas"),
        (3, {"distance_km": "långt"}, "Skriv antalet med siffror"),
        (2, {"external_share": "101"}, "Andelen är högst 100 procent"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_question_and_loses_nothing(
    site, amina, step, wrong, said
):
    item = trips.draft(by=amina)
    right = {1: {"city": "Milano"}, 2: {"purpose": "Nytt syfte"}, 3: {"budget_line": "Ny ram"}}

    response = answer(site, item, step, **as_shown(site, item, step) | right[step] | wrong)

    form = response.context["form"]
    assert response.status_code == 422
    assert said in response.text
    assert list(form.errors) == list(wrong)
    assert all(form[name].value() == typed for name, typed in wrong.items())
    fresh = Engagement.objects.get(pk=item.pk)
    stored = {1: fresh.trip.conference.city, 2: fresh.trip.purpose, 3: fresh.budget_line}
    assert stored[step] == next(iter(right[step].values()))


def test_rows_are_written_once_each_and_taken_away_when_empty(site, amina):
    item = trips.draft(by=amina, goers=())
    sent = as_shown(site, item, 1)
    row = {"travellers-0-name": "Vera Stenmark", "travellers-0-office": "chair"}

    answer(site, item, 1, **sent | row)
    answer(site, item, 1, **sent | row | {"travellers-1-function": "Utredare"})
    assert [str(one) for one in Traveller.objects.order_by("place")] == [
        "Vera Stenmark",
        "Utredare",
    ]
    answer(site, item, 1, **sent | {"travellers-1-function": "Utredare"})

    assert [one.place for one in Traveller.objects.all()] == [1]


def test_who_has_an_account_is_recognised_by_mail_or_by_a_name_of_their_own(site, world, amina):
    item = trips.draft(by=amina, goers=())
    sent = as_shown(site, item, 1)

    answer(site, item, 1, **sent | {"travellers-0-name": "erik palm"})
    assert Traveller.objects.get().user == world["erik.palm"]
    answer(
        site,
        item,
        1,
        **sent | {"travellers-0-name": "erik palm", "travellers-0-email": "x@y.example"},
    )
    assert Traveller.objects.get().user is None
    answer(site, item, 1, **sent | {"travellers-0-email": world["bo.lilja"].email.upper()})

    assert Traveller.objects.get().user == world["bo.lilja"]


def test_the_cost_follows_its_rows_until_somebody_says_another(site, amina):
    item = trips.draft(by=amina, goers=(Goer("Utredare"),), estimated_sek=None)
    TripCost.history.count()
    sent = as_shown(site, item, 3)
    assert "estimated_sek" not in sent or sent["estimated_sek"] == ""

    answer(site, item, 3, **sent | {"costs-0-amount_sek": "5 000"})
    item.refresh_from_db()
    follows = item.estimated_sek
    item.estimated_sek, item._history_user = 99, amina
    item.save()
    answer(site, item, 3, **as_shown(site, item, 3) | {"costs-0-amount_sek": "6 000"})
    item.refresh_from_db()

    assert follows == 14_850 - 4_200 + 5_000
    assert item.estimated_sek == 99


def test_the_form_says_what_the_city_counts_and_what_can_be_followed_from_home(site, amina):
    html = shown(site, trips.draft(by=amina), 3).text

    assert "Stadens beräkning är 1\xa0064\xa0kg." in html
    assert "Evenemanget kan följas digitalt." in html


def test_the_item_page_shows_the_table_who_else_goes_and_who_pays(site, world, amina, bett):
    item = trips.handed_in(by=amina, about=bett)
    trips.handed_in(by=world["lena.forsgren"], host="EXPLK", about=bett)

    html = re.sub(r"\s+", " ", site.get(f"/arenden/{item.number}/").text.replace("\xa0", " "))

    assert '<th scope="row">Tora Lind<span class="ko__sub">Utredare, luft' in html
    assert "Tjänsteperson · anställd" in html
    assert "29 700 kr" in html
    assert "Betalas av: Staden" in html
    assert "Exploateringskontoret<span" in html
    assert "2 personer · Ställningstagande" in html


def test_as_many_queries_with_thirty_rows_as_with_one(site, amina, django_assert_max_num_queries):
    few = trips.handed_in(by=amina, goers=trips.TWO[:1])
    many = trips.handed_in(by=amina, goers=tuple(Goer(f"Utredare {n}") for n in range(18)))
    site.get(f"/arenden/{few.number}/")

    for address in ("", "steg/1/", "steg/3/"):
        with django_assert_max_num_queries(200) as counted:
            site.get(f"/arenden/{few.number}/{address}")
        allowed = len(counted)
        with django_assert_max_num_queries(allowed):
            site.get(f"/arenden/{many.number}/{address}")


def test_the_list_of_trips_asks_as_little_whatever_its_length(
    site, amina, django_assert_max_num_queries
):
    trips.handed_in(by=amina)
    site.get("/arenden/?typ=trip")
    with django_assert_max_num_queries(60) as counted:
        site.get("/arenden/?typ=trip")
    allowed = len(counted)
    for _number in range(4):
        trips.handed_in(by=amina)

    with django_assert_max_num_queries(allowed):
        assert len(site.get("/arenden/?typ=trip").context["page"].rows) == 5


def test_who_travels_does_not_decide(amina, world):
    goers = (Goer("Kontaktperson", name=amina.name),)
    item = trips.handed_in(by=amina, goers=goers)
    today = timezone.localdate()

    assert Action.DECIDE not in permitted(amina, item, on=today)
    assert Action.CHANGE in permitted(amina, item, on=today)
    assert Action.DECIDE in permitted(world["erik.palm"], item, on=today)
    with pytest.raises(HasConflict, match="Ärendet gäller dig själv"):
        deciding.decide(
            item,
            outcome="accepted",
            grounds="Jag vill åka.",
            organisation=item.organisation,
            role="contact_person",
            by=amina,
            at=timezone.now(),
        )
    assert Conflict.objects.count() == 0


def test_who_travels_and_holds_the_ball_reads_who_decides_instead(client, login, amina):
    item = trips.handed_in(by=amina, goers=(Goer("Kontaktperson", name=amina.name),))
    login(client, amina)

    html = client.get(f"/arenden/{item.number}/").text

    assert "Din ersättare eller nämndens sekreterare tar ställning." in html
    assert "stallning-outcome" not in html


def test_a_member_of_the_committee_who_travels_stands_aside(world):
    hanna = world["hanna.stahl"]
    goers = (Goer("Borgarråd", name=world["bo.lilja"].name),)
    item = trips.draft(by=hanna, host="SLK", goers=goers, on_behalf_of_ks=True)
    matter = AgendaItem(pk=1, engagement=item)

    aside = committee.aside(matter, [world["bo.lilja"], world["vera.stenmark"]])

    assert aside == {world["bo.lilja"].pk: "deltar själv i det som ärendet gäller"}


@pytest.mark.parametrize(
    ("key", "sees"),
    [
        ("erik.palm", True),
        ("johan.ekstrom", True),
        ("bo.lilja", True),
        ("gunilla.berg", True),
        ("lena.forsgren", False),
    ],
)
def test_a_trip_is_read_by_those_who_read_a_visit(client, login, world, amina, key, sees):
    item = trips.handed_in(by=amina)
    login(client, world[key])

    found = "Tora Lind" in client.get(f"/arenden/{item.number}/").text

    assert found is sees


def test_a_draft_is_nobody_elses(client, login, world, amina):
    item = trips.draft(by=amina)
    login(client, world["johan.ekstrom"])

    assert "Sidan finns inte" in client.get(f"/arenden/{item.number}/").text
    assert Role.objects.filter(user=world["johan.ekstrom"]).exists()


def test_the_settings_correct_an_event_for_all_who_point_at_it(client, login, admin, amina, bett):
    item = trips.draft(by=amina, about=bett)
    login(client, admin)

    page = client.get(f"/installningar/evenemang/{bett.pk}/")
    client.post(f"/installningar/evenemang/{bett.pk}/", {"name": "BETT UK", "city": "Leeds"})

    bett.refresh_from_db()
    assert item.number in page.text
    assert (bett.name, bett.city) == ("BETT UK", "Leeds")
    assert "Leeds" in Engagement.objects.get(pk=item.pk).search_words


def test_the_settings_merge_two_events(client, login, admin, amina, bett):
    twin = trips.event("Bett show", by=amina, at=timezone.now(), city="London")
    item = trips.draft(by=amina, about=twin)
    login(client, admin)
    assert "Kan vara samma" in client.get("/installningar/evenemang/").text

    told = client.post(f"/installningar/evenemang/{twin.pk}/", {"into": bett.pk}, follow=True).text

    assert "Evenemangen är ett nu. 1 ansökan flyttades." in told
    assert Trip.objects.get(pk=item.pk).conference == bett
    assert "är ett med" in client.get(f"/installningar/evenemang/{twin.pk}/").text
    assert "Kan vara samma" not in client.get("/installningar/evenemang/").text


@pytest.mark.parametrize("wrong", [{"into": ""}, {"into": "99999"}, {"name": ""}])
def test_what_the_settings_cannot_read_changes_nothing(client, login, admin, bett, wrong):
    login(client, admin)

    answer = client.post(f"/installningar/evenemang/{bett.pk}/", wrong)

    assert answer.status_code == 422
    assert bett.history.count() == 1


def test_events_are_the_administrators(client, login, amina, bett):
    login(client, amina)

    for address in ("", f"{bett.pk}/"):
        page = client.get(f"/installningar/evenemang/{address}")
        assert page.status_code == 404
        assert "Sidan finns inte" in page.text


def test_a_trip_is_decided_in_its_own_words_and_followed_up_without_a_reply(client, login, amina):
    item = trips.approved(by=amina)
    login(client, amina)

    html = client.get(f"/arenden/{item.number}/").text

    assert item.status == Status.APPROVED
    assert "Godkänner deltagandet" in html
    assert "Svara delegationen" not in html


def test_the_names_of_those_who_went_are_erased_in_the_end(amina, world):
    goers = (Goer("Utredare, luft", name=world["erik.palm"].name),)
    item = trips.handed_in(by=amina, goers=goers)
    row = Traveller.objects.get(engagement=item)
    assert row.user == world["erik.palm"]
    at = timezone.now()
    intake.withdraw(item, why="Ingen åker.", by=amina, at=at)

    erasing.erase_personal_data(item, why="Dokumenthanteringsplan 4.2", by=amina, at=at)

    row.refresh_from_db()
    assert (row.name, row.email, row.user) == ("", "", None)
    assert (row.function, row.office) == ("Utredare, luft", "official")
    kept = {column.name for column in Traveller.history.model._meta.get_fields()}
    assert kept.isdisjoint({"name", "email", "user"})


def test_hours_are_shown_in_one_line_as_they_are_written_and_lines_each_in_its_own():
    assert summary.shown(HoursField(), [0, 7, 6, 0]) == "0, 7, 6, 0"
    assert summary.shown(LinesField(), ["En konsert", "En extra dag"]) == "En konsert\nEn extra dag"
