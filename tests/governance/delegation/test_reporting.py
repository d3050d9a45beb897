"""What is decided by delegation is reported to the Executive Board, once, with three dates."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from engagements.vocabulary import Body, Outcome
from governance import ledger
from governance.actions import central, reporting
from governance.actions.deciding import AlreadyDecided
from governance.actions.meeting import NotPossible
from governance.models import Decision, DelegationReport, ReportedDecision
from tests.factories import delegated
from tests.factories.delegated import met
from tests.factories.matters import fresh
from tests.rows import NOON, at_once
from tests.truncation import behind_the_triggers

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def to_the_mayor(monkeypatch):
    delegated.route_to(monkeypatch, Body.FINANCE_MAYOR)


def confirm(room, outcome=Outcome.ACCEPTED, grounds=""):
    rows = [fresh(item) for item in room.items]
    answers = [central.Answer(row, outcome, grounds, row.version) for row in rows]
    return central.confirm(answers, by=room.mayor, at=NOON)


@pytest.fixture
def decided(world):
    """Two decisions by delegation, of today."""
    made, _left = confirm(met(world, "Oslo", "Lyon", at=NOON))
    return made


def listed(decisions, *, by, meets_on=TODAY):
    keys = [row.pk for row in decisions]
    return reporting.make_list(meets_on=meets_on, decisions=keys, by=by, at=NOON)


def test_three_dates_stand_in_the_ledger_when_a_list_is_marked(decided, ks_secretary):
    assert list(reporting.unreported()) == decided

    report = listed(decided, by=ks_secretary)
    assert (list(reporting.unreported()), reporting.not_made().count()) == ([], 2)
    reporting.mark(report, paragraph="14", by=ks_secretary, at=NOON)

    assert reporting.not_made().count() == 0
    row = ReportedDecision.objects.select_related("report").get(decision=decided[0])
    assert (row.report.meets_on, row.report.paragraph) == (TODAY, "14")
    assert decided[0].dealing.ledger_seq < decided[0].ledger_seq < row.ledger_seq
    assert ledger.verify() == []


def test_a_decision_stands_on_one_list_until_that_is_struck(decided, ks_secretary):
    report = listed(decided[:1], by=ks_secretary)

    with pytest.raises(NotPossible):
        listed(decided, by=ks_secretary)
    reporting.cancel(report, by=ks_secretary, at=NOON)

    again = listed(decided, by=ks_secretary)
    assert again.rows.count() == 2


def test_a_decision_is_not_reported_at_a_meeting_before_it_was_made(decided, ks_secretary):
    day = TODAY - timedelta(days=1)
    with pytest.raises(NotPossible, match="efter det sammanträdet"):
        listed(decided, by=ks_secretary, meets_on=day)

    report = listed(decided, by=ks_secretary)
    with pytest.raises(NotPossible):
        reporting.move(report, meets_on=day, by=ks_secretary, at=NOON)


def test_a_list_is_marked_after_its_meeting_and_never_again(decided, ks_secretary):
    report = listed(decided, by=ks_secretary, meets_on=TODAY + timedelta(days=1))

    with pytest.raises(NotPossible, match="inte varit än"):
        reporting.mark(report, paragraph="1", by=ks_secretary, at=NOON)
    reporting.move(report, meets_on=TODAY, by=ks_secretary, at=NOON)
    reporting.mark(report, paragraph="1", by=ks_secretary, at=NOON)
    with pytest.raises(NotPossible, match="redan anmäld"):
        reporting.cancel(report, by=ks_secretary, at=NOON)

    assert DelegationReport.objects.get().history.count() == 3


@transaction.atomic
def move_unseen():
    """Change a list past its history, and check it as a commit would."""
    DelegationReport.objects.update(meets_on=TODAY - timedelta(days=9))
    connection.check_constraints()


def test_what_stands_on_a_list_is_never_changed(decided, ks_secretary):
    listed(decided, by=ks_secretary)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        ReportedDecision.objects.all().delete()
    with pytest.raises(IntegrityError, match="history guard"):
        move_unseen()


@pytest.mark.parametrize("change", ["paragraph = '15'", "meets_on = meets_on - 1"])
def test_a_report_changed_behind_the_triggers_is_found(decided, ks_secretary, change):
    report = listed(decided[:1], by=ks_secretary)
    reporting.mark(report, paragraph="14", by=ks_secretary, at=NOON)
    seq = ReportedDecision.objects.get().ledger_seq

    connection.check_constraints()  # what is deferred to commit, before rows are tampered with
    behind_the_triggers(f"update governance_delegationreport set {change}")  # noqa: S608

    field = change.split()[0]
    number = decided[0].number
    assert ledger.verify() == [f"utblick: entry {seq}: report of {number} differs in {field}"]


@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_all_at_once_make_each_decision_once(world):
    room = met(world, "Ett", "Två", "Tre", at=NOON)

    results = at_once(partial(confirm, room), partial(confirm, room, Outcome.DECLINED, "x" * 20))

    (made, _none), (none, left) = sorted(results, key=lambda pair: -len(pair[0]))
    assert (len(made), none) == (3, [])
    assert {type(each.error) for each in left} == {AlreadyDecided}
    numbers = sorted(Decision.objects.values_list("number", flat=True))
    assert numbers == ["DB 2026:1", "DB 2026:2", "DB 2026:3"]
    assert ledger.verify() == []
