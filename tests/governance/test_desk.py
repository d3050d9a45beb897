"""The start page of each role: what waits, why it is theirs and until when, and the switch."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from engagements import querysets
from engagements.models import Engagement, Organisation, Role
from engagements.permissions import reach_of, visible_to
from engagements.templatetags.utblick import weekday
from engagements.vocabulary import Body, Outcome, RoleName, SecrecySection
from governance.actions import central, keeping, seating, secrecy, talking
from governance.actions import meeting as acting
from governance.actions.talking import Asked
from governance.models import ImportFile, ImportState, Job, JobState, Part
from tests.factories import delegated, meetings, visits

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
START = reverse("start")


@pytest.fixture(autouse=True)
def _monday(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def site(client):
    """Give ``site(user, query)``: the start page as somebody meets it."""

    def get(user, query=""):
        client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
        return client.get(START + query)

    return get


def also(user, role, code):
    """Give somebody a role more."""
    organisation = Organisation.objects.get(code=code)
    return Role.objects.create(
        user=user, name=role.value, organisation=organisation, valid_from=date(2026, 1, 1)
    )


def part(page, key):
    """Return what stands under a heading, up to the next card."""
    return page.text.split(f'aria-labelledby="{key}"')[1].split("</section>")[0]


def test_what_lies_with_me_says_in_which_role_by_which_clause_and_from_whom(world, site):
    visits.handed_in(by=world["amina.lindqvist"], at=NOW, ask=RoleName.PROTOCOL_UNIT)

    mine = part(site(world["sara.oberg"]), "hosdig")
    assert "Din roll: Protokollsenheten" in mine
    assert "Strategin 5.5.1" in mine
    assert "från Amina Lindqvist" in mine
    assert "Varför detta datum" in mine


def test_others_hold_it_since_a_day(world, site):
    visits.handed_in(by=world["amina.lindqvist"], at=NOW, ask=RoleName.PROTOCOL_UNIT)

    others = part(site(world["amina.lindqvist"]), "hosandra")
    assert "Protokollsenheten" in others
    assert "sedan 23" in others


def test_what_others_should_have_done_is_said_to_be_late(world, site):
    long_since = NOW - timedelta(days=40)
    visits.handed_in(by=world["amina.lindqvist"], at=NOW, ask=RoleName.PROTOCOL_UNIT)
    visits.handed_in(by=world["amina.lindqvist"], at=long_since, ask=RoleName.EU_UNIT)

    rows = part(site(world["amina.lindqvist"]), "hosandra").split("<li>")[1:]
    (late,) = [row for row in rows if "EU-enheten" in row]
    (other,) = [row for row in rows if "Protokollsenheten" in row]

    assert "dagar försenad" in late
    assert "senast" not in late
    assert "2026, senast " in other
    assert "försenad" not in other


def test_a_board_secretary_sees_what_their_board_decides_and_has_decided(world, site):
    visits.handed_in(by=world["amina.lindqvist"], at=NOW, title="Att besluta")
    made = visits.approved(by=world["amina.lindqvist"], at=NOW)

    page = site(world["gunilla.berg"])
    assert "Nämndsekreterare, Miljö- och hälsoskyddsnämnden" in part(page, "hosdig")
    assert made.decisions.get().number in part(page, "namnden")
    assert made.decisions.get().number not in site(world["anders.wik"]).text


def agenda_of(world, *titles):
    """Return the committee's people and matters on the agenda of a meeting to come."""
    people = meetings.seated(world, at=NOW)
    rows = [meetings.waiting(world, title, at=NOW) for title in titles]
    with transaction.atomic():
        row = acting.plan(
            starts_at=NOW + timedelta(days=14), place="Stadshuset", by=world["elsa.thorn"], at=NOW
        )
        acting.build(row, by=world["elsa.thorn"], at=NOW)
    return people, rows


def test_a_member_reads_the_next_agenda_and_nothing_that_is_secret(world, site):
    people, (_shown, hidden) = agenda_of(world, "Det som visas", "Det som är dolt")
    secrecy.make_secret(
        hidden, section=SecrecySection.FOREIGN, grounds="Prov.", by=world["tove.alm"], at=NOW
    )

    page = site(people["vera.lind"])
    agenda = part(page, "beredningen")
    assert "Det som visas" in agenda
    assert "Läs och säg din hållning" in agenda
    assert "Ett ärende har du inte sagt" in agenda
    assert "måndag 7\xa0december" in agenda.replace(" ", "\xa0").replace("måndag\xa0", "måndag ")
    assert hidden.number not in page.text


