"""Receptions: the limits of the city's terms, and who decides."""

from typing import Any

import pytest

from engagements.vocabulary import Body, RoleName, Task
from governance.strategy import DEFAULT_VALUES, ReceptionFacts, Value, Values
from tests.governance.strategy.by_rule import ON, answered_in_matters, answers
from tests.governance.strategy.routed import route

TERMS = [
    "may_apply",
    "mostly_from_abroad",
    "enough_guests",
    "length",
    "evening",
    "from_many_countries",
    "scientific_level",
    "hotels",
    "why_the_capital",
    "hosting",
]


def setting(key: str, value: object) -> Values:
    """Return the city's values with one changed."""
    return Values((*DEFAULT_VALUES, Value(key, value, ON, "a decision")))


def test_the_matters_show_every_answer_of_every_rule() -> None:
    assert answered_in_matters("reception") == {
        "mutual_learning": "judge supports unanswered",
        "moderation": "judge supports unanswered",
        "simple_form": "judge supports unanswered",
        "single_company": "judge unanswered",
        "place": "note unanswered",
        "may_apply": "breach supports unanswered",
        "mostly_from_abroad": "breach supports unanswered",
        "enough_guests": "note unanswered",
        "length": "judge unanswered",
        "evening": "breach unanswered",
        "from_many_countries": "judge unanswered",
        "scientific_level": "judge unanswered",
        "hotels": "judge unanswered",
        "why_the_capital": "judge supports unanswered",
        "hosting": "note supports",
    }


LEARNS = "Ny forskning om hälsa."


@pytest.mark.parametrize(
    ("rule", "facts", "verdict"),
    [
        ("mostly_from_abroad", {"foreign_share": 50}, ["breach"]),
        ("mostly_from_abroad", {"foreign_share": 51}, ["supports"]),
        ("mostly_from_abroad", {"foreign_share": 0, "event_kind": "championship"}, []),
        ("enough_guests", {"guests": 149}, ["note"]),
        ("enough_guests", {"guests": 150}, []),
        ("length", {"hours": 2}, []),
        ("length", {"hours": 3}, ["judge"]),
        ("evening", {"evening_before": False, "last_evening": False}, []),
        ("evening", {"evening_before": False}, ["unanswered"]),
        ("evening", {"last_evening": False}, ["unanswered"]),
        ("evening", {"last_evening": True}, ["breach"]),
        ("may_apply", {"event_kind": "congress"}, ["supports"]),
        ("may_apply", {"event_kind": "championship"}, ["supports"]),
        ("may_apply", {"event_kind": "other"}, ["breach"]),
        ("from_many_countries", {"character": "nordic"}, []),
        ("from_many_countries", {"character": "national"}, ["judge"]),
        ("scientific_level", {"high_scientific_level": True}, []),
        ("scientific_level", {"high_scientific_level": False}, ["judge"]),
        ("scientific_level", {"event_kind": "championship"}, []),
        ("hotels", {"hotels_in_city": True}, []),
        ("why_the_capital", {"why_capital": "x" * 14}, ["judge"]),
        ("why_the_capital", {"why_capital": "x" * 15}, ["supports"]),
        ("hosting", {"city_host": "Fullmäktiges ordförande"}, []),
        ("hosting", {"shared_with": "Region Stockholm"}, ["note", "supports"]),
        ("place", {"at_city_hall": True}, []),
        ("single_company", {"commercial_organiser": False}, []),
        ("simple_form", {"serving": "drinks", "hours": 2}, ["supports"]),
        ("simple_form", {"serving": "drinks", "hours": 3}, []),
        ("simple_form", {"serving": "drinks"}, []),
        ("simple_form", {"serving": "seated", "hours": 2}, ["judge"]),
        ("moderation", {"reception_sek": 350}, ["supports"]),
        ("moderation", {"reception_sek": 351}, ["judge"]),
        ("moderation", {"reception_sek": 0, "guests": 20, "own_participants": 20}, ["supports"]),
        ("moderation", {"reception_sek": 0, "guests": 20, "own_participants": 21}, ["judge"]),
        ("moderation", {"reception_sek": 0, "own_participants": 21}, ["supports"]),
        ("moderation", {"alcohol": True}, ["unanswered", "judge"]),
        ("mutual_learning", {"stockholm_learns": LEARNS}, ["unanswered"]),
        ("mutual_learning", {"learning_kinds": ("competence",)}, ["unanswered"]),
        (
            "mutual_learning",
            {"stockholm_learns": LEARNS, "learning_kinds": ("competence",), "purpose": LEARNS},
            ["supports"],
        ),
    ],
)
def test_each_rule_answers_as_strictly_as_it_binds(
    rule: str, facts: Any, verdict: list[str]
) -> None:
    assert answers(rule, ReceptionFacts(**facts)) == verdict


