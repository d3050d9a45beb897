"""The figures of a period added up from the sums that are kept, exactly what counting would give.

A reader sees some organisations whole, which sums answer, and some matters one by one, which are
counted. So are those that have changed since the sums were made: what they were is taken away and
what they are is counted. Where a filter is asked for that no sum is kept by, what each matter was
counted as is added up for who sees the city whole. All of it is one statement, so that it is of
one moment.
See docs/adr/0021-statistics-kept-as-sums.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from engagements.models import Consultation, Engagement, TakingPart
from engagements.permissions import Reach, reach_of
from governance.models.counted import EVERY, WHOLE, Seen, Step
from governance.reports.statistics import (
    COUNTED,
    FIGURES,
    MOST,
    Counted,
    Lines,
    Period,
    chosen,
    figures_of,
    live,
    written,
)
from governance.reports.told import NAMES, Sql, read, told

# The filters that the sums are kept by.
KEPT_BY = {"typ", "verksamhet"}
ANYBODYS = (Seen.OPEN.value,)
APART = (Seen.SECRET.value, Seen.DRAFT.value)
CHANGED = """
changed as materialized (
    select key as id from governance_recount where source = 'engagement'
    union select tie.engagement_id from governance_recount
        join engagements_tie tie on tie.place_id = key where source = 'place'
    union select tie.engagement_id from governance_recount
        join engagements_tie tie on tie.counterpart_id = key where source = 'counterpart'
    union select touched.id from governance_recount
        join engagements_engagement touched on touched.organisation_id = key
        where source = 'organisation'
)
"""
ADDED = f"""
with {CHANGED},
looked_at as materialized (select id from changed union {{apart}}),
chosen({{names}}) as (
    select one.* from ({{chosen}}) one({{names}})
    where id in (select id from looked_at)
        and (id in (select id from changed) or not ({{covered}}))
),
{COUNTED}
select key, now::bigint, before::bigint, trim_scale(sum_now), trim_scale(sum_before)
from ({{most}}) most
"""
TOGETHER = f"""
select key, sum(now), sum(before), sum(sum_now), sum(sum_before)
from ({{kept}} union all ({FIGURES})) added(key, now, before, sum_now, sum_before)
group by key
"""
NOW, BEFORE = "{n}, 0, {s}, null::numeric", "0, {n}, null::numeric, {s}"
KEPT = """
select key, {columns} from governance_sum
where organisation = any(%s) and kind = %s and seen = any(%s) and step = %s
    and first between %s and %s
"""
OF_DAYS = """
select told.key, {columns}
from governance_counted one cross join lateral unnest(one.keys, one.sums) told(key, s)
where {whose} and one.day between %s and %s {more}
group by told.key
"""
OF_EACH = """
select told.key, count(*) filter (where now), count(*) filter (where before),
    sum(told.s) filter (where now), sum(told.s) filter (where before)
