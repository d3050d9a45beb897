"""All of Utblick on this machine, kept running until Ctrl-C: ``python3 start.py run``."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType
from typing import Protocol

from stadsinternationell.embedded import ports, programs
from stadsinternationell.embedded.binaries import PostgresUnusable
from stadsinternationell.embedded.broker import Broker, BrokerUnusable
from stadsinternationell.embedded.lock import Hold
from stadsinternationell.embedded.postgres import Postgres
from stadsinternationell.embedded.state import State, StateUnusable, locate

COMMAND = "python3 start.py run"
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
# A part that ran this long before it ended starts afresh with the shortest pause.
STEADY = 60.0
# The web server of a killed supervisor holds its port until its last requests have ended.
AFTERMATH = 15.0


class StopAsked(BaseException):
    """Somebody asked us to stop. Not an error, so no ``except Exception`` may catch it."""


class StartFailed(Exception):
    """A part did not come up. The message says which."""


class Part(Protocol):
    """A server or a program that runs as our child."""

    process: subprocess.Popen[bytes] | None

    def start(self) -> None:
        """Start it."""

    def stop(self) -> None:
        """Stop it and wait until it has ended."""


@dataclass
class Watched:
    """A running part, and when to start it again should it end."""

    name: str
    part: Part
    began: float = field(default_factory=time.monotonic)
    pause: float = FIRST_PAUSE
    due: float | None = None


class Supervisor:
    """Starts the parts in order, starts again what ends, and stops them in the other order."""

    def __init__(self, state: State, *, port: int) -> None:
        self._state = state
        self._port = port
        self._zero = time.monotonic()
        self._watched: list[Watched] = []
        self._environ = dict(os.environ)
        self._asked = False

    def run(self) -> None:
        """Run until asked to stop. Raises what a part raised when it could not start."""
        for sign in STOPPING:
            signal.signal(sign, self._on_signal)
        try:
            self._start_all()
            while True:
                self._look_after()
                time.sleep(0.2)
        except StopAsked:
            self._say("stopping; what is being worked on is finished first …")
        finally:
            self._stop_all()

    def _start_all(self) -> None:
        self._environ.setdefault("DJANGO_SETTINGS_MODULE", "stadsinternationell.settings")
        self._environ.setdefault("SECRET_KEY", self._state.secret_key())
        self._environ.setdefault("PUBLIC_BASE_URL", f"http://{ports.HOST}:{self._port}")
        self._environ["UTBLICK_STATE"] = str(self._state.root)
        self._start_servers()
        self._prepare()
        self._start("web", programs.web(self._environ, port=self._port))
        self._start("worker", programs.worker(self._environ))
        self._start("scheduler", programs.scheduler(self._environ, state=self._state))
        self._await_web()
        self._welcome()

    def _start_servers(self) -> None:
        if self._environ.get("DATABASE_URL"):
            self._say("database: the one in DATABASE_URL")
        else:
            postgres = Postgres(self._state)
            self._keep("PostgreSQL", postgres, lambda: postgres.start(tell=self._say))
        if self._environ.get("BROKER_URL"):
            self._say("broker: the one in BROKER_URL")
        else:
            self._start("Valkey", Broker(self._state))

    def _prepare(self) -> None:
        preparation = programs.preparation(self._environ)
        watched = Watched("preparation", preparation)
        self._watched.append(watched)
        preparation.start()
        assert preparation.process is not None  # noqa: S101 - started on the line above
        code = preparation.process.wait()
        self._watched.remove(watched)
        if code != 0:
            raise StartFailed("The database could not be prepared; the line above says why.")

    def _start(self, name: str, part: Part) -> None:
        self._keep(name, part, part.start)

    def _keep(self, name: str, part: Part, start: Callable[[], None]) -> None:
        """Watch the part from before it starts, so that a stop in between stops it too."""
        self._watched.append(Watched(name, part))
        start()
        self._say(f"{name} started")

    def _await_web(self) -> None:
        """Wait for the first page, and for a program that cannot start to say so."""
        give_up = time.monotonic() + 90
        while not self._answers():
            for watched in self._watched:
                process = watched.part.process
                if process is not None and process.poll() is not None:
                    raise StartFailed(f"{watched.name} ended at once; the lines above say why.")
            if time.monotonic() > give_up:
                raise StartFailed("The site did not answer within 90 seconds.")
            time.sleep(0.1)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(ports.HOST, self._port, timeout=10)
        try:
            connection.request("GET", "/health/live")
            return connection.getresponse().status < 500
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _welcome(self) -> None:
        took = time.monotonic() - self._zero
        print(f"\nUtblick is open at http://{ports.HOST}:{self._port}/ (after {took:.1f} s)\n")
        print(self._state.logins.read_text().rstrip())
        print("\nCtrl-C stops it.", flush=True)

    def _look_after(self) -> None:
        now = time.monotonic()
        for watched in self._watched:
            process = watched.part.process
            if watched.due is not None:
                if now >= watched.due:
                    self._start_again(watched)
            elif process is not None and process.poll() is not None:
                self._note_end(watched, f"ended ({_ending(process.returncode)})")

    def _note_end(self, watched: Watched, how: str) -> None:
        now = time.monotonic()
        if now - watched.began > STEADY:
            watched.pause = FIRST_PAUSE
        self._say(f"{watched.name} {how}; starting it again in {watched.pause:g} s")
        watched.due = now + watched.pause
        watched.pause = min(watched.pause * 2, LONGEST_PAUSE)

    def _start_again(self, watched: Watched) -> None:
        watched.due = None
        watched.began = time.monotonic()
        try:
            watched.part.start()
        except (PostgresUnusable, BrokerUnusable) as error:
            self._note_end(watched, str(error))
        else:
            self._say(f"{watched.name} started again")

    def _stop_all(self) -> None:
        began = time.monotonic()
        self._asked = True  # from here on a signal may hurry us, not interrupt us
        for watched in reversed(self._watched):
            if isinstance(watched.part, programs.Program) and watched.part.process is not None:
                watched.part.process.terminate()  # all at once; each is waited for below
        for watched in reversed(self._watched):
            watched.part.stop()
        self._say(f"stopped in {time.monotonic() - began:.1f} s")

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        """Stop once; a second time kills the programs, never the servers that guard the data."""
        if not self._asked:
            self._asked = True
            raise StopAsked
        self._say("asked again: ending the programs at once")
        for watched in self._watched:
            if isinstance(watched.part, programs.Program) and watched.part.process is not None:
                watched.part.process.kill()

    def _say(self, text: str) -> None:
        print(f"[{time.monotonic() - self._zero:5.1f} s] {text}", flush=True)


def _ending(code: int) -> str:
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name


def main() -> int:
    """Hold the state folder, choose the port, run. Every known trouble is one line and a code."""
    state = locate(programs.BASE_DIR)
    try:
        state.prepare()
        os.umask(0o077)  # what the parts write, mail and documents too, is ours alone
        with Hold(state) as hold:
            port = ports.choose(command=COMMAND, patience=AFTERMATH if hold.left_behind else 0)
            hold.describe(f"process {os.getpid()}, http://{ports.HOST}:{port}/")
            print(f"Utblick keeps its data in {state.root}", flush=True)
            Supervisor(state, port=port).run()
    except (
        StateUnusable, ports.PortUnusable, PostgresUnusable, BrokerUnusable, StartFailed
    ) as error:  # fmt: skip
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # while the port was asked for
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
