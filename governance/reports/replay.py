"""History judged again under other editions and values: what would have come out otherwise.

Nothing is changed. Of each engagement the newest receipt is judged: the one that was decided on,
else the one that was handed in.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from engagements.models import User
from governance.models import Assessment
from governance.reports import registry
from governance.reports.table import Progress, Report
from governance.strategy.replaying import (
    UNKNOWN,
    Answered,
    Kept,
    Question,
    compare_kept,
    question_of,
)

NAME = "replay"
PERIOD = ("since", "until")
BATCH = 500


@dataclass
class Tally:
    """What came of it all: numbers of items, and the items that flip or are unknown.

    organisations: flipped items by code. bodies: by who decided and who would have. clauses: flips
    by clause, verdict then and verdict now; unknown ones among them.
    """

    examined: int = 0
    flipped: int = 0
    unknown: int = 0
    failed: int = 0
    organisations: Counter[str] = field(default_factory=Counter)
    bodies: Counter[tuple[str, str]] = field(default_factory=Counter)
    clauses: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    items: list[Answered] = field(default_factory=list)

    def add(self, answered: Answered) -> None:
        """Count one item."""
        self.items.append(answered)
        outcome = answered.outcome
        if outcome is None:
            self.failed += 1
            return
        self.unknown += any(flip.after == UNKNOWN for flip in outcome.flips)
        if outcome.flipped:
            self.flipped += 1
            self.organisations[answered.organisation] += 1
        if outcome.decided != outcome.would_decide:
            self.bodies[outcome.decided, outcome.would_decide] += 1
        self.clauses.update((flip.clause, flip.before, flip.after) for flip in outcome.flips)


def newest(*, since: date | None = None, until: date | None = None) -> QuerySet[Assessment]:
    """Return the newest receipt of each engagement among those made in a period, both days in."""
    made = Assessment.objects.all()
    if since:
        made = made.filter(made_at__date__gte=since)
    if until:
        made = made.filter(made_at__date__lte=until)
    of_each = made.order_by("engagement_id", "-id").distinct("engagement_id").values("pk")
    return Assessment.objects.filter(pk__in=of_each).order_by("pk")


def kept(rows: QuerySet[Assessment]) -> Iterator[Kept]:
    """Give the receipts as they are kept, in constant memory."""
    columns = rows.annotate(
        number=F("engagement__number"), organisation=F("engagement__organisation__code")
    ).values_list("number", "organisation", "receipt", "weighed")
    for row in columns.iterator(chunk_size=BATCH):
        yield Kept(*row)


def run(
    question: Question,
    *,
    since: date | None = None,
    until: date | None = None,
    processes: int = 1,
    progress: Progress,
) -> Tally:
    """Judge history again. progress: is told how many items are done, after each batch."""
    tally = Tally()
    for size, found in _compared(kept(newest(since=since, until=until)), question, processes):
        tally.examined += size
        for answered in found:
            tally.add(answered)
        progress(tally.examined)
    tally.items.sort(key=lambda answered: answered.number)
    return tally


def told(tally: Tally) -> dict[str, Any]:
    """Return all of it as JSON values; docs/replay.md describes them."""
    return {
        "examined": tally.examined,
        "flipped": tally.flipped,
        "unknown": tally.unknown,
        "failed": tally.failed,
        "organisations": dict(sorted(tally.organisations.items())),
        "bodies": [[*key, count] for key, count in sorted(tally.bodies.items())],
        "clauses": [[*key, count] for key, count in sorted(tally.clauses.items())],
        "items": [
            {
                "number": item.number,
                "organisation": item.organisation,
                "fault": item.fault,
                "decided": item.outcome.decided if item.outcome else "",
                "would_decide": item.outcome.would_decide if item.outcome else "",
                "flips": [asdict(flip) for flip in item.outcome.flips] if item.outcome else [],
            }
            for item in tally.items
        ],
    }


def _compared(
    rows: Iterable[Kept], question: Question, processes: int
) -> Iterator[tuple[int, list[Answered]]]:
    """Give each batch's size and what came of it; in processes of their own when there are many."""
    batches = _batches(rows)
    if processes < 2:
        for batch in batches:
            yield len(batch), compare_kept(batch, question)
        return
    # Spawned: they import the pure strategy alone, and no connection is shared with them.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        under_way: list[tuple[int, Future[list[Answered]]]] = []
        for batch in batches:
            under_way.append((len(batch), pool.submit(compare_kept, batch, question)))
            if len(under_way) > 4 * processes:
                size, answered = under_way.pop(0)
                yield size, answered.result()
        for size, answered in under_way:
            yield size, answered.result()


def _batches(rows: Iterable[Kept]) -> Iterator[list[Kept]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def build(query: Mapping[str, Any], *, by: User, at: datetime) -> Report:
    """Return the replay as work for the worker, whose progress is counted in items.

    query: "editions" (ids), "values" (by key), "since" and "until" (days, or empty).
    """
    since, until = (date.fromisoformat(query[name]) if query[name] else None for name in PERIOD)
    question = question_of(query["editions"], query["values"])

    def whole(progress: Progress) -> dict[str, Any]:
        return told(run(question, since=since, until=until, progress=progress))

    return Report(
        title=str(_("Prövad historik")),
        query={},
        made_at=at,
        made_by=str(by),
        tables=(),
        total=newest(since=since, until=until).count(),
        whole=whole,
    )


registry.register(NAME, build)
