"""What was answered before in matters like one: found, weighed and shown to who may see it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from engagements.models import Engagement
from engagements.permissions import visible_to
from engagements.vocabulary import SecrecySection
from governance import forums, precedents
from governance.actions import secrecy
from governance.models import Theme
from tests.factories import agreements, trips, visits

pytestmark = pytest.mark.django_db

TALLINN = {"requesting_organisation": "Tallinna linn", "city": "Tallinn", "country": "EE"}
BERGEN = {"requesting_organisation": "Bergen kommune", "city": "Bergen", "country": "NO"}
OSLO_PORT = {"requesting_organisation": "Oslo Havn", "city": "Oslo", "country": "NO"}


@pytest.fixture
def no_subjects(world):
    """Take the subjects away that all invented visits speak of."""
    Theme.objects.all().delete()


def alike(item, user):
    return precedents.of(item, user=user, on=timezone.localdate())


def found(item, user):
    return [one.engagement.pk for one in alike(item, user)]


@pytest.mark.usefixtures("no_subjects")
def test_the_same_counterpart_comes_before_the_place_and_the_place_before_the_country(amina):
    bergen = visits.approved(by=amina, **BERGEN)
    port = visits.approved(by=amina, **OSLO_PORT)
    oslo = visits.approved(by=amina)
    visits.approved(by=amina, **TALLINN)
    new = visits.handed_in(by=amina)

    assert found(new, amina) == [oslo.pk, port.pk, bergen.pk]


@pytest.mark.usefixtures("no_subjects")
def test_each_says_what_is_alike_and_what_was_answered(amina):
    visits.approved(by=amina)
    (one,) = alike(visits.handed_in(by=amina), amina)

    assert one.why[:3] == ("samma motpart: Oslo kommune", "samma plats: Oslo", "samma land: Norge")
    assert "samma typ av ärende" in one.why
    assert one.decision.grounds == "Vi lär oss mer än vi lägger ned."
    assert one.cost_sek == one.decision.cost_sek


def test_two_who_go_to_the_same_event_are_alike(amina):
    event = trips.event("Velo-city", by=amina, at=timezone.now())
    first = trips.approved(by=amina, about=event)
    (one,) = alike(trips.draft(by=amina, about=event), amina)

    assert one.engagement == first
    assert "samma evenemang" in one.why


@pytest.mark.usefixtures("no_subjects")
def test_two_that_speak_of_the_same_subject_are_alike(amina):
    Theme.objects.create(name_sv="Spårväg", name_en="Trams", words="spårv*\ntram")
    trams = visits.approved(by=amina, wishes="Hur spårvagnar går genom stan.", **TALLINN)
    visits.approved(by=amina, wishes="Hur färjor går.", **TALLINN)
    item = visits.handed_in(by=amina, wishes="Hur en spårväg byggs.", **OSLO_PORT)
    (one,) = alike(item, amina)

    assert one.engagement == trams
    assert one.why[0] == "samma ämne: Spårväg"
    with translation.override("en"):
        assert alike(item, amina)[0].why[0] == "same subject: Trams"


def test_a_subject_is_found_among_many_by_an_index(amina):
    Theme.objects.create(name_sv="Spårväg", name_en="Trams", words="spårv*")
    item = visits.handed_in(by=amina, wishes="Hur en spårväg byggs.", **TALLINN)
    query = forums.themes_of(item)[Theme.objects.get(name_sv="Spårväg")]
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
    plan = Engagement.objects.filter(search=query).explain()

    assert "own_search" in plan


def test_what_came_later_and_what_nobody_has_answered_is_no_precedent(amina):
    visits.handed_in(by=amina)
    visits.draft(by=amina)
    item = visits.handed_in(by=amina)
    visits.approved(by=amina)

    assert found(item, amina) == []


def test_of_many_that_are_as_alike_the_five_newest_are_shown_and_always_those(amina):
    made = [visits.approved(by=amina).pk for _ in range(7)]
    item = visits.handed_in(by=amina)

    assert found(item, amina) == found(item, amina) == made[:1:-1]


def test_nothing_that_a_reader_may_not_see_is_a_precedent(amina, world):
    secret = visits.approved(by=amina)
    names = {"by": amina, "at": timezone.now()}
    secrecy.make_secret(secret, section=SecrecySection.FOREIGN, grounds="Annan stat", **names)
    item = visits.handed_in(by=amina)

    told = {}
    for key, person in world.items():
        seen = set(visible_to(person, on=timezone.localdate()).values_list("pk", flat=True))
        if item.pk in seen:
            told[key] = secret.pk in found(item, person)
            assert told[key] == (secret.pk in seen), key
    assert set(told.values()) == {True, False}


def test_a_secret_matter_leaves_no_trace_in_the_page(amina, world, client, login):
    shown = visits.approved(by=amina, **OSLO_PORT)
    secret = visits.approved(by=amina)
    names = {"by": amina, "at": timezone.now()}
    secrecy.make_secret(secret, section=SecrecySection.FOREIGN, grounds="Annan stat", **names)
    item = visits.handed_in(by=amina)
    login(client, world["ingrid.ros"])
    address = reverse("engagement_alike", args=[item.number])
    page = client.get(address, headers={"HX-Request": "true"}).text

    assert shown.number in page
    assert secret.number not in page
    assert page.count("<li>") == 1


def test_only_who_may_see_the_matter_sees_what_is_like_it(amina, world, client, login):
    visits.approved(by=amina)
    item = visits.handed_in(by=amina)
    address = reverse("engagement_alike", args=[item.number])
    answers = {}
    for key in ("amina.lindqvist", "johan.ekstrom", "stina.ek"):
        login(client, world[key])
        answers[key] = "Vi lär oss mer än vi lägger ned." in client.get(address).text

    assert answers == {"amina.lindqvist": True, "johan.ekstrom": True, "stina.ek": False}


def test_the_item_page_leads_there_and_does_not_wait_for_it(amina, client, login):
    earlier = visits.approved(by=amina)
    item = visits.handed_in(by=amina)
    login(client, amina)
    page = client.get(item.get_absolute_url()).text

    assert f'href="{reverse("engagement_alike", args=[item.number])}"' in page
    assert earlier.number not in page


def test_each_answer_is_told_in_the_words_of_its_kind(amina, client, login):
    agreements.agreed(by=amina)
    visits.approved(by=amina)
    item = visits.handed_in(by=amina)
    login(client, amina)
    page = client.get(reverse("engagement_alike", args=[item.number])).text

    assert "<strong>Tar emot besöket</strong>" in page
    assert "<strong>Godkänner avtalet</strong>" in page


def test_many_cost_no_more_queries_than_one(amina):
    visits.approved(by=amina)
    one = visits.handed_in(by=amina)
    for _ in range(29):
        visits.approved(by=amina)
    many = visits.handed_in(by=amina)

    asked(one, amina)  # what a process reads once
    assert asked(one, amina) == asked(many, amina)


def asked(item, user):
    item = Engagement.objects.get(pk=item.pk)
    with CaptureQueriesContext(
        connection,
    ) as told:
        rows = alike(item, user)
        [(row.decision, row.told, str(row.engagement.organisation)) for row in rows]
    return len(told)