@pytest.mark.parametrize("rule", TERMS)
def test_the_terms_hold_at_the_city_hall_alone(rule: str) -> None:
    assert answers(rule, ReceptionFacts(at_city_hall=True)) != []
    assert answers(rule, ReceptionFacts(at_city_hall=False, shared_with="Regionen")) == []


@pytest.mark.parametrize(
    ("rule", "key", "value", "facts", "verdict"),
    [
        ("may_apply", "reception.championships", False, {"event_kind": "championship"}, "breach"),
        ("mostly_from_abroad", "reception.foreign_share", 60, {"foreign_share": 60}, "breach"),
        ("enough_guests", "reception.guests", 200, {"guests": 199}, "note"),
        ("length", "reception.hours", 1, {"hours": 2}, "judge"),
    ],
)
def test_the_city_sets_the_terms(
    rule: str, key: str, value: object, facts: Any, verdict: str
) -> None:
    found = answers(rule, ReceptionFacts(**facts), values=setting(key, value))

    assert found == [verdict]


def test_the_city_may_let_a_seated_meal_or_wine_be() -> None:
    seated = setting("reception.seated_meal_needs_grounds", False)
    wine = setting("moderation.alcohol_needs_grounds", False)

    assert answers("simple_form", ReceptionFacts(serving="seated"), values=seated) == []
    assert answers("moderation", ReceptionFacts(alcohol=True, meal_sek=0), values=wine) == [
        "supports"
    ]


@pytest.mark.parametrize(
    ("facts", "setting", "body", "clause", "told"),
    [
        ({}, "fbr", Body.FINANCE_MAYOR, "5.3.3", True),
        ({"at_city_hall": True}, "fbr", Body.FINANCE_MAYOR, "5.3.3", True),
        ({}, "board", Body.FINANCE_MAYOR, "5.3.3", True),
        ({}, "ks", Body.EXECUTIVE_BOARD, "5.3.3", False),
        ({"at_city_hall": False}, "ks", Body.BOARD, "5.4.1a", False),
    ],
)
def test_who_decides_a_reception_is_the_city_s_to_set(
    facts: Any, setting: str, body: Body, clause: str, told: bool
) -> None:
    found = route(ReceptionFacts(host="MF", host_board="MHN", **facts), reception__decider=setting)

    assert (found.decider.body, found.decider.clause, found.is_stated) == (body, clause, False)
    assert bool(found.doing(Task.IS_TOLD)) is told


def test_the_protocol_unit_prepares_and_the_committee_deals_with_it() -> None:
    found = route(ReceptionFacts(host="SLK", host_board="KS"))

    assert [(s.body, s.task, s.stated) for s in found.steps[1:3]] == [
        (Body.PROTOCOL_UNIT, Task.ADVISES, True),
        (Body.COMMITTEE, Task.DEALS_WITH, True),
    ]
    assert found.advice_unit is RoleName.PROTOCOL_UNIT
    assert found.advice_required
