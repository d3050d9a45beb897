"""A day to stand on, and who answers for memberships in the invented city."""

from datetime import UTC, datetime

import pytest
import time_machine


@pytest.fixture(autouse=True)
def november(request):
    """Stand on a day, but where a browser keeps its own time."""
    if "live_server" in request.fixturenames:
        yield
        return
    with time_machine.travel(datetime(2026, 11, 24, 9, 0, tzinfo=UTC), tick=True):
        yield


@pytest.fixture
def kerstin(world):
    """Give the contact person of the port company."""
    return world["kerstin.vall"]


@pytest.fixture
def gunilla(world):
    """Give the secretary of the environment board."""
    return world["gunilla.berg"]


@pytest.fixture
def as_amina(client, login, amina):
    login(client, amina)
    return client


@pytest.fixture
def time_machine_now():
    """Give the hour that the tests of memberships stand on."""
    return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
