"""Positions on EU matters: whose they are, and who decides."""

from datetime import date
from typing import Any

import pytest

from engagements.vocabulary import Body, RoleName, Task
from governance.strategy import PositionFacts, Step
from tests.governance.strategy.by_rule import answered_in_matters, answers
from tests.governance.strategy.routed import route

DAY = date(2026, 10, 1)
CLOSE: dict[str, Any] = {"ks_contact_on": DAY, "ks_contact": "EU-enheten har läst."}
SEVERAL: dict[str, Any] = {"areas": ("MF",), "area_boards": ("MHN",)}
BY_ASSOCIATION: dict[str, Any] = {"position_channel": "association"}


def test_the_matters_show_every_answer_of_every_rule() -> None:
    assert answered_in_matters("position") == {
        "in_whose_name": "breach judge unanswered",
        "close_to_the_board": "breach judge supports",
        "group_board": "note unanswered",
        "way_said": "unanswered",
        "association_said": "unanswered",
        "association_coordinated": "breach supports unanswered",
        "said_in_full": "judge unanswered",
        "in_time_to_be_heard": "note",
    }


@pytest.mark.parametrize(
    ("rule", "facts", "verdict"),
    [
        ("in_whose_name", {"in_boards_name": True}, []),
        ("in_whose_name", {"in_boards_name": False}, []),
        ("in_whose_name", {"in_boards_name": False, "scope": "operational"}, ["judge"]),
        ("in_whose_name", {"in_boards_name": True, "scope": "operational"}, []),
        ("in_whose_name", {"in_boards_name": True, "scope": "citywide"}, ["breach"]),
        ("in_whose_name", {"in_boards_name": True} | SEVERAL, ["breach"]),
        ("in_whose_name", {"in_boards_name": True, "on_behalf_of_ks": True}, ["breach"]),
        ("in_whose_name", {"in_boards_name": False, "scope": "citywide"}, []),
        ("in_whose_name", {"host_board": "KS", "in_boards_name": True, "scope": "citywide"}, []),
        ("close_to_the_board", {}, ["breach"]),
        ("close_to_the_board", {"host_board": "KS"}, ["supports"]),
        ("close_to_the_board", CLOSE, ["supports"]),
        ("close_to_the_board", CLOSE | {"ks_contact_on": date(2026, 11, 1)}, ["supports"]),
        ("close_to_the_board", CLOSE | {"ks_contact_on": date(2026, 11, 2)}, ["breach"]),
        ("close_to_the_board", CLOSE | {"ks_contact": "x" * 14}, ["judge"]),
        ("close_to_the_board", CLOSE | {"sent_on": DAY}, ["supports"]),
        ("close_to_the_board", CLOSE | {"sent_on": date(2026, 9, 30)}, ["breach"]),
        ("group_board", {}, []),
        ("group_board", {"group_board_needed": True}, []),
        ("group_board", {"host_is_company": True}, ["unanswered"]),
        ("group_board", {"host_is_company": True, "group_board_needed": False}, []),
        ("way_said", {"position_channel": "direct"}, []),
        ("association_said", {"in_sef": False}, []),
        ("association_said", BY_ASSOCIATION, []),
        ("association_coordinated", {}, []),
        ("association_coordinated", {"in_sef": True}, ["unanswered"]),
        ("association_coordinated", BY_ASSOCIATION | {"in_sef": False}, ["unanswered"]),
        ("association_coordinated", {"in_sef": True, "slk_coordinates": False}, ["breach"]),
        ("association_coordinated", {"in_sef": True, "slk_coordinates": True}, ["supports"]),
        ("association_coordinated", {"in_sef": True, "host": "SLK"}, ["supports"]),
        ("said_in_full", {"topic": "Ämnet", "position_text": "x" * 15}, []),
        ("said_in_full", {"topic": "Ämnet", "position_text": "x" * 14}, ["judge"]),
        ("said_in_full", {"topic": ""}, ["unanswered"] * 2),
        ("in_time_to_be_heard", {"deadline_on": date(2026, 11, 1)}, []),
        ("in_time_to_be_heard", {"deadline_on": date(2026, 10, 31)}, ["note"]),
        ("in_time_to_be_heard", {"deadline_on": DAY, "sent_on": DAY}, []),
        ("in_time_to_be_heard", {"deadline_on": DAY, "sent_on": date(2026, 10, 2)}, ["note"]),
        ("in_time_to_be_heard", {"sent_on": DAY}, []),
    ],
)
def test_each_rule_answers_as_strictly_as_it_binds(
    rule: str, facts: Any, verdict: list[str]
) -> None:
    assert answers(rule, PositionFacts(**facts)) == verdict


def decided(facts: dict[str, Any]) -> Step:
    """Return the deciding step of a position of the traffic board."""
    return route(PositionFacts(**({"host": "TK", "host_board": "TRN"} | facts))).decider


@pytest.mark.parametrize(
    ("facts", "organisation", "clause", "stated"),
    [
        ({}, "TRN", "5.4.3a", True),
        ({"scope": "operational"}, "TRN", "5.4.3a", True),
        ({"host": "SVOA", "host_is_company": True}, "SVOA", "5.4.3a", True),
        (SEVERAL, "KS", "5.1.3", True),
        ({"scope": "citywide"}, "KS", "5.1.3", True),
        ({"on_behalf_of_ks": True}, "KS", "5.1.3", False),
        (BY_ASSOCIATION, "KS", "5.1.3", False),
        ({"in_sef": True}, "KS", "5.1.3", False),
        ({"in_sef": True, "scope": "citywide"}, "KS", "5.1.3", True),
        ({"in_sef": True} | SEVERAL, "KS", "5.1.3", True),
    ],
)
def test_a_board_decides_on_its_own_matters_alone(
    facts: dict[str, Any], organisation: str, clause: str, stated: bool
) -> None:
    step = decided(facts)

    assert (step.organisation, step.clause, step.stated) == (organisation, clause, stated)


@pytest.mark.parametrize(
    ("facts", "coordinates"),
    [({}, None), (SEVERAL, None), ({"in_sef": True}, "SLK"), (BY_ASSOCIATION | SEVERAL, "SLK")],
)
def test_the_office_coordinates_in_the_association(
    facts: dict[str, Any], coordinates: str | None
) -> None:
    found = route(PositionFacts(host="TK", host_board="TRN", **facts))

    assert (found.coordinator.organisation if found.coordinator else None) == coordinates


@pytest.mark.parametrize(
    ("company", "needed", "dealt"),
    [(True, True, [Body.GROUP_BOARD]), (True, False, []), (True, None, []), (False, True, [])],
)
def test_the_group_board_deals_with_a_company_s_matter_where_needed(
    company: bool, needed: bool | None, dealt: list[Body]
) -> None:
    found = route(PositionFacts(host="SVOA", host_is_company=company, group_board_needed=needed))

    assert [step.body for step in found.doing(Task.DEALS_WITH)] == dealt


def test_the_eu_unit_is_always_asked() -> None:
    found = route(PositionFacts(host="TK", host_board="TRN"))

    assert (found.advice_required, found.advice_unit) == (True, RoleName.EU_UNIT)
    assert [step.body for step in found.doing(Task.ADVISES)] == [Body.EU_UNIT]
