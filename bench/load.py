"""Keep web, worker, scheduler and database busy together for five minutes, as people would.

    .venv/bin/python -m bench.load                  1 000 000 engagements, 300 seconds
    .venv/bin/python -m bench.load 10000 30         another size, another time

The mix is 60 % lists, 20 % items, 10 % searches, 8 % saved drafts and 2 % submitted ones, by ten
people who don't pause. First the number of people is found at which the slowest twentieth is still
below 300 ms; then that many go on for the whole time. Prints requests a second, p50, p95 and p99 by
what was done, errors, the memory of web, worker and database at the beginning and the end, and
what a bare view gives at as many people.
"""

from __future__ import annotations

import http.client
import itertools
import os
import random
import socket
import statistics
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from bench.ground import thrown_away

if TYPE_CHECKING:
    from bench.writing import Sending
    from stadsinternationell.embedded.programs import Program

SIZE, SECONDS = 1_000_000, 300
LIMIT = 300.0
TRIED = (1, 2, 3, 4, 6, 8)
TRIED_FOR = 12
MIX = (("list", 60), ("item", 20), ("search", 10), ("save", 8), ("submit", 2))
LISTS = ("/arenden/", "/arenden/?status=advice", "/ko/", "/", "/arenden/?typ=visit&status=closed")
WORDS = ("dagvatten", "förskola", "cykelbanor", "4711", "biblioteket", "Stokholm")
FORM = "application/x-www-form-urlencoded"


@dataclass
class Seen:
    """What one person at a time met: milliseconds by what was done, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)

    @property
    def every(self) -> list[float]:
        """All times."""
        return [each for times in self.times.values() for each in times]


class Visitor:
    """A person with a browser that keeps its connection."""

    def __init__(self, port: int, cookies: str, token: str) -> None:
        self._port = port
        self._headers = {"Cookie": cookies, "X-CSRFToken": token, "Host": f"127.0.0.1:{port}"}
        self._connection: http.client.HTTPConnection | None = None

    def ask(self, address: str, fields: Any = None) -> int:
        """Send a request, read the whole answer and return its status.

        A connection that the server has closed while nobody used it is opened anew, as a browser
        does.
        """
        kept = self._connection is not None
        try:
            return self._ask(address, fields)
        except (BrokenPipeError, ConnectionResetError, http.client.RemoteDisconnected):
            if not kept:
                raise
            return self._ask(address, fields)

    def _ask(self, address: str, fields: Any) -> int:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        body = urlencode(fields) if fields else None
        headers = self._headers | ({"Content-Type": FORM} if fields else {})
        try:
            self._connection.request("POST" if fields else "GET", address, body, headers)
            answer = self._connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            self._connection = None
            raise
        return answer.status


class Work:
    """What there is to do: lists, items, searches, and forms that are each sent once."""

    def __init__(
        self, items: list[str], saved: list[Callable[[int], Sending]], sent: list[Sending]
    ) -> None:
        self._items = items
        self._saved = saved
        self._numbers = itertools.count()
        self._sent = iter(sent)
        self._lock = threading.Lock()

    def next(self, dice: random.Random, number: int) -> tuple[str, str, Any, int]:
        """Return what is done next: its name, address, fields and the status it should have."""
        (what,) = dice.choices([name for name, _share in MIX], [share for _name, share in MIX])
        if what == "submit":
            with self._lock:
                form = next(self._sent, None)
            if form:
                return what, form.address, form.fields, form.right
            what = "list"
        if what == "save":
            form = self._saved[number](next(self._numbers))
            return what, form.address, form.fields, form.right
        if what == "item":
            return what, dice.choice(self._items), None, 200
        if what == "search":
            return what, f"/sok/?{urlencode({'q': dice.choice(WORDS)})}", None, 200
        return what, dice.choice(LISTS), None, 200


def busy(
    visitors: list[Visitor], act: Callable[[Visitor, int, Seen], None], seconds: float
) -> Seen:
    """Let the visitors act, each one thing after the other, for some time."""
    seen, until = Seen(), time.monotonic() + seconds

    def go_on(number: int) -> None:
        while time.monotonic() < until:
            act(visitors[number], number, seen)

    threads = [threading.Thread(target=go_on, args=(n,)) for n in range(len(visitors))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def timed(seen: Seen, what: str, wanted: int, ask: Callable[[], int]) -> None:
    """Take the time of a request; anything but the wanted status is an error."""
    began = time.perf_counter()
    try:
        status = ask()
    except (OSError, http.client.HTTPException) as error:
        seen.errors.append(f"{what}: {type(error).__name__}")
        return
    seen.times[what].append((time.perf_counter() - began) * 1000)
    if status != wanted:
        seen.errors.append(f"{what}: {status}")


def told(title: str, seen: Seen, seconds: float) -> None:
    """Print one line: requests a second, p50, p95, p99."""
    times = seen.every
    cuts = statistics.quantiles(times, n=100)
    rate = len(times) / seconds
    print(
        f"  {title:24}{rate:8.1f}/s{cuts[49]:9.0f}{cuts[94]:9.0f}{cuts[98]:9.0f} ms"
        f"{len(seen.errors):8} errors",
        flush=True,
    )


def memory(programs: dict[str, int]) -> dict[str, float]:
    """Return the memory of each program and all its children in megabytes, shared parts once."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                line = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(line[1])
    found = {}
    for name, top in programs.items():
        family = {top}
        while more := {pid for pid, parent in parents.items() if parent in family} - family:
            family |= more
        found[name] = sum(_proportional(pid) for pid in family) / 1024
    return found


