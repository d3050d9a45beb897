"""A trip's rows as facts: nothing answered is nothing known, and the rest is counted."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from engagements.models import Organisation
from engagements.registration import register
from engagements.vocabulary import Office
from governance import assessing
from governance.actions import following_up
from governance.models import FollowUp, PolicyValue
from governance.strategy import TripFacts
from governance.strategy.facts.rows import Cost
from governance.strategy.facts.rows import Traveller as TravellerFact
from tests.factories import trips
from visits.demo.events import Goer
from visits.models import Traveller, Trip, TripCost
from visits.trip import others, reporting
from visits.trip.facts import content, facts

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


def told(item, stage="draft"):
    return facts(item, stage=stage, on=timezone.localdate())


def test_an_empty_draft_answers_nothing_but_who_asks(amina, today):
    host = Organisation.objects.get(code="MF")
    item = register(Trip, organisation=host, title="BETT", by=amina, at=timezone.now())

    assert facts(item, stage="draft", on=today) == TripFacts(
        title="BETT",
        host="MF",
        host_board="MHN",
        frame_sek=told(item).frame_sek,
        decided_sek=0,
        contact_person_appointed=True,
    )


def test_the_event_tells_where_it_is_and_when_one_registers(amina):
    at = timezone.now()
    event = trips.event(by=amina, at=at, abstract_by=date(2027, 1, 2))
    found = told(trips.draft(by=amina, about=event))

    assert (found.event, found.organiser) == ("Clean Air Forum", "Europeiska kommissionen")
    assert (found.country, found.city) == ("IT", "Rom")
    assert (found.register_by, found.abstract_by) == (event.register_by, date(2027, 1, 2))


def test_who_goes_is_told_by_office_and_never_by_name(amina):
    goers = (Goer("Ordförande", Office.CHAIR, name="Vera Stenmark"), Goer("Utredare"))
    item = trips.draft(by=amina, goers=goers)
    row = item.traveller_rows.get(place=0)
    row.organisation, row.decides = Organisation.objects.get(code="MHN"), None
    row._history_user = amina
    row.save()

    found = told(item)

    assert found.travellers == (
        TravellerFact(office="chair", organisation="MHN", decides=None),
        TravellerFact(office="official", organisation="MF", decides=False),
    )
    assert "Vera Stenmark" not in str(found.as_dict()) + str(content(item))


def test_each_cost_is_told_by_the_lines_that_the_strategy_knows(amina):
    item = trips.draft(by=amina, goers=(Goer("Utredare"),))
    lines = [("representation", 900, "host"), ("fee", 0, ""), ("", None, "city")]
    for number, (line, sek, payer) in enumerate(lines, start=20):
        row = TripCost(engagement=item, place=number, line=line, amount_sek=sek, payer=payer)
        row._history_user = amina
        row.save()

    assert told(item).costs[-3:] == (
        Cost(line="reception", amount_sek=900, payer="host"),
        Cost(line="other", amount_sek=0, payer=None),
        Cost(line=None, amount_sek=None, payer="city"),
    )


def test_emissions_are_the_citys_figure_until_another_has_its_grounds(amina, today):
    item = trips.draft(by=amina)
    assert told(item).emissions_kg == 2 * 2000 * 2 * 133 // 1000
    item.trip.emissions_kg = 700
    assert told(item).emissions_kg == 1064
    item.trip.emissions_grounds = "Flygbolagets uppgift"
    assert told(item).emissions_kg == 700
    item.trip.emissions_kg = item.trip.distance_km = None
    assert told(item).emissions_kg is None


def test_what_a_kilometre_emits_is_the_citys_value_of_the_day(amina, today):
    item = trips.draft(by=amina, means="train")
    PolicyValue.objects.create(
        key="trip.train_grams_km",
        value=10,
        valid_from=today,
        source="Stadens beslut",
        set_by=amina,
        set_at=timezone.now(),
    )

    assert told(item).emissions_kg == 2 * 2000 * 2 * 10 // 1000


def test_nobody_who_takes_part_from_home_emits_anything(amina):
    assert told(trips.draft(by=amina, digital=True)).emissions_kg is None


def test_the_report_is_due_three_weeks_after_unless_a_day_is_set(amina):
    item = trips.draft(by=amina)

    assert told(item).report_due_on == item.ends_on + timedelta(days=21)
    item.trip.report_due_on = date(2027, 5, 1)
    assert told(item).report_due_on == date(2027, 5, 1)


def test_others_of_the_city_are_told_once_they_have_handed_in(world, amina):
    at = timezone.now()
    event = trips.event(by=amina, at=at)
    mine = trips.draft(by=amina, about=event)
    trips.draft(by=world["lena.forsgren"], host="EXPLK", about=event)
    assert told(mine).others_from_city is None

    trips.handed_in(by=world["lena.forsgren"], host="EXPLK", about=event)
    trips.handed_in(by=world["yasmin.haddad"], host="FSKF", about=event, goers=trips.TWO[:1])

    found = told(mine).others_from_city
    assert found == "Exploateringskontoret (2), Förskoleförvaltningen (1)"


def test_nothing_is_told_of_another_event_or_of_what_is_secret(world, amina):
    at = timezone.now()
    event = trips.event(by=amina, at=at)
    mine = trips.draft(by=amina, about=event)
    lena = world["lena.forsgren"]
    trips.handed_in(by=lena, host="EXPLK", about=trips.event("BETT", by=lena, at=at))
    hidden = trips.handed_in(by=lena, host="EXPLK", about=event)
    hidden.secret, hidden._history_user = True, lena
    hidden.save()

    assert told(mine).others_from_city is None


def past(by, *, days, goers=trips.TWO, name="Velo-city"):
    """A trip that ended some days ago and was decided then."""
    at = timezone.now() - timedelta(days=days + 60)
    opens = timezone.localdate() - timedelta(days=days)
    event = trips.event(name, by=by, at=at, opens_on=opens, closes_on=opens)
    return trips.approved(by=by, at=at, about=event, goers=goers)


def test_only_the_same_people_and_only_what_is_not_followed_up_is_missing(amina):
    late = past(amina, days=60)
    others_late = past(amina, days=60, goers=(Goer("Utredare", name="Någon Annan"),))
    mine = trips.draft(by=amina)
    assert told(mine).missing_reports == 1

    now = timezone.now()
    following_up.begin(late, by=amina, at=now)
    FollowUp.objects.create(engagement=late, cost_sek=0, learnt="Mer", by=amina, at=now)

    assert told(mine).missing_reports is None
    assert reporting.missing_reports(others_late, on=timezone.localdate()) == 0


def test_several_trips_of_one_person_are_counted_once_each(amina):
    past(amina, days=60, goers=trips.TWO)
    past(amina, days=90, goers=trips.TWO, name="MIPIM")

    assert told(trips.draft(by=amina)).missing_reports == 2


def test_the_same_person_is_known_by_their_account_whatever_they_are_called(world, amina):
    known = Goer("Utredare", name="Erik Palm")
    past(amina, days=60, goers=(known,))
    item = trips.draft(by=amina, goers=(known,))
    row = Traveller.objects.get(engagement=item)
    row.name, row._history_user = "E. Palm", amina
    row.save()

    assert row.user == world["erik.palm"]
    assert told(item).missing_reports == 1


def test_earlier_times_are_those_of_the_same_name_that_are_over(amina):
    now = timezone.now()
    last = past(amina, days=300, name="Velo-city 2025")
    FollowUp.objects.create(engagement=last, cost_sek=0, learnt="Bredare banor", by=amina, at=now)
    past(amina, days=200, name="Next Library 2026")
    item = trips.draft(by=amina, about=trips.event("Velo-city 2027", by=amina, at=now))

    assert [(time.engagement, time.learnt) for time in others.earlier(item)] == [
        (last, "Bredare banor")
    ]


def test_what_others_register_voids_no_advice_and_a_new_traveller_does(world, amina, today):
    event = trips.event(by=amina, at=timezone.now())
    item = trips.draft(by=amina, about=event)
    before = assessing.content_hash(item, on=today)
    trips.handed_in(by=world["lena.forsgren"], host="EXPLK", about=event)
    assert assessing.content_hash(item, on=today) == before

    row = Traveller(engagement=item, place=7, function="Tolk")
    row._history_user = amina
    row.save()

    assert assessing.content_hash(item, on=today) != before


def test_a_change_of_the_events_programme_is_a_change_of_what_is_advised_on(amina, today):
    item = trips.draft(by=amina)
    before = assessing.content_hash(item, on=today)
    item.trip.conference.programme = "En dag kortare"

    assert assessing.content_hash(item, on=today) != before
