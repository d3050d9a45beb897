"""Anybody follows the money: from a year, to a matter, to the file with all of them."""

import csv
import os

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from governance.actions import secrecy
from governance.models import PublicItem
from tests.factories import memberships, visits
from tests.governance.test_insight import followed_up

pytestmark = pytest.mark.django_db(transaction=True)


def shot(page, name):
    """Keep a picture where somebody wants to look at it."""
    folder = os.environ.get("PICTURES")
    if folder:
        for width in (1440, 820, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})


def test_a_reader_goes_from_a_year_to_a_matter_to_a_file(
    page, live_server, world, amina, look, complaints
):
    item = visits.approved(by=amina)
    followed_up(item, amina)
    secrecy.show_gain(item, by=amina, at=timezone.now())
    memberships.joined(by=amina)
    memberships.known(by=amina, name="Eurocities")

    page.goto(f"{live_server.url}/insyn/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Staden i världen och vad det kostar")
    look(page)
    shot(page, "insyn")
    page.get_by_role("link", name=item.title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(item.title)
    expect(page.locator("main")).to_contain_text("Vi plogar tidigare.")
    look(page)
    shot(page, "arende")

    page.get_by_role("link", name="Alla beslut").click()
    page.get_by_label("Typ").select_option("membership")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("main tbody tr")).to_have_count(2)
    look(page)
    shot(page, "beslut")
    page.get_by_role("link", name="Medlemskap", exact=True).click()
    expect(page.locator("main tbody tr")).to_have_count(2)
    look(page)
    shot(page, "medlemskap")

    page.get_by_role("link", name="Öppna data").click()
    look(page)
    shot(page, "data")
    with page.expect_download() as told:
        page.locator("a[href='/insyn/data/arenden.csv']").click()
    with open(told.value.path(), encoding="utf-8", newline="") as file:
        numbers = {row["number"] for row in csv.DictReader(file)}
    assert numbers == set(PublicItem.objects.values_list("number", flat=True))

    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Open data")
    assert [cookie["name"] for cookie in page.context.cookies()] == ["django_language"]
