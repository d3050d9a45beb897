"""A trip at the table: one who goes answered apart, lifted as a principle, members who travel."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from engagements.models import Engagement
from engagements.vocabulary import Body, Outcome, Recommendation, Stance, Status
from governance import committee, kinds, ledger
from governance.actions import central, minutes, seating, table
from governance.actions import meeting as meetings
from governance.actions.deciding import HasConflict, NotOpen
from governance.actions.demands import NeedsGrounds
from governance.actions.meeting import NotPossible
from governance.models import Dealing, Lift
from tests.factories import meetings as factory
from tests.factories import trips
from visits.demo.events import Goer
from visits.trip import reporting

pytestmark = pytest.mark.django_db
YES, NO = Recommendation.SUPPORTS, Recommendation.ADVISES_AGAINST
APART = {"1": "advises_against"}


@pytest.fixture
def gather(world):
    """Give an open meeting with one trip on its agenda."""

    def called(*goers):
        at = timezone.now()
        people = factory.seated(world, at=at)
        more = {"goers": goers} if goers else {}
        trip = trips.prepared(by=world["amina.lindqvist"], johan=world["johan.ekstrom"], **more)
        secretary = world["elsa.thorn"]
        starts = at + timedelta(days=20)
        meeting = meetings.plan(starts_at=starts, place="Stadshuset", by=secretary, at=at)
        items = meetings.build(meeting, by=secretary, at=at)
        meetings.call(meeting, by=secretary, at=at)
        meeting = table.begin(meeting, by=secretary, at=at)
        short = {key.partition(".")[0]: user for key, user in people.items()}
        return SimpleNamespace(
            meeting=meeting, item=items[0], trip=trip, secretary=secretary, at=at, **short
        )

    return called


def press(room, outcome=YES, *, by=None, **more):
    by = by or room.vera
    return table.mark(room.item, outcome, key=uuid4(), seen=0, by=by, at=timezone.now(), **more)


def closed(room):
    return table.close(room.meeting, by=room.karim, at=timezone.now())


def confirmed(room):
    row = Engagement.objects.get(pk=room.trip.pk)
    answer = central.Answer(row, Outcome.ACCEPTED, "", row.version)
    made, left = central.confirm([answer], by=room.karim, at=timezone.now())
    assert left == []
    return made[0]


def test_one_who_is_answered_no_apart_is_told_of_in_every_record(gather):
    room = gather()
    press(room, shares=APART)
    meeting = closed(room)

    (dealing,) = Dealing.objects.all()
    (part,) = minutes.draft(meeting, by=room.secretary, at=timezone.now()).parts
    assert (dealing.recommendation, dealing.shares) == (YES, APART)
    assert "Avstyrker för: Per Ek." in part["text"]
    assert confirmed(room).shares == APART
    assert ledger.verify() == []


def test_only_those_who_were_answered_yes_are_paid_for(gather):
    room = gather()
    press(room, shares=APART)
    closed(room)
    whole, own = room.trip.estimated_sek, kinds.shares_of([room.trip])[room.trip.pk][1].city_sek

    assert own > 0
    assert confirmed(room).cost_sek == whole - own


def test_the_mayor_reads_who_is_answered_how_and_what_the_others_cost(gather, client, login):
    room = gather()
    press(room, shares=APART)
    closed(room)
    login(client, room.karim)
    page = client.get(reverse("delegation"))

    (matter,) = page.context["matters"]
    own = kinds.shares_of([room.trip])[room.trip.pk][1].city_sek
    assert page.context["total"] == matter.apart_sek == room.trip.estimated_sek - own
    assert "Avstyrker för: Per Ek." in page.content.decode()
    assert "för dem som föreslås få ett ja, av" in page.content.decode()


def test_no_report_is_asked_of_who_was_answered_no(gather, world):
    room = gather()
    press(room, shares=APART)
    closed(room)
    confirmed(room)
    tora, per = trips.TWO
    later = room.trip.ends_on + timedelta(days=60)
    by = world["amina.lindqvist"]

    found = {
        goer.name: [one.engagement for one in reporting.missing(item, on=later)]
        for goer in (tora, per)
        for item in [trips.draft(by=by, host="SLK", goers=(goer,))]
    }
    assert found == {"Tora Lind": [room.trip], "Per Ek": []}


def test_a_matter_of_principle_goes_to_the_board_and_every_record_says_so(gather):
    room = gather()
    press(room)
    with pytest.raises(NeedsGrounds):
        table.lift(room.item, grounds=" ", by=room.karim, at=timezone.now())
    lift = table.lift(room.item, grounds="Första gången.", by=room.karim, at=timezone.now())

    row = Engagement.objects.get(pk=room.trip.pk)
    assert (row.status, row.ball) == (Status.DECISION, Body.EXECUTIVE_BOARD)
    assert meetings.agenda(room.meeting) == []
    (part,) = minutes.draft(closed(room), by=room.secretary, at=timezone.now()).parts
    assert part["text"] == "Ärendet lyftes till kommunstyrelsen: Första gången."
    assert lift.ledger_seq
    assert ledger.verify() == []


def test_the_page_asks_for_grounds_at_its_field_and_lifts(gather, client, login):
    room = gather()
    login(client, room.karim)
    address = reverse("meeting_lift", args=[room.meeting.pk, room.item.pk])
    empty = client.post(address, {"grounds": ""})
    assert list(empty.context["form"].errors) == ["grounds"]
    assert not Lift.objects.exists()
    client.post(address, {"grounds": "Första gången."})
    assert Lift.objects.get().grounds == "Första gången."


@pytest.mark.parametrize(
    ("who", "may"), [("karim", True), ("vera", False), ("ulla", False), ("secretary", False)]
)
def test_only_who_leads_the_meeting_lifts(gather, who, may):
    room = gather()
    grounds, by = "Principiell.", getattr(room, who)

    def lift():
        table.lift(room.item, grounds=grounds, by=by, at=timezone.now())

    assert refused(lift, NotPossible) is not may
    assert Lift.objects.exists() is may


VERA = Goer("Ordförande", name="Vera Lind", email="vera.lind@stockholm.example")
KARIM = Goer("Borgarråd", name="Karim Nordin", email="karim.nordin@stockholm.example")


ULLA = Goer("Borgarråd", name="Ulla Stand", email="ulla.stand@stockholm.example")


def decided(room, by):
    row = Engagement.objects.get(pk=room.trip.pk)
    return central.decide(
        row,
        body=Body.FINANCE_MAYOR,
        outcome=Outcome.ACCEPTED,
        grounds="",
        version=row.version,
        by=by,
        at=timezone.now(),
    )


def refused(act, *errors):
    try:
        act()
    except errors:
        return True
    return False


@pytest.mark.parametrize(("who", "aside"), [("vera", True), ("bo", False), ("karim", False)])
def test_a_member_who_travels_gives_no_stance_and_marks_nothing(gather, who, aside):
    room = gather(VERA)
    user, at = getattr(room, who), timezone.now()

    stance = refused(
        lambda: table.take_stance(room.item, Stance.SUPPORTS, by=user, at=at), NotPossible
    )
    rest = table.mark_rest(room.meeting, key=uuid4(), by=user, at=at)
    mark = refused(lambda: press(room, by=user), NotPossible)
    assert (stance, rest == [], mark) == (aside, aside, aside)


def test_the_notes_say_that_a_member_who_travels_took_no_part(gather):
    room = gather(VERA)
    press(room, by=room.bo)
    (part,) = minutes.draft(closed(room), by=room.secretary, at=timezone.now()).parts
    reason = committee.aside(room.item, [room.vera])[room.vera.pk]
    assert f"Deltog inte: Vera Lind {reason}." in part["text"]


@pytest.mark.parametrize(
    ("who", "may"), [("karim", False), ("vera", False), ("bo", False), ("ulla", True)]
)
def test_the_mayor_s_own_trip_is_the_substitute_s_to_decide(gather, who, may):
    room = gather(KARIM)
    press(room)
    closed(room)

    assert refused(lambda: decided(room, getattr(room, who)), HasConflict, NotOpen) is not may


@pytest.mark.parametrize(("goer", "may"), [(VERA, True), (ULLA, False)])
def test_who_stands_in_for_the_mayor_decides_unless_it_is_their_own_trip(gather, goer, may):
    room = gather(goer)
    press(room, by=room.bo)
    closed(room)
    today = timezone.localdate()
    seating.be_away(room.karim, first=today, last=today, by=room.secretary, at=timezone.now())

    assert refused(lambda: decided(room, room.ulla), HasConflict) is not may


@pytest.mark.parametrize("who", ["karim", "vera", "bo", "ulla"])
def test_the_board_decides_when_the_mayor_and_the_substitute_travel(gather, who):
    room = gather(KARIM, ULLA)
    press(room)
    closed(room)

    assert Engagement.objects.get(pk=room.trip.pk).ball == Body.EXECUTIVE_BOARD
    assert refused(lambda: decided(room, getattr(room, who)), HasConflict, NotOpen)
