"""A year of trips on the Executive Board's behalf, for the Committee's meetings to answer.

The events are like those that exist; their days, and who goes, are invented. What the Committee and
the Mayor answer is not known here: a story goes on from whatever they said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from engagements.models import User
from engagements.vocabulary import ConferenceForm, Office, Status, TravelMeans, TripRole
from governance.demo.committee import PAST
from visits.demo.events import EVENTS, Asked, Event, Goer
from visits.demo.stories import Step
from visits.demo.trips import Story

# Days from a meeting: when what it answers was registered, and when the event opens.
BEFORE, UNTIL = 33, 45
EACH = 5
# Name, organiser, country, city, kilometres one way, what it is about.
HELD = (
    ("Europeiskt forum för cykelstäder", "European Cyclists Union", "NL", "Utrecht", 1290, "cykel"),
    ("Nordiskt möte om skyfall", "Nordisk Vannforening", "NO", "Bergen", 720, "skyfall"),
    ("Stadens natur i Europa", "Green Cities Forum", "SI", "Ljubljana", 1500, "natur"),
    ("Digitala tjänster i städer", "City Digital Network", "EE", "Tallinn", 380, "digitalt"),
    ("Bostäder för alla", "Housing Forum Europe", "AT", "Wien", 1240, "bostäder"),
    ("Cirkulärt byggande", "Circular Build Days", "BE", "Gent", 1320, "byggande"),
    ("Äldre i staden", "Age and City", "DK", "Odense", 560, "äldre"),
    ("Barns rätt till staden", "Child in the City", "IT", "Bologna", 1680, "barn"),
    ("Kollektivtrafik utan utsläpp", "Clean Bus Forum", "DE", "Hamburg", 810, "trafik"),
    ("Värme ur avloppsvatten", "Heat from Water", "FI", "Helsingfors", 400, "energi"),
    ("Kultur som håller ihop", "Culture Cities Days", "PT", "Porto", 2650, "kultur"),
    ("Trygga nätter", "Night Time Forum", "IE", "Dublin", 1620, "trygghet"),
)
# What it is about: why the city goes, and what it gets.
ABOUT = {
    "cykel": (
        "Visa stadens vinterväghållning av cykelbanor.",
        "Metoder att jämföra trafikräkning.",
    ),
    "skyfall": ("Leda samtalet om ansvar vid skyfall.", "Underlag till stadens skyfallsplan."),
    "natur": ("Hålla inlägget om ekosystem i tät stad.", "Jämförelse av mått på grönska."),
    "digitalt": ("Visa e-tjänsterna för tillstånd.", "Erfarenheter av gemensam inloggning."),
    "bostäder": ("Delta i panelen om allmännyttan.", "Sätt att bygga billigare med kvar kvalitet."),
    "byggande": ("Presentera återbruk i stadens lokaler.", "Krav att använda i upphandling."),
    "äldre": ("Berätta om trygghetsboenden.", "Metoder mot ensamhet."),
    "barn": ("Visa barnkonsekvensanalysen.", "Sätt att låta barn påverka planer."),
    "trafik": ("Redovisa laddning i depåer.", "Kostnader och driftstörningar i andra städer."),
    "energi": ("Hålla inlägget om spillvärme.", "Tekniska lösningar för fjärrvärmen."),
    "kultur": ("Företräda staden vid styrelsens möte.", "Modeller för stöd till fria grupper."),
    "trygghet": ("Delta i panelen om nattliv.", "Samverkan mellan krögare och polis."),
}
HOSTS = ("MF", "EXPLK", "SLK", "SBR", "SLK")
LEARNT = (
    "Två städer har infört det på ett år; det som tog tid var avtalen, inte tekniken.",
    "Kostnaden låg på drift och inte på bygge. Vi räknar om vår kalkyl.",
    "Det som kallades nytt gör vi redan. Vi visade hur, och fick en bättre mätmetod tillbaka.",
)
FUNCTIONS = (
    (Goer("avdelningschef"),),
    (Goer("strateg"), Goer("utredare")),
    (Goer("förtroendevald i nämnden", Office.ELECTED), Goer("handläggare")),
)


def requests() -> list[tuple[Asked, int]]:
    """Return the year's requests, each with the day of the meeting that answers it."""
    found = []
    for number, day in enumerate(day for day in PAST for _each in range(EACH)):
        name, organiser, country, city, km, theme = HELD[number % len(HELD)]
        key = f"year-{number}"
        EVENTS[key] = Event(
            f"{name} {number // len(HELD) + 1}",
            organiser,
            ConferenceForm.ON_SITE,
            country,
            city,
            day + UNTIL,
            2,
            f"Inlägg, samtal och studiebesök om {theme}.",
            km,
        )
        why, gives = ABOUT[theme]
        asked = Asked(
            key,
            HOSTS[number % len(HOSTS)],
            "committee",
            day - BEFORE,
            FUNCTIONS[number % len(FUNCTIONS)],
            why,
            gives,
            means=TravelMeans.TRAIN if km < 1000 else TravelMeans.FLIGHT,
            on_behalf=True,
            role=TripRole.SPEAKER,
            travel=1900,
            lodging=2900,
            fee=900,
            allowance=460,
            learnt=LEARNT[number % len(LEARNT)],
        )
        found.append((asked, day))
    return found


@dataclass
class Answered(Story):
    """One request's way through the Committee. meets: the day of the meeting. number: of all."""

    meets: int = 0
    number: int = 0

    def steps(self) -> list[Step]:
        """Return what happens before the meeting, and what comes of the answer."""
        start, last = self.asked.registered, self.event.opens + self.event.days - 1
        told: list[Step] = [
            (self.on(start, 8), self.write),
            (self.on(start + 1, 9), self.submit),
            (self.on(start + 2, 10), self.take),
            (self.on(start + 4, 11), self.advise),
            (self.on(self.meets + 3, 9), self.complete),
            (self.on(self.meets + 4, 10), self.advise_anew),
        ]
        if last < 0:
            told.append((self.on(last + 1, 8), self.when(Status.APPROVED, self.begin_follow_up)))
        if last < -20 and self.number % 7:
            tell = self.when(Status.FOLLOW_UP, self.follow_up_and_close)
            told.append((self.on(last + 14, 14), tell))
        return told

    def when(self, status: Status, act: Callable[[datetime], None]) -> Callable[[datetime], None]:
        """Return an act that is left out when the request has come elsewhere."""

        def maybe(at: datetime) -> None:
            if self.now.status == status:
                act(at)

        return maybe

    def complete(self, at: datetime) -> None:
        """What was referred back is completed and handed in again."""
        if self.now.status == Status.RETURNED:
            self.submit(at)

    def advise_anew(self, at: datetime) -> None:
        """What was handed in again is advised on again."""
        if self.now.status == Status.ADVICE:
            self.take(at)
            self.advise(at)


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens in a year of trips, each with its time."""
    stories = [
        Answered(asked, people, today, meets=day, number=number)
        for number, (asked, day) in enumerate(requests())
    ]
    return [step for story in stories for step in story.steps()]
