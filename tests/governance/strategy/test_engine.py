"""What the engine promises to those who ask it."""

from datetime import date

import pytest

from engagements.vocabulary import Kind
from governance.strategy import (
    DEFAULT_VALUES,
    Facts,
    Text,
    Values,
    Verdict,
    VisitFacts,
    assess,
    receipt_of,
    replay,
)
from governance.strategy.routing import NoRoute
from governance.strategy.values import UnknownValue

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)


class UnroutedFacts(Facts):
    """Facts of a kind that nobody has said who decides on."""

    kind = Kind.TRIP


def test_verdicts_go_from_the_gravest_to_the_best() -> None:
    assert sorted(Verdict, key=lambda verdict: verdict.severity) == list(Verdict)
    assert Verdict.BREACH.label.sv == "Hindrar"


def test_a_text_speaks_swedish_unless_english_is_asked_for() -> None:
    text = Text("hej", "hello")

    assert (str(text), text.get("sv"), text.get("en-gb")) == ("hej", "hej", "hello")


def test_a_text_says_its_days_as_people_do_and_keeps_them_as_they_are_reckoned() -> None:
    text = Text("Ange dagen, tidigast 2027-06-03.", "Give the day, 2027-06-03 at the earliest.")

    assert text.get("sv") == "Ange dagen, tidigast 3\xa0juni\xa02027."
    assert text.get("en") == "Give the day, 3\xa0June\xa02027 at the earliest."
    assert text.sv == "Ange dagen, tidigast 2027-06-03."


@pytest.mark.parametrize("words", ["diarienummer 2027-13-03", "1.2027-06-031", "år 2027-06"])
def test_what_only_looks_like_a_day_is_said_as_it_stands(words: str) -> None:
    assert Text(words, words).get("sv") == words


def test_only_judgements_need_a_person_s_weighing() -> None:
    assessment = assess(VisitFacts(alcohol=True), on=ON, values=VALUES)

    assert assessment.needs_weighing
    assert {f.verdict for f in assessment.findings if f.needs_weighing} == {Verdict.JUDGE}


def test_a_value_that_the_city_has_not_set_stops_the_judgement() -> None:
    with pytest.raises(UnknownValue):
        assess(VisitFacts(goals=("klimat",)), on=ON, values=Values([]))


def test_a_matter_that_nobody_decides_on_is_a_hole() -> None:
    with pytest.raises(NoRoute):
        assess(UnroutedFacts(), on=ON, values=VALUES)


def test_a_receipt_keeps_the_values_of_its_day() -> None:
    receipt = receipt_of(assess(VisitFacts(meal_sek=500), on=ON, values=VALUES))
    receipt["values"]["moderation.meal_sek"] = 100

    (finding,) = (f for f in replay(receipt).findings if f.part == "cost:meal")
    assert finding.why.en == "Meal: SEK 500 per person is above the city's value SEK 100."


def test_a_receipt_holds_only_what_was_answered() -> None:
    receipt = receipt_of(assess(VisitFacts(wants_letter=False), on=ON, values=VALUES))

    assert receipt["facts"] == {"wants_letter": False}
