"""A contact person reads in the office's old list: one bad row, the good ones in the register."""

import pytest
from playwright.sync_api import expect

from tests.governance.test_importing import sheet_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_old_list_becomes_memberships_in_the_register(
    page, live_server, world, amina, login, look, complaints, keep_promises
):
    content = sheet_of(
        ["Energy Cities", 2012],
        ["Procura+", "förra året"],
        ["Covenant of Mayors", 2008],
        headings=["Nätverk", "Vi kom med"],
    )
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/nytt/")
    page.get_by_role("link", name="Läs in från kalkylblad").click()
    look(page)
    page.locator("[name=slug]").select_option("medlemskap")
    page.locator("[name=file]").set_input_files(
        {"name": "medlemskap.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    )
    page.get_by_role("button", name="Gå vidare").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Vilken kolumn är vilken?")
    look(page)
    page.get_by_label("Medlem sedan").select_option(label="Vi kom med")
    page.get_by_role("button", name="Se hur det blir").click()

    row = page.get_by_role("row").filter(has_text="förra året")
    expect(row).to_contain_text("3")
    expect(row).to_contain_text("Medlem sedan")
    expect(row).to_contain_text("Skriv ett datum som 2012-05-31, eller bara året")
    look(page)
    page.get_by_role("button", name="Läs in de 2 rader som går").click()
    expect(page.get_by_role("status")).to_contain_text("0 av 2 rader")
    keep_promises()
    page.reload()

    expect(page.get_by_text("2 lästes in, 0 fanns redan och 1 lämnades utanför.")).to_be_visible()
    look(page)
    page.get_by_role("link", name="Medlemskap i Energy Cities").click()
    expect(page.get_by_text("Inläst från medlemskap.xlsx, rad 2")).to_be_visible()
    page.goto(f"{live_server.url}/medlemskap/")
    expect(page.get_by_role("link", name="Covenant of Mayors").first).to_be_visible()
