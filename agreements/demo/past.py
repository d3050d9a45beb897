"""Agreements and declarations of years gone by, each with its account of what it gave."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from agreements.cooperation.models import Cooperation
from agreements.declaration.models import Commitment, Declaration
from agreements.demo import signing
from agreements.demo.declarations import Text
from agreements.demo.stories import usual_answers
from agreements.signing.models import PartyGain, Signatory
from engagements.models import Detail, Engagement, Organisation, User
from engagements.vocabulary import CounterpartKind, Outcome, Scope
from governance.demo import delegated
from governance.demo.bulk import Past
from governance.demo.committee import GROUNDS
from governance.demo.people import CONTACTS

SEED = 1436
# As many of each hundred of a year's matters; the newest ended this many days ago.
AGREEMENTS_OF_HUNDRED, DECLARATIONS_OF_HUNDRED, UNTIL = 2, 2, 45
# Whose, with whom and where, on what, and what was exchanged.
WITH = (
    ("MF", "Oslo kommune", "NO", "Oslo", "buller från vägar", "Två mätveckor med samma metod"),
    ("TK", "Københavns Kommune", "DK", "Köpenhamn", "cykelparkering", "Fyra platsbesök"),
    ("KULF", "Tallinna linn", "EE", "Tallinn", "konst på skolgårdar", "Utbyte av fyra konstnärer"),
    ("SVOA", "Helsingin kaupunki", "FI", "Helsingfors", "läckor i ledningar", "En delad mätserie"),
    ("UTBF", "Rīgas valstspilsēta", "LV", "Riga", "mattelyft", "Tio lärare byter klassrum"),
    ("EXPLK", "Stadt Wien", "AT", "Wien", "bostäder för unga", "Två seminarier om markpris"),
    ("HAMN", "Gdańsk", "PL", "Gdańsk", "el vid kaj", "En gemensam teknisk specifikation"),
    ("SOF", "Oslo kommune", "NO", "Oslo", "stöd efter fängelse", "Handledning i båda städerna"),
    ("ALF", "Helsingin kaupunki", "FI", "Helsingfors", "hemtjänst på natten", "Två studiedagar"),
)
# Whose, from whom, what it is called, and what one undertakes.
JOINED = (
    ("MF", "Eurocities", "rena vintergator", "Berätta öppet hur luften mår"),
    ("TK", "POLIS", "säkra skolvägar", "Räkna gående vid tre skolor"),
    ("KULF", "IFLA", "bibliotek för alla", "Hålla ett bibliotek öppet för dem utan dator"),
    ("UTBF", "OECD", "lärande hela livet", "Svara på en enkät om året"),
    ("SVOA", "ICLEI", "rent vatten i städer", "Visa våra mätvärden öppet"),
    ("IDF", "World Health Organization", "rörelse för barn", "Visa fyra lektioner för andra"),
)
# What the city joined as a whole: from whom, what it is called, what one undertakes, and where that
# is already planned. How many a year is an assumption: one at every other meeting.
CITYWIDE = (
    ("Eurocities", "städer utan utsläpp", "Berätta öppet hur utsläppen minskar", "klimat"),
    ("C40", "svalare somrar", "Visa var det är varmast i staden", "klimat"),
    ("Eurocities", "trygga torg om kvällen", "Byta erfarenheter om belysning", "trygg"),
    ("ICLEI", "mat som inte slängs", "Mäta hur mycket mat som slängs i skolor", "klimat"),
    ("Union of the Baltic Cities", "ett friskare hav", "Visa mätvärden från vattnen", "klimat"),
    ("Eurocities", "bostäder för unga", "Visa hur unga får sitt första hem", "vaxande"),
    ("OECD", "städer där alla lär", "Svara på en enkät om lärande", "trygg"),
    ("C40", "el i alla fordon", "Berätta öppet hur laddningen byggs ut", "klimat"),
    ("Eurocities", "demokrati i vardagen", "Dela med sig av sina medborgardialoger", "trygg"),
    ("Mayors for Peace", "städer för fred", "Minnas tillsammans en dag om året", "trygg"),
)
PLANNED = "Det ryms i den verksamhetsplan som redan är beslutad."
SUPPORTED = "Texten binder inte staden till något nytt. Gå med."
LITTLE = "Initiativet ger inget som nätverken inte redan ger."
# One in so many is declined; from a decision until the declaration begins, and how long it lasts.
DECLINED, BEGINS, LASTS = 7, timedelta(days=20), timedelta(days=260)
LEARNT = (
    "Den andra staden mäter oftare och enklare än vi.",
    "Det som tar tid är att få juristerna att mötas tidigt.",
    "Metoden går att använda, men inte våra mallar.",
)
ACTED = ("Metoden står i vår verksamhetsplan.", "Två enheter arbetar nu så.")
TOLD = ("Nämnden och nätverket av kontaktpersoner.", "Ledningsgruppen och driftens möte.")


def ended(
    people: dict[str, User], others: dict[str, User], *, a_year: int, today: datetime
) -> list[Past]:
    """Return what ended of three years, as shares of ``a_year`` matters."""
    draw = random.Random(SEED)  # noqa: S311 - a demo, the same each time
    hosts = {row.code: row for row in Organisation.objects.select_related("board")}
    contacts = {code: people[key] for code, key in CONTACTS.items()} | others
    last = timezone.localdate(today) - timedelta(days=UNTIL)
    first = last.replace(year=last.year - 2, month=1, day=1) + timedelta(days=300)
    pasts = [
        _past(draw, hosts[code], contacts[code], title, made, first=first, last=last)
        for code, title, made in (*_agreements(a_year), *_declarations(a_year))
    ]
    return [*pasts, *_by_mayor(draw, hosts["SLK"], people, today=timezone.localdate(today))]


Made = tuple[str, str, tuple[Detail, dict[str, Any], list[Any]]]


def _agreements(a_year: int) -> Iterator[Made]:
    for number in range(3 * a_year * AGREEMENTS_OF_HUNDRED // 100):
        code, party, country, city, theme, exchange = WITH[number % len(WITH)]
        turn = number // len(WITH)
        answers = signing.usual_answers() | {
            "counterpart": party,
            "counterpart_kind": CounterpartKind.CAPITAL_CITY.value,
            "country": country,
            "city": city,
            "label": "Samarbetsavtal",
            "themes": [theme],
            "exchanges": [exchange],
            "benefit_stockholm": "Vi slipper pröva det som redan är prövat.",
            "scope": Scope.OPERATIONAL.value,
            "estimated_sek": 0,
            "delivered": f"{exchange} blev av.",
            "gave_us": "Ett arbetssätt som vi använder.",
            "gave_them": "Våra mätserier och vad de kostade.",
        }
        rows: list[Any] = [PartyGain(place=0, party=party, gain="Våra mätserier.")]
        for place, (who, office) in enumerate(
            (("Stockholms stad", "Förvaltningschef"), (party, "Direktör"))
        ):
            rows.append(Signatory(place=place, party=who, office=office))
        title = f"Avtal med {party} om {theme}{f', etapp {turn + 1}' if turn else ''}"
        yield code, title, (Cooperation(engagement=Engagement()), answers, rows)


def _declarations(a_year: int) -> Iterator[Made]:
    for number in range(3 * a_year * DECLARATIONS_OF_HUNDRED // 100):
        code, initiator, name, binds = JOINED[number % len(JOINED)]
        turn = number // len(JOINED)
        title = f"{initiator}: {name}{f' {turn + 1}' if turn else ''}"
        said = f"Vi, undertecknande städer, arbetar för {name}. {binds}."
        text = Text(
            title, initiator, code, Scope.OPERATIONAL, "closed", 0, f"Lära av andra om {name}.",
            said, f"We, the undersigned cities, work for this together: {name}.", (),
        )  # fmt: skip
        day = date.min  # its days are set with the others
        answers = usual_answers(text, starts=day, review=day, expires=None)
        answers |= {"counterpart": initiator}
        rows = [Commitment(place=0, text=binds, kept_by="Det gör vi redan.")]
        yield code, title, (Declaration(engagement=Engagement()), answers, rows)


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def _put(detail: Detail, answers: dict[str, Any]) -> None:
    """Write answers on one that is not saved, each where its column is."""
    own = {column.name for column in type(detail)._meta.get_fields()}
    for name, value in answers.items():
        setattr(detail if name in own else detail.engagement, name, value)


def _past(
    draw: random.Random,
    host: Organisation,
    contact: User,
    title: str,
    made: tuple[Detail, dict[str, Any], list[Any]],
    *,
    first: date,
    last: date,
) -> Past:
    """Return one that ended on a day between two."""
    detail, answers, rows = made
    ended = first + timedelta(days=draw.randrange((last - first).days))
    starts = ended - timedelta(days=draw.randint(150, 280))
    registered = starts - timedelta(days=draw.randint(40, 60))
    decided = registered + timedelta(days=draw.randint(6, 14))
    closed = ended + timedelta(days=draw.randint(5, UNTIL - 10))
    answers = answers | {"starts_on": starts, "ends_on": ended}
    if isinstance(detail, Declaration):
        answers |= {"next_review_on": ended, "expires_on": ended}
    detail.engagement.organisation, detail.engagement.title = host, title
    _put(detail, answers)
    return Past(
        detail,
        contact,
        registered=_at(registered, 9),
        submitted=_at(registered, 16),
        decided=_at(decided, 13),
        outcome=Outcome.ACCEPTED,
        grounds=signing.GROUNDS[Outcome.ACCEPTED],
        rows=rows,
        over=_at(ended + timedelta(days=1), 8),
        closed=_at(closed, 14),
        told={
            "learnt": draw.choice(LEARNT),
            "acted_on": draw.choice(ACTED),
            "told": draw.choice(TOLD),
        },
    )


def _by_mayor(
    draw: random.Random, host: Organisation, people: dict[str, User], *, today: date
) -> Iterator[Past]:
    """Give what the city joined before the year of the stories, where the Mayor decided."""
    meetings = delegated.days(today, since=date(today.year - 2, 1, 1))
    for number, meets in enumerate(meetings[1::2]):
        initiator, name, binds, goal = CITYWIDE[number % len(CITYWIDE)]
        tabled = delegated.tabled(meetings, meets, number + 8)
        registered = timezone.localdate(tabled or meets) - timedelta(days=33)
        starts = timezone.localdate(meets) + BEGINS
        ends = starts + LASTS
        text = Text(
            f"{initiator}: {name} {starts.year}", initiator, host.code, Scope.CITYWIDE, "closed", 0,
            f"Lära av andra om {name} och visa vad vi gör.",
            f"Vi, undertecknande städer, arbetar för {name}. {binds}.",
            f"We, the undersigned cities, work for this together: {name}.", (),
            plan=PLANNED,
        )  # fmt: skip
        answers = usual_answers(text, starts=starts, review=ends, expires=ends)
        answers |= {"counterpart": initiator, "ends_on": ends, "goals": [goal]}
        detail = Declaration(engagement=Engagement(organisation=host, title=text.title))
        _put(detail, answers)
        declined = number % DECLINED == DECLINED - 1
        over: dict[str, Any] = {
            "over": _at(ends + timedelta(days=1), 8),
            "closed": _at(ends + timedelta(days=draw.randint(5, UNTIL - 10)), 14),
        }
        yield Past(
            detail,
            people[CONTACTS[host.code]],
            registered=_at(registered, 9),
            submitted=_at(registered, 16),
            decided=meets + delegated.CONFIRMED,
            meets=meets,
            tabled=tabled,
            outcome=Outcome.DECLINED if declined else Outcome.ACCEPTED,
            grounds=LITTLE if declined else GROUNDS,
            adviser=people["johan.ekstrom"],
            advice=LITTLE if declined else SUPPORTED,
            rows=[Commitment(place=0, text=binds, kept_by=PLANNED)],
            told={
                "learnt": draw.choice(LEARNT),
                "acted_on": draw.choice(ACTED),
                "told": draw.choice(TOLD),
            },
            **({} if declined else over),
        )
