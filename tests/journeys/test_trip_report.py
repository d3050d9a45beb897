"""The trip is over: a report that cost too much is decided anew, and a late one is seen."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import Status
from governance import ledger, schedule
from governance.models import Decision, FollowUp
from tests.factories import trips
from tests.journeys.walking import choose, fill, to_register
from visits.models import TripCost

pytestmark = pytest.mark.django_db(transaction=True)

REPORT = {
    "purpose_met": "Vår syn på gränsvärdena står med i vägledningen.",
    "learnt": "Rom mäter buller från luften och ser gata för gata.",
    "acted_on": "Vi prövar samma mätning längs två gator.",
    "told": "Ledningsgruppen och trafikkontoret.",
    "usable": "Mallen för upphandling av mätningar går att använda rakt av.",
    "goes_into": "Åtgärdsprogrammet för ren luft.",
}


@transaction.atomic
def is_over(by, *, days):
    """A trip to Rome that ended some days ago and was decided before that."""
    at = timezone.now() - timedelta(days=days + 60)
    opens = timezone.localdate() - timedelta(days=days)
    event = trips.event(by=by, at=at, opens_on=opens, closes_on=opens)
    return trips.approved(by=by, at=at, about=event)


def test_a_trip_that_cost_too_much_is_decided_anew_before_it_is_closed(
    page, live_server, amina, login, look, keep_promises, complaints
):
    item = is_over(amina, days=3)
    base, here = live_server.url, f"/arenden/{item.number}/"
    decided = item.estimated_sek
    login(page, amina)

    # She finds it among what waits for her, and tells what each row came to.
    page.goto(base + here)
    look(page)
    page.locator(".p-turn").get_by_role("link", name="Följ upp").click()
    page.wait_for_url(re.compile("/uppfoljning/"))
    look(page)
    fill(page, REPORT)
    rows = list(TripCost.objects.filter(engagement=item, payer="city").order_by("place"))
    for row in TripCost.objects.filter(engagement=item):
        assert page.locator(f"[name=utfall-{row.place}]").input_value() == ""
        page.locator(f"[name=utfall-{row.place}]").fill(str(row.amount_sek))
    expect(page.locator("#jamfort")).to_contain_text("Ingen skillnad")
    dearer = rows[0].amount_sek + decided * 12 // 100 + 1
    page.locator(f"[name=utfall-{rows[0].place}]").fill(str(dearer))
    expect(page.locator("#jamfort")).to_contain_text("+12 %")
    expect(page.locator("#jamfort")).to_contain_text("nytt beslut")
    look(page)
    page.get_by_role("button", name="Spara uppföljningen").click()

    # It is handed in, but it is not closed: a new decision is asked for.
    page.wait_for_url(re.compile("/avsluta/"))
    expect(page.get_by_role("button", name="Avsluta ärendet")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("5.4.5")
    look(page)
    page.locator("[name=why]").fill("Tåget ställdes in och vi fick boka om samma dag.")
    page.get_by_role("button", name="Begär nytt beslut").click()
    page.wait_for_url(re.compile(f"{here}$"))
    look(page)
    keep_promises()
    assert "Ta ställning" in mail.outbox[-1].subject

    # The board decides on what it came to; then it is closed.
    expect(page.locator("#stallning")).to_contain_text("Tåget ställdes in")
    expect(page.get_by_text("Föreslår något annat")).to_have_count(0)
    choose(page, "outcome", "accepted")
    page.locator("#stallning [name=grounds]").fill("Omöjligt att förutse, och pengarna finns.")
    page.get_by_role("button", name="Spara ställningstagande").click()
    page.wait_for_url(re.compile(f"{here}$"))
    expect(page.locator("#stallning")).to_contain_text("Godkänner kostnaden")
    look(page)
    page.locator(".p-turn").get_by_role("link", name="Avsluta ärendet").click()
    page.wait_for_url(re.compile("/avsluta/"))
    page.get_by_role("button", name="Avsluta ärendet").click()
    page.wait_for_url(re.compile(f"{here}$"))
    look(page)

    closed, (first, second) = Engagement.objects.get(), Decision.objects.order_by("pk")
    spent = decided + decided * 12 // 100 + 1
    assert closed.status == Status.CLOSED
    assert (first.cost_sek, second.cost_sek, second.supersedes) == (decided, spent, first)
    assert FollowUp.objects.get().cost_sek == spent
    assert list(ledger.verify()) == []

    # What was learnt is found by a word of it.
    to_register(page, "Lärdomar")
    page.wait_for_url(re.compile("/lardomar/"))
    page.get_by_role("textbox", name="Sök bland lärdomar").fill("upphandlingar")
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.locator("article")).to_contain_text("Clean Air Forum")
    look(page)


def test_a_late_report_is_reminded_of_and_shows_on_the_next_request(
    page, live_server, world, amina, login, look, keep_promises, complaints
):
    late = is_over(amina, days=40)
    schedule.open_follow_ups(at=timezone.now() - timedelta(days=39))
    with transaction.atomic():
        coming = trips.draft(by=amina)
    login(page, amina)

    page.goto(f"{live_server.url}/arenden/{coming.number}/steg/1/")
    expect(page.locator("#kontroll")).to_contain_text("Reserapporter som saknas")
    look(page)
    page.goto(f"{live_server.url}/arenden/{coming.number}/")
    missing = page.get_by_role("region", name="Resan och rapporten")
    expect(missing).to_contain_text("dagar sen")
    look(page)
    missing.get_by_role("link", name="Clean Air Forum").click()
    page.wait_for_url(re.compile(late.number))

    page.context.clear_cookies()
    login(page, world["johan.ekstrom"])
    page.goto(f"{live_server.url}/ko/?vy=uppfoljning")
    expect(page.locator("table")).to_contain_text(late.number)
    look(page)
