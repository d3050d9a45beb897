"""The people of a declaration: the office that answers for it, and those who are asked."""

import pytest

from tests.factories import declarations as factory
from tests.factories.matters import fresh


@pytest.fixture
def hanna(world):
    """Give the contact person of the City Executive Office."""
    return world["hanna.stahl"]


@pytest.fixture
def stina(world):
    """Give the contact person of the traffic department."""
    return world["stina.ek"]


@pytest.fixture
def item(hanna):
    """Give a complete draft that the traffic and environment departments are asked about."""
    made = factory.draft(by=hanna)
    factory.asked(made, "TK", "MF", by=hanna)
    return fresh(made)


@pytest.fixture
def at_committee(item, hanna, johan):
    """Give a declaration that has advice and waits for the Committee, one answer missing."""
    factory.said(item, "MF", by=hanna, source="E-post 20 november")
    return factory.advised(factory.handed_in(item, by=hanna), by=johan)
