"""On a narrow screen rows stand as blocks, and what one opens in the queue is a page of its own."""

import pytest
from playwright.sync_api import expect

from engagements.vocabulary import RoleName
from tests.factories import visits


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_the_preview_stands_alone_where_there_is_no_room_beside_it(
    page, live_server, amina, sara, login, width
):
    item = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)
    login(page, sara)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}/ko/{item.number}/?vy=ingen")
    back = page.get_by_role("link", name="Tillbaka till kön")

    if width == 1280:
        expect(page.locator(".ko__tbl")).to_be_visible()
        expect(back).to_be_hidden()
        return
    for hidden in (".ko__views", ".ub-filters", ".ko__tbl"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    back.click()
    page.wait_for_url(f"{live_server.url}/ko/?vy=ingen")
    expect(page.locator(".ko__tbl")).to_be_visible()


SIDEWAYS = """() => [...document.querySelectorAll("html, .ub-tablewrap")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.className)"""


@pytest.mark.parametrize("address", ["/ko/?vy=ingen", "/arenden/"])
def test_on_a_phone_nothing_stands_out_of_sight_and_the_thumb_reaches_what_can_be_done(
    plain_page, live_server, amina, sara, login, address
):
    items = [visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT) for _ in range(6)]
    login(plain_page, sara)
    plain_page.set_viewport_size({"width": 390, "height": 844})
    plain_page.goto(f"{live_server.url}{address}")

    assert plain_page.evaluate(SIDEWAYS) == []
    row = plain_page.get_by_role("row", name=items[0].number)
    last = row.get_by_role("cell").last.bounding_box()
    assert last["x"] + last["width"] <= 390
    bar = plain_page.get_by_role("form", name="Med de markerade ärendena")
    expect(bar).not_to_be_in_viewport()
    plain_page.get_by_role("checkbox", name="Markera INT").first.check()
    expect(bar.get_by_role("button").first).to_be_in_viewport(ratio=1)


def test_the_table_has_the_room_until_something_is_opened(
    page, live_server, amina, sara, login, look
):
    visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)
    login(page, sara)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}/ko/?vy=ingen")
    page.get_by_role("checkbox", name="Markera INT").check()
    look(page)

    assert page.locator(".ko__tbl").bounding_box()["width"] > 900
    page.locator("[data-queue-item]").first.click()
    expect(page.locator(".ko__prev")).to_be_visible()
    assert page.locator(".ko__tbl").bounding_box()["width"] < 700
    assert page.evaluate(SIDEWAYS) == []
