"""Trips: the limits of each rule, and who decides."""

from datetime import date, timedelta
from typing import Any

import pytest

from engagements.vocabulary import Body, Task
from governance.strategy import TripFacts, Verdict, assess, receipt_of
from governance.strategy.facts.rows import Cost, Traveller
from tests.governance.strategy.by_rule import ON, VALUES, answered_in_matters, answers, says
from tests.governance.strategy.routed import route

CITY = Cost(line="transport", amount_sek=5000, payer="city")
ONE_DAY = timedelta(days=1)
ON_SITE: dict[str, Any] = {"digital": False}
FLIGHT: dict[str, Any] = {"digital": False, "means": "flight"}


def test_the_matters_show_every_answer_of_every_rule() -> None:
    assert answered_in_matters("trip") == {
        "offered": "judge supports",
        "cost_per_person": "note",
        "payer_of_each": "note unanswered",
        "supplier": "breach judge",
        "leisure": "judge note unanswered",
        "on_behalf": "note unanswered",
        "who_goes": "unanswered",
        "own_trip": "breach note unanswered",
        "nothing_booked": "breach unanswered",
        "decided_first": "supports",
        "in_time": "note",
        "talk_in_time": "note",
        "digital_first": "judge supports",
        "comparison": "note supports",
        "purpose_and_benefit": "judge unanswered",
        "part_taken": "supports unanswered",
        "way_of_taking_part": "unanswered",
        "video_first": "judge unanswered",
        "means_of_travel": "supports unanswered",
        "train_first": "judge note unanswered",
        "emissions": "note",
        "full_programme": "judge supports unanswered",
        "earlier_reports": "judge note",
        "report_after": "note supports",
        "others_go_too": "note",
    }


