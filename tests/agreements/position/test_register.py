"""The register by the last useful day, its export, and who else works on the same proposal."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from agreements.position import peers, register, tending
from engagements import lifecycle
from governance.actions import following_up
from governance.reports import listing, registry
from memberships.membership import tending as memberships_tending
from memberships.membership.facts import activities
from tests.factories import memberships
from tests.factories import positions as factory
from tests.factories.matters import fresh


def today():
    return timezone.localdate()


def shown(page):
    return [row.engagement.title for row in page.context["rows"]]


def at_board(by, maria, **answers):
    item = factory.draft(by=by, **answers)
    factory.consulted(item, by=by)
    return factory.advised(factory.handed_in(item, by=by), by=maria)


def test_the_first_day_to_act_comes_first_and_what_has_no_day_last(client, login, amina):
    for title, days in (("Sedan", 60), ("Nu", 2), ("För sent", -5), ("Snart", 20)):
        factory.draft(by=amina, title=title, days=days)
    factory.draft(by=amina, title="Utan dag", deadline_on=None)
    login(client, amina)

    page = client.get("/standpunkter/")

    assert shown(page) == ["För sent", "Nu", "Snart", "Sedan", "Utan dag"]
    assert [row.state for row in page.context["rows"]] == ["stop", "ask", "ask", "info", "ask"]
    assert [row.text for row in page.context["rows"]][1] == "2 dagar kvar"


def test_a_filter_shows_its_own_and_the_pill_says_how_many(client, login, amina, maria):
    factory.draft(by=amina, title="Sedan", days=60)
    factory.draft(by=amina, title="För sent", days=-5)
    factory.said(factory.draft(by=amina, title="Antaget", days=3), by=amina, unit=maria)
    login(client, amina)

    pages = {which: client.get(f"/standpunkter/?visa={which}") for which in register.FILTERS}

    assert {which: shown(page) for which, page in pages.items()} == {
        "alla": ["För sent", "Antaget", "Sedan"],
        "snart": ["Antaget"],
        "sena": ["För sent"],
        "antagna": ["Antaget"],
        "samma": [],
        "sef": [],
        "avslutade": [],
    }
    counted = [(label, count) for label, _url, count, _now in pages["alla"].context["pills"]]
    assert counted == [
        ("Pågår", 3),
        ("Inom 30 dagar", 1),
        ("För sena", 1),
        ("Antagna", 1),
        ("Flera om samma", 0),
        ("Europaföreningen", 0),
        ("Avslutade", 0),
    ]


@pytest.mark.parametrize("written", ["COM(2022) 542", "kom (2022) 542", "52022PC0542"])
def test_a_proposal_is_found_by_its_number_in_any_spelling(client, login, amina, written):
    factory.draft(by=amina, title="Luften")
    factory.draft(by=amina, title="Vattnet", reference="COM(2022) 541", process="Vattnet")
    login(client, amina)

    assert shown(client.get("/standpunkter/", {"forslag": written})) == ["Luften"]


def test_a_department_that_may_not_read_a_position_does_not_find_it(client, login, amina, world):
    factory.draft(by=world["stina.ek"], host="TK", title="Deras")
    login(client, amina)

    assert shown(client.get("/standpunkter/")) == []


def test_more_rows_ask_no_more_of_the_database(
    client, login, amina, django_assert_num_queries, django_assert_max_num_queries
):
    factory.draft(by=amina)
    login(client, amina)
    client.get("/standpunkter/")
    with django_assert_max_num_queries(40) as asked:
        client.get("/standpunkter/")
    with transaction.atomic():
        for place in range(29):
            factory.draft(by=amina, title=f"Yttrande {place}", days=place)

    with django_assert_num_queries(len(asked)):
        page = client.get("/standpunkter/")
    assert len(page.context["rows"]) == 30


def test_two_organisations_on_one_proposal_are_shown_to_each_other(amina, maria, world):
    stina = world["stina.ek"]
    ours = at_board(amina, maria)
    theirs = at_board(stina, maria, host="TK", reference="COM(2022) 542", process="Partiklar")

    seen = {
        user.name: [
            (peer.organisation.code, peer.engagement, peer.why, peer.contacts)
            for peer in peers.of(fresh(item), reader=user, on=today())
        ]
        for user, item in ((amina, ours), (stina, theirs))
    }

    why = "Samma förslag: COM(2022) 542"
    assert seen == {
        amina.name: [("TK", None, why, ("Stina Ek",))],
        stina.name: [("MF", None, why, ("Amina Lindqvist", "Erik Palm"))],
    }


def test_who_may_read_the_other_matter_is_led_to_it(amina, maria, world):
    ours = at_board(amina, maria)
    theirs = at_board(world["stina.ek"], maria, host="TK")

    (peer,) = peers.of(ours, reader=maria, on=today())

    assert peer.engagement == theirs


@pytest.mark.parametrize(
    ("ours", "theirs", "alike"),
    [
        ("Luftkvalitetsdirektivet", "luftkvalitetsdirektivet", True),
        ("Luftkvalitetsdirektivet", "Direktivet om luftkvalitet", True),
        ("EU:s mobilitetspaket", "Mobilitetspaketet", True),
        ("Förordningen om restaurering av natur", "Naturrestaureringsförordningen", True),
        ("Luftkvalitetsdirektivet", "Avloppsdirektivet", False),
        ("", "Avloppsdirektivet", False),
    ],
)
def test_the_name_of_the_process_tells_where_no_number_does(
    amina, maria, world, ours, theirs, alike
):
    item = factory.draft(by=amina, process=ours, reference="")
    at_board(world["stina.ek"], maria, host="TK", process=theirs, reference="")

    assert bool(peers.of(item, reader=amina, on=today())) is alike


def test_two_numbers_that_differ_are_two_proposals_whatever_they_are_called(amina, maria, world):
    item = factory.draft(by=amina, reference="COM(2022) 542")
    at_board(world["stina.ek"], maria, host="TK", reference="COM(2022) 541")

    assert peers.of(item, reader=amina, on=today()) == []


def test_a_draft_and_a_secret_matter_are_not_told_of_to_others(amina, maria, world):
    stina, item = world["stina.ek"], factory.draft(by=amina)
    factory.draft(by=stina, host="TK")
    secret = at_board(stina, maria, host="TK")
    secret.secret = True
    lifecycle.save(secret, by=maria, at=timezone.now(), why="")

    assert peers.of(item, reader=amina, on=today()) == []


def test_the_register_says_who_else_works_on_it_also_to_who_may_not_read_theirs(
    client, login, amina, maria, world
):
    stina, other = world["stina.ek"], world["olle.brandt"]
    at_board(amina, maria, title="Vår")
    at_board(amina, maria, title="Ensam", reference="COM(2022) 541", process="Avlopp")
    at_board(stina, maria, host="TK", title="Deras")
    at_board(other, maria, host="KULF", title="Utan nummer", reference="")
    login(client, amina)

    rows = client.get("/standpunkter/").context["rows"]
    several = client.get("/standpunkter/?visa=samma")

    assert {row.engagement.title: row.others for row in rows} == {
        "Vår": ("Kulturförvaltningen", "Trafikkontoret"),
        "Ensam": (),
    }
    assert shown(several) == ["Vår"]
    assert "Även Kulturförvaltningen, Trafikkontoret" in several.text


def test_the_matters_of_the_association_have_a_filter(client, login, amina):
    factory.draft(by=amina, title="Vanlig")
    factory.draft(by=amina, title="Fråga där", in_sef=True)
    factory.draft(by=amina, title="Den vägen", position_channel="association")
    login(client, amina)

    assert sorted(shown(client.get("/standpunkter/?visa=sef"))) == ["Den vägen", "Fråga där"]


def test_the_file_has_what_the_page_has(amina, maria, world):
    at_board(amina, maria, title="Vår")
    at_board(world["stina.ek"], maria, host="TK", title="Deras")
    asked = QueryDict("visa=alla&verksamhet=TK&forslag=kom(2022) 542")
    listed = listing.LISTINGS["standpunkter"]

    chosen = listed.choose(asked, by=maria, on=today())

    assert [row[0] for row in listing.cells(listed, chosen)] == ["Deras"]
    assert chosen.count == 1


def test_the_year_s_section_counts_what_was_said_and_what_it_led_to(amina, maria, world):
    item = factory.said(factory.draft(by=amina, days=1), by=amina, unit=maria)
    noted = {"done_on": today(), "what": "Brev", "came_of": "Texten ändrades"}
    tending.note(item, **noted, by=amina, at=timezone.now())
    at_board(world["stina.ek"], maria, host="TK", days=1, effect="limits")
    year = str(item.position.deadline_on.year)

    report = registry.build(
        "stallningstaganden",
        {"year": year, "organisation": ""},
        by=world["ingrid.ros"],
        at=timezone.now(),
    )

    assert [value for _label, value in report.figures] == [2, 1, 2, 0, 1]
    assert [row[15] for row in report.tables[0].rows] == [1, 0]


def test_a_position_counts_as_something_done_in_a_membership_that_it_cites(amina, maria):
    whole = memberships.known(by=amina, name="Eurocities")
    item = factory.said(factory.draft(by=amina, days=1), by=amina, unit=maria)

    memberships_tending.cite(whole, item, by=amina, at=timezone.now())
    later = item.position.deadline_on + timedelta(days=1)
    before = len(activities(whole, on=later))
    following_up.begin(item, by=amina, at=timezone.now() + timedelta(days=2))

    assert len(activities(whole, on=later)) == before + 1
