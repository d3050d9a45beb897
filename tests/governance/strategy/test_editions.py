"""Editions live side by side: each item is judged by the one in force on its day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.strategy import (
    DEFAULT_VALUES,
    EDITIONS,
    Editions,
    Facts,
    TripFacts,
    Value,
    Values,
    assess,
    receipt_of,
    replay,
)
from governance.strategy.clauses import (
    CLAUSES,
    NoEdition,
    UnknownEdition,
    clauses_of,
    editions_with,
    worded,
)
from governance.strategy.receipts import sum_of
from governance.strategy.rulebook import RULES
from tests.governance.strategy.any_facts import some_facts

VALUES = Values(DEFAULT_VALUES)
FIRST, SECOND = EDITIONS.named("strategy-1"), EDITIONS.named("strategy-2")
STARTS = date(2027, 7, 1)
BOTH = Editions(
    [
        replace(FIRST, valid_to=STARTS - timedelta(days=1)),
        replace(SECOND, valid_from=STARTS),
        *(edition for edition in EDITIONS if edition.source != "strategy"),
    ]
)
ON_SITE = TripFacts(digital=False, why_not_digital="Avtalet ska undertecknas på plats.")


def _of_strategy(day: date, editions: Editions) -> str:
    return assess(ON_SITE, on=day, values=VALUES, editions=editions).editions["strategy"].id


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (STARTS - timedelta(days=1), "strategy-1"),
        (STARTS, "strategy-2"),
        (STARTS + timedelta(days=3650), "strategy-2"),
    ],
)
def test_an_item_is_judged_by_the_edition_in_force_on_its_day(day: date, edition: str) -> None:
    assert _of_strategy(day, BOTH) == edition


def test_a_draft_holds_on_no_day_until_it_is_said_from_when() -> None:
    assert _of_strategy(date(2100, 1, 1), EDITIONS) == "strategy-1"


def test_a_pinned_edition_holds_whatever_the_day() -> None:
    assert _of_strategy(date(2026, 1, 1), EDITIONS.pinned("strategy-2")) == "strategy-2"


def test_of_two_editions_on_one_day_the_one_that_began_last_holds() -> None:
    both = Editions([replace(SECOND, valid_from=STARTS), *EDITIONS])

    assert _of_strategy(STARTS, both) == "strategy-2"


def test_an_edition_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownEdition):
        EDITIONS.pinned("strategy-9")


def test_a_day_before_all_editions_is_a_hole() -> None:
    with pytest.raises(NoEdition):
        assess(ON_SITE, on=date(1999, 1, 1), values=Values(_from_1990()))


def _from_1990() -> list[Value]:
    return [replace(value, valid_from=date(1990, 1, 1)) for value in DEFAULT_VALUES]


def test_the_second_edition_adds_a_clause_and_words_one_in_another_way() -> None:
    changed = {clause.id for clause in clauses_of(SECOND) if clause not in clauses_of(FIRST)}

    assert changed == {"4.3b", "4.7"}
    assert [edition.id for edition in editions_with("4.7")] == ["strategy-2"]
    assert [edition.id for edition in editions_with("4.1")] == ["strategy-1", "strategy-2"]
    assert worded("4.3b", SECOND).plain.en != worded("4.3b", FIRST).plain.en
    assert worded("4.1", SECOND) == CLAUSES["4.1"]


def test_a_finding_bears_its_edition_and_that_edition_s_heading() -> None:
    found = assess(ON_SITE, on=STARTS, values=VALUES, editions=BOTH).findings

    (digital,) = (finding for finding in found if finding.clause == "4.7")
    assert (digital.edition, digital.title.en) == ("strategy-2", "Digital first")


def test_what_an_edition_states_goes_before_what_the_city_has_set() -> None:
    second = EDITIONS.pinned("strategy-2")
    judged = assess(ON_SITE, on=STARTS, values=VALUES, editions=second)

    assert SECOND.values == {"review.period_years": 3}
    assert judged.values["review.period_years"] == 4


def test_a_receipt_names_its_editions_their_sums_and_every_rule_that_was_asked() -> None:
    receipt = receipt_of(assess(ON_SITE, on=STARTS, values=VALUES, editions=BOTH))

    assert receipt["editions"]["strategy"] == "strategy-2"
    assert receipt["sums"]["strategy-2"] == sum_of(SECOND)
    assert set(receipt["rules"]) == {rule.id for rule in RULES[TripFacts]}


def test_a_receipt_of_the_first_edition_is_the_same_beside_a_second() -> None:
    alone = receipt_of(assess(ON_SITE, on=date(2027, 6, 30), values=VALUES))

    assert receipt_of(assess(ON_SITE, on=date(2027, 6, 30), values=VALUES, editions=BOTH)) == alone
    assert "strategy.trip.digital_first" not in alone["rules"]


@given(some_facts)
def test_a_receipt_replays_under_its_own_edition_whatever_holds_today(facts: Facts) -> None:
    receipt = receipt_of(assess(facts, on=STARTS, values=VALUES, editions=BOTH))

    assert receipt_of(replay(receipt)) == receipt


@given(some_facts, st.sampled_from(["strategy-1", "strategy-2"]))
def test_there_and_back_again_under_another_edition_changes_nothing(
    facts: Facts, other: str
) -> None:
    receipt = receipt_of(assess(facts, on=STARTS, values=VALUES))

    there = receipt_of(replay(receipt, editions=EDITIONS.pinned(other)))

    assert receipt_of(replay(there, editions=EDITIONS.pinned("strategy-1"))) == receipt


def test_the_sum_of_an_edition_tells_what_it_is_and_not_when_it_holds() -> None:
    longer = replace(SECOND, id="other", values={"review.period_years": 2})

    assert sum_of(replace(SECOND, valid_from=STARTS)) == sum_of(SECOND)
    assert len({sum_of(FIRST), sum_of(SECOND), sum_of(longer)}) == 3
