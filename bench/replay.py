"""Measure how quickly history is judged again, on a database of its own.

    .venv/bin/python -m bench.replay              100 000 stored receipts
    .venv/bin/python -m bench.replay 10000        another number

Prints seconds and receipts a second in one process and in two, beside the plain loop: a row at a
time through the ORM, with its engagement. Machines differ and are noisy: read the ratios.
"""

from __future__ import annotations

import sys
import time
from datetime import date

from bench.ground import thrown_away

ON = date(2026, 11, 1)
VARIED = 60
PLAIN = 1000
STORE = """
insert into governance_assessment
  (engagement_id, stage, receipt, sha256, weighed, content_sha256, made_by_id, made_at)
select e.id, 'decision', r.receipt, '', '', '', %s, now()
from engagements_engagement e join told r on r.n = e.id %% %s
"""


def fill(size: int) -> None:
    """Seed engagements, and give each a receipt: one of some sixty that differ."""
    from django.db import connection, transaction

    from bench.seed import seed
    from engagements.models import Engagement
    from governance import assessing
    from governance.strategy import canonical, receipt_of

    user = seed(size)["one organisation"].pk
    some = Engagement.objects.order_by("id")[: VARIED * 7 : 7]
    judged = [assessing.judge(row, stage="decision", on=ON) for row in some]
    told = [(n, canonical(receipt_of(one))) for n, one in enumerate(judged)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("create temp table told (n int, receipt text) on commit drop")
        cursor.executemany("insert into told values (%s, %s)", told)
        cursor.execute(STORE, [user, len(told)])
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def plain(size: int) -> float:
    """Return seconds for ``size`` receipts in the plain loop, measured on a thousand."""
    import json

    from governance.models import Assessment
    from governance.strategy.replaying import Question, compare

    organisations = set()
    began = time.perf_counter()
    for row in Assessment.objects.order_by("pk")[:PLAIN]:
        organisations.add(row.engagement.organisation.code)
        compare(json.loads(row.receipt), Question())
    return (time.perf_counter() - began) * size / PLAIN


def main(size: int) -> None:
    """Print what it takes."""
    from governance.reports import replay
    from governance.strategy.replaying import question_of

    fill(size)
    slow = plain(size)
    print(f"{size:,} receipts; plain loop {slow:.1f} s (from {PLAIN:,})")
    question = question_of([], {"moderation.meal_sek": 100})
    for processes in (1, 2):
        steps: list[int] = []
        began = time.perf_counter()
        tally = replay.run(question, processes=processes, progress=steps.append)
        took = time.perf_counter() - began
        print(
            f"processes: {processes}   {took:.1f} s   {tally.examined / took:,.0f} a second   "
            f"{slow / took:.1f} x the plain loop   {tally.flipped:,} flip, told {len(steps)} times"
        )


if __name__ == "__main__":
    with thrown_away():
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
