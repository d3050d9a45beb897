"""Three years of visits and trips that are over, so that the city's figures look like a city's.

How many there are, of whom, when and how large follow what is known of such cities; the rest is
drawn, the same each time.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from engagements.models import Cost, Engagement, Organisation, User
from engagements.vocabulary import (
    ConferenceForm,
    CostLine,
    Office,
    Outcome,
    Payer,
    TravelMeans,
    TripCostLine,
    TripRole,
)
from governance.demo import delegated
from governance.demo.bulk import Past
from governance.demo.people import CONTACTS
from governance.models import Frame
from visits.demo import central_past, receptions_past, trips
from visits.demo.drawn import at, handled, over, put
from visits.demo.events import Asked, Goer
from visits.demo.requests import REQUESTS, Request
from visits.demo.stories import GROUNDS, usual_answers
from visits.demo.themes import SUBJECTS, THEMES
from visits.demo.year import ABOUT, FUNCTIONS, HELD, HOSTS, LEARNT
from visits.trip.models import Conference, Traveller, Trip, TripCost
from visits.visit.models import Visit

SEED = 1903
# The newest day of what is over, before today: what is later than that is told by the stories.
UNTIL = 45
VISITS_OF_TEN = 7
# Each of three years, in hundredths of what the last one would have as a whole.
GROWTH = (78, 91, 100)
# How much of a year falls in each month.
MONTHS = (4, 6, 10, 10, 13, 9, 1, 4, 13, 13, 12, 5)
# How much of it is whose, and what it is about there.
SHARES: dict[str, tuple[int, tuple[str, ...]]] = {
    "EXPLK": (22, ("kvarter",)),
    "SVOA": (9, ("vatten",)),
    "MF": (8, ("luft",)),
    "TK": (8, ("trafik",)),
    "SBK": (7, ("kvarter",)),
    "SLK": (6, ("samordning",)),
    "SBR": (6, ("etablering",)),
    "UTBF": (6, ("skola",)),
    "KULF": (5, ("bibliotek",)),
    "FSKF": (4, ("forskola",)),
    "HAMN": (4, ("hamn",)),
    "SOF": (3, ("social",)),
    "ALF": (3, ("aldre",)),
    "IDF": (2, ("idrott",)),
    "AMF": (2, ("arbete",)),
    "KHST": (2, ("bibliotek",)),
    "STOKAB": (2, ("data",)),
    "SERF": (1, ("data",)),
    "SSA": (2, ("arkiv",)),
    "FASTK": (1, ("kvarter",)),
    "STHEM": (2, ("kvarter", "aldre")),
    "SVB": (2, ("kvarter",)),
    "FB": (1, ("kvarter",)),
    "SISAB": (1, ("skola",)),
    "MICASA": (1, ("aldre",)),
    "BF": (1, ("samordning",)),
    "PARK": (1, ("trafik",)),
    "MASS": (1, ("etablering",)),
    "SGAF": (1, ("idrott",)),
    "STERM": (1, ("kvarter",)),
    "KGF": (1, ("arkiv",)),
    "SDF-BRO": (1, ("stadsdel", "forskola")),
    "SDF-EAV": (1, ("stadsdel", "aldre")),
    "SDF-FAR": (1, ("stadsdel", "social")),
    "SDF-HA": (1, ("stadsdel", "forskola")),
    "SDF-HV": (1, ("stadsdel", "social")),
    "SDF-JAR": (2, ("stadsdel", "social")),
    "SDF-KUN": (1, ("aldre", "forskola")),
    "SDF-NIS": (1, ("stadsdel", "forskola")),
    "SDF-SKH": (1, ("stadsdel", "social")),
    "SDF-SKN": (1, ("stadsdel",)),
    "SDF-SOD": (1, ("aldre", "forskola")),
}
GOALS = {"aldre": "trygg", "social": "trygg", "skola": "trygg", "forskola": "trygg"} | {
    "etablering": "vaxande",
    "arbete": "vaxande",
    "bibliotek": "vaxande",
    "data": "vaxande",
    "idrott": "trygg",
    "stadsdel": "trygg",
    "arkiv": "vaxande",
}
SDGS = {
    "luft": [3, 11, 13],
    "kvarter": [7, 11, 13],
    "vatten": [6, 14],
    "forskola": [4],
    "bibliotek": [4, 10],
    "etablering": [8, 9],
    "samordning": [16, 17],
    "trafik": [9, 11, 13],
    "hamn": [7, 14],
    "skola": [4, 10],
    "aldre": [3, 10],
    "social": [10, 16],
    "idrott": [3, 5],
    "arbete": [4, 8],
    "data": [9, 16],
    "stadsdel": [11, 16],
    "arkiv": [16],
}
SIZES = (3, 4, 5, 6, 8, 8, 10, 12, 12, 15, 16, 18, 20, 22, 24, 28, 32, 40)
DECLINED_OF_HUNDRED = 16
SPENT_OF_HUNDRED = 60
DEAREST_VISIT = 8_000
DIGITAL_OF_HUNDRED = 14
ACTED = (
    "Vi prövar det i ett område under nästa år.",
    "Det är med i verksamhetsplanen för nästa år.",
    "Vi ändrar ingenting nu, men vet vem vi ska fråga.",
    "Två av metoderna är redan i bruk hos oss.",
)
TOLD = (
    "Ledningsgruppen och kontaktpersonerna i staden.",
    "Alla på enheten, vid ett frukostmöte.",
    "Nämnden, i en skrivelse, och nätverket av kontaktpersoner.",
)
GOERS = (
    (Goer("enhetschef"),),
    (Goer("strateg"), Goer("utredare")),
    (Goer("projektledare"),),
    (Goer("förtroendevald i nämnden", Office.ELECTED), Goer("handläggare")),
    (Goer("ingenjör"), Goer("ingenjör"), Goer("avdelningschef")),
)
TRAVEL = {TravelMeans.TRAIN: (900, 1600), TravelMeans.FLIGHT: (2400, 5200)}


def over_by_now(
    people: dict[str, User], others: dict[str, User], *, a_year: int, today: datetime
) -> list[Past]:
    """Return what is over of three years, ``a_year`` matters in the last of them as a whole.

    The events that trips went to are written.
    """
    draw = random.Random(SEED)  # noqa: S311 - a demo, the same each time
    hosts = {row.code: row for row in Organisation.objects.select_related("board")}
    contacts = {code: people[key] for code, key in CONTACTS.items()} | others
    events, purse = _Events(people["johan.ekstrom"]), _Purse()
    pasts: list[Past] = []
    for code, day in _days(draw, a_year=a_year, today=timezone.localdate(today)):
        host, contact = hosts[code], contacts[code]
        goes = draw.randrange(10) >= VISITS_OF_TEN
        past = _trip(draw, host, contact, day, events) if goes else None
        if past is None or not purse.pays(past):
            past = _visit(draw, host, contact, day, pays=purse.has(host, day))
            purse.pays(past)
        pasts.append(past)
    for code, past in receptions_past.drawn(draw, contacts, a_year=a_year, today=today):
        past.row.organisation = hosts[code]
        if purse.pays(past):
            pasts.append(past)
    for past in _central(hosts, contacts, people, events, a_year=a_year, today=today):
        if purse.pays(past):
            pasts.append(past)
    events.write()
    return pasts


def _central(
    hosts: dict[str, Organisation],
    contacts: dict[str, User],
    people: dict[str, User],
    events: _Events,
    *,
    a_year: int,
    today: datetime,
) -> Iterator[Past]:
    """Give what the Mayor decided before the year of the stories, meeting by meeting."""
    draw = random.Random(SEED)  # noqa: S311 - a demo, the same each time
    now = timezone.localdate(today)
    first, last = date(now.year - len(GROWTH) + 1, 1, 1), now - timedelta(days=UNTIL)
    meetings = delegated.days(now, since=first)
    each = max(a_year * central_past.TRIPS_OF_THOUSAND // 1000, 1)
    for number, meets in enumerate(meets for meets in meetings for _one in range(each)):
        code = HOSTS[number % len(HOSTS)]
        day = timezone.localdate(meets) + timedelta(days=draw.randint(30, 70))
        when = central_past.times(meets, draw, tabled=delegated.tabled(meetings, meets, number))
        past = _trip(draw, hosts[code], contacts[code], day, events, on_behalf=when)
        past.adviser, past.advice = people["johan.ekstrom"], central_past.TRIP_ADVICE
        yield past
    days = {"first": first, "last": last}
    for past in central_past.receptions(draw, people, meetings, a_year=a_year, **days):
        past.row.organisation = hosts["SLK"]
        yield past


class _Purse:
    """What is left of each frame for what is over: the stories spend of them too."""

    def __init__(self) -> None:
        rows = Frame.objects.values_list("organisation", "year", "amount_sek")
        self.left = {(host, year): sek * SPENT_OF_HUNDRED // 100 for host, year, sek in rows}

    def has(self, host: Organisation, day: date) -> bool:
        """Whether enough is left for any visit."""
        return self.left.get((host.pk, day.year), 0) > DEAREST_VISIT

    def pays(self, past: Past) -> bool:
        """Take what a matter costs, if that is left."""
        row = past.row
        assert row.starts_on  # noqa: S101 - what is over began on a day
        account, sek = (row.organisation_id, row.starts_on.year), row.estimated_sek or 0
        if sek > self.left.get(account, 0):
            return False
        self.left[account] -= sek
        return True


def _days(draw: random.Random, *, a_year: int, today: date) -> Iterator[tuple[str, date]]:
    """Give whose each matter is and the day that it takes place, in no order."""
    codes = list(SHARES)
    weights = [SHARES[code][0] for code in codes]
    last = today - timedelta(days=UNTIL)
    for place, share in enumerate(GROWTH):
        year = today.year - len(GROWTH) + 1 + place
        for _one in range(a_year * share // 100):
            (month,) = draw.choices(range(1, 13), MONTHS)
            day = date(year, month, draw.randint(1, 28))
            day -= timedelta(days=max(day.weekday() - 4, 0))
            (code,) = draw.choices(codes, weights)
            if day <= last and day.year == year:
                yield code, day


def _visit(
    draw: random.Random, host: Organisation, contact: User, day: date, *, pays: bool
) -> Past:
    """Return a visit to a host on a day; a digital one where there is no money for another."""
    times = handled(draw, day, ahead=draw.randint(25, 90))
    theme = draw.choice(SHARES[host.code][1])
    body = draw.choice(REQUESTS)
    persons = draw.choice(SIZES)
    digital = draw.randrange(100) < DIGITAL_OF_HUNDRED or not pays
    declined = draw.randrange(100) < DECLINED_OF_HUNDRED
    own, meal = min(3, persons), 0 if digital else draw.choice((95, 120, 145))
    asked = Request(
        body.body,
        body.kind,
        body.country,
        body.city,
        host.code,
        theme,
        persons,
        "rejected" if declined else "closed",
        0,
        0,
        answers={
            "digital": digital,
            "own_participants": own,
            "working_hours": draw.choice((4, 6, 8, 12, 16, 24)),
            "goals": [GOALS.get(theme, "klimat")],
            "sdgs": SDGS[theme],
        },
        cost=0 if digital else meal * (persons + own) + draw.choice((0, 0, 400, 900)),
    )
    detail = Visit(engagement=Engagement(organisation=host))
    detail.engagement.title = f"{asked.body} om {SUBJECTS[theme]}"
    received = timezone.localdate(times["registered"]) - timedelta(days=draw.randint(0, 3))
    put(detail.engagement, detail, usual_answers(asked, received=received, starts=day))
    detail.engagement.counterpart = asked.body
    outcome = Outcome.DECLINED if declined else Outcome.ACCEPTED
    _wishes, we_learn, they_learn, _contribution = THEMES[theme]
    return Past(
        detail,
        contact,
        **times,
        outcome=outcome,
        grounds=GROUNDS[outcome],
        rows=[]
        if digital
        else [Cost(line=CostLine.MEAL.value, per_person_sek=meal, persons=persons)],
        answered=times["decided"] + timedelta(hours=3),
        cost_sek=max(asked.cost - draw.choice((0, 0, 150, 300)), 0),
        told={
            "learnt": we_learn,
            "acted_on": draw.choice(ACTED),
            "told": draw.choice(TOLD),
            "image": they_learn,
        },
        **({} if declined else over(draw, day)),
    )


def _month(day: date) -> int:
    """Return a month's number among the parts of a year, after its halves."""
    return day.month + 1