def test_a_substitute_says_where_they_stand_once_they_fill_the_seat(world, site):
    people, _rows = agenda_of(world, "Ett ärende")
    mayor, stand_in = people["karim.nordin"], people["ulla.stand"]

    assert "Läs inför mötet" in part(site(stand_in), "beredningen")
    seating.be_away(mayor, first=NOW.date(), last=NOW.date(), by=mayor, at=NOW)
    assert "Läs och säg din hållning" in part(site(stand_in), "beredningen")


def test_the_committees_secretary_is_led_from_matters_to_agenda_to_notice(world, site):
    elsa = world["elsa.thorn"]
    meetings.waiting(world, "Ett ärende", at=NOW)
    assert "Planera nästa möte" in part(site(elsa), "beredningen")
    row = acting.plan(starts_at=NOW + timedelta(days=14), place="Huset", by=elsa, at=NOW)
    assert "Bygg dagordningen till" in part(site(elsa), "beredningen")
    acting.build(row, by=elsa, at=NOW)
    assert "Skicka kallelsen till" in part(site(elsa), "beredningen")
    acting.call(row, by=elsa, at=NOW)
    called = site(elsa)
    assert "1 ärende på dagordningen" in part(called, "beredningen")
    day = weekday(row.starts_at)
    assert f"Mest bråttom: Mötet {day}.</p>" in called.text


def test_the_boards_secretary_is_told_what_to_report_and_by_when(
    world, site, monkeypatch, time_machine
):
    delegated.route_to(monkeypatch, Body.FINANCE_MAYOR)
    case = delegated.met(world, "Ett beslut", at=NOW)
    later = NOW + timedelta(days=21)
    time_machine.move_to(later, tick=False)
    central.decide(
        case.items[0],
        body=Body.FINANCE_MAYOR,
        outcome=Outcome.ACCEPTED,
        grounds="Prov.",
        version=case.items[0].version,
        by=case.mayor,
        at=later,
    )

    told = part(site(world["anders.wik"]), "anmalan")
    assert "Ett beslut" in told
    assert "Sätt på en lista" in told
    assert "<time" in told


def test_a_unit_sees_what_nobody_has_taken_and_what_is_late(world, site, time_machine):
    visits.handed_in(by=world["amina.lindqvist"], at=NOW, ask=RoleName.EU_UNIT)
    assert "EU-enheten: ingen har tagit" in part(site(world["maria.kallio"]), "enheten")
    assert "EU-enheten" not in part(site(world["sara.oberg"]), "enheten")
    time_machine.move_to(NOW + timedelta(days=60), tick=False)
    assert "EU-enheten: försenade" in part(site(world["maria.kallio"]), "enheten")


def test_the_registrar_sees_what_lacks_a_number_and_what_secrecy_is_weighed_anew(world, site):
    tove = world["tove.alm"]
    numbered, bare = (visits.handed_in(by=world["amina.lindqvist"], at=NOW) for _ in "ab")
    keeping.set_registry_number(numbered, number="KS 2026/1", by=tove, at=NOW)
    secrecy.mask(
        numbered,
        part=Part.COST,
        section=SecrecySection.PROCUREMENT,
        grounds="Prov.",
        review_by=NOW.date() + timedelta(days=9),
        by=tove,
        at=NOW,
    )

    card = part(site(tove), "diariet")
    assert "Utan stadens diarienummer: 1." in card
    assert f"{bare.number}" in card
    assert "Skriv in diarienummer" in card
    assert "Ompröva sekretessen" in card
    assert "om 9 dagar" in card.replace("\xa0", " ")


def test_the_administrator_sees_gaps_files_and_what_failed(world, site):
    nils = world["nils.ahlin"]
    department = Organisation.objects.get(code="MF")
    kept = {"organisation": department, "slug": "medlemskap", "by": nils, "at": NOW}
    ImportFile.objects.create(name="lista.xlsx", state=ImportState.DONE, bad=3, **kept)
    asked = {"asked_by": world["amina.lindqvist"], "asked_at": NOW, "ended_at": NOW}
    Job.objects.create(report="statistics", format="xlsx", state=JobState.FAILED, **asked)

    card = part(site(nils), "ordna")
    assert "utan kontaktperson" in card
    assert "3 rader kunde inte läsas" in card
    assert "1 export blev inte klar" in card


def test_nothing_waiting_says_what_to_do_next(world, site):
    ways = {
        "amina.lindqvist": "register",
        "maria.kallio": "queue",
        "vera.stenmark": "meetings",
        "nils.ahlin": "settings",
        "ingrid.ros": "engagements",
    }
    for key, name in ways.items():
        mine = part(site(world[key]), "hosdig")
        assert "Inget ligger hos dig just nu." in mine
        assert f'href="{reverse(name)}">' in mine, key


