"""What every bench stands on: a PostgreSQL of its own, and how a time is taken."""

from __future__ import annotations

import json
import math
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stadsinternationell.embedded.state import State

ROOT = Path(__file__).resolve().parent.parent
SIZES = [10_000, 100_000, 1_000_000]
TOLD_TO = "BENCH_TOLD_TO"


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


def in_sizes(module: str, at: Callable[[int], dict[str, float]], arguments: list[str]) -> None:
    """Measure every size in a process of its own, in one run, and print how each thing grows.

    module: the bench's own name. at: what measures one size, on a database that is thrown away, and
    returns milliseconds by name. Raises SystemExit when a size can't be measured.
    """
    sizes = [int(argument) for argument in arguments] or SIZES
    if told_to := os.environ.get(TOLD_TO):
        with thrown_away():
            Path(told_to).write_text(json.dumps(at(sizes[0])), encoding="utf-8")
        return
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            told = Path(folder) / str(size)
            os.environ[TOLD_TO] = str(told)
            command = [sys.executable, "-m", module, str(size)]
            if os.spawnv(os.P_WAIT, sys.executable, command):
                raise SystemExit(f"{size:,} engagements could not be measured.")
            found[size] = json.loads(told.read_text(encoding="utf-8"))
    _growth(found)


def _growth(found: dict[int, dict[str, float]]) -> None:
    """Print how each grows: its time is as the number of engagements to this power."""
    least, most = min(found), max(found)
    if least == most:
        return
    print(f"\nGrowth of p50 from {least:,} to {most:,}: the exponent")
    for name, first in found[least].items():
        if last := found[most].get(name):
            print(f"  {name:64}{math.log(last / first) / math.log(most / least):7.3f}")
