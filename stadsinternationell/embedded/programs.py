"""Utblick's own three programs: web, worker and scheduler."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stadsinternationell.embedded import children, ports
from stadsinternationell.embedded.state import State

BASE_DIR = Path(__file__).resolve().parents[2]


@dataclass
class Program:
    """A program that is started, watched and asked to end."""

    command: Sequence[str]
    environ: Mapping[str, str]
    patience: float
    farewell: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        """Start it; whether it works shows later."""
        self.process = children.spawn(
            self.command, cwd=BASE_DIR, environ=self.environ, farewell=self.farewell
        )

    def stop(self) -> None:
        """Let it finish what it is doing, for as long as its patience lasts."""
        if self.process is not None:
            children.stop(self.process, signal.SIGTERM, within=self.patience)


def web(environ: Mapping[str, str], *, port: int) -> Program:
    """Two processes of four threads, as measured in production's proportions."""
    options = ["--worker-class", "gthread", "--workers", "2", "--threads", "4"]
    options += ["--bind", f"{ports.HOST}:{port}", "--graceful-timeout", "10"]
    options += ["--log-level", "warning", "--no-control-socket"]
    application = "stadsinternationell.wsgi:application"
    command = _python("gunicorn", application, *options)
    # Without a supervisor its database goes too: nothing is gained by finishing slowly.
    return Program(command, environ, patience=15, farewell=signal.SIGQUIT)


def worker(environ: Mapping[str, str]) -> Program:
    """Two processes; a running task is finished before it ends."""
    options = ["--concurrency", "2", "--loglevel", "warning", "--without-gossip"]
    command = _celery("worker", *options, "--without-mingle")
    # Without a supervisor its broker goes too, and a warm end would wait for that to come back;
    # what it was doing is not acknowledged, so the next worker does it.
    return Program(command, environ, patience=30, farewell=signal.SIGKILL)


def scheduler(environ: Mapping[str, str], *, state: State) -> Program:
    """The one clock of the installation."""
    options = ["--loglevel", "warning", "--schedule", str(state.scheduler), "--pidfile="]
    return Program(_celery("beat", *options), environ, patience=10)


def preparation(environ: Mapping[str, str]) -> Program:
    """Migrations, reference data and demo data; ends by itself."""
    return Program(_python("stadsinternationell.embedded.preparation"), environ, patience=10)


def _celery(*arguments: str) -> list[str]:
    # Root is a person trying Utblick out; a production worker is started by other means.
    calm = ("-W", "ignore:You're running the worker with superuser")
    command = _python("celery", "--quiet", "--app", "stadsinternationell", *arguments)
    return [command[0], *calm, *command[1:]]


def _python(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", module, *arguments]
