"""A meeting of six items on tablets: built, marked by two, cut off, closed, written down."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from governance.models import AgendaItem, Dealing, Mark, Meeting, Minutes
from tests.factories import meetings as factory
from tests.journeys.walking import TABLET

pytestmark = pytest.mark.django_db(transaction=True)


def test_six_items_with_one_exception_take_one_click_and_two(
    page, tablets, live_server, world, login, look, complaints
):
    now = timezone.now()
    people = factory.seated(world, at=now)
    for number in range(6):
        factory.waiting(world, f"Ärende {number + 1}", at=now)
    base = f"{live_server.url}/beredningen/"

    login(page, world["elsa.thorn"])
    page.goto(base)
    look(page)
    page.locator("[name=day]").fill((timezone.localdate() + timedelta(days=30)).isoformat())
    page.locator("[name=clock]").fill("13.00")
    page.locator("[name=place]").fill("Stadshuset")
    page.get_by_role("button", name="Planera mötet").click()
    page.get_by_role("button", name="Lägg alla färdiga").click()
    look(page)
    page.get_by_role("button", name=re.compile("^Upp")).first.click()
    expect(page.locator("li.ub-card strong").first).to_have_text("Ärende 2")
    rows = page.locator("li.ub-card")
    rows.nth(0).drag_to(rows.nth(1))
    expect(page.locator("li.ub-card strong").first).to_have_text("Ärende 1")
    page.get_by_role("button", name="Skicka kallelsen").click()
    page.get_by_role("button", name="Öppna mötet").click()
    page.goto(f"{base}platser/")
    look(page)
    meeting = Meeting.objects.get()
    address = f"{base}{meeting.pk}/bordet/"

    vera, bo = tablets(), tablets()
    for tablet, key in ((vera, "vera.lind"), (bo, "bo.ask")):
        login(tablet, people[key])
        tablet.goto(address)
    look(bo)
    bo.set_viewport_size(TABLET)
    clicks = []

    def click(tablet, name, **kwargs):
        clicks.append(name)
        tablet.get_by_role("button" if not kwargs else "link", name=name).click()

    click(bo, re.compile("Ärende 3"), link=True)
    click(bo, "Avstyrker")
    expect(vera.locator(".ib__list")).to_contain_text("Avstyrker", timeout=8000)
    vera.context.set_offline(True)
    click(vera, "Ingen erinran mot resten")
    expect(vera.locator("[data-net]")).to_contain_text("Ingen kontakt")
    vera.get_by_role("link", name=re.compile("Ärende 5")).click()
    expect(vera.get_by_role("heading", name="Ärende 5")).to_be_visible()
    assert Mark.objects.count() == 1
    vera.context.set_offline(False)
    expect(bo.locator(".ib__meet")).to_contain_text("6 av 6 klara", timeout=8000)
    assert len(clicks) == 3
    assert Mark.objects.count() == 6

    chair = tablets()
    login(chair, people["karim.nordin"])
    chair.goto(address)
    chair.get_by_role("button", name="Avsluta mötet").click()
    expect(chair.locator("main")).to_contain_text("Mötet är avslutat")
    said = dict(Dealing.objects.values_list("engagement__title", "recommendation"))
    assert said == {f"Ärende {n}": "supports" for n in (1, 2, 4, 5, 6)} | {
        "Ärende 3": "advises_against"
    }

    notes = f"{base}{meeting.pk}/anteckningar/"
    page.goto(notes)
    page.get_by_role("button", name="Skriv ett utkast").click()
    look(page)
    page.locator("[name=part_0]").fill("Beredningen var enig.")
    page.get_by_role("button", name="Spara").click()
    chair.goto(notes)
    chair.get_by_role("button", name="Justera och lås").click()
    page.goto(notes)
    page.get_by_role("button", name="Publicera").click()
    page.context.clear_cookies()
    login(page, world["amina.lindqvist"])
    page.goto(notes)
    expect(page.locator("main")).to_contain_text("Beredningen var enig.")
    assert Minutes.objects.get().state == "published"
    assert AgendaItem.objects.count() == 6


def test_what_one_pressed_without_contact_is_not_sent_by_who_signs_in_after(
    tablets, live_server, world, login
):
    now = timezone.now()
    room = factory.called(world, at=now, matters=2)
    second = room.items[1]
    address = f"{live_server.url}/beredningen/{room.meeting.pk}/bordet/"
    tablet = tablets()
    login(tablet, room.vera)
    tablet.goto(address)
    tablet.context.set_offline(True)
    tablet.get_by_role("button", name="Avstyrker").click()
    expect(tablet.locator("[data-net]")).to_contain_text("Ingen kontakt")

    tablet.context.clear_cookies()
    tablet.context.set_offline(False)
    expect(tablet.locator("[data-net]")).to_contain_text("Du är utloggad", timeout=10_000)

    login(tablet, room.bo)
    tablet.goto(address)
    tablet.get_by_role("link", name="Nästa ärende").click()
    expect(tablet.get_by_role("heading", name="Ärende 2")).to_be_focused()
    tablet.get_by_role("button", name="Tillstyrker").click()
    expect(tablet.locator(f"#a{second.pk}")).to_contain_text("Sparat: tillstyrker, av Bo Ask")
    assert [(mark.item, mark.by) for mark in Mark.objects.all()] == [(second, room.bo)]

    tablet.get_by_role("link", name="Hela dagordningen").click()
    expect(tablet.get_by_role("heading", name="Ärende 1")).to_be_visible()
    expect(tablet.get_by_role("heading", name="Ärende 2")).to_be_visible()


def test_the_table_works_without_a_script(plain_page, live_server, world, login):
    now = timezone.now()
    room = factory.called(world, at=now, matters=2)
    login(plain_page, room.vera)
    plain_page.goto(f"{live_server.url}/beredningen/{room.meeting.pk}/bordet/")
    plain_page.locator(f"#svar-{room.items[1].pk}-tables").click()
    expect(plain_page.locator(f"#a{room.items[1].pk}")).to_contain_text("Sparat: bordlägger")
    plain_page.locator(f"#angra-{room.items[1].pk}").click()
    expect(plain_page.locator("main")).to_contain_text("0 av 2 klara")
    plain_page.get_by_role("button", name="Ingen erinran").click()
    expect(plain_page.locator("main")).to_contain_text("2 av 2 klara")
