"""What other rows say of a matter comes by one question."""

from datetime import date

import pytest
from django.utils import timezone

from engagements.models import Conflict, Cost, Organisation, Role, TakingPart
from governance.models import Frame
from governance.surroundings import around
from tests.factories import visits

pytestmark = pytest.mark.django_db


@pytest.fixture
def matter(world):
    return visits.draft(by=world["amina.lindqvist"])


def test_a_matter_with_nothing_around_it_says_so(matter, django_assert_num_queries):
    matter.taking_part.all().delete()
    matter.costs.all().delete()
    with django_assert_num_queries(1):
        near = around(matter, on=timezone.localdate())
    assert (near.anew, near.areas, near.gift) == (None, (), {})
    assert (near.observations, near.examples, near.aside) == ((), (), ())
    assert near.per_person == {}


def test_those_who_take_part_come_in_the_order_of_their_codes_with_who_decides(matter):
    matter.taking_part.all().delete()
    for code in ("TK", "KULF", "SSA"):
        organisation = Organisation.objects.select_related("board").get(code=code)
        TakingPart.objects.create(engagement=matter, organisation=organisation)
    pairs = {
        row.code: row.deciding_code
        for row in Organisation.objects.select_related("board").filter(
            code__in=["TK", "KULF", "SSA"]
        )
    }
    assert list(around(matter, on=timezone.localdate()).areas) == sorted(pairs.items())


@pytest.mark.parametrize(("year", "found"), [(0, 250_000), (1, None)])
def test_the_frame_is_that_of_the_year_in_which_it_begins(matter, world, year, found):
    Frame.objects.filter(organisation=matter.organisation).delete()
    row = Frame(
        organisation=matter.organisation, year=matter.starts_on.year + year, amount_sek=250_000
    )
    row._history_user = world["nils.ahlin"]
    row.save()
    assert around(matter, on=date(2001, 1, 1)).frame_sek == found


def test_who_steps_aside_leaves_others_until_nobody_is_left(matter, world):
    today = timezone.localdate()
    assert around(matter, on=today).owners_left
    seats = Role.objects.on(today).filter(
        organisation=matter.organisation, name__in=["contact_person", "deputy"]
    )
    people = sorted({role.user_id for role in seats})
    for count, person in enumerate(people, start=1):
        Conflict.objects.create(
            engagement=matter,
            user_id=person,
            grounds="Hon är min syster.",
            declared_at=timezone.now(),
        )
        near = around(matter, on=today)
        assert near.aside == tuple(people[:count])
    assert not near.owners_left


def test_a_contact_person_is_there_on_their_days_alone(matter):
    role = Role.objects.get(organisation=matter.organisation, name="contact_person")
    assert around(matter, on=role.valid_from).contact_person
    assert not around(matter, on=date(2001, 1, 1)).contact_person


def test_costs_come_by_line_and_one_that_nobody_filled_in_is_none(matter):
    matter.costs.all().delete()
    Cost.objects.create(engagement=matter, line="meal", per_person_sek=120)
    Cost.objects.create(engagement=matter, line="gift", per_person_sek=None)
    assert around(matter, on=timezone.localdate()).per_person == {"meal": 120, "gift": None}
