"""An EU project from idea to landed: its form, each party's decision, and the years after."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import ProjectStage
from memberships.eu_project import stages
from memberships.models import StageMove
from tests.factories import projects
from tests.factories.matters import fresh
from tests.journeys.walking import choose, fill, go_on, to_register

pytestmark = pytest.mark.django_db(transaction=True)
PLAN = {
    "plan_item": "MHN VP 2027 2.2",
    "after_owner": "Avdelning energi",
    "after_funding": "Ordinarie budget",
    "after_from": "2031-01-01",
    "goal_contribution": "Energin räcker längre när grannar delar den.",
    "sdg_how": "Mindre energi går till spillo.",
}
CHOSEN = {
    "initiative": "own",
    "goals": "klimat",
    "sdgs": "7",
    "directions": "cooperation",
    "cooperation_purposes": "methods",
    "partner_sectors": "academia",
    "touches_foreign_policy": "false",
    "asks_twinning": "false",
    "procurement_with_party": "false",
    "secrecy_possible": "false",
}


def move(page, stage, day):
    """Unfold a step, and save it on a day."""
    fold = page.locator("details", has=page.locator(f"input[name=stage][value={stage}]"))
    fold.locator("summary").click()
    fold.locator("[name=on]").fill(day)
    fold.get_by_role("button", name="Spara steget").click()
    expect(page.locator("main")).to_contain_text("Steget är sparat.")


def test_an_eu_project_goes_from_idea_to_landed(
    page, live_server, world, amina, login, look, complaints
):
    today = timezone.localdate()
    login(page, amina)
    page.goto(f"{live_server.url}/")
    to_register(page, "Projekt")
    page.get_by_role("link", name="EU-projekt").click()
    look(page)
    fill(page, {"title": "Energidelning", "programme": "Horizon Europe"})
    choose(page, "role", "coordinator")
    choose(page, "scope", "operational")
    go_on(page)
    page.wait_for_url(re.compile("/steg/1/"))
    fill(
        page,
        {
            "purpose": "Grannhus delar solel och värme.",
            "starts_on": (today + timedelta(days=60)).isoformat(),
            "ends_on": (today + timedelta(days=1000)).isoformat(),
            "partners-0-name": "KTH",
            "partners-1-name": "AB Svenska Bostäder",
        },
    )
    page.locator("[name=partners-0-sector]").select_option("academia")
    page.locator("[name=partners-1-body]").select_option(label="AB Svenska Bostäder")
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    fill(page, PLAN)
    for name, value in CHOSEN.items():
        choose(page, name, value)
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    fill(
        page,
        {
            "own_budget_sek": "18500000",
            "budget_eur": "6200000",
            "cofinancing_sek": "0",
            "funding-0-funder": "EU",
            "funding-0-sek": "18500000",
            "working_hours": "900",
        },
    )
    page.locator("[name=funding-0-own_group]").select_option("false")
    choose(page, "in_operational_plan", "true")
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    item = Engagement.objects.get()
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    choose(page, "outcome", "accepted")
    page.locator("#stallning textarea[name=grounds]").fill("Projektet hör till planen.")
    page.locator("#stallning form [type=submit]").first.click()
    expect(page.locator("#parter-h, #parter").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("beslut saknas")
    page.get_by_text("Anteckna en parts beslut").first.click()
    fold = page.locator("details", has=page.locator("[name=paragraph]"))
    fold.locator("[name=organisation]").select_option(label="AB Svenska Bostäder")
    fold.locator("[name=on]").fill(today.isoformat())
    fold.locator("[name=paragraph]").fill("12")
    fold.locator("button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("§ 12")
    for stage in ("applied", "granted", "running", "ended"):
        move(page, stage, today.isoformat())
    look(page)
    expect(page.locator("main")).to_contain_text("frågar vi om projektet blev en del")

    later = stages.asked_on(fresh(item))
    stages.move(
        fresh(item),
        ProjectStage.LANDED,
        on=later,
        today=later,
        by=amina,
        at=timezone.now(),
    )
    page.goto(f"{live_server.url}/projekt/?visa=avslutade")
    expect(page.locator("main")).to_contain_text("100 procent")
    look(page)
    page.get_by_role("link", name="Energidelning").click()
    expect(page.locator("main")).to_contain_text("I ordinarie verksamhet")
    came = list(StageMove.objects.order_by("pk").values_list("stage", flat=True))
    assert came == ["applied", "granted", "running", "ended", "landed"]


def test_a_change_that_costs_far_more_is_decided_anew_in_a_form_of_its_own(
    page, live_server, world, amina, login, look, complaints
):
    today = timezone.localdate()
    item = projects.eu_draft(
        by=amina,
        cofinancing_sek=1_000_000,
        estimated_sek=1_000_000,
        budget_line="Projekt",
        paid=(("EU", 17_500_000, False), ("Egen ram", 1_000_000, True)),
    )
    item = projects.decided(item, by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/projekt/")
    page.get_by_role("link", name="Energidelning").click()
    fold = page.locator("details", has=page.locator("[name=added_sek]"))
    fold.locator("summary").click()
    fold.locator("[name=on]").fill(today.isoformat())
    fold.locator("[name=what]").fill("Fler hus")
    fold.locator("[name=grounds]").fill("Två föreningar till vill vara med.")
    fold.locator("[name=added_sek]").fill("500000")
    fold.get_by_role("button", name="Anteckna en ändring").click()

    page.wait_for_url(re.compile("/steg/3/"))
    expect(page.locator("main")).to_contain_text("Den behöver ett nytt beslut.")
    expect(page.locator("[name=cofinancing_sek]")).to_have_value(re.compile(r"1\s?500\s?000"))
    look(page)
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    # Nobody has written down its frame, so the cost is weighed with grounds.
    page.locator("#skicka textarea[name^='skal-']").fill("Det ryms i ramen.")
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    copy = Engagement.objects.exclude(pk=item.pk).get()
    page.goto(f"{live_server.url}/arenden/{copy.number}/")
    expect(page.get_by_role("heading", name="Det här ändras")).to_be_visible()
    expect(page.get_by_role("row", name="Vad betalar staden själv, kr?")).to_contain_text(
        re.compile(r"1\s000\s000\skr\s+1\s500\s000\skr")
    )
    look(page)
    choose(page, "outcome", "accepted")
    page.locator("#stallning textarea[name=grounds]").fill("Fler hus ger mer för pengarna.")
    page.locator("#stallning form [type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("Den är beslutad och gäller.")

    page.goto(f"{live_server.url}/arenden/{item.number}/")
    expect(page.locator("main")).to_contain_text(re.compile(r"1\s500\s000\skr"))
    page.get_by_text("Lägg till en rapport").first.click()
    fold = page.locator("details", has=page.locator("#rapport-ny-what"))
    fold.locator("[name=what]").fill("Slutrapport")
    fold.locator("[name=due_on]").fill((today + timedelta(days=900)).isoformat())
    fold.get_by_role("button", name="Lägg till en rapport").click()
    expect(page.get_by_role("listitem").filter(has_text="Slutrapport").first).to_be_visible()
    look(page)
