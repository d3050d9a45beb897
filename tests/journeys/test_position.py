"""A position by hand: no decision without SLK's word, then decided, logged and in the register."""

import re

import pytest
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import Body, Status
from governance import ledger
from tests.factories import positions as factory
from tests.factories.matters import fresh
from tests.journeys.walking import choose, fill, go_on, to_register

pytestmark = pytest.mark.django_db(transaction=True)

MATTER = {
    "title": "Yttrande om luftkvalitetsdirektivet",
    "topic": "Gränsvärden för luft i städer",
    "counterpart": "Europeiska kommissionen",
}
OPINION = {
    "position_text": "Staden vill ha skärpta gränsvärden och tid att bygga om gatorna.",
    "city_interest": "Renare luft för invånarna i en takt som vi klarar.",
    "goal_contribution": "Reglerna avgör vad staden kan göra för luften.",
    "sdg_how": "Städer får regler som går att följa.",
}
CHOSEN = {
    "initiative": "own",
    "eu_matter": "true",
    "goals": "klimat",
    "sdgs": "11",
    "directions": "advocacy",
    "touches_foreign_policy": "false",
}
WAY = {
    "in_boards_name": "true",
    "position_channel": "consultation",
    "in_sef": "false",
    "in_operational_plan": "true",
    "procurement_with_party": "false",
    "secrecy_possible": "false",
}
COST = {"estimated_sek": "0", "working_hours": "30", "budget_line": "Förvaltningens ram"}


def test_a_board_says_what_it_wants_after_slk_has_had_its_word(
    page, live_server, world, login, look, keep_promises, complaints
):
    base, maria, stina = live_server.url, world["maria.kallio"], world["stina.ek"]
    theirs = factory.draft(by=stina, host="TK", title="Dubbdäck")
    factory.handed_in(factory.consulted(theirs, by=stina), by=stina)

    login(page, world["amina.lindqvist"])
    to_register(page, "Standpunkter")
    look(page)
    page.get_by_role("link", name="Lägg till").click()
    page.wait_for_url(re.compile("/nytt/standpunkt/"))
    look(page)
    words = {"process": "Luftkvalitetsdirektivet", "reference": "kom (2022)542 slutlig"}
    fill(page, words | {"deadline_on": "2027-01-20"})
    go_on(page)
    page.wait_for_url(re.compile("/steg/1/"))
    expect(page.locator("[name=reference]")).to_have_value("COM(2022) 542")
    expect(page.locator("aside")).to_contain_text("Samma förslag: COM(2022) 542")
    expect(page.locator("aside")).to_contain_text("Kontakt: Stina Ek")
    fill(page, MATTER)
    page.locator("select[name=counterpart_kind]").select_option("international")
    for name, value in {
        "proposal_stage": "adopted",
        "effect": "both",
        "scope": "operational",
    }.items():
        choose(page, name, value)
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    fill(page, OPINION)
    for name, value in CHOSEN.items():
        choose(page, name, value)
    fill(page, {"eu_principles": "Kommuner får handlingsutrymme att välja lösning"})
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    fill(page, COST)
    for name, value in WAY.items():
        choose(page, name, value)
    panel = page.locator("#kontroll")
    expect(panel).to_contain_text("Kommunstyrelsen är inte med. Inget skickas innan dess.")
    look(page)
    fill(page, {"ks_contact_on": "2026-11-20", "ks_contact_by": "Maria Kallio, EU-enheten"})
    fill(page, {"ks_contact": "Linjen följer EU-policyn."})
    expect(panel).to_contain_text("Kommunstyrelsen är med sedan 20 november 2026.")
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    look(page)
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    look(page)
    item = Engagement.objects.get(title=MATTER["title"])
    assert (item.status, item.ball) == (Status.ADVICE, Body.EU_UNIT)
    factory.advised(item, by=maria)

    # Somebody takes the word away again: the board can't decide until it is back.
    page.goto(f"{base}/arenden/{item.number}/steg/3/")
    fill(page, {"ks_contact": ""})
    go_on(page)
    page.goto(f"{base}/arenden/{item.number}/")
    choose(page, "outcome", "accepted")
    page.locator("#stallning [name=grounds]").fill("Texten är väl avvägd mot målen.")
    page.locator("#stallning [type=submit]").first.click()
    expect(page.locator("main")).to_contain_text(
        "Skriv först vem på stadsledningskontoret ni har samrått med"
    )
    complaints.clear()  # the browser tells of the 422
    look(page)
    page.goto(f"{base}/arenden/{item.number}/")
    page.get_by_text("Anteckna vad stadsledningskontoret sa").click()
    fill(page, {"on_day": "2026-11-21"})
    page.get_by_label("Vem på stadsledningskontoret?").fill("Maria Kallio, EU-enheten")
    fill(page, {"said": "Linjen följer EU-policyn."})
    look(page)
    page.get_by_role("button", name="Anteckna samrådet").click()
    expect(page.get_by_role("status").first).to_contain_text("Samrådet är antecknat")
    choose(page, "outcome", "accepted")
    page.locator("#stallning [name=grounds]").fill("Texten är väl avvägd mot målen.")
    page.locator("#stallning [type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("Antar ställningstagandet")
    assert fresh(item).status == Status.APPROVED

    page.get_by_text("Skriv i loggen").first.click()
    fill(page, {"done_on": "2026-11-23", "what": "Skickade texten till kommissionen."})
    page.get_by_role("button", name="Skriv i loggen").click()
    expect(page.locator("#logg")).to_contain_text("Skickade texten till kommissionen.")
    look(page)
    page.goto(f"{base}/standpunkter/?visa=antagna")
    expect(page.locator("main")).to_contain_text(MATTER["title"])
    look(page)
    keep_promises()
    assert ledger.verify() == []
