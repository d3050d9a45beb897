"""What an answer demands: each hole through which a decision could slip is closed."""

import pytest
from django.utils import timezone

from engagements import lifecycle, turns
from engagements.models import Conflict, Engagement, Organisation
from engagements.permissions import permitted
from engagements.registration import set_taking_part
from engagements.vocabulary import Action, AdviceKind, Body, Outcome, RoleName, Status
from governance import assessing
from governance.actions import advising, deciding, demands, following_up, intake, keeping, replying
from governance.models import Decision, Frame, Reply, Weighing
from tests.factories import visits
from visits.demo.stories import write_answers
from visits.visit.facts import facts

UNIT = RoleName.INTERNATIONAL_UNIT
GROUNDS = "Nyttan för oss är större än kostnaden."


def fresh(item):
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)


def decide(item, *, by, outcome=Outcome.ACCEPTED, grounds="", code=None):
    row = fresh(item)
    return deciding.decide(
        row,
        outcome=outcome,
        grounds=grounds,
        organisation=Organisation.objects.get(code=code) if code else row.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=timezone.now(),
    )


def advise(item, *, by, kind=AdviceKind.SUPPORT, unit=UNIT):
    return advising.advise(
        fresh(item), kind=kind, text="Råd.", clauses=[], unit=unit, by=by, at=timezone.now()
    )


def change(item, answers, *, by):
    row = write_answers(fresh(item), answers, by=by, at=timezone.now())
    advising.void_stale(row, by=by, at=timezone.now())


def test_nobody_says_yes_to_what_is_not_answered(amina):
    item = visits.handed_in(by=amina)
    change(item, {"touches_foreign_policy": None}, by=amina)

    with pytest.raises(demands.NotAnswered) as refused:
        decide(item, by=amina, grounds=GROUNDS)

    assert {"4.0"} == {finding.clause for finding in refused.value.findings}
    decide(item, by=amina, outcome=Outcome.DECLINED)  # a no needs no facts


def test_nobody_says_yes_without_a_frame(amina):
    item = visits.handed_in(by=amina)
    Frame.objects.filter(organisation=item.organisation).delete()

    with pytest.raises(demands.NotAnswered) as refused:
        decide(item, by=amina, grounds=GROUNDS)

    assert [finding.part for finding in refused.value.findings] == ["frame"]


def test_a_visit_to_several_waits_for_each_of_them(amina, world):
    item = visits.draft(by=amina)
    set_taking_part(item, Organisation.objects.filter(code__in=["SVOA", "KULF"]), by=amina)
    intake.submit(
        item, version=None, ask=None, question="", weighings={}, by=amina, at=timezone.now()
    )
    advise(item, by=world["johan.ekstrom"])
    turn = []
    for code, who in (("MF", amina), ("KULF", world["olle.brandt"])):
        decide(item, by=who, code=code)
        row = fresh(item)
        turn.append((row.status, row.ball_organisation.code))
    held = list(turns.holders(fresh(item), on=timezone.localdate()))

    decide(item, by=world["mattias.dahlgren"], code="SVOA")

    assert turn == [("decision", "KULF"), ("decision", "SVOA")]
    assert held == [world["mattias.dahlgren"]]
    assert fresh(item).status == Status.APPROVED
    assert Decision.objects.count() == 3


def test_advice_against_is_not_shaken_off_by_a_change(amina, johan):
    item = visits.handed_in(by=amina, ask=UNIT)
    advise(item, by=johan, kind=AdviceKind.ADVISE_AGAINST)
    change(item, {"delegation_size": 7}, by=amina)

    with pytest.raises(demands.NeedsGrounds) as asked:
        decide(item, by=amina)

    assert asked.value.reasons == ["Stadsledningskontoret avråder."]


def test_a_weighing_covers_what_it_was_written_about_and_nothing_else(amina):
    item = visits.draft(by=amina, alcohol=True)
    judged = assessing.judge(item, stage="submission", on=timezone.localdate())
    (finding,) = judged.needs_weighing
    weighed = {assessing.key_of(finding): "Ett glas vin till maten."}
    intake.submit(
        item, version=None, ask=None, question="", weighings=weighed, by=amina, at=timezone.now()
    )
    assert Weighing.objects.get().part == finding.part
    write_answers(fresh(item), {}, meal=90_000, by=amina, at=timezone.now())

    with pytest.raises(demands.NeedsGrounds) as asked:
        decide(item, by=amina)

    assert any("90000 kr" in reason for reason in asked.value.reasons)


