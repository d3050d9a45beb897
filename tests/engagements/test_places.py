"""Places and counterparts are found by any of their names, however they are spelled."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from engagements import places, remembering
from engagements.lifecycle import move
from engagements.models import Counterpart, Named, Place, Tie
from engagements.vocabulary import Body, Status
from tests.factories import visits
from tests.rows import NOON

pytestmark = pytest.mark.django_db
SPELLINGS = ("Gdańsk", "Gdansk", "GDANSK", "GDAŃSK", "Gdan\u0301sk")
LETTERS = st.text("aåäöéńłøüŁÅÉ bcdgkst-'.", min_size=2, max_size=12).filter(
    lambda text: any(letter.isalpha() for letter in text)
)


def place(name, country="PL", **more):
    return remembering.save(Place(name_sv=name, country=country, **more), by=None, at=NOON)


def counterpart(name, country="", **more):
    return remembering.save(Counterpart(name=name, country=country, **more), by=None, at=NOON)


@pytest.mark.parametrize("written", SPELLINGS)
@pytest.mark.parametrize("known", SPELLINGS)
def test_every_spelling_finds_every_other(known, written):
    row = place(known)

    assert list(places.named(Place, written, country="PL")) == [row]
    assert list(places.alike(Place, written)) == [row]


@settings(max_examples=40)
@given(LETTERS)
def test_a_name_is_found_by_itself_and_in_capitals(name):
    row = place(name)

    assert row in places.named(Place, name)
    assert row in places.named(Place, name.upper())


def test_a_name_in_another_language_finds_the_same_place(world):
    helsingfors = Place.objects.get(name_sv="Helsingfors")

    assert list(places.named(Place, "HELSINKI", country="FI")) == [helsingfors]
    assert places.suggested(Place, "Helsi", user=world["amina.lindqvist"], on=NOON.date()) == [
        helsingfors
    ]
    assert list(places.named(Place, "Helsinki", country="SE")) == []


def test_half_a_name_is_no_name():
    place("Frankfurt am Main", "DE")

    assert list(places.named(Place, "Frankfurt")) == []
    assert [row.name_sv for row in places.alike(Place, "Frankfurt")] == ["Frankfurt am Main"]


@pytest.mark.parametrize("written", ["City of Helsinki", "Helsingfors stad", "Helsingin kaupunki"])
def test_a_city_is_found_by_its_place_whatever_it_calls_itself(world, written):
    home = Place.objects.get(name_sv="Helsingfors")
    row = counterpart("Stadskansliet vid torget", "FI", kind="capital_city", place=home)

    assert list(places.alike(Counterpart, written, country="FI")) == [row]


def test_a_draft_is_tied_to_what_is_known_and_makes_nothing(amina):
    item = visits.draft(by=amina, city="Ósló", requesting_organisation="Nytt kommunförbund")

    tie = item.ties.get()
    assert (tie.city, tie.place.name_sv) == ("Ósló", "Oslo")
    assert (tie.organisation, tie.counterpart) == ("Nytt kommunförbund", None)
    assert Counterpart.objects.count() == 0


def test_what_is_handed_in_makes_the_rows_that_are_lacking(amina):
    item = visits.handed_in(by=amina, city="Drøbak", requesting_organisation="Frogn kommune")
    connection.check_constraints()

    tie = item.ties.get()
    assert (tie.place.name_sv, tie.place.country, tie.place.added_by) == ("Drøbak", "NO", amina)
    assert (tie.counterpart.name, tie.counterpart.place) == ("Frogn kommune", tie.place)
    assert (tie.counterpart.kind, tie.counterpart.sector) == ("capital_city", "public")


def test_the_same_name_in_another_spelling_makes_no_second_row(amina):
    first = visits.handed_in(by=amina, requesting_organisation="Région Île-de-France")
    again = visits.handed_in(by=amina, requesting_organisation="REGION ILE DE FRANCE")

    assert first.ties.get().counterpart == again.ties.get().counterpart


def test_a_name_that_two_have_is_asked_of_and_not_guessed(amina):
    one = Place.objects.get(name_sv="Oslo")
    other = place("Oslo", "NO")
    item = visits.draft(by=amina)

    assert item.ties.get().place is None
    (asked,) = places.questions(item, user=amina, on=NOON.date())
    assert {row.pk for row in asked.candidates} == {one.pk, other.pk}


def test_what_a_person_chose_stays_until_the_words_change(amina, world):
    item = visits.draft(by=amina, city="Helsnki", country="FI")
    (asked,) = places.questions(item, user=amina, on=NOON.date())
    places.choose(asked.tie, "place", asked.candidates[0], by=amina, at=NOON)

    places.follow(item, item.visit, by=amina, at=NOON)
    assert item.ties.get().place.name_sv == "Helsingfors"
    item.visit.city = "Åbo"
    places.follow(item, item.visit, by=amina, at=NOON)
    assert item.ties.get().place.name_sv == "Åbo"
    connection.check_constraints()


def test_a_new_one_is_made_where_a_person_says_that_none_is_meant(amina):
    known = counterpart("Oslo kommunen", "NO")
    item = visits.draft(by=amina)
    (asked,) = places.questions(item, user=amina, on=NOON.date())
    assert asked.candidates == [known]

    places.choose(asked.tie, "counterpart", None, by=amina, at=NOON)
    assert places.questions(item, user=amina, on=NOON.date()) == []
    move(item, Status.DECISION, by=amina, at=NOON, why="", ball=Body.RECEIVING_BODY)

    assert item.ties.get().counterpart.name == "Oslo kommune"


def test_a_withdrawn_draft_leaves_no_row_behind(amina):
    item = visits.draft(by=amina, requesting_organisation="Ingen alls")

    move(item, Status.WITHDRAWN, by=amina, at=NOON, why="", ball=None)

    assert Counterpart.objects.count() == 0


def test_several_parties_keep_what_each_is_tied_to(amina, world):
    item = visits.draft(by=amina)

    class Parties:
        named = [Named("Oslo kommune", "Oslo", "NO"), Named("", "Helsinki", "FI")]

    places.follow(item, Parties, by=amina, at=NOON)
    Parties.named = [Named("", "Helsinki", "FI"), Named("Tallinna linn", "Tallinn", "EE")]
    places.follow(item, Parties, by=amina, at=NOON)
    assert {str(tie.place) for tie in item.ties.all()} == {"Helsingfors", "Tallinn"}
    Parties.named = [Named("", "Helsinki", "FI")]
    places.follow(item, Parties, by=amina, at=NOON)

    assert [str(tie.place) for tie in item.ties.all()] == ["Helsingfors"]
    assert Tie.history.filter(engagement=item, history_type="-").count() == 1
    connection.check_constraints()


def test_the_list_of_places_is_loaded_once_and_respects_what_people_wrote(world, admin):
    oslo = Place.objects.get(name_sv="Oslo")
    places.correct(oslo, {"name_sv": "Oslo by", "capital": False}, by=admin, at=NOON)
    fact = {"country": "NO", "capital": "1", "name_sv": "Oslo", "name_en": "Oslo"}

    added = places.load([fact | {"other_names": "Kristiania"}], at=NOON)

    oslo.refresh_from_db()
    assert (added, oslo.name_sv, oslo.capital) == (0, "Oslo by", False)
    assert oslo.names == ["Oslo by", "Oslo", "Kristiania"]


def test_a_place_that_was_typed_first_gains_the_names_of_the_list(world):
    typed = place("Drøbak", "NO")
    fact = {"country": "NO", "capital": "0", "name_sv": "Drøbak", "name_en": "Drobak (En)"}

    for _again in range(2):
        assert places.load([fact | {"other_names": "Drøback"}], at=NOON) == 0

    typed.refresh_from_db()
    assert typed.names == ["Drøbak", "Drobak (En)", "Drøback"]
