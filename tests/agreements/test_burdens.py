"""What organisations say that it adds: who may, what it sums to, and whom it goes to then."""

import json
from functools import partial
from types import SimpleNamespace

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from agreements.declaration import burdens
from agreements.declaration.models import Burden
from engagements import lifecycle, timeline
from engagements.models import Conflict, Consultation, Engagement
from engagements.querysets import asked_of, on_desk
from engagements.vocabulary import Body, Status
from governance import ledger, notifications, schedule
from governance.actions import consulting, meeting, stops
from governance.actions.deciding import NotOpen
from governance.models import AgendaItem, Lift, LiftCause
from governance.strategy import way as strategy_way
from tests.factories import declarations as factory
from tests.factories import meetings as meeting_factory
from tests.factories.matters import fresh
from tests.rows import at_once
from tests.truncation import behind_the_triggers

SAID = st.tuples(st.integers(0, 2_000_000_000), st.integers(0, 1_000_000), st.booleans())


def row_of(said):
    if said is None:
        return burdens.Row(SimpleNamespace(sort_name="x"))
    sek, hours, reporting = said
    return burdens.Row(SimpleNamespace(sort_name="x"), sek, hours, reporting)


@given(st.lists(st.none() | SAID, max_size=20))
def test_the_sums_are_those_of_the_answers_in_any_order(every):
    rows = [row_of(said) for said in every]
    answered = [said for said in every if said is not None]

    assert (
        burdens.sums(rows)
        == burdens.sums(reversed(rows))
        == burdens.Sums(
            sek=sum(sek for sek, _hours, _reporting in answered),
            hours=sum(hours for _sek, hours, _reporting in answered),
            reporting=sum(reporting for _sek, _hours, reporting in answered),
            left=every.count(None),
        )
    )


@given(st.lists(SAID, max_size=8), st.lists(SAID, max_size=8))
def test_the_sums_of_two_parts_are_the_sums_of_the_whole(some, others):
    one, two = burdens.sums(map(row_of, some)), burdens.sums(map(row_of, others))
    whole = burdens.sums(map(row_of, [*some, *others]))

    assert (whole.sek, whole.hours) == (one.sek + two.sek, one.hours + two.hours)


def test_the_table_has_a_row_for_each_who_is_touched_asked_or_has_answered(item, hanna, stina):
    factory.said(item, "TK", 1000, 8, True, by=stina)
    factory.said(item, "SVOA", 500, 2, by=hanna, source="Telefon")

    rows = burdens.table(fresh(item))

    assert {row.organisation.code for row in rows} == {"SLK", "MF", "SVOA", "TK"}
    assert rows[0].own
    assert burdens.sums(rows) == burdens.Sums(sek=1500, hours=10, reporting=1, left=1)


def test_who_is_asked_has_it_on_the_start_page_until_they_answer(item, stina):
    today = timezone.localdate()
    before = list(asked_of(stina, on=today))
    listed = list(on_desk(stina, on=today))
    factory.said(item, "TK", by=stina)

    assert before == [Consultation.objects.get(organisation__code="TK")]
    assert listed == [item]
    assert list(asked_of(stina, on=today)) == []
    assert Consultation.objects.get(organisation__code="TK").answered_at is not None


def test_nobody_is_asked_any_more_once_it_is_decided(item, stina, hanna):
    row = lifecycle.lock(item.pk)
    row.status, row.submitted_at = str(Status.APPROVED), timezone.now()
    lifecycle.save(row, by=hanna, at=timezone.now(), why="prov")

    assert list(asked_of(stina, on=timezone.localdate())) == []
    with pytest.raises(NotOpen):
        factory.said(item, "TK", by=stina)
    assert Burden.objects.count() == 0


def test_who_has_a_conflict_is_not_asked(item, stina):
    Conflict.objects.create(engagement=item, user=stina, grounds="x", declared_at=timezone.now())

    assert list(asked_of(stina, on=timezone.localdate())) == []


def test_asking_again_gives_a_new_last_day_and_keeps_what_was_said(item, hanna, stina):
    said = factory.said(item, "TK", by=stina)
    factory.asked(fresh(item), "TK", by=hanna)

    assert list(asked_of(stina, on=timezone.localdate())) == [
        Consultation.objects.get(organisation__code="TK")
    ]
    assert burdens.newest(item)[said.organisation_id] == said


def test_who_answers_after_somebody_else_is_told_what_was_said(item, hanna, stina):
    factory.said(item, "TK", 500, by=hanna, source="Telefon")

    with pytest.raises(burdens.AlreadySaid, match="Hanna Ståhl svarade redan: 500"):
        factory.said(item, "TK", by=stina)

    assert Burden.objects.count() == 1


def test_what_was_said_is_told_in_the_timeline_and_in_the_ledger(item, stina):
    factory.said(item, "TK", 1500, 8, True, by=stina)

    event = item.events.get(code="burden_said")
    assert timeline.sentence(event) == (
        "Trafikkontoret: 1\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}kr och 8 timmar om året, "
        "rapportering"
    )
    entries = [json.loads(entry["body"]) for entry in ledger.export()]
    (told,) = [entry for entry in entries if entry["kind"] == "burden_said"]
    assert (told["organisation"], told["sek"], told["hours"]) == ("TK", 1500, 8)
    assert ledger.verify() == []


def test_what_was_said_is_never_changed(item, stina):
    factory.said(item, "TK", 500, by=stina)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Burden.objects.update(sek=0)


def test_an_answer_makes_no_open_form_old(item, stina):
    before = Engagement.objects.get(pk=item.pk).version
    factory.said(item, "TK", by=stina)

    assert Engagement.objects.get(pk=item.pk).version == before