def _proportional(pid: int) -> int:
    """Return a process's share of memory in kB: what it holds alone, and its part of the rest."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))


def people(port: int, users: list[Any], many: int) -> list[Visitor]:
    """Sign people in, and give each a browser."""
    from django.conf import settings
    from django.test import Client

    visitors = []
    for number in range(many):
        client = Client()
        client.force_login(users[number % len(users)])
        cookies = {name: morsel.value for name, morsel in client.cookies.items()}
        token = cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
        said = "; ".join(f"{name}={value}" for name, value in cookies.items())
        visitors.append(Visitor(port, said, token))
    return visitors


def work_of(user: Any, many: int) -> Work:
    """Make the drafts that are saved and sent in."""
    from django.test import Client

    from bench.writing import Writer
    from engagements.models import Engagement

    client = Client()
    client.force_login(user)
    writer = Writer(client, user)
    own = Engagement.objects.filter(organisation__code="MF").exclude(status="draft")
    items = [f"/arenden/{number}/" for number in own.values_list("number", flat=True)[:200]]
    saved = [writer.saving() for _n in range(max(TRIED))]
    return Work(items, saved, [writer.submitting() for _n in range(many)])


def measure(port: int, users: dict[str, Any], programs: dict[str, int], seconds: int) -> None:
    """Find how many people are served in time, and keep as many busy."""
    contact = users["one organisation"]
    print("making drafts …", flush=True)
    work = work_of(contact, 60 + seconds)
    wide = users["sees all"]
    visitors = people(port, [contact, contact, wide], max(TRIED))
    writers = people(port, [contact], max(TRIED))
    dice = random.Random(7)  # noqa: S311 - the same mix every time

    def act(visitor: Visitor, number: int, seen: Seen) -> None:
        what, address, fields, wanted = work.next(dice, number)
        if address.startswith("/ko/") and number % 3 != 2:
            address = "/arenden/"
        sender = visitor if fields is None else writers[number]
        timed(seen, what, wanted, lambda: sender.ask(address, fields))

    print(f"  {'':24}{'rate':>10}{'p50':>9}{'p95':>9}{'p99':>9}")
    best = TRIED[0]
    for many in TRIED:
        seen = busy(visitors[:many], act, TRIED_FOR)
        told(f"{many} at once", seen, TRIED_FOR)
        if statistics.quantiles(seen.every, n=20)[-1] > LIMIT:
            break
        best = many
    before = memory(programs)
    seen = busy(visitors[:best], act, seconds)
    print(f"{best} at once for {seconds} s")
    told("everything", seen, seconds)
    for what, times in seen.times.items():
        told(what, Seen({what: times}), seconds)
    for error in sorted(set(seen.errors)):
        print(f"  {seen.errors.count(error)} × {error}")
    for name, after in memory(programs).items():
        print(f"  {name:24}{before[name]:8.0f} MB{after:9.0f} MB  memory, before and after")
    bare = busy(
        visitors[:best],
        lambda one, _n, seen: timed(seen, "bare", 200, lambda: one.ask("/bare/50/")),
        15,
    )
    told("bare view, 50 rows", bare, 15)


def main(size: int, seconds: int) -> None:
    """Seed, start the parts that a city runs, and keep them busy."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    os.environ["PUBLIC_BASE_URL"] = f"http://127.0.0.1:{port}"
    with thrown_away(settings="bench.settings_load", durable=True) as state:
        from django.core.management import call_command

        from bench.seed import seed
        from stadsinternationell.embedded import programs
        from stadsinternationell.embedded.broker import Broker

        call_command("collectstatic", verbosity=0, interactive=False)
        began = time.monotonic()
        users = seed(size)
        print(f"{size:,} engagements seeded in {time.monotonic() - began:.0f} s", flush=True)
        broker = Broker(state)
        broker.start()
        environ = dict(os.environ)
        parts: dict[str, Program] = {
            "web": programs.web(environ, port=port),
            "worker": programs.worker(environ),
            "scheduler": programs.scheduler(environ, state=state),
        }
        try:
            for part in parts.values():
                part.start()
            _await(port)
            tops = {name: part.process.pid for name, part in parts.items() if part.process}
            tops["database"] = int(
                (state.postgres / "data" / "postmaster.pid").read_text().split()[0]
            )
            measure(port, users, tops, seconds)
        finally:
            for part in parts.values():
                part.stop()
            broker.stop()


def _await(port: int) -> None:
    visitor = Visitor(port, "", "")
    for _try in range(200):
        try:
            if visitor.ask("/health/live") == 200:
                return
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
    raise RuntimeError("The web server does not answer.")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [SIZE, SECONDS][len(given) :]))