def test_words_of_foreign_policy_are_judged_by_slk(amina):
    item = visits.draft(
        by=amina, wishes="Hur staden ser på sanktioner och krig i vår del av världen."
    )
    judged = assessing.judge(item, stage="submission", on=timezone.localdate())
    own = {assessing.key_of(f): "Vi tar inte upp det." for f in judged.needs_weighing}

    row = intake.submit(
        item, version=None, ask=None, question="", weighings=own, by=amina, at=timezone.now()
    )

    assert (row.status, row.ball) == (Status.ADVICE, Body.INTERNATIONAL_UNIT)


def test_a_route_that_changes_after_the_hand_in_gets_its_advice(amina):
    item = visits.handed_in(by=amina)
    change(item, {"political_level": "high", "head_title": "Borgmästare"}, by=amina)

    with pytest.raises(demands.NeedsAdvice) as lacking:
        decide(item, by=amina, grounds=GROUNDS)

    assert lacking.value.unit == RoleName.PROTOCOL_UNIT


def test_a_part_that_is_left_out_is_no_departure(amina):
    item = visits.handed_in(by=amina, asks_twinning=True)

    decision = decide(item, by=amina)

    assert (decision.departure, decision.without) == (False, ["twinning"])
    reply = replying.propose(
        fresh(item),
        decision,
        contact="Hilde",
        to="hilde@oslo.example",
        wants_letter=False,
        language="en",
        by=amina,
        at=timezone.now(),
    )
    assert "does not include the question of becoming twin towns" in reply.body


def test_short_grounds_are_no_grounds(amina):
    item = visits.handed_in(by=amina, wants_letter=True, particularly_prioritised=False)

    with pytest.raises(demands.NeedsGrounds):
        decide(item, by=amina, grounds="Ja.")

    assert decide(item, by=amina, grounds=GROUNDS).departure is True


def test_what_was_withdrawn_spends_nothing_of_the_frame(amina):
    first, second = (visits.handed_in(by=amina) for _ in range(2))
    decide(first, by=amina)
    spent = facts(fresh(second), stage="decision", on=timezone.localdate()).decided_sek

    intake.withdraw(fresh(first), why="De kommer inte.", by=amina, at=timezone.now())

    left = facts(fresh(second), stage="decision", on=timezone.localdate()).decided_sek
    assert (spent, left) == (1800, 0)


def test_a_conflict_of_interest_lets_go_of_the_ball_and_is_told_once(amina, johan, world):
    item = visits.handed_in(by=amina, ask=UNIT)
    advising.take(fresh(item), by=johan, at=timezone.now())

    for _ in range(2):
        keeping.declare_conflict(fresh(item), grounds="Släkt.", by=johan, at=timezone.now())

    row = fresh(item)
    assert row.ball_person is None
    assert permitted(johan, row, on=timezone.localdate()) == {Action.VIEW}
    assert not turns.held_by(johan, on=timezone.localdate()).exists()
    assert row.events.filter(code="conflict").count() == Conflict.objects.count() == 1


def test_the_ball_stays_until_the_delegation_has_its_answer(amina):
    item = visits.handed_in(by=amina)
    decision = decide(item, by=amina, outcome=Outcome.DECLINED)
    waits = list(turns.held_by(amina, on=timezone.localdate()))
    draft = replying.propose(
        fresh(item),
        decision,
        contact="",
        to="hilde@oslo.example",
        wants_letter=False,
        language="sv",
        by=amina,
        at=timezone.now(),
    )

    letter = {"to": draft.to, "subject": draft.subject, "body": draft.body}
    replying.send(draft, **letter, by=amina, at=timezone.now())

    row = fresh(item)
    assert (waits, row.ball, row.replied_on) == ([item], "", timezone.localdate())
    assert not turns.held_by(amina, on=timezone.localdate()).exists()
    assert Reply.objects.count() == 1


def test_the_ball_goes_on_when_the_delegation_was_told_otherwise(amina):
    item = visits.handed_in(by=amina)
    decide(item, by=amina, outcome=Outcome.COUNTERED, grounds="Ett möte på nätet i april.")
    assert fresh(item).ball == Body.CONTACT_PERSON

    replying.note_answered(fresh(item), by=amina, at=timezone.now())

    assert fresh(item).ball == Body.DELEGATION


def test_nothing_is_followed_up_before_it_has_been(amina):
    item = visits.approved(by=amina)

    with pytest.raises(following_up.NotOverYet):
        following_up.begin(fresh(item), by=amina, at=timezone.now())

    assert fresh(item).status == Status.APPROVED


def test_only_the_boards_own_office_coordinates(world):
    item = visits.handed_in(by=world["amina.lindqvist"])
    row = lifecycle.lock(item.pk)
    row.status = str(Status.COORDINATION)
    lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")

    may = {
        name
        for name, user in world.items()
        if Action.COORDINATE in permitted(user, row, on=timezone.localdate())
    }

    assert may == {"anders.wik"}
