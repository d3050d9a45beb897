"""Working days: tables of years as almanacs have them, and the laws of counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.calendar import (
    add_working_days,
    holiday,
    holidays_between,
    is_working_day,
    next_working_day,
    opens,
    working_days_after,
)

# The holidays that move, as the almanacs of these years have them.
MOVING = {
    2024: "0329 0331 0401 0509 0519 0621 0622 1102",
    2025: "0418 0420 0421 0529 0608 0620 0621 1101",
    2026: "0403 0405 0406 0514 0524 0619 0620 1031",
    2027: "0326 0328 0329 0506 0516 0625 0626 1106",
    2028: "0414 0416 0417 0525 0604 0623 0624 1104",
    2029: "0330 0401 0402 0510 0520 0622 0623 1103",
    2030: "0419 0421 0422 0530 0609 0621 0622 1102",
    2038: "0423 0425 0426 0603 0613 0625 0626 1106",
}
FIXED = "0101 0106 0501 0606 1224 1225 1226 1231"
# Weekdays of a year, less those of its holidays that fall on one: counted by hand.
COUNTED = {2024: 251, 2025: 249, 2026: 251, 2027: 253, 2028: 251}

days = st.dates(date(2005, 1, 1), date(2060, 12, 31))
numbers = st.integers(0, 60)


@pytest.mark.parametrize("year", MOVING)
def test_a_year_has_the_holidays_of_its_almanac(year):
    every = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]

    found = {f"{day:%m%d}" for day in every if day.year == year and holiday(day)}

    assert found == set(f"{MOVING[year]} {FIXED}".split())


@pytest.mark.parametrize("year", COUNTED)
def test_a_year_has_the_working_days_of_its_almanac(year):
    assert working_days_after(date(year - 1, 12, 31), date(year, 12, 31)) == COUNTED[year]


@pytest.mark.parametrize(
    ("day", "number", "lands"),
    [
        ("2026-11-23", 5, "2026-11-30"),
        ("2026-12-18", 5, "2026-12-29"),  # past Christmas Eve, Christmas Day and Boxing Day
        ("2026-12-28", 3, "2027-01-04"),  # past New Year's Eve and New Year's Day
        ("2026-06-18", 1, "2026-06-22"),  # past Midsummer's Eve
        ("2026-04-02", 1, "2026-04-07"),  # past Easter
        ("2026-05-13", 1, "2026-05-15"),  # past Ascension Day
        ("2026-11-23", 0, "2026-11-23"),
    ],
)
def test_days_are_counted_past_what_is_free(day, number, lands):
    assert add_working_days(date.fromisoformat(day), number).isoformat() == lands


def test_days_are_named_in_the_reader_s_language():
    found = [
        holidays_between(date(2026, 6, 17), date(2026, 6, 23), language=language)
        for language in ("sv", "en")
    ]

    assert found == [
        [(date(2026, 6, 19), "Midsommarafton")],
        [(date(2026, 6, 19), "Midsummer Eve")],
    ]


def test_no_days_are_counted_backwards():
    with pytest.raises(ValueError, match="0 or more"):
        add_working_days(date(2026, 11, 23), -1)


@given(days, st.integers(1, 60))
def test_what_is_counted_lands_on_a_working_day(day, number):
    assert is_working_day(add_working_days(day, number))


@given(days)
def test_a_day_moves_to_the_nearest_working_day_ahead(day):
    found = next_working_day(day)

    assert is_working_day(found)
    assert working_days_after(day - timedelta(days=1), found) == 1


@given(days, days, numbers)
def test_a_later_day_never_lands_earlier(one, other, number):
    early, late = sorted([one, other])

    assert add_working_days(early, number) <= add_working_days(late, number)


@given(days, numbers, numbers)
def test_more_days_never_land_earlier(day, one, other):
    few, many = sorted([one, other])

    assert add_working_days(day, few) <= add_working_days(day, many)


@given(days, numbers, numbers)
def test_days_counted_in_two_turns_are_as_many_as_in_one(day, one, other):
    assert add_working_days(add_working_days(day, one), other) == add_working_days(day, one + other)


@given(days, numbers)
def test_the_days_between_are_the_days_that_were_counted(day, number):
    assert working_days_after(day, add_working_days(day, number)) == number


@given(days, days)
def test_counting_what_lies_between_never_passes_the_last_day(day, last):
    number = working_days_after(day, last)

    assert number == 0 or add_working_days(day, number) <= last


@given(days)
def test_a_week_opens_on_a_working_day_from_its_monday_on(day):
    monday = day - timedelta(days=day.weekday())

    assert is_working_day(opens(day))
    assert monday <= opens(day)
