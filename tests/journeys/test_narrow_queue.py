"""On a narrow screen what one opens in the queue is a page of its own."""

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
