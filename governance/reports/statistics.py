"""The figures of any period: counted by the database in one statement, each with what it counts.

Every figure carries what the list of engagements must be asked for to show the very matters behind
it. A matter belongs to the day it begins, and where it has none, to the day it was registered;
drafts are not counted, nor what the reader may not see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse

from engagements import finding
from engagements.models import Engagement, User
from engagements.permissions import visible_to
from governance.reports.marks import BY_ITSELF

NONE_GIVEN = finding.NONE_GIVEN
MOST_COUNTERPARTS = 30
ALL = "alla"
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
}
# Those of which a matter may have several: an address asks for all at once.
SEVERAL = ("kontroll", "inriktning", "mal", "agenda", "land", "organ")
COLUMNS = (
    ("pk", "id"),
    ("kind", "kind"),
    ("status", "status"),
    ("organisation__code", "organisation"),
    ("directions", "directions"),
    ("goals", "goals"),
    ("sdgs", "sdgs"),
    ("breaches", "breaches"),
    ("unanswered", "unanswered"),
    ("judgements", "judgements"),
    ("notes", "notes"),
    ("estimated_sek", "estimated_sek"),
    ("followed_up_on", "followed_up_on"),
    ("counted_on", "counted_on"),
)
# counted: rows of both periods, each with where it belongs. Two periods of more than a year
# overlap, so a matter may be in both.
COUNTED = """
with chosen({columns}) as ({chosen}),
counted as materialized (
    select chosen.*, counted_on between %s and %s as now, counted_on between %s and %s as before
    from chosen
)
"""
BOTH = "count(*) filter (where now), count(*) filter (where before)"
NO_SUMS = "null::numeric, null::numeric"
GROUPED = f"""
select case grouping(kind, status, organisation, month)
        when 7 then 'typ' when 11 then 'status' when 13 then 'verksamhet' else 'manad' end,
    coalesce(kind, status, organisation, month::text), {BOTH}, {NO_SUMS}
from (select *, date_trunc('month', counted_on)::date as month from counted) by_month
group by grouping sets ((kind), (status), (organisation), (month))
"""
SUMMED = f"""
select name, '', count(*) filter (where now and held), count(*) filter (where before and held),
    sum(sek) filter (where now), sum(sek) filter (where before)
from counted
left join governance_followup done on done.engagement_id = counted.id
cross join lateral (values
    ('{ALL}', true, null::bigint),
    ('uppfoljt', followed_up_on is not null, null),
    ('beraknat', estimated_sek is not null, estimated_sek),
    ('utfall', done.engagement_id is not null, done.cost_sek)
) figures(name, held, sek)
group by name
"""
CHECKED = f"""
select 'kontroll', code, {BOTH}, {NO_SUMS}
from counted cross join lateral (values
    ('breach', breaches > 0), ('unanswered', unanswered > 0), ('judge', judgements > 0),
    ('note', notes > 0), ('clear', breaches = 0 and unanswered = 0 and judgements = 0)
) checked(code, held)
where held group by code
"""
SHARED = """
select '{name}', code::text, count(*) filter (where now), count(*) filter (where before),
    sum(1.0 / cardinality({column})) filter (where now),
    sum(1.0 / cardinality({column})) filter (where before)
from counted cross join lateral unnest({column}) as given(code)
group by code
union all
select '{name}', '{none}', count(*) filter (where now), count(*) filter (where before),
    count(*) filter (where now), count(*) filter (where before)
from counted where cardinality({column}) = 0
"""
TIED = """
select distinct counted.id, now, before, {code} as code
from counted join engagements_tie tie on tie.engagement_id = counted.id {joined}
where {known}
"""
COUNTRIES = TIED.format(
    code="known.code",
    joined="""
