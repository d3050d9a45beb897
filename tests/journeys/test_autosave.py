"""A draft that saves itself says what it could not save, and by whom it was overtaken."""

from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from engagements import lifecycle
from engagements.models import Engagement
from tests.factories import visits
from visits.models import Visit


def test_an_answer_that_cannot_be_read_is_told_at_its_question(
    page, live_server, world, amina, login, complaints
):
    item = visits.draft(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/steg/1/")
    box, line = page.locator("[name=contact_email]"), page.locator("[data-autosave]")

    box.fill("fel")

    expect(line).to_contain_text("Ett svar är inte sparat än")
    expect(page.locator("#id_contact_email_error")).to_contain_text("Skriv en e-postadress med @")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_attribute("aria-describedby", "id_contact_email_error")

    box.fill("hilde@oslo.example")

    expect(line).to_contain_text("Utkast sparat kl.")
    expect(page.locator("#id_contact_email_error")).to_be_empty()
    assert Visit.objects.get().contact_email == "hilde@oslo.example"


def test_who_saved_first_is_told_while_one_writes(page, live_server, world, amina, login):
    item = visits.draft(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/steg/1/")
    with transaction.atomic():
        row = Engagement.objects.get()
        lifecycle.save(row, by=world["erik.palm"], at=timezone.now(), why="")
    line = page.locator("[data-autosave]")

    page.locator("[name=city]").fill("Bergen")

    expect(line).to_contain_text("Erik Palm sparade")
    expect(line).to_contain_text("Välj Spara och fortsätt för att se skillnaden.")
    page.get_by_role("button", name="Spara och fortsätt").click()
    expect(page.get_by_text("Visa skillnaden")).to_be_visible()
    expect(page.get_by_text("Utkast sparat kl.")).to_have_count(0)


def test_one_signs_in_again_in_a_new_tab_and_goes_on(page, live_server, world, amina, login):
    item = visits.draft(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/steg/1/")
    line = page.locator("[data-autosave]")
    page.context.clear_cookies()
    page.locator("[name=city]").fill("Bergen")
    expect(line).to_contain_text("Du har loggats ut.")

    with page.context.expect_page() as opened:
        line.get_by_role("link", name="Logga in igen").click()
    login(opened.value, amina)
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(line).to_contain_text("Utkast sparat kl.")
    assert Visit.objects.get().city == "Bergen"


def test_what_would_change_the_answer_is_told_and_lifts_it(page, live_server, world, amina, login):
    item = visits.draft(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/steg/3/")
    told = page.locator("#kontroll details", has_text="Sänk måltiden per person till högst 500")

    page.locator("[name=cost_meal]").fill("700")
    expect(told).to_be_visible()
    told.get_by_role("link", name="Gå till frågan").click()
    expect(page).to_have_url(f"{live_server.url}/arenden/{item.number}/steg/3/#id_cost_meal")
    page.locator("#id_cost_meal").fill("500")

    expect(told).to_have_count(0)


def test_what_is_on_its_way_to_be_saved_gets_there_before_the_step_is_sent(
    page, live_server, world, amina, login, complaints
):
    """Sent side by side, the older answers could be the last to be written."""
    item = visits.draft(by=amina)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/steg/1/")
    sent = []
    page.on("request", lambda request: sent.append((request.method, request.url.split("/")[-2])))

    with transaction.atomic():
        lifecycle.lock(item.pk)  # so that nothing can be saved yet
        with page.expect_request("**/kontroll/"):
            page.locator("[name=city]").fill("Bergen")
        page.locator("[name=intermediary]").fill("Norges ambassad")
        page.get_by_role("button", name="Spara och fortsätt").click(no_wait_after=True)
    page.wait_for_url("**/steg/2/")

    posts = [where for method, where in sent if method == "POST"]
    assert posts == ["kontroll", "kontroll", "1"]
    row = Visit.objects.get()
    assert (row.city, row.intermediary) == ("Bergen", "Norges ambassad")
    assert complaints == []
