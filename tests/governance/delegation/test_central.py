"""The Mayor decides after the Committee; the city's other bodies are written down; anew."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagements import lifecycle
from engagements.models import Event
from engagements.vocabulary import Body, Outcome, Recommendation, Status
from governance import committee, ledger
from governance.actions import advising, central, keeping, seating, way
from governance.actions.deciding import AlreadyDecided, HasConflict, NotOpen
from governance.actions.demands import NeedsAdvice, NeedsGrounds
from governance.actions.entering import Held
from governance.fact_rows import common
from governance.models import Decision
from tests.factories import delegated, meetings, visits
from tests.factories.delegated import met
from tests.factories.matters import fresh
from tests.rows import NOON
from tests.truncation import behind_the_triggers

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=3)
TODAY = NOON.date()
GROUNDS = "Staden har inte råd med det i år."
YES, NO = Outcome.ACCEPTED, Outcome.DECLINED


@pytest.fixture(autouse=True)
def to_the_mayor(monkeypatch):
    delegated.route_to(monkeypatch, Body.FINANCE_MAYOR)


def decide(item, outcome=YES, *, by, body=Body.FINANCE_MAYOR, grounds="", held=None, **more):
    row = fresh(item)
    at = more.pop("at", LATER)
    version = more.pop("version", row.version)
    return central.decide(
        row, body=body, outcome=outcome, grounds=grounds, held=held, version=version, by=by, at=at
    )


def minutes(name="protokoll.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7\n%%EOF")


def held(paragraph="12", on=TODAY):
    return Held(on, paragraph, minutes())


def anew(decision, outcome=NO, *, by, why="Resan blev inställd.", grounds=GROUNDS, at=LATER):
    return central.supersede(decision, outcome=outcome, grounds=grounds, why=why, by=by, at=at)


def test_the_mayor_decides_as_the_committee_proposed(world):
    room = met(world, "Oslo", at=NOON)

    decision = decide(room.items[0], by=room.mayor)

    row = fresh(room.items[0])
    assert (decision.number, decision.body, decision.outcome) == ("DB 2026:1", "fbr", "accepted")
    assert (decision.acts_for, decision.dealing.recommendation) == (None, "supports")
    assert (row.status, row.decided_on, row.ball) == (Status.APPROVED, TODAY, Body.CONTACT_PERSON)
    assert decision.cost_sek == row.estimated_sek
    assert ledger.verify() == []


def test_another_answer_than_the_committee_proposed_needs_grounds(world):
    room = met(world, "Oslo", "Lyon", at=NOON, against=("Lyon",))
    oslo, lyon = room.items

    for item, outcome in ((oslo, NO), (lyon, YES)):
        with pytest.raises(NeedsGrounds):
            decide(item, outcome, by=room.mayor, grounds="kort")
        decide(item, outcome, by=room.mayor, grounds=GROUNDS)

    assert fresh(oslo).status == Status.REJECTED
    assert fresh(lyon).status == Status.APPROVED


def test_what_the_committee_advised_against_is_declined_without_more_words(world):
    room = met(world, "Lyon", at=NOON, against=("Lyon",))

    decide(room.items[0], NO, by=room.mayor)

    assert fresh(room.items[0]).status == Status.REJECTED


def test_a_member_who_is_not_the_mayor_decides_nothing(world):
    room = met(world, "Oslo", at=NOON)

    for person in (room.people["vera.lind"], room.substitute, world["anders.wik"]):
        with pytest.raises(NotOpen):
            decide(room.items[0], by=person)

    assert Decision.objects.count() == 0


def test_a_substitute_decides_for_the_mayor_from_the_moment_an_absence_is_set(world):
    room = met(world, "Oslo", at=NOON)
    seating.be_away(room.mayor, first=TODAY, last=TODAY, by=world["elsa.thorn"], at=NOON)

    with pytest.raises(NotOpen):
        decide(room.items[0], by=room.mayor)
    decision = decide(room.items[0], by=room.substitute)

    assert (decision.by, decision.acts_for) == (room.substitute, room.mayor)
    assert ledger.reveal(decision.ledger_seq)["acts_for"] == str(room.mayor.pk)
    assert ledger.verify() == []


def test_while_all_of_the_office_are_away_it_waits_and_nobody_else_decides(world):
    room = met(world, "Oslo", at=NOON)
    for person in (room.mayor, room.substitute):
        seating.be_away(person, first=TODAY, last=TODAY, by=world["elsa.thorn"], at=NOON)

    assert committee.mayor_in(fresh(room.items[0]), on=TODAY) is None
    with pytest.raises(NotOpen):
        decide(room.items[0], by=room.people["vera.lind"])


def test_a_declared_conflict_brings_the_matter_to_the_substitute(world):
    room = met(world, "Oslo", at=NOON)
    (item,) = room.items
    keeping.declare_conflict(fresh(item), grounds="Släkt", by=room.mayor, at=NOON)

    with pytest.raises(HasConflict):
        decide(item, by=room.mayor)
    decision = decide(item, by=room.substitute)

    assert (decision.by, decision.acts_for) == (room.substitute, room.mayor)
    assert Event.objects.get(code="passed_on").data == {"whom": "Ulla Stand"}


def test_when_all_of_the_office_stand_aside_the_executive_board_decides(world):
    room = met(world, "Oslo", at=NOON)
    (item,) = room.items
    for person in (room.mayor, room.substitute):
        keeping.declare_conflict(fresh(item), grounds="Släkt", by=person, at=NOON)

    assert fresh(item).ball == Body.EXECUTIVE_BOARD
    decision = decide(item, by=world["anders.wik"], body=Body.EXECUTIVE_BOARD, held=held("7"))

    assert (decision.number, decision.body) == ("BES-2026-0001", "ks")
    assert ledger.verify() == []


def test_who_registered_a_matter_does_not_decide_it(world):
    people = meetings.seated(world, at=NOON)
    mayor = people["karim.nordin"]
    row = meetings.waiting(world, "Egen resa", at=NOON)
    row.created_by = mayor
    with transaction.atomic():
        lifecycle.save(row, by=mayor, at=NOON, why="prov")
    way.committee_dealt(
        fresh(row),
        Recommendation.SUPPORTS,
        meeting_item_ref="agenda:1",
        by=people["vera.lind"],
        at=NOON,
    )

    with pytest.raises(HasConflict, match="lagt fram"):
        decide(row, by=mayor)
    assert decide(row, by=people["ulla.stand"]).acts_for == mayor


def test_when_the_mayor_travels_the_route_leads_past_and_the_mayor_decides_nothing(
    world, monkeypatch
):
    room = met(world, "Oslo", at=NOON)
    delegated.route_to(monkeypatch, Body.EXECUTIVE_BOARD)

    with pytest.raises(NotOpen, match="Finansborgarrådet beslutar inte"):
        decide(room.items[0], by=room.mayor)


def test_what_has_changed_since_the_committee_must_be_dealt_with_again(world):
    room = met(world, "Oslo", at=NOON)
    (item,) = room.items
    row = lifecycle.lock(item.pk)
    row.goal_contribution = "Något helt annat än det som bereddes."
    lifecycle.save(row, by=world["amina.lindqvist"], at=NOON, why="prov")

    with pytest.raises(central.NotDealtWith):
        decide(item, NO, by=room.mayor)
    advising.void_stale(fresh(item), by=world["amina.lindqvist"], at=NOON)
    with pytest.raises(central.NotDealtWith):
        decide(item, by=room.mayor)
    assert Decision.objects.count() == 0


def test_a_page_that_is_older_than_the_matter_decides_nothing(world):
    room = met(world, "Oslo", at=NOON)

    with pytest.raises(lifecycle.StaleVersion):
        decide(room.items[0], by=room.mayor, version=room.items[0].version - 1)


def test_what_the_mayor_has_decided_is_not_decided_again(world):
    room = met(world, "Oslo", at=NOON)
    first = decide(room.items[0], by=room.mayor)

    with pytest.raises(AlreadyDecided) as refused:
        decide(room.items[0], NO, by=room.mayor, grounds=GROUNDS)

    assert refused.value.decision == first


def test_all_at_once_leaves_what_was_changed_meanwhile_and_says_why(world):
    room = met(world, "Oslo", "Lyon", "Riga", at=NOON)
    answers = [central.Answer(row, YES, "", row.version) for row in room.items]
    row = lifecycle.lock(room.items[1].pk)
    row.goal_contribution = "Ändrat medan sidan visades."
    lifecycle.save(row, by=world["amina.lindqvist"], at=NOON, why="prov")

    made, left = central.confirm(answers, by=room.mayor, at=LATER)

    assert [decision.number for decision in made] == ["DB 2026:1", "DB 2026:2"]
    assert [(each.engagement.title, type(each.error)) for each in left] == [
        ("Lyon", lifecycle.StaleVersion)
    ]
    assert [fresh(item).status for item in room.items] == ["approved", "decision", "approved"]
    assert ledger.verify() == []


@pytest.fixture
def world_of_four(world):
    room = met(world, "Ett", "Två", "Tre", "Fyra", at=NOON)
    return lambda: (room, [fresh(item) for item in room.items])


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(st.sampled_from(["follows", "other", "short", "stale"]), max_size=4))
def test_each_confirmed_item_has_one_number_and_the_series_has_no_gaps(world_of_four, answers):
    room, items = world_of_four()
    presses = [
        central.Answer(
            row,
            NO if kind in ("other", "short") else YES,
            GROUNDS if kind == "other" else "",
            row.version - (kind == "stale"),
        )
        for kind, row in zip(answers, items, strict=False)
    ]

    with transaction.atomic():
        made, left = central.confirm(presses, by=room.mayor, at=LATER)
        numbers = sorted(Decision.objects.values_list("number", flat=True))
        decided = list(Decision.objects.values_list("engagement", flat=True))
        transaction.set_rollback(True)

    wanted = [kind for kind in answers if kind in ("follows", "other")]
    assert numbers == [f"DB 2026:{place}" for place in range(1, len(wanted) + 1)]
    assert len(decided) == len(set(decided)) == len(made) == len(presses) - len(left)


def test_the_executive_board_s_decision_is_written_down_with_day_paragraph_and_minutes(
    world, monkeypatch
):
    delegated.route_to(monkeypatch, Body.EXECUTIVE_BOARD)
    item = delegated.lying(world, "Oslo", body=Body.EXECUTIVE_BOARD, at=NOON)
    on = TODAY - timedelta(days=2)

    decision = decide(
        item, by=world["anders.wik"], body=Body.EXECUTIVE_BOARD, held=held("14", on=on)
    )

    assert (decision.held_on, decision.paragraph, decision.decided_on) == (on, "14", on)
    assert decision.document.kind == "minutes"
    assert (fresh(item).decided_on, decision.decider) == (on, "Kommunstyrelsen")
    assert ledger.verify() == []


def test_the_city_council_decides_after_the_executive_board_has_prepared(world, monkeypatch):
    delegated.route_to(monkeypatch, Body.CITY_COUNCIL)
    item = delegated.lying(
        world, "Nätverk", body=Body.EXECUTIVE_BOARD, status=Status.PREPARATION, at=NOON
    )
    way.board_prepared(
        fresh(item),
        Recommendation.SUPPORTS,
        grounds="",
        held=held("3"),
        by=world["anders.wik"],
        at=NOON,
    )
    assert (fresh(item).status, fresh(item).ball) == (Status.DECISION, Body.CITY_COUNCIL)

    with pytest.raises(NotOpen, match="Det är inte du"):
        decide(item, by=world["anders.wik"], body=Body.CITY_COUNCIL, held=held())
    decision = decide(item, by=world["birgitta.falk"], body=Body.CITY_COUNCIL, held=held("9"))

    assert (decision.body, decision.organisation.code) == ("kf", "KF")
    assert decision.dealing.meeting_item == "KS 2026-11-23 § 3"
    assert ledger.verify() == []


def test_the_city_council_decides_nothing_that_is_not_prepared(world, monkeypatch):
    delegated.route_to(monkeypatch, Body.CITY_COUNCIL)
    item = delegated.lying(world, "Nätverk", body=Body.CITY_COUNCIL, at=NOON)

    with pytest.raises(central.NotDealtWith):
        decide(item, by=world["birgitta.falk"], body=Body.CITY_COUNCIL, held=held())


def test_the_executive_board_s_decision_needs_advice_that_stands(world, monkeypatch):
    delegated.route_to(monkeypatch, Body.EXECUTIVE_BOARD)
    item = delegated.lying(world, "Oslo", body=Body.EXECUTIVE_BOARD, at=NOON)
    item.advice.exclude(kind="").update(voided_at=NOON)

    with pytest.raises(NeedsAdvice):
        decide(item, by=world["anders.wik"], body=Body.EXECUTIVE_BOARD, held=held())


def test_a_new_decision_takes_the_place_of_the_older_which_is_kept(world):
    room = met(world, "Oslo", at=NOON)
    first = decide(room.items[0], by=room.mayor)

    second = anew(first, by=room.mayor)

    row = fresh(room.items[0])
    first.refresh_from_db()
    assert (second.number, second.supersedes, first.superseded_by) == ("DB 2026:2", first, second)
    assert (second.why_new, first.outcome, second.outcome) == (
        "Resan blev inställd.",
        "accepted",
        "declined",
    )
    assert row.status == Status.REJECTED
    assert ledger.verify() == []
    third = anew(second, YES, by=room.mayor, why="Den blir av ändå.", grounds="")
    assert (fresh(row).status, third.supersedes) == (Status.APPROVED, second)
    assert ledger.verify() == []


def test_a_decision_is_superseded_once_and_with_a_reason(world):
    room = met(world, "Oslo", at=NOON)
    first = decide(room.items[0], by=room.mayor)

    with pytest.raises(NeedsGrounds):
        anew(first, by=room.mayor, why=" ")
    second = anew(first, by=room.mayor)
    with pytest.raises(AlreadyDecided) as refused:
        anew(first, by=room.mayor)

    assert refused.value.decision == second


def test_what_has_taken_place_gets_a_new_decision_but_no_other_outcome(world):
    room = met(world, "Oslo", at=NOON)
    first = decide(room.items[0], by=room.mayor)
    row = fresh(room.items[0])
    with transaction.atomic():
        lifecycle.move(
            row, Status.FOLLOW_UP, by=room.mayor, at=LATER, why="", ball=Body.CONTACT_PERSON
        )

    with pytest.raises(NotOpen, match="redan ägt rum"):
        anew(first, by=room.mayor)
    anew(first, YES, by=room.mayor, why="Det blev dyrare.", grounds="")

    assert fresh(row).status == Status.FOLLOW_UP
    assert ledger.verify() == []


def test_only_what_stands_counts_of_the_cost(world):
    room = met(world, "Oslo", at=NOON)
    first = decide(room.items[0], by=room.mayor)
    spent = committee_spent(room.items[0])
    anew(first, by=room.mayor)

    assert (spent, committee_spent(room.items[0])) == (first.cost_sek, 0)


def committee_spent(item):
    """Return what the frame of an item's organisation has given to all others."""
    other = visits.draft(by=item.created_by, at=NOON, starts_on=item.starts_on)
    return common(other, stage="decision", on=date(2026, 11, 23))["decided_sek"]


