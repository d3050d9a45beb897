"""Single clauses, one table each: what was answered, and what the strategy says."""

from datetime import date
from typing import Any

import pytest

from engagements.vocabulary import Task
from governance.strategy import (
    DEFAULT_VALUES,
    Assessment,
    EuProjectFacts,
    TripFacts,
    Values,
    Verdict,
    VisitFacts,
    assess,
    words,
)
from governance.strategy.facts.rows import Cost, Funding
from tests.governance.strategy.by_rule import answers

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)


def judged(**facts: Any) -> Assessment:
    """Return the assessment of facts that say nothing else."""
    return assess(VisitFacts(host="MF", host_board="MHN", **facts), on=ON, values=VALUES)


def verdicts(clause: str, **facts: Any) -> list[str]:
    """Return the verdicts on one clause for facts that say nothing else."""
    return [str(f.verdict) for f in judged(**facts).findings if f.clause == clause]


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
    found = [f for f in judged(**facts).findings if f.rule.endswith(".invitation_letter")]

    assert [str(f.verdict) for f in found] == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"asks_twinning": True}, ["breach"]),
        ({"wishes": "De vill bli vänort med oss."}, ["judge"]),
        ({"wishes": "They propose a sister-city agreement."}, ["judge"]),
        ({"wishes": "Twin towns are mentioned."}, ["judge"]),
        ({"wishes": "Det här är inget vänortsavtal."}, ["note"]),
        ({"wishes": "Besök vid en vänskola."}, []),
        ({"country": "FI", "city": "Helsingfors"}, ["supports"]),
        ({"country": "GL", "city": "Nuuk"}, ["supports"]),
        ({"counterpart_kind": "capital_city", "country": "KR"}, ["supports"]),
        ({"counterpart_kind": "city", "country": "US", "city": "Oslo"}, []),
        ({"counterpart_kind": "university", "country": "NO", "city": "Oslo"}, []),
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
        ({"touches_foreign_policy": False, "wishes": "Vi talar inte om sanktioner."}, ["note"]),
        ({"wishes": "Frågor om sanktioner."}, ["unanswered", "judge"]),
        ({"touches_foreign_policy": True, "wishes": "Frågor om sanktioner."}, ["breach"]),
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
        (
            {
                "aid_character": True,
                "external_share": 100,
                "funder": "Ett av våra bolag",
                "funder_own_group": True,
            },
            ["breach"],
        ),
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
        ({"estimated_sek": 10, "frame_sek": 10}, ["unanswered"]),
        ({"estimated_sek": 10, "frame_sek": 10, "decided_sek": 0}, ["supports"]),
        ({"estimated_sek": 10, "frame_sek": 10, "decided_sek": 1}, ["judge"]),
        ({"estimated_sek": 10, "frame_sek": 9, "decided_sek": 0, "stage": "decision"}, ["breach"]),
    ],
)
def test_the_cost_fits_the_frame(facts: Any, verdict: list[str]) -> None:
    assert verdicts("5.4.1b", **facts) == verdict


def test_a_cost_above_the_frame_stands_in_the_way_of_the_decision_alone() -> None:
    over = {"estimated_sek": 10, "frame_sek": 9, "decided_sek": 0}
    decision = judged(**over, stage="decision")

    assert "5.4.1b" in {f.clause for f in decision.blocking("decision")}
    assert "5.4.1b" not in {f.clause for f in judged(**over).blocking("submission")}


def test_a_missing_frame_stands_in_the_way_of_the_decision_alone() -> None:
    assessment = judged(estimated_sek=10)

    assert "5.4.1b" in {f.clause for f in assessment.blocking("decision")}
    assert "5.4.1b" not in {f.clause for f in assessment.blocking("submission")}


def test_a_refused_letter_leaves_the_visit_open() -> None:
    assessment = judged(wants_letter=True)

    assert assessment.blocked_parts == ("letter",)
    assert "4.5" not in {f.clause for f in assessment.blocking("decision")}


