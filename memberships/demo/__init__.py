"""Memberships and projects in the demo: real networks and programmes, all else is invented."""

from datetime import datetime, timedelta

from engagements.models import User
from governance.demo.bulk import Past
from governance.demo.people import CONTACTS
from memberships.demo import others, past, projects
from memberships.demo.joining import JOINING
from memberships.demo.networks import NETWORKS
from memberships.demo.stories import Joining, Known, Step


def years_gone_by(
    people: dict[str, User], beside: dict[str, User], *, a_year: int, today: datetime
) -> list[Past]:
    """Write the memberships of those beside the stories; return the EU projects that ended."""
    contacts = {code: people[key] for code, key in CONTACTS.items()} | beside
    others.take_up(contacts, at=today - timedelta(days=240), today=today)
    return past.ended(people, beside, a_year=a_year, today=today)


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens, each with its time."""
    known = [Known(network, people, today) for network in NETWORKS]
    joining = [Joining(plan, people, today) for plan in JOINING]
    found = [step for story in (*known, *joining) for step in story.steps()]
    return [*found, *projects.steps(people, today)]
