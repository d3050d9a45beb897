"""A contact person registers a visit and hands it in, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import Status
from tests.journeys.walking import register

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_contact_person_registers_a_visit(page, live_server, amina, login, look, complaints):
    login(page, amina)
    look(page)

    register(page, live_server.url, look)

    expect(page.locator("main")).to_contain_text("Oslo kommune")
    engagement = Engagement.objects.get()
    assert engagement.status == Status.DECISION
    assert engagement.counterpart == "Oslo kommune"
    assert engagement.breaches == engagement.unanswered == 0


def test_a_contact_person_registers_a_visit_without_javascript(
    plain_page, live_server, amina, login
):
    login(plain_page, amina)

    register(plain_page, live_server.url, lambda _page: None)

    assert Engagement.objects.get().status == Status.DECISION
