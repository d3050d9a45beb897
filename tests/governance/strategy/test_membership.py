"""Memberships: an active part, the terms, and who decides on joining and on leaving."""

from datetime import date
from typing import Any

import pytest

from engagements.vocabulary import Body, Task
from governance.strategy import MembershipFacts, Verdict, assess, rows
from governance.strategy.rules.membership_part import months_before
from governance.strategy.rules.reviews import next_review
from tests.governance.strategy.one_rule import ON, VALUES, findings, verdicts
from tests.governance.strategy.routed import route

LONG = "Vi leder arbetsgruppen om luft."
SHORT = "Fjorton tecken"


def did(*days: date | None) -> dict[str, Any]:
    """Return the facts of an existing membership with contributions on some days."""
    return {"is_new": False, "activities": tuple(rows.Activity(done_on=day) for day in days)}


PASSIVE: dict[str, Any] = {"is_new": False, "none_done": True}


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, []),
        ({"is_new": True, "none_done": True}, []),
        ({"is_new": False}, ["unanswered"]),
        ({"is_new": False, "none_done": False}, ["unanswered"]),
        (did(None), ["unanswered"]),
        (did(None, date(2020, 1, 1)), ["unanswered"]),
        (did(None) | {"none_done": True}, ["note"]),
        (did(date(2025, 11, 1)), ["supports"]),
        (did(date(2025, 11, 2)), ["supports"]),
        (did(date(2025, 10, 31)), ["note"]),
        (did(date(2026, 11, 1)), ["supports"]),
        (did(date(2026, 11, 2)), ["note"]),
        (did(None, date(2026, 5, 5)), ["supports"]),
        (did(date(2026, 5, 5)) | {"none_done": True}, ["supports"]),
        (PASSIVE, ["note"]),
        (PASSIVE | {"at_review": False}, ["note"]),
        (PASSIVE | {"at_review": True}, ["breach"]),
        (PASSIVE | {"proposal": "keep"}, ["breach"]),
        (PASSIVE | {"proposal": "change"}, ["breach"]),
        (PASSIVE | {"proposal": "leave"}, ["supports"]),
        (PASSIVE | {"at_review": True, "effort_plan": SHORT}, ["breach"]),
        (PASSIVE | {"at_review": True, "effort_plan": SHORT + "."}, ["note"]),
        (PASSIVE | {"effort_plan": LONG}, ["note"]),
        (PASSIVE | {"at_review": True, "member_since": date(2025, 11, 1)}, ["breach"]),
        (PASSIVE | {"at_review": True, "member_since": date(2025, 11, 2)}, []),
    ],
)
def test_a_member_is_active(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("active_part", MembershipFacts(**given)) == verdict


def test_it_says_how_long_nothing_was_done_and_what_would_mend_it() -> None:
    (finding,) = findings("active_part", MembershipFacts(**PASSIVE, at_review=True))

    assert finding.why.en == "No contributions for 12 months, and no plan of any."
    assert finding.mend
    assert finding.mend.en == "Write a plan of contributions, or propose that the city leaves."


def test_it_says_when_the_latest_contribution_was() -> None:
    (finding,) = findings("active_part", MembershipFacts(**did(date(2026, 5, 5), date(2026, 3, 3))))

    assert "2026-05-05" in finding.why.sv


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 1), 12, date(2025, 11, 1)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 1, 31), 1, date(2025, 12, 31)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(1, 1, 15), 12, date(1, 1, 15)),
    ],
)
def test_months_are_counted_back(day: date, months: int, before: date) -> None:
    assert months_before(day, months=months) == before


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, ["unanswered"]),
        ({"aim": " "}, ["unanswered"]),
        ({"aim": SHORT}, ["judge"]),
        ({"aim": SHORT + "."}, ["supports"]),
        ({"proposal": "leave"}, []),
        ({"proposal": "keep"}, ["unanswered"]),
    ],
)
def test_a_membership_has_an_aim(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("aim", MembershipFacts(**given)) == verdict


@pytest.mark.parametrize(
    ("is_new", "planned", "verdict"),
    [
        (None, (), []),
        (False, (), []),
        (True, (), ["unanswered"]),
        (True, (" ",), ["unanswered"]),
        (True, ("två konferenser",), ["note"]),
        (True, ("ett möte", "ett inlägg"), ["supports"]),
        (True, ("ett möte", "ett inlägg", "värdskap"), ["supports"]),
    ],
)
def test_who_joins_plans_a_part(is_new: bool | None, planned: Any, verdict: list[str]) -> None:
    assert verdicts("planned_part", MembershipFacts(is_new=is_new, planned=planned)) == verdict


NO_MARKS: dict[str, Any] = {"has_statutes": False, "has_vote": False, "fee_sek": 0}


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, ["unanswered"]),
        ({"form": "network"}, []),
        ({"form": "network", "has_statutes": True}, []),
        ({"form": "network", "has_statutes": True, "has_vote": True}, ["judge"]),
        ({"form": "initiative", "has_statutes": True, "fee_sek": 1}, ["judge"]),
        ({"form": "network", "has_statutes": True, "fee_sek": 0}, []),
        ({"form": "organisation"}, []),
        ({"form": "organisation"} | NO_MARKS, ["judge"]),
        ({"form": "organisation"} | NO_MARKS | {"fee_sek": 1}, []),
        ({"form": "organisation"} | NO_MARKS | {"fee_sek": None}, []),
    ],
)
def test_what_is_joined_is_an_organisation_or_not(
    given: dict[str, Any], verdict: list[str]
) -> None:
    assert verdicts("form_said", MembershipFacts(**given)) == verdict