@pytest.mark.parametrize(
    ("facts", "parts"),
    [
        ({"agenda": ("klimat", "sanktioner")}, ["agenda:2"]),
        ({"agenda": ("klimat", "skola"), "agenda_touches": (False, True)}, ["agenda:2"]),
        ({"agenda": ("klimat", "krig"), "agenda_touches": (True, False)}, ["agenda:1"]),
        ({"agenda": ("klimat", "skola")}, [None]),
        ({"agenda": ("krig", "sanktioner")}, [None]),
        ({"agenda": ("klimat",)}, [None]),
        ({}, [None]),
    ],
)
def test_the_state_s_matters_are_taken_out_item_by_item(facts: Any, parts: list[str]) -> None:
    findings = judged(touches_foreign_policy=True, **facts).of(Verdict.BREACH)

    assert [f.part for f in findings if f.clause == "4.0"] == parts


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Vi vill bli vänort.", False),
        ("Det är inget vänortsavtal.", True),
        ("Vänortsavtal är inte aktuellt.", True),
        ("Inte bara ett besök, även vänort.", False),
        ("Inte ett besök utan ett vänortsavtal.", False),
        ("Vi besöker er utan vänortsavtal.", True),
        ("We are not tourists. We want a sister city.", False),
        ("This is not a visit but a twin town offer.", False),
        ("No sister-city agreement is asked for.", True),
    ],
)
def test_a_sentence_may_deny_a_word(text: str, denied: bool) -> None:
    hits = words.find(words.TWINNING, [("wishes", text)])

    assert [hit.denied for hit in hits] == [denied]


def test_a_finding_says_which_words_and_where_they_stand() -> None:
    (finding,) = (
        f for f in judged(wishes="De vill bli vänort.").findings if f.verdict is Verdict.JUDGE
    )

    assert finding.why.sv.startswith("Texten innehåller ”vänort” (önskemålen, tecken 13).")
    assert [(hit.field, hit.position, hit.word) for hit in finding.words] == [
        ("wishes", 12, "vänort")
    ]


def test_words_are_flagged_in_all_inflections_and_nothing_else() -> None:
    flagged = (
        "vänorten vänorter vänortsutbyte vänstäder partnerstad systerstäder sister city "
        "sister-cities twin town twin-towns twinned cities town twinning partner cities"
    )
    free = "vänskola vänner partner partnerskap städer sister cited twins"

    assert words.TWINNING.pattern.sub("", flagged).split() == []
    assert words.find(words.TWINNING, [("wishes", free)]) == ()


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, []),
        ({"conflicts": ("17",)}, ["note"]),
        ({"conflicts": ("decides",)}, ["breach"]),
        ({"conflicts": ("17", "advises")}, ["breach"]),
    ],
)
def test_nobody_with_a_conflict_of_interest_handles_or_decides(
    facts: Any, verdict: list[str]
) -> None:
    assert verdicts("law:KL 6:28", **facts) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"gift_received_sek": 300}, ["unanswered"]),
        ({"gift_received_sek": 300, "gift_kept_personally": True}, ["breach"]),
        ({"gift_received_sek": 300, "gift_kept_personally": False}, []),
        (
            {
                "gift_received_sek": 300,
                "gift_kept_personally": False,
                "procurement_with_party": True,
            },
            ["judge"],
        ),
    ],
)
def test_a_gift_belongs_to_the_city(facts: Any, verdict: list[str]) -> None:
    assert verdicts("law:BrB 10:5a", **facts) == verdict


