"""What every kind is asked: one rule, one answer, whichever the kind."""

from datetime import date
from typing import Any

import pytest

from engagements.vocabulary import Body, Kind, Task
from governance.strategy import (
    ALL,
    DEFAULT_VALUES,
    FACTS_OF,
    CooperationFacts,
    DeclarationFacts,
    Facts,
    IntentFacts,
    MembershipFacts,
    PositionFacts,
    ReceptionFacts,
    Route,
    Text,
    TripFacts,
    Values,
    VisitFacts,
    assess,
    rows,
)
from governance.strategy.facts import ALL_BUT_VISIT
from governance.strategy.routes.bodies import Reach, reach
from governance.strategy.routes.steps import (
    boards_decide,
    council_decides,
    mayor_decides,
    office_coordinates,
)
from governance.strategy.routing import Undecided
from governance.strategy.rulebook import RULES
from governance.strategy.rules.principles import aid
from tests.governance.strategy.routed import route

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)
WHY = Text("skäl", "reason")


def verdicts(clause: str, facts: Facts) -> list[str]:
    """Return the verdicts on one clause."""
    found = assess(facts, on=ON, values=VALUES).findings
    return [str(finding.verdict) for finding in found if finding.clause == clause]


@pytest.mark.parametrize("facts", ALL, ids=list(FACTS_OF))
@pytest.mark.parametrize(
    ("clause", "given", "verdict"),
    [
        ("1.5", {}, ["unanswered"]),
        ("1.5", {"initiative": "own", "digital": True}, ["supports"]),
        ("2.1", {}, ["unanswered"]),
        ("2.1", {"goals": ("klimat",)}, ["judge"]),
        ("2.2", {"sdgs": (13,)}, ["supports"]),
        ("3.0.1", {"directions": ("scanning",)}, ["supports"]),
        ("3.0.1", {"directions": ("scanning",), "priorities": ("Norden",)}, ["supports"] * 2),
        ("3.1.1", {"directions": ("profiling",)}, ["judge"]),
        ("3.2.1", {"observations": ("Värmeböljor",)}, ["supports"]),
        ("3.3.2", {"directions": ("cooperation",)}, ["judge"]),
        ("3.3.5", {"partner_sectors": ("public",)}, ["note"]),
        ("4.0", {}, ["unanswered"]),
        ("4.0", {"touches_foreign_policy": True}, ["breach"]),
        ("4.0", {"touches_foreign_policy": False, "title": "Om sanktioner"}, ["judge"]),
        ("4.1", {"asks_twinning": True}, ["breach"]),
        ("4.1", {"asks_twinning": False, "title": "En ny vänort"}, ["judge"]),
        ("5.4.1b", {}, ["unanswered"]),
        ("5.4.1c", {"in_operational_plan": True}, ["supports"]),
        ("5.6.1", {"contact_person_appointed": False}, ["note"]),
        ("law:KL 6:28", {"conflicts": ("decides",)}, ["breach"]),
        ("law:LOU 4:1", {}, ["unanswered"]),
        ("law:BrB 10:5a", {"gift_received_sek": 9, "gift_kept_personally": True}, ["breach"]),
        (
            "law:BrB 10:5b",
            {"procurement_with_party": True, "costs": (rows.Cost(line="meal", amount_sek=9),)},
            ["judge"],
        ),
        ("city:representation", {"approver_takes_part": True}, ["breach"]),
    ],
)
def test_every_kind_answers_alike(
    facts: type[Facts], clause: str, given: dict[str, Any], verdict: list[str]
) -> None:
    assert verdicts(clause, facts(**given)) == verdict