from (
    select keys, sums, day between %s and %s as now, day between %s and %s as before
    from governance_counted
    where engagement in (select id from picked) and engagement not in (select id from changed)
) one cross join lateral unnest(keys, sums) told(key, s)
group by told.key
"""
PICKED = f"""
with {CHANGED},
picked(id) as materialized ({{picked}}),
chosen({{names}}) as (
    select one.* from ({{chosen}}) one({{names}}) where id in (select id from changed)
),
{COUNTED}
select key, now::bigint, before::bigint, trim_scale(sum_now), trim_scale(sum_before)
from ({{most}}) most
"""
CHANGED_SINCE = "and one.engagement in (select id from changed)"


@dataclass(frozen=True)
class Piece:
    """Matters that a reader sees whole: of some organisations and a kind. No two overlap."""

    organisations: frozenset[int]
    kind: str
    seen: tuple[int, ...]

    @property
    def of_city(self) -> bool:
        """Whether it is of every organisation."""
        return WHOLE in self.organisations

    def condition(self, *, organisation: str, kind: str, seen: str) -> Sql:
        """Return what holds of its matters, by the names of the columns."""
        parts = [f"{seen} = any(%s)"]
        values: list[Any] = [list(self.seen)]
        if not self.of_city:
            parts.append(f"{organisation} = any(%s)")
            values.append(sorted(self.organisations))
        if self.kind != EVERY:
            parts.append(f"{kind} = any(%s)")
            values.append([self.kind])
        return " and ".join(parts), values


def count(asked: Mapping[str, Any], period: Period, *, by: Any, on: date) -> Counted:
    """Return every figure of a period and of the year before: one statement.

    asked: what the list's filters ask for, as ``SearchForm`` has read it. What the sums are not
    kept by is added up matter by matter for who sees the city whole, and counted for who sees an
    organisation's few, which is as quick and asks for them once.
    """
    counting = added
    if written(asked).keys() - KEPT_BY:
        counting = picked if reach_of(by, on=on).wide else live
    try:
        lines = counting(asked, period, by=by, on=on)
    except EmptyResultSet:  # somebody who sees nothing at all
        lines = []
    return figures_of(lines, asked, period)


def added(asked: Mapping[str, Any], period: Period, *, by: Any, on: date) -> Lines:
    """Return every figure, added up from the sums."""
    before = period.year_before
    whole = Period(before.first, period.last)
    pieces = list(_narrowed(_pieces(reach_of(by, on=on)), asked))
    covered, within = _either(
        piece.condition(organisation="body", kind="kind", seen="seen") for piece in pieces
    )
    apart, looked_at = _apart(reach_of(by, on=on), whole)
    text, read_by = _worded(_Asking.of(asked, whole, by=by, on=on))
    rows, marked = told()
    kept, summed = _joined(
        sql
        for piece in pieces
        for one, columns in ((period, NOW), (before, BEFORE))
        for sql in _kept(piece, one, columns)
    )
    statement = ADDED.format(
        names=NAMES,
        chosen=text,
        apart=apart,
        covered=covered,
        most=MOST.format(figures=TOGETHER.format(kept=kept, told=rows)),
    )
    days = (period.first, period.last, before.first, before.last)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*looked_at, *read_by, *within, *days, *summed, *marked])
        found: Lines = cursor.fetchall()
    return found


def picked(asked: Mapping[str, Any], period: Period, *, by: Any, on: date) -> Lines:
    """Return every figure, added up from what each matter was counted as."""
    before = period.year_before
    found = chosen(asked, Period(before.first, period.last), by=by, on=on).order_by()
    keys, asked_by = found.values_list("pk").query.sql_with_params()
    text, read_by = read(found)
    rows, marked = told()
    statement = PICKED.format(
        names=NAMES,
        picked=keys,
        chosen=text,
        most=MOST.format(figures=TOGETHER.format(kept=OF_EACH, told=rows)),
    )
    days = (period.first, period.last, before.first, before.last)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*asked_by, *read_by, *days, *days, *marked])
        lines: Lines = cursor.fetchall()
    return lines


@dataclass(frozen=True)
class _Asking:
    """What may be read of a period, and by whom: what the words of the question change with."""

    person: int
    on: date
    reach: Reach
    asked: tuple[tuple[str, Any], ...]
    period: Period
    rows: Callable[[], QuerySet[Engagement]] = field(compare=False, repr=False)

    @classmethod
    def of(cls, asked: Mapping[str, Any], period: Period, *, by: Any, on: date) -> _Asking:
        """Return the question of a reader. asked: no more than what sums are kept by."""
        return cls(
            by.pk,
            on,
            reach_of(by, on=on),
            tuple(sorted(written(asked).items())),
            period,
            lambda: chosen(asked, period, by=by, on=on),
        )


# Some people, a few periods each.
@lru_cache(maxsize=128)
def _worded(asking: _Asking) -> Sql:
    """Return the SQL of what a reader may see; to put it together takes as long as to answer it."""
    return read(asking.rows())


def _pieces(reach: Reach) -> Iterator[Piece]:
    """Give what a reader sees whole, as ``permissions.visible_to`` tells of each matter."""
    seen = tuple(Seen.values)
    boards: frozenset[int] = frozenset()
    if reach.wide:
        open_to_all = (*ANYBODYS, Seen.SECRET.value) if reach.sees_secret else ANYBODYS
        yield Piece(frozenset({WHOLE}), EVERY, open_to_all)
        seen = tuple(one for one in seen if one not in open_to_all)
    elif reach.boards:
        boards = reach.hosts - reach.owns
        if boards:
            yield Piece(boards, EVERY, ANYBODYS)
    if reach.owns:
        yield Piece(reach.owns, EVERY, seen)
    for kind, organisation in sorted(reach.keeps):
        if organisation not in reach.owns:
            left = APART if organisation in boards else seen
            yield Piece(frozenset({organisation}), kind, left)


def _narrowed(pieces: Iterable[Piece], asked: Mapping[str, Any]) -> Iterator[Piece]:
    """Give what is left of the pieces when one organisation or kind is asked for."""
    for piece in pieces:
        kind, organisation = asked.get("typ"), asked.get("verksamhet")
        if kind:
            if piece.kind not in (EVERY, kind):
                continue
            piece = replace(piece, kind=str(kind))
        if organisation:
            if not piece.of_city and organisation.pk not in piece.organisations:
                continue
            piece = replace(piece, organisations=frozenset({organisation.pk}))
        yield piece


def _apart(reach: Reach, whole: Period) -> Sql:
    """Return the SQL of the matters that may be seen one by one; it may name too many of them."""
    parts: list[Sql] = [("select unnest(%s::bigint[])", [sorted(reach.named)])]
    if reach.wide:
        least = Seen.DRAFT if reach.sees_secret else Seen.SECRET
        secret = "select engagement from governance_counted where seen > 0 and seen >= %s"  # noqa: S105
        parts.append((f"{secret} and day between %s and %s", [least, whole.first, whole.last]))
        return _joined(parts)
    for model, organisations in (
        (TakingPart, reach.owns | reach.boards),
        (Consultation, reach.owns),
    ):
        if organisations:
            rows = model._default_manager.filter(organisation__in=organisations).order_by()
            text, values = rows.values_list("engagement").query.sql_with_params()
            parts.append((text, list(values)))
    return _joined(parts)


def _kept(piece: Piece, period: Period, columns: str) -> Iterator[Sql]:
    """Give the SQL of a piece's sums of a period, and of what they hold that has changed."""
    months, days = _months(period)
    key: list[Any] = [sorted(piece.organisations), piece.kind, list(piece.seen)]
    kept = KEPT.format(columns=columns.format(n="n", s="total"))
    whose, values = piece.condition(
        organisation="one.organisation", kind="one.kind", seen="one.seen"
    )
    if months:
        yield kept, [*key, Step.MONTH, months.first, months.last]
    for some in days:
        if piece.of_city:
            yield kept, [*key, Step.DAY, some.first, some.last]
        else:
            counted = columns.format(n="count(*)", s="sum(told.s)")
            each = OF_DAYS.format(columns=counted, whose=whose, more="")
            yield each, [*values, some.first, some.last]
    taken_away = columns.format(n="-count(*)", s="-sum(told.s)")
    was = OF_DAYS.format(columns=taken_away, whose=whose, more=CHANGED_SINCE)
    yield was, [*values, period.first, period.last]


def _months(period: Period) -> tuple[Period | None, list[Period]]:
    """Return the whole months of a period, and the days before and after them."""
    begins = period.first if period.first.day == 1 else _next_month(period.first)
    after = period.last + timedelta(days=1)
    ends = after.replace(day=1)
    if begins >= ends:
        return None, [period]
    days = [Period(period.first, begins - timedelta(days=1)), Period(ends, period.last)]
    return Period(begins, ends - timedelta(days=1)), [one for one in days if one.first <= one.last]


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _joined(parts: Iterable[Sql]) -> Sql:
    """Return the rows of all parts; none where there is no part."""
    found = list(parts) or [("select ''::text, 0, 0, 0::numeric, 0::numeric where false", [])]
    return (
        " union all ".join(f"({text})" for text, _values in found),
        [value for _text, values in found for value in values],
    )


def _either(parts: Iterable[Sql]) -> Sql:
    """Return the condition that any of the parts holds."""
    found = [("false", []), *parts]
    return (
        " or ".join(f"({text})" for text, _values in found),
        [value for _text, values in found for value in values],
    )
