"""A good example is proposed, taken in, offered and cited; what is seen elsewhere is compared."""

import pytest
from playwright.sync_api import expect

from governance.models import Comparison, GoodExample, KnowledgeCitation, Offer, Theme
from tests.factories import visits
from tests.journeys.walking import fill, to_register

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def air(world):
    return Theme.objects.create(name_sv="Stadsluft", name_en="City air", words="luft*")


def test_a_good_example_is_proposed_taken_in_offered_and_cited(
    page, live_server, world, amina, johan, air, login, look, complaints
):
    item = visits.handed_in(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/medlemskap/")
    to_register(page, "Goda exempel")
    look(page)
    page.get_by_role("link", name="Föreslå ett exempel").click()
    look(page)
    page.get_by_role("button", name="Föreslå exemplet").click()
    expect(page.get_by_role("alert")).to_contain_text("Rubrik: Skriv ett svar")
    look(page)
    complaints.clear()  # the browser tells of the answer that something is missing
    fill(
        page,
        {
            "title": "Saltlösning mot damm",
            "shows": "Gatorna dammar mindre efter vintern.",
            "place": "Hornsgatan",
            "contact": "Luftenheten på miljöförvaltningen",
            "valid_until": "2031-12-31",
        },
    )
    page.locator("[name=organisation]").select_option(label="Miljöförvaltningen")
    page.locator("[name=theme]").select_option(label="Stadsluft")
    page.get_by_role("button", name="Föreslå exemplet").click()
    expect(page.locator("main")).to_contain_text("Exemplet är föreslaget.")
    look(page)

    page.context.clear_cookies()
    login(page, johan)
    page.goto(f"{live_server.url}/goda-exempel/")
    expect(page.locator("main")).to_contain_text("Ett förslag väntar på svar.")
    look(page)
    page.get_by_role("link", name="Visa förslagen").click()
    page.get_by_role("link", name="Saltlösning mot damm").click()
    look(page)
    page.get_by_role("button", name="Ta med exemplet").click()
    expect(page.locator("main")).to_contain_text("Exemplet är med i registret.")
    page.get_by_text("Erbjud exemplet till en statlig aktör").click()
    look(page)
    page.locator("[name=authority]").select_option(label="Business Sweden")
    fill(page, {"purpose": "Världsutställningen i Riyadh"})
    page.get_by_role("button", name="Anteckna erbjudandet").click()
    expect(page.locator("main")).to_contain_text("Inget svar än")
    look(page)
    page.get_by_role("link", name="Business Sweden").click()
    look(page)
    page.locator("[name=answer]").select_option(label="Använder det")
    page.get_by_role("button", name="Spara svaret").click()
    expect(page.locator("main")).to_contain_text("Använder det")
    assert Offer.objects.get().answer == "uses"

    page.context.clear_cookies()
    login(page, amina)
    page.goto(f"{live_server.url}{item.get_absolute_url()}")
    look(page)
    page.get_by_role("button", name="Saltlösning mot damm").click()
    expect(page.locator("#kunskap")).to_contain_text("Gott exempel")
    look(page)
    assert KnowledgeCitation.objects.get().known == GoodExample.objects.get()
    page.get_by_role("link", name="Saltlösning mot damm").click()
    expect(page.locator("main")).to_contain_text("Ett ärende hänvisar hit")


def test_a_contact_person_writes_what_they_saw_and_compares(
    page, live_server, world, amina, air, login, look, complaints
):
    login(page, amina)
    page.goto(f"{live_server.url}/medlemskap/")
    to_register(page, "Omvärld")
    look(page)
    page.get_by_role("link", name="Skriv en iakttagelse").click()
    look(page)
    fill(
        page,
        {
            "title": "Avgift på dubbdäck",
            "city": "Oslo",
            "seen_on": "4 maj 2026",
            "seen": "Färre dubbdäck.",
            "means": "Vi kan pröva detsamma.",
            "source": "Möte med Bymiljøetaten",
        },
    )
    page.locator("[name=organisation]").select_option(label="Miljöförvaltningen")
    page.locator("[name=country]").select_option("NO")
    page.locator("[name=felt]").select_option("later")
    page.get_by_role("button", name="Spara").click()
    expect(page.locator("main")).to_contain_text("Iakttagelsen är sparad.")
    look(page)
    page.goto(f"{live_server.url}/omvarld/")
    look(page)

    tabs = page.get_by_role("navigation", name="Omvärldsbevakning")
    tabs.get_by_role("link", name="Jämförelser").click()
    look(page)
    page.get_by_role("link", name="Börja en jämförelse").click()
    fill(page, {"title": "Partiklar i gaturum", "unit": "µg per kubikmeter"})
    page.locator("[name=organisation]").select_option(label="Miljöförvaltningen")
    page.get_by_role("button", name="Spara").click()
    look(page)
    for city, country, value in (("Stockholm", "SE", "24"), ("Oslo", "NO", "19,5")):
        fill(page, {"city": city, "year": "2025", "value": value, "source": "Årsrapport"})
        page.locator("[name=country]").select_option(country)
        page.get_by_role("button", name="Lägg till staden").click()
        expect(page.get_by_role("row", name=city)).to_contain_text(value)
    look(page)
    assert Comparison.objects.get().cities.count() == 2
    page.get_by_role("button", name="Oslo 2025").click()
    expect(page.locator("main")).to_contain_text("Staden är borttagen ur jämförelsen.")
    page.goto(f"{live_server.url}/omvarld/jamforelser/")
    look(page)
