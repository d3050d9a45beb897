"""What all tests share: a city of invented people, a browser, and what it must never report."""

import gc
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, settings
from playwright.sync_api import ConsoleMessage, Page
from pytest_django.plugin import blocking_manager_key

from engagements.models import User
from governance.demo import people
from tests import database_plugin, worlds
from tests.truncation import let_flush_empty_everything

let_flush_empty_everything()
# A busy machine is no finding. On CI the same examples come each time; elsewhere new ones do.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("house")

# What no test needs: a graphics card that isn't there, the browser's own calls, and compiling what
# a page's script does. Every page begins anew, and has ended before that is paid back.
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--js-flags=--no-turbofan --no-maglev --no-sparkplug",
)
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def pytest_configure(config: pytest.Config) -> None:
    """Bear with a fixture of a browser plugin that pytest would like otherwise."""
    config.addinivalue_line(
        "filterwarnings", "ignore:Session-scoped fixtures:pytest.PytestRemovedIn10Warning"
    )


# What takes minutes: nobody else works while the last does. The second waits for a site of its own,
# while the first makes the tables that all others copy.
LONG = ["tests/test_demo.py", "tests/stadsinternationell/test_supervisor.py"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the invented city, and with what starts a whole site."""
    order = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.nodeid.split("::")[0], len(LONG)))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the collector leave what all tests share in peace; it went through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


# A test that asks for one of these writes for all to see, and the database is emptied after it.
COMMITS = {"transactional_db", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before a test opens its transaction, let the city stand if that is where it begins."""
    asked = set(getattr(item, "fixturenames", ()))
    marker = item.get_closest_marker("django_db")
    if marker is None and not asked & {"db", *COMMITS}:
        return
    commits = asked & COMMITS or (marker and marker.kwargs.get("transaction"))
    with item.config.stash[blocking_manager_key].unblock():
        worlds.ground.prepare(city="world" in asked and not commits)


@pytest.fixture(scope="session")
def shared_tables(
    request: pytest.FixtureRequest, django_db_modify_db_settings: None
) -> database_plugin.Tables | None:
    """Copy the tables that somebody has made; give what keeps them when we are the first."""
    tables = database_plugin.tables(request.config.cache.mkdir("tables"))
    template = tables.wait() if tables else None
    if template is None:
        return tables
    connection.settings_dict["TEST"]["TEMPLATE"] = template
    return None


@pytest.fixture(scope="session")
def django_db_setup(
    shared_tables: database_plugin.Tables | None, django_db_setup: None, django_db_blocker: Any
) -> Iterator[None]:
    """Set up the database as pytest-django does; who was first lets the others copy it."""
    if shared_tables:
        with django_db_blocker.unblock():
            connection.close()
            shared_tables.keep(connection.settings_dict["NAME"])
    yield
    # A thread of a server or a worker may hold a connection still, and no database is dropped then.
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="session")
def city(django_db_setup: None, django_db_blocker: Any) -> list[worlds.Rows]:
    """Give the rows of the reference data and of every invented person."""
    with django_db_blocker.unblock():
        rows, _made = worlds.copied(worlds.settle_city)
    return rows


@pytest.fixture
def world(city: list[worlds.Rows], db: None) -> dict[str, User]:
    """Give every invented person by key, in the city with its reference data."""
    worlds.ground.settle(city)
    return worlds.invented()


@pytest.fixture
def amina(world: dict[str, User]) -> User:
    """Give the contact person of the environment department."""
    return world["amina.lindqvist"]


@pytest.fixture
def sara(world: dict[str, User]) -> User:
    """Give the protocol unit."""
    return world["sara.oberg"]


@pytest.fixture
def johan(world: dict[str, User]) -> User:
    """Give the international unit."""
    return world["johan.ekstrom"]


@pytest.fixture
def ks_secretary(world: dict[str, User]) -> User:
    """Give the secretary of the City Executive Board."""
    return world["anders.wik"]


@pytest.fixture
def admin(world: dict[str, User]) -> User:
    """Give the administrator."""
    return world["nils.ahlin"]


@pytest.fixture
def login(request: pytest.FixtureRequest) -> Any:
    """Give ``login(page_or_client, user)``: a page through the form, a client at once."""

    def log_in(where: Page | Client, user: User) -> None:
        if isinstance(where, Client):
            where.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
            return
        address = reverse("account_login")
        where.goto(request.getfixturevalue("live_server").url + address)
        where.locator("[name=login]").fill(user.email)
        where.locator("[name=password]").fill(people.PASSWORD)
        where.locator("main form [type=submit]").click()
        where.wait_for_url(lambda url: address not in url)

    return log_in


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the Chromium of the machine."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for path in map(shutil.which, BROWSERS) if path), None)
    arguments = ["--disable-dev-shm-usage", *QUIET]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return browser_type_launch_args | {"executable_path": found, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Speak Swedish, in Stockholm, and scroll at once: no click lands where a page was."""
    return browser_context_args | {
        "locale": "sv-SE",
        "timezone_id": "Europe/Stockholm",
        "reduced_motion": "reduce",
    }


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """Give what the browser complains of; at the end of the test there must be nothing."""
    heard: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            heard.append(f"{message.text} at {message.location.get('url')}")

    page.on("console", listen)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield heard
    assert heard == []
