"""A browser that looks at every page it comes to as a careful tester would."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from celery.contrib.testing.worker import start_worker
from playwright.sync_api import Browser, Page

from engagements.models import OutboxMessage
from governance.tasks import dispatch_outbox
from stadsinternationell.celery import app
from tests.journeys.looking import Eyes
from tests.journeys.walking import TABLET, Look

ROUNDS = 100


@pytest.fixture(scope="session")
def eyes() -> Eyes:
    """Give what looks at pages, and knows what it has measured before in this run."""
    return Eyes()


@pytest.fixture
def look(eyes: Eyes) -> Look:
    """Give ``look(page)``: axe in light and dark, and no sideways scroll on a narrow screen."""
    return eyes.look


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
