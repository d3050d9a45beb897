"""The figures of any period, each with what it counts; and counting them matter by matter.

Every figure carries what the list of engagements must be asked for to show the very matters behind
it. A matter belongs to the day it begins, and where it has none, to the day it was registered;
drafts are not counted, nor what the reader may not see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.db.models import QuerySet
from django.urls import get_script_prefix, reverse

from engagements import finding
from engagements.models import Engagement, User
from engagements.permissions import visible_to
from governance.reports.told import ALL, NAMES, read, told

MOST_COUNTERPARTS = 30
# What a row of a table is called in the address of its list.
ASKED_BY = {
    "typ": "typ",
    "status": "status",
    "verksamhet": "verksamhet",
    "kontroll": "kontroll",
    "inriktning": "inriktning",
    "mal": "mal",
    "agenda": "agenda",
    "land": "land",
    "plats": "plats",
    "motpart": "motpart",
    "organ": "organ",
    "sarskilt": "sarskilt",
}
# Those of which a matter may have several: an address asks for all at once.
Lines = list[tuple[str, int, int, Decimal | None, Decimal | None]]
SEVERAL = ("kontroll", "inriktning", "mal", "agenda", "land", "organ")
# The most are kept of the counterparts, which are without end; the rest of the keys are few.
MOST = f"""
select key, now, before, sum_now, sum_before from (
    select *, row_number() over (
        partition by key like 'motpart:%%' order by now desc, before desc, key) as place
    from ({{figures}}) figures(key, now, before, sum_now, sum_before)
) placed where place <= {MOST_COUNTERPARTS} or key not like 'motpart:%%'
"""
# counted: rows of both periods, each with where it belongs. Two periods of more than a year
# overlap, so a matter may be in both.
COUNTED = """
counted as materialized (
    select chosen.*, counted_on between %s and %s as now, counted_on between %s and %s as before
    from chosen
)
"""
FIGURES = """
select key, count(*) filter (where now), count(*) filter (where before),
    sum(s) filter (where now), sum(s) filter (where before)
from ({told}) told(id, now, before, key, s) group by key
"""
LIVE = "with chosen({names}) as ({chosen}), " + COUNTED + MOST.format(figures=FIGURES)


@dataclass(frozen=True)
class Period:
    """Some days, both ends in."""

    first: date
    last: date

    @property
    def year_before(self) -> Period:
        """The same days a year earlier; a whole month or year stays whole."""
        return Period(_year_before(self.first), _year_before(self.last))

    @property
    def asked(self) -> dict[str, str]:
        """The period as addresses say it."""
        return {"fran": self.first.isoformat(), "till": self.last.isoformat()}

    @cached_property
    def listed(self) -> str:
        """The address of the list of all that the period counts."""
        query = {"inskickat": finding.YES, **self.asked}
        return f"{_list_under(get_script_prefix())}?{urlencode(query)}"

    def within(self, other: Period) -> Period:
        """Return the days that lie in both."""
        return Period(max(self.first, other.first), min(self.last, other.last))


@lru_cache(maxsize=4)
def _list_under(_prefix: str) -> str:
    return reverse("engagements")


def _year_before(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    if (day.month, day.day) == (2, 28) and _is_leap(day.year - 1):
        return date(day.year - 1, 2, 29)
    return day.replace(year=day.year - 1)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@dataclass(frozen=True)
class Figure:
    """A number of matters, and of the year before; sums are of kronor or of shares.

    asked: what the list must be asked for, beside the period, to show the matters behind it.
    """

    code: str
    now: int
    before: int
    sum_now: Decimal
    sum_before: Decimal
    period: Period
    period_before: Period
    asked: Mapping[str, Any] = field(default_factory=dict)

    @property
    def change(self) -> int:
        """How many more there are than the year before."""
        return self.now - self.before

    @property
    def url(self) -> str:
        """The address of the list of the matters behind it."""
        return f"{self.period.listed}{self._own}"

    @property
    def url_before(self) -> str:
        """The address of the list of those of the year before."""
        return f"{self.period_before.listed}{self._own}"

    @cached_property
    def _own(self) -> str:
        """What its addresses ask for beside the period."""
        return f"&{urlencode(self.asked, doseq=True)}" if self.asked else ""


@dataclass(frozen=True)
class Counted:
    """All figures of a period: by name, and within it by code."""

    period: Period
    asked: Mapping[str, Any]
    figures: Mapping[str, Mapping[str, Figure]]

    def one(self, name: str) -> Figure:
        """Return a figure of the whole; of nothing where nothing was counted."""
        found = self.figures.get(name, {}).get("")
        return found or self.none(name)

    def none(self, name: str, code: str = "") -> Figure:
        """Return a figure of nothing."""
        none, period = Decimal(0), self.period
        own = _asked(name, code, self.asked)
        return Figure(code, 0, 0, none, none, period, period.year_before, own)

    def of(self, name: str) -> list[Figure]:
        """Return a table's figures that count anything, the most first."""
        rows = [row for row in self.figures.get(name, {}).values() if row.now or row.before]
        return sorted(rows, key=lambda row: (-row.now, -row.before, row.code))

    def months(self) -> list[Figure]:
        """Return a figure for every month of the period, in order, those of nothing too."""
        found = self.figures.get("manad", {})
        none, months = self.none("manad"), []
        day = self.period.first.replace(day=1)
        while day <= self.period.last:
            now, before = found.get(day.isoformat()), found.get(_year_before(day).isoformat())
            month = Period(day, _last_of(day))
            within = month.within(self.period)
            figure = replace(
                none,
                code=day.isoformat(),
                now=now.now if now else 0,
                before=before.before if before else 0,
                period=within,
                period_before=month.year_before.within(none.period_before),
            )
            months.append(figure)
            day = month.last + timedelta(days=1)
        return months


