"""The demo's memberships: real networks, in every state that the register shows."""

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

from engagements.models import Engagement
from engagements.vocabulary import Status
from memberships.demo import steps
from memberships.demo.networks import NETWORKS
from memberships.membership import register
from memberships.models import FeeYear

TODAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


def test_the_networks_are_in_the_register_with_some_late_and_their_fees_unknown(world):
    for at, act in sorted(steps(world, TODAY), key=lambda step: step[0]):
        act(at)

    seen = register.memberships_of(world["ingrid.ros"], on=TODAY.date())
    counted = register.counts(seen, on=TODAY.date())
    assert counted["late"] >= 3
    assert counted["snart"] >= 6
    assert counted["alla"] + counted["lamnade"] == len(NETWORKS) + 1
    assert counted["lamnade"] == 1
    statuses = Counter(Engagement.objects.values_list("status", flat=True))
    assert {Status.ADVICE, Status.DECISION, Status.APPROVED, Status.CLOSED} <= set(statuses)
    eurocities = Engagement.objects.get(counterpart="Eurocities")
    assert set(eurocities.feeyear_rows.values_list("amount", flat=True)) == {None}
    assert eurocities.membership.member_since == date(1995, 1, 1)
    published = {None, 0, 18_000, 25_000, 60_000, 250_000}
    assert set(FeeYear.objects.values_list("amount", flat=True)) <= published
