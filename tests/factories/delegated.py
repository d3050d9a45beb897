"""Matters on their way to the Mayor, the Executive Board or the City Council.

They are visits whose route is another kind's, so that no test here waits for that kind's form.
"""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from engagements import lifecycle
from engagements.models import Engagement
from engagements.vocabulary import Body, Recommendation, Status
from governance.actions import meeting as meetings
from governance.actions import table
from governance.models import PolicyValue
from governance.strategy.facts import VisitFacts
from governance.strategy.routes.steps import (
    advises,
    council_decides,
    executive_board_decides,
    mayor_decides,
    registers,
)
from governance.strategy.routing import ROUTES, Route
from governance.strategy.text import Text
from tests.factories import meetings as factory

WHY = Text("Prov.", "Trial.")
WAYS = {
    Body.FINANCE_MAYOR: mayor_decides("5.3.2b", WHY),
    Body.EXECUTIVE_BOARD: (executive_board_decides("5.1.4", WHY),),
    Body.CITY_COUNCIL: council_decides("5.1", WHY),
}


def route_to(monkeypatch, body):
    """Let every visit be decided by a body, as other kinds are."""

    def router(facts, context):
        unit = advises(Body.INTERNATIONAL_UNIT, "Underlag.", "Papers.")
        steps = (registers(facts.host), unit, *WAYS[body])
        return Route(steps=steps, summary=WHY, advice_required=True)

    monkeypatch.setitem(ROUTES, VisitFacts, [router])


@transaction.atomic
def always_afresh():
    """Let who decides by delegation sign in anew each time."""
    PolicyValue.objects.create(
        key="delegation.fresh_minutes",
        value=0,
        source="Prov",
        valid_from=date(2026, 1, 1),
        set_at=timezone.now(),
    )


def met(world, *titles, at, against=(), seats=None, days=20):
    """Return a closed meeting at which matters were dealt with, and the matters by title.

    against: titles of those that the Committee advised against. seats: the people of an earlier
    meeting. days: until it is held.
    """
    people = seats or factory.seated(world, at=at)
    secretary = world["elsa.thorn"]
    meeting = meetings.plan(
        starts_at=at + timedelta(days=days), place="Stadshuset", by=secretary, at=at
    )
    for title in titles:
        factory.waiting(world, title, at=at)
    meetings.build(meeting, by=secretary, at=at)
    meetings.call(meeting, by=secretary, at=at)
    table.begin(meeting, by=secretary, at=at)
    for item in meetings.agenda(meeting):
        no = item.engagement.title in against
        said = Recommendation.ADVISES_AGAINST if no else Recommendation.SUPPORTS
        press = {"grounds": "", "key": uuid4(), "seen": 0, "by": people["vera.lind"], "at": at}
        table.mark(item, said, **press)
    meeting = table.close(meeting, by=people["karim.nordin"], at=at)
    found = {row.title: row for row in Engagement.objects.filter(title__in=titles)}
    return SimpleNamespace(
        meeting=meeting,
        items=[found[title] for title in titles],
        mayor=people["karim.nordin"],
        substitute=people["ulla.stand"],
        people=people,
    )


@transaction.atomic
def lying(world, title, *, body, status=Status.DECISION, at):
    """Return a matter with advice that waits for a body, though nobody has dealt with it."""
    row = factory.waiting(world, title, at=at)
    row = lifecycle.lock(row.pk)
    row.status, row.ball = str(status), str(body)
    return lifecycle.save(row, by=world["amina.lindqvist"], at=at, why="prov")
