"""An administrator sees the year's visits and fetches them as files."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


def fetch(page, address, button, keep_promises):
    """Ask for a file, let the worker make it, and return what the browser fetched."""
    page.goto(address)
    page.get_by_role("button", name=button).click()
    expect(page.locator("#jobb")).to_be_visible()
    keep_promises()
    link = page.get_by_role("link", name="Hämta filen")
    expect(link).to_be_visible(timeout=10_000)
    with page.expect_download() as fetched:
        link.click()
    return fetched.value.path().read_bytes()


def test_an_administrator_fetches_the_year_as_a_workbook_and_as_csv(
    page, live_server, amina, admin, login, look, keep_promises, complaints
):
    item = visits.approved(by=amina)
    year = (timezone.localdate() + timedelta(days=60)).year
    address = f"{live_server.url}/rapporter/besok/?ar={year}"
    login(page, admin)
    page.goto(address)
    look(page)

    workbook = fetch(page, address, "Hämta som Excel", keep_promises)
    look(page)
    text = fetch(page, address, "Hämta som CSV", keep_promises)

    sheets = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    cells = [
        str(c)
        for name in sheets.sheet_names
        for row in sheets.get_sheet_by_name(name).to_python()
        for c in row
    ]
    assert item.number in cells
    lines = list(csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))
    assert item.number in [cell for line in lines for cell in line]
