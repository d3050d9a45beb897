"""From a figure to the matters behind it, and from a list to its file."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_figure_opens_its_list_and_the_list_becomes_a_file(
    page, live_server, amina, johan, login, look, complaints
):
    first = visits.approved(by=amina)
    visits.handed_in(by=amina)
    day = timezone.localdate() + timedelta(days=60)
    login(page, johan)
    page.get_by_role("navigation", name="Huvudmeny", exact=True).get_by_role(
        "link", name="Statistik"
    ).click()
    expect(page.get_by_role("heading", level=1, name="Statistik")).to_be_visible()

    page.get_by_label("Från och med").fill(f"{day.year}-01-01")
    page.get_by_label("Till och med").fill(f"{day.year}-12-31")
    page.get_by_label("Typ", exact=True).select_option(label="Besök till staden")
    page.get_by_role("button", name="Visa", exact=True).click()
    figures = page.get_by_role("region", name="Nyckeltal")
    expect(figures.get_by_role("link", name="2", exact=True)).to_be_visible()
    for summary in page.locator("details.ub-asTable > summary").all():
        summary.click()
    look(page)

    page.locator("#status").get_by_role("row", name="Beslutat").get_by_role("link").first.click()

    expect(page.locator("#ur-statistiken")).to_have_text("1 ärende i urvalet från statistiken.")
    expect(page.get_by_role("link", name=first.title)).to_have_count(1)
    look(page)
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hämta som CSV").click()
    lines = csv.reader(io.StringIO(fetched.value.path().read_text("utf-8-sig")), delimiter=";")
    assert [line[3] for line in lines] == ["Ärendenummer", first.number]
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hämta som Excel").click()
    sheet = CalamineWorkbook.from_path(str(fetched.value.path())).get_sheet_by_index(0)
    assert [row[3] for row in sheet.to_python()] == ["Ärendenummer", first.number]


def test_the_tables_of_the_page_become_a_workbook(
    page, live_server, amina, johan, login, look, keep_promises, complaints
):
    item = visits.approved(by=amina)
    login(page, johan)
    page.goto(f"{live_server.url}/statistik/?fran={item.starts_on}&till={item.starts_on}")
    page.get_by_role("button", name="Hämta som Excel").click()
    expect(page.locator("#jobb")).to_be_visible()
    keep_promises()
    link = page.get_by_role("link", name="Hämta filen")
    expect(link).to_be_visible(timeout=10_000)
    look(page)
    with page.expect_download() as fetched:
        link.click()
    book = CalamineWorkbook.from_path(str(fetched.value.path()))
    assert book.get_sheet_by_name("Nyckeltal").to_python()[1] == ["Ärenden", 1.0, 0.0, 1.0]
    assert book.get_sheet_by_name("Länder").to_python()[1] == ["Norge", 1.0, 0.0, 1.0]

    page.get_by_role("link", name="Tillbaka till sidan").click()
    expect(page).to_have_url(re.compile(f"/statistik/.*fran={item.starts_on}"))
