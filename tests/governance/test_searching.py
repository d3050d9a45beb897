"""One box finds what its reader may see of matters, places, counterparts and lessons."""

from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagements.models import MatterText
from engagements.permissions import visible_to
from engagements.registration import save_draft
from engagements.vocabulary import SecrecySection
from governance import searching
from governance.actions import knowing, secrecy
from governance.models import GoodExample
from tests.factories import files, visits

pytestmark = pytest.mark.django_db
BERGEN = {"requesting_organisation": "Bergen kommune", "city": "Bergen", "country": "NO"}


def answer(text, user):
    return searching.answered(searching.understood(text), user=user, on=timezone.localdate())


def found(text, user):
    return {row.pk for rows in answer(text, user).kinds.values() for row in rows}


@pytest.mark.parametrize(
    ("text", "oslo", "bergen"),
    [
        ("bergen", False, True),
        ("kommune -bergen", True, False),
        ('"bergen kommune"', False, True),
        ('"oslo kommune"', True, True),  # of the title that both have
        ('"norge kommune"', False, False),
        ("plats:Bergen", False, True),
        ("typ:besök kommune", True, True),
        ("typ:konferens", False, False),
        ("nämnd:MF bergen", False, True),
        ("status:utkast", True, False),
        ("år:1999", False, False),
    ],
)
def test_words_and_keys_find_the_matters_that_hold_them(amina, text, oslo, bergen):
    rows = {visits.draft(by=amina).pk: oslo, visits.handed_in(by=amina, **BERGEN).pk: bergen}

    assert found(text, amina) == {pk for pk, wanted in rows.items() if wanted}


def test_a_matter_is_found_by_its_number_and_stands_under_its_kind(amina):
    item = visits.handed_in(by=amina)

    assert answer(item.number, amina).kinds == {"Besök till staden": [item]}


@pytest.mark.parametrize(
    "text",
    ["färg:grön", "år:i går", "typ:middag", "hos:grannen", "nämnd:zz9", "paragraf:9.9"],
)
def test_what_is_not_understood_is_said_and_stays_in_the_box(amina, client, text):
    client.force_login(amina)
    page = client.get(reverse("search"), {"q": text})

    assert page.status_code == 422
    assert f'value="{text}"' in page.text
    with pytest.raises(ValidationError, match=text.partition(":")[0]):
        answer(text, amina)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_text_is_answered_or_not_understood(amina, text):
    try:
        count = answer(text, amina).count
    except ValidationError as error:
        count = str(len(error.messages))
    assert count.isdecimal()


def test_a_secret_matter_is_found_by_those_who_see_it_and_unknown_to_others(amina, world, client):
    secret = visits.handed_in(by=amina, counterpart="Zyxvuqstad", city="Zyxvuqstad")
    names = {"by": amina, "at": timezone.now()}
    secrecy.make_secret(secret, section=SecrecySection.FOREIGN, grounds="Annan stat", **names)
    told = {}
    for key, person in world.items():
        seen = visible_to(person, on=timezone.localdate()).filter(pk=secret.pk).exists()
        for text in ("zyxvuqstad", secret.number):
            told[key] = answer(text, person)
            assert (told[key].count == "1") == seen, key
            assert seen or told[key].nothing, key
    assert {one.nothing for one in told.values()} == {True, False}


def test_what_a_matter_says_is_found_under_a_heading_of_its_own(amina, world, client, login):
    about = visits.handed_in(by=amina, title="Sandlösning på gator", **BERGEN)
    says = visits.handed_in(by=amina, wishes="De vill se en sandlösning, och hur den blandas.")
    told = answer("sandlösningen", amina)

    assert [row for rows in told.kinds.values() for row in rows] == [about]
    assert [one.engagement for one in told.texts] == [says]
    assert "sandlösning, och hur den blandas." in told.texts[0].part
    login(client, amina)
    page = client.get(reverse("search"), {"q": "sandlösning"}).text
    assert "I ärendenas texter" in page
    assert page.count(f'href="{says.get_absolute_url()}"') == 1
    assert "Ärenden: 1" in page

    page = client.get(reverse("search"), {"q": "blandas"}).text
    assert "Inget ärende handlar om just det." in page
    assert "Ärenden: " not in page


def test_what_a_matter_says_is_found_by_those_who_see_it_alone(amina, world):
    secret = visits.handed_in(by=amina, wishes="De vill se zyxvuqverk.", head_name="Qvuxyz")
    names = {"by": amina, "at": timezone.now()}
    secrecy.make_secret(secret, section=SecrecySection.FOREIGN, grounds="Annan stat", **names)
    for key, person in world.items():
        seen = visible_to(person, on=timezone.localdate()).filter(pk=secret.pk).exists()
        assert bool(answer("zyxvuqverk", person).texts) == seen, key
    assert answer("Qvuxyz", amina).nothing  # people are not


