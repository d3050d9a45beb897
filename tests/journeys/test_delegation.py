"""From the Committee's answers to the Mayor's decisions, and on to the Board's minutes."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from engagements.vocabulary import Body
from governance import ledger
from governance.demo.people import PASSWORD
from governance.models import Decision
from tests.factories import delegated

pytestmark = pytest.mark.django_db(transaction=True)
TITLES = [f"Ärende {number}" for number in range(1, 7)]


@pytest.fixture
def room(world, monkeypatch):
    """A meeting whose six answers wait for the Mayor, who must sign in afresh each time."""
    delegated.route_to(monkeypatch, Body.FINANCE_MAYOR)
    delegated.always_afresh()
    return delegated.met(world, *TITLES, at=timezone.now())


def test_six_decisions_take_one_press_and_a_sign_in_and_are_reported(
    page, live_server, world, room, login, look, complaints
):
    login(page, room.mayor)
    page.get_by_role("link", name="Delegationsbeslut").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beslut på delegation")
    look(page)
    # On paper the matters are read; nobody answers there.
    page.emulate_media(media="print")
    expect(page.locator("article")).to_have_count(6)
    expect(page.locator("article").first).to_be_visible()
    expect(page.locator("article fieldset").first).to_be_hidden()
    page.emulate_media(media="screen")
    other = page.locator("article", has_text="Ärende 3")
    other.locator("label", has_text="Tackar nej").click()
    presses = []

    def press(name):
        presses.append(name)
        page.get_by_role("button", name=name).click()

    press("Bekräfta alla 6 besluten")
    expect(page.locator(".ub-errors, [role=alert]").first).to_contain_text(
        "annat än beredningens förslag"
    )
    look(page)
    complaints.clear()  # the browser tells of the 422
    other = page.locator("article", has_text="Ärende 3")
    other.locator("textarea").fill("Staden har inte råd med det i år.")
    presses.clear()
    press("Bekräfta alla 6 besluten")
    look(page)
    page.locator("[name=password]").fill("fel")
    page.get_by_role("button", name="Besluta").click()
    expect(page.locator("main")).to_contain_text("Lösenordet stämmer inte")
    complaints.clear()  # and of this one
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Besluta").click()
    expect(page.locator("body")).to_contain_text("6 beslut är fattade")
    assert presses == ["Bekräfta alla 6 besluten"]
    made = dict(Decision.objects.order_by("pk").values_list("engagement__title", "outcome"))
    assert made == dict.fromkeys(TITLES, "accepted") | {"Ärende 3": "declined"}
    assert set(Decision.objects.values_list("number", flat=True)) == {
        f"DB {timezone.localdate().year}:{place}" for place in range(1, 7)
    }
    page.get_by_role("link", name="Beslutade", exact=True).click()
    look(page)

    page.get_by_role("link", name=re.compile(":3$")).click()
    expect(page.locator("#stallning")).to_contain_text("Staden har inte råd med det i år.")
    look(page)
    page.get_by_role("link", name="Fatta ett nytt beslut i stället").click()
    look(page)
    page.locator("label", has_text="Tar emot besöket").first.click()
    page.locator("[name=why]").fill("Värden betalar nu.")
    page.get_by_role("button", name="Spara det nya beslutet").click()
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Besluta").click()
    expect(page.locator("#stallning")).to_contain_text("Ersatt av")
    expect(page.locator("#stallning")).to_contain_text("Värden betalar nu.")
    look(page)

    page.context.clear_cookies()
    login(page, world["anders.wik"])
    page.get_by_role("link", name="Delegationsbeslut").first.click()
    page.get_by_role("link", name="Anmälan till kommunstyrelsen").click()
    look(page)
    page.locator("[name=meets_on]").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Gör listan").click()
    look(page)
    page.locator("[name=paragraph]").fill("§ 14")
    page.get_by_role("button", name="Listan är anmäld").click()
    expect(page.locator("main")).to_contain_text("Anmäld § 14")
    page.goto(f"{live_server.url}{room.items[0].get_absolute_url()}")
    expect(page.locator("#stallning")).to_contain_text("anmält till kommunstyrelsen")
    look(page)
    assert ledger.verify() == []


def test_a_secretary_writes_down_what_the_executive_board_decided(
    page, live_server, world, monkeypatch, login, look, complaints
):
    delegated.route_to(monkeypatch, Body.EXECUTIVE_BOARD)
    item = delegated.lying(world, "Nätverk", body=Body.EXECUTIVE_BOARD, at=timezone.now())
    login(page, world["anders.wik"])
    page.goto(live_server.url)
    page.get_by_role("link", name="Nätverk").first.click()
    look(page)
    page.locator("#stallning label", has_text="Tar emot besöket").first.click()
    page.locator("[name=held_on]").fill(timezone.localdate().isoformat())
    page.locator("[name=paragraph]").fill("7")
    minutes = {"name": "protokoll.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n"}
    page.locator("[name=minutes]").set_input_files(minutes)
    page.get_by_role("button", name="Spara beslutet").click()
    expect(page.locator("#stallning")).to_contain_text("§ 7")
    look(page)
    assert Decision.objects.get().engagement == item
    assert ledger.verify() == []