@pytest.mark.parametrize("facts", ALL_BUT_VISIT, ids=list(FACTS_OF)[1:])
@pytest.mark.parametrize(
    ("clause", "given", "verdict"),
    [
        ("3.4.1", {"directions": ("advocacy",)}, ["breach"]),
        (
            "3.4.1",
            {
                "directions": ("advocacy",),
                "process": "EU:s mobilitetspaket",
                "effect": "limits",
                "city_interest": "Egna regler för utsläppszoner.",
            },
            ["supports"],
        ),
        ("3.4.3", {"eu_matter": True}, ["judge"]),
        ("3.4.3", {"eu_matter": True, "eu_principles": ("Närhet",)}, ["supports"]),
        ("law:OSL", {}, ["unanswered"]),
        ("law:OSL", {"secrecy_possible": False}, []),
        ("law:OSL", {"secrecy_possible": True}, ["judge"]),
        ("law:OSL", {"secrecy_possible": True, "secrecy_assessed": True}, []),
    ],
)
def test_kinds_after_the_visit_are_asked_more(
    facts: type[Facts], clause: str, given: dict[str, Any], verdict: list[str]
) -> None:
    assert verdicts(clause, facts(**given)) == verdict


def test_a_position_is_advocacy_towards_the_eu_without_being_asked() -> None:
    assert verdicts("3.4.1", PositionFacts()) == ["breach"]
    assert verdicts("3.4.3", PositionFacts()) == ["judge"]


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        (TripFacts(country="NO", city="Oslo"), []),
        (TripFacts(country="NO", city="Oslo", counterpart_kind="capital_city"), ["supports"]),
        (IntentFacts(asks_twinning=False, counterpart_kind="capital_city"), ["supports"]),
        (CooperationFacts(), ["unanswered"]),
    ],
)
def test_capitals_count_where_the_other_party_is_known(facts: Facts, verdict: list[str]) -> None:
    assert verdicts("4.1", facts) == verdict


def test_a_twinning_agreement_is_refused_as_a_whole() -> None:
    agreement = assess(CooperationFacts(asks_twinning=True), on=ON, values=VALUES)
    trip = assess(TripFacts(asks_twinning=True), on=ON, values=VALUES)

    assert "4.1" in {f.clause for f in agreement.blocking("submission")}
    assert trip.blocked_parts == ("twinning",)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        (MembershipFacts(is_new=True), ["judge"]),
        (MembershipFacts(is_new=False), []),
        (IntentFacts(forums_searched=True), ["supports"]),
        (CooperationFacts(forums=(rows.Forum(name="Eurocities"),)), ["unanswered"]),
        (
            DeclarationFacts(forums=(rows.Forum(name="C40", why_not="Rör inte ämnet."),)),
            ["supports"],
        ),
    ],
)
def test_known_forums_come_first(facts: Facts, verdict: list[str]) -> None:
    assert verdicts("3.3.3a", facts) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict", "said"),
    [
        (IntentFacts(starts_on=date(2026, 7, 1)), "note", "2030-07-01"),
        (IntentFacts(starts_on=date(2024, 2, 29)), "note", "2028-02-29"),
        (MembershipFacts(next_review_on=date(2023, 3, 1)), "note", "2023-03-01"),
        (MembershipFacts(member_since=date(2012, 1, 1)), "note", "2016-01-01"),
        (DeclarationFacts(next_review_on=date(2030, 5, 1)), "supports", "2030-05-01"),
        (
            MembershipFacts(last_review_on=date(2026, 1, 1), next_review_on=date(2031, 1, 1)),
            "note",
            "2030-01-01",
        ),
    ],
)
def test_a_review_is_never_more_than_a_note(facts: Facts, verdict: str, said: str) -> None:
    (finding,) = (
        f for f in assess(facts, on=ON, values=VALUES).findings if f.rule.endswith(".review")
    )

    assert (str(finding.verdict), said in finding.why.sv) == (verdict, True)


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [(None, 200, 0), (100, 110, 0), (100, 111, 1), (0, 1, 1)],
)
def test_a_much_dearer_item_is_decided_anew(before: int | None, now: int, verdict: int) -> None:
    facts = TripFacts(estimated_sek=now, decided_sek_before=before)
    found = assess(facts, on=ON, values=VALUES).findings

    assert len([f for f in found if f.rule.endswith(".decided_cost")]) == verdict


