"""Real servers on folders of their own: started, killed, taken over."""

import os
import secrets
import select
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import environ
import psycopg
import pytest
import valkey

from stadsinternationell.embedded import ports
from stadsinternationell.embedded.binaries import PostgresUnusable
from stadsinternationell.embedded.broker import Broker
from stadsinternationell.embedded.lock import AlreadyRunning, Hold
from stadsinternationell.embedded.postgres import Postgres
from stadsinternationell.embedded.state import ELSEWHERE, State, StateUnusable, locate

BASE_DIR = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder() -> Path:
    """A folder that PostgreSQL's account may reach also when the tests run as root."""
    return Path(os.environ["UTBLICK_STATE"]) / secrets.token_hex(4)


@pytest.fixture
def state(folder) -> State:
    state = locate(BASE_DIR, {"UTBLICK_STATE": str(folder)})
    state.prepare()
    return state


@pytest.fixture
def server(state):
    postgres = Postgres(state)
    postgres.start()
    yield postgres
    postgres.stop()


@pytest.fixture
def broker(state):
    broker = Broker(state)
    broker.start()
    yield broker
    broker.stop()


def kill(server) -> None:
    server.process.kill()
    server.process.wait()


# --- where things lie ------------------------------------------------------------------------


def test_state_lies_in_the_checkout(folder):
    folder.mkdir()

    assert locate(folder, {}).root == folder / "var"


def test_state_of_root_lies_elsewhere_when_others_may_not_enter_the_checkout(tmp_path):
    tmp_path.chmod(0o700)

    root = locate(tmp_path, {}).root

    as_root = os.geteuid() == 0
    assert root.parent == (ELSEWHERE if as_root else tmp_path)


def test_two_private_checkouts_of_one_name_have_two_states(tmp_path):
    roots = {locate(tmp_path / where / "utblick", {}).root for where in ("a", "b")}

    assert len(roots) == 2


def test_utblick_state_decides_and_starts_from_the_checkout_when_relative(tmp_path):
    assert locate(tmp_path, {"UTBLICK_STATE": "/srv/state"}).root == Path("/srv/state")
    assert locate(tmp_path / "house", {"UTBLICK_STATE": "../state"}).root == tmp_path / "state"


@pytest.mark.parametrize("name", ["a" * 90, "one,two"])
def test_sockets_lie_in_a_short_place_when_the_state_folder_cannot_hold_them(tmp_path, name):
    state = locate(tmp_path, {"UTBLICK_STATE": str(tmp_path / name)})

    assert state.sockets.parent == Path("/tmp")  # noqa: S108 - that is where it should be


def test_database_address_is_read_alike_by_django_environ_and_libpq(tmp_path):
    state = locate(tmp_path, {"UTBLICK_STATE": "/srv/å och ö"})

    read = environ.Env.db_url_config(state.database_url)

    assert read["OPTIONS"] == {"host": "/srv/å och ö/run/db"}
    assert psycopg.conninfo.conninfo_to_dict(state.database_url) == {
        "host": "/srv/å och ö/run/db",
        "user": read["USER"],
        "dbname": read["NAME"],
    }


def test_a_state_folder_that_cannot_be_made_is_told_with_what_mends_it(tmp_path):
    (tmp_path / "file").write_text("")
    state = locate(tmp_path, {"UTBLICK_STATE": "file/state"})

    with pytest.raises(StateUnusable, match="Set UTBLICK_STATE to a folder that you may write to"):
        state.prepare()


# --- the secret ------------------------------------------------------------------------------


def test_secret_key_is_made_once_for_its_owner_alone(state):
    first = state.secret_key()

    assert state.secret_key() == first
    assert len(first) >= 50
    assert state.secret_file.stat().st_mode & 0o777 == 0o600


def test_processes_that_ask_at_once_get_one_secret_key(state):
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: state.secret_key(), range(40)))

    assert len(set(keys)) == 1
    assert [path.name for path in state.root.iterdir()] == ["secret-key"]


# --- one at a time ---------------------------------------------------------------------------


def test_a_second_supervisor_on_one_folder_is_refused_and_told_who_holds_it(state):
    with Hold(state) as hold:
        hold.describe("process 17, http://127.0.0.1:8000/")

        with pytest.raises(AlreadyRunning, match=r"already runs .* process 17, http"):
            Hold(state).__enter__()

    with Hold(state) as hold:
        assert state.lock.read_text() == f"process {os.getpid()}\n"
        assert hold.left_behind == ""


def test_a_killed_supervisor_leaves_no_lock(state):
    code = (
        "import sys, pathlib; from stadsinternationell.embedded import lock, state;"
        "s = state.locate(pathlib.Path('.'), {'UTBLICK_STATE': sys.argv[1]});"
        "h = lock.Hold(s).__enter__(); print('held', flush=True); sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-c", code, str(state.root)]
    with subprocess.Popen(command, cwd=BASE_DIR, **pipes) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunning):
            Hold(state).__enter__()
        holder.kill()

    with Hold(state) as hold:
        assert hold.left_behind == f"process {holder.pid}"


