"""Declarations: what adds a burden, and who decides."""

from datetime import date
from typing import Any

import pytest

from engagements.vocabulary import Body, Task
from governance.strategy import DEFAULT_VALUES, DeclarationFacts, Value, Values
from governance.strategy.facts.rows import Burden
from governance.strategy.routes.declaration import adds
from tests.governance.strategy.by_rule import ON, answered_in_matters, answers, says
from tests.governance.strategy.routed import route

NONE = Burden(organisation="MF", sek=0, hours=0, reporting=False)
SOME = Burden(organisation="TK", sek=9000, hours=20, reporting=True)


def test_the_matters_show_every_answer_of_every_rule() -> None:
    assert answered_in_matters("declaration") == {
        "burden_in_full": "unanswered",
        "burden_by_each": "judge",
        "burden_added": "note supports",
        "organisations_asked": "note supports",
        "commitments_listed": "unanswered",
        "full_text": "judge unanswered",
        "expired": "note",
    }


@pytest.mark.parametrize(
    ("burdens", "answer", "added"),
    [
        ((), None, None),
        ((), False, False),
        ((), True, True),
        ((NONE,), None, False),
        ((NONE,), True, False),
        ((NONE, SOME), False, True),
        ((Burden(sek=1, hours=0, reporting=False),), None, True),
        ((Burden(sek=0, hours=1, reporting=False),), None, True),
        ((Burden(sek=0, hours=0, reporting=True),), None, True),
        ((Burden(sek=0, hours=0),), None, None),
        ((Burden(sek=0, reporting=False),), None, None),
        ((Burden(hours=0, reporting=False),), None, None),
        ((Burden(sek=1),), None, True),
        ((Burden(sek=-1, hours=-1, reporting=False),), None, False),
    ],
)
def test_money_hours_or_reporting_each_add_a_burden(
    burdens: tuple[Burden, ...], answer: bool | None, added: bool | None
) -> None:
    assert adds(DeclarationFacts(burdens=burdens, adds_burden=answer)) is added


@pytest.mark.parametrize(
    ("rule", "facts", "verdict"),
    [
        ("burden_in_full", {}, ["unanswered"]),
        ("burden_in_full", {"adds_burden": True}, ["unanswered"]),
        ("burden_in_full", {"adds_burden": False}, []),
        ("burden_in_full", {"burdens": (NONE,)}, []),
        ("burden_in_full", {"burdens": (Burden(), NONE)}, ["unanswered"]),
        ("burden_by_each", {"host": "MF"}, []),
        ("burden_by_each", {"host": "MF", "adds_burden": True}, []),
        ("burden_by_each", {"host": "MF", "burdens": (NONE,)}, []),
        ("burden_by_each", {"host": "TK", "burdens": (NONE,)}, ["judge"]),
        ("burden_by_each", {"adds_burden": False}, []),
        ("burden_added", {"burdens": (NONE,)}, []),
        ("burden_added", {"adds_burden": True}, ["note"]),
        ("burden_added", {"in_existing_plan": "x" * 14}, []),
        ("burden_added", {"in_existing_plan": "x" * 15}, ["supports"]),
        ("organisations_asked", {"consulted": ("TK",)}, []),
        ("organisations_asked", {"areas": ("TK", "KF"), "consulted": ("TK",)}, ["note"]),
        ("commitments_listed", {"commitments": ("Minska",)}, []),
        ("full_text", {}, ["unanswered"] * 2),
        ("full_text", {"original_text": "x" * 15, "swedish_text": "x" * 15}, []),
        ("full_text", {"original_text": "x" * 15, "swedish_text": "x" * 14}, ["judge"]),
        ("full_text", {"swedish_text": ""}, ["unanswered", "judge"]),
        ("expired", {"expires_on": date(2026, 11, 1)}, []),
        ("expired", {"expires_on": date(2026, 10, 31)}, ["note"]),
    ],
)
def test_each_rule_answers_as_strictly_as_it_binds(
    rule: str, facts: Any, verdict: list[str]
) -> None:
    assert answers(rule, DeclarationFacts(**facts)) == verdict


