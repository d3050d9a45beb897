"""Two rows that turn out to be one: nothing is lost, nothing is done twice, all can be undone."""

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagements import lifecycle, merging, places, remembering
from engagements.models import Counterpart, CounterpartPairing, Event, Place, PlacePairing, Tie
from engagements.timeline import sentence
from engagements.vocabulary import CounterpartKind
from tests.factories import visits
from tests.rows import NOON, person, visit

pytestmark = pytest.mark.django_db


def counterpart(name, **more):
    return remembering.save(Counterpart(name=name, **more), by=None, at=NOON)


def place(name, country="FI", **more):
    return remembering.save(Place(name_sv=name, country=country, **more), by=None, at=NOON)


def tied(row):
    """Return the engagements of a row, as its page finds them."""
    return set(Tie.objects.filter(**{row.register: row}).values_list("engagement", flat=True))


def state():
    """Return what the registers say, for comparing before and after."""
    rows = Counterpart.objects.order_by("pk")
    said = list(rows.values("pk", "name", "other_names", "kind", "country", "merged_into"))
    return said, list(Tie.objects.order_by("pk").values())


MERGES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8)
TIED = st.lists(st.integers(0, 3), min_size=1, max_size=6)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(tied_to=TIED, merges=MERGES)
def test_no_engagement_is_lost_and_a_merge_twice_is_a_merge_once(tied_to, merges):
    by = person()
    rows = [counterpart(f"Rad {letter}") for letter in "ABCD"]
    for place_in_list in tied_to:
        item = visit()
        remembering.save(Tie(engagement=item, counterpart=rows[place_in_list]), by=by, at=NOON)
    before = set().union(*(tied(row) for row in rows))

    for one, other in merges:
        try:
            merging.merge(rows[one], into=rows[other], by=by, at=NOON)
        except merging.NotMergeable:
            continue
        after = state()
        assert merging.merge(rows[one], into=rows[other], by=by, at=NOON) == 0
        assert state() == after
    connection.check_constraints()

    mine = Counterpart.objects.filter(pk__in=[row.pk for row in rows])
    assert set().union(*(tied(row) for row in mine.filter(merged_into=None))) == before
    assert all(row.name in merging.survivor(row).names for row in mine)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(tied_to=TIED, names=st.lists(st.sampled_from(["Oslo", "Kristiania", "Rad A"]), max_size=3))
def test_a_merge_that_is_undone_never_was(tied_to, names):
    by = person()
    rows = [counterpart(f"Rad {letter}") for letter in "ABCD"]
    places.correct(rows[0], {"other_names": "\n".join(names), "country": "NO"}, by=by, at=NOON)
    for place_in_list in tied_to:
        remembering.save(Tie(engagement=visit(), counterpart=rows[place_in_list]), by=by, at=NOON)
    before = state()

    moved = merging.merge(rows[0], into=rows[1], by=by, at=NOON)
    pairing = merging.pairings_of(rows[1]).get()
    assert merging.part(pairing, by=by, at=NOON) == moved == tied_to.count(0)
    connection.check_constraints()

    assert state() == before


def test_each_engagement_tells_of_the_merge_and_of_its_end(amina, admin):
    item = visits.handed_in(by=amina)
    gone = item.ties.get().counterpart
    kept = counterpart("Oslo kommun", country="NO")

    merging.merge(gone, into=kept, by=admin, at=NOON)
    merging.part(merging.pairings_of(kept).get(), by=admin, at=NOON)

    told = Event.objects.filter(engagement=item, code__startswith="counterpart").order_by("pk")
    assert [sentence(event) for event in told] == [
        "Motparten Oslo kommune slogs ihop med Oslo kommun",
        "Motparten Oslo kommune delades från Oslo kommun",
    ]
    assert [event.by for event in told] == [admin, admin]


def test_what_the_one_lacks_the_other_gives_and_its_name_is_still_found(admin, world):
    gone = counterpart("Oslo kommune", kind="capital_city", sector="public", country="NO")
    kept = counterpart("Oslo kommun")

    merging.merge(gone, into=kept, by=admin, at=NOON)

    kept.refresh_from_db()
    assert (kept.kind, kept.sector, kept.country) == (CounterpartKind.CAPITAL_CITY, "public", "NO")
    assert list(places.named(Counterpart, "OSLO KOMMUNE")) == [kept]
    assert kept.history.latest("history_id").history_change_reason == (
        "slogs ihop med Oslo kommune"
    )


