"""An administrator loads the adopted text from a file; the clause's page then quotes it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)

BAD = "punkt;text\n4.5;Brev skrivs sällan.\n9.9;Finns inte.\n"
GOOD = "punkt;text\n4.5;Brev skrivs sällan.\n"


def choose(page, text):
    file = {"name": "texter.csv", "mimeType": "text/csv", "buffer": text.encode("utf-8-sig")}
    page.get_by_label("Fil med texterna").set_input_files([file])
    page.get_by_role("button", name="Granska filen").click()


def test_the_adopted_text_is_loaded_from_a_file_and_quoted(
    page, live_server, admin, login, look, complaints
):
    login(page, admin)
    page.goto(f"{live_server.url}/installningar/strategitexter/")
    look(page)
    page.locator("main").get_by_role("link", name="Strategin", exact=True).click()
    source = page.locator("[name=source]").first
    source.fill("KF 2031-01-01, dnr 1")
    choose(page, BAD)
    expect(page.get_by_role("alert")).to_contain_text("Rad 3, punkt 9.9: punkten finns inte.")
    expect(source).to_have_value("KF 2031-01-01, dnr 1")
    look(page)
    complaints.clear()  # the browser tells of the 422

    choose(page, GOOD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Granska filen")
    expect(page.locator("main")).to_contain_text("Inget är sparat än.")
    look(page)
    page.get_by_role("button", name="Ladda texterna").click()
    expect(page.locator("main")).to_contain_text("1 text är laddad.")
    look(page)
    page.get_by_role("link", name="Strategin 4.5").click()
    look(page)

    page.goto(f"{live_server.url}/strategi/4.5/")
    expect(page.locator("blockquote")).to_have_text("Brev skrivs sällan.")
    expect(page.locator("figcaption")).to_contain_text("KF 2031-01-01, dnr 1")
    look(page)
