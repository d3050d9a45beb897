"""One supervisor for each state folder."""

from __future__ import annotations

import fcntl
import os
from types import TracebackType
from typing import TextIO

from stadsinternationell.embedded.state import State, StateUnusable


class AlreadyRunning(StateUnusable):
    """Another supervisor holds the state folder."""


class Hold:
    """The lock of a state folder, held while the ``with`` block lasts.

    The kernel lets go of it when the holder dies, however it dies; so no stale lock is ever left.
    The file's text tells a second starter who holds it. A holder that lets go empties it, so what
    is ``left_behind`` in it is the word of one that was killed.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._file: TextIO | None = None
        self.left_behind = ""

    def __enter__(self) -> Hold:
        """Take the lock. Raises AlreadyRunning at once when another process has it."""
        descriptor = os.open(self._state.lock, os.O_RDWR | os.O_CREAT, 0o600)
        file = os.fdopen(descriptor, "r+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = file.read().strip() or "a process that is just starting"
            file.close()
            raise AlreadyRunning(
                f"Utblick already runs on {self._state.root}: {holder}. Stop that one first, "
                "or give this one its own folder and port: UTBLICK_STATE=… PORT=…"
            ) from None
        self._file = file
        self.left_behind = file.read().strip()
        self.describe(f"process {os.getpid()}")
        return self

    def describe(self, text: str) -> None:
        """Write who holds the lock, for whoever is refused."""
        assert self._file is not None, "the lock is not held"  # noqa: S101 - a programming error
        self._file.seek(0)
        self._file.truncate()
        self._file.write(text + "\n")
        self._file.flush()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go. The file stays: removing it could take the lock of the next holder's file."""
        if self._file is not None:
            self._file.seek(0)
            self._file.truncate()
            self._file.close()
            self._file = None
