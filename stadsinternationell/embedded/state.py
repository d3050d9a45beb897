"""Where a local Utblick keeps what it must remember. Computes paths; starts nothing.

Settings read this module at every start, so it uses the standard library alone and touches the
disk only in ``secret_key`` and ``prepare``.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

DATABASE = "utblick"
DATABASE_ROLE = "utblick"
SOCKET_NAME = ".s.PGSQL.5432"
# The kernel allows 107 bytes in the path of a Unix socket; some are left for PostgreSQL's lock.
LONGEST_SOCKET_PATH = 100
ELSEWHERE = Path("/var/lib/utblick")
SHORT_SOCKETS = Path("/tmp")  # noqa: S108 - the owner of the folder is checked before use


class StateUnusable(Exception):
    """The state folder cannot be used as it is. The message is for the person who started us."""


@dataclass(frozen=True)
class State:
    """One state folder and the paths inside it."""

    root: Path
    sockets: Path

    @property
    def lock(self) -> Path:
        """Held by the one supervisor that runs on this folder."""
        return self.root / "lock"

    @property
    def secret_file(self) -> Path:
        """SECRET_KEY of local runs, readable by its owner alone."""
        return self.root / "secret-key"

    @property
    def postgres(self) -> Path:
        """Folder of the embedded PostgreSQL: data, log and, for root, a copy of the binaries."""
        return self.root / "postgres"

    @property
    def broker(self) -> Path:
        """Folder of the embedded Valkey: its append-only file and log."""
        return self.root / "broker"

    @property
    def documents(self) -> Path:
        """Uploaded documents."""
        return self.root / "documents"

    @property
    def static(self) -> Path:
        """What collectstatic gathers."""
        return self.root / "static"

    @property
    def scheduler(self) -> Path:
        """The scheduler's memory of what it last sent."""
        return self.root / "scheduler.db"

    @property
    def logins(self) -> Path:
        """The demo log-ins, as the last start printed them."""
        return self.root / "demo-logins.txt"

    @property
    def database_sockets(self) -> Path:
        """Folder of PostgreSQL's socket, owned by the account that runs PostgreSQL."""
        return self.sockets / "db"

    @property
    def broker_socket(self) -> Path:
        """Valkey's socket."""
        return self.sockets / "mq" / "valkey.sock"

    @property
    def database_url(self) -> str:
        """Address of the embedded database, in the form that libpq and django-environ both read."""
        host = quote(str(self.database_sockets), safe="/")
        return f"postgresql://{DATABASE_ROLE}@/{DATABASE}?host={host}"

    @property
    def broker_url(self) -> str:
        """Address of the embedded broker, as Celery's redis transport reads it."""
        return f"redis+socket://{quote(str(self.broker_socket), safe='/')}"

    def prepare(self) -> None:
        """Make the state folder: ours alone, except that root's may be walked through.

        As root PostgreSQL runs under a system account, which must reach its own folder below.
        """
        try:
            if self.root.parent == ELSEWHERE:
                ELSEWHERE.mkdir(parents=True, exist_ok=True)
                ELSEWHERE.chmod(0o711)
            self.root.mkdir(parents=True, exist_ok=True)
            if self.root.stat().st_uid == os.geteuid():
                self.root.chmod(0o711 if os.geteuid() == 0 else 0o700)
        except OSError as error:
            raise StateUnusable(
                f"The state folder {self.root} cannot be made ({error.strerror}). "
                "Set UTBLICK_STATE to a folder that you may write to."
            ) from error
        if not os.access(self.root, os.W_OK | os.X_OK):
            raise StateUnusable(
                f"The state folder {self.root} is not yours to write to. "
                "Set UTBLICK_STATE to a folder that is."
            )
        if os.geteuid() == 0 and not open_to_others(self.root):
            raise StateUnusable(
                f"As root, PostgreSQL runs as a system account, which may not enter {self.root}. "
                "Set UTBLICK_STATE to a folder below /var/lib, or leave it unset."
            )

    def secret_key(self) -> str:
        """Return the SECRET_KEY of this folder, made the first time and the same ever after.

        Two processes may ask at once: the file appears whole under its name, and the first wins.
        """
        try:
            return self.secret_file.read_text().strip()
        except FileNotFoundError:
            self.prepare()
        except PermissionError as error:
            raise StateUnusable(
                f"{self.secret_file} belongs to another user. "
                "Run as that user, or set SECRET_KEY or UTBLICK_STATE."
            ) from error
        draft = self.secret_file.with_name(f"secret-key.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64) + "\n")
        try:
            os.link(draft, self.secret_file)
        except FileExistsError:
            pass  # another process was first; its key is the one
        finally:
            draft.unlink()
        return self.secret_file.read_text().strip()


def locate(base_dir: Path, environ: Mapping[str, str] = os.environ) -> State:
    """Find the state folder of the checkout ``base_dir``.

    UTBLICK_STATE decides when set (from the checkout when relative). Else it is ``var`` in the
    checkout; but when we are root and others may not enter the checkout, PostgreSQL's account
    could not reach it there, and the folder lies below /var/lib/utblick instead, named after the
    checkout.
    """
    base_dir = Path(base_dir).resolve()
    named = environ.get("UTBLICK_STATE", "").strip()
    if named:
        root = Path(os.path.normpath(base_dir / Path(named).expanduser()))
    elif os.geteuid() == 0 and not open_to_others(base_dir):
        root = ELSEWHERE / f"{base_dir.name}-{_mark(base_dir)}"
    else:
        root = base_dir / "var"
    return State(root=root, sockets=_sockets(root))


def open_to_others(folder: Path) -> bool:
    """Whether any account may walk down to ``folder``; parts that do not exist yet are ours."""
    for part in (folder, *folder.parents):
        try:
            if not part.stat().st_mode & stat.S_IXOTH:
                return False
        except FileNotFoundError:
            continue
        except PermissionError:
            return False
    return True


def _sockets(root: Path) -> Path:
    """Return where the sockets lie: in the state folder unless its path cannot hold a socket.

    The kernel limits its length, and PostgreSQL's client reads a comma as a list of servers.
    """
    beside = root / "run"
    longest = max(
        len(os.fsencode(beside / "db" / SOCKET_NAME)),
        len(os.fsencode(beside / "mq" / "valkey.sock")),
    )
    if longest <= LONGEST_SOCKET_PATH and not {",", '"'} & set(str(root)):
        return beside
    return SHORT_SOCKETS / f"utblick-{os.geteuid()}-{_mark(root)}"


def _mark(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
