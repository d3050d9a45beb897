"""Memberships in the demo: real networks, with invented people, sums and contributions."""

from datetime import datetime

from engagements.models import User
from memberships.demo.joining import JOINING
from memberships.demo.networks import NETWORKS
from memberships.demo.stories import Joining, Known, Step


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens, each with its time."""
    known = [Known(network, people, today) for network in NETWORKS]
    joining = [Joining(plan, people, today) for plan in JOINING]
    return [step for story in (*known, *joining) for step in story.steps()]