@pytest.mark.parametrize(
    ("clause", "facts", "verdict"),
    [
        ("law:LOU 4:1", {}, ["unanswered"]),
        ("law:LOU 4:1", {"procurement_with_party": True}, ["judge"]),
        ("law:LOU 4:1", {"procurement_with_party": False}, []),
        ("law:BrB 10:5b", {"procurement_with_party": True, "gift_sek": 1}, ["judge"]),
        ("law:BrB 10:5b", {"procurement_with_party": False, "gift_sek": 1}, []),
        ("5.6.1", {"contact_person_appointed": False}, ["note"]),
        ("5.6.1", {"contact_person_appointed": True}, []),
        ("5.4.1c", {"in_operational_plan": True}, ["supports"]),
        ("5.4.1c", {"in_operational_plan": False}, ["note"]),
        ("5.4.5", {}, ["note"]),
        ("5.4.5", {"working_hours": 0}, []),
        ("1.5", {}, ["unanswered"]),
        ("1.5", {"initiative": "own", "digital": False}, []),
        ("2.1", {"goals": ("klimat",)}, ["judge"]),
        ("2.2", {}, ["note"]),
        ("2.2", {"sdgs": (11,)}, ["supports"]),
        ("3.0.1", {}, ["unanswered"]),
        ("3.1.1", {"directions": ("profiling",)}, ["judge"]),
        (
            "3.1.1",
            {"directions": ("profiling",), "qualities": ("openness",), "audiences": ("talent",)},
            ["supports"],
        ),
        ("3.1.4", {"good_examples": "Norra Djurgårdsstaden"}, ["supports"]),
        ("3.3.2", {"directions": ("cooperation",)}, ["judge"]),
        ("3.3.5", {"partner_sectors": ("public",)}, ["note"]),
        ("3.3.5", {"partner_sectors": ("public", "business")}, ["supports"]),
        ("4.6", {"digital": True}, []),
        ("city:visits", {"intermediary": "En resebyrå", "earlier_visits": 1}, ["note", "note"]),
        (
            "city:visits",
            {"received_on": date(2026, 11, 1), "starts_on": date(2026, 11, 30)},
            ["note"],
        ),
        ("city:visits", {"received_on": date(2026, 11, 1), "starts_on": date(2026, 12, 1)}, []),
    ],
)
def test_each_clause_answers_as_strictly_as_it_binds(
    clause: str, facts: Any, verdict: list[str]
) -> None:
    assert verdicts(clause, **facts) == verdict


LEARNS = "Ett nytt sätt att mäta luften."


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, ["unanswered"]),
        ({"stockholm_learns": "Allt"}, ["judge"]),
        ({"stockholm_learns": LEARNS}, ["judge"]),
        ({"stockholm_learns": LEARNS, "they_learn": LEARNS}, ["unanswered"]),
        (
            {
                "stockholm_learns": LEARNS,
                "they_learn": LEARNS,
                "learning_kinds": ("development",),
            },
            ["supports"],
        ),
        ({"counterpart_kind": "embassy", "political_level": "high"}, ["note"]),
        ({"counterpart_kind": "embassy", "political_level": "none"}, ["unanswered"]),
    ],
)
def test_both_sides_learn_something(facts: Any, verdict: list[str]) -> None:
    assert verdicts("3.0.2a", **facts) == verdict


def test_a_nordic_capital_comes_before_other_support() -> None:
    assessment = judged(country="FI", city="Mariehamn")

    assert assessment.of(Verdict.SUPPORTS)[0].clause == "4.1"


@pytest.mark.parametrize(
    ("facts", "coordinator"),
    [
        ({"political_level": "high"}, "KS"),
        ({"areas": ("TK",), "area_boards": ("TRN",)}, None),
        ({"areas": ("TK",), "area_boards": ("TRN",), "city_priority": True}, "KS"),
        ({"city_priority": True}, None),
        ({"areas": ("MF",), "area_boards": ("MHN",), "city_priority": True}, None),
        ({}, None),
    ],
)
def test_the_executive_board_coordinates_significant_visits(
    facts: Any, coordinator: str | None
) -> None:
    route = assess(VisitFacts(host="MF", host_board="MHN", **facts), on=ON, values=VALUES).route

    assert (route.coordinator.organisation if route.coordinator else None) == coordinator
    assert route.decider.organisation == "MHN"


