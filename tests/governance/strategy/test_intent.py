"""Letters of intent: with whom, and when they are cooperation agreements after all (4.3)."""

from typing import Any

import pytest

from governance.strategy import IntentFacts
from tests.governance.strategy.one_rule import findings, verdicts
from tests.governance.strategy.routed import route

IN_C40: dict[str, Any] = {"within_initiative": True, "initiative_name": "C40"}
ALONE: dict[str, Any] = {"within_initiative": False}
SECTION_4_2 = ("concrete_exchange", "one_theme", "gain_for_all", "set_period")


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, "unanswered"),
        (ALONE, "unanswered"),
        ({"counterpart_kind": "international"}, "supports"),
        ({"counterpart_kind": "international"} | ALONE, "supports"),
        ({"counterpart_kind": "city"}, "unanswered"),
        ({"counterpart_kind": "city"} | ALONE, "breach"),
        ({"counterpart_kind": "capital_city"} | ALONE, "breach"),
        ({"counterpart_kind": "region"} | ALONE, "breach"),
        ({"counterpart_kind": "city"} | IN_C40, "supports"),
        (IN_C40, "supports"),
        ({"counterpart_kind": "city", "within_initiative": True}, "unanswered"),
        ({"within_initiative": True, "initiative_name": " "}, "unanswered"),
    ],
)
def test_letters_of_intent_are_for_organisations_and_initiatives(
    given: dict[str, Any], verdict: str
) -> None:
    assert verdicts("right_counterpart", IntentFacts(**given)) == [verdict]


@pytest.mark.parametrize(
    ("given", "judged"),
    [
        ({"counterpart_kind": "city"} | ALONE, True),
        ({"counterpart_kind": "company"} | ALONE, True),
        ({"counterpart_kind": "city"}, False),
        ({"counterpart_kind": "city"} | IN_C40, False),
        ({"counterpart_kind": "international"} | ALONE, False),
        (ALONE, False),
        ({}, False),
    ],
)
def test_with_a_single_party_it_answers_to_4_2(given: dict[str, Any], judged: bool) -> None:
    facts = IntentFacts(**given)

    assert [bool(verdicts(rule, facts)) for rule in SECTION_4_2] == [judged] * 4


def test_words_on_an_agreement_that_goes_on_are_asked_about_with_a_single_party_alone() -> None:
    text: dict[str, Any] = {"agreement_text": "Avtalet gäller tills vidare."}

    alone = IntentFacts(counterpart_kind="city", within_initiative=False, **text)
    assert verdicts("words_on_period", alone) == ["judge"]
    assert verdicts("words_on_period", IntentFacts(counterpart_kind="international", **text)) == []


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (
            "city",
            "It is signed with a single city. It is then a cooperation agreement, whatever it is "
            "called.",
        ),
        (
            "university",
            "It is signed with a single party that is neither an international organisation nor a "
            "network.",
        ),
    ],
)
def test_it_points_to_a_cooperation_agreement(kind: str, why: str) -> None:
    (finding,) = findings(
        "right_counterpart", IntentFacts(counterpart_kind=kind, within_initiative=False)
    )

    assert finding.why.en == why
    assert finding.mend
    assert finding.mend.sv.startswith("Registrera det som samarbetsavtal")


SEVERAL: dict[str, Any] = {"areas": ("TK",), "area_boards": ("TRN",)}


@pytest.mark.parametrize(
    ("given", "decides", "clause", "stated"),
    [
        ({}, "MHN", "5.4.2", False),
        (SEVERAL, "KS", "5.1.3", False),
        ({"scope": "citywide"}, "KS", "5.1.3", False),
        ({"scope": "citywide"} | IN_C40, "KS", "5.1.4", True),
        ({"on_behalf_of_ks": True} | SEVERAL, "KS", "5.1.3", False),
    ],
)
def test_who_decides_on_a_letter_of_intent(
    given: dict[str, Any], decides: str, clause: str, stated: bool
) -> None:
    found = route(IntentFacts(host="MF", host_board="MHN", **given))

    assert (found.decider.organisation, found.decider.clause) == (decides, clause)
    assert found.is_stated is stated
