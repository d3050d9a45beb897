"""Child processes that never outlive the process that started them."""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1


def spawn(
    command: Sequence[str],
    *,
    cwd: Path,
    environ: Mapping[str, str],
    farewell: signal.Signals,
    account: pwd.struct_passwd | None = None,
    output: IO[bytes] | None = None,
) -> subprocess.Popen[bytes]:
    """Start ``command`` in a session of its own, so that Ctrl-C in the terminal reaches us alone.

    farewell: the signal the kernel sends it when we die without having stopped it (kill -9).
    account: run as this account; only root may. output: where both its outputs go, else ours.
    """
    return subprocess.Popen(
        list(command),
        cwd=cwd,
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output is not None else None,
        start_new_session=True,
        preexec_fn=_dies_with_us(farewell),
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
    )


def stop(process: subprocess.Popen[bytes], sign: signal.Signals, *, within: float) -> bool:
    """Ask ``process`` alone to end, kill it when it has not after ``within`` seconds.

    Only its main process is signalled: a Celery pool that gets the signal too loses its tasks.
    Returns whether it ended by itself.
    """
    if process.poll() is not None:
        return True
    process.send_signal(sign)
    try:
        process.wait(within)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
    return True


def _dies_with_us(farewell: signal.Signals) -> Callable[[], None] | None:
    """Return what the child does before its program starts; None where the kernel has no way."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def arrange() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(farewell))
        if os.getppid() != parent:  # the parent died between fork and prctl
            os._exit(1)

    return arrange
