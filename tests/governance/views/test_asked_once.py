"""What is written takes no more statements than it must: no question is asked twice."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagements.models import Engagement
from governance import assessing, kinds
from governance.forms_submitting import PREFIX
from governance.models import Decision
from tests.factories import visits

MUCH_TO_WEIGH = {"alcohol": True, "procurement_with_party": True, "gift_to_official": True}
GROUNDS = "Vi lär oss mer än vi lägger ned, och tiden finns i planen."


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


def hand_in(client, item, **grounds):
    step = kinds.pages_of(item).check
    answers = {"version": Engagement.objects.get(pk=item.pk).version, "ask": "", **grounds}
    return statements(lambda: client.post(f"{item.get_absolute_url()}steg/{step}/", answers))


def decide(client, item):
    answers = {
        "organisation": item.organisation_id,
        "outcome": "accepted",
        "grounds": GROUNDS,
        "version": Engagement.objects.get(pk=item.pk).version,
    }
    return statements(lambda: client.post(f"{item.get_absolute_url()}stallning/", answers))


def asked_of(told, table):
    return [sql for sql in told if f'FROM "{table}"' in sql]


def test_handing_in_asks_nothing_of_bodies_that_do_not_deal_with_it(contact, amina):
    item = visits.draft(by=amina)

    told = hand_in(contact, item)

    assert Engagement.objects.get(pk=item.pk).status == "decision"
    assert asked_of(told, "governance_dealing") == asked_of(told, "governance_lift") == []


def weighed(item):
    """Return the fields in which a draft's findings are weighed."""
    judged = assessing.judge(item, stage="submission", on=timezone.localdate())
    return {f"{PREFIX}{assessing.key_of(finding)}": GROUNDS for finding in judged.needs_weighing}


def test_many_findings_are_weighed_in_as_many_statements_as_one(contact, amina):
    one, many = visits.draft(by=amina, alcohol=True), visits.draft(by=amina, **MUCH_TO_WEIGH)
    few, more = weighed(one), weighed(many)

    assert len(hand_in(contact, many, **more)) == len(hand_in(contact, one, **few))
    assert (len(few), one.weighings.count()) == (1, 1)
    rows = many.weighings.order_by("pk").values_list("clause", "grounds")
    events = many.events.filter(code="weighed").order_by("pk")
    assert [(event.data["clause"], event.data["grounds"]) for event in events] == list(rows)
    assert len(rows) == len(more) == 3


def test_who_decides_asks_once_for_the_advice_and_for_the_grounds(contact, amina):
    item = visits.draft(by=amina, alcohol=True)
    hand_in(contact, item, **weighed(item))

    told = decide(contact, item)

    assert Decision.objects.get(engagement=item).outcome == "accepted"
    assert len(asked_of(told, "governance_advicemessage")) == 1
    assert len(asked_of(told, "governance_weighing")) == 1


def test_a_decision_is_judged_once_and_asks_once_for_whom_somebody_speaks(contact, amina):
    item = visits.handed_in(by=amina)

    told = decide(contact, item)

    assert sum("from governance_overrun o" in sql for sql in told) == 1  # what is around it
    assert asked_of(told, "governance_overrun") == []  # nothing has been followed up
    assert len(asked_of(told, "engagements_organisation")) == 1  # the form's own
    assert len(asked_of(told, "engagements_role")) == 1


def test_earlier_visits_are_counted_in_one_question(contact, amina):
    item = visits.handed_in(by=amina)

    with CaptureQueriesContext(connection) as told:
        facts = kinds.facts_of(item, stage="decision", on=timezone.localdate())

    assert facts.earlier_visits == 1
    others = [query for query in told.captured_queries if "requesting_organisation" in query["sql"]]
    assert len(others) == 2  # its own row, and those
