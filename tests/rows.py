"""The few rows that tests of records need, made as the site makes them."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Barrier, Thread
from typing import Any

from django.db import connection

from engagements import lifecycle
from engagements.models import Engagement, Organisation, User
from engagements.registration import register
from engagements.vocabulary import Body, Status
from visits.models import Visit

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def person(name: str = "Amina Holm") -> User:
    """Return a user with this name."""
    email = f"{name.lower().replace(' ', '.')}@stockholm.example"
    return User.objects.get_or_create(email=email, defaults={"name": name})[0]


def organisation(code: str = "MF") -> Organisation:
    """Return an organisation with this code."""
    return Organisation.objects.get_or_create(
        code=code,
        defaults={"name_sv": f"Förvaltning {code}", "name_en": f"Department {code}"}
        | {"kind": "department"},
    )[0]


def visit(title: str = "Besök från Lyon", *, secret: bool = False) -> Engagement:
    """Return the draft of a visit."""
    engagement = register(Visit, organisation=organisation(), title=title, by=person(), at=NOON)
    if secret:
        engagement.secret = True
        engagement.save()
    return engagement


def waiting(title: str = "Besök från Lyon", *, secret: bool = False) -> Engagement:
    """Return a visit that waits for its receiving body."""
    return lifecycle.move(
        visit(title, secret=secret),
        Status.DECISION,
        by=person(),
        at=NOON,
        why="inskickat",
        ball=Body.RECEIVING_BODY,
        ball_organisation=organisation(),
    )


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """Run jobs in threads that start together, each on its own connection.

    Returns what each gave or raised, in the order of the jobs.
    """
    gate = Barrier(len(jobs))
    results: dict[int, Any] = {}

    def run(place: int, job: Callable[[], Any]) -> None:
        gate.wait(timeout=20)
        try:
            results[place] = job()
        except Exception as error:  # what a job raises is its result
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return [results[place] for place in range(len(jobs))]