def test_a_cost_is_asked_for_in_the_kind_s_own_words() -> None:
    said = {
        facts.kind: finding.why.sv
        for facts in (VisitFacts, ReceptionFacts)
        for finding in assess(facts(), on=ON, values=VALUES).findings
        if finding.rule.endswith(".within_frame")
    }

    assert said == {
        Kind.VISIT: "Ange vad besöket kostar, 0 om inget.",
        Kind.RECEPTION: "Ange vad mottagningen kostar, 0 om inget.",
    }


def test_a_rule_of_every_kind_has_an_id_a_kind() -> None:
    ids = {rule.id for rules in RULES.values() for rule in rules if rule.judge is aid}

    assert ids == {
        f"strategy.{kind}.aid" for kind in ("visit", "trip", "reception", "cooperation", "intent")
    }


@pytest.mark.parametrize(
    ("given", "column"),
    [
        ({}, Reach.OWN_AREA),
        ({"areas": ("TK",), "area_boards": ("TRN",)}, Reach.SEVERAL),
        ({"areas": ("X",), "area_boards": ("MHN",)}, Reach.OWN_AREA),
        ({"areas": ("TK",), "scope": "citywide"}, Reach.CITYWIDE),
        ({"scope": "operational"}, Reach.OWN_AREA),
        ({"scope": "citywide", "on_behalf_of_ks": True}, Reach.ON_BEHALF),
    ],
)
def test_a_matter_stands_in_one_column(given: dict[str, Any], column: Reach) -> None:
    assert reach(MembershipFacts(host="MF", host_board="MHN", **given)) is column


@pytest.mark.parametrize("facts", ALL, ids=list(FACTS_OF))
def test_every_kind_has_a_decider_named_in_a_finding(facts: type[Facts]) -> None:
    item = facts(host="MF", host_board="MHN")
    decider = route(item).decider

    assert decider.organisation in ("MHN", "KS")
    assert "supports" in verdicts(decider.clause, item)


def test_the_committee_deals_the_mayor_decides_and_the_board_is_told() -> None:
    found = Route(steps=mayor_decides("5.3.2a", WHY), summary=WHY)

    assert [(step.body, step.task) for step in found.steps] == [
        (Body.COMMITTEE, Task.DEALS_WITH),
        (Body.FINANCE_MAYOR, Task.DECIDES),
        (Body.EXECUTIVE_BOARD, Task.IS_TOLD),
    ]
    assert found.is_stated


def test_the_executive_board_decides_in_the_mayors_stead() -> None:
    found = Route(steps=mayor_decides("5.3.2a", WHY, substitute=True), summary=WHY)

    assert found.decider.body is Body.EXECUTIVE_BOARD
    assert found.doing(Task.IS_TOLD) == ()


def test_the_executive_board_prepares_what_the_council_decides() -> None:
    found = Route(steps=council_decides("5.2.1", WHY), summary=WHY)

    assert [step.organisation for step in found.steps] == ["KS", "KF"]
    assert found.decider.body is Body.CITY_COUNCIL


def test_a_route_in_which_nobody_decides_is_refused() -> None:
    with pytest.raises(Undecided):
        Route(steps=(), summary=WHY)


def test_every_party_decides_its_part_and_the_office_may_coordinate() -> None:
    facts = PositionFacts(host="MF", host_board="MHN", areas=("TK",), area_boards=("TRN",))
    parts = boards_decide(facts, "5.4.2", WHY, stated=False)
    found = Route(steps=(*parts, office_coordinates("5.7.2", WHY)), summary=WHY)

    assert [step.organisation for step in found.deciders] == ["MHN", "TRN"]
    assert (found.decider, found.is_stated) == (parts[0], False)
    assert found.coordinator
    assert found.coordinator.organisation == "SLK"
