"""Johan picks matters by keys, takes them, assigns one; Amina reminds without a script."""

import pytest
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import RoleName
from tests.factories import visits
from tests.governance.test_assigning import joins

pytestmark = pytest.mark.django_db(transaction=True)
UNIT = RoleName.INTERNATIONAL_UNIT


def test_matters_are_picked_by_keys_and_taken_with_a_preview(
    page, live_server, world, amina, johan, login, look, complaints
):
    hanna = joins(world["hanna.stahl"], johan)
    first, second, _third = (visits.handed_in(by=amina, ask=UNIT) for _ in range(3))
    login(page, johan)
    page.goto(f"{live_server.url}/ko/")
    for key in "jxjx":
        page.keyboard.press(key)
    expect(page.get_by_role("form", name="Med de markerade ärendena")).to_contain_text("2")
    look(page)
    page.get_by_role("button", name="Ta ärendena").click()
    expect(page.get_by_role("row", name=first.number)).to_contain_text("Ditt namn sätts på")
    look(page)
    page.get_by_role("button", name="Ta ärendena: 2 ärenden").click()
    expect(page.locator("main")).to_contain_text("2 ärenden är klara.")
    look(page)
    taken = Engagement.objects.filter(ball_person=johan)
    assert {row.pk for row in taken} == {first.pk, second.pk}

    page.get_by_role("link", name="Tillbaka till listan").click()
    expect(page.get_by_role("button", name="Kortkommandon")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Markera ärendet")
    page.get_by_role("button", name="Stäng av kortkommandon").click()
    page.keyboard.press("j")
    expect(page.locator("[data-queue-item]:focus")).to_have_count(0)
    page.get_by_role("button", name="Stäng av läsrutan").click()
    page.get_by_role("link", name="Besök från Oslo kommune").first.click()
    expect(page).to_have_url(f"{live_server.url}{first.get_absolute_url()}")

    # One of them is a colleague's instead, by name.
    page.get_by_text("Tilldela en kollega").click()
    page.get_by_label("Vem ska handlägga?").select_option(label=str(hanna))
    look(page)
    page.get_by_role("button", name="Tilldela", exact=True).click()
    expect(page.locator("main")).to_contain_text(f"{hanna} har fått {first.number}.")
    look(page)
    assert Engagement.objects.get(pk=first.pk).ball_person == hanna


def test_keys_mean_the_matter_one_stands_on_and_go_on_from_the_open_one(
    page, live_server, world, amina, johan, login
):
    first, second, third = (visits.handed_in(by=amina, ask=UNIT) for _ in range(3))
    login(page, johan)
    page.goto(f"{live_server.url}/ko/{first.number}/")
    page.keyboard.press("j")
    expect(page.get_by_role("row", name=second.number).get_by_role("link")).to_be_focused()

    page.keyboard.press("r")
    expect(page).to_have_url(f"{live_server.url}/ko/{second.number}/#radgivning")
    expect(page.get_by_label("Ditt råd")).to_be_focused()

    page.keyboard.press("Tab")  # keys are silent where one writes
    page.keyboard.press("j")
    page.keyboard.press("l")
    expect(page).to_have_url(f"{live_server.url}/ko/{third.number}/#overlamning")
    expect(page.get_by_label("Lämna över till")).to_be_focused()


def test_all_on_the_page_are_reminded_of_without_a_script(
    plain_page, live_server, world, amina, login
):
    items = [visits.handed_in(by=amina, ask=UNIT) for _ in range(2)]
    login(plain_page, amina)
    plain_page.goto(f"{live_server.url}/arenden/")
    plain_page.get_by_label("Markera alla på sidan").check()
    plain_page.get_by_role("button", name="Påminn").click()
    expect(plain_page.get_by_role("row", name=items[0].number)).to_contain_text("Johan Ekström")
    plain_page.get_by_role("button", name="Påminn: 2 ärenden").click()
    expect(plain_page.locator("main")).to_contain_text("2 ärenden är klara.")
    assert [row.events.filter(code="reminded", by=amina).count() for row in items] == [1, 1]
