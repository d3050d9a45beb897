"""From the log-in to the finished account to the City Council: four clicks and one field."""

import io
import re
import zipfile

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from governance.models import AnnualEdition
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """The folder that the worker's files are made in."""
    settings.MEDIA_ROOT = tmp_path


def test_the_finished_report_is_four_clicks_away(
    page, live_server, world, login, look, keep_promises, complaints
):
    year = timezone.localdate().year
    for size in (7, 5):
        visits.approved(
            by=world["amina.lindqvist"], delegation_size=size, starts_on=timezone.localdate()
        )
    clicks = 0

    def click(role, name):
        nonlocal clicks
        clicks += 1
        page.get_by_role(role, name=name, exact=True).first.click()

    login(page, world["johan.ekstrom"])
    click("link", "Statistik")
    click("link", "Årsrapport")
    look(page)
    page.locator("[name=ar]").fill(str(year))
    click("button", "Visa")
    expect(page.locator("#besok")).to_contain_text("Staden tog emot 2 av dem")
    look(page)
    click("button", "Ta fram alla filer")
    page.wait_for_url(re.compile("/jobb/"))
    keep_promises()
    page.reload()
    expect(page.get_by_role("link", name="Hämta filen")).to_be_visible()
    assert clicks == 4
    keep_promises()
    assert any("export" in letter.subject.lower() for letter in mail.outbox)
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hämta filen").click()
    whole = zipfile.ZipFile(io.BytesIO(fetched.value.path().read_bytes()))
    assert f"internationellt-arbete-{year}.docx" in whole.namelist()

    # Each figure opens its rows, and each row its matter.
    page.goto(f"{live_server.url}/arsrapport/{year}/")
    page.locator("#besok").get_by_text("Siffrorna och raderna bakom").click()
    page.locator("#besok").get_by_role("link", name="Personer: 12").click()
    look(page)
    expect(page.locator("tbody tr")).to_have_count(2)

    # People write instead of the draft, and the report is frozen.
    page.get_by_role("link", name="Till rapporten").click()
    page.get_by_role("link", name="Skriv om Besök").click()
    look(page)
    page.locator("[name=text]").fill("Besöken blev fler, och de lärde oss mer.")
    page.get_by_role("button", name="Spara texten").click()
    expect(page.locator("#besok")).to_contain_text("de lärde oss mer")
    page.get_by_role("button", name="Frys rapporten som den är nu").click()
    expect(page.locator("main")).to_contain_text("utgåva 1")
    expect(page.locator("main")).to_contain_text(AnnualEdition.objects.get().sha256)
    look(page)
