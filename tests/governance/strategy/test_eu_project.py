"""EU projects: the plan, the time after, the decision before the application, and the money."""

from datetime import date
from typing import Any

import pytest

from engagements.vocabulary import Body, RoleName, Task
from governance.strategy import EuProjectFacts, rows
from tests.governance.strategy.one_rule import ON, findings, verdicts
from tests.governance.strategy.routed import route

AFTER: dict[str, Any] = {
    "after_owner": "Energienheten",
    "after_funding": "Ordinarie budget",
    "after_from": date(2031, 1, 1),
}


@pytest.mark.parametrize(
    ("plan_item", "verdict"), [(None, "breach"), (" ", "breach"), ("VP 2.2", "supports")]
)
def test_a_project_serves_a_goal_of_the_plan(plan_item: str | None, verdict: str) -> None:
    assert verdicts("serves_plan", EuProjectFacts(plan_item=plan_item)) == [verdict]


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({}, None),
        ({"after_owner": None}, "who takes over"),
        ({"after_funding": " "}, "the money"),
        ({"after_from": None}, "from when"),
        ({"after_owner": None, "after_from": None}, "who takes over, from when"),
    ],
)
def test_the_plan_for_the_time_after_is_whole(given: dict[str, Any], lacks: str | None) -> None:
    (finding,) = findings("after_project", EuProjectFacts(**(AFTER | given)))

    if lacks is None:
        assert str(finding.verdict) == "supports"
    else:
        assert str(finding.verdict) == "breach"
        assert finding.why.en == f"The plan for what comes after the project lacks: {lacks}."
        assert finding.mend


DAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, []),
        ({"decided_on": DAY}, []),
        ({"applied_on": DAY}, ["breach"]),
        ({"applied_on": DAY, "decided_on": date(2026, 9, 30)}, ["supports"]),
        ({"applied_on": DAY, "decided_on": DAY}, ["supports"]),
        ({"applied_on": DAY, "decided_on": date(2026, 10, 2)}, ["breach"]),
        ({"applied_on": ON}, ["breach"]),
        ({"applied_on": date(2026, 11, 2)}, []),
        ({"apply_by": ON}, []),
        ({"apply_by": date(2026, 10, 31)}, ["note"]),
        ({"apply_by": date(2026, 10, 31), "applied_on": date(2026, 11, 2)}, ["note"]),
    ],
)
def test_the_decision_comes_before_the_application(
    given: dict[str, Any], verdict: list[str]
) -> None:
    assert verdicts("decided_first", EuProjectFacts(**given)) == verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, []),
        ({"starts_on": date(2027, 1, 1)}, []),
        ({"starts_on": date(2027, 1, 1), "ends_on": date(2029, 12, 31)}, []),
        ({"starts_on": date(2027, 12, 31), "ends_on": date(2030, 1, 1)}, ["note"]),
        ({"areas": ("TK",), "area_boards": ("TRN",)}, ["note"]),
        ({"partners": (rows.Partner(name="Svenska Bostäder", body="SVB"),)}, ["note"]),
        ({"partners": (rows.Partner(name="KTH"),)}, []),
        (
            {
                "starts_on": date(2027, 1, 1),
                "ends_on": date(2030, 1, 1),
                "areas": ("TK",),
            },
            ["note", "note"],
        ),
    ],
)
def test_long_and_shared_projects_are_flagged(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("large", EuProjectFacts(host="MF", host_board="MHN", **given)) == verdict


@pytest.mark.parametrize(
    ("ends", "kept", "verdict", "said"),
    [
        (None, None, ["note"], "5"),
        (None, date(2032, 1, 1), [], ""),
        (date(2027, 12, 31), None, ["note"], "2032-12-31"),
        (date(2027, 12, 31), date(2032, 12, 30), ["note"], "2032-12-31"),
        (date(2027, 12, 31), date(2032, 12, 31), ["supports"], "2032-12-31"),
        (date(2028, 2, 29), date(2033, 2, 28), ["supports"], "2033-02-28"),
        (date(9999, 12, 31), None, ["note"], "9999-12-31"),
    ],
)
def test_papers_are_kept(
    ends: date | None, kept: date | None, verdict: list[str], said: str
) -> None:
    found = findings("documents", EuProjectFacts(ends_on=ends, documents_kept_until=kept))

    assert [str(f.verdict) for f in found] == verdict
    assert all(said in f.why.sv for f in found)


@pytest.mark.parametrize(
    ("own", "line", "said", "budgeted"),
    [
        (None, None, ["unanswered"], []),
        (0, None, [], ["supports"]),
        (1, None, [], ["judge"]),
        (1, " ", [], ["judge"]),
        (1, "Projekt 4711", [], ["supports"]),
    ],
)
def test_the_city_s_own_money_is_known_and_budgeted(
    own: int | None, line: str | None, said: list[str], budgeted: list[str]
) -> None:
    facts = EuProjectFacts(cofinancing_sek=own, budget_line=line)

    assert verdicts("cofinancing_said", facts) == said
    assert verdicts("cofinancing_budgeted", facts) == budgeted


def test_it_says_how_much_is_not_budgeted() -> None:
    (finding,) = findings("cofinancing_budgeted", EuProjectFacts(cofinancing_sek=500))

    assert finding.why.en == "The city pays SEK 500, but the budget line is not named."


@pytest.mark.parametrize(
    ("budget", "paid", "verdict"),
    [
        (None, (), "note"),
        (100, (), "note"),
        (None, (100,), "note"),
        (100, (99,), "judge"),
        (100, (None, 99), "judge"),
        (100, (100,), "supports"),
        (100, (60, 41), "supports"),
    ],
)
def test_the_city_s_part_is_funded(budget: int | None, paid: Any, verdict: str) -> None:
    funding = tuple(rows.Funding(funder="EU", sek=sek) for sek in paid)

    facts = EuProjectFacts(own_budget_sek=budget, funding=funding)

    assert verdicts("financed", facts) == [verdict]


def test_it_says_how_much_lacks_a_funder() -> None:
    facts = EuProjectFacts(own_budget_sek=100, funding=(rows.Funding(sek=70),))

    (finding,) = findings("financed", facts)
    assert finding.why.en == "SEK 30 of the city's part has no funder."


SVB = rows.Partner(name="Svenska Bostäder", body="SVB")
KTH = rows.Partner(name="KTH", sector="academia")


@pytest.mark.parametrize(
    ("given", "deciders", "clause", "stated"),
    [
        ({}, ["MHN"], "5.4.2", True),
        ({"partners": (KTH,)}, ["MHN"], "5.4.2", True),
        ({"areas": ("TK",), "area_boards": ("TRN",)}, ["MHN", "TRN"], "5.4.2", True),
        ({"areas": ("X",), "area_boards": ("MHN",)}, ["MHN"], "5.4.2", True),
        ({"partners": (KTH, SVB)}, ["MHN", "SVB"], "5.4.2", True),
        ({"areas": ("SVB",), "partners": (SVB,)}, ["MHN", "SVB"], "5.4.2", True),
        ({"scope": "citywide"}, ["KS"], "5.1.4", False),
        ({"scope": "citywide", "partners": (SVB,)}, ["KS"], "5.1.4", False),
        ({"on_behalf_of_ks": True}, ["KS"], "5.1.4", False),
    ],
)
def test_who_decides_on_an_eu_project(
    given: dict[str, Any], deciders: list[str], clause: str, stated: bool
) -> None:
    found = route(EuProjectFacts(host="MF", host_board="MHN", **given))

    assert [step.organisation for step in found.deciders] == deciders
    assert (found.decider.clause, found.is_stated) == (clause, stated)
    assert found.advice_required is (deciders == ["KS"])
    assert found.advice_unit is RoleName.EU_UNIT


def test_the_eu_unit_advises_and_each_party_is_told_that_it_decides_its_part() -> None:
    alone = route(EuProjectFacts(host="MF", host_board="MHN"))
    shared = route(EuProjectFacts(host="MF", host_board="MHN", partners=(SVB,)))

    assert [step.body for step in alone.doing(Task.ADVISES)] == [Body.EU_UNIT]
    assert alone.decider.why.en == (
        "The board or company decides on EU projects, before the application."
    )
    assert {step.why.en for step in shared.deciders} == {
        "Each board and company decides on its part, before the application."
    }
    assert (alone.summary.en, shared.summary.en) == (
        "the board or company",
        "each party on its part",
    )
