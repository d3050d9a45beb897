"""Projects of aid character: another party pays the whole cost, own working time counted."""

from typing import Any

import pytest

from governance.strategy import AidProjectFacts, rows
from tests.governance.strategy.one_rule import findings, verdicts
from tests.governance.strategy.routed import route

PARTS: dict[str, Any] = {"staff_time_funded": True, "overhead_funded": True, "travel_funded": True}
BY_SHARE: dict[str, Any] = PARTS | {
    "external_share": 100,
    "funder": "Sida",
    "funder_own_group": False,
}


def by_table(whole: int | None, *paid: int | None, **more: Any) -> dict[str, Any]:
    """Return the facts of a project with a table of outside funders."""
    funding = tuple(rows.Funding(funder="Sida", sek=sek, own_group=False) for sek in paid)
    return PARTS | {"whole_cost_sek": whole, "funding": funding} | more


def with_rows(*funding: rows.Funding) -> dict[str, Any]:
    """Return the facts of a project that costs 100 kronor, with these funders."""
    return PARTS | {"whole_cost_sek": 100, "funding": funding}


SIDA = rows.Funding(funder="Sida", sek=100, own_group=False)


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        (BY_SHARE, ["supports"]),
        (BY_SHARE | {"external_share": 99}, ["breach"]),
        (BY_SHARE | {"external_share": 101}, ["supports"]),
        (BY_SHARE | {"external_share": 0}, ["breach"]),
        (BY_SHARE | {"external_share": None}, ["unanswered"]),
        (BY_SHARE | {"funder": " "}, ["unanswered"]),
        (BY_SHARE | {"funder_own_group": None}, ["unanswered"]),
        (BY_SHARE | {"funder_own_group": True}, ["breach"]),
        (BY_SHARE | {"external_share": 90, "funder": None}, ["breach", "unanswered"]),
        ({}, ["unanswered"] * 6),
    ],
)
def test_a_share_is_the_whole_and_from_outside(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("paid_in_full", AidProjectFacts(**given)) == verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"staff_time_funded": False}, ["breach"]),
        ({"staff_time_funded": None}, ["unanswered"]),
        ({"staff_time_funded": None, "working_time_sek": 0}, ["unanswered"]),
        ({"overhead_funded": False}, ["breach"]),
        ({"overhead_funded": None}, ["unanswered"]),
        ({"overhead_funded": None, "overhead_sek": 0}, ["supports"]),
        ({"overhead_funded": False, "overhead_sek": 1}, ["breach"]),
        ({"travel_funded": False}, ["breach"]),
        ({"travel_funded": False, "travel_sek": 0}, ["supports"]),
        ({"travel_funded": None, "travel_sek": 1}, ["unanswered"]),
    ],
)
def test_every_part_of_the_cost_is_paid(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("paid_in_full", AidProjectFacts(**(BY_SHARE | given))) == verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        (by_table(100, 100), ["supports"]),
        (by_table(100, 60, 40), ["supports"]),
        (by_table(100, 101), ["supports"]),
        (by_table(100, 99), ["breach"]),
        (by_table(100, 0), ["breach"]),
        (by_table(None, 100), ["unanswered"]),
        (by_table(100, None), ["unanswered"]),
        (by_table(100, 100, external_share=90), ["supports"]),
        (by_table(100, 90, external_share=100), ["breach"]),
        (with_rows(SIDA, rows.Funding(funder="SVOA", sek=0, own_group=True)), ["supports"]),
        (with_rows(SIDA, rows.Funding(funder="SVOA", sek=1, own_group=True)), ["breach"]),
        (with_rows(rows.Funding(funder="SVOA", sek=100, own_group=True)), ["breach"] * 2),
        (with_rows(rows.Funding(sek=100, own_group=False)), ["unanswered"]),
        (with_rows(rows.Funding(funder="Sida", sek=100)), ["unanswered"]),
    ],
)
def test_a_table_of_funders_covers_the_whole(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("paid_in_full", AidProjectFacts(**given)) == verdict


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (
            BY_SHARE | {"external_share": 90},
            "Another party pays 90 percent. It is to be the whole cost.",
        ),
        (by_table(100, 99), "Others pay SEK 99 of SEK 100. It is to be the whole cost."),
        (
            BY_SHARE | {"staff_time_funded": False},
            "No other party pays for own working time. It is to be the whole cost.",
        ),
    ],
)
def test_it_says_what_is_not_paid_and_what_would_mend_it(given: dict[str, Any], why: str) -> None:
    (finding,) = findings("paid_in_full", AidProjectFacts(**given))

    assert finding.why.en == why
    assert finding.mend
    assert finding.mend.en == ("Have another party cover the whole cost, own working time counted.")


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, []),
        ({"working_time_sek": 0}, []),
        ({"whole_cost_sek": 100}, []),
        ({"whole_cost_sek": 100, "working_time_sek": 60, "travel_sek": 40}, []),
        ({"whole_cost_sek": 100, "working_time_sek": 60, "travel_sek": 41}, ["judge"]),
        (
            {"whole_cost_sek": 100, "working_time_sek": 60, "travel_sek": 40, "overhead_sek": 1},
            ["judge"],
        ),
        ({"whole_cost_sek": 100, "working_time_sek": 0}, ["judge"]),
        ({"whole_cost_sek": 0}, ["judge"]),
    ],
)
def test_the_whole_cost_holds_all_its_parts(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("everything_counted", AidProjectFacts(**given)) == verdict


LONG = "Metoder för informell insamling."


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        (None, None, "unanswered"),
        (LONG, None, "breach"),
        (None, LONG, "breach"),
        (LONG, "Driftskunskap", "judge"),
        (LONG, LONG, "supports"),
    ],
)
def test_aid_gives_something_to_both(ours: str | None, theirs: str | None, verdict: str) -> None:
    facts = AidProjectFacts(
        benefit_stockholm=ours, benefits=(rows.Benefit(party="Nakuru", gain=theirs),)
    )

    assert verdicts("gain_for_all", facts) == [verdict]


SVB = rows.Partner(name="Svenska Bostäder", body="SVB")


@pytest.mark.parametrize(
    ("given", "deciders", "clause"),
    [
        ({}, ["MHN"], "5.4.2"),
        ({"areas": ("TK",), "area_boards": ("TRN",)}, ["MHN", "TRN"], "5.4.2"),
        ({"partners": (SVB,)}, ["MHN", "SVB"], "5.4.2"),
        ({"scope": "citywide"}, ["KS"], "5.1.4"),
        ({"on_behalf_of_ks": True}, ["KS"], "5.1.4"),
    ],
)
def test_who_decides_on_an_aid_project_is_a_reading(
    given: dict[str, Any], deciders: list[str], clause: str
) -> None:
    found = route(AidProjectFacts(host="MF", host_board="MHN", **given))

    assert [step.organisation for step in found.deciders] == deciders
    assert (found.decider.clause, found.is_stated) == (clause, False)
    assert found.advice_required is (deciders == ["KS"])
