"""C31 by hand: registered, asked, answered, decided by the Mayor; and lifted when it costs."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from agreements.declaration.models import Burden
from engagements.models import Engagement
from engagements.vocabulary import Body, Status
from governance import ledger
from tests.factories import declarations as factory
from tests.factories.matters import fresh
from tests.journeys.walking import choose, fill, go_on

pytestmark = pytest.mark.django_db(transaction=True)

TEXTS = {
    "initiator": "C40",
    "original_text": "The city commits to nothing beyond its decided plan of action.",
    "swedish_text": "Staden åtar sig inget utöver beslutad handlingsplan.",
    "commitments-0-text": "Inget utöver beslutad handlingsplan",
    "commitments-0-kept_by": "Klimathandlingsplanen",
}
PURPOSE = {
    "purpose": "Stockholm visar vad staden redan gör för renare transporter.",
    "goal_contribution": "Renare transporter i hela staden.",
    "sdg_how": "Renare luft och tystare gator.",
}
CHOSEN = {
    "initiative": "asked",
    "goals": "klimat",
    "sdgs": "13",
    "directions": "profiling",
    "qualities": "sustainability",
    "audiences": "business",
    "touches_foreign_policy": "false",
    "procurement_with_party": "false",
    "secrecy_possible": "false",
}
BURDEN = {
    "in_existing_plan": "Åtgärderna ingår redan i klimathandlingsplanen.",
    "own_sek": "0",
    "own_hours": "0",
    "estimated_sek": "0",
    "working_hours": "8",
}


def answer_none(page, base, item):
    """Answer from the start page that nothing is added."""
    page.goto(f"{base}/")
    page.get_by_role("link", name=item.title).click()
    choose(page, "adds", "none")
    page.get_by_role("button", name="Spara svaret").click()
    expect(page.get_by_role("status").first).to_contain_text("Svaret är sparat")


def test_the_case_c31_goes_to_the_mayor_until_somebody_says_that_it_costs(
    page, live_server, world, login, look, keep_promises, complaints
):
    base = live_server.url
    login(page, world["hanna.stahl"])
    page.goto(f"{base}/arenden/nytt/")
    look(page)
    page.locator("a[href$='/nytt/deklaration/']").click()
    look(page)
    fill(page, {"title": "C40-deklaration: rena transporter 2030", "initiator": "C40"})
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    look(page)
    fill(page, PURPOSE)
    for name, value in CHOSEN.items():
        choose(page, name, value)
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    fill(page, BURDEN)
    touched = dict(factory.Organisation.objects.values_list("code", "pk"))
    choose(page, "scope", "citywide")
    choose(page, "adds_burden", "false")
    choose(page, "own_reporting", "false")
    choose(page, "areas", str(touched["TK"]))
    choose(page, "areas", str(touched["MF"]))
    expect(page.locator("#kontroll .p-who")).to_contain_text("finansborgarrådet")
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    fill(page, {"next_review_on": "2030-05-01"})
    choose(page, "forums_searched", "true")
    look(page)
    page.goto(page.url.replace("/steg/4/", "/steg/1/"))
    fill(page, TEXTS)
    page.locator("select[name=language]").select_option("en")
    look(page)
    go_on(page)
    item = Engagement.objects.get()

    page.goto(f"{base}/arenden/{item.number}/steg/3/")
    page.get_by_role("link", name="Fråga verksamheter").click()
    look(page)
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.get_by_role("status").first).to_contain_text("Frågan är skickad")
    keep_promises()
    told = {message.to[0]: message for message in mail.outbox}
    assert {"stina.ek@stockholm.example", "amina.lindqvist@stockholm.example"} <= set(told)
    assert told["stina.ek@stockholm.example"].subject.startswith("Svara vad det medför senast")

    for key in ("stina.ek", "amina.lindqvist"):
        page.context.clear_cookies()
        login(page, world[key])
        answer_none(page, base, item)
    look(page)

    page.context.clear_cookies()
    login(page, world["hanna.stahl"])
    page.goto(f"{base}/arenden/{item.number}/steg/5/")
    expect(page.locator("#kontroll .p-who")).to_contain_text(
        "finansborgarrådet, efter internationella beredningen"
    )
    look(page)
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    look(page)
    factory.dealt_with(factory.advised(item, by=world["johan.ekstrom"]), by=world["karim.nordin"])
    page.goto(f"{base}/arenden/{item.number}/")
    expect(page.locator("main")).to_contain_text(
        "Avgörs av finansborgarrådet, efter internationella beredningen"
    )
    look(page)
    assert fresh(item).ball == Body.FINANCE_MAYOR

    page.context.clear_cookies()
    login(page, world["stina.ek"])
    page.goto(f"{base}/arenden/{item.number}/")
    page.get_by_role("link", name="Svara för er verksamhet").click()
    choose(page, "adds", "some")
    fill(page, {"sek": "0", "hours": "40"})
    choose(page, "reporting", "false")
    look(page)
    page.get_by_role("button", name="Spara svaret").click()
    expect(page.get_by_role("status").first).to_contain_text("Svaret är sparat")
    page.goto(f"{base}/arenden/{item.number}/")
    expect(page.locator("#lyft")).to_have_text("Kommunstyrelsen beslutar: det medför ökad börda")
    expect(page.locator("main")).to_contain_text("Avgörs av kommunstyrelsen")
    look(page)
    keep_promises()

    row = fresh(item)
    assert (row.status, row.ball) == (Status.DECISION, Body.EXECUTIVE_BOARD)
    assert Burden.objects.count() == 3
    assert "anders.wik@stockholm.example" in {message.to[0] for message in mail.outbox}
    assert ledger.verify() == []