# --- the port --------------------------------------------------------------------------------


def test_a_taken_port_is_told_with_the_command_that_would_work():
    with socket.socket() as other:
        other.bind((ports.HOST, 0))
        other.listen()
        taken = other.getsockname()[1]

        with pytest.raises(ports.PortUnusable) as refusal:
            ports.choose({"PORT": str(taken)}, command="python3 start.py run")

    offered = int(str(refusal.value).rpartition("PORT=")[2].split()[0])
    assert str(refusal.value) == (
        f"Port {taken} is already in use by another program. "
        f"Port {offered} is free: PORT={offered} python3 start.py run"
    )
    assert ports.is_free(offered)


def test_a_free_port_is_taken_at_its_word():
    free = ports.next_free(20_000)

    assert ports.choose({"PORT": str(free)}, command="") == free


@pytest.mark.parametrize("text", ["web", "0", "65536", "-1", "8000.0"])
def test_a_port_that_is_no_port_is_told(text):
    with pytest.raises(ports.PortUnusable, match="a number from 1 to 65535"):
        ports.choose({"PORT": text}, command="")


# --- PostgreSQL ------------------------------------------------------------------------------


def write(state: State, number: int) -> None:
    with psycopg.connect(state.database_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (number int PRIMARY KEY)")
        connection.execute("INSERT INTO kept VALUES (%s)", [number])


def kept(state: State) -> list[int]:
    with psycopg.connect(state.database_url) as connection:
        return [row[0] for row in connection.execute("SELECT number FROM kept ORDER BY number")]


def test_postgres_listens_on_a_private_socket_alone(state, server):
    with psycopg.connect(state.database_url) as connection:
        shown = connection.execute("SHOW listen_addresses").fetchone()

    assert shown == ("",)
    assert state.database_sockets.stat().st_mode & 0o777 == 0o700


def test_postgres_keeps_what_was_committed_when_it_is_killed(state, server):
    for number in range(3):
        write(state, number)
        kill(server)
        server.start()

    assert kept(state) == [0, 1, 2]


def test_postgres_left_running_by_a_killed_supervisor_is_taken_over(state, server):
    write(state, 1)
    successor = Postgres(state)

    successor.start()

    assert server.process.wait(timeout=10) == 0
    assert kept(state) == [1]
    successor.stop()


def test_postgres_starts_when_its_pid_file_names_a_living_stranger(state, server):
    server.stop()
    stranger = f"{os.getpid()}\n{state.postgres / 'data'}\n0\n5432\n\n\n"
    (state.postgres / "data" / "postmaster.pid").write_text(stranger)

    server.start()

    write(state, 1)
    assert kept(state) == [1]


def test_postgres_of_another_version_is_told_and_left_alone(state, server):
    server.stop()
    version = state.postgres / "data" / "PG_VERSION"
    version.write_text("14\n")

    with pytest.raises(PostgresUnusable, match="was made by PostgreSQL 14"):
        server.start()

    assert version.read_text() == "14\n"


def test_postgres_dies_with_the_process_that_started_it(state):
    code = (
        "import sys, pathlib; from stadsinternationell.embedded import postgres, state;"
        "s = state.locate(pathlib.Path('.'), {'UTBLICK_STATE': sys.argv[1]});"
        "p = postgres.Postgres(s); p.start(); print(p.process.pid, flush=True); sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-c", code, str(state.root)]
    with subprocess.Popen(command, cwd=BASE_DIR, **pipes) as starter:
        watch = os.pidfd_open(int(starter.stdout.readline()))
        starter.send_signal(signal.SIGKILL)

    readable, _, _ = select.select([watch], [], [], 10)
    os.close(watch)
    assert readable == [watch]


# --- Valkey ----------------------------------------------------------------------------------


def test_valkey_keeps_its_queues_when_it_is_killed(state, broker):
    client = valkey.Valkey(unix_socket_path=str(state.broker_socket))
    client.rpush("queue", *range(500))
    client.close()

    kill(broker)
    broker.start()

    with valkey.Valkey(unix_socket_path=str(state.broker_socket)) as client:
        assert client.llen("queue") == 500


def test_sockets_in_the_short_place_are_removed_when_the_server_stops(folder):
    state = locate(BASE_DIR, {"UTBLICK_STATE": str(folder / ("a" * 60))})
    state.prepare()
    broker = Broker(state)

    broker.start()
    broker.stop()

    assert state.sockets.parent == Path("/tmp")  # noqa: S108 - that is where it should be
    assert not state.sockets.exists()


def test_valkey_left_running_by_a_killed_supervisor_is_taken_over(state, broker):
    with valkey.Valkey(unix_socket_path=str(state.broker_socket)) as client:
        client.rpush("queue", "one")
    successor = Broker(state)

    successor.start()

    assert broker.process.wait(timeout=10) == 0
    with valkey.Valkey(unix_socket_path=str(state.broker_socket)) as client:
        assert client.lrange("queue", 0, -1) == [b"one"]
    successor.stop()
