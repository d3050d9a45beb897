"""start.py on machines that lack something: one clear line, and what mends it."""

import ast
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

BASE_DIR = Path(__file__).resolve().parents[2]
START = BASE_DIR / "start.py"
# Runs start.py in a Python that we have first made worse.
WORSE = "import runpy, sys; {flaw}; runpy.run_path({start!r}, None, '__main__')"


def start(*arguments: str, python=(sys.executable,), **environ: str):
    """Run start.py with nothing on PATH: no uv, no apt-get, no browser."""
    command = [*python, *arguments]
    if python == (sys.executable,):
        command = [sys.executable, str(START), *arguments]
    bare = {"PATH": "/nowhere", "LC_ALL": "C.UTF-8", **environ}
    return subprocess.run(
        command, env=bare, capture_output=True, text=True, timeout=60, check=False
    )


def worse(flaw: str) -> tuple[str, ...]:
    return (sys.executable, "-c", WORSE.format(flaw=flaw, start=str(START)))


@pytest.fixture
def environment(tmp_path) -> Path:
    """An environment that holds the locked lists, with a python that only tells its arguments."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "pyvenv.cfg").write_text("")
    python = tmp_path / "bin" / "python"
    python.write_text('#!/bin/sh\necho "python $*"\n')
    python.chmod(0o755)
    for name in ("requirements.txt", "requirements-dev.txt"):
        held = hashlib.sha256((BASE_DIR / name).read_bytes() + sys.version.encode()).hexdigest()
        (tmp_path / f".holds-{name}").write_text(held)
    return tmp_path


def test_without_a_command_it_tells_the_two_there_are():
    done = start()

    assert done.returncode == 2
    assert "python3 start.py run" in done.stdout
    assert "python3 start.py test" in done.stdout


def test_an_old_python_can_read_it():
    ast.parse(START.read_text(), feature_version=(3, 6))


def test_an_old_python_is_told_which_one_is_needed():
    done = start("run", python=worse("sys.version_info = (3, 9, 2); sys.version = '3.9.2 (old)'"))

    assert done.returncode == 1
    assert done.stderr == (
        "Utblick needs Python 3.11 or newer, and this is 3.9.2. "
        "Start it with a newer one: python3.11 start.py run\n"
    )


def test_a_python_that_cannot_make_environments_is_told_the_package(tmp_path):
    blind = (
        "import importlib.util as u; real = u.find_spec; "
        "u.find_spec = lambda name, *more: None if name == 'ensurepip' else real(name, *more)"
    )

    done = start("run", python=worse(blind), VENV_DIR=str(tmp_path / "venv"))

    assert done.returncode == 1
    assert done.stderr == (
        "This Python cannot make virtual environments. On Debian or Ubuntu: "
        "sudo apt-get install -y python3-venv\n"
    )


def test_a_folder_that_is_no_environment_is_never_removed(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")

    done = start("run", VENV_DIR=str(tmp_path))

    assert done.returncode == 1
    assert done.stderr == (
        f"{tmp_path} is no environment of this Python that could be used. "
        "Remove it, or set VENV_DIR to another folder.\n"
    )
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_place_where_no_environment_can_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    done = start("run", VENV_DIR=str(tmp_path / "file" / "venv"))

    assert done.returncode == 1
    assert done.stderr.endswith("Set VENV_DIR to a folder that you may write to.\n")
    assert "Traceback" not in done.stderr


def test_a_missing_browser_stops_the_tests_with_the_line_that_installs_it(environment):
    done = start("test", VENV_DIR=str(environment), CHROMIUM="/nowhere/chromium")

    assert done.returncode == 1
    assert done.stderr.startswith("The browser tests need chromium")
    assert "sudo apt-get install -y --no-install-recommends chromium" in done.stderr


def test_arguments_go_to_pytest_alone(environment):
    done = start("test", "tests/one", "-x", VENV_DIR=str(environment), CHROMIUM=sys.executable)

    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "python -m pytest tests/one -x"


def test_run_hands_over_to_the_supervisor(environment):
    done = start("run", VENV_DIR=str(environment))

    assert done.stdout == "python -m stadsinternationell.embedded.supervisor\n"


@pytest.mark.parametrize(
    ("types", "tests", "code", "told"),
    [
        ("echo all well", "echo 3 passed", 0, ["3 passed", "pytest ok", "all well", "mypy ok"]),
        ("echo wrong; exit 3", "exec sleep 60", 3, ["wrong", "mypy FAILED"]),
        ("exec sleep 60", "echo 1 failed; exit 1", 1, ["1 failed", "pytest FAILED"]),
    ],
)
def test_types_are_checked_beside_the_tests_and_whoever_fails_ends_both(types, tests, code, told):
    done = both_checks(types, tests)

    assert done.returncode == code
    said = [done.stdout.find(words) for words in told]
    assert -1 not in said, done.stdout
    assert said == sorted(said), done.stdout


def test_what_does_not_hear_ctrl_c_is_ended_all_the_same():
    done = both_checks("exec sleep 60", "exit 1", deaf=True)

    assert done.returncode == 1
    assert "pytest FAILED" in done.stdout


def both_checks(types, tests, *, deaf=False):
    """Run two shell commands as the checks of types and tests. deaf: as a shell's background is."""
    doing = (
        "import runpy, signal;"
        f" start = runpy.run_path({str(START)!r}); known = start['run_checks'].__globals__;"
        f" known['PATIENCE'] = {0.2 if deaf else 20};"
        f" signal.signal(signal.SIGINT, signal.{'SIG_IGN' if deaf else 'default_int_handler'});"
        " known['checks'] = lambda:"
        f" [('mypy', ['sh', '-c', {types!r}]), ('pytest', ['sh', '-c', {tests!r}])];"
        " raise SystemExit(start['run_checks'](None))"
    )
    return subprocess.run(
        [sys.executable, "-c", doing], capture_output=True, text=True, timeout=30, check=False
    )


def test_ci_calls_the_command_of_the_readme_alone():
    lines = (BASE_DIR / ".ci" / "run").read_text().splitlines()

    assert lines[-1] == "exec python3 start.py test"
    assert os.access(BASE_DIR / ".ci" / "run", os.X_OK)
