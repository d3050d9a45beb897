"""What cost far more than was decided is decided anew before it is closed (5.4.5)."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from engagements.models import Engagement, Organisation
from engagements.permissions import permitted
from engagements.vocabulary import Action, Body, Outcome, RoleName, Status
from governance import fact_rows, ledger, outcomes
from governance.actions import deciding, following_up, renewing
from governance.models import Decision, Overrun
from tests.factories import visits
from tests.truncation import behind_the_triggers

TOLD = {"learnt": "Salt.", "acted_on": "Vi prövar.", "told": "Alla.", "image": ""}
WHY = "Tolken blev dubbelt så dyr."
DECIDED = 1450


@given(
    decided=some.integers(0, 2_000_000_000),
    more=some.integers(-2_000_000_000, 2_000_000_000),
    allowed=some.integers(0, 200),
)
def test_over_is_more_than_the_share_that_is_allowed(decided, more, allowed):
    found = outcomes.Comparison(decided, max(decided + more, 0), allowed)

    assert found.is_over == (found.more_sek * 100 > decided * allowed)


@given(decided=some.integers(0, 20_000_000).map(lambda n: n * 10))
def test_exactly_ten_per_cent_more_is_not_over_and_a_krona_more_is(decided):
    limit = decided + decided // 10

    assert not outcomes.Comparison(decided, limit, 10).is_over
    assert outcomes.Comparison(decided, limit + 1, 10).is_over


@pytest.fixture
def visit(amina):
    """A visit that was decided at 1 450 kronor and took place today."""
    today = timezone.localdate()
    item = visits.approved(by=amina, starts_on=today, ends_on=today, estimated_sek=DECIDED)
    return fresh(item)


def fresh(item):
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)


def told(item, by, sek):
    answers = TOLD | {"cost_sek": sek, "working_hours": None}
    following_up.follow_up(fresh(item), **answers, by=by, at=timezone.now())
    return fresh(item)


def decide(item, by, outcome=Outcome.ACCEPTED, **other):
    given = {
        "outcome": outcome,
        "grounds": "Det gick inte att förutse, och pengarna finns.",
        "organisation": item.organisation,
        "role": RoleName.CONTACT_PERSON,
        "by": by,
        "at": timezone.now(),
    }
    return deciding.decide(fresh(item), **given | other)


@pytest.mark.django_db
def test_what_cost_ten_per_cent_more_is_closed_as_it_is(visit, amina):
    told(visit, amina, DECIDED + DECIDED // 10)

    following_up.close(fresh(visit), by=amina, at=timezone.now())

    assert fresh(visit).status == Status.CLOSED
    with pytest.raises(Exception, match="Uppföljningen är inte öppen"):
        renewing.ask(visit, why=WHY, by=amina, at=timezone.now())


@pytest.mark.django_db
def test_what_cost_a_krona_more_is_handed_in_but_not_closed(visit, amina):
    told(visit, amina, DECIDED + DECIDED // 10 + 1)

    with pytest.raises(renewing.NeedsNewDecision, match="10 procent") as refused:
        following_up.close(fresh(visit), by=amina, at=timezone.now())
    assert refused.value.comparison == outcomes.Comparison(DECIDED, 1596, 10)
    assert fresh(visit).status == Status.FOLLOW_UP


@pytest.mark.django_db
def test_a_new_decision_is_asked_of_those_who_decided_and_takes_the_olds_place(visit, amina):
    told(visit, amina, 3000)

    renewing.ask(fresh(visit), why=WHY, by=amina, at=timezone.now())
    waiting = fresh(visit)
    asked = fact_rows.common(waiting, stage="decision", on=timezone.localdate())
    made = decide(visit, amina)

    assert (waiting.status, waiting.ball) == (Status.DECISION, Body.RECEIVING_BODY)
    assert (asked["estimated_sek"], asked["decided_sek_before"]) == (3000, DECIDED)
    first = Decision.objects.order_by("pk").first()
    assert (made.supersedes, made.why_new, made.cost_sek) == (first, WHY, 3000)
    back = fresh(visit)
    assert (back.status, back.ball, back.estimated_sek) == (
        Status.FOLLOW_UP,
        Body.CONTACT_PERSON,
        DECIDED,
    )
    following_up.close(back, by=amina, at=timezone.now())
    assert fresh(visit).status == Status.CLOSED
    assert list(ledger.verify()) == []


@pytest.mark.django_db
def test_only_the_new_decision_weighs_on_the_frame(visit, amina):
    told(visit, amina, 3000)
    renewing.ask(fresh(visit), why=WHY, by=amina, at=timezone.now())
    decide(visit, amina)
    other = visits.draft(by=amina, starts_on=visit.starts_on, ends_on=visit.starts_on)

    asked = fact_rows.common(other, stage="draft", on=timezone.localdate())

    assert asked["decided_sek"] == 3000


@pytest.mark.django_db
def test_a_no_is_an_answer_too_and_more_than_that_is_asked_again(visit, amina):
    told(visit, amina, 3000)
    renewing.ask(fresh(visit), why=WHY, by=amina, at=timezone.now())
    decide(visit, amina, Outcome.DECLINED)
    assert fresh(visit).status == Status.FOLLOW_UP

    told(visit, amina, 4000)
    with pytest.raises(renewing.NeedsNewDecision):
        following_up.close(fresh(visit), by=amina, at=timezone.now())
    renewing.ask(fresh(visit), why=WHY, by=amina, at=timezone.now())
    decide(visit, amina)
    following_up.close(fresh(visit), by=amina, at=timezone.now())

    assert [row.cost_sek for row in Decision.objects.order_by("pk")] == [DECIDED, None, 4000]


@pytest.mark.django_db
def test_it_is_a_yes_or_a_no_of_those_who_decided(visit, amina):
    told(visit, amina, 3000)
    renewing.ask(fresh(visit), why=WHY, by=amina, at=timezone.now())

    with pytest.raises(renewing.NotTheirs, match="ett ja eller ett nej"):
        decide(visit, amina, Outcome.COUNTERED)
    with pytest.raises(renewing.NotTheirs, match="inte den verksamheten"):
        decide(visit, amina, organisation=Organisation.objects.get(code="EXPLK"))
    decide(visit, amina)
    with pytest.raises(deciding.AlreadyDecided):
        decide(visit, amina)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sek", "why", "error", "words"),
    [
        (DECIDED, WHY, renewing.NotNeeded, "ryms"),
        (3000, "  ", renewing.NeedsReason, "varför det blev dyrare"),
    ],
)
def test_nothing_is_asked_without_need_or_reason(visit, amina, sek, why, error, words):
    told(visit, amina, sek)

    with pytest.raises(error, match=words):
        renewing.ask(fresh(visit), why=why, by=amina, at=timezone.now())
    assert not Overrun.objects.exists()


@pytest.mark.django_db
def test_what_has_taken_place_is_neither_changed_nor_taken_back_while_it_waits(visit, amina):
    told(visit, amina, 3000)
    renewing.ask(fresh(visit), why=WHY, by=amina, at=timezone.now())

    allowed = permitted(amina, fresh(visit), on=timezone.localdate())

    assert Action.DECIDE in allowed
    assert not allowed & {Action.CHANGE, Action.WITHDRAW, Action.SUBMIT}


@pytest.mark.django_db
def test_the_ledger_tells_when_the_figures_are_changed_behind_it(visit, amina):
    told(visit, amina, 3000)
    renewing.ask(fresh(visit), why=WHY, by=amina, at=timezone.now())
    assert list(ledger.verify()) == []

    behind_the_triggers("update governance_overrun set outcome_sek = 1500")

    assert ["differs in outcome_sek" in told for told in ledger.verify()] == [True]


@pytest.mark.django_db
def test_a_follow_up_without_a_decided_cost_needs_no_decision(visit, amina):
    behind_the_triggers("update governance_decision set cost_sek = null")

    assert outcomes.compared(visit, on=timezone.localdate(), outcome_sek=5) is None
