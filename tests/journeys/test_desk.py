"""A person with two roles switches, and each role's page is looked at."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import Organisation, Role
from engagements.vocabulary import RoleName
from tests.factories import visits
from tests.governance.test_assigning import joins

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_person_with_two_roles_sees_each_alone_and_both(
    page, live_server, world, login, look, complaints
):
    amina = world["amina.lindqvist"]
    given = timezone.localdate() - timedelta(days=9)
    office = Organisation.objects.get(code="SLK")
    with transaction.atomic():
        Role.objects.create(
            user=amina, name=str(RoleName.REGISTRAR), organisation=office, valid_from=given
        )
    item = visits.handed_in(by=amina)
    login(page, amina)

    switch = page.get_by_role("navigation", name="Visa startsidan för")
    expect(switch.get_by_role("link", name="Alla dina roller")).to_have_attribute(
        "aria-current", "true"
    )
    mine, diary = (page.get_by_role("region", name=name) for name in ("Hos dig", "Diarium"))
    expect(mine.get_by_role("link", name=item.title)).to_be_visible()
    expect(mine).to_contain_text("Din roll: Internationell kontaktperson, Miljöförvaltningen")
    expect(diary).to_contain_text("Skriv in diarienummer")
    look(page)

    switch.get_by_role("link", name="Registrator").click()
    expect(mine).to_contain_text("Inget ligger hos dig just nu.")
    expect(diary.get_by_role("link", name=item.title)).to_be_visible()
    look(page)

    # The choice is kept while one works elsewhere; the way back is the menu.
    diary.get_by_role("link", name=item.title).click()
    page.goto(live_server.url)
    expect(switch.get_by_role("link", name="Registrator")).to_have_attribute("aria-current", "true")
    switch.get_by_role("link", name="Internationell kontaktperson").click()
    expect(diary).to_have_count(0)
    mine.get_by_role("link", name=item.title).click()
    expect(page.locator("h1")).to_have_text(item.title)


@pytest.mark.parametrize("width", [1440, 820, 390])
def test_a_message_stands_apart_from_what_follows_it(page, world, login, width):
    page.set_viewport_size({"width": width, "height": 900})
    login(page, world["amina.lindqvist"])

    gap = page.evaluate(
        """() => {
            const told = document.querySelector('.ub-messages');
            const next = told.parentElement.nextElementSibling;
            return next.getBoundingClientRect().top - told.getBoundingClientRect().bottom;
        }"""
    )

    assert gap == 24


def test_every_place_stands_in_one_line_on_a_tablet_and_few_have_room(
    page, live_server, world, johan, login
):
    hanna = joins(world["hanna.stahl"], johan)
    page.set_viewport_size({"width": 820, "height": 1180})
    seen = {}
    for person in (hanna, world["ingrid.ros"]):
        page.context.clear_cookies()
        login(page, person)
        found = "[...document.querySelectorAll('.ub-nav a')]"
        tops = page.evaluate(f"{found}.map(one => one.getBoundingClientRect().top)")
        seen[person.name] = (
            len(tops),
            len(set(tops)),
            page.evaluate(f"getComputedStyle({found}[0]).paddingInlineStart"),
        )

    assert seen == {hanna.name: (9, 1, "4.8px"), "Ingrid Ros": (5, 1, "12px")}


@pytest.mark.parametrize("width", [834, 820, 801])
def test_the_longest_menu_stands_in_one_line_in_english_too(page, world, login, width):
    page.set_viewport_size({"width": width, "height": 1180})
    login(page, world["anders.wik"])
    page.get_by_role("button", name="English").click()

    menu = page.get_by_role("navigation", name="Main menu", exact=True).get_by_role("link")
    expect(menu.first).to_contain_text("Start")
    tops = menu.evaluate_all("links => links.map(one => one.getBoundingClientRect().top)")

    assert (len(tops), len(set(tops))) == (8, 1)


def test_the_foot_of_a_short_page_stands_at_the_foot_of_the_screen(page, live_server, look):
    page.goto(f"{live_server.url}/login/")
    page.set_viewport_size({"width": 1440, "height": 1800})

    foot = page.evaluate("document.querySelector('.ub-foot').getBoundingClientRect().bottom")

    assert foot == 1800
    look(page)
