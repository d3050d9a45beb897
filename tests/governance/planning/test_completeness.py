"""What an organisation still owes of a year: each sort, in as many queries for one as for all."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from engagements.models import Organisation, Role
from governance import completeness, plans
from governance.actions import following_up, planning
from governance.completeness import Gap
from governance.models import Frame
from tests.factories import memberships, visits

TODAY = timezone.localdate


@pytest.fixture
def mf(world):
    return Organisation.objects.get(code="MF")


def who(user):
    return {"by": user, "at": timezone.now()}


def lacks(row, *, year=None, on=None):
    found = completeness.of([row], year=year or TODAY().year, on=on or TODAY())
    return found[row.pk].counts


def test_an_organisation_with_nothing_lacks_what_is_its_own(world):
    empty = Organisation.objects.get(code="IDF")

    assert lacks(empty) == {"contact_person": 1, "deputy": 1, "plan": 1, "frame": 1}


def test_what_is_there_is_not_missing(world, mf, amina):
    year = TODAY().year
    Frame.objects.get_or_create(organisation=mf, year=year, defaults={"amount_sek": 1})
    planning.write(mf, year=year, aims="Lära.", source="", **who(amina))

    assert lacks(mf) == {}


def test_a_plan_with_neither_goals_nor_lines_is_no_plan(world, mf, amina):
    year = TODAY().year
    line = planning.add_line(
        mf, year=year, what="A", kind="trip", quarter=None, cost_sek=None, **who(amina)
    )
    assert Gap.PLAN not in lacks(mf)

    planning.strike_line(line, **who(amina))

    assert lacks(mf)[Gap.PLAN] == 1


def test_a_role_that_has_ended_is_a_gap_again(world, mf):
    roles = Role.objects.filter(organisation=mf, name="deputy")
    for role in roles:
        role.valid_to = TODAY() - timedelta(days=1)
        role.save()

    assert lacks(mf)[Gap.DEPUTY] == 1


def begun(amina, *, make=visits.approved, **answers):
    """Return a matter that took place twenty working days before its follow-up is looked at."""
    item = make(by=amina, **answers)
    last = item.last_day
    at = timezone.make_aware(timezone.datetime(last.year, last.month, last.day, 12))
    following_up.begin(item, by=amina, at=at + timedelta(days=1))
    return type(item).objects.get(pk=item.pk), last


def test_what_took_place_lacks_cost_and_lesson_until_it_is_followed_up(world, mf, amina):
    item, last = begun(amina)
    year, soon = last.year, last + timedelta(days=2)
    late = item.due + timedelta(days=1)

    assert Gap.COSTS not in lacks(mf, year=year, on=last - timedelta(days=1))
    early = lacks(mf, year=year, on=soon)
    assert (early[Gap.COSTS], early[Gap.LESSONS]) == (1, 1)
    assert Gap.NOT_FOLLOWED_UP not in early
    assert lacks(mf, year=year, on=min(late, date(year, 12, 31)))[Gap.COSTS] == 1
    if late.year == year:
        assert lacks(mf, year=year, on=late)[Gap.NOT_FOLLOWED_UP] == 1
    assert Gap.COSTS not in lacks(mf, year=year - 1, on=late)

    following_up.follow_up(
        item,
        learnt="Mycket.",
        acted_on="Vi gör om.",
        told="Alla.",
        image="",
        cost_sek=100,
        working_hours=1,
        gift_received_sek=0,
        by=amina,
        at=timezone.now() + timedelta(days=400),
    )
    after = lacks(mf, year=year, on=late)
    assert {Gap.COSTS, Gap.LESSONS, Gap.NOT_FOLLOWED_UP} & set(after) == set()


def test_a_review_that_is_late_is_told_by_its_own_room(world, mf, amina):
    item = memberships.known(by=amina)
    row = item.membership
    row.next_review_on = TODAY() - timedelta(days=3)
    row._history_user = amina
    row.save()
    host = item.organisation

    found = completeness.of([host], year=TODAY().year, on=TODAY())[host.pk]
    (reviews,) = [one for one in found.missing if one.gap is Gap.REVIEWS]

    assert [(one.number, one.due) for one in reviews.matters] == [
        (item.number, TODAY() - timedelta(days=3))
    ]
    assert reviews.matters[0].at == f"/medlemskap/{item.number}/"


def test_one_and_all_organisations_take_as_many_queries(
    world, amina, mf, django_assert_num_queries
):
    begun(amina)
    everybody = list(plans.planning(on=TODAY()))
    assert len(everybody) > 30

    for rows in ([mf], everybody):
        with django_assert_num_queries(8):
            completeness.of(rows, year=TODAY().year, on=TODAY())
