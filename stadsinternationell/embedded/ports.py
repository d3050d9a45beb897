"""Which port the site answers on."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Mapping

HOST = "127.0.0.1"
USUAL = 8000


class PortUnusable(Exception):
    """The port cannot be had. The message names one that can."""


def choose(environ: Mapping[str, str] = os.environ, *, command: str, patience: float = 0) -> int:
    """Return the port to use: PORT, else 8000, given ``patience`` seconds to come free.

    When it is taken, a person at a terminal is asked whether the next free one will do; anybody
    else gets PortUnusable with the command that would work.
    """
    wanted = _number(environ.get("PORT", "").strip() or str(USUAL))
    give_up = time.monotonic() + patience
    if patience and not is_free(wanted):
        print(f"Waiting for the Utblick that was killed to let go of port {wanted} …", flush=True)
    while not is_free(wanted):
        if time.monotonic() > give_up:
            return _instead_of(wanted, command)
        time.sleep(0.1)
    return wanted


def _instead_of(wanted: int, command: str) -> int:
    other = next_free(wanted)
    taken = f"Port {wanted} is already in use by another program."
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        answer = input(f"{taken} Use port {other} instead? [Y/n] ")
        if answer.strip().lower() in {"", "y", "yes", "j", "ja"}:
            return other
    raise PortUnusable(f"{taken} Port {other} is free: PORT={other} {command}")


def is_free(port: int) -> bool:
    """Whether a server of ours could listen on ``port`` now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise PortUnusable(
                f"Port {port} is for root alone. Choose one above 1023: PORT={USUAL}"
            ) from error
        except OSError:
            return False
    return True


def next_free(port: int) -> int:
    """Return the first free port after ``port``, or any free one when a hundred are taken."""
    for candidate in range(port + 1, min(port + 101, 65536)):
        if is_free(candidate):
            return candidate
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise PortUnusable(f"PORT must be a number from 1 to 65535, not {text!r}.")
