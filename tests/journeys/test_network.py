"""SLK asks all organisations, a contact person answers, and the rest are reminded in one click."""

import pytest
from playwright.sync_api import expect

from governance.models import Bulletin, NetworkAnswer, NetworkMeeting
from tests.factories import files
from tests.journeys.walking import fill, to_register

pytestmark = pytest.mark.django_db(transaction=True)


def tab(page, name):
    page.get_by_role("navigation", name="Nätverket").get_by_role("link", name=name).click()


def test_one_question_to_all_is_answered_in_the_browser(
    page, live_server, world, amina, johan, login, look, complaints
):
    login(page, johan)
    page.goto(f"{live_server.url}/medlemskap/")
    to_register(page, "Nätverket")
    expect(page.get_by_role("row", name="Miljöförvaltningen")).to_contain_text("Amina Lindqvist")
    look(page)
    tab(page, "Frågor")
    look(page)
    page.get_by_role("link", name="Fråga alla").click()
    look(page)
    days = {"title": "Vilka städer samarbetar ni med?", "text": "Nämn tre.", "due_on": "2031-03-04"}
    fill(page, days)
    page.get_by_role("button", name="Ställ frågan").click()
    expect(page.locator("main")).to_contain_text("Frågan är ställd till alla verksamheter.")
    look(page)
    page.get_by_role("button", name="Påminn alla som inte har svarat").click()
    expect(page.locator("main")).to_contain_text("0 personer påminns med mejl.")

    tab(page, "Nyheter")
    look(page)
    page.get_by_role("link", name="Skriv en nyhet").click()
    fill(page, {"title": "Ny mall för program", "text": "Den finns på intranätet."})
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("article")).to_contain_text("Ny mall för program")
    look(page)
    tab(page, "Möten")
    look(page)
    page.get_by_role("link", name="Lägg till ett möte").click()
    meeting = {"title": "Vårens möte", "meets_on": "2031-04-02", "place": "Stadshuset, kl. 9–11"}
    fill(page, meeting | {"agenda": "Läget i omvärlden"})
    page.get_by_role("button", name="Spara mötet").click()
    look(page)
    page.get_by_role("link", name="Ändra").click()
    fill(page, {"present": "Tolv verksamheter", "notes": "Nästa gång i höst."})
    page.get_by_role("button", name="Spara mötet").click()
    expect(page.locator("main")).to_contain_text("Nästa gång i höst.")
    assert (Bulletin.objects.count(), NetworkMeeting.objects.count()) == (1, 1)

    page.context.clear_cookies()
    login(page, amina)
    page.goto(f"{live_server.url}/natverket/fragor/")
    page.get_by_role("link", name="Vilka städer samarbetar ni med?").click()
    look(page)
    fill(page, {"text": "Oslo, Wien och Köpenhamn."})
    page.get_by_role("button", name="Spara svaret").click()
    expect(page.get_by_role("row", name="Miljöförvaltningen")).to_contain_text("Oslo, Wien")
    look(page)
    assert NetworkAnswer.objects.get().by == amina


def test_what_one_shares_another_finds_and_downloads(
    page, live_server, world, amina, login, look, complaints, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    for name, text in (("program.docx", "Första"), ("program-2.docx", "Andra")):
        (tmp_path / name).write_bytes(files.docx(text))
    login(page, amina)
    page.goto(f"{live_server.url}/natverket/material/")
    page.get_by_role("link", name="Dela material").click()
    fill(page, {"title": "Mall för program", "about": "Fyll i den och skicka."})
    page.get_by_label("Slag").select_option("template")
    page.get_by_label("Fil").set_input_files(tmp_path / "program.docx")
    look(page)
    page.get_by_role("button", name="Dela", exact=True).click()
    expect(page.locator("main")).to_contain_text("Materialet är delat med nätverket.")
    page.get_by_text("Lägg till en ny utgåva").click()
    page.locator("#utgava-file").set_input_files(tmp_path / "program-2.docx")
    page.get_by_label("Vad är nytt?").fill("Nya tider")
    page.get_by_role("button", name="Dela den nya utgåvan").click()
    expect(page.locator("main")).to_contain_text("Den förra finns kvar här.")
    look(page)
    page.locator("summary", has_text="Arkivera").click()
    page.get_by_label("Varför ska det inte användas längre?").fill("Ersatt")
    page.get_by_role("button", name="Arkivera materialet").click()
    expect(page.locator("main")).to_contain_text("ska inte användas längre: Ersatt")
    page.locator("summary", has_text="Ta i bruk igen").click()
    page.get_by_label("Varför ska det användas igen?").fill("Den behövs ändå")
    look(page)
    page.get_by_role("button", name="Ta i bruk igen").click()
    expect(page.locator("main")).to_contain_text("Materialet är i bruk igen.")
    expect(page.locator("main")).to_contain_text("Den behövs ändå")
    look(page)

    page.context.clear_cookies()
    login(page, world["lena.forsgren"])
    page.goto(f"{live_server.url}/natverket/material/?q=mallar")
    look(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="program-2.docx").click()
    assert saved.value.suggested_filename == "program-2.docx"
    page.get_by_role("link", name="Mall för program").click()
    expect(page.get_by_role("region", name="Tidigare utgåvor")).to_contain_text("program.docx")
    expect(page.get_by_text("Lägg till en ny utgåva")).to_have_count(0)
