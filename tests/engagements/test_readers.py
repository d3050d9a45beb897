"""Who may read a matter is the same, asked from the person and asked from the matter."""

from datetime import timedelta

import pytest
from django.utils import timezone

from engagements import lifecycle, readers
from engagements.models import Conflict, Engagement, User
from engagements.permissions import internal_to, share, visible_to
from engagements.registration import set_taking_part
from engagements.vocabulary import Body, Status
from governance.actions import consulting
from tests.factories import meetings, receptions, visits

pytestmark = pytest.mark.django_db


def put(item, **columns):
    """Change columns of a row without their way there, with its history."""
    row = lifecycle.lock(item.pk)
    for name, value in columns.items():
        setattr(row, name, value)
    return lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")


@pytest.fixture
def matters(world):
    """Matters of every sort that is read by different people."""
    now = timezone.now()
    meetings.seated(world, at=now)
    amina, lena = world["amina.lindqvist"], world["lena.forsgren"]
    made = [visits.handed_in(by=amina) for _matter in range(8)]
    put(made[0], secret=True)
    put(made[1], secret=True, status=str(Status.DECISION), ball=str(Body.FINANCE_MAYOR))
    put(made[2], secret=True, status=str(Status.DECISION), ball=str(Body.CITY_COUNCIL))
    put(made[3], status=str(Status.WITHDRAWN), submitted_at=None)
    other = lena.roles.get().organisation
    asked = world["stina.ek"].roles.get().organisation
    for matter in (made[4], made[5], made[0]):
        set_taking_part(matter, [other], by=amina)
        day = timezone.localdate() + timedelta(days=9)
        consulting.ask(matter, organisations=[asked], due=day, by=amina, at=now)
    put(made[5], secret=True)
    share(made[5], with_user=world["petra.nyman"])
    for who in ("erik.palm", "johan.ekstrom", "lena.forsgren"):
        Conflict.objects.create(
            engagement=made[4], user=world[who], grounds="Släkt", declared_at=now
        )
    visits.draft(by=amina)
    shared = visits.draft(by=amina)
    share(shared, with_user=world["ingrid.ros"])
    receptions.draft(by=world["sara.oberg"])
    shut = world["maria.kallio"]
    shut.is_active = False
    shut.save()
    return list(Engagement.objects.select_related("organisation").order_by("pk"))


@pytest.mark.parametrize(
    ("of_person", "of_matter"),
    [(visible_to, readers.readers_of), (internal_to, readers.internal_readers_of)],
)
def test_both_ways_to_ask_agree_for_all_people_and_matters(matters, of_person, of_matter):
    today = timezone.localdate()
    people = {person.pk: person for person in User.objects.all()}

    one_way = {
        (key, matter)
        for key, person in people.items()
        for matter in of_person(person, on=today).values_list("pk", flat=True)
    }
    other_way = {
        (person.pk, matter.pk) for matter in matters for person in of_matter(matter, on=today)
    }

    assert one_way == other_way
    assert len({matter for _person, matter in one_way}) == len(matters)


def test_whoever_reads_what_is_internal_reads_the_matter(matters):
    today = timezone.localdate()
    for matter in matters:
        inside = set(readers.internal_readers_of(matter, on=today))
        assert inside <= set(readers.readers_of(matter, on=today))
