"""How an invented request to go goes through the house: by the same actions as the site's pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register
from engagements.vocabulary import (
    AdviceKind,
    Direction,
    Initiative,
    Outcome,
    Payer,
    RoleName,
    TravelMeans,
    TripCostLine,
)
from governance.actions import advising, deciding, drafting, following_up, intake
from governance.demo.people import CONTACTS
from visits.demo.events import ASKED, EVENTS, Asked, Event, Goer
from visits.demo.stories import Step
from visits.trip import events, money, people
from visits.trip.models import Conference, Traveller, Trip, TripCost

DECIDED = {"approved", "follow_up", "closed", "rejected"}
WHY = {
    TravelMeans.FLIGHT: "Tåg tar mer än ett dygn åt vart håll, och mötena ligger tätt.",
}


def usual_answers(asked: Asked, *, km: int, starts: date, ends: date) -> dict[str, Any]:
    """Return every answer that a trip needs before it can be handed in. km: one way."""
    days = (ends - starts).days + 1
    return {
        "on_behalf_of_ks": asked.on_behalf,
        "digital": asked.digital,
        "why_not_digital": ""
        if asked.digital
        else "Samtalen mellan programpunkterna är skälet att vara där.",
        "means": "" if asked.digital else asked.means.value,
        "distance_km": None if asked.digital else km,
        "why_not_train": WHY.get(asked.means, "") if km else "",
        "programme_hours": [] if asked.digital else [7] * days,
        "role": asked.role.value,
        "purpose": asked.purpose,
        "benefit": asked.benefit,
        "stockholm_learns": "Hur andra städer har löst det vi står inför.",
        "comparison": "Hur andra nordiska och europeiska städer har gjort, och vad det kostade.",
        "booked_before_decision": False,
        "arranged_by": Payer.CITY.value,
        "asks_twinning": False,
        "aid_character": False,
        "procurement_with_party": False,
        "secrecy_possible": False,
        "alcohol": False,
        "initiative": Initiative.OWN.value,
        "directions": [Direction.SCANNING.value],
        "goals": ["klimat"],
        "goal_contribution": "Metoder som sparar tid och utsläpp i vår egen verksamhet.",
        "sdgs": [11, 13],
        "sdg_how": "Städer som lär av varandra når målen fortare.",
        "touches_foreign_policy": False,
        "budget_line": "Förvaltningens ram",
        "in_operational_plan": True,
        "working_hours": 8 * days * len(asked.goers),
        "starts_on": starts,
        "ends_on": ends,
    } | asked.answers


@transaction.atomic
def write_answers(
    engagement: Engagement, answers: dict[str, Any], *, by: User, at: datetime
) -> Engagement:
    """Write answers on a trip and its engagement, and judge it anew."""
    trip: Trip = engagement.trip
    own = {column.name for column in Trip._meta.get_fields()}
    for name, value in answers.items():
        setattr(trip if name in own else engagement, name, value)
    if "estimated_sek" not in answers:
        engagement.estimated_sek = money.of_city(engagement)
    return drafting.save_judged(engagement, trip, by=by, at=at)


def write_rows(engagement: Engagement, asked: Asked, *, by: User) -> None:
    """Write who goes, and what it costs for each."""
    for place, goer in enumerate(asked.goers):
        row = Traveller(engagement=engagement, place=place, **_told(goer))
        _save(row, by=by)
    place = 0
    for number, _goer in enumerate(asked.goers):
        for line, sek, payer in _costs(asked):
            _save(
                TripCost(
                    engagement=engagement,
                    place=place,
                    traveller=number,
                    line=line.value,
                    amount_sek=sek,
                    payer=payer.value,
                ),
                by=by,
            )
            place += 1
    people.recognise(engagement, by=by)


def _told(goer: Goer) -> dict[str, Any]:
    return {
        "name": goer.name,
        "email": goer.email,
        "function": goer.function,
        "office": goer.office.value,
        "part": goer.part,
        "decides": False,
    }


def _costs(asked: Asked) -> list[tuple[TripCostLine, int, Payer]]:
    rows = [
        (TripCostLine.TRAVEL, asked.travel, Payer.CITY),
        (TripCostLine.LODGING, asked.lodging - asked.paid_by_host, Payer.CITY),
        (TripCostLine.LODGING, asked.paid_by_host, Payer.HOST),
        (TripCostLine.FEE, asked.fee, Payer.CITY),
        (TripCostLine.ALLOWANCE, asked.allowance, Payer.CITY),
    ]
    return [row for row in rows if row[1]]


def _save(row: Any, *, by: User) -> None:
    row._history_user = by
    row.save()


def held(event: Event, *, today: date, by: User, at: datetime) -> Conference:
    """Return the event as the city knows it; whoever asks first adds it."""
    known = Conference.objects.filter(name=event.name).first()
    if known:
        return known
    opens = today + timedelta(days=event.opens)
    told: dict[str, Any] = {
        "name": event.name,
        "organiser": event.organiser,
        "held": event.form.value,
        "country": event.country,
        "city": event.city,
        "opens_on": opens,
        "closes_on": opens + timedelta(days=event.days - 1),
        "programme": event.programme,
        "register_by": opens + timedelta(days=-abs(event.register)),
    }
    if event.abstract is not None:
        told["abstract_by"] = today + timedelta(days=event.abstract)
    return events.add(told, by=by, at=at)


@dataclass
class Story:
    """One request's way. today: the day of the demo, from which the days are counted."""

    asked: Asked
    people: dict[str, User]
    today: datetime
    engagement: Engagement | None = None

    @property
    def event(self) -> Event:
        """What it is about."""
        return EVENTS[self.asked.event]

    @property
    def host(self) -> Organisation:
        """The organisation that wants to go."""
        return Organisation.objects.select_related("board").get(code=self.asked.host)

    @property
    def contact(self) -> User:
        """Its contact person."""
        return self.people[CONTACTS[self.asked.host]]

    @property
    def now(self) -> Engagement:
        """The engagement as it stands."""
        assert self.engagement is not None  # noqa: S101 - the first step makes it
        return Engagement.objects.select_related("organisation__board").get(pk=self.engagement.pk)

    def on(self, day: int, hour: int) -> datetime:
        """Return an hour of a day, never later than the demo itself."""
        moment = (self.today + timedelta(days=day)).replace(hour=hour, minute=30)
        return min(moment, self.today)

    def steps(self) -> list[Step]:
        """Return what happens, up to where the request has come."""
        asked, start = self.asked, self.asked.registered
        steps: list[Step] = [(self.on(start, 8), self.write)]
        if asked.end == "draft":
            return steps
        steps.append((self.on(start + 1, 9), self.submit))
        if asked.end == "withdrawn":
            return [*steps, (self.on(start + 4, 10), self.withdraw)]
        if asked.on_behalf and asked.end != "advice":
            steps.append((self.on(start + 2, 10), self.take))
            steps.append((self.on(start + 4, 11), self.advise))
        if asked.end in DECIDED:
            steps.append((self.on(start + 8, 9), self.decide))
        last = self.event.opens + self.event.days - 1
        if asked.end in ("follow_up", "closed"):
            steps.append((self.on(last + 1, 8), self.begin_follow_up))
        if asked.end == "closed":
            steps.append((self.on(last + 12, 14), self.follow_up_and_close))
        return steps

    def write(self, at: datetime) -> None:
        """The contact person registers the request."""
        by, today = self.contact, timezone.localdate(self.today)
        event = held(self.event, today=today, by=by, at=at)
        self.engagement = register(Trip, organisation=self.host, title=event.name, by=by, at=at)
        self.engagement.trip.conference = event
        write_rows(self.engagement, self.asked, by=by)
        starts = today + timedelta(days=self.event.opens)
        ends = starts + timedelta(days=self.event.days - 1)
        answers = usual_answers(self.asked, km=self.event.km, starts=starts, ends=ends)
        if self.asked.end == "draft":
            answers |= {"goals": [], "booked_before_decision": None}
        write_answers(self.engagement, answers, by=by, at=at)

    def submit(self, at: datetime) -> None:
        """The contact person hands it in."""
        intake.submit(
            self.now, version=None, ask=None, question="", weighings={}, by=self.contact, at=at
        )

    def withdraw(self, at: datetime) -> None:
        """They send nobody after all."""
        why = "Vi hinner inte, och en annan förvaltning åker."
        intake.withdraw(self.now, why=why, by=self.contact, at=at)

    def take(self, at: datetime) -> None:
        """Somebody at the international unit puts their name on it."""
        advising.take(self.now, by=self.people["johan.ekstrom"], at=at)

    def advise(self, at: datetime) -> None:
        """The international unit advises the committee."""
        advising.advise(
            self.now,
            kind=AdviceKind.SUPPORT,
            text="Deltagandet har en egen uppgift och kostnaden är rimlig. Rapport på nästa möte.",
            clauses=["5.3.2a", "3.4.1"],
            unit=RoleName.INTERNATIONAL_UNIT,
            by=self.people["johan.ekstrom"],
            at=at,
        )

    def decide(self, at: datetime) -> None:
        """The board or company decides."""
        declined = self.asked.end == "rejected"
        grounds = "Nyttan är tydlig och pengarna finns i planen."
        if declined:
            grounds = "Fyra personer och lång flygresa utan egen uppgift. Välj digitala möten."
        deciding.decide(
            self.now,
            outcome=Outcome.DECLINED if declined else Outcome.ACCEPTED,
            grounds=grounds,
            organisation=self.host,
            role=RoleName.CONTACT_PERSON,
            by=self.contact,
            at=at,
        )

    def begin_follow_up(self, at: datetime) -> None:
        """They are home."""
        following_up.begin(self.now, by=self.contact, at=at)

    def follow_up_and_close(self, at: datetime) -> None:
        """The contact person tells what came of it."""
        item = self.now
        following_up.follow_up(
            item,
            learnt=self.asked.learnt,
            acted_on="Det är med i verksamhetsplanen för nästa år.",
            told="Ledningsgruppen och nätverket av kontaktpersoner.",
            image="",
            cost_sek=max((item.estimated_sek or 0) - 300, 0),
            working_hours=item.working_hours,
            by=self.contact,
            at=at,
        )
        following_up.close(self.now, by=self.contact, at=at)


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens to the invented trips, each with its time."""
    stories = [Story(asked, people, today) for asked in ASKED]
    return [step for story in stories for step in story.steps()]
