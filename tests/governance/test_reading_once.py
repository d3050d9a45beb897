"""What the city has set is read once, and anew when it has been changed."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.writing import Writer
from engagements.standing import seen_once
from governance import assessing
from governance.actions import setting
from tests.factories import trips

pytestmark = pytest.mark.django_db
KEY = "follow_up.reminder_days"
OF_VALUES = "governance_policyvalue"


def asked(act, of=OF_VALUES):
    with CaptureQueriesContext(connection) as queries:
        act()
    return sum(of in query["sql"] for query in queries.captured_queries)


def test_pages_read_the_values_once_until_one_is_set(world, amina, admin, login):
    item, client = trips.handed_in(by=amina), Client()
    login(client, amina)
    client.get(item.get_absolute_url())

    assert asked(lambda: client.get(item.get_absolute_url())) == 0
    on, said = timezone.localdate() + timedelta(days=3), {"by": admin, "at": timezone.now()}
    setting.set_value(KEY, value=9, valid_from=on, source="Prov", **said)
    assert asked(lambda: client.get(item.get_absolute_url())) == 1
    assert asked(lambda: client.get(item.get_absolute_url())) == 0


def test_what_is_changed_meanwhile_is_read_anew(world, admin):
    today = timezone.localdate()
    on, said = today + timedelta(days=3), {"source": "Prov", "by": admin, "at": timezone.now()}
    with seen_once():
        before = assessing.value_of(KEY, on=on)
        setting.set_value(KEY, value=before + 2, valid_from=on, **said)

        assert assessing.value_of(KEY, on=on) == before + 2
        assert assessing.current_values().get(KEY, on) == before + 2
        assert assessing.value_of(KEY, on=today) == before


@pytest.mark.parametrize("key", [KEY, "trip.report_days"])
def test_the_same_is_said_within_a_request_and_outside(world, key):
    days = [date(2026, 1, 1), timezone.localdate()]
    outside = [assessing.value_of(key, on=day) for day in days]

    with seen_once():
        assert [assessing.value_of(key, on=day) for day in days] == outside


def test_a_save_of_a_draft_reads_who_takes_part_once(amina, login):
    client = Client()
    login(client, amina)
    writer = Writer(client, amina)
    sending = writer.saving()(1)

    assert asked(lambda: writer.send(sending), of='SELECT "engagements_takingpart"') == 1