class _Events:
    """The events of the years, each made once."""

    def __init__(self, by: User) -> None:
        self.by = by
        self.made: dict[tuple[int, int, int], Conference] = {}
        self.days: dict[tuple[int, int, int], tuple[date, date]] = {}

    def of(
        self, number: int, day: date, *, monthly: bool = False
    ) -> tuple[Conference, tuple[date, date]]:
        """Return an event of those that are held each half-year, or month, with its days.

        The first who goes says when it is.
        """
        part = _month(day) if monthly else (day.month - 1) // 6
        key = (number, day.year, part)
        if key not in self.made:
            name, organiser, country, city, _km, theme = HELD[number]
            self.days[key] = day, day + timedelta(days=1)
            self.made[key] = Conference(
                name=f"{name} {day:%Y-%m}" if monthly else f"{name} {day.year}:{part + 1}",
                organiser=organiser,
                held=ConferenceForm.ON_SITE.value,
                country=country,
                city=city,
                opens_on=day,
                closes_on=day + timedelta(days=1),
                programme=f"Inlägg, samtal och studiebesök om {theme}.",
                register_by=day - timedelta(days=20),
                added_by=self.by,
                added_at=at(day - timedelta(days=120), 9),
            )
        return self.made[key], self.days[key]

    def near(self, draw: random.Random, day: date) -> int:
        """Return one of those of the month that is not more than three weeks from a day."""
        month = day.year, _month(day)
        fit = [
            number
            for number in range(len(HELD))
            if (number, *month) not in self.days
            or abs(self.days[number, *month][0] - day) <= timedelta(days=21)
        ]
        return draw.choice(fit)

    def write(self) -> None:
        """Write them with their history."""
        for event in self.made.values():
            event._history_user, event._history_date = self.by, event.added_at  # type: ignore[attr-defined]
        bulk_create_with_history(list(self.made.values()), Conference)


