"""What the box suggests while one writes: numbers, words, keys and names, for its reader alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import places
from engagements.models import Counterpart, Place
from engagements.permissions import visible_to
from engagements.vocabulary import SecrecySection
from governance import searching, suggesting
from governance.actions import secrecy
from tests.factories import visits

pytestmark = pytest.mark.django_db
BERGEN = {"requesting_organisation": "Bergen kommune", "city": "Bergen", "country": "NO"}


def suggested(text, user):
    groups = suggesting.suggested(text, user=user, on=timezone.localdate())
    return {group.title: [row.name for row in group.rows] for group in groups}


def test_what_one_worked_with_last_comes_first_before_anything_is_written(amina, world):
    first, last = visits.draft(by=amina), visits.draft(by=amina)

    assert suggested("", amina) == {"Dina senaste ärenden": [last.number, first.number]}
    assert suggested(" ", world["erik.palm"]) == {}


@pytest.mark.parametrize(
    "written",
    ["{number}", "{lower}", "{year}", "INT-{year}", "{serial}", "kommun", "oslo komm", "Öslo"],
)
def test_a_matter_is_suggested_by_how_its_number_or_its_words_begin(amina, written):
    item = visits.handed_in(by=amina)
    _int, year, serial = item.number.split("-")
    text = written.format(
        number=item.number[:-1], lower=item.number.lower(), year=year, serial=int(serial)
    )

    assert suggested(text, amina)["Ärenden"] == [item.number]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hos:", ["hos:mig", "hos:andra"]),
        ("luft hos:a", ["hos:andra"]),
        ("ho", ["hos:mig", "hos:andra"]),
        ("nämnd:miljöf", ["nämnd:MF"]),
        ("typ:besö", ['typ:"besök till staden"']),
        ("status:utk", ["status:utkast"]),
        ("paragraf:3.0", ["paragraf:3.0.1", "paragraf:3.0.2a", "paragraf:3.0.2b"]),
        ("x", None),
        ("färg:grön", None),
    ],
)
def test_a_key_is_suggested_with_its_values(amina, text, names):
    assert suggested(text, amina).get("Nycklar") == names


@pytest.mark.parametrize("key", searching.HELP)
def test_each_key_has_values_that_the_search_understands(amina, key):
    visits.handed_in(by=amina)
    text = "luft plats:osl" if key == "plats" else f"luft {key}:"
    (group,) = suggesting.suggested(text, user=amina, on=timezone.localdate())
    for row in group.rows:
        question = searching.understood(f"luft {row.name}")
        assert question.words == "luft"
        assert question.keys[0][0] == key
        searching.answered(question, user=amina, on=timezone.localdate())


def test_places_and_counterparts_are_suggested_by_any_name(amina):
    visits.handed_in(by=amina, **BERGEN)
    visits.handed_in(by=amina, requesting_organisation="Wien", city="Wien", country="AT")

    assert "Wien" in suggested("vienna", amina)["Platser"]
    assert "Bergen kommune" in suggested("bergen", amina)["Motparter"]


def test_nothing_is_suggested_that_its_reader_may_not_see(amina, world):
    secret = visits.handed_in(by=amina, counterpart="Zyxvuqstad", city="Zyxvuqstad")
    names = {"by": amina, "at": timezone.now()}
    secrecy.make_secret(secret, section=SecrecySection.FOREIGN, grounds="Annan stat", **names)
    told = set()
    for key, person in world.items():
        seen = visible_to(person, on=timezone.localdate()).filter(pk=secret.pk).exists()
        for text in ("zyxvuq", secret.number, secret.number[4:8], "plats:zyxvuq"):
            shown = suggested(text, person)
            assert (secret.number in shown.get("Ärenden", [])) == (seen and ":" not in text), key
            assert seen or not shown, (key, text)
        told.add(seen)
    assert told == {True, False}


def test_many_cost_no_more_queries_than_one(amina, client, login):
    login(client, amina)
    visits.handed_in(by=amina)
    asked(client)
    few = asked(client)
    for _ in range(9):
        visits.handed_in(by=amina)

    assert asked(client) == few


def test_names_are_weighed_a_few_at_a_time_and_come_out_the_same(amina, world, monkeypatch):
    stina = world["stina.ek"]
    for name in ("Zyxvuqstad", "Zyxvuqstads hamn", "Zyxvuqstads kommun"):
        visits.handed_in(by=amina, requesting_organisation=name)
    hidden = visits.handed_in(by=stina, host="TK", requesting_organisation="Zyxvuqstads skola")
    said = {"section": SecrecySection.FOREIGN, "grounds": "Annan stat"}
    secrecy.make_secret(hidden, by=stina, at=timezone.now(), **said)
    on, told = timezone.localdate(), {}
    for key, person in world.items():
        near = places.known_to(places.alike(Counterpart, "zyxvuqstad"), person, on=on)
        wanted = list(near[: places.SHOWN])
        for at_a_time in (1, 2, 30):
            monkeypatch.setattr(places, "AT_A_TIME", at_a_time)
            found = places.suggested(Counterpart, "zyxvuqstad", user=person, on=on)
            assert found == wanted, (key, at_a_time)
        told[key] = len(wanted)

    assert {told["amina.lindqvist"], told["stina.ek"]} == {3, 4}


def test_words_that_are_like_no_name_are_asked_for_once(amina, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert places.suggested(Place, "zyxvuq", user=amina, on=timezone.localdate()) == []


def asked(client):
    with CaptureQueriesContext(connection) as told:
        page = client.get(reverse("search_suggestions"), {"q": "oslo", "i": "sok"}).text
    assert "Besök från Oslo kommune" in page
    return len(told)


@pytest.mark.parametrize("text", ["a\x01b", "x" * 300, "\u202eabc", "'; drop", "%%", "&:*", "(("])
def test_what_is_no_text_gives_no_suggestion_and_no_error(amina, client, login, text):
    login(client, amina)
    page = client.get(reverse("search_suggestions"), {"q": text, "i": '"><b>'})

    assert page.status_code == 200
    assert "<a" not in page.text
