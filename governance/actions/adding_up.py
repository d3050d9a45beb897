"""The sums of the statistics kept: what has changed is counted again, and all can be made anew.

One at a time adds up; whoever writes a matter waits for nobody.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db import connection, transaction

from engagements.models import Engagement
from governance.models import Counted, Recount, Source, Sum
from governance.models.counted import EVERY, WHOLE
from governance.reports import told

BATCH = 2_000
LOCK = 5_140_021
# A matter's figures as one row.
FRESH = """
with chosen({names}) as ({chosen}),
counted as materialized (select chosen.*, true as now, false as before from chosen),
fresh as materialized (
    select counted.id, counted_on, body, kind, seen, keys, sums
    from counted join (
        select id, array_agg(key order by key) as keys, array_agg(s order by key) as sums
        from ({told}) told(id, now, before, key, s) group by id
    ) figures using (id)
)
"""
LEVELS = f"""
cross join lateral (values
    (organisation, kind, 'month', date_trunc('month', day)::date),
    (organisation, '{EVERY}', 'month', date_trunc('month', day)::date),
    ({WHOLE}, kind, 'month', date_trunc('month', day)::date),
    ({WHOLE}, '{EVERY}', 'month', date_trunc('month', day)::date),
    ({WHOLE}, kind, 'day', day),
    ({WHOLE}, '{EVERY}', 'day', day)
) level(organisation, kind, step, first)
"""
INTO = "(organisation, kind, step, seen, first, key, n, total)"
# What was counted is taken away and what holds now put in its place, from one look at the rows.
AGAIN = (
    FRESH
    + f"""
, old as (select * from governance_counted where engagement = any(%s)),
gone as (
    delete from governance_counted
    where engagement = any(%s) and engagement not in (select id from fresh)
),
written as (
    insert into governance_counted (engagement, day, organisation, kind, seen, keys, sums)
    select id, counted_on, body, kind, seen, keys, sums from fresh order by id
    on conflict (engagement) do update set day = excluded.day,
        organisation = excluded.organisation, kind = excluded.kind, seen = excluded.seen,
        keys = excluded.keys, sums = excluded.sums
),
differing as (
    select day, organisation, kind, seen, key, sum(n) as n, sum(n * coalesce(s, 0)) as total
    from (
        select day, organisation, kind, seen, key, -1 as n, s
        from old cross join lateral unnest(keys, sums) each(key, s)
        union all
        select counted_on, body, kind, seen, key, 1, s
        from fresh cross join lateral unnest(keys, sums) each(key, s)
    ) both_ways
    group by day, organisation, kind, seen, key
    having sum(n) <> 0 or sum(n * coalesce(s, 0)) <> 0
)
insert into governance_sum as kept {INTO}
select level.organisation, level.kind, level.step, seen, level.first, key, sum(n), sum(total)
from differing {LEVELS}
group by level.organisation, level.kind, level.step, seen, level.first, key
on conflict (organisation, kind, step, seen, first, key) do update
    set n = kept.n + excluded.n, total = kept.total + excluded.total
"""
)
ANEW = (
    FRESH
    + """
insert into governance_counted (engagement, day, organisation, kind, seen, keys, sums)
select id, counted_on, body, kind, seen, keys, sums from fresh order by id
"""
)
ADDED = f"""
with each as materialized (
    select day, organisation, kind, seen, key, count(*) as n, coalesce(sum(s), 0) as total
    from governance_counted cross join lateral unnest(keys, sums) told(key, s)
    group by day, organisation, kind, seen, key
)
select level.organisation, level.kind, level.step, seen, level.first, key,
    sum(n)::bigint as n, sum(total)::numeric(40, 20) as total
from each {LEVELS}
group by level.organisation, level.kind, level.step, seen, level.first, key
"""
COLUMNS = "organisation, kind, step, seen, first, key, n, total"
NOT_ADDED = f"""
select count(*) from (
    (select {COLUMNS} from governance_sum where n <> 0 or total <> 0)
    except (select {COLUMNS} from ({ADDED}) added)
    union all
    (select {COLUMNS} from ({ADDED}) added)
    except (select {COLUMNS} from governance_sum)
) different
"""
NOT_COUNTED = (
    FRESH
    + """