@pytest.mark.parametrize(
    ("rule", "facts", "verdict"),
    [
        ("cost_per_person", {"estimated_sek": 60000, "participants": 2}, []),
        ("cost_per_person", {"estimated_sek": 60001, "participants": 2}, ["note"]),
        ("cost_per_person", {"estimated_sek": 60001, "travellers": (Traveller(),) * 3}, []),
        ("cost_per_person", {"estimated_sek": 60001}, []),
        ("train_first", FLIGHT | {"distance_km": 499}, ["judge"]),
        ("train_first", FLIGHT | {"distance_km": 500}, []),
        ("train_first", FLIGHT | {"distance_km": 499, "why_not_train": "Banan är av"}, ["judge"]),
        ("train_first", FLIGHT | {"distance_km": 499, "digital": True}, []),
        ("train_first", {"digital": False, "means": "car", "distance_km": 100}, []),
        ("emissions", FLIGHT | {"emissions_kg": 0}, []),
        ("emissions", FLIGHT | {"digital": True}, []),
        ("emissions", {"means": "train"}, []),
        ("means_of_travel", {"digital": True}, []),
        ("means_of_travel", {"means": "bus"}, []),
        ("way_of_taking_part", {"digital": False}, []),
        ("video_first", {"digital": True}, []),
        ("video_first", {"why_not_digital": "Vi röstar på plats."}, []),
        ("earlier_reports", {"missing_reports": 0}, []),
        ("earlier_reports", {"missing_reports": 1}, ["note"]),
        ("earlier_reports", {"missing_reports": 2}, ["judge"]),
        ("part_taken", {"role": "participant"}, []),
        ("nothing_booked", {"booked_before_decision": False}, []),
        ("decided_first", {"booked_before_decision": True}, []),
        ("decided_first", {}, []),
        ("on_behalf", {"on_behalf_of_ks": False, "digital": True}, []),
        ("on_behalf", {"on_behalf_of_ks": True, "estimated_sek": 0}, ["note"]),
        ("on_behalf", {"on_behalf_of_ks": True, "external_share": 100}, ["note"]),
        ("on_behalf", {"on_behalf_of_ks": True, "external_share": 99}, []),
        ("on_behalf", {"on_behalf_of_ks": True, "costs": (CITY,)}, []),
        ("on_behalf", {"on_behalf_of_ks": True, "costs": (Cost(amount_sek=1),)}, []),
        ("on_behalf", {"on_behalf_of_ks": True, "digital": True, "estimated_sek": 0}, ["note"] * 2),
        ("comparison", {"directions": ("profiling",)}, []),
        ("purpose_and_benefit", {"purpose": "x" * 14, "benefit": "x" * 15}, ["judge"]),
        ("purpose_and_benefit", {"purpose": "x" * 15, "benefit": "x" * 14}, ["judge"]),
        ("purpose_and_benefit", {"purpose": "x" * 15, "benefit": "x" * 15}, []),
        ("purpose_and_benefit", {"benefit": "x" * 15}, ["unanswered"]),
        ("offered", {}, []),
        ("offered", {"meal_sek": 500}, ["supports"]),
        ("offered", {"meal_sek": 501}, ["judge"]),
        ("offered", {"gift_sek": 1, "gift_to_official": True}, ["judge"]),
        ("offered", {"meal_sek": 0, "alcohol": True}, ["judge"]),
    ],
)
def test_each_rule_answers_as_strictly_as_it_binds(
    rule: str, facts: Any, verdict: list[str]
) -> None:
    assert answers(rule, TripFacts(**facts)) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, []),
        ({"costs": (CITY,), "estimated_sek": 5000}, []),
        ({"costs": (CITY,)}, []),
        ({"estimated_sek": 0}, []),
        ({"costs": (CITY,), "estimated_sek": 5001}, ["note"]),
        ({"costs": (CITY, Cost(line="meal", amount_sek=9, payer="host"))}, []),
        (
            {"costs": (CITY, Cost(line="meal", amount_sek=9, payer="eu")), "estimated_sek": 5000},
            [],
        ),
        (
            {"costs": (CITY, Cost(line="meal", amount_sek=9, payer="eu")), "estimated_sek": 5009},
            [],
        ),
        (
            {"costs": (CITY, Cost(line="meal", amount_sek=9, payer="eu")), "estimated_sek": 9},
            ["note"],
        ),
        ({"costs": (Cost(line="meal", amount_sek=9),)}, ["unanswered"]),
        ({"costs": (Cost(line="meal", payer="city"),)}, ["unanswered"]),
        ({"costs": (Cost(amount_sek=9, payer="city"),)}, ["unanswered"]),
    ],
)
def test_every_cost_has_its_payer_and_the_rows_make_the_sum(facts: Any, verdict: list[str]) -> None:
    assert answers("payer_of_each", TripFacts(**facts)) == verdict


SUPPLIED = Cost(line="lodging", amount_sek=1, payer="supplier")


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"costs": (CITY,), "procurement_with_party": True}, []),
        ({"costs": (SUPPLIED,), "procurement_with_party": True}, ["breach"]),
        ({"costs": (SUPPLIED,), "procurement_with_party": False}, ["judge"]),
        ({"costs": (SUPPLIED,)}, ["judge"]),
        ({"costs": (Cost(amount_sek=0, payer="supplier"),)}, []),
        ({"costs": (Cost(payer="supplier"),)}, ["judge"]),
        ({"arranged_by": "supplier", "procurement_with_party": True}, ["breach"]),
        ({"arranged_by": "host", "procurement_with_party": True}, []),
        ({"leisure": ("Konsert",), "leisure_payer": "supplier"}, ["judge"]),
        ({"leisure_payer": "supplier"}, []),
    ],
)
def test_no_supplier_pays_for_or_arranges_a_trip(facts: Any, verdict: list[str]) -> None:
    assert answers("supplier", TripFacts(**facts)) == verdict


