"""What the rows of a list are read with: all that they show, and no more."""

import pytest
from django.utils import timezone, translation

from engagements import lifecycle, querysets
from engagements.models import Engagement
from governance.actions import deadlines
from governance.templatetags.deadlines import paused, why_due
from tests.factories import visits

pytestmark = pytest.mark.django_db
# What a list is searched and counted by, and no row shows.
HEAVY = {"search", "search_alike", "search_words", "clauses", "goals", "goal_contribution"}


def in_table(row):
    """Read what stands on a row of a table."""
    ties = [(tie.place and str(tie.place), str(tie.counterpart)) for tie in row.ties.all()]
    holder = (row.ball_person, row.ball_organisation, row.get_ball_display(), row.ball_outside)
    whose = [one.board_id for one in (row.organisation, row.ball_organisation) if one]
    kind = (row.get_kind_display(), row.get_status_display(), row.starts_on, row.ends_on)
    return str(row), str(row.organisation), ties, str(holder), whose, kind, row.tally


def at_work(row):
    """Read what is shown of what somebody has to do."""
    told = (row.due, row.ball_since, row.is_unanswered, paused(row), why_due(row))
    return in_table(row), row.get_absolute_url(), told


@pytest.fixture
def rows(amina, johan):
    items = [visits.handed_in(by=amina) for _number in range(3)]
    deadlines.pause(items[0], who="Oslo", by=amina, at=timezone.now())
    visits.approved(by=amina)
    taken = lifecycle.lock(items[1].pk)
    taken.ball_person = johan
    lifecycle.save(taken, by=johan, at=timezone.now(), why="prov")
    return Engagement.objects.order_by("pk")


@pytest.mark.parametrize(
    ("read", "shown"), [(querysets.with_lists, in_table), (querysets.with_work, at_work)]
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_rows_are_read_with_what_they_show_and_nothing_is_asked_later(
    rows, django_assert_num_queries, read, shown, language
):
    with django_assert_num_queries(2), translation.override(language):
        found = list(querysets.with_ties(read(rows)))
        told = [shown(row) for row in found]

    assert len(told) == 4
    assert "Oslo" in str(told[0])
    assert all(row.get_deferred_fields() >= HEAVY for row in found)