@pytest.mark.parametrize(("fee", "verdict"), [(None, ["unanswered"]), (0, []), (1, [])])
def test_a_fee_that_is_not_known_is_not_nothing(fee: int | None, verdict: list[str]) -> None:
    assert verdicts("fee_said", MembershipFacts(fee_sek=fee)) == verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, []),
        ({"fee_sek": 0}, []),
        ({"fee_sek": 1}, ["judge"]),
        ({"fee_sek": 1, "budget_line": " "}, ["judge"]),
        ({"fee_sek": 1, "budget_line": "Nätverk"}, ["supports"]),
        ({"fee_sek": 1, "proposal": "leave"}, []),
    ],
)
def test_a_fee_has_its_place_in_the_budget(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("fee_budgeted", MembershipFacts(**given)) == verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, []),
        ({"at_review": False}, []),
        ({"at_review": True}, ["unanswered"]),
        ({"at_review": True, "proposal": "keep"}, ["judge"]),
        ({"proposal": "change", "proposal_grounds": SHORT}, ["judge"]),
        ({"proposal": "leave", "proposal_grounds": SHORT + "."}, ["supports"]),
    ],
)
def test_a_review_ends_in_a_proposal_with_grounds(
    given: dict[str, Any], verdict: list[str]
) -> None:
    assert verdicts("review_ends", MembershipFacts(**given)) == verdict


@pytest.mark.parametrize(
    ("rule", "given", "verdict"),
    [
        ("newness_said", {}, ["unanswered"]),
        ("newness_said", {"is_new": True}, []),
        ("newness_said", {"is_new": False}, []),
        ("has_responsible", {}, ["note"]),
        ("has_responsible", {"responsible": " "}, ["note"]),
        ("has_responsible", {"responsible": "Enhetschefen"}, []),
        ("close_to_the_state", {"close_to_state": True}, ["note"]),
        ("close_to_the_state", {}, []),
    ],
)
def test_what_else_is_asked_of_a_membership(
    rule: str, given: dict[str, Any], verdict: list[str]
) -> None:
    assert verdicts(rule, MembershipFacts(**given)) == verdict