@pytest.mark.parametrize(
    ("days", "hours", "said"),
    [
        (3, (6, 6, 6), ["Programmet fyller dagarna."]),
        (3, (6, 5, 6), ["Under 6 timmar program 1 av 3 dagar."]),
        (9, (7, 7, 7), ["Under 6 timmar program 6 av 9 dagar."]),
        (5, (8, 8, 8, 6, 0), ["Programmet fyller dagarna."]),
        (5, (8, 8, 8, 5, 0), ["Under 6 timmar program 2 av 5 dagar."]),
        (8, (8, 8, 8, 8, 0, 0, 0, 5), ["Under 6 timmar program 1 av 8 dagar."]),
        (2, (6, 6, 6), ["Programmet fyller dagarna."]),
    ],
)
def test_the_programme_fills_each_day_or_its_week(
    days: int, hours: tuple[int, ...], said: list[str]
) -> None:
    facts = TripFacts(
        programme_hours=hours, starts_on=date(2027, 3, 1), ends_on=date(2027, 3, days)
    )

    assert says("full_programme", facts) == said


def test_days_that_are_not_known_are_not_counted() -> None:
    assert says("full_programme", TripFacts(programme_hours=(6,), starts_on=ON)) == [
        "Programmet fyller dagarna."
    ]
    assert says("full_programme", TripFacts(digital=True)) == []


@pytest.mark.parametrize(
    ("facts", "notes"),
    [
        ({}, 0),
        ({"register_by": date(2026, 11, 1)}, 0),
        ({"register_by": date(2026, 10, 31)}, 1),
        ({"starts_on": date(2026, 11, 2)}, 0),
        ({"starts_on": date(2026, 11, 1)}, 1),
        ({"starts_on": date(2026, 11, 1), "register_by": date(2026, 10, 31)}, 2),
    ],
)
def test_what_is_late_is_shown_and_never_in_the_way(facts: Any, notes: int) -> None:
    assert answers("in_time", TripFacts(**facts)) == ["note"] * notes


@pytest.mark.parametrize(
    ("role", "abstract_by", "verdict"),
    [
        ("speaker", ON - ONE_DAY, ["note"]),
        ("speaker", ON, []),
        ("host", ON - ONE_DAY, []),
        (None, ON - ONE_DAY, []),
        ("speaker", None, []),
    ],
)
def test_a_talk_is_late_the_day_after_its_last_day(
    role: str | None, abstract_by: date | None, verdict: list[str]
) -> None:
    assert answers("talk_in_time", TripFacts(role=role, abstract_by=abstract_by)) == verdict


@pytest.mark.parametrize(
    ("ends_on", "due", "verdict"),
    [
        (date(2027, 3, 1), date(2027, 3, 22), "supports"),
        (date(2027, 3, 1), date(2027, 3, 23), "note"),
        (None, date(2027, 4, 1), "supports"),
        (date(2027, 3, 1), None, "note"),
    ],
)
def test_the_report_comes_within_the_city_s_time(
    ends_on: date | None, due: date | None, verdict: str
) -> None:
    assert answers("report_after", TripFacts(ends_on=ends_on, report_due_on=due)) == [verdict]


@pytest.mark.parametrize(
    ("payer", "verdict"),
    [(None, "unanswered"), ("traveller", "note"), ("city", "judge"), ("host", "judge")],
)
def test_what_is_no_programme_is_shown_with_who_pays(payer: str | None, verdict: str) -> None:
    assert answers("leisure", TripFacts(leisure=("Konsert",), leisure_payer=payer)) == [verdict]
    assert answers("leisure", TripFacts(leisure_payer=payer)) == []


