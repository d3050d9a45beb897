"""Whoever works through the queue takes first what has waited longest."""

from datetime import timedelta

import pytest
from django.db import transaction
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import RoleName
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_has_waited_longest_is_asked_for_and_said(
    page, live_server, amina, sara, login, look, complaints
):
    newer, older = (visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT) for _ in range(2))
    row = Engagement.objects.get(pk=older.pk)
    row.ball_since -= timedelta(days=9)
    with transaction.atomic():
        row.save()
    login(page, sara)
    page.goto(f"{live_server.url}/ko/")

    page.get_by_label("Ordna efter").select_option("Väntat längst först")
    page.get_by_role("button", name="Visa", exact=True).click()
    page.wait_for_url("**/ko/?*ordning=vantat")

    expect(page.locator("main")).to_contain_text("Visar: hela enheten, väntat längst först.")
    lines = page.locator("[data-queue-item]")
    assert older.number in (lines.first.get_attribute("href") or "")
    expect(page.locator(".ko__tbl tbody tr").first).to_contain_text("sedan")
    assert newer.number in (lines.last.get_attribute("href") or "")
    look(page)
    assert complaints == []
