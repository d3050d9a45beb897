"""One request through the whole house: five people, a real worker, from browser to report."""

import csv
import io
import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import Status
from governance.models import Decision
from tests.journeys.walking import choose, fill, register

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_visit_goes_from_the_browser_to_the_annual_report(
    page, live_server, world, login, look, keep_promises, complaints
):
    base = live_server.url

    def as_(key: str, path: str = "/") -> None:
        page.context.clear_cookies()
        login(page, world[key])
        look(page)
        page.goto(base + path)
        look(page)

    # The contact person registers a visit that a mayor leads; the panel says who coordinates.
    as_("amina.lindqvist")
    register(page, base, look, first_day=timezone.localdate().isoformat(), political_level="high")
    item = Engagement.objects.get()
    here = f"/arenden/{item.number}/"
    expect(page.locator("main")).to_contain_text("Protokollsenheten")
    keep_promises()
    assert [m.to for m in mail.outbox] == [[world["sara.oberg"].email]]

    # The protocol unit advises from its queue.
    as_("sara.oberg", "/ko/")
    page.get_by_role("link", name=item.title).click()
    page.wait_for_url(re.compile(f"/ko/{item.number}/"))
    look(page)
    choose(page, "kind", "support_with_remarks")
    page.locator("[data-advice] textarea[name=text]").fill("Ett möte på 45 minuter räcker.")
    page.get_by_role("button", name="Ge råd och ta nästa").click()
    expect(page.get_by_role("status").first).to_contain_text(item.number)
    look(page)

    # The contact person answers for the receiving body, the Executive Board coordinates.
    as_("amina.lindqvist", here)
    expect(page.locator("main")).to_contain_text("Ett möte på 45 minuter räcker.")
    choose(page, "outcome", "accepted")
    page.get_by_role("button", name="Spara ställningstagande").click()
    expect(page.locator("#tur")).to_contain_text("Kommunstyrelsen")
    look(page)
    as_("anders.wik", here)
    page.locator("#samordning-grounds").fill("Kansliet håller ihop programmet.")
    page.get_by_role("button", name="Kommunstyrelsen samordnar besöket").click()
    expect(page.locator("#stallning")).to_contain_text("Kansliet håller ihop programmet.")
    look(page)

    # The delegation is told, in its own language.
    as_("amina.lindqvist", f"{here}svar/")
    choose(page, "language", "en")
    page.get_by_role("button", name="Skriv ett förslag").click()
    look(page)
    page.locator("textarea[name=body]").fill("Dear Hilde,\n\nYou are welcome.\n\nAmina")
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("status").first).to_contain_text("hilde@oslo.example")
    keep_promises()
    assert [m.body for m in mail.outbox if m.to == ["hilde@oslo.example"]] == [
        "Dear Hilde,\n\nYou are welcome.\n\nAmina"
    ]

    # When the visit is over: three questions and the end.
    page.goto(base + here)
    page.get_by_role("link", name="Följ upp").first.click()
    page.wait_for_url(re.compile("/uppfoljning/"))
    look(page)
    answers = {"learnt": "Ett salt som skonar träden.", "acted_on": "Vi prövar på två gator."}
    fill(page, answers | {"told": "Trafikkontoret.", "cost_sek": "1350"})
    page.get_by_role("button", name="Spara uppföljningen").click()
    page.wait_for_url(re.compile("/avsluta/"))
    look(page)
    page.get_by_role("button", name="Avsluta ärendet").click()
    page.wait_for_url(re.compile(f"{here}$"))
    look(page)
    assert Engagement.objects.get().status == Status.CLOSED

    # The administrator takes out the year.
    as_("nils.ahlin", f"/rapporter/besok/?ar={timezone.localdate().year}&verksamhet=MF")
    expect(page.locator("main")).to_contain_text(item.number)
    page.get_by_role("button", name="Hämta som CSV").click()
    look(page)
    keep_promises()
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hämta filen").click()
    text = fetched.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [item.number in row for row in rows] == [False, True]
    assert "1350" in rows[1]

    # What was decided stands in the ledger, and the ledger holds.
    assert list(Decision.objects.order_by("pk").values_list("organisation__code", flat=True)) == [
        "MF",
        "KS",
    ]
    call_command("verify_ledger")
