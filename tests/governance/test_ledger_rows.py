"""The ledger holds receipts, weighings, advice, replies and follow-ups to what was written."""

import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from engagements.models import Conflict, Engagement
from engagements.vocabulary import AdviceKind, Outcome, PoliticalLevel, RoleName
from governance import assessing, ledger, strategy
from governance.actions import advising, deciding, following_up, intake, keeping, replying
from governance.models import Assessment, Decision, Weighing
from tests.factories import visits
from tests.truncation import behind_the_triggers
from visits.demo.stories import write_answers

UNIT = RoleName.INTERNATIONAL_UNIT
TODAY = {"starts_on": timezone.localdate(), "ends_on": timezone.localdate()}


def fresh(item):
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)


def bodies(kind):
    """Return the bodies of the entries of a kind, with their places."""
    found = [(entry["seq"], json.loads(entry["body"])) for entry in ledger.export()]
    return [(seq, body) for seq, body in found if body["kind"] == kind]


def decide(item, outcome, *, by):
    return deciding.decide(
        fresh(item),
        outcome=outcome,
        grounds="Vi lär oss mycket.",
        organisation=item.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=timezone.now(),
    )


@pytest.fixture
def weighed(amina):
    """A visit handed in by a person who weighed what called for it."""
    item = visits.draft(by=amina, political_level=PoliticalLevel.NONE.value, alcohol=True)
    judged = assessing.judge(item, stage="submission", on=timezone.localdate())
    grounds = {assessing.key_of(finding): "Vi har vägt det." for finding in judged.needs_weighing}
    assert grounds
    intake.submit(
        item, version=None, ask=None, question="", weighings=grounds, by=amina, at=timezone.now()
    )
    return fresh(item)


@pytest.fixture
def advised(amina, johan):
    """A visit with formal advice on it."""
    item = visits.handed_in(by=amina, ask=UNIT, **TODAY)
    advising.advise(
        fresh(item),
        kind=AdviceKind.SUPPORT,
        text="Ta emot dem.",
        clauses=["3.0.2"],
        unit=UNIT,
        by=johan,
        at=timezone.now(),
    )
    return fresh(item)


@pytest.fixture
def told(advised, amina):
    """A visit with advice, a conflict, a decision, a reply and a follow-up."""
    at = timezone.now()
    decision = decide(advised, Outcome.ACCEPTED, by=amina)
    draft = replying.propose(
        fresh(advised),
        decision,
        contact="Hilde Dahl",
        to="hilde@oslo.example",
        wants_letter=False,
        language="sv",
        by=amina,
        at=at,
    )
    replying.send(draft, to=draft.to, subject=draft.subject, body=draft.body, by=amina, at=at)
    following_up.follow_up(
        fresh(advised),
        learnt="Mycket",
        acted_on="Allt",
        told="Nämnden",
        image="",
        cost_sek=900,
        working_hours=None,
        by=amina,
        at=at,
    )
    keeping.declare_conflict(fresh(advised), grounds="Släkt", by=amina, at=at)
    connection.check_constraints()  # what is deferred to commit, before rows are tampered with
    return fresh(advised)


def test_who_weighed_what_stands_beside_a_receipt_that_still_replays(weighed, amina):
    kept = Assessment.objects.get()
    told = json.loads(kept.weighed)["weighings"]

    assert [(row["rule"], row["clause"], row["by"], row["grounds"]) for row in told] == [
        (row.rule, row.clause, amina.pk, "Vi har vägt det.")
        for row in Weighing.objects.order_by("pk")
    ]
    again = strategy.replay(json.loads(kept.receipt))
    assert strategy.canonical(strategy.receipt_of(again)) == kept.receipt
    ((_seq, body),) = bodies("submitted")
    assert {name: body[name] for name in kept.sums} == kept.sums
    assert ledger.verify() == []


def test_a_decision_rests_on_the_weighings_that_counted_then(weighed, amina):
    first = Weighing.objects.order_by("pk").first()
    Weighing.objects.create(
        engagement=weighed,
        rule=first.rule,
        clause=first.clause,
        part=first.part,
        finding_sha256=first.finding_sha256,
        grounds="Ändrat.",
        by=amina,
        at=timezone.now(),
    )

    decide(weighed, Outcome.ACCEPTED, by=amina)

    kept = Assessment.objects.order_by("pk").last()
    grounds = {row["rule"]: row["grounds"] for row in json.loads(kept.weighed)["weighings"]}
    ((_seq, body),) = bodies("decided")
    assert grounds[first.rule] == "Ändrat."
    assert body["weighed_sha256"] == kept.sums["weighed_sha256"]


def test_the_sum_of_weighings_cannot_be_found_by_guessing_what_was_written(weighed):
    engagement = weighed
    judged = assessing.judge(engagement, stage="submission", on=timezone.localdate())

    again = assessing.store(
        engagement, judged, stage="submission", by=engagement.created_by, at=timezone.now()
    )

    assert again.sums != Assessment.objects.order_by("pk").first().sums


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("update governance_assessment set receipt = ''", "receipt_sha256"),
        ("update governance_assessment set receipt = '', sha256 = encode(sha256(''), 'hex')", "no"),
        ("update governance_assessment set sha256 = 'X'", "does not match its own sha256"),
        ("delete from governance_assessment", "receipt_sha256"),
        ("update governance_assessment set weighed = '{'", "weighed_sha256"),
        ("update governance_weighing set grounds = 'X'", "differs from what it names"),
        ("update governance_weighing set by_id = by_id + 1", "differs from what it names"),
        ("delete from governance_weighing", "is gone"),
    ],
)
def test_a_changed_receipt_or_weighing_is_named_with_its_entry(weighed, sql, named):
    ((seq, _body),) = bodies("submitted")
    behind_the_triggers(sql)

    found = ledger.verify()
    assert any(line.startswith(f"utblick: entry {seq}: ") for line in found)
    assert any(named in line for line in found)


