"""What every bench stands on: a PostgreSQL of its own, and how a time is taken."""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stadsinternationell.embedded.state import State

ROOT = Path(__file__).resolve().parent.parent


def measure(act: Callable[[], object], *, rounds: int) -> tuple[float, float]:
    """Return p50 and p95 of an action in milliseconds, after three rounds of warming up."""
    times = []
    for number in range(rounds + 3):
        began = time.perf_counter()
        act()
        if number >= 3:
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


@contextmanager
def thrown_away(*, settings: str = "bench.settings", durable: bool = False) -> Iterator[State]:
    """Set Django up on a PostgreSQL that is removed afterwards. Once in a process.

    durable: with the disk as in earnest, not as in a test run.
    """
    from stadsinternationell.embedded.postgres import Postgres
    from stadsinternationell.embedded.state import locate

    folder = tempfile.mkdtemp(prefix="utblick-bench-")
    os.environ |= {
        "UTBLICK_STATE": folder,
        "SECRET_KEY": "only-for-the-bench",
        "DJANGO_SETTINGS_MODULE": settings,
    }
    state = locate(ROOT, {"UTBLICK_STATE": folder})
    state.prepare()
    postgres = Postgres(state, throwaway=not durable)
    postgres.start()
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield state
    finally:
        postgres.stop()
        shutil.rmtree(folder, ignore_errors=True)
