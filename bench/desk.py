"""Measure every role's pages beside a bare view and beside their own SQL, in one run.

    .venv/bin/python -m bench.desk                        10 000, 100 000 and 1 000 000 engagements
    .venv/bin/python -m bench.desk 10000 100000           other sizes

Prints p50 and p95 in milliseconds, the number of queries, the ratio to a bare Django view with as
many rows of four words, to one with as many rows of our list's own cells, and to the page's own
statements sent once more by psycopg alone. At last, for every
page, the exponent of its growth from the smallest size to the largest: 0 when it does not grow.
Machines differ and are noisy: read the ratios.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from bench.ground import in_sizes, measure

ROUNDS = 20
WHOLE = ("one organisation", "sees all")
# Of every role.
PAGES = (
    ("start page", "/"),
    ("list", "/arenden/"),
    ("item page", "/arenden/{own}/"),
)
# Of the two readers that differ most: one organisation's, and everybody's.
MORE_PAGES = (
    ("list, by kind and status", "/arenden/?typ=visit&status=decision"),
    ("list, a rare filter", "/arenden/?status=advice&plats=1"),
    ("search, common word", "/sok/?q=dagvatten"),
    ("search, rare word", "/sok/?q=besök+4711"),
    ("search, misspelt word", "/sok/?q=dagvattnet"),
    ("search, misspelt place", "/sok/?q=Stokholm"),
    *(
        (f"queue, {view}", f"/ko/?vy={view}")
        for view in ("mig", "enheten", "ingen", "andra", "uppfoljning")
    ),
    *((f"queue, {check}", f"/ko/?kontroll={check}") for check in ("hindrar", "motiveras")),
    *((f"queue, {order}", f"/ko/?ordning={order}") for order in ("vantat", "nyast", "verksamhet")),
    ("calendar, four weeks", "/kalender/"),
    ("calendar, month", "/kalender/?vy=manad"),
    ("similar matters", "/arenden/{own}/liknande/"),
    ("notices", "/aviseringar/"),
    ("statistics", "/statistik/"),
)


class Table:
    """What is printed, and kept for the growth."""

    def __init__(self) -> None:
        self.bare = self.cells = 1.0
        self.found: dict[str, float] = {}

    def head(self, size: int, seconds: float) -> None:
        """Print what stands above the columns."""
        print(f"\n{size:,} engagements seeded in {seconds:.0f} s")
        ratios = f"{'× bare':>8}{'× cells':>9}{'× SQL':>8}"
        print(f"{'page':34}{'p50 ms':>8}{'p95 ms':>8}{'queries':>9}{ratios}")

    def row(
        self, reader: str, name: str, times: tuple[float, float], asked: int, sql: float
    ) -> None:
        """Print a page. sql: milliseconds of its own statements; 0 when they change something."""
        p50, p95 = times
        beside = f"{p50 / sql:8.1f}" if sql else ""
        ratios = f"{p50 / self.bare:8.2f}{p50 / self.cells:9.2f}"
        print(f"  {name:32}{p50:8.1f}{p95:8.1f}{asked:9}{ratios}{beside}", flush=True)
        self.found[f"{reader}: {name}"] = p50


def pages(size: int) -> dict[str, float]:
    """Seed ``size`` engagements, print every page for every reader, and return their p50."""
    from django.test import Client

    from bench.seed import seed
    from engagements.models import Engagement

    began = time.perf_counter()
    people = seed(size)
    table = Table()
    table.head(size, time.perf_counter() - began)
    own = Engagement.objects.filter(organisation__code="MF", status="closed").first()
    assert own is not None  # noqa: S101 - the seed gives every organisation some
    for reader, user in people.items():
        client = Client()
        client.force_login(user)
        print(reader)
        table.bare = _page(client, "/bare/50/")[0][0]
        table.cells = _page(client, "/cells/50/")[0][0]
        for name, address in (
            ("bare view, 50 rows", "/bare/50/"),
            ("bare view, 50 rows of our cells", "/cells/50/"),
            *PAGES,
            *(MORE_PAGES if reader in WHOLE else ()),
        ):
            address = address.format(own=own.number)
            status = client.get(address).status_code
            if status in {403, 404}:
                print(f"  {name:32}   not for this reader ({status})")
                continue
            table.row(reader, name, *_page(client, address))
        if reader == WHOLE[0]:
            for name, act, asked in written(client, user):
                table.row(reader, name, measure(act, rounds=ROUNDS), asked, 0)
    return table.found


def _page(client: Any, address: str) -> tuple[tuple[float, float], int, float]:
    """Return a page's times, its number of queries, and what its statements cost alone."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    asked = [str(query["sql"]) for query in queries.captured_queries]
    times = measure(partial(client.get, address), rounds=ROUNDS)
    return times, len(asked), alone(asked)


def alone(statements: Iterable[str]) -> float:
    """Return what the questions among some statements cost by psycopg alone, in milliseconds."""
    from django.db import connection

    questions = [sql for sql in statements if sql.startswith(("SELECT", "WITH"))]
    connection.ensure_connection()

    def ask() -> None:
        with connection.connection.cursor() as cursor:
            for sql in questions:
                cursor.execute(sql)
                cursor.fetchall()

    return measure(ask, rounds=ROUNDS)[0]


def written(client: Any, user: Any) -> Iterator[tuple[str, Callable[[], None], int]]:
    """Give what a contact person writes: its name, the act, and the number of its queries."""
    from bench.writing import Writer

    writer = Writer(client, user)
    for name, forms in writer.kinds(ROUNDS + 4):
        asked = writer.counted(forms[0])
        rest = iter(forms[1:])
        yield name, lambda rest=rest: writer.send(next(rest)), asked  # type: ignore[misc]


if __name__ == "__main__":
    in_sizes("bench.desk", pages, sys.argv[1:])
