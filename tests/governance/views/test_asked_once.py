"""What is written takes no more statements than it must: no question is asked twice."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagements.lifecycle import NotHeld
from engagements.models import Engagement
from governance import assessing, kinds
from governance.actions import intake
from governance.forms_submitting import PREFIX
from governance.models import Decision, PublicItem
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
    """Return the questions that name a table first."""
    first = [(re.match(r"\(?SELECT .*? FROM (\S+)", sql), sql) for sql in told]
    return [sql for found, sql in first if found and found[1] == f'"{table}"']


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
    item = Engagement.objects.get(pk=visits.handed_in(by=amina).pk)

    with CaptureQueriesContext(connection) as told:
        facts = kinds.facts_of(item, stage="decision", on=timezone.localdate())

    assert facts.earlier_visits == 1
    others = [query for query in told.captured_queries if "requesting_organisation" in query["sql"]]
    assert len(others) == 2  # its own row, and those


@pytest.mark.parametrize("act", [hand_in, decide])
def test_a_matter_is_locked_read_and_written_once(contact, amina, act):
    item = visits.draft(by=amina) if act is hand_in else visits.handed_in(by=amina)
    before = item.history.count()

    told = act(contact, item)

    row = Engagement.objects.get(pk=item.pk)
    assert (row.status, row.ball) == {
        hand_in: ("decision", "receiving_body"),
        decide: ("approved", "contact_person"),
    }[act]
    assert (row.version, item.history.count()) == (item.version + 1, before + 1)
    assert sum(sql.endswith("FOR UPDATE") and "engagement" in sql for sql in told) == 1
    assert sum(sql.startswith('UPDATE "engagements_engagement"') for sql in told) == 1
    # The test's own is around the request.
    assert sum(sql.startswith("SAVEPOINT") for sql in told) == 2
    assert asked_of(told, "engagements_deadline") == []


def test_what_is_public_is_made_of_the_row_that_was_just_saved(contact, amina):
    item = visits.handed_in(by=amina)

    told = decide(contact, item)

    # Who is let in, whom it is about; then its lock and its row.
    assert len(asked_of(told, "engagements_engagement")) == 4
    assert PublicItem.objects.get(number=item.number).outcome == "accepted"


def test_where_one_body_decides_nobody_is_asked_who_is_left(contact, amina):
    item = visits.handed_in(by=amina)

    told = decide(contact, item)

    assert asked_of(told, "engagements_takingpart") == []
    # Who is let in: whether there is anything to ask of, in one.
    assert sum('from "engagements_takingpart" where' in sql for sql in told) == 1


def test_what_is_handed_in_is_judged_once(contact, amina):
    item = visits.draft(by=amina)

    told = hand_in(contact, item)

    assert sum("from governance_overrun o" in sql for sql in told) == 1  # what is around it
    assert len(asked_of(told, "visits_visit")) == 1
    assert item.assessments.count() == 1


def test_a_judgement_of_a_row_that_nobody_locked_is_not_taken(amina):
    item = Engagement.objects.get(pk=visits.draft(by=amina).pk)
    now = timezone.now()
    judged = assessing.judge(item, stage="submission", on=timezone.localdate(now))
    asked = {"ask": None, "question": "", "weighings": {}}

    with pytest.raises(NotHeld):
        intake.submit(item, version=None, **asked, judged=judged, by=amina, at=now)

    assert Engagement.objects.get(pk=item.pk).status == "draft"


def test_a_decision_reads_what_it_rests_on_once(contact, amina):
    item = visits.handed_in(by=amina)

    told = decide(contact, item)

    assert len(asked_of(told, "visits_visit")) == 1
    # Under the lock, with whom it is about; who is let in asks whether there are any.
    assert len(asked_of(told, "engagements_conflict")) == 1
    assert len(asked_of(told, "governance_decision")) == 3  # of its frame, its own, and all of them
    assert asked_of(told, "governance_followup") == []
    assert len([sql for sql in told if "insert into ledger." in sql]) == 1


def test_nothing_is_asked_or_said_twice_in_the_same_words(contact, amina):
    item = visits.draft(by=amina)

    for act, most in ((hand_in, 34), (decide, 46)):
        told = act(contact, item)

        assert [sql for sql in told if told.count(sql) > 1] == []
        assert len(told) <= most
