"""Values have a day from which they hold, and maybe a last one."""

from datetime import date

import pytest

from governance.strategy import DEFAULT_VALUES, Value, Values
from governance.strategy.values import UnknownValue

KEY = "moderation.meal_sek"
OLD = Value(KEY, 300, date(2020, 1, 1), "first decision")
NEW = Value(KEY, 350, date(2026, 1, 1), "second decision", valid_to=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        (date(2020, 1, 1), 300),
        (date(2025, 12, 31), 300),
        (date(2026, 1, 1), 350),
        (date(2026, 12, 31), 350),
        (date(2027, 1, 1), 300),
    ],
)
def test_the_newest_value_that_holds_on_the_day_is_read(on: date, amount: int) -> None:
    assert Values([OLD, NEW]).get(KEY, on) == amount


def test_of_one_day_the_last_given_holds() -> None:
    edited = Value(KEY, 310, OLD.valid_from, "corrected")

    assert Values([OLD, edited]).get(KEY, date(2021, 1, 1)) == 310


def test_a_value_that_nobody_has_set_is_never_guessed() -> None:
    with pytest.raises(UnknownValue):
        Values([OLD]).get(KEY, date(2019, 12, 31))
    with pytest.raises(UnknownValue):
        Values([OLD]).get("unheard.of", date(2026, 1, 1))


def test_first_values_are_marked_as_suggestions_with_a_name_in_both_languages() -> None:
    assert all(value.suggestion and value.title and value.source for value in DEFAULT_VALUES)
