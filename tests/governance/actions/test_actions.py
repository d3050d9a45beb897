"""The actions: what they demand, what they write, and what they refuse."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from engagements import timeline
from engagements.models import Engagement, OutboxMessage
from engagements.permissions import visible_to
from engagements.vocabulary import (
    AdviceKind,
    Outcome,
    PoliticalLevel,
    RoleName,
    SecrecySection,
    Status,
)
from governance import assessing, ledger, strategy
from governance.actions import (
    advising,
    deciding,
    demands,
    following_up,
    intake,
    keeping,
    replying,
    secrecy,
)
from governance.models import Assessment, Weighing
from tests.factories import visits
from visits.demo.stories import write_answers

UNIT = RoleName.INTERNATIONAL_UNIT
TODAY = {"starts_on": timezone.localdate(), "ends_on": timezone.localdate()}


def fresh(item):
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)


def decide(item, *, by, outcome=Outcome.ACCEPTED, grounds="Vi lär oss mycket."):
    return deciding.decide(
        fresh(item),
        outcome=outcome,
        grounds=grounds,
        organisation=item.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=timezone.now(),
    )


def advise(item, *, by, kind=AdviceKind.SUPPORT):
    return advising.advise(
        fresh(item),
        kind=kind,
        text="Vårt råd.",
        clauses=["3.0.2"],
        unit=UNIT,
        by=by,
        at=timezone.now(),
    )


def test_an_unanswered_question_stops_the_hand_in_and_changes_nothing(amina):
    item = visits.draft(by=amina, wants_letter=None)

    with pytest.raises(intake.NotReady) as refused:
        intake.submit(
            item, version=None, ask=None, question="", weighings={}, by=amina, at=timezone.now()
        )

    assert "wants_letter" in {name for f in refused.value.findings for name in f.read}
    assert fresh(item).status == Status.DRAFT
    assert Assessment.objects.count() == 0


def test_a_hand_in_keeps_a_receipt_that_replays_to_the_same_bytes(amina):
    visits.handed_in(by=amina)
    kept = Assessment.objects.get()

    again = strategy.replay(json.loads(kept.receipt))

    assert strategy.canonical(strategy.receipt_of(again)) == kept.receipt
    assert ledger.verify() == []


def test_a_hand_in_promises_one_mail_to_whoever_holds_the_ball(amina):
    item = visits.handed_in(by=amina)

    promised = OutboxMessage.objects.get(topic="notify.ball")
    assert promised.payload == {"engagement_id": item.pk, "event": "submitted"}


def test_a_finding_that_nobody_weighed_goes_by_way_of_advice(amina):
    item = visits.draft(by=amina, political_level=PoliticalLevel.NONE.value, alcohol=True)
    judged = assessing.judge(item, stage="submission", on=timezone.localdate())
    grounds = {assessing.key_of(f): "Vi har vägt det." for f in judged.needs_weighing}

    intake.submit(
        item, version=None, ask=None, question="", weighings=grounds, by=amina, at=timezone.now()
    )

    assert Weighing.objects.count() == len(judged.needs_weighing)
    assert assessing.unweighed(judged, assessing.weighings(fresh(item), judged)) == []


def test_a_return_sends_it_back_and_a_new_hand_in_is_possible(amina, johan):
    item = visits.handed_in(by=amina, ask=UNIT)

    advise(item, by=johan, kind=AdviceKind.RETURN)
    assert fresh(item).status == Status.RETURNED

    intake.submit(
        fresh(item), version=None, ask=None, question="", weighings={}, by=amina, at=timezone.now()
    )
    assert fresh(item).status in (Status.DECISION, Status.ADVICE)


def test_advice_is_void_when_the_content_changes_and_only_then(amina, johan):
    item = visits.handed_in(by=amina, ask=UNIT)
    given = advise(item, by=johan)
    assert advising.void_stale(fresh(item), by=amina, at=timezone.now()) == 0

    write_answers(fresh(item), {"delegation_size": 40}, by=amina, at=timezone.now())
    assert advising.void_stale(fresh(item), by=amina, at=timezone.now()) == 1

    given.refresh_from_db()
    assert given.voided_at is not None


def test_going_against_advice_needs_grounds(amina, johan):
    item = visits.handed_in(by=amina, ask=UNIT)
    advise(item, by=johan, kind=AdviceKind.ADVISE_AGAINST)

    with pytest.raises(demands.NeedsGrounds) as asked:
        decide(item, by=amina, grounds=" ")

    assert "Stadsledningskontoret avråder." in asked.value.reasons
    decide(item, by=amina)
    assert fresh(item).status == Status.APPROVED


def test_saying_no_needs_no_grounds(amina, johan):
    item = visits.handed_in(by=amina, ask=UNIT)
    advise(item, by=johan, kind=AdviceKind.ADVISE_AGAINST)

    decision = decide(item, by=amina, outcome=Outcome.DECLINED, grounds="")

    assert (fresh(item).status, decision.cost_sek) == (Status.REJECTED, None)


def test_nobody_advises_on_what_is_decided(amina, johan):
    item = visits.approved(by=amina)

    with pytest.raises(advising.NotWaiting):
        advise(item, by=johan)


def test_nothing_is_closed_before_its_five_steps(amina):
    item = visits.approved(by=amina, **TODAY)
    following_up.begin(item, by=amina, at=timezone.now())

    with pytest.raises(following_up.MissingSteps, match="uppföljd"):
        following_up.close(fresh(item), by=amina, at=timezone.now())


def test_a_day_once_set_is_kept(amina):
    item = visits.approved(by=amina)
    later = item.planned_on + timedelta(days=9)

    row = keeping.date_steps(item, days={"planned_on": later}, by=amina, at=timezone.now())

    assert row.planned_on == item.planned_on


def reply(item, *, by, language):
    return replying.propose(
        fresh(item),
        item.decisions.first(),
        contact="",
        to="visits@delegation.example",
        wants_letter=False,
        language=language,
        by=by,
        at=timezone.now(),
    )


@pytest.mark.parametrize(
    ("outcome", "language", "words"),
    [
        (Outcome.ACCEPTED, "en", "happy to receive you"),
        (Outcome.ACCEPTED_WITHOUT_LETTER, "en", "does not normally write letters"),
        (Outcome.COUNTERED, "sv", "föreslår i stället: Vi lär oss mycket."),
        (Outcome.DECLINED, "sv", "kan tyvärr inte ta emot"),
        (Outcome.DECLINED, "fr", "openly available"),
    ],
)
def test_the_reply_says_what_was_decided_in_the_readers_language(amina, outcome, language, words):
    item = visits.handed_in(by=amina)
    decide(item, by=amina, outcome=outcome)

    assert words in reply(item, by=amina, language=language).body


def test_a_reply_is_sent_once(amina):
    item = visits.approved(by=amina)
    draft = reply(item, by=amina, language="en")
    letter = {"to": draft.to, "subject": draft.subject, "body": draft.body}
    replying.send(draft, **letter, by=amina, at=timezone.now())

    with pytest.raises(replying.AlreadySent):
        replying.send(draft, **letter, by=amina, at=timezone.now())

    assert OutboxMessage.objects.filter(topic="mail.reply").count() == 1


def test_a_subject_is_promised_as_one_line(amina):
    draft = reply(visits.approved(by=amina), by=amina, language="en")
    letter = {"to": draft.to, "subject": "Your visit\r\nBcc: x@y.se", "body": draft.body}

    sent = replying.send(draft, **letter, by=amina, at=timezone.now())

    assert sent.subject == "Your visit Bcc: x@y.se"


def test_a_refused_letter_is_no_departure_and_a_promised_one_is(amina):
    wanted = {"wants_letter": True, "particularly_prioritised": False}
    promised, refused = (visits.handed_in(by=amina, **wanted) for _ in range(2))

    with_letter = decide(promised, by=amina)
    without = decide(refused, by=amina, outcome=Outcome.ACCEPTED_WITHOUT_LETTER, grounds="")

    assert (with_letter.departure, without.departure) == (True, False)


def test_a_marked_engagement_is_hidden_and_an_opened_one_is_not(amina, johan, world):
    item, reader, today = visits.handed_in(by=amina), world["ingrid.ros"], timezone.localdate()
    names = {"by": johan, "at": timezone.now()}

    secrecy.make_secret(item, section=SecrecySection.FOREIGN, grounds="Om en annan stat", **names)
    hidden = visible_to(reader, on=today).filter(pk=item.pk).exists()
    secrecy.make_open(item, grounds="Prövat, ingen skada", **names)

    assert (hidden, visible_to(reader, on=today).filter(pk=item.pk).exists()) == (False, True)
    told = [timeline.sentence(row) for row in item.events.filter(code__startswith="made_")]
    assert told == [
        "Sekretess prövas enligt OSL 15:1, utrikessekretess: Om en annan stat",
        "Sekretess prövas inte längre: Prövat, ingen skada",
    ]
    kept = item.history.order_by("-history_id").values_list("secret", "secrecy_section")[:2]
    assert list(kept) == [(False, ""), (True, "osl_15_1")]


def test_a_mark_that_changes_nothing_is_refused_and_another_section_is_not(amina, johan):
    item, names = visits.handed_in(by=amina), {"by": johan, "at": timezone.now()}
    with pytest.raises(secrecy.NothingToChange):
        secrecy.make_open(item, grounds="Öppet", **names)
    secrecy.make_secret(item, section=SecrecySection.FOREIGN, grounds="Skäl", **names)

    with pytest.raises(secrecy.NothingToChange):
        secrecy.make_secret(item, section=SecrecySection.FOREIGN, grounds="Igen", **names)
    secrecy.make_secret(item, section=SecrecySection.SECURITY, grounds="Annat", **names)

    assert fresh(item).secrecy_section == "osl_18_8"
