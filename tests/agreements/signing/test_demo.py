"""The demo's agreements: every state that the register shows, and nothing against the strategy."""

from datetime import datetime
from zoneinfo import ZoneInfo

from agreements.demo.signed import PACTS
from agreements.demo.signing import Story
from agreements.models import Cooperation
from agreements.signing import register
from engagements.vocabulary import Status
from governance.models import Decision
from governance.schedule import open_follow_ups

TODAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


def test_the_demo_has_agreements_in_every_state_that_the_register_shows(world):
    steps = [step for pact in PACTS for step in Story(pact, world, TODAY).steps()]
    for at, act in sorted(steps, key=lambda step: step[0]):
        act(at)
    open_follow_ups(at=TODAY)

    seen = register.agreements_of(world["ingrid.ros"], on=TODAY.date())
    assert register.counts(seen, on=TODAY.date()) == {
        "alla": 9,
        "snart": 3,
        "sena": 2,
        "samarbetsavtal": 6,
        "intentionsavtal": 1,
        "slut": 3,
    }
    amendment = Cooperation.objects.get(amends__isnull=False)
    assert amendment.engagement.status == Status.CLOSED
    assert amendment.came_of["sv"][0][0] == "Vad ska parterna göra?"
    assert Decision.objects.filter(departure=True).exists() is False
