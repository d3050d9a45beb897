"""The room of delegated decisions: who sees it, what it asks, what it says of a change."""

import re

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from engagements import lifecycle
from engagements.vocabulary import Body
from governance.actions import seating
from governance.demo.people import PASSWORD
from governance.models import Decision, DelegationReport
from tests.factories import delegated
from tests.factories.delegated import met
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db
PAGE = "/delegation/"


@pytest.fixture(autouse=True)
def to_the_mayor(monkeypatch):
    delegated.route_to(monkeypatch, Body.FINANCE_MAYOR)


@pytest.fixture
def room(world):
    return met(world, "Oslo", "Lyon", at=timezone.now())


@pytest.fixture
def as_user(login):
    def browse(user):
        client = Client()
        login(client, user)
        return client

    return browse


def answers(room, **more):
    rows = [fresh(item) for item in room.items]
    given = {f"m{row.pk}-outcome": "accepted" for row in rows}
    given |= {f"m{row.pk}-version": row.version for row in rows}
    return given | {"confirm": "all", "password": PASSWORD} | more


def test_one_press_and_the_password_confirm_all(room, as_user):
    client = as_user(room.mayor)

    asked = client.post(PAGE, {k: v for k, v in answers(room).items() if k != "password"})
    assert "Skriv ditt lösenord igen" in asked.text
    assert Decision.objects.count() == 0
    client.post(PAGE, answers(room))

    assert list(Decision.objects.order_by("pk").values_list("number", "by")) == [
        (f"DB {timezone.localdate().year}:1", room.mayor.pk),
        (f"DB {timezone.localdate().year}:2", room.mayor.pk),
    ]


def test_a_wrong_password_decides_nothing_and_loses_nothing(room, as_user):
    key = f"m{room.items[0].pk}-grounds"
    said = "Vi har råd med det i år också."

    page = as_user(room.mayor).post(PAGE, answers(room, password="fel", **{key: said}))

    assert "Lösenordet stämmer inte" in page.text
    assert said in page.text
    assert Decision.objects.count() == 0


@override_settings(ACCOUNT_RATE_LIMITS={"login_failed": "2/m/key"})
def test_the_password_is_throttled_as_a_sign_in_is(room, as_user):
    client = as_user(room.mayor)
    for _try in range(2):
        client.post(PAGE, answers(room, password="fel"))

    assert "För många försök" in client.post(PAGE, answers(room)).text
    assert Decision.objects.count() == 0


def test_another_answer_asks_why_at_its_own_field_and_decides_nothing(room, as_user):
    key = f"m{room.items[1].pk}"

    page = as_user(room.mayor).post(PAGE, answers(room, **{f"{key}-outcome": "declined"}))

    assert page.status_code == 422
    (box,) = re.findall(rf'<textarea[^>]*name="{key}-grounds"[^>]*>', page.text)
    assert 'aria-invalid="true"' in box
    assert Decision.objects.count() == 0


def test_what_changed_while_the_page_was_shown_is_left_and_told(room, as_user, world):
    given = answers(room)
    row = lifecycle.lock(room.items[0].pk)
    lifecycle.save(row, by=world["amina.lindqvist"], at=timezone.now(), why="prov")

    page = as_user(room.mayor).post(PAGE, given)

    assert "Ändrades av Amina Lindqvist medan sidan visades" in page.text
    assert [made.engagement.title for made in Decision.objects.all()] == ["Lyon"]


def test_a_substitute_is_told_for_whom_on_the_page_and_in_the_decision(room, as_user, world):
    today = timezone.localdate()
    seating.be_away(room.mayor, first=today, last=today, by=world["elsa.thorn"], at=timezone.now())
    client = as_user(room.substitute)

    assert "Du beslutar för Karim Nordin" in client.get(PAGE).text
    client.post(PAGE, answers(room))
    page = client.get(room.items[0].get_absolute_url()).text

    assert "Ulla Stand, för Karim Nordin" in page
    assert as_user(room.mayor).post(PAGE, answers(room)).status_code == 404


@pytest.mark.parametrize(
    ("key", "reads"),
    [
        ("amina.lindqvist", False),
        ("ingrid.ros", False),
        ("birgitta.falk", False),
        ("vera.stenmark", True),
        ("johan.ekstrom", True),
        ("anders.wik", True),
    ],
)
def test_the_room_is_read_by_those_who_work_with_it_and_decided_in_by_the_mayor(
    room, as_user, world, key, reads
):
    client = as_user(world[key])

    found = [client.get(PAGE + path).status_code for path in ("", "beslutade/", "anmalan/")]

    assert found == [200 if reads else 404] * 3
    assert client.post(PAGE, answers(room)).status_code == 404
    assert Decision.objects.count() == 0


def test_only_the_executive_board_s_secretary_makes_and_marks_a_list(room, as_user, world):
    as_user(room.mayor).post(PAGE, answers(room))
    keys = list(Decision.objects.values_list("pk", flat=True))
    day = timezone.localdate().isoformat()
    asked = {"meets_on": day, "decisions": keys}

    assert as_user(room.mayor).post(f"{PAGE}anmalan/", asked).status_code == 404
    client = as_user(world["anders.wik"])
    client.post(f"{PAGE}anmalan/", asked)
    report = DelegationReport.objects.get()
    act = f"{report.get_absolute_url()}gor/"
    assert as_user(room.mayor).post(act, {"act": "cancel"}).status_code == 404
    book = client.get(f"{report.get_absolute_url()}lista.xlsx").content
    client.post(act, {"act": "mark", "paragraph": "§ 14"})

    report.refresh_from_db()
    assert (report.state, report.paragraph, book[:2]) == ("made", "14", b"PK")
    shown = client.get(f"{PAGE}beslutade/").text
    assert "inte än" not in shown


def test_the_executive_board_s_dates_show_in_the_steps_of_the_matter(room, as_user, world):
    client = as_user(room.mayor)
    before = client.get(room.items[0].get_absolute_url()).text
    client.post(PAGE, answers(room))

    assert "Anmält" in before
    assert "Beslut på delegation" in client.get(PAGE).text
    assert "Spara beslutet" in before
    assert "Spara beslutet" not in client.get(room.items[0].get_absolute_url()).text


def test_the_page_asks_the_database_as_often_for_two_matters_as_for_two_lists(
    room, as_user, world, django_assert_max_num_queries
):
    as_user(room.mayor).post(PAGE, answers(room))
    client = as_user(world["anders.wik"])

    with django_assert_max_num_queries(25):
        client.get(f"{PAGE}beslutade/")
