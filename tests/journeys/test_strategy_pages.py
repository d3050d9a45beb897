"""Somebody reads the strategy from the footer to a clause."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_reader_finds_a_clause_from_the_footer(page, live_server, amina, login, look, complaints):
    login(page, amina)
    page.get_by_role("contentinfo").get_by_role("link", name="Strategin").click()
    look(page)

    page.get_by_role("link", name="Strategin 5.1.3: Stadens uppfattning").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Stadens uppfattning")
    assert page.url == f"{live_server.url}/strategi/5.1.3/"
    look(page)