def test_a_reader_has_no_matters_of_their_own_to_wait_for(world, site):
    assert 'id="hosandra"' not in site(world["ingrid.ros"]).text
    assert 'class="d-hats"' not in site(world["ingrid.ros"]).text


def test_each_role_shows_its_own_work_and_all_of_them_all(world, site):
    amina = world["amina.lindqvist"]
    also(amina, RoleName.PROTOCOL_UNIT, "SLK")
    visits.handed_in(by=amina, at=NOW, title="Till verksamheten")
    asked = visits.handed_in(by=amina, at=NOW, ask=RoleName.PROTOCOL_UNIT)
    own, unit = Engagement.objects.order_by("pk")
    assert asked == unit
    for slug, seen, hidden in (
        ("alla", (own, unit), ()),
        ("kontaktperson", (own,), (unit,)),
        ("protokollsenheten", (unit,), (own,)),
    ):
        mine = part(site(amina, f"?roll={slug}"), "hosdig")
        assert all(row.get_absolute_url() in mine for row in seen), slug
        assert not any(row.get_absolute_url() in mine for row in hidden), slug


def test_the_switch_is_kept_and_never_shows_more_than_the_roles_give(world, client):
    amina = world["amina.lindqvist"]
    deputy = also(amina, RoleName.DEPUTY, "TK")
    client.force_login(amina, "allauth.account.auth_backends.AuthenticationBackend")

    def on():
        return [hat.slug for hat in client.get(START).context["hats"] if hat.on]

    assert on() == ["alla"]
    client.get(f"{START}?roll=ersattare")
    assert on() == ["ersattare"]
    # A role that one has not, or has no longer, shows what one does have.
    client.get(f"{START}?roll=registrator")
    assert on() == ["alla"]
    assert "Diarium" not in client.get(START).text
    client.get(f"{START}?roll=ersattare")
    Role.objects.filter(pk=deputy.pk).delete()
    assert client.get(START).context["hats"] == []
    assert client.get(f"{START}?roll=kejsare").status_code == 400


def test_tasks_and_the_count_of_every_page_are_of_the_role_that_was_chosen(world, client):
    amina = world["amina.lindqvist"]
    also(amina, RoleName.PROTOCOL_UNIT, "SLK")
    own = visits.handed_in(by=amina, at=NOW)
    theirs = visits.handed_in(by=world["stina.ek"], at=NOW, host="TK", ask=RoleName.EU_UNIT)
    for row, what in ((own, "Ring Oslo"), (theirs, "Ring Bergen")):
        asked = Asked(amina, NOW.date())
        talking.give(row, what=what, internal=False, asked=asked, by=row.created_by, at=NOW)
    client.force_login(amina, "allauth.account.auth_backends.AuthenticationBackend")
    counts = {}
    for slug, seen in (
        ("alla", {"Ring Oslo", "Ring Bergen"}),
        ("kontaktperson", {"Ring Oslo"}),
        ("protokollsenheten", {"Ring Oslo", "Ring Bergen"}),
    ):
        page = client.get(f"{START}?roll={slug}")
        assert {what for what in ("Ring Oslo", "Ring Bergen") if what in page.text} == seen, slug
        counts[slug] = str(client.get("/arenden/").context["waiting_count"])
        assert str(page.context["waiting_count"]) == counts[slug]

    assert counts == {"alla": "1", "kontaktperson": "1", "protokollsenheten": "0"}


def test_who_one_stands_in_for_is_asked_once_for_all_roles(world):
    amina = world["amina.lindqvist"]
    also(amina, RoleName.PROTOCOL_UNIT, "SLK")
    reach_of(amina, on=NOW.date())
    with CaptureQueriesContext(connection) as captured:
        for role in (RoleName.CONTACT_PERSON, RoleName.PROTOCOL_UNIT):
            reach_of(amina, on=NOW.date(), role=str(role))

    assert not [row for row in captured if "engagements_away" in row["sql"]]


def test_no_role_reaches_further_than_all_of_them_and_all_is_what_any_gives(world):
    person = world["amina.lindqvist"]
    also(person, RoleName.BOARD_SECRETARY, "KULN")
    also(person, RoleName.PROTOCOL_UNIT, "SLK")
    also(person, RoleName.KS_SECRETARY, "KS")
    for host in ("MF", "KULF"):
        visits.handed_in(by=person, at=NOW, host=host)
    visits.handed_in(by=person, at=NOW, ask=RoleName.PROTOCOL_UNIT)
    visits.draft(by=person, at=NOW)
    today = NOW.date()
    seen = set(visible_to(person, on=today))
    held = {name for name, _pk in reach_of(person, on=today).held}
    assert len(held) == 4

    for find in (
        querysets.waiting_for,
        querysets.waiting_for_others,
        querysets.drafts_of,
        querysets.coming,
    ):
        told = {str(role): set(find(person, on=today, role=str(role))) for role in RoleName}
        assert set().union(*told.values()) <= seen
        if find in (querysets.waiting_for, querysets.drafts_of):
            assert set(find(person, on=today)) == set().union(*(told[name] for name in held))
            assert not any(rows for name, rows in told.items() if name not in held)


