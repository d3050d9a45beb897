"""Agreements and positions in the calendar."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.models import Intent
from engagements import lifecycle
from engagements.vocabulary import Status
from governance import almanac
from governance.almanac import Asked, Sort
from tests.factories import agreements, declarations, positions
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db


def entries(user, sort=""):
    today = timezone.localdate()
    matters = almanac.which(user, on=today)
    asked = Asked(user, today, today + timedelta(days=900), today, matters, sort)
    return [one for one in almanac.entries(asked) if not one.key.endswith("-due")]


def days(user, sort):
    return [(entry.key, entry.first) for entry in entries(user, sort)]


def put(item, **columns):
    """Put an engagement or its detail in another shape, with history."""
    row = lifecycle.lock(item.pk)
    detail = row.detail
    for name, value in columns.items():
        setattr(detail if hasattr(detail, name) else row, name, value)
    detail._history_user = item.created_by
    detail.save()
    lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")
    return fresh(item)


def test_an_agreement_stands_on_the_day_it_ends(world, amina):
    item = agreements.agreed(by=amina)

    assert (f"{item.number}-end", item.ends_on) in days(amina, Sort.REVIEWS)
    assert days(world["olle.brandt"], Sort.REVIEWS) == []


def test_a_secret_agreement_is_unknown_to_who_may_not_read_it(world, amina):
    item = put(agreements.agreed(by=amina), secret=True)

    assert days(world["ingrid.ros"], Sort.REVIEWS) == []
    assert days(amina, Sort.REVIEWS) == [(f"{item.number}-end", item.ends_on)]


@pytest.mark.parametrize("kind", ["intent", "declaration"])
def test_a_review_stands_on_its_day(world, amina, kind):
    by = world["hanna.stahl"] if kind == "declaration" else amina
    day = timezone.localdate() + timedelta(days=100)
    made = (
        declarations.draft(by=by)
        if kind == "declaration"
        else agreements.draft(by=by, model=Intent, label="Avsiktsförklaring")
    )
    item = put(
        made, next_review_on=day, status=str(Status.APPROVED), submitted_at=timezone.now(),
        ends_on=None,
    )  # fmt: skip

    assert days(by, Sort.REVIEWS) == [(f"{item.number}-review", day)]


def test_a_position_stands_on_the_last_day_to_be_heard_until_it_is_sent(world, amina):
    item = positions.draft(by=amina)
    before = days(amina, Sort.DEADLINES)

    put(item, sent_on=timezone.localdate())

    assert before == [(f"{item.number}-heard", item.position.deadline_on)]
    assert days(amina, Sort.DEADLINES) == []


def test_what_an_entry_tells_is_read_with_it(world, amina, django_assert_num_queries):
    agreements.agreed(by=amina)
    positions.draft(by=amina)
    found = entries(amina)

    with django_assert_num_queries(0):
        told = [(one.address, one.about, one.changed_at, one.why) for one in found]

    assert (len(told), all(all(each) for each in told)) == (2, True)