def test_what_matters_said_before_is_gathered_and_what_they_say_now_is_kept(amina):
    item = visits.draft(by=amina, wishes="De vill se zyxvuqverk.")
    MatterText.objects.all().delete()
    assert answer("zyxvuqverk", amina).nothing

    told = StringIO()
    call_command("gather_texts", stdout=told)
    call_command("gather_texts", stdout=StringIO())
    assert told.getvalue() == "The words of 1 matters are gathered.\n"
    assert [one.engagement for one in answer("zyxvuqverk", amina).texts] == [item]

    item.visit.wishes = "De vill se annat."
    names = {"version": item.version, "by": amina, "at": timezone.now()}
    save_draft(item, item.visit, changed=["wishes"], **names)
    assert answer("zyxvuqverk", amina).nothing


def test_a_document_and_a_proposal_are_found_by_those_who_may_open_them_alone(
    amina, world, client, login, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    item = visits.handed_in(by=amina)
    row = files.add(item, name="program.docx", content=files.docx("Zyxvuqstad"), by=amina)
    names = {"by": amina, "at": timezone.now()}
    secrecy.make_secret(item, section=SecrecySection.FOREIGN, grounds="Annan stat", **names)
    said = {"shows": "Zyxvuqstad", "contact": "Enheten", "theme": None, "title": "Exempel"}
    home = item.organisation
    proposed = knowing.propose(GoodExample(), accepted=False, organisation=home, **said, **names)
    opened = {}
    for key, person in world.items():
        told = answer("zyxvuqstad", person)
        login(client, person)
        file = client.get(reverse("engagement_document", args=[item.number, row.pk]))
        opens = file.status_code == 200 and b"".join(file.streaming_content) != b""
        example = client.get(proposed.get_absolute_url())
        opened[key] = (opens, example.status_code == 200)
        assert (bool(told.documents), bool(told.known)) == opened[key], key
        spelled = answer("zyxvuqstäd", person)  # the tier of those that are spelled alike
        assert bool(spelled.documents) == opened[key][0], key
    assert len(set(opened.values())) > 2


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("paragraf:4.6", True),
        ("paragraf:4", True),
        ("paragraf:3.0.2", True),
        ("paragraf:3.0.2a", True),
        ("paragraf:§3.0.2.", True),
        ("paragraf:4.7", False),
        ("paragraf:Travel", False),
        ('paragraf:"KL 6:28"', False),
        ("paragraf:law", False),
    ],
)
def test_a_clause_finds_what_was_judged_by_it_or_by_what_it_holds(amina, text, hit):
    item = visits.handed_in(by=amina)

    assert (item.pk in found(text, amina)) == hit


def test_many_cost_no_more_queries_than_one(amina, client):
    client.force_login(amina)
    for _ in range(searching.THIN):
        visits.handed_in(by=amina)
    asked(client)
    few = asked(client)
    for _ in range(9):
        visits.handed_in(by=amina)

    assert asked(client) == few


def test_all_that_are_shown_are_not_counted_once_more(amina, monkeypatch):
    for _ in range(3):
        visits.handed_in(by=amina)
    counted = {}
    for shown in (3, 2):
        monkeypatch.setattr(searching, "SHOWN", shown)
        with CaptureQueriesContext(connection) as told:
            found = answer("typ:besök", amina)
        counted[shown] = sum("COUNT(" in row["sql"] for row in told)
        assert (found.count, found.more) == ("3", shown < 3)

    assert counted == {3: 0, 2: 1}


@pytest.mark.parametrize(("most", "count"), [(2, "fler än 2"), (3, "3"), (4, "3")])
def test_of_very_many_it_is_said_that_there_are_more(amina, monkeypatch, most, count):
    for _number in range(3):
        visits.draft(by=amina)
    monkeypatch.setattr(searching, "SHOWN", 1)
    monkeypatch.setattr(searching, "MOST_COUNTED", most)

    assert answer("kommune", amina).count == count


@pytest.mark.parametrize(
    ("text", "alike"),
    [("skolo 12", True), ("skolo 1", False), ("skolo 123", False), ("skolo", True)],
)
def test_beside_words_a_number_is_spelled_one_way(amina, text, alike):
    item = visits.draft(by=amina)
    item.title = "Skolor, spår 12"
    how = {"version": item.version, "by": amina, "at": timezone.now()}
    save_draft(item, item.visit, changed=["title"], **how)

    assert (item.pk in [row.pk for row in answer(text, amina).alike]) == alike


def asked(client):
    with CaptureQueriesContext(connection) as told:
        page = client.get(reverse("search"), {"q": "typ:besök oslo"}).text
    assert "Besök från Oslo kommune" in page
    return len(told)


def test_when_more_are_found_than_shown_the_page_leads_to_the_rest(
    amina, client, login, monkeypatch
):
    monkeypatch.setattr(searching, "SHOWN", 2)
    login(client, amina)
    pages = []
    for _number in range(3):
        visits.draft(by=amina)
        pages.append(client.get(reverse("search"), {"q": "oslo"}).text)
    narrowed = client.get(reverse("search"), {"q": "typ:besök"}).text

    assert ["/arenden/?q=oslo" in page for page in pages] == [False, False, True]
    assert "Ärenden: 3" in pages[-1]
    assert pages[-1].count('<th scope="row">') == 2
    assert "Lägg till ord eller en nyckel" in narrowed
