"""The statistics added up from sums say what counting matter by matter says."""

import random
from datetime import date
from functools import partial
from itertools import cycle

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.http import QueryDict

from engagements.models import (
    Counterpart,
    Organisation,
    Place,
    TakingPart,
    Tie,
    User,
)
from engagements.permissions import share
from governance.actions import adding_up
from governance.models import Counted, Decision, FollowUp, Recount, Sum
from governance.reports import statistics, summed
from governance.reports.choosing import StatisticsForm
from tests.factories import visits
from tests.governance.reports.test_statistics import NOON, TODAY, decide, scatter
from tests.rows import at_once

PERIODS = [
    ("2026-01-01", "2026-12-31"),
    ("2026-01-01", "2026-11-25"),
    ("2025-03-15", "2026-11-02"),  # the year before overlaps
    ("2026-05-04", "2026-05-30"),
]
ASKED = [{}, {"verksamhet": "MF"}, {"typ": "visit"}, {"verksamhet": "SLK", "typ": "membership"}]
# What no sum is kept by.
NARROWED = [
    {"status": "closed"},
    {"land": "NO"},
    {"inriktning": "ingen", "typ": "trip"},
    {"kontroll": "judge", "kostar_minst": "800"},
    {"organ": "ks", "verksamhet": "MF"},
    {"part": "oslo"},
]


def said(lines):
    """Return lines so that none of nothing counts, and nothing is the same as no sum."""
    return {
        key: (now, before, round(one or 0, 9), round(other or 0, 9))
        for key, now, before, one, other in lines
        if now or before
    }


def the_same(readers, *, in_turn=False):
    """Compare both ways of counting for readers, periods and what is asked; return how many.

    in_turn: each period and what is asked by the next reader, not by all of them.
    """
    compared = 0
    turns, narrowed = cycle(readers), cycle(NARROWED)
    for first, last in PERIODS:
        for asked in [*ASKED, next(narrowed), next(narrowed), next(narrowed)]:
            form = StatisticsForm(QueryDict(f"fran={first}&till={last}"))
            form.data = form.data.copy()
            form.data.update(asked)
            assert form.is_valid(), form.errors
            given = (form.cleaned_data, form.period(today=TODAY))
            for reader in [next(turns)] if in_turn else readers:
                counting = summed.picked if asked in NARROWED else summed.added
                ours = said(counting(*given, by=reader, on=TODAY))
                theirs = said(statistics.live(*given, by=reader, on=TODAY))
                assert ours == theirs, (reader, first, last, asked)
                compared += len(theirs)
    return compared


def change(rnd, made, amina):
    """Write what changes figures: edits, moves, ties, answers, erasing, other rows' words."""
    bodies = list(Organisation.objects.filter(code__in=["MF", "SLK", "TK", "STF"]))
    for item in rnd.sample(made, 12):
        item.status = rnd.choice(["closed", "draft", "advice", "withdrawn"])
        item.submitted_at = item.submitted_at or NOON
        item.organisation, item.secret = rnd.choice(bodies), rnd.random() < 0.3
        item.goals, item.estimated_sek = rnd.choice([[], ["1.1"]]), rnd.choice([None, 5])
        item.starts_on = rnd.choice([None, date(2026, rnd.randint(1, 12), 3)])
        item.save()
    for item in rnd.sample(made, 6):
        Tie.objects.filter(engagement=item).delete()
        FollowUp.objects.get_or_create(
            engagement=item,
            defaults={
                "learnt": "a", "acted_on": "b", "told": "c", "cost_sek": 9, "by": amina, "at": NOON
            },
        )  # fmt: skip
    for item in rnd.sample(made, 6):
        TakingPart.objects.get_or_create(engagement=item, organisation=rnd.choice(bodies))
        if not Decision.objects.filter(engagement=item).exists():
            decide(rnd, item, amina)
    for row in (*Place.objects.filter(ties__isnull=False)[:1], *Counterpart.objects.all()[:1]):
        row.country = "SE"
        row.save()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_sums_say_what_counting_says_whoever_asks(seed, world, amina):
    rnd = random.Random(seed)
    made = scatter(rnd, amina, many=40)
    share(made[0], with_user=world["gunilla.berg"])
    readers = [world[name] for name in (
        "johan.ekstrom", "ingrid.ros", "amina.lindqvist", "gunilla.berg", "maria.kallio",
        "nils.ahlin", "karim.nordin",
    )]  # fmt: skip
    assert the_same(readers[:3], in_turn=True) > 30  # nothing is added up: all is counted
    assert adding_up.add_up_all() > 0
    assert (Recount.objects.count(), adding_up.differing()) == (0, ([], 0))
    assert Sum.objects.count() > 100
    assert the_same(readers) > 300
    change(rnd, made, amina)
    assert Recount.objects.exists()
    the_same(readers, in_turn=True)  # some have changed
    adding_up.add_up_all()
    assert adding_up.differing() == ([], 0)
    the_same(readers[::-1], in_turn=True)


