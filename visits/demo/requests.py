"""Invented requests: who asked, what about, who was asked, and how far it has come.

Days are counted from the day of the demo: minus is past. The bodies exist; the visits do not.
"""

from dataclasses import dataclass, field
from typing import Any

from engagements.vocabulary import CounterpartKind, Outcome, PoliticalLevel

CITY = CounterpartKind.CITY
CAPITAL = CounterpartKind.CAPITAL_CITY
UNIVERSITY = CounterpartKind.UNIVERSITY
NATIONAL = CounterpartKind.NATIONAL
EMBASSY = CounterpartKind.EMBASSY
REGION = CounterpartKind.REGION
COMPANY = CounterpartKind.COMPANY


@dataclass(frozen=True)
class Request:
    """One request. end: the state it has come to. answers: those beside the usual ones."""

    body: str
    kind: CounterpartKind
    country: str
    city: str
    host: str
    theme: str
    persons: int
    end: str
    registered: int
    starts: int
    outcome: Outcome = Outcome.ACCEPTED
    answers: dict[str, Any] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    cost: int = 1800
    meal: int = 145
    contact: str = "International Office"
    weighings: dict[str, str] = field(default_factory=dict)


HIGH: dict[str, Any] = {"political_level": PoliticalLevel.HIGH.value}
LETTER: dict[str, Any] = {"wants_letter": True, "particularly_prioritised": False}
EXCEPTION: dict[str, Any] = {
    "wants_letter": True,
    "particularly_prioritised": True,
    "prioritised_by": "Avdelningschefen för rening",
    "priority_grounds": "Besöket är tredje delen av ett driftsutbyte. Det går inte på distans.",
}
TWINNING: dict[str, Any] = {
    "wishes": "Hur förskolan arbetar med språk, och om våra städer kan bli vänorter.",
}
NO_LETTER = Outcome.ACCEPTED_WITHOUT_LETTER
COUNTERED, DECLINED = Outcome.COUNTERED, Outcome.DECLINED
MAYOR = HIGH | {"head_title": "Borgmästare"}
PRIORITY: dict[str, Any] = {"city_priority": True}

