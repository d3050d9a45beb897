"""A company's own membership, a review that ends in leaving, and one for the Council to decide."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import Body, Status
from governance import ledger
from governance.models import Dealing, Decision, ForumAnswer
from memberships import schedule
from memberships.models import Membership
from tests.factories import memberships
from tests.factories.matters import fresh
from tests.journeys.walking import choose, fill, go_on, to_register

pytestmark = pytest.mark.django_db(transaction=True)

WHY = {
    "aim": "Samordna landström med hamnarna runt Östersjön.",
    "planned": "leda arbetsgruppen om landström\nvara värd för höstmötet",
    "responsible": "Hamnchef",
    "goal_contribution": "Fartygen släcker motorerna vid kaj.",
    "sdg_how": "Renare luft vid kajerna.",
}
CHOSEN = {
    "initiative": "own",
    "goals": "klimat",
    "directions": "scanning",
    "forums_searched": "true",
    "touches_foreign_policy": "false",
    "close_to_state": "false",
    "asks_twinning": "false",
    "procurement_with_party": "false",
    "secrecy_possible": "false",
}


def choose_all(page, answers):
    for name, value in answers.items():
        choose(page, name, value)


def test_the_port_company_joins_an_organisation_and_decides_itself(
    page, live_server, world, login, look, complaints
):
    kerstin, year = world["kerstin.vall"], timezone.localdate().year
    login(page, kerstin)
    page.goto(f"{live_server.url}/arenden/nytt/")
    page.get_by_role("link", name="Registrera medlemskap").click()
    look(page)
    fill(page, {"counterpart": "Baltic Ports Organization"})
    choose_all(page, {"is_new": "true", "scope": "operational"})
    go_on(page)

    page.wait_for_url(re.compile("/steg/1/"))
    fill(page, {"starts_on": (timezone.localdate() + timedelta(days=20)).isoformat()})
    choose_all(page, {"has_statutes": "true", "has_vote": "true", "is_initiative": "false"})
    fill(
        page, {"fee_sek-0-year": str(year), "fee_sek-0-amount": "60000", "budget_line": "Avgifter"}
    )
    expect(page.locator(".ub-panel, [data-live], aside").first).to_contain_text("5.4.2")
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    fill(page, WHY)
    choose_all(page, CHOSEN)
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    fill(page, {"estimated_sek": "60000", "working_hours": "40"})
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    look(page)
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    look(page)
    item = Engagement.objects.get()
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    look(page)
    choose(page, "outcome", "accepted")
    page.locator("#stallning textarea[name=grounds]").fill("Vi ställer krav tillsammans.")
    page.locator("#stallning form [type=submit]").first.click()
    expect(page.locator("#stallning")).to_contain_text("Beslutar enligt förslaget")
    page.get_by_role("link", name=re.compile("Medlemskapets sida")).click()
    look(page)
    to_register(page, "Medlemskap")
    page.get_by_role("link", name=re.compile("^Alla")).click()
    expect(page.locator("table")).to_contain_text("Baltic Ports Organization")
    look(page)

    decision, item = Decision.objects.get(), fresh(item)
    assert (decision.organisation.code, decision.outcome) == ("HAMN", "accepted")
    assert (item.status, item.ball) == (Status.APPROVED, "")
    assert item.membership.next_review_on.year == item.starts_on.year + 4


def test_a_review_that_the_clock_began_ends_in_leaving(
    page, live_server, world, amina, login, look, keep_promises, complaints
):
    item = memberships.known(by=amina, name="Energy Cities", reviewed=date(2019, 3, 1))
    schedule.remind_of_reviews(at=timezone.now())
    keep_promises()
    told = [sent for sent in mail.outbox if sent.to == [amina.email]]
    assert [sent.subject for sent in told] == ["Ompröva senast 1\xa0mars\xa02023: Energy Cities"]

    login(page, amina)
    page.goto(f"{live_server.url}/medlemskap/")
    look(page)
    expect(page.locator("main")).to_contain_text("Ett medlemskap har passerat sin dag.")
    page.get_by_role("link", name="Energy Cities").click()
    look(page)
    page.get_by_role("link", name="Gå till omprövningen").click()
    look(page)
    review = Membership.objects.get(review_of=item.membership).engagement
    page.goto(f"{live_server.url}/arenden/{review.number}/steg/3/")
    choose_all(page, {"none_done": "true", "proposal": "leave"})
    fill(page, {"benefit": "Nyhetsbrevet.", "proposal_grounds": "Frågorna drivs i Eurocities."})
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    page.goto(f"{live_server.url}/arenden/{review.number}/")
    choose(page, "outcome", "accepted")
    page.locator("#stallning textarea[name=grounds]").fill("Avgiften gör mer nytta här hemma.")
    page.locator("#stallning form [type=submit]").first.click()
    page.get_by_role("link", name="Gå till medlemskapet").click()
    expect(page.locator("main")).to_contain_text("Sista dagen som medlem")
    look(page)

    review, left = fresh(review), fresh(item)
    assert (review.status, left.ends_on) == (Status.CLOSED, timezone.localdate())
    assert (left.ball, left.membership.next_review_on) == ("contact_person", None)


def write_down(page, paragraph, button):
    """Write down, as a secretary, what a body said at its meeting of today, with its minutes."""
    fill(page, {"held_on": timezone.localdate().isoformat(), "paragraph": paragraph})
    name = f"protokoll-{paragraph}.pdf"
    minutes = {"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n"}
    page.locator("[name=minutes]").set_input_files(minutes)
    page.get_by_role("button", name=button).click()


def test_the_city_joins_an_organisation_by_way_of_the_board_to_the_council(
    page, live_server, world, login, look, complaints
):
    hanna, year = world["hanna.stahl"], timezone.localdate().year
    memberships.known(by=hanna, host="SLK", name="Eurocities", aim="Få fler bostäder byggda.")
    memberships.known(by=hanna, host="SLK", name="C40", aim="Minska utsläppen.")
    login(page, hanna)
    page.goto(f"{live_server.url}/arenden/nytt/")
    page.get_by_role("link", name="Registrera medlemskap").click()
    fill(page, {"counterpart": "Metropolis"})
    choose_all(page, {"is_new": "true", "scope": "citywide"})
    go_on(page)
    page.wait_for_url(re.compile("/steg/1/"))
    fill(page, {"starts_on": (timezone.localdate() + timedelta(days=90)).isoformat()})
    choose_all(page, {"has_statutes": "true", "has_vote": "true", "is_initiative": "false"})
    fill(page, {"fee_sek-0-year": str(year), "fee_sek-0-amount": "250000"})
    fill(page, {"budget_line": "Kommunstyrelsen m.m., medlemsavgifter"})
    expect(page.locator("#kontroll")).to_contain_text("5.2.1")
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    aim = "Jämföra hur storstadsregioner styr bostadsbyggande och utsläpp."
    fill(page, WHY | {"aim": aim, "planned": "leda en arbetsgrupp\nvara värd för årsmötet"})
    choose_all(page, CHOSEN)
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    fill(page, {"estimated_sek": "300000", "working_hours": "120"})
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    expect(page.locator("main")).to_contain_text("Skriv varför det inte går att samverka i")
    look(page)

    page.goto(page.url.replace("/steg/4/", "/steg/2/"))
    page.get_by_role("link", name="Svara för 2 forum").click()
    look(page)
    for forum in Engagement.objects.filter(counterpart__in=["Eurocities", "C40"]):
        choose(page, f"suffices-{forum.pk}", "no")
        fill(page, {f"why_not-{forum.pk}": "Jämför inte hur hela regioner styrs."})
    page.get_by_role("button", name="Spara svaren").click()
    expect(page.locator("#forum")).to_contain_text("Jämför inte hur hela regioner styrs.")
    look(page)
    page.goto(page.url.replace("/steg/2/", "/steg/4/"))
    look(page)
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    look(page)
    item = Engagement.objects.get(counterpart="Metropolis")
    assert (item.status, item.ball) == (Status.ADVICE, Body.INTERNATIONAL_UNIT)

    page.context.clear_cookies()
    login(page, world["johan.ekstrom"])
    page.goto(f"{live_server.url}/ko/{item.number}/")
    look(page)
    choose(page, "kind", "support")
    page.locator("[data-advice] textarea[name=text]").fill("Saknas i dag. Avgiften är rimlig.")
    page.locator("[data-advice] [type=submit]").first.click()
    expect(page.locator("body")).to_contain_text("är skickat")

    page.context.clear_cookies()
    login(page, world["anders.wik"])
    page.get_by_role("link", name=re.compile("Metropolis")).first.click()
    look(page)
    choose(page, "recommendation", "supports")
    page.locator("#stallning [name=grounds]").fill("Medlemskapet ger staden en ny jämförelse.")
    write_down(page, "31", "Spara kommunstyrelsens förslag")
    expect(page.locator("main")).to_contain_text("Kommunstyrelsens förslag är sparat.")
    look(page)

    page.context.clear_cookies()
    login(page, world["birgitta.falk"])
    page.get_by_role("link", name=re.compile("Metropolis")).first.click()
    expect(page.locator("#stallning")).to_contain_text("Kommunstyrelsens förslag: tillstyrker")
    look(page)
    choose(page, "outcome", "accepted")
    write_down(page, "12", "Spara beslutet")
    expect(page.locator("#stallning")).to_contain_text("Beslutar enligt förslaget")
    expect(page.locator("#stallning")).to_contain_text("§ 12")
    look(page)
    page.get_by_role("link", name=re.compile("Medlemskapets sida")).click()
    look(page)

    item, day = fresh(item), timezone.localdate()
    assert set(ForumAnswer.objects.values_list("forum__counterpart", "suffices")) == {
        ("Eurocities", "no"),
        ("C40", "no"),
    }
    dealing, decision = Dealing.objects.get(), Decision.objects.get()
    assert (dealing.body, dealing.recommendation, dealing.meeting_item) == (
        Body.EXECUTIVE_BOARD,
        "supports",
        f"KS {day.isoformat()} § 31",
    )
    assert (decision.body, decision.outcome, decision.held_on, decision.paragraph) == (
        Body.CITY_COUNCIL,
        "accepted",
        day,
        "12",
    )
    assert decision.document.name == "protokoll-12.pdf"
    assert (item.status, item.ball) == (Status.APPROVED, "")
    assert item.membership.next_review_on.year == item.starts_on.year + 4
    assert ledger.verify() == []


def test_the_register_is_whole_on_a_wide_screen(page, live_server, amina, login):
    fee = (121_500, "EUR", 1_242_000)
    for year, name in ((2006, "European Capitals and Cities of Sport"), (2021, "POLIS")):
        memberships.known(by=amina, name=name, fee=fee, reviewed=date(year, 1, 1))
    page.set_viewport_size({"width": 1440, "height": 900})
    login(page, amina)
    page.goto(f"{live_server.url}/medlemskap/?visa=alla")
    expect(page.locator("main")).to_contain_text("EUR")

    over = page.evaluate(
        "(one => one.scrollWidth - one.clientWidth)(document.querySelector('.ub-tablewrap'))"
    )
    assert over == 0