def _trip(
    draw: random.Random,
    host: Organisation,
    contact: User,
    day: date,
    events: _Events,
    *,
    on_behalf: dict[str, Any] | None = None,
) -> Past:
    """Return a trip to one of the year's events, about that time.

    on_behalf: when it was handled, where the Executive Board asked for it.
    """
    number = draw.randrange(len(HELD)) if on_behalf is None else events.near(draw, day)
    event, days = events.of(number, day, monthly=on_behalf is not None)
    opens, closes = days
    _name, _organiser, _country, _city, km, theme = HELD[number]
    goers = draw.choice(GOERS if on_behalf is None else FUNCTIONS)
    means = TravelMeans.TRAIN if km < 1000 else TravelMeans.FLIGHT
    why, gives = ABOUT[theme]
    asked = Asked(
        event.name,
        host.code,
        "closed",
        0,
        goers,
        why,
        gives,
        means=means,
        on_behalf=on_behalf is not None,
        role=draw.choice((TripRole.SPEAKER, TripRole.PARTICIPANT)),
        travel=draw.randrange(*TRAVEL[means], 50),
        lodging=draw.randrange(1900, 3300, 50),
        fee=draw.choice((0, 900, 1900, 3400)),
        allowance=460,
    )
    detail = Trip(engagement=Engagement(organisation=host, title=event.name), conference=event)
    answers = trips.usual_answers(asked, km=km, starts=opens, ends=closes)
    put(detail.engagement, detail, answers)
    rows = [*_goers(goers), *_costs(asked)]
    sek = sum(row.amount_sek or 0 for row in rows if isinstance(row, TripCost))
    detail.engagement.estimated_sek = sek
    times = on_behalf or handled(draw, opens, ahead=draw.randint(30, 70))
    return Past(
        detail,
        contact,
        **times,
        outcome=Outcome.ACCEPTED,
        grounds=central_past.GROUNDS
        if on_behalf
        else "Nyttan är tydlig och pengarna finns i planen.",
        rows=rows,
        cost_sek=max(sek - draw.choice((0, 300, 700)), 0),
        told={
            "learnt": draw.choice(LEARNT),
            "acted_on": draw.choice(ACTED),
            "told": draw.choice(TOLD),
        },
        **over(draw, closes),
    )


def _goers(goers: tuple[Goer, ...]) -> list[Traveller]:
    return [
        Traveller(place=place, function=goer.function, office=goer.office.value, decides=False)
        for place, goer in enumerate(goers)
    ]


def _costs(asked: Asked) -> Iterator[TripCost]:
    """Give what each sort of cost is for each; the event itself has been paid as planned."""
    lines = (
        (TripCostLine.TRAVEL, asked.travel),
        (TripCostLine.LODGING, asked.lodging),
        (TripCostLine.FEE, asked.fee),
        (TripCostLine.ALLOWANCE, asked.allowance),
    )
    paid = [(place, *line) for place in range(len(asked.goers)) for line in lines if line[1]]
    for number, (place, line, sek) in enumerate(paid):
        yield TripCost(
            place=number,
            traveller=place,
            line=line.value,
            amount_sek=sek,
            payer=Payer.CITY.value,
            outcome_sek=sek,
        )
