"""Single clauses, one table each: what was answered, and what the strategy says."""

from datetime import date
from typing import Any

import pytest

from governance.strategy import DEFAULT_VALUES, Values, VisitFacts, assess

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)


def verdicts(clause: str, **facts: Any) -> list[str]:
    """Return the verdicts on one clause for facts that say nothing else."""
    assessment = assess(VisitFacts(host="MF", host_board="MHN", **facts), on=ON, values=VALUES)
    return [str(f.verdict) for f in assessment.findings if f.clause == clause]


LETTER = {
    "wants_letter": True,
    "particularly_prioritised": True,
    "prioritised_by": "chefen",
    "priority_grounds": "Utan besöket stannar projektet.",
    "directions": ("cooperation",),
}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, ["unanswered"]),
        ({"wants_letter": False}, []),
        ({"wants_letter": True}, ["breach"]),
        (LETTER, ["judge"]),
        (LETTER | {"directions": ()}, ["breach"]),
        (LETTER | {"priority_grounds": ""}, ["breach"]),
        (LETTER | {"prioritised_by": None}, ["breach"]),
        (LETTER | {"particularly_prioritised": None}, ["breach"]),
    ],
)
def test_a_letter_needs_priority_grounds_and_support(facts: Any, verdict: list[str]) -> None:
    assert verdicts("4.5", **facts) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"asks_twinning": True}, ["breach"]),
        ({"wishes": "De vill bli vänort med oss."}, ["judge"]),
        ({"wishes": "They propose a sister-city agreement."}, ["judge"]),
        ({"wishes": "Twin towns are mentioned."}, ["judge"]),
        ({"wishes": "Det här är inget vänortsavtal."}, []),
        ({"wishes": "Besök vid en vänskola."}, []),
        ({"country": "FI", "city": "Helsingfors"}, ["supports"]),
        ({"country": "GL", "city": "Nuuk"}, ["supports"]),
        ({"counterpart_kind": "capital_city", "country": "KR"}, ["supports"]),
        ({"counterpart_kind": "city", "country": "US", "city": "Oslo"}, []),
    ],
)
def test_capitals_are_welcome_and_twinning_is_not(facts: Any, verdict: list[str]) -> None:
    assert verdicts("4.1", **facts) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, ["unanswered"]),
        ({"touches_foreign_policy": True}, ["breach"]),
        ({"touches_foreign_policy": False}, []),
        ({"touches_foreign_policy": False, "wishes": "Frågor om sanktioner."}, ["judge"]),
        ({"touches_foreign_policy": False, "wishes": "Vi talar inte om sanktioner."}, []),
    ],
)
def test_words_ask_a_person_and_answers_decide(facts: Any, verdict: list[str]) -> None:
    assert verdicts("4.0", **facts) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, ["unanswered"]),
        ({"meal_sek": 0}, ["supports"]),
        ({"meal_sek": 500}, ["supports"]),
        ({"meal_sek": 501}, ["judge"]),
        ({"meal_sek": 100, "gift_sek": 301}, ["judge"]),
        ({"gift_sek": 1, "gift_to_official": True}, ["judge"]),
        ({"meal_sek": 100, "own_participants": 5, "delegation_size": 4}, ["judge"]),
        ({"meal_sek": 100, "alcohol": True}, ["judge"]),
    ],
)
def test_hospitality_is_moderate_line_by_line(facts: Any, verdict: list[str]) -> None:
    assert verdicts("4.6", **facts) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"aid_character": True}, ["unanswered"]),
        ({"aid_character": True, "external_share": 90, "funder": "Sida"}, ["breach"]),
        ({"aid_character": True, "external_share": 100, "funder": "Sida"}, ["supports"]),
        ({"aid_character": False}, []),
    ],
)
def test_aid_is_paid_in_full_by_another_party(facts: Any, verdict: list[str]) -> None:
    assert verdicts("4.4", **facts) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, ["unanswered"]),
        ({"estimated_sek": 0}, []),
        ({"estimated_sek": 10}, ["unanswered"]),
        ({"estimated_sek": 10, "frame_sek": 10}, ["supports"]),
        ({"estimated_sek": 10, "frame_sek": 10, "decided_sek": 1}, ["judge"]),
        ({"estimated_sek": 10, "frame_sek": 9, "stage": "decision"}, ["breach"]),
    ],
)
def test_the_cost_fits_the_frame(facts: Any, verdict: list[str]) -> None:
    assert verdicts("5.4.1a", **facts) == verdict


@pytest.mark.parametrize(
    ("facts", "coordinator"),
    [
        ({"political_level": "high"}, "KS"),
        ({"areas": ("TK",), "area_boards": ("TRN",)}, None),
        ({"areas": ("TK",), "area_boards": ("TRN",), "city_priority": True}, "KS"),
        ({"city_priority": True}, None),
        ({}, None),
    ],
)
def test_the_executive_board_coordinates_significant_visits(
    facts: Any, coordinator: str | None
) -> None:
    route = assess(VisitFacts(host="MF", host_board="MHN", **facts), on=ON, values=VALUES).route

    assert (route.coordinator.organisation if route.coordinator else None) == coordinator
    assert route.decider.organisation == "MHN"