def test_four_years_without_a_review_never_stand_in_the_way() -> None:
    facts = MembershipFacts(
        is_new=False, member_since=date(2012, 1, 1), activities=(rows.Activity(done_on=ON),)
    )
    assessment = assess(facts, on=ON, values=VALUES)

    assert assessment.of(Verdict.BREACH) == ()
    assert verdicts("review", facts) == ["note"]


SEVERAL: dict[str, Any] = {"areas": ("TK",), "area_boards": ("TRN",), "scope": "operational"}
CITYWIDE: dict[str, Any] = {"scope": "citywide"}
BEHALF: dict[str, Any] = {"on_behalf_of_ks": True}


def joins(form: str | None, **given: Any) -> dict[str, Any]:
    """Return the facts of a new membership."""
    return {"is_new": True, "form": form, **given}


@pytest.mark.parametrize(
    ("given", "decides", "clause", "stated"),
    [
        (joins("organisation"), "MHN", "5.4.2", True),
        (joins("organisation", scope="operational"), "MHN", "5.4.2", True),
        (joins("network"), "MHN", "5.4.2", True),
        (joins("initiative"), "MHN", "5.4.2", True),
        (joins("organisation", **SEVERAL), "KS", "5.1.3", False),
        (joins(None, **SEVERAL), "KS", "5.1.3", False),
        (joins("network", **SEVERAL), "KS", "5.1.4", True),
        (joins("initiative", **SEVERAL), "KS", "5.1.4", True),
        (joins("organisation", **(SEVERAL | CITYWIDE)), "KF", "5.2.1", True),
        (joins("organisation", **CITYWIDE), "KF", "5.2.1", True),
        (joins(None, **CITYWIDE), "KF", "5.2.1", False),
        (CITYWIDE, "KF", "5.2.1", False),
        (joins("network", **CITYWIDE), "KS", "5.1.4", True),
        (joins("initiative", **CITYWIDE), "KS", "5.1.4", True),
        (joins("organisation", **BEHALF), "KF", "5.2.1", False),
        (joins("network", **BEHALF), "KS", "5.1.4", True),
        ({"is_new": False}, "MHN", "5.4.2", True),
        ({"is_new": False, "proposal": "leave"}, "MHN", "5.4.2", True),
        ({"is_new": False, "form": "organisation"} | SEVERAL, "KS", "5.1.4", False),
        ({"is_new": False, "form": "organisation"} | CITYWIDE, "KS", "5.1.4", False),
        ({"is_new": False, "form": "network"} | CITYWIDE, "KS", "5.1.4", False),
        ({"is_new": False} | BEHALF, "KS", "5.1.4", False),
        ({}, "MHN", "5.4.2", True),
    ],
)
def test_who_decides_on_a_membership(
    given: dict[str, Any], decides: str, clause: str, stated: bool
) -> None:
    found = route(MembershipFacts(host="MF", host_board="MHN", **given))

    assert (found.decider.organisation, found.decider.clause) == (decides, clause)
    assert found.is_stated is stated
    assert found.advice_required is (decides != "MHN")


def test_the_executive_board_prepares_what_the_council_decides_on_joining() -> None:
    found = route(MembershipFacts(host="SLK", host_board="KS", **joins("organisation"), **CITYWIDE))

    assert [(step.body, step.task) for step in found.steps] == [
        (Body.CONTACT_PERSON, Task.REGISTERS),
        (Body.INTERNATIONAL_UNIT, Task.ADVISES),
        (Body.EXECUTIVE_BOARD, Task.DEALS_WITH),
        (Body.CITY_COUNCIL, Task.DECIDES),
    ]


@pytest.mark.parametrize(
    ("began", "due"),
    [
        (date(2026, 11, 25), date(2030, 11, 25)),
        (date(2028, 2, 29), date(2032, 2, 29)),
        (date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_review_comes_on_the_same_day_of_a_later_year(began, due):
    assert next_review(began, every_years=4) == due


def test_a_review_after_a_year_without_a_leap_day_comes_the_day_before():
    assert next_review(date(2028, 2, 29), every_years=1) == date(2029, 2, 28)
