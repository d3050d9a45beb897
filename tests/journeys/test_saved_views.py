"""A view is kept and shared; a colleague sees it, and is mailed of what comes in."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from engagements.vocabulary import RoleName
from governance import schedule
from tests.factories import visits
from tests.journeys.walking import fill

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_shared_view_is_watched_by_a_colleague(
    page, live_server, world, amina, johan, login, look, complaints, keep_promises, mailoutbox
):
    visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
    login(page, johan)
    page.goto(f"{live_server.url}/ko/")
    page.get_by_label("Ordna efter").select_option("Väntat längst först")
    page.get_by_role("button", name="Visa", exact=True).click()
    page.get_by_role("link", name="Spara den här vyn").click()
    fill(page, {"name": "Har väntat"})
    page.get_by_text("Alla med en roll i").click()
    look(page)
    page.get_by_role("button", name="Spara vyn").click()
    expect(page.locator("main")).to_contain_text("Vyn är sparad.")
    look(page)
    page.get_by_role("link", name="Visa ärendena").click()
    here = page.get_by_role("link", name="Har väntat")
    expect(here).to_have_attribute("aria-current", "true")
    look(page)

    page.context.clear_cookies()
    sara = world["sara.oberg"]
    login(page, sara)
    page.goto(f"{live_server.url}/ko/")
    expect(page.get_by_role("link", name="Har väntat")).to_contain_text("Johan Ekström")
    page.get_by_role("link", name="Ändra och bevaka").click()
    look(page)
    page.get_by_role("link", name="Bevaka Har väntat").click()
    expect(page.get_by_role("button", name="Ta bort vyn")).to_have_count(0)
    page.get_by_text("Varje arbetsdag").click()
    page.get_by_role("button", name="Spara valet").click()
    expect(page.locator("main")).to_contain_text("Du får mejl när något nytt kommer.")

    new = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT, title="Besök från Wien")
    schedule.promise_views(at=timezone.now())
    keep_promises()
    (sent,) = [one for one in mailoutbox if "Har väntat" in one.subject]
    assert sent.to == [sara.email]
    assert f"Besök från Wien ({new.number})" in sent.body
