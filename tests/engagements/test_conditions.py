"""A condition that is put into words once finds what it finds as it stands, wherever it is."""

import pytest
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from engagements import permissions
from engagements.conditions import put_once, row_by_row
from engagements.models import Consultation, Engagement, Event
from engagements.permissions import reach_of, visible_to
from tests.factories import agreements, declarations, trips, visits

pytestmark = pytest.mark.django_db


@pytest.fixture
def matters(world):
    """Matters of several organisations: drafts, shared, asked of others, opened and decided."""
    amina, stina, hanna = (world[key] for key in ("amina.lindqvist", "stina.ek", "hanna.stahl"))
    visits.draft(by=amina)
    visits.handed_in(by=stina, host="TK")
    trips.approved(by=amina)
    agreements.handed_in(by=hanna)
    declarations.asked(declarations.draft(by=hanna), "MF", by=hanna)
    permissions.share(visits.handed_in(by=stina, host="TK"), with_user=world["gunilla.berg"])
    return Engagement.objects.all()


def ways(condition):
    """Give the questions that a condition is asked in: alone, beside, under and left out."""
    rows = Engagement.objects.filter(condition)
    yield rows
    yield Engagement.objects.filter(row_by_row(condition)).select_related("organisation")
    yield Engagement.objects.filter(pk__in=rows.values("pk")).exclude(pk__in=[])
    yield Engagement.objects.filter(pk__in=rows.values("pk").union(rows.values("pk")))
    yield Engagement.objects.filter(Exists(rows.filter(pk=OuterRef("pk"))), condition)
    yield Engagement.objects.filter(events__in=Event.objects.filter(engagement__in=rows)).distinct()


def test_what_may_be_read_is_the_same_however_it_is_put(world, matters):
    found = set()
    for key, user in world.items():
        plain = permissions._within(reach_of(user, on=timezone.localdate()))
        expected = set(matters.filter(plain).values_list("pk", flat=True))
        for number, rows in enumerate(ways(put_once(Engagement, plain))):
            assert set(rows.values_list("pk", flat=True)) == expected, (key, number)
        assert set(visible_to(user, on=timezone.localdate())) == set(matters.filter(plain))
        found.add(len(expected))
        rest = matters.exclude(put_once(Engagement, plain))
        assert set(rest.values_list("pk", flat=True)) == {
            pk for pk in matters.values_list("pk", flat=True) if pk not in expected
        }
    assert len(found) > 3  # who reads everything, something and little


def test_what_needs_other_tables_or_nothing_at_all_is_left_as_it_is():
    for condition in (Q(visit__country="FI"), Q(pk__in=[]), ~Q(pk__in=[])):
        assert put_once(Engagement, condition) is condition


def test_a_question_inside_may_ask_of_the_row_and_is_not_mistaken_for_it(matters):
    asked = Consultation.objects.filter(engagement=OuterRef("pk"))
    drafts = Engagement.objects.filter(status="draft").values("pk")
    plain = Exists(asked) & Q(pk__in=drafts)
    expected = set(matters.filter(plain).values_list("pk", flat=True))

    assert expected
    assert put_once(Engagement, plain) is plain
    assert put_once(Engagement, Q(pk__in=drafts)) != Q(pk__in=drafts)
    for condition in (plain, put_once(Engagement, Q(pk__in=drafts)) & Exists(asked)):
        for rows in ways(condition):
            assert set(rows.values_list("pk", flat=True)) == expected