select coalesce(fresh.id, kept.engagement) from fresh
full join governance_counted kept on kept.engagement = fresh.id
where (counted_on, body, fresh.kind, fresh.seen, fresh.keys, fresh.sums)
    is distinct from (day, organisation, kept.kind, kept.seen, kept.keys, kept.sums)
"""
)
TOUCHED = """
select unnest(%s::bigint[])
union select engagement_id from engagements_tie where place_id = any(%s)
union select engagement_id from engagements_tie where counterpart_id = any(%s)
union select id from engagements_engagement where organisation_id = any(%s)
"""


class Wrong(NamedTuple):
    """What verifying found: the matters that were counted otherwise, and how many sums differ."""

    matters: list[int]
    sums: int


def add_up(*, most: int = BATCH) -> int:
    """Count again what changed rows touch, the oldest first; returns how many were changed."""
    with transaction.atomic():
        if not _alone():
            return 0
        oldest = list(Recount.objects.order_by("pk").values_list("pk", flat=True)[:most])
        if not oldest:
            return 0
        with connection.cursor() as cursor:
            cursor.execute(
                "delete from governance_recount where id = any(%s) returning source, key", [oldest]
            )
            changed = set(cursor.fetchall())
        _count_again(changed)
    return len(oldest)


def add_up_all() -> int:
    """Count again all that has changed; returns how many were changed."""
    done = 0
    while more := add_up():
        done += more
    return done


def rebuild() -> int:
    """Make every sum anew; returns how many matters are counted."""
    with transaction.atomic():
        _alone(wait=True)
        with connection.cursor() as cursor:
            cursor.execute("set local statement_timeout = 0")
            # First what has changed: what is written from here on is counted after.
            for model in (Recount, Counted, Sum):
                cursor.execute(f"delete from {model._meta.db_table}")
            cursor.execute(*_fresh(ANEW, None))
            found: int = cursor.rowcount
            cursor.execute(f"insert into governance_sum {INTO} {ADDED}")
            for model in (Counted, Sum):
                cursor.execute(f"analyze {model._meta.db_table}")
    return found


def differing() -> Wrong:
    """Compare all that is kept with what the rows say. Call after ``add_up_all``."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local statement_timeout = 0")
        _alone(wait=True)
        cursor.execute(*_fresh(NOT_COUNTED, None))
        matters = {row[0] for row in cursor.fetchall()}
        # What is being changed meanwhile is waiting to be counted again.
        waiting = _touched(set(Recount.objects.values_list("source", "key")))
        cursor.execute(NOT_ADDED)
        return Wrong(sorted(matters - set(waiting)), cursor.fetchone()[0])


def _alone(*, wait: bool = False) -> bool:
    """Take the lock of whoever adds up, until the transaction ends; False when it is taken."""
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
            return True
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _count_again(changed: set[tuple[str, int]]) -> None:
    ids = _touched(changed)
    sql, values = _fresh(AGAIN, ids)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, ids, ids])


def _touched(changed: set[tuple[str, int]]) -> list[int]:
    """Return the matters that changed rows touch."""
    if not changed:
        return []
    keys = [[key for source, key in changed if source == one] for one in Source.values]
    with connection.cursor() as cursor:
        cursor.execute(TOUCHED, keys)
        return [row[0] for row in cursor.fetchall()]


def _fresh(statement: str, ids: list[int] | None) -> tuple[str, list[Any]]:
    """Return a statement about what some matters are counted as now; None: all of them."""
    rows = Engagement.objects.filter(submitted_at__isnull=False)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    chosen, values = told.read(rows)
    text, more = told.told()
    return statement.format(names=told.NAMES, chosen=chosen, told=text), [*values, *more]