def test_a_decision_is_never_changed(world):
    room = met(world, "Oslo", at=NOON)
    decide(room.items[0], by=room.mayor)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Decision.objects.update(outcome="declined")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ("body = 'ks'", "body"),
        ("acts_for_id = null", "acts_for, stands_in"),
        ("dealing_id = null", "dealing"),
        ("held_on = now(), paragraph = '1'", "held_on, paragraph"),
    ],
)
def test_what_is_changed_behind_the_triggers_is_found(world, change, field):
    room = met(world, "Oslo", at=NOON)
    seating.be_away(room.mayor, first=TODAY, last=TODAY, by=world["elsa.thorn"], at=NOON)
    made = decide(room.items[0], by=room.substitute)

    behind_the_triggers(f"update governance_decision set {change}")  # noqa: S608

    assert ledger.verify() == [
        f"utblick: entry {made.ledger_seq}: decision {made.number} differs in {field}"
    ]


def test_a_chain_changed_behind_the_triggers_is_found(world):
    room = met(world, "Oslo", at=NOON)
    second = anew(decide(room.items[0], by=room.mayor), by=room.mayor)

    behind_the_triggers("update governance_decision set why_new = 'x' where why_new <> ''")
    found = ledger.verify()
    assert found == [
        f"utblick: entry {second.ledger_seq}: decision {second.number} differs in why_new"
    ]


def test_a_secret_matter_is_read_by_the_mayor_before_and_after(world):
    room = met(world, "Oslo", at=NOON)
    (item,) = room.items
    row = lifecycle.lock(item.pk)
    row.secret = True
    lifecycle.save(row, by=world["amina.lindqvist"], at=NOON, why="prov")

    decide(item, by=room.mayor)

    seen = central.permissions.visible_to(room.mayor, on=timezone.localdate())
    assert list(seen) == [fresh(item)]
    assert ledger.verify() == []
