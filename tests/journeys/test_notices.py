"""A person turns the mail off, is handed a case, finds it in Utblick, and turns it on again."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from engagements.models import OutboxMessage
from engagements.vocabulary import RoleName
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


def open_menu(page, name):
    page.locator("[data-menu] summary").click()
    page.get_by_role("link", name=name, exact=True).click()


def choose(page, question, answer):
    group = page.get_by_role("group", name=question)
    group.get_by_text(answer, exact=True).click()
    page.get_by_role("button", name="Spara").click()
    expect(page.locator("main")).to_contain_text("Dina val är sparade.")


def test_who_wants_no_mail_finds_in_utblick_what_was_handed_over(
    page, live_server, world, amina, johan, sara, login, look, keep_promises, complaints
):
    item = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
    OutboxMessage.objects.all().delete()
    login(page, sara)
    open_menu(page, "Vad du får")
    look(page)
    choose(page, "Ärenden som kommer till dig", "Bara i Utblick")
    look(page)

    page.context.clear_cookies()
    login(page, johan)
    page.goto(f"{live_server.url}/ko/{item.number}/")
    page.locator("summary", has_text="Lämna över").click()
    page.locator("[name=unit]").select_option("protocol_unit")
    page.get_by_role("complementary").get_by_role("button", name="Lämna över").click()
    expect(page.locator("main")).to_contain_text("är överlämnat")
    keep_promises()
    assert [letter.to for letter in mail.outbox if sara.email in letter.to] == []

    page.context.clear_cookies()
    login(page, sara)
    bell = page.get_by_role("link", name=re.compile("Aviseringar.*1.*olästa"))
    bell.click()
    expect(page.get_by_role("heading", name=re.compile("Ny: Ge råd senast"))).to_be_visible()
    look(page)
    page.get_by_role("link", name=re.compile("Ge råd senast")).click()
    page.wait_for_url(f"**/arenden/{item.number}/")
    expect(bell).to_have_count(0)

    page.get_by_role("link", name="Aviseringar", exact=True).first.click()
    expect(page.get_by_role("heading", name=re.compile("^Ge råd senast"))).to_be_visible()
    look(page)
    page.get_by_role("link", name="Vad du får", exact=True).last.click()
    choose(page, "Ärenden som kommer till dig", "I Utblick och med mejl")
