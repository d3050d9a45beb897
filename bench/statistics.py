"""Measure the statistics beside plain SQL, in one run.

    .venv/bin/python -m bench.statistics            100 000 engagements
    .venv/bin/python -m bench.statistics 1000000    another size

Prints the page of a year beside the same groups counted in plain SQL, one statement a group, as
whoever wants a figure asks for it. Read the ratios.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from bench.ground import thrown_away

SIZE = 100_000
ROUNDS = 5
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


def took(act: Callable[[], object]) -> float:
    """Return the middle of some rounds in milliseconds, after one of warming up."""
    times = []
    for number in range(ROUNDS + 1):
        began = time.perf_counter()
        act()
        if number:
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def page(user: object) -> None:
    """Print the figures and the page beside plain SQL."""
    from django.db import connection
    from django.test import Client

    from engagements.forms.search import SearchForm
    from governance.reports import statistics as counting
    from governance.reports import summed

    form = SearchForm({})
    form.is_valid()
    period = counting.Period(*(time_of(day) for day in YEAR))
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]

    def plainly() -> None:
        with connection.cursor() as cursor:
            for statement in GROUPS:
                cursor.execute(statement)
                cursor.fetchall()

    plain = took(plainly)
    asked = (form.cleaned_data, period)
    counted = took(lambda: counting.live(*asked, by=user, on=period.last))
    figures = took(lambda: summed.count(*asked, by=user, on=period.last))
    whole = took(lambda: client.get("/statistik/", {"fran": YEAR[0], "till": YEAR[1]}))
    print(f"{f'plain SQL, {len(GROUPS)} statements':38}{plain:10.0f} ms{1:8.2f}")
    print(f"{'every figure, counted':38}{counted:10.0f} ms{counted / plain:8.2f}")
    print(f"{'every figure, added up':38}{figures:10.0f} ms{figures / plain:8.2f}")
    print(f"{'the whole page':38}{whole:10.0f} ms{whole / plain:8.2f}")


def time_of(day: str) -> date:
    """Return a day as it is written."""
    return date.fromisoformat(day)


def main(size: int) -> None:
    """Seed and measure."""
    with thrown_away():
        from bench.seed import seed

        people = seed(size)
        user = people["sees all"]
        print(f"\n{size:,} engagements")
        page(user)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
