"""All of Utblick under its supervisor, as ``python3 start.py run`` starts it."""

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from stadsinternationell.embedded import ports, preparation
from stadsinternationell.embedded.state import locate

BASE_DIR = Path(__file__).resolve().parents[2]
OUTSIDE = ("BROKER_URL", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PUBLIC_BASE_URL", "SECRET_KEY")


class House:
    """A state folder and a port, and the supervisor on them."""

    def __init__(self, folder: Path) -> None:
        self.port = ports.next_free(18_000)
        self.state = locate(BASE_DIR, {"UTBLICK_STATE": str(folder)})
        self.environ = {key: value for key, value in os.environ.items() if key not in OUTSIDE}
        # The invented city has its own tests, and takes a minute.
        self.environ |= {"UTBLICK_STATE": str(folder), "PORT": str(self.port), "UTBLICK_DEMO": "0"}
        self.process: subprocess.Popen[str]

    def start(self) -> list[str]:
        """Start it and return what it said until it was open."""
        command = [sys.executable, "-m", "stadsinternationell.embedded.supervisor"]
        self.process = subprocess.Popen(
            command,
            cwd=BASE_DIR,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return self.lines_until("Ctrl-C stops it.")

    def lines_until(self, text: str) -> list[str]:
        lines = []
        for line in self.process.stdout or ():
            lines.append(line.rstrip())
            if text in line:
                return lines
        raise AssertionError(f"it ended without saying {text!r}:\n" + "\n".join(lines))

    def page(self) -> int:
        with urllib.request.urlopen(f"http://{ports.HOST}:{self.port}/health/ready") as answer:
            return int(answer.status)

    def kill(self, pid: int | None = None) -> None:
        os.kill(pid or self.process.pid, signal.SIGKILL)

    def stop(self) -> list[str]:
        self.process.send_signal(signal.SIGTERM)
        return self.process.communicate(timeout=60)[0].splitlines()


@pytest.fixture(scope="module")
def opened():
    """A running house, and what it said while it opened."""
    house = House(Path(os.environ["UTBLICK_STATE"]) / "house")
    said = house.start()
    yield house, said
    house.stop()


@pytest.fixture
def house(opened) -> House:
    return opened[0]


def test_the_invented_city_is_made_unless_one_asks_for_an_empty_one():
    whole, empty = preparation.steps({}), preparation.steps({"UTBLICK_DEMO": "0"})

    assert [step[0] for step in whole.values()] == ["migrate", "reference", "demo", "collectstatic"]
    assert list(empty) == [title for title in whole if title != "demo data"]


def test_it_tells_the_address_and_how_one_signs_in(opened):
    house, said = opened

    assert house.page() == 200
    assert any(f"http://127.0.0.1:{house.port}/" in line for line in said)
    assert "manage.py administrator" in "\n".join(said)


def test_a_second_start_on_its_folder_is_refused_in_one_line(house):
    command = [sys.executable, "-m", "stadsinternationell.embedded.supervisor"]

    second = subprocess.run(
        command, cwd=BASE_DIR, env=house.environ, capture_output=True, text=True, check=False
    )

    assert second.returncode == 1
    assert second.stdout == ""
    assert second.stderr.splitlines() == [
        f"Utblick already runs on {house.state.root}: process {house.process.pid}, "
        f"http://127.0.0.1:{house.port}/. Stop that one first, "
        "or give this one its own folder and port: UTBLICK_STATE=… PORT=…"
    ]


def test_a_killed_database_comes_back_and_the_site_with_it(house):
    pid_file = house.state.postgres / "data" / "postmaster.pid"

    house.kill(int(pid_file.read_text().split()[0]))

    house.lines_until("PostgreSQL started again")
    assert house.page() == 200


def test_after_a_kill_of_the_supervisor_it_starts_on_the_same_data(house):
    secret = house.state.secret_key()
    house.kill()
    house.process.wait(timeout=30)
    house.process.stdout.close()

    house.start()

    assert house.page() == 200
    assert house.state.secret_key() == secret


def test_it_stops_clean_when_asked(house):
    said = house.stop()

    assert house.process.returncode == 0
    assert "stopped in" in said[-1]
    assert ports.is_free(house.port)
    assert not house.state.sockets.exists()
    assert not (house.state.postgres / "data" / "postmaster.pid").exists()
    assert house.state.lock.read_text() == ""
