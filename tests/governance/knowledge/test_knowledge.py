"""What the city knows is found, offered, suggested, cited and counted, and hides what is secret."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements.models import Event
from governance import assessing, kinds, knowledge
from governance.actions import knowing
from governance.actions.setting import NotPossible
from governance.models import ExampleState, FollowUp, GoodExample, KnowledgeCitation, Offer
from governance.reports import known
from governance.strategy import Verdict
from tests.factories import visits
from tests.rows import NOON

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


def matter(amina, **other):
    """Return a visit from Oslo on air, handed in."""
    return visits.handed_in(by=amina, **other)


def found(choose, asked, reader):
    query = QueryDict(mutable=True)
    query.update(asked)
    return {row.title for row in choose(query, by=reader, on=today()).rows}


# --- who reads and writes what -------------------------------------------------------------------
READS = {
    ("amina.lindqvist", "proposed"): True,  # the organisation's own
    ("johan.ekstrom", "proposed"): True,
    ("lena.forsgren", "proposed"): False,
    ("ingrid.ros", "proposed"): False,
    ("lena.forsgren", "declined"): False,
    ("amina.lindqvist", "declined"): True,
    ("lena.forsgren", "accepted"): True,
    ("ingrid.ros", "accepted"): True,
}


@pytest.mark.parametrize(("reader", "state"), READS)
def test_a_proposal_is_for_its_own_and_for_the_office(reader, state, example, johan, client, world):
    row = example(accepted=state == "accepted")
    if state == "declined":
        knowing.answer(row, accepted=False, text="Visas redan", by=johan, at=NOON)
    client.force_login(world[reader])

    answer = client.get(row.get_absolute_url())

    assert (answer.status_code, "Mindre damm" in answer.text) == (
        (200, True) if READS[reader, state] else (404, False)
    )


CHANGES = {
    "amina.lindqvist": True,
    "johan.ekstrom": True,
    "lena.forsgren": False,
    "ingrid.ros": False,
}


@pytest.mark.parametrize("reader", CHANGES)
@pytest.mark.parametrize("sort", ["example", "observation", "comparison"])
def test_what_is_known_is_changed_by_its_own_and_by_the_office(
    reader, sort, example, observation, comparison, client, world
):
    row = {"example": example, "observation": observation, "comparison": comparison}[sort]()
    client.force_login(world[reader])

    page = client.get(reverse(f"{sort}_change", args=[row.pk]))

    assert (page.status_code, row.title in page.text) == (
        (200, True) if CHANGES[reader] else (404, False)
    )


@pytest.mark.parametrize(
    ("reader", "where", "sent"),
    [
        ("amina.lindqvist", "example_answer", {"accept": "1"}),
        ("lena.forsgren", "example_answer", {"accept": "1"}),
        ("amina.lindqvist", "example_offer", {"authority": "si"}),
        ("lena.forsgren", "comparison_city", {"city": "Oslo"}),
        ("lena.forsgren", "comparison_less", {"row": "1"}),
    ],
)
def test_only_who_keeps_it_answers_offers_and_measures(
    reader, where, sent, example, comparison, client, world
):
    row = comparison() if where.startswith("comparison") else example(accepted=False)
    client.force_login(world[reader])

    assert client.post(reverse(where, args=[row.pk]), sent).status_code == 404
    assert (Offer.objects.count(), GoodExample.objects.exclude(state="proposed").count()) == (0, 0)


# --- proposing, answering, offering --------------------------------------------------------------
def test_a_proposal_is_accepted_once_and_declined_with_grounds(example, johan):
    row = example(accepted=False)
    with pytest.raises(NotPossible, match="varför"):
        knowing.answer(row, accepted=False, text=" ", by=johan, at=NOON)

    knowing.answer(row, accepted=True, text="", by=johan, at=NOON)
    kept = knowing.answer(row, accepted=True, text="igen", by=johan, at=NOON)

    assert (kept.state, kept.answer, kept.answered_by) == (ExampleState.ACCEPTED, "", johan)


def test_what_is_not_in_the_register_is_offered_to_nobody(example, johan):
    offered = {"authority": "si", "name": "", "offered_on": today(), "purpose": "Expo"}
    with pytest.raises(NotPossible, match="registret"):
        knowing.offer(example(accepted=False), **offered, by=johan, at=NOON)

    row = example("Annat")
    first = knowing.offer(row, **offered, by=johan, at=NOON)
    again = knowing.offer(row, **offered, by=johan, at=NOON)
    knowing.answered(first, answer="uses", said="Visas i Osaka", by=johan, at=NOON)

    assert first == again
    assert Offer.objects.get().get_answer_display() == "Använder det"


def test_an_example_is_made_from_what_was_learnt_where_that_is_open(client, amina, world):
    item = matter(amina)
    item.status = "follow_up"
    item._history_user = amina
    item.save()
    FollowUp.objects.create(
        engagement=item, learnt="Lärt", usable="Mallen", cost_sek=1, by=amina, at=NOON
    )
    client.force_login(amina)
    page = client.get(reverse("example_new"), {"fran": item.number})
    assert "Mallen" in page.text
    item.secret = True
    item.save()
    assert client.get(reverse("example_new"), {"fran": item.number}).status_code == 404


# --- lists ---------------------------------------------------------------------------------------
def test_the_register_shows_what_is_valid_unless_other_is_asked_for(example, johan, amina):
    over = today() - timedelta(days=1)
    example("Gäller"), example("Över", valid_until=over), example("Förslag", accepted=False)

    assert found(known.examples, {}, johan) == {"Gäller"}
    assert found(known.examples, {"visa": "utgangna"}, johan) == {"Över"}
    assert found(known.examples, {"visa": "foreslagna"}, johan) == {"Förslag"}


@pytest.mark.parametrize(
    ("asked", "hit"),
    [
        ({"q": "dubbdäcken"}, True),  # any Swedish form
        ({"q": "tunnelbana"}, False),
        ({"land": "NO"}, True),
        ({"land": "DK"}, False),
        ({"ar": "2026"}, True),
        ({"ar": "2025"}, False),
        ({"verksamhet": "MF"}, True),
        ({"verksamhet": "SLK"}, False),
    ],
)
def test_an_observation_is_found_by_words_country_year_and_organisation(
    asked, hit, observation, amina
):
    observation()
    assert found(known.observations, asked, amina) == ({"Avgift på dubbdäck"} if hit else set())


@pytest.mark.parametrize("sort", ["example", "observation", "comparison"])
def test_a_longer_list_asks_no_more_of_the_database(
    sort, example, observation, comparison, client, amina
):
    make = {"example": example, "observation": observation, "comparison": comparison}[sort]
    client.force_login(amina)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse(f"{sort}s"))
        return len(asked)

    make("Först")
    few = queries()
    for n in range(29):
        make(f"Nummer {n}")
    assert queries() == few


def test_pages_follow_each_other(observation, client, amina):
    for n in range(31):
        observation(f"Nummer {n}")
    client.force_login(amina)
    first = client.get(reverse("observations"))
    second = client.get(reverse("observations") + first.context["following"])
    assert [len(page.context["rows"]) for page in (first, second)] == [30, 1]


@pytest.mark.parametrize("query", ["?land=XX", "?efter=nio", "?amne=0", "?verksamhet=%00"])
def test_what_no_filter_knows_is_a_bad_request(query, client, amina):
    client.force_login(amina)
    assert client.get(reverse("observations") + query).status_code == 400


# --- comparisons ---------------------------------------------------------------------------------
def test_a_value_for_the_same_city_and_year_replaces_the_one_before(comparison, amina):
    row = comparison(values=[("Oslo", "NO", 19)])
    said = {"city": "Oslo", "country": "NO", "year": 2025, "source": "Ny"}
    knowing.measure(row, **said, value=18, by=amina, at=NOON)

    kept = row.cities.get()
    assert (kept.value, kept.source, kept.history.count()) == (18, "Ny", 2)


def test_a_number_is_read_as_people_write_it_and_nothing_typed_is_lost(comparison, client, amina):
    row = comparison(values=[])
    client.force_login(amina)
    sent = {"city": "Köpenhamn", "country": "DK", "year": "2025", "source": "Rapport"}
    wrong = client.post(reverse("comparison_city", args=[row.pk]), sent | {"value": "tolv"})
    assert (wrong.status_code, "Skriv ett tal" in wrong.text, "Köpenhamn" in wrong.text) == (
        422,
        True,
        True,
    )

    client.post(reverse("comparison_city", args=[row.pk]), sent | {"value": "1 900,5"})
    page = client.get(row.get_absolute_url())
    assert "1900,5" in page.text


# --- citing --------------------------------------------------------------------------------------
def test_what_meets_a_matter_is_suggested_until_it_is_cited(
    example, observation, comparison, amina, oslo
):
    item = matter(amina)
    rows = [example(), observation(), comparison()]
    example("Förslag", accepted=False), example("Över", valid_until=today() - timedelta(days=1))

    offered = knowledge.suggested(item, user=amina, on=today())
    assert [one.known for one in offered] == rows
    for row in rows:
        knowing.cite(item, row, by=amina, at=NOON)
        knowing.cite(item, row, by=amina, at=NOON)

    assert knowledge.suggested(item, user=amina, on=today()) == []
    assert [one.known for one in knowledge.cited_in(item)] == rows
    told = Event.objects.filter(engagement=item, code="knowledge_cited")
    assert told.count() == len(rows)


def test_suggesting_asks_no_more_of_a_city_that_knows_much(example, observation, amina):
    item = matter(amina)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            knowledge.suggested(item, user=amina, on=today())
        return len(asked)

    example(), observation()
    queries()  # what the reader reaches is read once
    few = queries()
    for n in range(29):
        example(f"Exempel {n}"), observation(f"Iakttagelse {n}")
    assert queries() == few


def test_what_is_cited_speaks_for_the_matter(example, observation, amina):
    item = matter(amina)
    knowing.cite(item, observation(), by=amina, at=NOON)
    knowing.cite(item, example("Mindre damm med saltlösning på gatorna"), by=amina, at=NOON)

    findings = assessing.judge(item, stage="decision", on=today()).findings

    said = {
        finding.clause: finding.why.sv
        for finding in findings
        if finding.verdict is Verdict.SUPPORTS
    }
    assert said["3.2.1"] == "Bygger på omvärldsbevakning: Avgift på dubbdäck."
    assert said["3.1.4"] == "Goda exempel visas."


def test_citing_takes_nothing_back_of_what_was_advised(example, observation, amina):
    item = matter(amina)

    def content(stage):
        told = kinds.facts_of(item, stage=stage, on=today())
        return assessing.content_hash(item, on=today(), told=told)

    before = content("decision")
    knowing.cite(item, observation(), by=amina, at=NOON)
    knowing.cite(item, example(), by=amina, at=NOON)

    stages = ("draft", "submission", "decision")
    assert {content(stage) for stage in stages} == {before}
    assert assessing.content_hash(item, on=today()) == before


def test_a_secret_matter_is_in_no_count_of_who_may_not_see_it(example, amina, world, client):
    row, item = example(), matter(amina)
    knowing.cite(item, row, by=amina, at=NOON)
    item.secret = True
    item._history_user = amina
    item.save()

    def told(reader):
        client.force_login(world[reader])
        (shown,) = client.get(reverse("examples")).context["rows"]
        return shown.cited, item.number in client.get(row.get_absolute_url()).text

    assert told("johan.ekstrom") == (1, True)
    assert told("lena.forsgren") == (0, False)
    assert told("ingrid.ros") == (0, False)


def test_a_number_that_is_not_yours_to_change_is_unknown(example, client, amina, world):
    row, item = example(), matter(amina)
    client.force_login(world["lena.forsgren"])

    page = client.post(reverse("knowledge_cite", args=["example", row.pk]), {"number": item.number})

    assert (page.status_code, "Du har inget ärende med det numret" in page.text) == (422, True)
    assert not KnowledgeCitation.objects.exists()


def test_answers_typed_in_the_form_are_saved_when_something_is_cited(example, client, amina):
    row, item = example(), visits.draft(by=amina)
    client.force_login(amina)
    address = reverse("engagement_step", args=[item.number, 1])
    fields = client.get(address).context["form"]
    sent = {
        "requesting_organisation": "Bergen kommune",
        "title": "Besök från Bergen",
        "version": str(fields["version"].value()),
        "cite": f"example-{row.pk}",
    }

    answer = client.post(address, sent)

    assert answer.status_code == 302, answer.context["form"].errors
    assert answer.url == address
    item.refresh_from_db()
    assert item.visit.requesting_organisation == "Bergen kommune"
    assert KnowledgeCitation.objects.get().known == row


@pytest.mark.parametrize("name", ["", "example", "example-x", "person-1", f"example-{'9' * 30}"])
def test_what_names_nothing_known_is_a_bad_request(name, client, amina):
    item = matter(amina)
    client.force_login(amina)
    answer = client.post(reverse("engagement_cite", args=[item.number]), {"cite": name})
    assert (answer.status_code, KnowledgeCitation.objects.count()) == (400, 0)


def test_the_place_shows_what_was_seen_and_compared_there(
    observation, comparison, oslo, client, amina
):
    seen, compared = observation(), comparison()
    client.force_login(amina)
    page = client.get(oslo.get_absolute_url()).text
    assert (seen.place, seen.title in page, compared.title in page) == (oslo, True, True)


def test_nothing_known_is_changed_past_its_history(example):
    row = example()

    @transaction.atomic
    def past_its_history():
        GoodExample.objects.filter(pk=row.pk).update(title="Annat")
        connection.check_constraints()

    with pytest.raises(IntegrityError, match="history guard"):
        past_its_history()
