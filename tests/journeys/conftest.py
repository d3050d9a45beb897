"""A browser that looks at every page it comes to as a careful tester would."""

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from celery.contrib.testing.worker import start_worker
from playwright.sync_api import Browser, Page, ViewportSize

from engagements.models import OutboxMessage
from governance.tasks import dispatch_outbox
from stadsinternationell.celery import app
from tests.journeys.walking import TABLET, Look

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 700}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# In the dark only colours differ: the page itself has been looked through in the light.
FOUND: dict[str, Any] = {"resultTypes": ["violations"]}
COLOURS = FOUND | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
LOOKS: tuple[tuple[Literal["light", "dark"], dict[str, Any]], ...] = (
    ("light", FOUND),
    ("dark", COLOURS),
)
FIND = """async options => {
    const found = await axe.run(document, options);
    return found.violations.map(rule => [rule.id, rule.nodes.map(node => node.target.join(" "))]);
}"""
ROUNDS = 100


@pytest.fixture
def look() -> Look:
    """Give ``look(page)``: axe in light and dark, and no sideways scroll on a narrow screen."""

    axe = Axe().axe_script

    def look_closely(page: Page) -> None:
        page.evaluate(axe)
        for scheme, asked in LOOKS:
            page.emulate_media(color_scheme=scheme)
            told = page.evaluate(FIND, asked)
            assert told == [], f"{page.url} in {scheme}"
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(NARROW)
        assert page.evaluate(SIDEWAYS) <= 0, f"{page.url} scrolls sideways at 320 px"
        page.set_viewport_size(WIDE)

    return look_closely


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """Give a page without JavaScript."""
    context = browser.new_context(
        java_script_enabled=False, locale="sv-SE", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def tablets(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Give a function that opens one more tablet, with a log-in of its own."""
    opened = []

    def open_one() -> Page:
        context = browser.new_context(
            viewport=TABLET, locale="sv-SE", timezone_id="Europe/Stockholm", reduced_motion="reduce"
        )
        opened.append(context)
        return context.new_page()

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def keep_promises(
    broker_url: str, transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], None]]:
    """Give ``keep_promises()``: a real worker does all that the outbox holds."""
    monkeypatch.setattr(app.conf, "broker_url", broker_url)
    with start_worker(app, pool="solo", perform_ping_check=False, loglevel="ERROR"):

        def keep() -> None:
            pause = Event()
            for _round in range(ROUNDS):
                dispatch_outbox()
                if not OutboxMessage.objects.filter(done_at=None).exists():
                    return
                pause.wait(0.1)
            errors = OutboxMessage.objects.filter(done_at=None).values_list("topic", "last_error")
            raise AssertionError(f"not done: {list(errors)}")

        yield keep
