"""Visits as far along as a test wants them. They need the ``world`` fixture."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register
from engagements.vocabulary import CounterpartKind, Outcome, RoleName
from governance.actions import deciding, intake
from visits.demo.requests import Request
from visits.demo.stories import usual_answers, write_answers
from visits.models import Visit

OSLO = Request(
    "Oslo kommune", CounterpartKind.CAPITAL_CITY, "NO", "Oslo", "MF", "luft", 6, "draft", 0, 60
)


def draft(*, by: User, at: datetime | None = None, host: str = "MF", **answers: Any) -> Engagement:
    """Return a visit with every answer it needs; ``answers`` change some of them."""
    at = at or timezone.now()
    organisation = Organisation.objects.get(code=host)
    engagement = register(
        Visit, organisation=organisation, title="Besök från Oslo kommune", by=by, at=at
    )
    today = timezone.localdate(at)
    usual = usual_answers(OSLO, received=today, starts=today + timedelta(days=60))
    return write_answers(engagement, usual | answers, by=by, at=at)


def handed_in(
    *, by: User, at: datetime | None = None, ask: RoleName | None = None, **answers: Any
) -> Engagement:
    """Return a visit that waits for a unit's advice, or for a decision."""
    at = at or timezone.now()
    item = draft(by=by, at=at, **answers)
    question = "Vad bör vi tänka på?" if ask else ""
    return intake.submit(item, version=None, ask=ask, question=question, weighings={}, by=by, at=at)


def approved(*, by: User, at: datetime | None = None, **answers: Any) -> Engagement:
    """Return a visit that its receiving body has said yes to."""
    at = at or timezone.now()
    item = handed_in(by=by, at=at, **answers)
    deciding.decide(
        item,
        outcome=Outcome.ACCEPTED,
        grounds="Vi lär oss mer än vi lägger ned.",
        organisation=item.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=at,
    )
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)
