"""From the item page to the whole file and the one that is handed out, made by a real worker."""

import io
import os
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from engagements import documents
from engagements.vocabulary import DocumentKind, SecrecySection
from governance import papers
from governance.actions import secrecy
from governance.models import Part, TakenOut
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """The folder that documents and files are kept in."""
    settings.MEDIA_ROOT = tmp_path


def shot(page, name):
    """Keep a picture where somebody wants to look at it."""
    folder = os.environ.get("PICTURES")
    if folder:
        for width in (1440, 820, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})


def fetched(page, keep_promises):
    """Wait for the worker, and return the text of each page of what it made."""
    page.wait_for_url(re.compile("/jobb/"))
    keep_promises()
    page.reload()
    with page.expect_download() as told:
        page.get_by_role("link", name="Hämta filen").click()
    keep_promises()
    reader = PdfReader(io.BytesIO(told.value.path().read_bytes()))
    return [" ".join(one.extract_text().split()) for one in reader.pages]


def test_the_registrar_hands_out_what_is_not_secret(
    page, live_server, world, amina, johan, login, look, keep_promises, complaints
):
    item = visits.approved(by=amina, title="Besök om kajen", requesting_organisation="Oslo kommune")
    upload = papers.pdf("Program", opening=["Programmet"], parts=[], contents=False)
    documents.add(
        item,
        upload=SimpleUploadedFile("program.pdf", upload),
        kind=DocumentKind.OTHER,
        personal_data=False,
        by=amina,
        at=timezone.now(),
    )
    secrecy.mask(
        item,
        part=Part.COUNTERPART,
        section=SecrecySection.FOREIGN,
        grounds="Kan skada",
        review_by=timezone.localdate() + timedelta(days=30),
        by=johan,
        at=timezone.now(),
    )
    login(page, world["tove.alm"])
    page.goto(live_server.url + item.get_absolute_url())
    page.get_by_role("link", name="Hela akten (PDF)").click()
    expect(page.locator("main")).to_contain_text("Motparten, OSL 15:1")
    look(page)
    shot(page, "akt")

    page.get_by_role("button", name="Ta fram akten").click()
    whole = fetched(page, keep_promises)
    look(page)
    page.get_by_role("link", name="Tillbaka till sidan").click()
    page.get_by_role("link", name="Hela akten (PDF)").click()
    page.get_by_text("Maskerad akt, för utlämnande").click()
    page.get_by_role("button", name="Ta fram akten").click()
    masked = fetched(page, keep_promises)

    assert "Oslo kommune" in " ".join(whole)
    assert "Programmet" in whole[-1]
    assert "Oslo" not in " ".join(masked)
    assert "Logg över maskning" in masked[-1]
    page.get_by_role("link", name="Tillbaka till sidan").click()
    taken = page.get_by_role("region", name="Akten har tagits fram")
    expect(taken).to_contain_text("Motparten (OSL 15:1)")
    expect(taken).to_contain_text(TakenOut.objects.latest("pk").sha256)
    look(page)
    shot(page, "arende")
