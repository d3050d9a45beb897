"""A server that dies while a member's press is being written: nothing is lost, nothing doubled."""

import os
import signal
import socket
import subprocess
import sys
import time
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from governance.actions import meeting as meetings
from governance.demo.people import PASSWORD
from governance.models import Mark
from tests.factories import meetings as factory

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30


class Served:
    """The site in a process of its own, on this test's database, always at the same address."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        environ = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings_worker",
            "TEST_DATABASE": str(connection.settings_dict["NAME"]),
        }
        command = [sys.executable, "-m", "gunicorn", "stadsinternationell.wsgi", "--threads", "8"]
        self.process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{self.port}"],
            cwd=ROOT, env=environ, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until(self.answers)

    def answers(self):
        asked = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            asked.request("GET", reverse("account_login"))
            return asked.getresponse().status == HTTPStatus.OK
        except OSError:
            return False
        finally:
            asked.close()

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=PATIENCE)


def until(holds):
    give_up = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < give_up
        time.sleep(0.1)


def waits_for_the_meeting():
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_locks where not granted")
        return cursor.fetchone()[0] == 1


@pytest.fixture
def served():
    """Give a site that a test may kill and start again."""
    site = Served()
    site.start()
    yield site
    site.kill()


def test_a_press_outlives_the_server_that_took_it(page, served, world):
    room = factory.called(world, at=timezone.now(), matters=2)
    page.goto(f"{served.url}{reverse('account_login')}")
    page.locator("[name=login]").fill(room.vera.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form [type=submit]").click()
    page.goto(f"{served.url}{room.meeting.get_absolute_url()}bordet/")

    with transaction.atomic():
        meetings.lock(room.meeting.pk)
        page.get_by_role("button", name="Bordlägger").first.click()
        until(waits_for_the_meeting)
        served.kill()
    expect(page.locator("[data-net]")).to_contain_text("Ingen kontakt")
    assert Mark.objects.count() == 0
    expect(page.get_by_role("heading", name="Ärende 1")).to_be_visible()

    served.start()
    expect(page.locator(".ib__meet")).to_contain_text("1 av 2 klara", timeout=PATIENCE * 1000)
    page.reload()
    expect(page.locator(".ib__bar").first).to_contain_text("Sparat: bordlägger")
    assert [(mark.outcome, mark.by) for mark in Mark.objects.all()] == [("tables", room.vera)]