def test_the_burden_is_told_in_figures() -> None:
    assert says("burden_added", DeclarationFacts(burdens=(SOME, SOME, NONE))) == [
        "Medför ökad börda: 18000 kr och 40 timmar om året, rapportering för 2 verksamheter."
    ]
    assert says("burden_added", DeclarationFacts(adds_burden=True)) == ["Medför ökad börda."]


def test_the_organisations_that_have_not_answered_are_named() -> None:
    facts = DeclarationFacts(host="SLK", areas=("TK", "MF", "TK"), burdens=(NONE,))

    assert says("burden_by_each", facts) == ["Har inte själva sagt vad det medför: SLK, TK."]
    assert says("organisations_asked", facts) == ["Inte tillfrågade: TK, MF."]


@pytest.mark.parametrize(
    ("burden", "notes"),
    [
        (Burden(organisation="MF", sek=1000, hours=5, reporting=False), 2),
        (Burden(organisation="MF", sek=1001, hours=5, reporting=False), 1),
        (Burden(organisation="MF", sek=1000, hours=6, reporting=False), 1),
        (Burden(organisation="MF", sek=1000, hours=5, reporting=True), 1),
    ],
)
def test_a_small_burden_is_shown_and_moves_no_decision(burden: Burden, notes: int) -> None:
    values = Values(
        (
            *DEFAULT_VALUES,
            Value("declaration.burden_sek", 1000, ON, "a decision"),
            Value("declaration.burden_hours", 5, ON, "a decision"),
        )
    )
    facts = DeclarationFacts(burdens=(burden,), scope="citywide")

    assert answers("burden_added", facts, values=values) == ["note"] * notes
    assert route(facts).decider.body is Body.EXECUTIVE_BOARD


SEVERAL: dict[str, Any] = {"areas": ("TK",), "area_boards": ("TRN",), "scope": "operational"}
CITYWIDE: dict[str, Any] = {"scope": "citywide"}
BEHALF: dict[str, Any] = {"on_behalf_of_ks": True, "scope": "operational"}


@pytest.mark.parametrize(
    ("column", "adds_burden", "body", "clause", "stated"),
    [
        ({}, False, Body.BOARD, "5.4.2", True),
        ({}, True, Body.BOARD, "5.4.2", True),
        ({}, None, Body.BOARD, "5.4.2", True),
        (SEVERAL, False, Body.FINANCE_MAYOR, "5.3.2b", False),
        (SEVERAL, True, Body.EXECUTIVE_BOARD, "5.1.3", True),
        (SEVERAL, None, Body.EXECUTIVE_BOARD, "5.1.3", False),
        (CITYWIDE, False, Body.FINANCE_MAYOR, "5.3.2b", True),
        (CITYWIDE, True, Body.EXECUTIVE_BOARD, "5.1.4", True),
        (CITYWIDE, None, Body.EXECUTIVE_BOARD, "5.1.4", False),
        (BEHALF, False, Body.FINANCE_MAYOR, "5.3.2b", True),
        (BEHALF, True, Body.EXECUTIVE_BOARD, "5.1.4", True),
        (BEHALF, None, Body.EXECUTIVE_BOARD, "5.1.4", False),
    ],
)
def test_the_burden_and_the_reach_settle_who_decides(
    column: dict[str, Any], adds_burden: bool | None, body: Body, clause: str, stated: bool
) -> None:
    found = route(DeclarationFacts(host="MF", host_board="MHN", adds_burden=adds_burden, **column))

    assert (found.decider.body, found.decider.clause, found.is_stated) == (body, clause, stated)
    assert bool(found.doing(Task.DEALS_WITH)) is (body is Body.FINANCE_MAYOR)
    assert found.advice_required is (column != {})
    assert ("finansborgarrådet" in found.summary.sv) is (body is Body.FINANCE_MAYOR)
