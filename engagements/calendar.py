"""Swedish working days. Holidays are calculated, never maintained.

Source: lag (1989:253) om allmänna helgdagar; lag (1930:173) 2 §, by which a time that ends on a
Saturday, a holiday, Midsummer's Eve, Christmas Eve or New Year's Eve ends on the next working day.
"""

from datetime import date, timedelta
from functools import cache

from holidays import DE_FACTO, PUBLIC
from holidays.countries import Sweden

LANGUAGES = {"sv": "sv", "en": "en_US"}


@cache
def _holidays(year: int, language: str = "sv") -> dict[date, str]:
    found = Sweden(
        years=year,
        categories=(PUBLIC, DE_FACTO),
        include_sundays=False,
        language=LANGUAGES[language],
    )
    return dict(found)


def holiday(day: date, *, language: str = "sv") -> str:
    """Return what a day is called when no office is open on it; empty for other days."""
    return _holidays(day.year, language).get(day, "")


def is_working_day(day: date) -> bool:
    """Whether offices are open: Monday to Friday, no public holiday, none of the three eves."""
    return day.weekday() < 5 and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """Return a day itself when offices are open, else the first day that they are."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, days: int) -> date:
    """Return the ``days``-th working day after ``day``; 0 is the day itself.

    Raises ValueError when days is negative.
    """
    if days < 0:
        raise ValueError("days is 0 or more")
    while days:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def working_days_after(day: date, last: date) -> int:
    """Return how many working days come after ``day`` until and with ``last``; 0 when none do."""
    days = (last - day).days
    return sum(is_working_day(day + timedelta(days=n)) for n in range(1, days + 1))


def holidays_between(day: date, last: date, *, language: str = "sv") -> list[tuple[date, str]]:
    """Return the free weekdays after ``day`` until and with ``last``, each with its name."""
    days = (day + timedelta(days=n) for n in range(1, (last - day).days + 1))
    return [
        (one, name)
        for one in days
        if one.weekday() < 5 and (name := holiday(one, language=language))
    ]


def opens(day: date) -> date:
    """Return the first working day of a day's week: its Monday, or the next when that is free."""
    monday = day - timedelta(days=day.weekday())
    return monday if is_working_day(monday) else add_working_days(monday, 1)
