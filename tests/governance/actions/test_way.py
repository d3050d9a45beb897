"""Between advice and decision: the Committee deals with a matter, once a meeting."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from engagements import lifecycle
from engagements.models import Conflict, Engagement
from engagements.vocabulary import (
    AdviceKind,
    Body,
    Outcome,
    Recommendation,
    RoleName,
    Status,
)
from governance import assessing, ledger
from governance.actions import advising, deciding, way
from governance.actions.demands import NeedsGrounds
from governance.models import Dealing, Lift
from governance.views import steps
from tests.factories import visits
from tests.truncation import behind_the_triggers

UNIT = RoleName.INTERNATIONAL_UNIT


def fresh(item):
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)


def dealt(item, recommendation, *, by, ref="IB-1:1", grounds=""):
    return way.committee_dealt(
        fresh(item),
        recommendation,
        grounds=grounds,
        meeting_item_ref=ref,
        by=by,
        at=timezone.now(),
    )


@pytest.fixture
def waiting(amina, johan):
    """A matter that has advice and waits for the Committee, though a visit never goes there."""
    item = visits.handed_in(by=amina, ask=UNIT)
    advising.advise(
        fresh(item),
        kind=AdviceKind.SUPPORT,
        text="Vårt råd.",
        clauses=["3.0.2"],
        unit=UNIT,
        by=johan,
        at=timezone.now(),
    )
    advising.ask(fresh(item), unit=UNIT, text="Till beredningen?", by=amina, at=timezone.now())
    return lifecycle.move(
        fresh(item),
        Status.PREPARATION,
        by=johan,
        at=timezone.now(),
        why="till beredningen",
        ball=Body.COMMITTEE,
    )


@pytest.mark.parametrize(
    "recommendation", [Recommendation.SUPPORTS, Recommendation.ADVISES_AGAINST], ids=str
)
def test_what_the_committee_has_dealt_with_goes_to_whoever_decides(waiting, johan, recommendation):
    dealt(waiting, recommendation, by=johan)

    row = fresh(waiting)
    assert (row.status, row.ball, row.ball_organisation) == (
        Status.DECISION,
        Body.RECEIVING_BODY,
        row.organisation,
    )
    assert ledger.verify() == []


def test_what_is_referred_back_goes_to_the_contact_person_with_grounds(waiting, johan):
    dealt(waiting, Recommendation.REFERS_BACK, by=johan, grounds="Kostnaden saknas.")

    row = fresh(waiting)
    assert (row.status, row.ball) == (Status.RETURNED, Body.CONTACT_PERSON)
    assert Dealing.objects.get().grounds == "Kostnaden saknas."


def test_referring_back_without_grounds_is_refused_and_nothing_is_written(waiting, johan):
    with pytest.raises(NeedsGrounds):
        dealt(waiting, Recommendation.REFERS_BACK, by=johan)

    assert fresh(waiting).status == Status.PREPARATION
    assert Dealing.objects.count() == 0


def test_what_is_tabled_waits_for_the_next_meeting_and_is_dealt_with_there(waiting, johan):
    dealt(waiting, Recommendation.TABLES, by=johan)
    assert list(way.ready_for_committee()) == [waiting]

    dealt(waiting, Recommendation.SUPPORTS, by=johan, ref="IB-2:1")

    assert list(way.ready_for_committee()) == []
    made = Dealing.objects.order_by("pk").values_list("recommendation", flat=True)
    assert list(made) == [Recommendation.TABLES, Recommendation.SUPPORTS]
    assert ledger.verify() == []


def test_one_item_of_a_meeting_is_dealt_with_once(waiting, johan):
    dealt(waiting, Recommendation.TABLES, by=johan)

    with pytest.raises(deciding.NotOpen):
        dealt(waiting, Recommendation.SUPPORTS, by=johan)

    assert Dealing.objects.get().recommendation == Recommendation.TABLES


def test_only_what_waits_for_the_committee_is_dealt_with(amina, johan):
    item = visits.handed_in(by=amina)

    with pytest.raises(deciding.NotOpen):
        dealt(item, Recommendation.SUPPORTS, by=johan)

    assert Dealing.objects.count() == 0


def test_a_person_with_a_conflict_takes_no_part(waiting, johan):
    Conflict.objects.create(engagement=waiting, user=johan, grounds="x", declared_at=timezone.now())

    with pytest.raises(deciding.HasConflict):
        dealt(waiting, Recommendation.SUPPORTS, by=johan)

    assert fresh(waiting).status == Status.PREPARATION


def test_advice_that_is_void_keeps_a_matter_off_the_agenda(waiting):
    assert list(way.ready_for_committee()) == [waiting]

    waiting.advice.exclude(kind="").update(voided_at=timezone.now() + timedelta(seconds=1))

    assert list(way.ready_for_committee()) == []


def test_a_matter_that_the_mayor_does_not_decide_is_not_lifted(waiting, johan):
    with pytest.raises(deciding.NotOpen):
        way.lift_to_ks(fresh(waiting), "Principiell.", by=johan, at=timezone.now())

    assert Lift.objects.count() == 0


def test_nobody_decides_for_a_body_that_the_route_does_not_name(amina, world):
    item = visits.handed_in(by=amina)
    other = type(item.organisation).objects.get(code="KS")

    with pytest.raises(deciding.NotOpen):
        deciding.decide(
            fresh(item),
            outcome=Outcome.ACCEPTED,
            grounds="Vi lär oss mycket.",
            organisation=other,
            role=RoleName.CONTACT_PERSON,
            by=amina,
            at=timezone.now(),
        )

    assert fresh(item).decisions.count() == 0


def test_a_dealing_is_never_changed(waiting, johan):
    dealt(waiting, Recommendation.TABLES, by=johan)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Dealing.objects.update(recommendation=str(Recommendation.SUPPORTS))


def test_a_dealing_changed_behind_the_triggers_is_found(waiting, johan):
    made = dealt(waiting, Recommendation.TABLES, by=johan)

    behind_the_triggers("update governance_dealing set recommendation = 'supports'")

    assert ledger.verify() == [
        f"utblick: entry {made.ledger_seq}: dealing {made.pk} differs in recommendation"
    ]


def test_the_steps_show_where_a_matter_is_and_when_it_was_dealt_with(waiting, johan):
    on_its_way = titles(waiting)
    dealt(waiting, Recommendation.SUPPORTS, by=johan)

    assert on_its_way["Beredning"] == "now"
    assert "Beredning" not in titles(waiting)


def titles(item):
    """Return the state of each step by its title, as the item page shows them."""
    row = fresh(item)
    judged = assessing.judge(row, stage="decision", on=timezone.localdate())
    return {step["title"]: step["state"] for step in steps.of(row, judged.route)}
