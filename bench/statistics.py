"""Measure the statistics beside plain SQL and a bare view, in one run.

    .venv/bin/python -m bench.statistics            10 000, 100 000 and 1 000 000 engagements
    .venv/bin/python -m bench.statistics 10000      other sizes

Prints, as p50 and p95 in milliseconds, a bare view of 50 rows, the figures and the page of a year
for whoever sees all and for one organisation, the figures with a filter that no sum is kept by too,
and the same groups counted in plain SQL, one statement a group, as whoever wants a figure asks for
it; then what a change costs with and without the triggers that say what to count again, what adding
up and verifying take, and how all of that grows. Read the ratios.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from bench.ground import in_sizes, measure

ROUNDS, SLOW_ROUNDS, CHANGES = 20, 3, 200
YEAR = ("2026-01-01", "2026-12-31")
BOTH = (
    "from engagements_engagement e where submitted_at is not null and "
    "coalesce(starts_on, (created_at at time zone 'Europe/Stockholm')::date) "
    "between '2025-01-01' and '2026-12-31'"
)
COUNTS = (
    "count(*) filter (where coalesce(starts_on, created_at::date) >= '2026-01-01'), "
    "count(*) filter (where coalesce(starts_on, created_at::date) < '2026-01-01')"
)
TIES = BOTH.replace("e where", "e join engagements_tie t on t.engagement_id = e.id where")
ONCE = COUNTS.replace("count(*)", "count(distinct e.id)")
TOLD = BOTH.replace("e where", "e join governance_followup f on f.engagement_id = e.id where")
ANSWERED = BOTH.replace(
    "e where",
    "e join governance_decision d on d.engagement_id = e.id and d.task = 'decides' where",
)
# What the page says, a statement each: as many figures, by whoever asks for one at a time.
GROUPS = (
    f"select {COUNTS}, sum(estimated_sek) {BOTH}",
    f"select {COUNTS}, sum(f.cost_sek) {TOLD}",
    f"select kind, {COUNTS} {BOTH} group by kind",
    f"select status, {COUNTS} {BOTH} group by status",
    f"select organisation_id, {COUNTS} {BOTH} group by organisation_id",
    f"select date_trunc('month', starts_on), {COUNTS} {BOTH} group by 1",
    *(
        f"select unnest({column}), {COUNTS}, sum(1.0 / cardinality({column})) {BOTH} group by 1"
        for column in ("directions", "goals", "sdgs")
    ),
    *(
        f"select {COUNTS} {BOTH} and cardinality({column}) = 0"
        for column in ("directions", "goals", "sdgs")
    ),
    f"select breaches > 0, judgements > 0, {COUNTS} {BOTH} group by 1, 2",
    f"select unanswered > 0, notes > 0, {COUNTS} {BOTH} group by 1, 2",
    f"select t.country, {ONCE} {TIES} group by 1",
    f"select t.place_id, {ONCE} {TIES} group by 1",
    f"select t.counterpart_id, {ONCE} {TIES} group by 1 order by 2 desc limit 30",
    f"select d.body, {ONCE} {ANSWERED} group by 1",
)


class Table:
    """What is printed, and kept for the growth."""

    def __init__(self) -> None:
        self._bare = self._plain = 0.0
        self.found: dict[str, float] = {}

    def row(self, name: str, act: Callable[[], object], *, rounds: int = ROUNDS) -> float:
        """Measure and print one line; returns its p50."""
        p50, p95 = measure(act, rounds=rounds)
        bare = f"{p50 / self._bare:9.2f}" if self._bare else " " * 9
        plain = f"{p50 / self._plain:9.3f}" if self._plain else ""
        print(f"  {name:46}{p50:10.1f}{p95:10.1f}{bare}{plain}", flush=True)
        self.found[name] = p50
        return p50

    def bare(self, act: Callable[[], object]) -> None:
        """Measure what pages are compared with."""
        self._bare = self.row("bare view, 50 rows", act)

    def plain(self, act: Callable[[], object]) -> None:
        """Measure what figures are compared with."""
        self._plain = self.row(f"plain SQL, {len(GROUPS)} statements", act, rounds=SLOW_ROUNDS)


def pages(size: int) -> dict[str, float]:
    """Seed ``size`` engagements, print every line, and return the p50 of each."""
    from bench.seed import seed

    began = time.perf_counter()
    people = seed(size)
    print(f"\n{size:,} engagements seeded in {time.perf_counter() - began:.0f} s")
    print(f"  {'':46}{'p50 ms':>10}{'p95 ms':>10}{'× bare':>9}{'× SQL':>9}")
    table = Table()
    _read(table, people)
    _write(table)
    _keep(table)
    return table.found


def _read(table: Table, people: dict[str, Any]) -> None:
    """Measure what is read, the slow ones at last."""
    from django.test import Client

    from engagements.forms.search import SearchForm
    from governance.reports import statistics as counting
    from governance.reports import summed

    form = SearchForm({})
    form.is_valid()
    period = counting.Period(*(date.fromisoformat(day) for day in YEAR))
    asked = (form.cleaned_data, period)
    wide = people["sees all"]
    clients = {name: Client() for name in ("sees all", "one organisation")}
    for name, client in clients.items():
        client.force_login(people[name])
    table.bare(partial(clients["sees all"].get, "/bare/50/"))
    table.plain(_plainly)
    for name, client in clients.items():
        figures = partial(summed.count, *asked, by=people[name], on=period.last)
        table.row(f"every figure, added up, {name}", figures)
        narrowed = partial(
            summed.count, {"status": "closed"}, period, by=people[name], on=period.last
        )
        table.row(f"every figure, one status, {name}", narrowed, rounds=SLOW_ROUNDS)
        year = {"fran": YEAR[0], "till": YEAR[1]}
        table.row(f"the whole page, {name}", partial(client.get, "/statistik/", year))
    live = partial(counting.live, *asked, by=wide, on=period.last)
    table.row("every figure, counted live, sees all", live, rounds=SLOW_ROUNDS)


def _plainly() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in GROUPS:
            cursor.execute(statement)
            cursor.fetchall()


def _write(table: Table) -> None:
    """Measure the same change with the triggers that say what to count again, and without.

    In turns, so that what a machine does meanwhile meets both; and every one is taken back, since
    no history follows it.
    """
    from django.db import connection, transaction

    def change(number: int, which: str) -> float:
        with transaction.atomic(), connection.cursor() as cursor:
            if which == "without":
                cursor.execute("alter table engagements_engagement disable trigger counted_update")
            began = time.perf_counter()
            cursor.execute(
                "update engagements_engagement set estimated_sek = estimated_sek + 1 where id = %s",
                [number],
            )
            took = time.perf_counter() - began
            transaction.set_rollback(True)
        return took

    times = {"with": 0.0, "without": 0.0}
    for number in range(1, 2 * CHANGES + 1):
        which = ("with", "without")[number % 2]
        times[which] += change(number, which)
    for which, took in times.items():
        name = f"one changed sum, {which} the triggers"
        print(f"  {name:46}{took / CHANGES * 1000:10.3f}", flush=True)
        table.found[name] = took / CHANGES * 1000


def _keep(table: Table) -> None:
    """Measure once what the worker does: what has changed, and the night's verification."""
    from governance.actions import adding_up
    from governance.models import Recount

    Recount.objects.bulk_create(
        Recount(source="engagement", key=number) for number in range(1, CHANGES + 1)
    )
    for name, act in (
        (f"adding up {CHANGES} changed matters, once", adding_up.add_up_all),
        ("the night's verification, once", adding_up.differing),
    ):
        began = time.perf_counter()
        told = act()
        table.found[name] = (time.perf_counter() - began) * 1000
        print(f"  {name:46}{table.found[name]:10.0f}  {told}", flush=True)


if __name__ == "__main__":
    in_sizes("bench.statistics", pages, sys.argv[1:])