def test_nobody_finds_what_they_may_not_read_among_what_is_theirs(world):
    secret = visits.approved(by=world["stina.ek"], at=NOW, host="TK")
    visits.handed_in(by=world["stina.ek"], at=NOW, host="TK")
    visits.draft(by=world["amina.lindqvist"], at=NOW)
    visits.approved(by=world["amina.lindqvist"], at=NOW)
    said = {"section": SecrecySection.FOREIGN, "grounds": "Prövas"}
    secrecy.make_secret(secret, by=world["johan.ekstrom"], at=NOW, **said)
    found = 0
    for person in world.values():
        seen = set(visible_to(person, on=NOW.date()))
        for find in (querysets.waiting_for_others, querysets.coming):
            told = set(find(person, on=NOW.date()))
            assert told <= seen, person
            found += len(told)
    assert found


def test_the_first_of_what_waits_for_others_are_the_same_when_no_more_is_asked_for(world):
    for host, by in (("MF", "amina.lindqvist"), ("TK", "stina.ek"), ("MF", "amina.lindqvist")):
        visits.handed_in(by=world[by], at=NOW, host=host, ask=RoleName.PROTOCOL_UNIT)
    told = 0
    for person in world.values():
        plain = querysets.waiting_for_others(person, on=NOW.date())
        for most in (1, 2, 8):
            found = querysets.waiting_for_others(person, on=NOW.date(), most=most)
            assert list(found[:most]) == list(plain[:most]), person
        told += len(plain)
    assert told


def test_what_does_not_wait_is_not_asked_for(world, site):
    amina = world["amina.lindqvist"]
    tables = ("governance_todo", "engagements_consultation", "governance_assessment")

    def read():
        with CaptureQueriesContext(connection) as captured:
            site(amina)
        asked = [row["sql"].split(" WHERE ")[0] for row in captured if row["sql"][:6] == "SELECT"]
        return {table for table in tables if any(f'FROM "{table}"' in sql for sql in asked)}

    nothing = read()
    item = visits.handed_in(by=amina, at=NOW)
    wanted = Asked(amina, NOW.date())
    talking.give(item, what="Ring Oslo", internal=False, asked=wanted, by=amina, at=NOW)

    assert nothing == set()
    assert read() == {"governance_todo", "governance_assessment"}


def test_two_units_are_counted_in_one_question(world, site):
    sara, counts = world["sara.oberg"], []
    for _time in range(2):
        site(sara)
        with CaptureQueriesContext(connection) as captured:
            site(sara)
        counts.append(sum("count(" in row["sql"].lower() for row in captured))
        also(sara, RoleName.EU_UNIT, "SLK")

    assert counts[0] == counts[1]


KEYS = ("amina.lindqvist", "sara.oberg", "gunilla.berg", "tove.alm", "anders.wik", "nils.ahlin")


def test_thirty_rows_ask_the_database_no_more_than_one(world, site, django_assert_max_num_queries):
    def counted():
        found = {}
        for key in KEYS:
            with django_assert_max_num_queries(60) as captured:
                site(world[key])
            found[key] = len(captured)
        return found

    def add():
        visits.handed_in(by=world["amina.lindqvist"], at=NOW, ask=RoleName.PROTOCOL_UNIT)
        visits.handed_in(by=world["amina.lindqvist"], at=NOW)
        visits.approved(by=world["amina.lindqvist"], at=NOW)

    add()
    counted()
    one = counted()
    for _ in range(9):
        add()
    assert counted() == one


@pytest.mark.parametrize(
    ("person", "links"),
    [
        ("amina.lindqvist", ["/goda-exempel/", "/natverket/"]),
        ("johan.ekstrom", ["/goda-exempel/", "/natverket/"]),
        ("anders.wik", []),
    ],
)
def test_the_start_page_leads_its_people_to_the_network_and_the_good_examples(
    client, login, world, person, links
):
    login(client, world[person])

    page = client.get("/").text.partition('<ul class="p-start__more">')[2].partition("</ul>")[0]

    assert [link for link in ("/goda-exempel/", "/natverket/") if f'href="{link}"' in page] == links
    assert "Så fungerar det" in page
