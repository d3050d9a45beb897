"""What a local Utblick needs in its database before it opens: one process for all the steps."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import django
import psycopg
from django.core.management import call_command
from django.db import OperationalError, connection

from stadsinternationell.embedded.state import locate

BASE_DIR = Path(__file__).resolve().parents[2]
STEPS: dict[str, tuple[str, dict[str, object]]] = {
    "tables": ("migrate", {"verbosity": 0, "interactive": False}),
    "organisations, values and goals": ("reference", {}),
    "demo data": ("demo", {}),
    "style sheets and scripts": ("collectstatic", {"verbosity": 0, "interactive": False}),
}

DEMO = "UTBLICK_DEMO"
EMPTY = (
    "Nobody can sign in yet. Make yourself an administrator, and choose a password by the mail:\n"
    '    manage.py administrator you@city.example "Your Name"'
)


def steps(environ: Mapping[str, str]) -> dict[str, tuple[str, dict[str, object]]]:
    """Return what is done; without an invented city where UTBLICK_DEMO is 0."""
    if environ.get(DEMO) != "0":
        return STEPS
    return {title: step for title, step in STEPS.items() if step[0] != "demo"}


def main() -> int:
    """Run every step, tell its time, and leave the demo log-ins in the state folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stadsinternationell.settings")
    django.setup()
    try:
        _knock()
        for title, (command, options) in steps(os.environ).items():
            began = time.monotonic()
            print(f"  {title} ({command}) …", flush=True)
            call_command(command, **options)
            print(f"  {title}: {time.monotonic() - began:.1f} s", flush=True)
        logins = _logins(os.environ)
    except OperationalError as error:
        said = str(error).strip().splitlines()[0]
        print(f"The database does not answer: {said}", file=sys.stderr)
        return 1
    locate(BASE_DIR).logins.write_text(logins)
    return 0


def _logins(environ: Mapping[str, str]) -> str:
    """Return how one signs in."""
    if environ.get(DEMO) == "0":
        return EMPTY
    told = io.StringIO()
    call_command("demo", "--logins", stdout=told)
    return told.getvalue()


def _knock() -> None:
    """Connect once without the pool, which would wait half a minute for an answer."""
    try:
        psycopg.connect(**connection.get_connection_params(), connect_timeout=10).close()
    except psycopg.OperationalError as error:
        raise OperationalError(*error.args) from error


if __name__ == "__main__":
    sys.exit(main())