REQUESTS = (
    # Still being written, or with SLK
    Request("Ville de Lyon", CITY, "FR", "Lyon", "MF", "luft", 12, "draft", -3, 60),
    Request(
        "Universität Hamburg", UNIVERSITY, "DE", "Hamburg", "EXPLK", "kvarter", 24, "draft", -1, 75
    ),
    Request(
        "Gemeente Utrecht",
        CITY,
        "NL",
        "Utrecht",
        "FSKF",
        "forskola",
        8,
        "draft",
        -6,
        40,
        answers=TWINNING,
    ),
    Request("Oslo kommune", CAPITAL, "NO", "Oslo", "SVOA", "vatten", 6, "advice", -4, 45),
    Request(
        "Ambasciata d'Italia",
        EMBASSY,
        "IT",
        "Stockholm",
        "MF",
        "luft",
        4,
        "advice",
        -5,
        38,
        answers=MAYOR,
    ),
    Request(
        "Københavns Kommune", CAPITAL, "DK", "Köpenhamn", "EXPLK", "kvarter", 15, "taken", -6, 50
    ),
    Request(
        "Seoul Metropolitan Government",
        CAPITAL,
        "KR",
        "Seoul",
        "SLK",
        "samordning",
        10,
        "taken",
        -8,
        70,
        answers=MAYOR,
    ),
    Request(
        "Comune di Bologna", CITY, "IT", "Bologna", "KULF", "bibliotek", 9, "returned", -12, 33
    ),
    Request(
        "City of Cape Town",
        CITY,
        "ZA",
        "Kapstaden",
        "MF",
        "vatten",
        7,
        "returned",
        -10,
        55,
        answers=LETTER,
    ),
    # With those who decide
    Request(
        "Helsingin kaupunki", CAPITAL, "FI", "Helsingfors", "MF", "luft", 6, "decision", -9, 42
    ),
    Request("Stadt Wien", CAPITAL, "AT", "Wien", "EXPLK", "kvarter", 11, "decision", -11, 37),
    Request(
        "Accra Metropolitan Assembly",
        CAPITAL,
        "GH",
        "Accra",
        "SVOA",
        "vatten",
        5,
        "decision",
        -7,
        64,
        answers=EXCEPTION,
        weighings={
            "strategy.visit.invitation_letter:letter": "Avdelningen står för prioriteringen, "
            "ambassaden kräver brev, och utbytet har stöd i samverkan."
        },
    ),
    Request(
        "Tartu linnavalitsus", CITY, "EE", "Tartu", "FSKF", "forskola", 14, "decision", -13, 29
    ),
    Request(
        "Barcelona Activa", COMPANY, "ES", "Barcelona", "SBR", "etablering", 16, "decision", -8, 48
    ),
    Request(
        "Region Hovedstaden",
        REGION,
        "DK",
        "Hilleröd",
        "MF",
        "luft",
        8,
        "decision",
        -10,
        52,
        areas=("EXPLK",),
        meal=620,
        weighings={"strategy.visit.moderation:cost:meal": "Middagen ersätter två luncher."},
    ),
    Request(
        "Ville de Paris",
        CAPITAL,
        "FR",
        "Paris",
        "SLK",
        "samordning",
        13,
        "coordination",
        -16,
        44,
        answers=MAYOR,
    ),
    Request(
        "Tokyo Metropolitan Government",
        CAPITAL,
        "JP",
        "Tokyo",
        "MF",
        "luft",
        9,
        "coordination",
        -18,
        51,
        areas=("SVOA",),
        answers=PRIORITY,
    ),
    Request(
        "Yonsei University",
        UNIVERSITY,
        "KR",
        "Seoul",
        "KULF",
        "bibliotek",
        32,
        "countered",
        -14,
        36,
        COUNTERED,
    ),
    Request(
        "Hochschule Luzern",
        UNIVERSITY,
        "CH",
        "Luzern",
        "SVOA",
        "vatten",
        28,
        "countered",
        -15,
        41,
        COUNTERED,
    ),
    # Decided, and waiting for the visit
    Request("Reykjavíkurborg", CAPITAL, "IS", "Reykjavik", "MF", "luft", 5, "approved", -40, 12),
    Request(
        "Hansestadt Rostock", CITY, "DE", "Rostock", "EXPLK", "kvarter", 18, "approved", -35, 20
    ),
    Request("Rīgas dome", CAPITAL, "LV", "Riga", "FSKF", "forskola", 10, "approved", -44, 9),
    Request(
        "Nairobi City County",
        CAPITAL,
        "KE",
        "Nairobi",
        "SVOA",
        "vatten",
        6,
        "approved",
        -48,
        25,
        NO_LETTER,
        LETTER,
    ),
    Request(
        "City of Toronto",
        CITY,
        "CA",
        "Toronto",
        "SLK",
        "samordning",
        8,
        "approved",
        -50,
        18,
        answers=MAYOR,
    ),
    Request(
        "Business Finland",
        NATIONAL,
        "FI",
        "Helsingfors",
        "SBR",
        "etablering",
        12,
        "approved",
        -30,
        15,
    ),
    # The visit is over
    Request("Bergen kommune", CITY, "NO", "Bergen", "KULF", "bibliotek", 7, "follow_up", -75, -6),
    Request("Miasto Gdańsk", CITY, "PL", "Gdansk", "MF", "vatten", 11, "follow_up", -80, -25),
    Request("Stad Gent", CITY, "BE", "Gent", "EXPLK", "kvarter", 20, "follow_up", -70, -9),
    Request(
        "Tampereen kaupunki",
        CITY,
        "FI",
        "Tammerfors",
        "FSKF",
        "forskola",
        9,
        "closed",
        -160,
        -100,
        cost=1200,
    ),
    Request(
        "Ayuntamiento de Bilbao",
        CITY,
        "ES",
        "Bilbao",
        "EXPLK",
        "kvarter",
        17,
        "closed",
        -210,
        -150,
        cost=3400,
    ),
    Request(
        "Vilniaus miesto savivaldybė",
        CAPITAL,
        "LT",
        "Vilnius",
        "MF",
        "luft",
        13,
        "closed",
        -260,
        -200,
        cost=2600,
    ),
    Request(
        "Bundesstadt Bonn",
        CITY,
        "DE",
        "Bonn",
        "SLK",
        "samordning",
        6,
        "closed",
        -310,
        -255,
        cost=900,
    ),
    Request(
        "Aarhus Kommune",
        CITY,
        "DK",
        "Århus",
        "KULF",
        "bibliotek",
        15,
        "closed",
        -370,
        -320,
        cost=2100,
    ),
    Request(
        "Singapore PUB",
        NATIONAL,
        "SG",
        "Singapore",
        "SVOA",
        "vatten",
        8,
        "closed",
        -430,
        -370,
        cost=1600,
    ),
    Request(
        "City of Melbourne",
        CITY,
        "AU",
        "Melbourne",
        "SBR",
        "etablering",
        9,
        "closed",
        -480,
        -425,
        cost=2800,
    ),
    Request(
        "Tallinna Linnavalitsus",
        CAPITAL,
        "EE",
        "Tallinn",
        "MF",
        "luft",
        16,
        "closed",
        -540,
        -480,
        answers=MAYOR,
        cost=5200,
    ),
    Request(
        "Ville de Montréal",
        CITY,
        "CA",
        "Montréal",
        "EXPLK",
        "kvarter",
        10,
        "closed",
        -600,
        -545,
        cost=2300,
    ),
    Request(
        "Trondheim kommune",
        CITY,
        "NO",
        "Trondheim",
        "FSKF",
        "forskola",
        12,
        "closed",
        -660,
        -610,
        cost=1500,
    ),
    # The same city as "Helsingin kaupunki", so that an administrator finds two that are one
    Request(
        "City of Helsinki",
        CAPITAL,
        "FI",
        "Helsinki",
        "MF",
        "luft",
        7,
        "closed",
        -480,
        -430,
        answers={"comparison": "Luften i gatunivå vintertid, mätt på samma sätt i båda städerna."},
        cost=1300,
    ),
    # Ended without a visit
    Request(
        "Global Study Tours",
        COMPANY,
        "CN",
        "Shenzhen",
        "SVOA",
        "vatten",
        45,
        "rejected",
        -120,
        -70,
        DECLINED,
    ),
    Request(
        "Future Cities Summit",
        COMPANY,
        "US",
        "Austin",
        "SBR",
        "etablering",
        30,
        "rejected",
        -230,
        -180,
        DECLINED,
    ),
    Request(
        "Universidade do Porto",
        UNIVERSITY,
        "PT",
        "Porto",
        "KULF",
        "bibliotek",
        26,
        "rejected",
        -400,
        -350,
        DECLINED,
    ),
    # The letter was promised below the rank that it is for: a departure, with its grounds
    Request(
        "Gradska uprava Sarajevo",
        CITY,
        "BA",
        "Sarajevo",
        "MF",
        "luft",
        9,
        "closed",
        -210,
        -170,
        answers=LETTER,
    ),
    Request("Sarajevo Canton", REGION, "BA", "Sarajevo", "MF", "luft", 7, "withdrawn", -95, -40),
    Request(
        "Ville de Luxembourg",
        CAPITAL,
        "LU",
        "Luxemburg",
        "EXPLK",
        "kvarter",
        5,
        "withdrawn",
        -180,
        -140,
    ),
)
