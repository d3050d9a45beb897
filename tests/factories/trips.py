"""Trips as far along as a test wants them. They need the ``world`` fixture."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register
from engagements.vocabulary import Outcome, RoleName
from governance.actions import deciding, intake
from tests.factories.matters import fresh, supported
from visits.demo.events import EVENTS, Asked, Goer
from visits.demo.trips import usual_answers, write_answers, write_rows
from visits.models import Conference, Trip
from visits.trip import events

TWO = (
    Goer("Utredare, luft", name="Tora Lind", email="tora.lind@stockholm.example"),
    Goer("Utredare, vatten", name="Per Ek", email="per.ek@stockholm.example"),
)


def event(name: str = "Clean Air Forum", *, by: User, at: datetime, **other: Any) -> Conference:
    """Return an event in Rome, sixty days ahead."""
    opens = timezone.localdate(at) + timedelta(days=60)
    told: dict[str, Any] = {
        "name": name,
        "held": "hybrid",
        "organiser": "Europeiska kommissionen",
        "country": "IT",
        "city": "Rom",
        "opens_on": opens,
        "closes_on": opens + timedelta(days=1),
        "register_by": opens - timedelta(days=30),
    }
    return events.add(told | other, by=by, at=at)


def draft(
    *,
    by: User,
    at: datetime | None = None,
    host: str = "MF",
    about: Conference | None = None,
    goers: tuple[Goer, ...] = TWO,
    **answers: Any,
) -> Engagement:
    """Return a trip with every answer it needs; ``answers`` change some of them."""
    at = at or timezone.now()
    about = about or event(by=by, at=at)
    organisation = Organisation.objects.get(code=host)
    engagement = register(Trip, organisation=organisation, title=about.name, by=by, at=at)
    engagement.trip.conference = about
    asked = Asked(
        "luft",
        host,
        "draft",
        0,
        goers,
        "Ge vår syn på hur gränsvärdena nås i kalla städer.",
        "Stadens erfarenheter når dem som skriver vägledningen.",
    )
    write_rows(engagement, asked, by=by)
    starts: date = about.opens_on or timezone.localdate(at)
    usual = usual_answers(
        asked, km=EVENTS["luft"].km, starts=starts, ends=about.closes_on or starts
    )
    return write_answers(engagement, usual | answers, by=by, at=at)


def handed_in(*, by: User, at: datetime | None = None, **other: Any) -> Engagement:
    """Return a trip that waits for advice, or for a decision."""
    at = at or timezone.now()
    item = draft(by=by, at=at, **other)
    return intake.submit(item, version=None, ask=None, question="", weighings={}, by=by, at=at)


def approved(*, by: User, at: datetime | None = None, **other: Any) -> Engagement:
    """Return a trip that its board has said yes to."""
    at = at or timezone.now()
    item = handed_in(by=by, at=at, **other)
    deciding.decide(
        item,
        outcome=Outcome.ACCEPTED,
        grounds="Nyttan är tydlig och pengarna finns i planen.",
        organisation=item.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=at,
    )
    return fresh(item)


def prepared(
    *, by: User, johan: User, at: datetime | None = None, host: str = "SLK", **other: Any
) -> Engagement:
    """Return a trip on the Executive Board's behalf, advised on, that waits for the Committee."""
    at = at or timezone.now()
    item = handed_in(by=by, at=at, host=host, on_behalf_of_ks=True, **other)
    return supported(
        item,
        "Staden har en talarplats och kostnaden är rimlig.",
        clause="5.3.2",
        unit=RoleName.INTERNATIONAL_UNIT,
        by=johan,
        at=at,
    )
