"""A day to stand on, but where a browser keeps its own time."""

from datetime import UTC, datetime

import pytest
import time_machine


@pytest.fixture(autouse=True)
def november(request):
    if "live_server" in request.fixturenames:
        yield
        return
    with time_machine.travel(datetime(2026, 11, 24, 9, 0, tzinfo=UTC), tick=True):
        yield


@pytest.fixture
def hanna(world):
    """Give the contact person of the City Executive Office."""
    return world["hanna.stahl"]


@pytest.fixture
def time_machine_at():
    """Give a function that goes on to another morning for the rest of the test."""
    travelled = []

    def go(day):
        there = time_machine.travel(datetime(day.year, day.month, day.day, 8, tzinfo=UTC))
        there.start()
        travelled.append(there)

    yield go
    for there in reversed(travelled):
        there.stop()