@pytest.mark.parametrize(
    ("kind", "sql", "named"),
    [
        ("advised", "update governance_advicemessage set text = 'X'", "text"),
        (
            "advised",
            "update governance_advicemessage set kind = 'remarks' where kind <> ''",
            "kind",
        ),
        ("advised", "update governance_advicemessage set unit = 'eu_unit'", "unit"),
        ("advised", "update governance_advicemessage set clauses = '{}'", "clauses"),
        ("advised", "update governance_advicemessage set by_id = by_id + 1", "by"),
        ("advised", "update governance_advicemessage set voided_at = now()", "voided_at"),
        ("advised", "update governance_advicemessage set content_sha256 = ''", "content_sha256"),
        ("replied", "update governance_reply set body = 'X'", "body"),
        ("replied", "update governance_reply set \"to\" = 'x@y.example'", "to"),
        ("replied", "update governance_reply set subject = 'X'", "subject"),
        ("followed_up", "update governance_followup set learnt = 'X'", "learnt"),
        ("followed_up", "update governance_followup set cost_sek = 1", "cost_sek"),
        ("conflict", "update engagements_conflict set grounds = 'X'", "grounds"),
    ],
)
def test_a_changed_field_is_named_with_its_entry(told, kind, sql, named):
    assert ledger.verify() == []
    ((seq, _body),) = bodies(kind)
    behind_the_triggers(sql)

    (found,) = ledger.verify()
    assert found.startswith(f"utblick: entry {seq}: ")
    assert found.endswith(f"differs in {named}")


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("delete from governance_advicemessage", "advised"),
        ("delete from governance_reply", "replied"),
        ("delete from governance_followup", "followed_up"),
        ("delete from engagements_conflict", "conflict"),
    ],
)
def test_a_row_that_is_gone_is_named_with_its_entry(told, sql, kind):
    ((seq, _body),) = bodies(kind)
    behind_the_triggers(sql)

    (found,) = ledger.verify()
    assert found.startswith(f"utblick: entry {seq}: ")
    assert found.endswith("is gone")


def test_advice_that_was_slipped_in_has_no_entry(told):
    behind_the_triggers(
        "insert into governance_advicemessage (engagement_id, unit, kind, text, clauses,"
        " content_sha256, by_id, at) select engagement_id, unit, kind, text, clauses,"
        " content_sha256, by_id, at from governance_advicemessage where kind <> ''"
    )

    (found,) = ledger.verify()
    assert found.endswith("has no entry")


def test_voided_advice_is_told_once_and_cannot_come_back(advised, amina):
    write_answers(fresh(advised), {"delegation_size": 40}, by=amina, at=timezone.now())
    for _time in range(2):
        advising.void_stale(fresh(advised), by=amina, at=timezone.now())

    message = advised.advice.exclude(kind="").get()
    ((_seq, body),) = bodies("advice_voided")
    assert (body["messages"], ledger.verify()) == ([message.pk], [])
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        advised.advice.update(voided_at=None)
    behind_the_triggers("update governance_advicemessage set voided_at = null")
    assert [line.endswith("differs in voided_at") for line in ledger.verify()] == [True]


def test_a_conflict_is_told_once(advised, amina):
    for grounds in ("Släkt", "Vän"):
        keeping.declare_conflict(advised, grounds=grounds, by=amina, at=timezone.now())

    assert len(bodies("conflict")) == 1
    assert advised.events.filter(code="conflict").count() == 1
    assert Conflict.objects.get().grounds == "Släkt"


def test_a_follow_up_that_was_written_anew_is_held_to_its_newest_entry(told, amina):
    following_up.follow_up(
        told,
        learnt="Mer",
        acted_on="Allt",
        told="Nämnden",
        image="",
        cost_sek=901,
        working_hours=4,
        by=amina,
        at=timezone.now(),
    )

    assert [body["cost_sek"] for _seq, body in bodies("followed_up")] == [900, 901]
    assert ledger.verify() == []


def test_a_later_decision_supersedes_a_proposal(advised, amina):
    first = decide(advised, Outcome.COUNTERED, by=amina)
    assert bodies("superseded") == []
    intake.submit(
        fresh(advised),
        version=None,
        ask=None,
        question="",
        weighings={},
        by=amina,
        at=timezone.now(),
    )
    second = decide(advised, Outcome.ACCEPTED, by=amina)

    ((_seq, body),) = bodies("superseded")
    assert (body["no"], body["by_no"]) == (first.number, second.number)
    assert ledger.verify() == []


def test_what_is_taken_back_tells_which_decisions_fall(amina):
    item = visits.approved(by=amina)
    intake.withdraw(item, why="De kommer inte.", by=amina, at=timezone.now())

    ((seq, body),) = bodies("withdrawn")
    assert body["decisions"] == [Decision.objects.get().number]
    assert ledger.reveal(seq)["by"] == amina.name