def going(*travellers: tuple[str | None, bool | None], **facts: Any) -> TripFacts:
    """Return a trip of travellers: office, and whether they decide."""
    rows = tuple(Traveller(office=office, decides=decides) for office, decides in travellers)
    return TripFacts(travellers=rows, **facts)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (going(("finance_mayor", True)), ["Finansborgarrådet kan inte besluta om sin egen resa."]),
        (
            going(("official", True), ("finance_mayor", True)),
            ["Finansborgarrådet kan inte besluta om sin egen resa."],
        ),
        (going(("director", True)), ["Den som reser kan inte besluta om sin egen resa."]),
        (
            going(("official", None), ("director", True)),
            ["Den som reser kan inte besluta om sin egen resa."],
        ),
        (going(("official", False)), []),
        (going(("finance_mayor", False)), []),
        (
            going(("finance_mayor", False), on_behalf_of_ks=True),
            ["Finansborgarrådet deltar. Därför beslutar kommunstyrelsen."],
        ),
        (
            going(("chair", False)),
            ["Ordföranden deltar och beslutar inte om resan på delegation."],
        ),
        (
            going((None, False)),
            ["Ange befattning för var och en, och om den personen också beslutar."],
        ),
    ],
)
def test_nobody_decides_on_their_own_trip(facts: TripFacts, said: list[str]) -> None:
    assert says("own_trip", facts) == said


def test_a_breach_on_the_own_trip_is_lifted_by_letting_another_decide() -> None:
    alone, handed_over = going(("director", True)), going(("director", False))

    def breaches(facts: TripFacts) -> list[str]:
        found = assess(facts, on=ON, values=VALUES).of(Verdict.BREACH)
        return [finding.clause for finding in found]

    assert (breaches(alone), breaches(handed_over)) == (["law:KL 6:28"], [])


def test_on_the_board_s_behalf_the_committee_deals_and_the_mayor_decides() -> None:
    found = route(going(("official", False), host="SLK", host_board="KS", on_behalf_of_ks=True))

    assert [(s.body, s.task, s.clause, s.stated) for s in found.steps] == [
        (Body.CONTACT_PERSON, Task.REGISTERS, "5.6.2", True),
        (Body.INTERNATIONAL_UNIT, Task.ADVISES, "5.5.1", True),
        (Body.COMMITTEE, Task.DEALS_WITH, "5.3.2a", True),
        (Body.FINANCE_MAYOR, Task.DECIDES, "5.3.2a", True),
        (Body.EXECUTIVE_BOARD, Task.IS_TOLD, "5.3.2a", True),
    ]
    assert found.advice_required


def test_the_mayor_s_own_trip_goes_to_the_executive_board_as_a_reading() -> None:
    found = route(going(("finance_mayor", None), on_behalf_of_ks=True))

    assert [(s.body, s.stated) for s in found.steps[2:]] == [
        (Body.COMMITTEE, True),
        (Body.EXECUTIVE_BOARD, False),
    ]


@pytest.mark.parametrize(
    ("facts", "deciders"),
    [
        ({}, ["MHN"]),
        ({"areas": ("TK", "SVOA"), "area_boards": ("TRN",)}, ["MHN", "TRN", "SVOA"]),
        ({"scope": "citywide"}, ["MHN"]),
        ({"on_behalf_of_ks": True, "areas": ("TK",), "area_boards": ("TRN",)}, ["KS"]),
    ],
)
def test_each_board_decides_on_its_own_trips_as_a_reading(facts: Any, deciders: list[str]) -> None:
    found = route(TripFacts(host="MF", host_board="MHN", **facts))

    assert [step.organisation for step in found.deciders] == deciders
    assert found.is_stated is (deciders == ["KS"])


def test_the_day_of_the_report_is_said_in_words_and_kept_in_the_receipt_as_a_day() -> None:
    facts = TripFacts(ends_on=date(2027, 5, 20), report_due_on=date(2027, 6, 3))
    judged = assess(facts, on=ON, values=VALUES)

    found = next(one for one in judged.findings if one.rule == "city.trip.report_after")
    kept = next(one for one in receipt_of(judged)["findings"] if one["rule"] == found.rule)

    assert found.why.get("sv") == "Rapport senast 3\xa0juni\xa02027."
    assert found.why.get("en") == "A report by 3\xa0June\xa02027."
    assert (kept["sv"], kept["en"]) == ("Rapport senast 2027-06-03.", "A report by 2027-06-03.")
