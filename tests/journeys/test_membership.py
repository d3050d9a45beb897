"""A membership that a company decides for itself, and a review that ends in leaving."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import Status
from governance.models import Decision
from memberships import schedule
from memberships.models import Membership
from tests.factories import memberships
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

    decision, item = Decision.objects.get(), memberships.fresh(item)
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

    review, left = memberships.fresh(review), memberships.fresh(item)
    assert (review.status, left.ends_on) == (Status.CLOSED, timezone.localdate())
    assert (left.ball, left.membership.next_review_on) == ("contact_person", None)
