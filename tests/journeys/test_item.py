"""The item page and the lists, as each role meets them."""

import pytest
from playwright.sync_api import expect

from engagements.vocabulary import RoleName
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)

ROLES = ("amina.lindqvist", "johan.ekstrom", "anders.wik", "nils.ahlin")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_reads_an_engagement_from_the_start_page_on(
    page, live_server, world, role, login, look, complaints
):
    item = visits.handed_in(by=world["amina.lindqvist"], ask=RoleName.INTERNATIONAL_UNIT)
    login(page, world[role])
    look(page)

    page.goto(f"{live_server.url}/arenden/")
    look(page)
    page.get_by_role("link", name=item.title).first.click()
    page.wait_for_url(f"**/arenden/{item.number}/")
    look(page)

    expect(page.locator("h1")).to_have_text(item.title)
    expect(page.locator("main")).to_contain_text("Hur de binder damm på gator vintertid")


def test_the_five_steps_stand_apart_from_what_is_above_them(page, live_server, amina, login):
    item = visits.approved(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/")

    gap = page.get_by_role("heading", name="De fem stegen").evaluate(
        "own => own.getBoundingClientRect().top"
        " - own.previousElementSibling.getBoundingClientRect().bottom"
    )

    assert gap == 24


def test_who_is_to_answer_sees_what_was_answered_before(
    page, live_server, amina, login, look, complaints
):
    earlier = visits.approved(by=amina)
    item = visits.handed_in(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    page.get_by_role("link", name="Visa vad som svarats i liknande ärenden").click()

    alike = page.get_by_role("region", name="Liknande ärenden")
    expect(alike).to_contain_text("samma motpart: Oslo kommune")
    expect(alike).to_contain_text("Vi lär oss mer än vi lägger ned.")
    look(page)
    alike.get_by_role("link", name=earlier.title).click()
    page.wait_for_url(f"**/arenden/{earlier.number}/")


def test_what_was_answered_before_is_a_page_of_its_own_without_javascript(
    plain_page, live_server, amina, login
):
    visits.approved(by=amina)
    item = visits.handed_in(by=amina)
    login(plain_page, amina)
    plain_page.goto(f"{live_server.url}/arenden/{item.number}/")
    plain_page.get_by_role("link", name="Visa vad som svarats i liknande ärenden").click()

    expect(plain_page.locator("h1")).to_have_text("Liknande ärenden")
    expect(plain_page.locator("main li")).to_contain_text(["samma motpart: Oslo kommune"])


@pytest.mark.parametrize("address", ["hjalp", "tillganglighet", "personuppgifter"])
def test_everybody_reads_what_utblick_is_without_signing_in(
    page, live_server, address, look, complaints
):
    page.goto(f"{live_server.url}/{address}/")

    look(page)
    expect(page.locator("h1")).to_have_count(1)
