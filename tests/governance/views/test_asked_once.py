"""What is written takes no more statements than it must: no question is asked twice."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from engagements.models import Engagement
from governance import kinds
from tests.factories import visits


@pytest.fixture
def contact(amina, login):
    """Give Amina's browser, when the registers know the counterpart of every visit."""
    client = Client()
    login(client, amina)
    visits.handed_in(by=amina)
    return client


def statements(act):
    """Return what is said to the database meanwhile, in order."""
    with CaptureQueriesContext(connection) as told:
        act()
    return [query["sql"] for query in told.captured_queries]


def hand_in(client, item):
    step = kinds.pages_of(item).check
    answers = {"version": Engagement.objects.get(pk=item.pk).version, "ask": ""}
    return statements(lambda: client.post(f"{item.get_absolute_url()}steg/{step}/", answers))


def asked_of(told, table):
    return [sql for sql in told if f'FROM "{table}"' in sql]


def test_handing_in_asks_nothing_of_bodies_that_do_not_deal_with_it(contact, amina):
    item = visits.draft(by=amina)

    told = hand_in(contact, item)

    assert Engagement.objects.get(pk=item.pk).status == "decision"
    assert asked_of(told, "governance_dealing") == asked_of(told, "governance_lift") == []
