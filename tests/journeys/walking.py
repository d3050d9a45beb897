"""What a person does on the pages, for the journeys that walk them."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize, expect

Look = Callable[[Page], None]
TABLET: ViewportSize = {"width": 820, "height": 1180}
FIVE = {
    "requesting_organisation": "Oslo kommune",
    "contact_email": "hilde@oslo.example",
    "delegation_size": "6",
    "starts_on": "2027-03-16",
}
PURPOSE = {
    "wishes": "Hur luften mäts och hur mätningarna används.",
    "stockholm_learns": "Hur de binder damm på gator vintertid.",
    "they_learn": "Hur våra mätserier görs och visas öppet.",
    "goal_contribution": "Bättre metoder ger renare luft i innerstaden.",
}
CHOSEN = {
    "learning_kinds": "development",
    "goals": "klimat",
    "directions": "scanning",
    "political_level": "none",
    "wants_letter": "false",
    "asks_twinning": "false",
    "touches_foreign_policy": "false",
    "aid_character": "false",
    "procurement_with_party": "false",
    "secrecy_possible": "false",
    "initiative": "asked",
}
PLAN = {"own_participants": "4", "cost_meal": "145", "estimated_sek": "1450"}


def fill(page: Page, answers: dict[str, str]) -> None:
    """Write in boxes, by their names."""
    for name, text in answers.items():
        page.locator(f"[name={name}]").fill(text)


def to_register(page: Page, name: str) -> None:
    """Go to one of the registers by the menu and the row above them."""
    menu = page.get_by_role("navigation", name="Huvudmeny", exact=True)
    menu.get_by_role("link", name="Medlemskap och avtal").click()
    page.get_by_role("navigation", name="Register").get_by_role("link", name=name).click()


def go_on(page: Page) -> None:
    """Save and continue, and see what comes. What is being saved already comes first."""
    with page.expect_navigation():
        page.get_by_role("button", name="Spara och fortsätt").click()


def register(page: Page, base: str, look: Look, *, first_day: str = "", **other: str) -> None:
    """Register a visit from the first page to the receipt. other: choices beside the usual ones."""
    page.goto(f"{base}/arenden/nytt/")
    look(page)
    page.get_by_role("link", name="Registrera besöksförfrågan").click()
    page.wait_for_url(re.compile("/nytt/besok/"))
    look(page)
    fill(page, FIVE | ({"starts_on": first_day} if first_day else {}))
    page.locator("[name=country]").select_option("NO")
    go_on(page)
    page.wait_for_url(re.compile("/steg/2/"))
    look(page)
    fill(page, PURPOSE)
    for name, value in (CHOSEN | other).items():
        choose(page, name, value)
    go_on(page)
    page.wait_for_url(re.compile("/steg/3/"))
    look(page)
    fill(page, PLAN)
    choose(page, "digital", "false")
    go_on(page)
    page.wait_for_url(re.compile("/steg/4/"))
    look(page)
    page.locator("#skicka [type=submit]").click()
    page.wait_for_url(re.compile("/kvitto/"))
    look(page)


def choose(page: Page, name: str, value: str) -> None:
    """Choose a radio or a checkbox as a person does: by its words."""
    page.locator("label", has=page.locator(f"input[name='{name}'][value='{value}']")).click()
    expect(page.locator(f"input[name='{name}'][value='{value}']")).to_be_checked()
