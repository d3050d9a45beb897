"""Memberships on their way in. What is planned, and its sums, are invented."""

from dataclasses import dataclass, field
from typing import Any

from engagements.vocabulary import CounterpartKind, Scope


@dataclass(frozen=True)
class Plan:
    """A membership that somebody wants. registered: days before today. end: how far it has come."""

    name: str
    host: str
    end: str
    registered: int
    aim: str
    planned: tuple[str, ...]
    fee: tuple[int, str, int | None] | None
    scope: Scope = Scope.OPERATIONAL
    kind: CounterpartKind = CounterpartKind.INTERNATIONAL
    forum: tuple[str, str] | None = None
    answers: dict[str, Any] = field(default_factory=dict)


JOINING = (
    Plan(
        "Baltic Ports Organization",
        "HAMN",
        "approved",
        60,
        "Samordna landström och avfall med hamnarna runt Östersjön.",
        ("leda arbetsgruppen om landström", "vara värd för höstmötet"),
        (60_000, "SEK", None),
        forum=("Cruise Europe", "Gäller bara kryssningsfartyg."),
    ),
    Plan(
        "International Cities of Refuge Network (ICORN)",
        "KULF",
        "decision",
        12,
        "Ge en fristad åt författare som hotas.",
        ("en fristadskonstnär", "erfarenhetsmöte"),
        (25_000, "SEK", None),
        forum=("World Cities Culture Forum", "Saknar värdskap för författare."),
        answers={"has_vote": False, "goals": ["kultur"], "sdgs": [16], "close_to_state": True},
    ),
    Plan(
        "Metropolis",
        "SLK",
        "advice",
        6,
        "Jämföra styrning av storstadsregioner.",
        ("två konferenser", "ett gemensamt underlag"),
        (250_000, "SEK", None),
        scope=Scope.CITYWIDE,
        forum=("Eurocities", "Har inga medlemmar utanför Europa."),
        answers={"country": "ES", "city": "Barcelona"},
    ),
    Plan(
        "Nordic Safe Cities",
        "SLK",
        "draft",
        2,
        "Lära av nordiska städer om trygghet på nätet.",
        (),
        None,
        scope=Scope.CITYWIDE,
        kind=CounterpartKind.CITY,
        answers={"country": "DK", "city": "Köpenhamn", "forums_searched": None},
    ),
)
