"""Receptions as far along as a test wants them. They need the ``world`` fixture."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register
from engagements.vocabulary import RoleName
from governance.actions import intake
from tests.factories.matters import supported
from visits.demo.receptions import Application, offer, usual_answers, write_answers
from visits.models import Reception

CONGRESS = Application(
    "Karolinska Institutet",
    "European Congress of Gerontology",
    "Ny forskning om äldres hälsa till äldreomsorgen.",
    "draft",
    0,
    60,
    guests=420,
    cost=147_000,
)


def draft(
    *, by: User, at: datetime | None = None, host: str = "SLK", days: int = 0, **answers: Any
) -> Engagement:
    """Return a reception with every answer it needs; ``answers`` change some of them.

    days: how many evenings are offered, from the chosen one on.
    """
    at = at or timezone.now()
    organisation = Organisation.objects.get(code=host)
    engagement = register(
        Reception, organisation=organisation, title="Mottagning för kongressen", by=by, at=at
    )
    today = timezone.localdate(at)
    held = today + timedelta(days=60)
    offer(engagement, [held + timedelta(days=more) for more in range(days)], by=by)
    usual = usual_answers(CONGRESS, received=today, held=held)
    return write_answers(engagement, usual | answers, by=by, at=at)


def handed_in(*, by: User, at: datetime | None = None, **more: Any) -> Engagement:
    """Return a reception that waits for the protocol unit, or for a board elsewhere."""
    at = at or timezone.now()
    item = draft(by=by, at=at, **more)
    return intake.submit(item, version=None, ask=None, question="", weighings={}, by=by, at=at)


def prepared(*, by: User, sara: User, at: datetime | None = None, **more: Any) -> Engagement:
    """Return a reception that waits for the Committee, with the protocol unit's advice."""
    at = at or timezone.now()
    item = handed_in(by=by, at=at, **more)
    return supported(
        item,
        "Villkoren är uppfyllda.",
        clause="5.3.3",
        unit=RoleName.PROTOCOL_UNIT,
        by=sara,
        at=at,
    )
