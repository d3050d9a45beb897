"""The demo's positions: every state that the register shows."""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from agreements.demo.pleading import Pleading
from agreements.demo.positions import PLEAS
from agreements.position import register
from engagements.models import Engagement
from engagements.vocabulary import Body, Status

TODAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


def test_ten_positions_stand_in_every_state_and_one_is_late(world):
    steps = [step for plea in PLEAS for step in Pleading(plea, world, TODAY).steps()]
    for at, act in sorted(steps, key=lambda step: step[0]):
        act(at)

    assert register.counts(world["ingrid.ros"], on=TODAY.date()) == {
        "alla": 7,
        "snart": 5,
        "sena": 1,
        "antagna": 1,
        "samma": 2,
        "sef": 1,
        "avslutade": 2,
    }
    assert Counter(Engagement.objects.values_list("status", flat=True)) == {
        str(Status.DRAFT): 1,
        str(Status.ADVICE): 1,
        str(Status.PREPARATION): 1,
        str(Status.DECISION): 3,
        str(Status.COORDINATION): 1,
        str(Status.APPROVED): 1,
        str(Status.REJECTED): 1,
        str(Status.CLOSED): 1,
    }
    balls = dict(
        Engagement.objects.values_list("organisation__code", "ball").filter(
            status__in=["preparation", "coordination"]
        )
    )
    assert balls == {"SVOA": str(Body.GROUP_BOARD), "SLK": str(Body.EU_UNIT)}
