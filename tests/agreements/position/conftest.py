"""The people of a position: who answers for it, and SLK's EU unit."""

import pytest

from tests.factories import positions as factory


@pytest.fixture
def maria(world):
    """Give the EU unit."""
    return world["maria.kallio"]


@pytest.fixture
def stina(world):
    """Give the contact person of the traffic department."""
    return world["stina.ek"]


@pytest.fixture
def item(amina):
    """Give a complete draft, but for SLK's word."""
    return factory.draft(by=amina)
