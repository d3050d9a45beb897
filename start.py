#!/usr/bin/env python3
"""Utblick from a clean clone, with nothing but Python on the machine.

    python3 start.py run            set up what is missing, start everything, stop it on Ctrl-C
    python3 start.py test           set up what is missing, run every check and every test
    python3 start.py test ARGS      only pytest, with these arguments

The environment lies in .venv (VENV_DIR names another place). Standard library only, and written so
that a Python too old for Utblick can still read it and say so.
"""

import contextlib
import ctypes
import fcntl
import glob
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import typing

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.abspath(os.environ.get("VENV_DIR") or os.path.join(HERE, ".venv"))
PYTHON = os.path.join(VENV, "bin", "python")
BIN = os.path.dirname(PYTHON)
OLDEST = (3, 11)
LOCKS = {"run": "requirements.txt", "test": "requirements-dev.txt"}
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


class Trouble(Exception):
    """Something is missing. The message is one line: what, and what mends it."""


# ---------------------------------------------------------------- the environment


def make_environment(lock_name: str) -> None:
    """Make .venv hold exactly what the hash-locked list says; quick when it already does."""
    with open(os.path.join(HERE, lock_name), "rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two first starts at once must not share one pip
        wanted = hashlib.sha256(lock.read() + sys.version.encode()).hexdigest()
        mark = os.path.join(VENV, ".holds-" + lock_name)
        if os.path.exists(PYTHON) and read(mark) == wanted:
            return
        began = time.monotonic()
        uv = shutil.which("uv")
        make_venv(uv)
        install(uv, lock_name)
        write(mark, wanted)
        say(f"environment ready in {time.monotonic() - began:.0f} s")


def make_venv(uv: "str | None") -> None:
    """Make the virtual environment; anew when ours is half made or for another Python."""
    made_by = read(os.path.join(VENV, ".made-by"))
    if os.path.exists(PYTHON) and made_by == maker(uv):
        return
    if made_by:
        shutil.rmtree(VENV)
    elif os.path.isdir(VENV) and os.listdir(VENV):
        need_usable(uv)
        return
    if uv:
        command = [uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, VENV]
    else:
        need_venv_module()
        command = [sys.executable, "-m", "venv", VENV]
    try:
        os.makedirs(VENV, exist_ok=True)
        write(os.path.join(VENV, ".made-by"), "not yet whole")
        long_command(command, f"making the environment {VENV} (once)")
        write(os.path.join(VENV, ".made-by"), maker(uv))
    except (OSError, Failed) as error:
        raise Trouble(
            f"{VENV} cannot be made ({error}). Set VENV_DIR to a folder that you may write to."
        ) from error


def need_usable(uv: "str | None") -> None:
    """Take an environment that somebody else made as it is, when it can serve; never remove it."""
    probe = "import sys; print(sys.version)" + ("" if uv else "; import pip")
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        told = subprocess.check_output([PYTHON, "-c", probe], stderr=subprocess.DEVNULL)
        if told.decode().strip() == sys.version:
            return
    raise Trouble(
        f"{VENV} is no environment of this Python that could be used. "
        "Remove it, or set VENV_DIR to another folder."
    )


def maker(uv: "str | None") -> str:
    """What made the environment: an environment of uv's has no pip, so it cannot serve both."""
    return f"{'uv' if uv else 'venv'} {sys.version}"


def need_venv_module() -> None:
    """Debian's python3 comes without ensurepip: install it where we may, else say the line."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    if may_install():
        apt_install(["python3-venv"], "python3-venv is missing")
        return
    raise Trouble(
        "This Python cannot make virtual environments. On Debian or Ubuntu: "
        "sudo apt-get install -y python3-venv"
    )


def install(uv: "str | None", lock_name: str) -> None:
    """Install the list: every file by its hash, wheels only, nothing built here.

    The list is whole, so nothing is resolved: a release made since then must change nothing.
    Afterwards it is checked that the packages agree with each other.
    """
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    options += ["-r", os.path.join(HERE, lock_name)]
    if uv:
        command = [uv, "pip", "install", "--python", PYTHON]
        check = [uv, "pip", "check", "--python", PYTHON]
    else:
        # What is imported is compiled then, and kept; most never is.
        command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-compile"]
        command += ["--progress-bar", "off"]
        check = [PYTHON, "-m", "pip", "check", "--disable-pip-version-check"]
    try:
        long_command(command + options, "installing the packages of " + lock_name)
        long_command(check, "checking that they agree")
    except Failed as error:
        raise Trouble(
            "The packages could not be installed; the lines above say why. A package index must "
            "be reachable (PIP_INDEX_URL, or UV_INDEX_URL with uv, names another)."
        ) from error


# ---------------------------------------------------------------- the browser for the tests


def find_browser() -> "str | None":
    """Return the browser that the tests drive: CHROMIUM, else the first one on PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def missing_packages() -> "list[str]":
    """Return the Debian packages that browser tests need and this machine lacks."""
    missing = [] if find_browser() else ["chromium"]
    try:
        ctypes.CDLL("libatomic.so.1")  # Playwright's own node cannot start without it
    except OSError:
        missing.append("libatomic1")
    if not glob.glob("/usr/share/fonts/**/*.[to]tf", recursive=True):
        missing.append("fonts-dejavu-core")
    return missing if sys.platform.startswith("linux") or "chromium" in missing else []


def need_browser(only_some_tests: bool) -> None:
    """See to it that a browser is there. Browser tests are never skipped in silence."""
    missing = missing_packages()
    if not missing:
        return
    names = " ".join(missing)
    if may_install():
        apt_install(missing, "the browser tests need " + names)
        return
    line = (
        f"The browser tests need {names}. On Debian or Ubuntu: sudo apt-get install -y "
        f"--no-install-recommends {names} (or set CHROMIUM to a Chromium of your own)."
    )
    if not only_some_tests:
        raise Trouble(line)
    say(line)


def may_install() -> bool:
    """Whether we may install Debian packages: root, where apt-get is."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: "list[str]", why: str) -> None:
    """Install Debian packages, saying so."""
    say(f"{why}: installing with apt-get (once)")
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]
    environ = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    options = ["install", "-y", "--no-install-recommends"]
    try:
        long_command(apt + ["update"], "apt-get update", environ)
        long_command(apt + options + packages, "installing " + " ".join(packages), environ)
    except Failed as error:
        raise Trouble(
            "apt-get could not install them; the lines above say why. Mend that and run: "
            "apt-get install -y --no-install-recommends " + " ".join(packages)
        ) from error


# ---------------------------------------------------------------- running commands


class Failed(Exception):
    """A command ended with another code than 0."""


class Lines:
    """What a command has printed so far."""

    def __init__(self) -> None:
        self._lines: "list[str]" = []

    def read(self, stream: "typing.IO[str]") -> None:
        """Take in lines until the command closes its output."""
        for line in stream:
            if line.strip():
                self._lines.append(line.rstrip())

    def latest(self) -> str:
        """Return the last line, cut to fit beside a time."""
        return self._lines[-1][:90] if self._lines else ""

    def end(self) -> str:
        """Return enough of the end to see what went wrong."""
        return "\n".join(self._lines[-25:])


def long_command(command: "list[str]", title: str, environ: "dict[str, str] | None" = None) -> None:
    """Run a slow command, telling every five seconds how far it is. Raises Failed."""
    say(f"{title} …")
    process = subprocess.Popen(
        command,
        env=dict(environ or os.environ, UV_PYTHON_DOWNLOADS="never", PYTHONUNBUFFERED="1"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    lines = Lines()
    reader = threading.Thread(target=lines.read, args=(process.stdout,), daemon=True)
    reader.start()
    began = told = time.monotonic()
    while process.poll() is None:
        time.sleep(0.05)
        if time.monotonic() - told > 5:
            told = time.monotonic()
            say(f"{told - began:4.0f} s  {lines.latest()}")
    reader.join(5)
    if process.returncode != 0:
        print(lines.end(), file=sys.stderr, flush=True)
        raise Failed(f"{os.path.basename(command[0])} ended with code {process.returncode}")


def say(text: str) -> None:
    """Tell what is going on."""
    print(f"start.py: {text}", flush=True)


def read(path: str) -> str:
    """Return a file's text, or nothing when it cannot be read."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def write(path: str, text: str) -> None:
    """Write a small file."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


# ---------------------------------------------------------------- the two commands


# A file stays with one process, since it may share what is costly to make; the order is pytest's.
WHOLE_FILES = ["--dist", "loadfile", "--no-loadscope-reorder"]


def workers() -> int:
    """One more than the cores: a test that waits for a browser or a server leaves one idle."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) + 1
    return (os.cpu_count() or 1) + 1


def checks() -> "list[tuple[str, list[str]]]":
    """Return every check in the order they run: the quick ones first."""
    templates = sorted(glob.glob(os.path.join(HERE, "templates", "**", "*.html"), recursive=True))
    quiet = "ignore:Got an error checking a consistent migration history:RuntimeWarning"
    return [
        ("ruff check", [tool("ruff"), "check", "."]),
        ("ruff format", [tool("ruff"), "format", "--check", "."]),
        ("djade", [tool("djade"), "--check", "--target-version", "5.2"] + templates),
        ("import floors", [tool("lint-imports"), "--no-cache"]),
        ("migrations", [PYTHON, "-W", quiet, "manage.py", "makemigrations", "--check"]),
        ("mypy", [tool("mypy")]),
        ("pytest", [PYTHON, "-m", "pytest", "-n", str(workers())] + WHOLE_FILES),
    ]


def tool(name: str) -> str:
    """Return the path of a tool in the environment."""
    return os.path.join(BIN, name)


# Checked while the first of pytest's processes lays the tables, and the other cores wait for it.
BESIDE = "mypy"
# How many seconds a check has to clean up when it is told to stop.
PATIENCE = 20


class Check:
    """A check that runs. What one beside another prints is kept until it has ended."""

    def __init__(self, title: str, command: "list[str]", environ: "dict[str, str]") -> None:
        say(title)
        self.title = title
        kept = tempfile.TemporaryFile("w+") if title == BESIDE else None  # noqa: SIM115 - read last
        self._kept = kept
        self._began = time.monotonic()
        self._process = subprocess.Popen(
            command, cwd=HERE, env=environ, stdout=self._kept, stderr=self._kept
        )

    def has_failed(self) -> bool:
        """Whether it has ended badly by now."""
        return self._process.poll() not in (None, 0)

    def stop(self) -> None:
        """Let it clean up and end, as Ctrl-C does.

        What a shell has put in the background is deaf to that, and so is all that it starts.
        """
        for sign in (signal.SIGINT, signal.SIGTERM):
            if self._process.poll() is None:
                self._process.send_signal(sign)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(PATIENCE)
        self._process.wait()

    def end(self, others: "list[Check]") -> int:
        """Wait for it, but not when one of the others fails, and tell how it went."""
        while self._process.poll() is None and not any(one.has_failed() for one in others):
            time.sleep(0.1)
        if self._process.poll() is None:
            self.stop()
            return 0
        if self._kept:
            self._kept.seek(0)
            print(self._kept.read(), end="", flush=True)
        code, took = self._process.returncode, time.monotonic() - self._began
        say(f"{self.title} ok, {took:.1f} s" if code == 0 else f"{self.title} FAILED, {took:.1f} s")
        return code


def run_checks(environ: "dict[str, str]") -> int:
    """Run every check and stop at the first that fails."""
    beside: "list[Check]" = []
    for title, command in checks():
        check = Check(title, command, environ)
        if title == BESIDE:
            beside.append(check)
            continue
        code = check.end(beside)
        if code != 0:
            for one in beside:
                one.stop()
            return code
    return max([one.end([]) for one in beside] or [0])


def test(arguments: "list[str]") -> int:
    """Every check, or pytest alone with ``arguments``."""
    make_environment(LOCKS["test"])
    need_browser(only_some_tests=bool(arguments))
    environ = dict(os.environ, DJANGO_SETTINGS_MODULE="stadsinternationell.settings_test")
    environ.setdefault("CHROMIUM", find_browser() or "")
    if not arguments:
        return run_checks(environ)
    return subprocess.call([PYTHON, "-m", "pytest"] + arguments, cwd=HERE, env=environ)


def run() -> None:
    """Become the supervisor, so that it gets our signals and our process id."""
    make_environment(LOCKS["run"])
    os.chdir(HERE)
    sys.stdout.flush()
    os.execv(PYTHON, [PYTHON, "-m", "stadsinternationell.embedded.supervisor"])


def main(arguments: "list[str]") -> int:
    """Run the command asked for; known trouble ends in one line and code 1."""
    command = arguments[0] if arguments else ""
    if command not in LOCKS or (command == "run" and len(arguments) > 1):
        print(__doc__.strip())
        return 2
    if sys.version_info < OLDEST:
        have, need = sys.version.split()[0], ".".join(map(str, OLDEST))
        print(
            f"Utblick needs Python {need} or newer, and this is {have}. ", end="", file=sys.stderr
        )
        print(f"Start it with a newer one: python{need} start.py {command}", file=sys.stderr)
        return 1
    # Or each of many processes compiles it all anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        if command == "test":
            return test(arguments[1:])
        run()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
