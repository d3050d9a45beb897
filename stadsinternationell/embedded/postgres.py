"""The embedded PostgreSQL: one private server, reached by a Unix socket alone."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from stadsinternationell.embedded import binaries, children
from stadsinternationell.embedded.binaries import PostgresUnusable
from stadsinternationell.embedded.state import DATABASE, DATABASE_ROLE, State, StateUnusable

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "128MB",
    # No disk of today takes four times as long to read here and there as in a row.
    "random_page_cost": "1.1",
    "log_line_prefix": "%m [%p] ",
}
# A test run's cluster is thrown away, so nothing needs to reach a disk; all its processes share it.
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
THROWAWAY |= {"max_connections": "200"}
# What a client is told while the server starts, recovers or goes down.
NOT_YET = (
    "starting up",
    "recovery",
    "shutting down",
    "not yet accepting",
    "refused",
    "No such file",
)
# Above the kernel's largest process id: PostgreSQL reads it as a holder that is gone.
NOBODY = 2**22 + 1
# An orphaned backend may hold the shared memory of a killed server for some seconds.
PATIENCE = 20.0


class Postgres:
    """A PostgreSQL server on a state folder, a child of this process."""

    def __init__(self, state: State, *, throwaway: bool = False) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self._state = state
        self._throwaway = throwaway
        state.postgres.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            state.postgres.chmod(0o711)
        self._programs = binaries.find(state.postgres)
        self._data = state.postgres / "data"
        self._log = state.postgres / "postgres.log"

    def start(self, *, tell: Callable[[str], None] = lambda _: None) -> None:
        """Start the server and return when it answers; a new folder gets a new cluster first.

        Recovery after a crash takes the time it takes: ``tell`` is told while we wait.
        Raises PostgresUnusable with PostgreSQL's own last words when it will not start.
        """
        self._make_folders()
        if not (self._data / "PG_VERSION").exists():
            self._create_cluster()
        self._check_version()
        self._write_access()
        self._end_leftover()
        give_up = time.monotonic() + PATIENCE
        while not self._launch(tell):
            if time.monotonic() > give_up:
                raise PostgresUnusable(
                    f"PostgreSQL does not start: {self._last_words()} (all of it in {self._log})"
                )
            time.sleep(0.2)
        self._create_database()

    def stop(self) -> None:
        """Stop the server, rolling back what runs; a throwaway one does not even tidy up."""
        if self.process is not None:
            sign = signal.SIGQUIT if self._throwaway else signal.SIGINT
            children.stop(self.process, sign, within=30)
            clear_sockets(self._state.database_sockets)

    def _make_folders(self) -> None:
        own_folder(self._state.sockets, mode=0o711 if self._programs.account else 0o700)
        own_folder(self._state.database_sockets, mode=0o700, account=self._programs.account)

    def _create_cluster(self) -> None:
        """Make the cluster beside its place and move it there whole: kill -9 leaves no half one."""
        draft = self._data.with_name("data.draft")
        shutil.rmtree(draft, ignore_errors=True)
        own_folder(draft, mode=0o700, account=self._programs.account)
        options = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=reject", "--no-instructions"]
        options.append("--no-sync" if self._throwaway else "--data-checksums")
        if self._major() >= 17:
            options.append("--locale-provider=builtin")
        self._programs.run("initdb", "-D", str(draft), "-U", DATABASE_ROLE, *options)
        draft.rename(self._data)

    def _major(self) -> int:
        return int(self._programs.version().split(".")[0])

    def _check_version(self) -> None:
        made_by = (self._data / "PG_VERSION").read_text().strip()
        if made_by != str(self._major()):
            raise PostgresUnusable(
                f"{self._data} was made by PostgreSQL {made_by}, and this Utblick brings "
                f"{self._major()}. Dump it with the old one and load it here, or set "
                "UTBLICK_STATE to a new folder."
            )

    def _write_access(self) -> None:
        """Let in us and the server's own account, known by the kernel: no password, no network."""
        names = {pwd.getpwuid(os.geteuid()).pw_name}
        if self._programs.account is not None:
            names.add(self._programs.account.pw_name)
        lines = (f'ours "{name}" {DATABASE_ROLE}\n' for name in sorted(names))
        (self._data / "pg_hba.conf").write_text("local all all peer map=ours\n")
        (self._data / "pg_ident.conf").write_text("".join(lines))

    def _launch(self, tell: Callable[[str], None]) -> bool:
        """Start the server once; whether it came up."""
        settings = SETTINGS | (THROWAWAY if self._throwaway else {})
        settings["unix_socket_directories"] = f'"{self._state.database_sockets}"'
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        with self._log.open("ab") as log:
            self.process = children.spawn(
                [self._programs.path("postgres"), "-D", str(self._data), *options],
                cwd=Path("/"),
                environ=binaries.ENVIRON,
                farewell=signal.SIGQUIT if self._throwaway else signal.SIGINT,
                account=self._programs.account,
                output=log,
            )
        since = told = time.monotonic()
        while self.process.poll() is None:
            if self._answers():
                return True
            if time.monotonic() - told > 5:
                told = time.monotonic()
                tell(f"PostgreSQL has been recovering for {told - since:.0f} s …")
            time.sleep(0.03)
        return False

    def _answers(self) -> bool:
        """Whether the server takes connections; false while it starts or recovers."""
        try:
            self._connect().close()
        except psycopg.OperationalError as error:
            if any(word in str(error) for word in NOT_YET):
                return False
            raise PostgresUnusable(f"PostgreSQL lets nobody in: {error}") from error
        return True

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self._state.database_sockets),
            user=DATABASE_ROLE,
            dbname="postgres",
            connect_timeout=10,
            autocommit=True,
        )

    def _create_database(self) -> None:
        with self._connect() as connection:
            found = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
            ).fetchone()
            if found is None:
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def _end_leftover(self) -> None:
        """End a server that an earlier, killed Utblick left behind on this data.

        A process id in the pid file may by now belong to anybody, or to a dead process that
        nobody has reaped: PostgreSQL would take either for a running server and refuse.
        """
        file = self._data / "postmaster.pid"
        try:
            lines = file.read_text().splitlines(keepends=True)
            pid = int(lines[0])
        except (FileNotFoundError, IndexError, ValueError):
            return
        give_up = time.monotonic() + PATIENCE
        while _runs_on(self._data, pid):
            late = time.monotonic() > give_up
            os.kill(pid, signal.SIGQUIT if late else signal.SIGINT)
            time.sleep(0.2)
        if file.exists():
            file.write_text("".join([f"{NOBODY}\n", *lines[1:]]))

    def _last_words(self) -> str:
        """Return what PostgreSQL said last of why it ended."""
        lines = self._log.read_text(errors="replace").splitlines()
        for line in reversed(lines[-50:]):
            for word in ("FATAL:", "PANIC:", "HINT:"):
                if word in line and word != "HINT:":
                    return line.split(word, 1)[1].strip()
        return lines[-1] if lines else "it said nothing"


def own_folder(folder: Path, *, mode: int, account: pwd.struct_passwd | None = None) -> None:
    """Make ``folder`` ours, or ``account``'s; refuse one that somebody else put there."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = os.geteuid() if account is None else account.pw_uid
    if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), wanted}:
        raise StateUnusable(f"{folder} belongs to somebody else. Remove it, or set UTBLICK_STATE.")
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    folder.chmod(mode)


def clear_sockets(folder: Path) -> None:
    """Remove a socket folder and the one above it when nothing is left in them."""
    with contextlib.suppress(OSError):
        folder.rmdir()
        folder.parent.rmdir()


def _runs_on(data: Path, pid: int) -> bool:
    """Whether process ``pid`` is a server on this very data folder."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return os.fsencode(data) in command.split(b"\0")