@pytest.mark.django_db
def test_a_filter_is_answered_from_what_each_matter_was_counted_as(world, amina):
    scatter(random.Random(8), amina, many=10)
    adding_up.add_up_all()
    form = StatisticsForm(QueryDict("fran=2024-01-01&till=2026-12-31&kontroll=note"))
    assert form.is_valid()
    asked = (form.cleaned_data, form.period(today=TODAY))
    (number,) = counted_of(asked, world["johan.ekstrom"]).values()
    Counted.objects.all().delete()

    assert number
    assert counted_of(asked, world["johan.ekstrom"]) == {}


def counted_of(asked, reader):
    """Return how many matters a filter leaves, as the page says it."""
    found = summed.count(*asked, by=reader, on=TODAY).figures.get("alla", {})
    return {code: figure.now for code, figure in found.items()}


def test_whose_roles_change_is_counted_for_anew(world, amina):
    scatter(random.Random(6), amina, many=20)
    adding_up.add_up_all()
    period = statistics.Period(date(2024, 1, 1), date(2026, 12, 31))
    told = []
    for _ in range(2):
        reader = User.objects.get(pk=world["johan.ekstrom"].pk)
        told.append(
            [
                said(counting({}, period, by=reader, on=TODAY))
                for counting in (statistics.live, summed.added)
            ]
        )
        reader.roles.all().delete()

    assert [live == added for live, added in told] == [True, True]
    assert len(told[0][0]) > len(told[1][0])


def test_a_wrong_sum_is_told_and_made_anew(world, amina):
    scatter(random.Random(4), amina, many=10)
    call_command("statistics_sums", rebuild=True, verify=True)
    kept = sorted(Sum.objects.values_list("key", "first", "organisation", "kind", "n", "total"))
    Sum.objects.filter(key="alla:").update(n=77)
    Counted.objects.filter(pk=Counted.objects.order_by("pk").first().pk).delete()
    with pytest.raises(CommandError, match="1 matters and"):
        call_command("statistics_sums", verify=True)
    call_command("statistics_sums", rebuild=True, verify=True)
    again = sorted(Sum.objects.values_list("key", "first", "organisation", "kind", "n", "total"))
    assert again == kept


@pytest.mark.django_db(transaction=True)
def test_who_writes_at_once_with_who_adds_up_loses_nothing(world, amina):
    made = [visits.handed_in(by=amina, at=NOON) for _ in range(3)]
    for number in range(6):
        jobs = [partial(write, item, number) for item in made]
        at_once(*jobs, adding_up.add_up_all)
    adding_up.add_up_all()
    assert adding_up.differing() == ([], 0)
    the_same([world["johan.ekstrom"]])


def write(item, number):
    """Write figures of a matter, in a transaction of two writes."""
    with transaction.atomic():
        item.notes, item.goals = number % 2, [f"{number}.1"]
        item.save()
        item.judgements = (number + 1) % 2
        item.save()
