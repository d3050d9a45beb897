"""A contact person plans, answers the follow-up and confirms; SLK reminds the rest in one click."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from governance.actions import answering
from governance.models import Confirmation, PlannedTie
from tests.factories import visits
from tests.journeys.walking import fill

pytestmark = pytest.mark.django_db(transaction=True)


def menu(page, name):
    places = page.get_by_role("navigation", name="Huvudmeny", exact=True)
    places.get_by_role("link", name=name, exact=True).click()


def tab(page, name):
    tabs = page.get_by_role("navigation", name="Plan och uppföljning")
    tabs.get_by_role("link", name=name).click()


def test_a_contact_person_answers_and_the_rest_are_reminded_in_one_click(
    page, live_server, world, amina, johan, admin, login, look, complaints, keep_promises
):
    today = timezone.localdate()
    days = {"opens_on": today - timedelta(days=7), "due_on": today + timedelta(days=7)}
    answering.set_round(today.year, "t2", **days, by=admin, at=timezone.now())
    item = visits.handed_in(by=amina, estimated_sek=8_000, in_operational_plan=None)
    login(page, amina)

    # From the start page to what is missing, and straight to where it is mended.
    name = f"Tertialrapport 2 {today.year}"
    expect(page.locator("main")).to_contain_text(name)
    look(page)
    page.get_by_role("link", name="se vad som saknas hos Miljöförvaltningen och svara").click()
    expect(page.locator("#saknas + ul")).to_contain_text("Plan för året")
    look(page)
    page.get_by_role("link", name="Skriv planen").click()
    page.get_by_role("link", name="Ändra ram och mål").click()
    look(page)
    fill(page, {"amount_sek": "310 000", "aims": "Lära av andra städer om luft."})
    page.get_by_role("button", name="Spara").click()
    expect(page.locator("main")).to_contain_text("Planen är sparad.")

    # A matter is tied to what was planned for its year, and the fact is only suggested.
    year = item.starts_on.year
    page.goto(f"{live_server.url}/plan/MF/{year}/")
    page.get_by_role("link", name="Planera en insats").click()
    look(page)
    fill(page, {"what": "Besök från Oslo", "cost_sek": "9 000"})
    page.locator("[name=kind]").select_option("visit")
    page.get_by_role("button", name="Spara insatsen").click()
    look(page)
    page.get_by_role("link", name="Besök från Oslo kommune").click()
    page.locator("#planen summary").click()
    page.locator("#planen select").select_option(label="Besök från Oslo (under året)")
    page.get_by_role("button", name="Spara kopplingen").click()
    expect(page.locator("#planen")).to_contain_text(f"I planen {year}: Besök från Oslo")
    expect(page.locator("#stallning")).to_contain_text("Kvar efter")
    look(page)
    assert PlannedTie.objects.get().engagement == item
    item.refresh_from_db()
    assert item.in_operational_plan is None

    # The answer in words, confirmed.
    menu(page, "Plan")
    tab(page, "Uppföljning")
    expect(page.locator("main")).not_to_contain_text("Plan för året")
    fill(page, {"text": "Det som väntar är uppföljt före månadens slut."})
    page.get_by_role("button", name="Bekräfta").click()
    expect(page.locator("main")).to_contain_text("Bekräftat av Amina Lindqvist")
    look(page)
    given = Confirmation.objects.get()
    assert (given.organisation.code, given.frame_sek) == ("MF", 310_000)

    # SLK sees who has, and reminds those who have not.
    page.context.clear_cookies()
    login(page, johan)
    menu(page, "Plan")
    look(page)
    tab(page, "Uppföljning")
    look(page)
    row = page.get_by_role("row", name="Miljöförvaltningen")
    expect(row).to_contain_text("Amina Lindqvist")
    mail.outbox.clear()
    page.get_by_role("button", name="Påminn alla som inte har svarat").click()
    expect(page.locator("main")).to_contain_text("personer påminns med mejl.")
    keep_promises()
    ours = ("Svara på uppföljningen:", "Answer the follow-up:")
    told = {m.to[0]: m.subject for m in mail.outbox if m.subject.startswith(ours)}
    assert told["stina.ek@stockholm.example"] == f"Svara på uppföljningen: {name}"
    assert told["petra.nyman@stockholm.example"].startswith("Answer the follow-up:")
    assert amina.email not in told
    tab(page, "Prioriteringar")
    look(page)


def test_an_administrator_reads_in_the_years_goals(
    page, live_server, world, admin, login, look, complaints
):
    login(page, admin)
    page.goto(f"{live_server.url}/installningar/mal/")
    page.get_by_role("link", name="Läs in årets mål från en text eller en fil").click()
    look(page)
    fill(page, {"lines": "2031;trygg;En trygg stad;A safe city\n2031;fel"})
    page.get_by_role("button", name="Granska").click()
    expect(page.locator("main")).to_contain_text("En rad ska ha fyra delar")
    look(page)
    page.get_by_role("button", name="Läs in målen").click()
    expect(page.locator("main")).to_contain_text("1 mål är inläst.")
    look(page)
    page.goto(f"{live_server.url}/installningar/uppfoljning/")
    look(page)
