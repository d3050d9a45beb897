"""Visits that were there before the registers are tied to them, and what was typed stays."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from engagements.models import Counterpart, Place, Tie
from tests.factories import visits

pytestmark = pytest.mark.django_db
moving = import_module("visits.migrations.0006_tie_visits")
FIELDS = ("engagement", "organisation", "city", "country", "place__name_sv", "counterpart__name")


@pytest.fixture
def before(amina, johan):
    """Three visits as they were stored before there was a register."""
    rows = [
        visits.handed_in(by=amina),
        visits.handed_in(by=amina, requesting_organisation="OSLO KOMMUNE", city="Ósló"),
        visits.draft(by=amina, requesting_organisation="Gdynia", city="Gdynia", country="PL"),
    ]
    for row in Tie.objects.all():
        row.delete()
    for row in Counterpart.objects.all():
        row.delete()
    return rows


def tied():
    return list(Tie.objects.order_by("engagement").values_list(*FIELDS))


def test_one_row_for_every_spelling_and_none_for_drafts(before):
    first, again, draft = before

    moving.tie(apps, None)
    connection.check_constraints()

    assert tied() == [
        (first.pk, "Oslo kommune", "Oslo", "NO", "Oslo", "Oslo kommune"),
        (again.pk, "OSLO KOMMUNE", "Ósló", "NO", "Oslo", "Oslo kommune"),
        (draft.pk, "Gdynia", "Gdynia", "PL", None, None),
    ]
    made = Counterpart.objects.get()
    assert (made.kind, made.sector, made.country) == ("capital_city", "public", "NO")
    assert (made.place, made.added_by) == (Place.objects.get(name_sv="Oslo"), first.created_by)


def test_there_and_back_and_there_again_comes_out_the_same(before):
    moving.tie(apps, None)
    there = tied()

    moving.untie(apps, None)
    connection.check_constraints()
    assert (tied(), Counterpart.objects.count()) == ([], 0)
    assert Place.objects.filter(name_sv="Oslo").exists()
    moving.tie(apps, None)
    connection.check_constraints()

    assert tied() == there


def test_a_visit_that_is_tied_already_is_left_alone(before):
    moving.tie(apps, None)
    moving.tie(apps, None)

    assert Tie.objects.count() == 3
