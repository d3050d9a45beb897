"""Known forums first: what the city is already in is found, shown with why, and answered for."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from engagements.lifecycle import IllegalMove
from engagements.models import Engagement, Event, Organisation
from engagements.registration import register as begin
from governance import assessing, forums
from governance.actions import intake
from governance.models import ForumAnswer
from governance.strategy.facts.rows import Forum
from memberships.demo import steps
from memberships.demo.stories import write_answers
from memberships.membership.facts import facts
from memberships.models import Membership
from tests.factories import declarations, memberships
from tests.factories.matters import fresh

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
DEMO_DAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))

# What somebody wants, and the memberships of the demo that are the right answer.
QUERIES = [
    (
        "Building Zero",
        "Bygga klimatneutralt och räkna koldioxiden i varje hus.",
        {"C40 Cities", "Covenant of Mayors – Europe", "Carbon Neutral Cities Alliance"},
    ),
    (
        "Leakage Club",
        "Hitta läckande vattenledningar innan gatan rasar.",
        {"International Water Association (IWA)"},
    ),
    (
        "Museums Together",
        "Låna museernas samlingar av varandra.",
        {"International Council of Museums (ICOM)", "World Cities Culture Forum"},
    ),
    ("Cycling Embassy", "Få fler att cykla till arbetet.", {"POLIS", "CIVITAS"}),
    (
        "Onshore Power Group",
        "Ge kryssningsfartygen el när de ligger vid kaj.",
        {"Cruise Europe", "Baltic Ports Organization"},
    ),
    (
        "Prevent Together",
        "Motverka radikalisering bland unga.",
        {"Strong Cities Network", "Counter Terrorism Preparedness Network"},
    ),
    (
        "Open Algorithms",
        "Visa invånarna vilka algoritmer som avgör deras ärenden.",
        {"Cities Coalition for Digital Rights"},
    ),
    (
        "Clean Baltic Harbours",
        "Få bort spökgarnen ur Östersjön.",
        {"Union of the Baltic Cities (UBC)", "Baltic Ports Organization"},
    ),
    (
        "Gender Budgets",
        "Fördela stadens pengar jämställt.",
        {"CHANGE, City Hub and Network for Gender Equity"},
    ),
    (
        "Urban Guides",
        "Få turisterna att stanna längre.",
        {"City Destinations Alliance"},
    ),
    (
        "Toxic Free Buyers",
        "Köpa in giftfria leksaker.",
        {"Procura+", "ICLEI", "CHANGE, City Hub and Network for Gender Equity"},
    ),
    ("Chess Friends", "Ordna ett schackparti på torget.", set()),
]


@pytest.fixture
def demo(world):
    for at, act in sorted(steps(world, DEMO_DAY), key=lambda step: step[0]):
        act(at)
    return world


def wish(by, name, aim, host="MF", **answers):
    organisation = Organisation.objects.get(code=host)
    item = begin(Membership, organisation=organisation, title=f"Medlem i {name}", by=by, at=NOW)
    given = {"counterpart": name, "is_new": True, "aim": aim} | answers
    return write_answers(item, given, by=by, at=NOW)


def test_ten_wishes_find_the_right_ones_among_the_demos_memberships(demo):
    by = demo["amina.lindqvist"]

    answers = {
        name: {one.name for one in forums.found(wish(by, name, aim))} for name, aim, _ in QUERIES
    }

    assert answers == {name: right for name, _aim, right in QUERIES}


def test_it_says_what_was_met_in_words(world, amina):
    memberships.known(by=amina, name="Energy Cities", aim="Jämföra lokal energiplanering.")
    item = wish(amina, "Solar Streets", "Planera stadsdelarnas energi tillsammans.")

    (one,) = forums.found(item)

    assert (one.name, one.met) == ("Energy Cities", ["ämnet energi"])


def test_another_spelling_of_the_same_counterpart_is_met(world, amina, kerstin):
    memberships.known(by=kerstin, host="HAMN", name="ICLEI", aim="Något annat.")
    item = wish(amina, "ICLEI", "Schack.")

    (one,) = forums.found(item)

    assert one.met == ["samma motpart: ICLEI", "ordet iclei"]


def test_a_secret_membership_and_one_that_has_ended_are_found_by_nobody(world, amina):
    secret = memberships.known(by=amina, name="Energy Cities", aim="Energi.")
    ended = memberships.known(by=amina, name="Fossil Free Streets", aim="Fossilfri energi.")
    with transaction.atomic():
        for row, column, value in ((secret, "secret", True), (ended, "ends_on", TODAY)):
            setattr(row, column, value)
            row.starts_on = date(2012, 1, 1)
            row._history_user = amina
            row.save()

    assert forums.found(wish(amina, "Solar Streets", "Jämföra energi.")) == []


def test_a_membership_that_is_there_already_need_not_look(world, amina):
    memberships.known(by=amina, name="Energy Cities", aim="Energi.")

    assert forums.found(wish(amina, "Solar", "Energi.", is_new=False)) == []


def test_an_unanswered_forum_stops_the_matter_and_an_answered_one_lets_it_through(world, amina):
    there = memberships.known(by=amina, name="Energy Cities", aim="Energi.")
    item = memberships.draft(by=amina, name="Solar Streets", aim="Ta vara på energi.")

    assert facts(item, stage="submission", on=TODAY).forums == (Forum(name="Energy Cities"),)
    judged = assessing.judge(item, stage="submission", on=TODAY)
    asked = [f.why.sv for f in judged.findings if f.clause == "3.3.3a"]
    assert asked == ["Skriv varför det inte går att samverka i Energy Cities."]
    with pytest.raises(intake.NotReady):
        intake.submit(item, version=None, ask=None, question="", weighings={}, by=amina, at=NOW)

    forums.answer(item, {there.pk: ("yes", "")}, by=amina, at=NOW)
    assert facts(item, stage="submission", on=TODAY).forums == (Forum(name="Energy Cities"),)

    forums.answer(item, {there.pk: ("partly", "Har inga solceller.")}, by=amina, at=NOW)
    told = (Forum(name="Energy Cities", why_not="Har inga solceller."),)
    assert facts(item, stage="submission", on=TODAY).forums == told
    handed = memberships.hand_in(fresh(item), by=amina, at=NOW)
    assert facts(handed, stage="decision", on=TODAY).forums == told
    kept = ForumAnswer.objects.get(engagement=item)
    assert [(row.suffices, row.why_not) for row in kept.history.order_by("history_id")] == [
        ("yes", ""),
        ("partly", "Har inga solceller."),
    ]
    with pytest.raises(IllegalMove):
        forums.answer(handed, {there.pk: ("yes", "")}, by=amina, at=NOW)


def test_what_others_join_later_voids_no_advice(world, amina):
    item = memberships.draft(by=amina, name="Solar Streets", aim="Ta vara på energi.")
    before = assessing.content_hash(item, on=TODAY)

    memberships.known(by=amina, name="Energy Cities", aim="Energi.")

    assert forums.found(item) != []
    assert assessing.content_hash(item, on=TODAY) == before


def test_an_answer_cannot_be_changed_past_its_history(world, amina):
    there = memberships.known(by=amina, name="Energy Cities", aim="Energi.")
    item = wish(amina, "Solar", "Energi.")
    forums.answer(item, {there.pk: ("no", "Har inga solceller.")}, by=amina, at=NOW)

    connection.check_constraints()
    ForumAnswer.objects.update(why_not="Annat.")

    with pytest.raises(IntegrityError, match="history guard"):
        connection.check_constraints()


@pytest.mark.parametrize("count", [1, 30])
def test_it_costs_the_same_for_one_and_for_thirty(world, amina, count, django_assert_num_queries):
    for number in range(count):
        memberships.known(by=amina, name=f"Energy {number}", aim="Energi.")
    item = wish(amina, "Solar", "Energi.")

    with django_assert_num_queries(9):
        found = forums.found(Engagement.objects.get(pk=item.pk))

    assert len(found) == min(count, forums.MOST)


def test_each_forum_is_answered_on_its_page_and_told_to_the_decider(world, as_amina, amina):
    there = memberships.known(by=amina, name="Energy Cities", aim="Energi.")
    item = memberships.draft(by=amina, name="Solar Streets", aim="Ta vara på energi.")
    address = reverse("engagement_forums", args=[item.number])

    step = as_amina.get(reverse("engagement_step", args=[item.number, 2])).content.decode()
    assert "Svara för forumet" in step
    refused = as_amina.post(address, {f"suffices-{there.pk}": "no"})
    assert "Skriv varför det inte räcker" in refused.content.decode()
    assert refused.status_code == 422

    said = {f"suffices-{there.pk}": "no", f"why_not-{there.pk}": "Har inga solceller."}
    as_amina.post(address, said)
    memberships.hand_in(fresh(item), by=amina, at=NOW)

    page = as_amina.get(item.get_absolute_url()).content.decode()
    assert "Har inga solceller." in page
    assert "ämnet energi" in page
    event = Event.objects.get(engagement=item, code="forums_answered")
    assert event.data == {"names": "Energy Cities"}


def test_a_stranger_is_told_nothing(world, client, login, amina, kerstin):
    item = wish(amina, "Solar", "Energi.")
    login(client, kerstin)

    assert client.get(reverse("engagement_forums", args=[item.number])).status_code == 404


def test_a_declaration_looks_too_and_sees_the_same_place(world, amina):
    memberships.known(by=amina, name="Energy Cities", aim="Jämföra energiplaner.")
    item = declarations.draft(by=amina)
    row = item.declaration
    row.purpose = "Planera stadens energi."
    row._history_user = amina
    row.save()

    assert [one.name for one in forums.found(item)] == ["Energy Cities"]
