"""Measure the pages beside a bare view, in one run, on a database of their own.

    .venv/bin/python -m bench.run                 10 000 and 1 000 000 engagements
    .venv/bin/python -m bench.run 10000           one size

Prints p50 and p95 in milliseconds, the number of queries, and the ratio to the bare view with as
many rows. Machines differ and are noisy: read the ratios.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROUNDS = 40
ROOT = Path(__file__).resolve().parent.parent


def measure(act: Callable[[], object]) -> tuple[float, float]:
    """Return p50 and p95 of an action in milliseconds, after three rounds of warming up."""
    times = []
    for number in range(ROUNDS + 3):
        began = time.perf_counter()
        act()
        if number >= 3:
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def pages(size: int) -> None:
    """Seed ``size`` engagements and print every page for every kind of reader."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench.seed import seed
    from engagements.models import Engagement

    began = time.perf_counter()
    people = seed(size)
    print(f"\n{size:,} engagements seeded in {time.perf_counter() - began:.0f} s")
    print(f"{'page':34}{'p50 ms':>8}{'p95 ms':>8}{'queries':>9}{'ratio':>7}")
    for label, user in people.items():
        client = Client()
        client.force_login(user)
        own = Engagement.objects.filter(organisation__code="MF").exclude(status="draft").first()
        print(label)
        bare = 1.0
        for name, address in (
            ("bare view, 50 rows", "/bare/50/"),
            ("start page", "/"),
            ("list", "/arenden/"),
            ("search, common word", "/arenden/?q=dagvatten"),
            ("queue", "/ko/"),
            ("calendar, four weeks", "/kalender/"),
            ("calendar, month", "/kalender/?vy=manad"),
            ("item page", f"/arenden/{own.number}/"),
        ):
            response = client.get(address)
            if response.status_code != 200:
                print(f"  {name:32}   not for this reader ({response.status_code})")
                continue
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            asked = len(queries)  # now: the log is emptied by the next request
            p50, p95 = measure(partial(client.get, address))
            bare = p50 if name.startswith("bare") else bare
            print(f"  {name:32}{p50:8.1f}{p95:8.1f}{asked:9}{p50 / bare:7.2f}")
        export(user, bare)


def export(user: object, bare: float) -> None:
    """Print what a year's CSV of one organisation costs, beside COPY of the same rows."""
    import io

    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from governance.reports import registry
    from governance.reports.files import write_csv

    def whole() -> int:
        report = registry.build(
            "besok", {"year": "2026", "organisation": "MF"}, by=user, at=timezone.now()
        )
        write_csv(report, io.BytesIO(), lambda _done: None)
        return report.total

    with CaptureQueriesContext(connection) as queries:
        rows = whole()
    began = time.perf_counter()
    whole()
    ours = time.perf_counter() - began
    began = time.perf_counter()
    connection.ensure_connection()
    with connection.connection.cursor().copy(
        "copy (select e.*, v.* from engagements_engagement e join visits_visit v on"
        " v.engagement_id = e.id join engagements_organisation o on o.id = e.organisation_id"
        " where o.code = 'MF' and extract(year from e.starts_on) = 2026) to stdout"
    ) as copied:
        for _part in copied:
            pass
    copy = time.perf_counter() - began
    print(
        f"  {'export, one organisation and year':32}{ours * 1000:8.0f}{'':8}{len(queries):9}"
        f"{ours * 1000 / bare:7.1f}   {rows} rows, {ours / copy:.1f} x COPY"
    )


@contextmanager
def thrown_away() -> Iterator[None]:
    """Set Django up on a PostgreSQL that is thrown away afterwards. Once in a process."""
    from stadsinternationell.embedded.postgres import Postgres
    from stadsinternationell.embedded.state import locate

    folder = tempfile.mkdtemp(prefix="utblick-bench-")
    os.environ |= {
        "UTBLICK_STATE": folder,
        "SECRET_KEY": "only-for-the-bench",
        "DJANGO_SETTINGS_MODULE": "bench.settings",
    }
    state = locate(ROOT, {"UTBLICK_STATE": folder})
    state.prepare()
    postgres = Postgres(state, throwaway=True)
    postgres.start()
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield
    finally:
        postgres.stop()
        shutil.rmtree(folder, ignore_errors=True)


def main(sizes: list[int]) -> None:
    """Run every size in a process of its own."""
    for size in sizes:
        if os.environ.get("BENCH_CHILD") != str(size):
            os.environ["BENCH_CHILD"] = str(size)
            os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-m", "bench.run", str(size)])
            continue
        with thrown_away():
            pages(size)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [10_000, 1_000_000])