def test_a_burden_said_while_it_waits_for_the_committee_lifts_it(at_committee, stina):
    factory.said(at_committee, "TK", hours=40, by=stina)

    row = fresh(at_committee)
    lift = Lift.objects.get()
    assert (row.status, row.ball) == (Status.DECISION, Body.EXECUTIVE_BOARD)
    assert (lift.cause, lift.by) == (LiftCause.BURDEN, stina)
    event = row.events.get(code="lifted_by_burden")
    assert timeline.sentence(event) == (
        "Lyft till kommunstyrelsen: Medför ökad börda: 0 kr och 40 timmar om året, "
        "rapportering för 0 verksamheter."
    )
    assert ledger.verify() == []


def test_a_burden_said_while_it_waits_for_the_mayor_lifts_it(at_committee, johan, stina):
    waiting = factory.dealt_with(at_committee, by=johan)
    before = waiting.ball
    factory.said(waiting, "TK", 1, by=stina)

    row = fresh(waiting)
    assert before == Body.FINANCE_MAYOR
    assert (row.status, row.ball) == (Status.DECISION, Body.EXECUTIVE_BOARD)


def test_no_burden_leaves_it_where_it_is_with_its_advice(at_committee, johan, stina):
    waiting = factory.dealt_with(at_committee, by=johan)
    factory.said(waiting, "TK", by=stina)

    row = fresh(waiting)
    assert (row.ball, row.version) == (Body.FINANCE_MAYOR, waiting.version)
    assert row.advice.filter(voided_at__isnull=False).count() == 0
    assert Lift.objects.count() == 0


def test_what_was_lifted_stays_lifted_though_the_burden_is_taken_back(at_committee, stina):
    first = factory.said(at_committee, "TK", hours=40, by=stina)
    factory.said(at_committee, "TK", by=stina, seen=first.pk)

    row = fresh(at_committee)
    judged = stops.assessing.judge(row, stage="decision", on=timezone.localdate())
    route = stops.route_of(row, judged)
    assert row.ball == Body.EXECUTIVE_BOARD
    assert (route.decider.body, route.decider.why) == (
        Body.EXECUTIVE_BOARD,
        strategy_way.AS_BURDEN,
    )


def test_before_it_is_handed_in_a_burden_lifts_nothing_but_the_route(item, stina):
    factory.said(item, "TK", hours=40, by=stina)

    assert fresh(item).status == Status.DRAFT
    assert Lift.objects.count() == 0


def test_what_is_lifted_leaves_the_agenda_so_that_the_meeting_can_close(at_committee, stina, world):
    room = meeting_factory.called(world, at=timezone.now(), matters=1)
    placed = AgendaItem.objects.get(engagement=at_committee)
    factory.said(at_committee, "TK", hours=40, by=stina)

    placed.refresh_from_db()
    assert placed.removed_at is not None
    assert at_committee.pk not in {row.engagement_id for row in meeting.agenda(room.meeting)}
    assert len(room.items) == 2


def test_a_lift_whose_cause_is_changed_behind_the_triggers_is_found(at_committee, stina):
    factory.said(at_committee, "TK", hours=40, by=stina)
    lift = Lift.objects.get()

    behind_the_triggers("update governance_lift set cause = 'principle'")

    assert ledger.verify() == [
        f"utblick: entry {lift.ledger_seq}: lift of {lift.pk} differs in cause"
    ]


def test_an_unanswered_question_is_in_the_digest_and_in_the_reminder(item, stina, amina):
    today = timezone.localdate()
    for asked in Consultation.objects.all():
        asked.due = today.replace(year=today.year - 1)
        asked._history_user = stina
        asked.save()
    schedule.remind_of_late(at=timezone.now())

    notifications.send_digest(stina, on=today)
    notifications.remind(stina, on=today)

    digest, reminder = mail.outbox
    assert f"/arenden/{item.number}/remiss/" in digest.body
    assert "Svara vad det medför senast" in reminder.body


@pytest.mark.django_db(transaction=True)
def test_two_who_answer_at_once_give_one_answer_and_one_is_told(world):
    hanna, stina = world["hanna.stahl"], world["stina.ek"]
    item = factory.draft(by=hanna)
    factory.asked(item, "TK", by=hanna)

    results = at_once(
        partial(factory.said, item, "TK", 500, by=stina),
        partial(factory.said, item, "TK", 700, by=hanna, source="Telefon"),
    )

    assert {type(result) for result in results} == {Burden, burdens.AlreadySaid}
    assert Burden.objects.count() == 1
    assert ledger.verify() == []


@pytest.mark.django_db(transaction=True)
def test_two_burdens_at_once_lift_it_once(world):
    hanna, stina, amina = world["hanna.stahl"], world["stina.ek"], world["amina.lindqvist"]
    item = factory.draft(by=hanna)
    factory.asked(item, "TK", "MF", by=hanna)
    waiting = factory.advised(factory.handed_in(item, by=hanna), by=world["johan.ekstrom"])

    at_once(
        partial(factory.said, waiting, "TK", 500, by=stina),
        partial(factory.said, waiting, "MF", 700, by=amina),
    )

    assert Burden.objects.count() == 2
    assert Lift.objects.count() == 1
    assert fresh(waiting).ball == Body.EXECUTIVE_BOARD
    assert ledger.verify() == []


def test_who_asks_nobody_leaves_nothing_behind(item, hanna):
    before = Consultation.objects.count()

    made = consulting.ask(
        item, organisations=[], due=timezone.localdate(), by=hanna, at=timezone.now()
    )

    assert (made, Consultation.objects.count()) == ([], before)