left join engagements_place place on place.id = tie.place_id
left join engagements_counterpart party on party.id = tie.counterpart_id
cross join lateral (values (tie.country), (place.country), (party.country)) known(code)""",
    known="known.code <> ''",
)
BY_COUNTRY = f"""
select 'land', code, {BOTH}, {NO_SUMS} from ({COUNTRIES}) tied group by code
union all
select 'land', '{NONE_GIVEN}', {BOTH}, {NO_SUMS}
from counted where not exists (select 1 from ({COUNTRIES}) tied where tied.id = counted.id)
"""
BY_PLACE = f"""
select 'plats', code::text, {BOTH}, {NO_SUMS}
from ({TIED.format(code="tie.place_id", joined="", known="tie.place_id is not null")}) tied
group by code
"""
BY_COUNTERPART = f"""
select * from (
    select 'motpart', code::text, {BOTH}, {NO_SUMS}
    from ({
    TIED.format(code="tie.counterpart_id", joined="", known="tie.counterpart_id is not null")
}) tied
    group by code order by 3 desc, 4 desc, code limit {MOST_COUNTERPARTS}
) most
"""
BY_BODY = f"""
select 'organ', code, {BOTH}, {NO_SUMS} from (
    select distinct counted.id, now, before,
        coalesce(nullif(answer.body, ''), '{BY_ITSELF}') as code
    from counted join governance_decision answer on answer.engagement_id = counted.id
    where answer.task = 'decides' and not exists (
        select 1 from governance_decision newer where newer.supersedes_id = answer.id)
) decided group by code
"""
PARTS = (
    SUMMED,
    GROUPED,
    CHECKED,
    *(
        SHARED.format(name=name, column=column, none=NONE_GIVEN)
        for name, column in finding.MANY.items()
    ),
    BY_COUNTRY,
    BY_PLACE,
    BY_COUNTERPART,
    BY_BODY,
)
STATEMENT = COUNTED + " union all ".join(f"({part})" for part in PARTS)


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

    def within(self, other: Period) -> Period:
        """Return the days that lie in both."""
        return Period(max(self.first, other.first), min(self.last, other.last))


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
        return _listed(self.period, self.asked)

    @property
    def url_before(self) -> str:
        """The address of the list of those of the year before."""
        return _listed(self.period_before, self.asked)


def _listed(period: Period, asked: Mapping[str, Any]) -> str:
    """Return the address of a list."""
    query = {"inskickat": finding.YES, **period.asked, **asked}
    return f"{reverse('engagements')}?{urlencode(query, doseq=True)}"


@dataclass(frozen=True)
class Counted:
    """All figures of a period: by name, and within it by code."""

    period: Period
    asked: Mapping[str, Any]
    figures: Mapping[str, Mapping[str, Figure]]

    def one(self, name: str) -> Figure:
        """Return a figure of the whole; of nothing where nothing was counted."""
        found = self.figures.get(name, {}).get("")
        return found or _nothing(self, name)

    def of(self, name: str) -> list[Figure]:
        """Return a table's figures that count anything, the most first."""
        rows = [row for row in self.figures.get(name, {}).values() if row.now or row.before]
        return sorted(rows, key=lambda row: (-row.now, -row.before, row.code))

    def months(self) -> list[Figure]:
        """Return a figure for every month of the period, in order, those of nothing too."""
        found = self.figures.get("manad", {})
        months = []
        day = self.period.first.replace(day=1)
        while day <= self.period.last:
            now, before = found.get(day.isoformat()), found.get(_year_before(day).isoformat())
            month = Period(day, _last_of(day))
            within = month.within(self.period)
            figure = replace(
                _nothing(self, "manad"),
                code=day.isoformat(),
                now=now.now if now else 0,
                before=before.before if before else 0,
                period=within,
                period_before=month.year_before.within(self.period.year_before),
            )
            months.append(figure)
            day = month.last + timedelta(days=1)
        return months


def _last_of(day: date) -> date:
    later = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return later - timedelta(days=1)


def _nothing(counted: Counted, name: str) -> Figure:
    none = Decimal(0)
    own = _asked(name, "", counted.asked)
    period = counted.period
    return Figure("", 0, 0, none, none, period, period.year_before, own)


def chosen(
    asked: Mapping[str, Any], period: Period, *, by: User | Any, on: date
) -> QuerySet[Engagement]:
    """Return what a reader may see of a period, by the same filters as the list."""
    own = {name: value for name, value in asked.items() if name not in ("fran", "till")}
    rows = finding.narrowed(visible_to(by, on=on), own | {"inskickat": finding.YES})
    return finding.in_period(rows, period.first, period.last)


def count(asked: Mapping[str, Any], period: Period, *, by: User | Any, on: date) -> Counted:
    """Return every figure of a period and of the year before: one statement.

    asked: what the list's filters ask for, as ``SearchForm`` has read it.
    """
    before = period.year_before
    both = chosen(asked, Period(before.first, period.last), by=by, on=on)
    rows = both.annotate(counted_on=Coalesce("starts_on", TruncDate("created_at"))).order_by()
    text, params = rows.values_list(*(column for column, _name in COLUMNS)).query.sql_with_params()
    names = ", ".join(name for _column, name in COLUMNS)
    days = (period.first, period.last, before.first, before.last)
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT.format(columns=names, chosen=text), [*params, *days])
        lines = cursor.fetchall()
    counted = Counted(period, written(asked), {})
    figures: dict[str, dict[str, Figure]] = {}
    for name, code, now, earlier, total, total_before in lines:
        figures.setdefault(name, {})[code] = Figure(
            code,
            now,
            earlier,
            total or Decimal(0),
            total_before or Decimal(0),
            period,
            before,
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
