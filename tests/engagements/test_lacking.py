"""What a matter has nothing of is known by one question, and what it has is read as ever."""

import pytest
from django.db.models import OneToOneRel

from engagements.lacking import remember_lacking
from engagements.models import Engagement
from tests.factories import agreements, memberships, projects, trips, visits
from tests.rows import NOON

pytestmark = pytest.mark.django_db
KINDS = {
    "visit": visits.handed_in,
    "trip": trips.approved,
    "membership": memberships.joined,
    "agreement": agreements.handed_in,
    "project": projects.eu_draft,
}


def near(matter):
    apps = {"engagements", "governance", matter.detail._meta.app_label}
    rows = Engagement._meta.related_objects
    return [row for row in rows if row.related_model._meta.app_label in apps]


def keys(matter, relation):
    """Return the keys of what a relation leads to, as everybody reads it."""
    name = relation.get_accessor_name()
    if isinstance(relation, OneToOneRel):
        found = getattr(matter, name, None)
        return [found.pk] if found else []
    rows = getattr(matter, name)
    return sorted(row.pk for row in rows.all()), sorted(rows.values_list("pk", flat=True))


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_matter_has_is_read_as_it_was(amina, kind):
    pk = KINDS[kind](by=amina).pk
    known, plain = Engagement.objects.get(pk=pk), Engagement.objects.get(pk=pk)
    remember_lacking(known)

    has = {row.get_accessor_name() for row in near(plain) if any(keys(plain, row))}
    assert {"events", plain.detail._meta.model_name} <= has
    assert [keys(known, row) for row in near(known)] == [keys(plain, row) for row in near(plain)]


def test_what_it_has_nothing_of_is_asked_for_once(amina, django_assert_num_queries):
    matter = Engagement.objects.get(pk=visits.draft(by=amina).pk)
    lacks = [row for row in near(matter) if not any(keys(matter, row))]
    matter = Engagement.objects.select_related("visit").get(pk=matter.pk)

    with django_assert_num_queries(1):
        remember_lacking(matter)
        assert not any(
            getattr(matter, row.get_accessor_name(), None)
            if isinstance(row, OneToOneRel)
            else getattr(matter, row.get_accessor_name()).all()
            for row in lacks
        )
    assert len(lacks) > 30


def test_what_was_fetched_before_stays(amina):
    matter = Engagement.objects.prefetch_related("decisions").get(pk=trips.approved(by=amina).pk)
    fetched = matter.decisions.all()
    remember_lacking(matter)

    assert matter.decisions.all() is fetched


def test_who_writes_asks_for_what_it_names_alone(amina, django_assert_num_queries):
    matter = Engagement.objects.get(pk=visits.draft(by=amina).pk)

    with django_assert_num_queries(1):
        remember_lacking(matter, only=("taking_part", "conflicts"))
        assert [*matter.taking_part.all(), *matter.conflicts.all()] == []
    with django_assert_num_queries(1):
        assert list(matter.documents.all()) == []


def test_what_is_written_through_a_relation_is_seen(amina):
    matter = Engagement.objects.get(pk=visits.draft(by=amina).pk)
    remember_lacking(matter, only=("conflicts",))

    made = matter.conflicts.create(user=amina, grounds="Prov", declared_at=NOON)

    assert list(matter.conflicts.all()) == [made]
