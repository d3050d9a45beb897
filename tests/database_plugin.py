"""Early pytest plugin: a real PostgreSQL for the run, thrown away with it; a real Valkey on demand.

pytest-django reads the settings before any conftest.py, so the server must be up before that:
``-p tests.database_plugin`` in pyproject.toml loads this first. Every process of a run has a folder
of its own, so that two runs at once never meet; they share one server, and the tables that the
first of them has made. With DATABASE_URL set, that server is used instead.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from stadsinternationell.embedded import binaries
from stadsinternationell.embedded.broker import Broker
from stadsinternationell.embedded.postgres import Postgres
from stadsinternationell.embedded.state import DATABASE, State, locate

BASE_DIR = Path(__file__).resolve().parents[1]
PREFIX = f"utblick-test-{os.geteuid()}-"
# What the process that hands out the tests tells those that run them: its server's folder.
SHARED = "UTBLICK_TEST_SERVER"
WHOLE = "utblick_whole"


class Run:
    """The servers and the folder of one test run."""

    def __init__(self) -> None:
        self.header = "database: the one in DATABASE_URL"
        self._leaving = contextlib.ExitStack()
        self._broker: Broker | None = None
        self.state = self._folder()

    def start(self) -> None:
        """Start PostgreSQL and point the settings that are read next at this run."""
        os.environ["UTBLICK_STATE"] = str(self.state.root)
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in our thread
        os.environ["DJANGO_SETTINGS_MODULE"] = "stadsinternationell.settings_test"
        os.environ.setdefault("SECRET_KEY", "only-for-tests")
        if os.environ.get("DATABASE_URL"):
            return
        if os.environ.get("PYTEST_XDIST_WORKER"):
            shared = locate(BASE_DIR, {"UTBLICK_STATE": os.environ[SHARED]})
            os.environ["DATABASE_URL"] = shared.database_url
            return
        os.environ[SHARED] = str(self.state.root)
        began = time.monotonic()
        postgres = Postgres(self.state, throwaway=True)
        self._leaving.callback(postgres.stop)
        postgres.start()
        took = time.monotonic() - began
        self.header = f"database: throwaway PostgreSQL in {self.state.root} ({took:.1f} s)"

    def broker_url(self) -> str:
        """Return the address of the run's broker, started when first asked for."""
        given = os.environ.get("BROKER_URL")
        if given:
            return given
        if self._broker is None:
            self._broker = Broker(self.state)
            self._leaving.callback(self._broker.stop)
            self._broker.start()
        return self.state.broker_url

    def stop(self) -> None:
        """Stop what was started and leave nothing behind."""
        self._leaving.close()

    def _folder(self) -> State:
        """Make this run's folder, in memory where there is room for that."""
        shelf = _shelf()
        _tidy(shelf)
        root = Path(tempfile.mkdtemp(prefix=PREFIX, dir=shelf))
        self._leaving.callback(shutil.rmtree, root, ignore_errors=True)
        state = locate(BASE_DIR, {"UTBLICK_STATE": str(root)})
        state.prepare()
        lock = state.lock.open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        self._leaving.callback(lock.close)
        return state


def _shelf() -> Path:
    """Return the folder of throwaway folders: /dev/shm with half a gigabyte free, else /tmp."""
    memory = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a private folder in it
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**29:
        return memory
    return Path(tempfile.gettempdir())


def _tidy(shelf: Path) -> None:
    """Remove what killed runs left: a run that lives holds the lock in its folder."""
    for folder in shelf.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError), (folder / "lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)


class Tables:
    """The migrated tables, which the first process that needs them makes and all others copy.

    Making them takes some seconds. They are kept in pytest's own cache, too, for as long as the
    migrations and what they run on are the same.
    """

    def __init__(self, cache: Path) -> None:
        shelf = Path(os.environ[SHARED])
        state = locate(BASE_DIR, {"UTBLICK_STATE": str(shelf)})
        self._server = state.database_url
        self._programs = binaries.find(state.postgres)
        self._made = shelf / "tables.made"
        self._lock = (shelf / "tables.lock").open("w")
        self._kept = cache / f"{_written()}.sql"

    def wait(self) -> str | None:
        """Return the database to copy; None for who is first, for whom the others now wait."""
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        if not self._made.exists():
            if not self._kept.exists():
                return None
            self._create(sql.SQL("template0"))
            self._run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(self._kept))
            self._made.touch()
        self._lock.close()
        return WHOLE

    def keep(self, name: str) -> None:
        """Let the others copy a database that was made; nobody may be connected to it."""
        self._create(sql.Identifier(name))
        self._made.touch()
        for old in self._kept.parent.glob("*.sql"):
            old.unlink()
        draft = self._kept.with_suffix(f".{os.getpid()}")
        self._run("pg_dump", "-f", str(draft))
        draft.rename(self._kept)
        self._lock.close()

    def _create(self, template: sql.Composable) -> None:
        with psycopg.connect(self._server, autocommit=True) as server:
            creating = sql.SQL("create database {} template {}")
            server.execute(creating.format(sql.Identifier(WHOLE), template))

    def _run(self, name: str, *arguments: str) -> None:
        address = self._server.replace(f"/{DATABASE}?", f"/{WHOLE}?")
        subprocess.run(
            [self._programs.path(name), "-X" if name == "psql" else "-w", *arguments, address],
            check=True,
            stdout=subprocess.DEVNULL,
        )


def _written() -> str:
    """Return a sum of every migration of ours, and of the versions of all that runs them."""
    paths = [*BASE_DIR.glob("*/migrations/**/*.py"), BASE_DIR / "requirements-dev.txt"]
    summed = hashlib.sha256(sys.version.encode())
    for path in sorted(paths):
        summed.update(path.read_bytes())
    return summed.hexdigest()


def tables(cache: Path) -> Tables | None:
    """Return what the processes of a run share; None on a server that was given."""
    return Tables(cache) if SHARED in os.environ else None


_runs: list[Run] = []


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Come before pytest-django, which reads the settings in the same hook."""
    run = Run()
    _runs.append(run)
    early_config.add_cleanup(run.stop)
    run.start()
    yield


def pytest_report_header() -> str:
    """Tell which database the tests use."""
    return _runs[-1].header


@pytest.fixture(scope="session")
def broker_url() -> str:
    """Give the address of a real Valkey (or of BROKER_URL), for tests of workers and queues."""
    return _runs[-1].broker_url()
