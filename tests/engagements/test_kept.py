"""What waits for a reader is counted anew each time, however its question was put together."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagements.context import page
from engagements.kept import Question, counts
from engagements.models import User
from engagements.permissions import reach_of
from engagements.querysets import asked_of, waiting_for
from governance.notices import unread
from tests.factories import visits

pytestmark = pytest.mark.django_db


def waits(user: User) -> str:
    """Return what a page would say waits for a person, read as a new request does."""
    request = type("Request", (), {"user": User.objects.get(pk=user.pk), "path": "/"})()
    return str(page(request)["waiting_count"])


def test_every_person_is_told_what_their_lists_hold(world):
    today = timezone.localdate()
    for _number in range(3):
        visits.handed_in(by=world["amina.lindqvist"])
    for user in world.values():
        held, asked = waiting_for(user, on=today), asked_of(user, on=today)
        assert waits(user) == str(held.count() + asked.count())


def test_what_is_handed_in_counts_at_once(world):
    amina = world["amina.lindqvist"]
    before = int(waits(amina))
    visits.handed_in(by=amina)
    assert int(waits(amina)) == before + 1


def test_a_new_role_is_another_question(world):
    johan, amina = world["johan.ekstrom"], world["amina.lindqvist"]
    visits.handed_in(by=amina)
    before = waits(johan)
    role = amina.roles.get()
    role.user = johan
    role.save()
    assert int(waits(johan)) == int(before) + 1
    assert waits(amina) == "0"


def test_what_the_head_counts_is_asked_of_together_and_not_what_is_known(world, client):
    client.force_login(world["amina.lindqvist"])
    asked = {}
    visits.handed_in(by=world["amina.lindqvist"])
    for address in ("/", "/arenden/"):
        with CaptureQueriesContext(connection) as made:
            shown = client.get(address)
        told = [one["sql"] for one in made.captured_queries if "(select count(*)" in one["sql"]]
        asked[address] = [sql.count("select count(*)") for sql in told]
        assert [str(shown.context[name]) for name in ("waiting_count", "unread_count")] == [
            waits(world["amina.lindqvist"]),
            str(unread(world["amina.lindqvist"], on=timezone.localdate()).count()),
        ]
    assert asked == {"/": [4], "/arenden/": [3]}


def test_a_question_is_put_together_once_and_asked_each_time(
    world, django_assert_num_queries: Callable
):
    today = timezone.localdate()
    amina = world["amina.lindqvist"]
    put = []

    def rows():
        put.append(1)
        return waiting_for(amina, on=today)

    reach = reach_of(amina, on=today)
    question = Question("of this test", amina.pk, today, reach, 5, rows)
    nothing = Question(
        "nothing", amina.pk, today, reach, 5, lambda: waiting_for(amina, on=today).none()
    )
    counts(question, nothing)
    visits.handed_in(by=amina)
    with django_assert_num_queries(1):
        assert counts(question, nothing) == [1, 0]
    assert len(put) == 1


def test_nobody_counts_on_above_the_most(world):
    today = timezone.localdate()
    amina = world["amina.lindqvist"]
    for _number in range(3):
        visits.handed_in(by=amina)
    reach = reach_of(amina, on=today)
    asked = Question("few", amina.pk, today, reach, 2, lambda: waiting_for(amina, on=today))
    assert counts(asked) == [2]
