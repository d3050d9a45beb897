"""Priorities: who sets them for whom, from when till when, and where they are shown."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from engagements.models import Organisation
from engagements.vocabulary import RoleName
from governance.demo.people import PEOPLE
from governance.models import Priority, Theme

TODAY = timezone.localdate
OWNERS = {RoleName.CONTACT_PERSON, RoleName.DEPUTY}
WIDE = {RoleName.INTERNATIONAL_UNIT, RoleName.PROTOCOL_UNIT, RoleName.EU_UNIT, RoleName.ADMIN}
PLACE = "/plan/prioriteringar/"


@pytest.fixture
def as_user(login):
    def browse(user):
        client = Client()
        login(client, user)
        return client

    return browse


def sent(**more):
    first = {"whose": "MF", "theme": "", "country": "NO", "valid_to": "", "source": "Nämnden"}
    return first | {"valid_from": TODAY().isoformat()} | more


def test_each_role_prioritises_for_those_it_speaks_for_alone(world, as_user):
    found, wanted = {}, {}
    for person in PEOPLE:
        client = as_user(world[person.key])
        for whose in ("staden", "MF", "TK"):
            answer = client.post(PLACE, sent(whose=whose, source=f"{person.key} {whose}"))
            found[person.key, whose] = answer.status_code
            board = person.role is RoleName.BOARD_SECRETARY
            inside = person.role in OWNERS | WIDE or board
            own = person.role in OWNERS and person.organisation == whose
            may = own or (whose == "staden" and person.role in WIDE)
            wanted[person.key, whose] = 302 if may else 422 if inside else 404

    assert found == wanted
    set_for = Priority.objects.filter(organisation=None)
    assert {row.set_by.email.partition("@")[0] for row in set_for} == {
        person.key for person in PEOPLE if person.role in WIDE
    }


def test_one_theme_or_one_country_and_nothing_typed_is_lost(world, amina, as_user):
    theme = Theme.objects.first()
    both = as_user(amina).post(PLACE, sent(theme=theme.pk))
    none = as_user(amina).post(PLACE, sent(country=""))

    for answer in (both, none):
        assert answer.status_code == 422
        assert "Välj antingen ett ämne eller ett land." in answer.text
        assert 'value="Nämnden"' in answer.text
    assert not Priority.objects.exists()


def test_a_second_click_prioritises_once(world, amina, as_user):
    client = as_user(amina)
    for _click in range(2):
        client.post(PLACE, sent())

    assert Priority.objects.get().history.get().history_user == amina


def test_it_is_ended_by_those_who_set_it_and_by_nobody_else(world, amina, admin, as_user):
    client = as_user(amina)
    client.post(PLACE, sent())
    row = Priority.objects.get()
    address, last = f"{PLACE}{row.pk}/", (TODAY() + timedelta(days=30)).isoformat()

    assert as_user(admin).post(address, {"valid_to": last}).status_code == 404
    early = client.post(address, {"valid_to": "2001-01-01"})
    client.post(address, {"valid_to": last})

    assert "Sista dagen måste vara samma dag som start eller senare." in early.text
    row.refresh_from_db()
    assert (row.valid_to.isoformat(), row.history.count()) == (last, 2)


def test_a_country_says_on_its_page_who_prioritises_it(world, amina, johan, as_user):
    mf = Organisation.objects.get(code="MF")
    given = {"country": "NO", "source": "KF", "set_by": johan, "set_at": timezone.now()}
    Priority(valid_from=date(2020, 1, 1), valid_to=date(2198, 12, 31), **given).save()
    Priority(valid_from=date(2020, 1, 1), organisation=mf, **given).save()
    Priority(valid_from=date(2199, 1, 1), **given).save()

    html = as_user(amina).get("/platser/no/").text

    assert html.count("<strong>Norge</strong>") == 2
    assert "prioriterat av staden 2020–2198" in html
    assert "prioriterat av Miljöförvaltningen från 2020" in html