def test_a_place_brings_the_counterparts_that_are_at_home_there(admin, world):
    kept = Place.objects.get(name_sv="Helsingfors")
    gone = place("Helsingfors stad")
    body = counterpart("Helsingin kaupunki", place=gone)

    merging.merge(gone, into=kept, by=admin, at=NOON)
    body.refresh_from_db()
    assert body.place == kept
    merging.part(PlacePairing.objects.get(), by=admin, at=NOON)

    body.refresh_from_db()
    assert body.place == gone
    connection.check_constraints()


def test_the_next_visit_with_the_old_name_goes_to_the_one_that_stayed(amina, admin):
    first = visits.handed_in(by=amina)
    kept = counterpart("Oslo by", country="NO")
    merging.merge(first.ties.get().counterpart, into=kept, by=admin, at=NOON)

    again = visits.handed_in(by=amina)

    assert again.ties.get().counterpart == kept


def test_what_was_merged_on_is_parted_from_the_end(admin):
    one, two, three = (counterpart(name) for name in ("Ett", "Två", "Tre"))
    merging.merge(one, into=two, by=admin, at=NOON)
    first = CounterpartPairing.objects.get()
    merging.merge(two, into=three, by=admin, at=NOON)

    with pytest.raises(merging.NotMergeable, match="Dela först det som senare slogs ihop med Tre"):
        merging.part(first, by=admin, at=NOON)
    merging.part(CounterpartPairing.objects.exclude(pk=first.pk).get(), by=admin, at=NOON)
    merging.part(first, by=admin, at=NOON)

    assert {row.pk for row in places.offered(Counterpart)} == {one.pk, two.pk, three.pk}
    with pytest.raises(merging.NotMergeable, match="redan delade"):
        merging.part(first, by=admin, at=NOON)


def pairs(user):
    return merging.pairs(Counterpart, user=user, on=NOON.date())


def test_what_only_a_secret_matter_names_is_shown_to_nobody_who_may_not_read_it(
    world, admin, amina, sara
):
    item = visits.handed_in(by=amina)
    named = item.ties.exclude(counterpart=None).get().counterpart
    alike = counterpart(f"{named.name} ", country=named.country)
    before = pairs(admin)

    row = lifecycle.lock(item.pk)
    row.secret = True
    lifecycle.save(row, by=amina, at=NOON, why="prov")

    assert before == [(alike, named)]
    assert pairs(admin) == []
    assert pairs(sara) == [(alike, named)]


def test_those_with_much_the_same_name_are_shown_until_they_are_told_apart(admin):
    old = counterpart("Miasto Gdańsk", country="PL")
    new = counterpart("Miasto Gdansk", country="PL")
    counterpart("Miasto Gdańsk", country="DE")
    counterpart("Kraków", country="PL")
    assert pairs(admin) == [(new, old)]

    merging.tell_apart(new, old, by=admin, at=NOON)

    assert pairs(admin) == []


def test_two_governments_of_one_city_are_shown_whatever_they_are_called(world, admin):
    home = Place.objects.get(name_sv="Helsingfors")
    given = {"place": home, "country": "FI", "kind": "capital_city"}
    old, new = counterpart("Stadskansliet", **given), counterpart("City of Helsinki", **given)
    counterpart("Aalto-universitetet", **given | {"kind": "university"})

    assert pairs(admin) == [(new, old)]


@transaction.atomic
def commit(sql):
    """Run SQL past the models, and check it as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
    connection.check_constraints()


@pytest.mark.parametrize(
    "sql",
    [
        "update engagements_counterpartpairing set same = false",
        "delete from engagements_counterpartpairing",
        "update engagements_counterpart set merged_into_id = null",
        "update engagements_place set capital = true",
        "update engagements_tie set city = 'Lund'",
        "delete from engagements_historicaltie",
    ],
)
def test_no_merge_and_no_tie_is_changed_unseen(admin, sql):
    one, other = counterpart("Ett"), counterpart("Två")
    merging.merge(one, into=other, by=admin, at=NOON)
    remembering.save(Tie(engagement=visit(), city="Bergen"), by=admin, at=NOON)
    place("Lund", "SE")
    connection.check_constraints()

    with pytest.raises(IntegrityError):
        commit(sql)