def _last_of(day: date) -> date:
    later = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return later - timedelta(days=1)


def chosen(
    asked: Mapping[str, Any], period: Period, *, by: User | Any, on: date
) -> QuerySet[Engagement]:
    """Return what a reader may see of a period, by the same filters as the list."""
    own = {name: value for name, value in asked.items() if name not in ("fran", "till")}
    rows = finding.narrowed(visible_to(by, on=on), own | {"inskickat": finding.YES})
    return finding.in_period(rows, period.first, period.last)


def live(asked: Mapping[str, Any], period: Period, *, by: User | Any, on: date) -> Lines:
    """Return every figure, counted matter by matter; what is kept is compared with it."""
    before = period.year_before
    text, values = read(chosen(asked, Period(before.first, period.last), by=by, on=on))
    rows, more = told()
    days = (period.first, period.last, before.first, before.last)
    statement = LIVE.format(names=NAMES, chosen=text, told=rows)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, *days, *more])
        found: Lines = cursor.fetchall()
    return found


def figures_of(lines: Lines, asked: Mapping[str, Any], period: Period) -> Counted:
    """Return figures by their names and codes."""
    counted, period_before = Counted(period, written(asked), {}), period.year_before
    figures: dict[str, dict[str, Figure]] = {}
    for key, now, earlier, total, total_before in lines:
        name, _colon, code = key.partition(":")
        figures.setdefault(name, {})[code] = Figure(
            code,
            now,
            earlier,
            total or Decimal(0),
            total_before or Decimal(0),
            period,
            period_before,
            _asked(name, code, counted.asked),
        )
    return replace(counted, figures=figures)


def written(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was asked for as addresses say it, without what asks nothing."""
    found: dict[str, Any] = {}
    for name, value in asked.items():
        if name in ("fran", "till", "inskickat", "efter") or value in (None, "", []):
            continue
        found[name] = getattr(value, "code", None) or getattr(value, "pk", None) or value
    return found


def _asked(name: str, code: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the list is asked for to show a figure: what was chosen, and its own."""
    if name in (ALL, "manad"):
        return dict(asked)
    if name not in ASKED_BY:
        return {**asked, name: finding.YES}
    if name not in SEVERAL:
        return {**asked, name: code}
    held = [*asked.get(name, [])]
    return {**asked, name: held if code in held else [*held, code]}