@pytest.mark.parametrize(
    ("facts", "deciders"),
    [
        ({"host": "MF", "host_board": "MHN"}, ["MHN"]),
        ({"host": "SVOA", "host_is_company": True}, ["SVOA"]),
        ({"host": "SVOA", "host_board": "KS", "host_is_company": True}, ["SVOA"]),
        (
            {"host": "MF", "host_board": "MHN", "areas": ("TK", "SVOA"), "area_boards": ("TRN",)},
            ["MHN", "TRN", "SVOA"],
        ),
        (
            {"host": "MF", "host_board": "MHN", "areas": ("X",), "area_boards": ("MHN",)},
            ["MHN"],
        ),
    ],
)
def test_each_receiving_body_decides_its_part(facts: Any, deciders: list[str]) -> None:
    route = assess(VisitFacts(**facts), on=ON, values=VALUES).route

    assert [step.organisation for step in route.deciders] == deciders


def test_the_city_executive_office_is_asked_when_several_boards_receive() -> None:
    several = judged(areas=("TK",), area_boards=("TRN",), city_priority=False).route

    assert several.advice_required
    assert not judged().route.advice_required


def test_the_city_executive_office_is_asked_on_every_significant_visit() -> None:
    found = judged(areas=("TK",), area_boards=("TRN",), city_priority=True).route

    assert found.doing(Task.COORDINATES)
    assert found.advice_required


def test_hosts_are_not_counted_against_guests_whose_number_nobody_has_said() -> None:
    said = assess(VisitFacts(own_participants=9), on=ON, values=VALUES).findings

    assert [str(f.verdict) for f in said if f.rule == "strategy.visit.moderation"] == ["unanswered"]


@pytest.mark.parametrize(
    ("open_case", "line", "verdicts"),
    [(True, "meal", ["judge"]), (False, "meal", []), (None, "meal", []), (True, "transport", [])],
)
def test_a_meal_among_the_costs_is_weighed_only_in_an_open_case(
    open_case: bool | None, line: str, verdicts: list[str]
) -> None:
    facts = TripFacts(procurement_with_party=open_case, costs=(Cost(line=line, amount_sek=200),))

    assert answers("offered_at_cost", facts) == verdicts


def test_advocacy_without_the_city_s_interest_is_in_the_way() -> None:
    facts = TripFacts(directions=("advocacy",), process="Ny lag", effect="enables")

    assert answers("advocacy", facts) == ["breach"]


def test_who_pays_an_unsaid_sum_pays_nothing_yet() -> None:
    rows = (Funding(funder="EU", sek=100), Funding(funder="Region Stockholm"))

    assert answers("financed", EuProjectFacts(funding=rows, own_budget_sek=100)) == ["supports"]


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"estimated_sek": 9, "decided_sek": 0}, "unanswered"),
        ({"estimated_sek": 9, "frame_sek": 9, "decided_sek": None}, "unanswered"),
        ({"estimated_sek": 9, "frame_sek": 8, "decided_sek": 0}, "judge"),
        ({"estimated_sek": 9, "frame_sek": 8, "decided_sek": 0, "stage": "decision"}, "breach"),
    ],
)
def test_what_the_frame_lacks_is_told_of_the_frame(facts: Any, verdict: str) -> None:
    found = [f for f in judged(**facts).findings if f.rule.endswith(".within_frame")]

    assert [(str(f.verdict), f.part) for f in found] == [(verdict, "frame")]


def test_a_significant_visit_has_the_protocol_unit_s_advice() -> None:
    route = judged(political_level="high").route

    assert (route.advice_required, str(route.advice_unit)) == (True, "protocol_unit")


def test_a_gift_in_an_open_case_is_told_of_the_gift() -> None:
    facts = {
        "procurement_with_party": True,
        "gift_received_sek": 100,
        "gift_kept_personally": False,
    }

    found = [f for f in judged(**facts).findings if f.part == "gift"]

    assert [str(f.verdict) for f in found] == ["judge"]
