"""Swedish working days. Holidays are calculated, never maintained."""

from datetime import date, timedelta
from functools import cache

from holidays.countries import Sweden


@cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(Sweden(years=year, include_sundays=False))


def is_working_day(day: date) -> bool:
    """Whether offices are open: Monday to Friday, no public holiday."""
    return day.weekday() < 5 and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """Return a day itself when offices are open, else the first day that they are."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, days: int) -> date:
    """Return the ``days``-th working day after ``day``. Raises ValueError when days is negative."""
    if days < 0:
        raise ValueError("days is 0 or more")
    while days:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def opens(day: date) -> date:
    """Return the first working day of a day's week: its Monday, or the next when that is free."""
    monday = day - timedelta(days=day.weekday())
    return monday if is_working_day(monday) else add_working_days(monday, 1)
