"""Memberships of the organisations that the stories do not tell of.

The networks exist. That just these organisations belong to them, since when, and the fees in
figures are invented, but for the World Health Organization's, which another city has published.
A fee that nobody has published may be unknown here too.
"""

from __future__ import annotations

from datetime import datetime, time

from django.utils import timezone

from engagements.models import User
from engagements.vocabulary import ActivityKind, CounterpartKind
from memberships.demo.networks import CITIES, FOUR_YEARS, OWN, WORLD, Network
from memberships.demo.stories import Known

MEETING, PAPER = ActivityKind.MEETING, ActivityKind.PAPER
# Whose, which, what kind of organisation it is, since when, its fee in a currency, what for.
# A fee of 0 is none; None is unknown, as for those whose fee nobody has asked for.
ROWS: tuple[tuple[str, str, CounterpartKind, int, tuple[int, str] | None, str], ...] = (
    ("ALF", "European Ageing Network", WORLD, 2016, (12_000, "SEK"), "Jämföra äldreomsorg."),
    ("ALF", "Global Network for Age-friendly Cities", CITIES, 2019, (0, "SEK"), "Pröva metoder."),
    (
        "AMF",
        "European Association for the Education of Adults",
        WORLD,
        2018,
        None,
        "Fler i arbete fortare.",
    ),
    ("FASTK", "European Historic Houses", WORLD, 2015, (9_500, "SEK"), "Vårda gamla hus."),
    (
        "IDF",
        "European Capitals and Cities of Sport",
        CITIES,
        2014,
        (2_000, "EUR"),
        "Fler i rörelse.",
    ),
    ("IDF", "World Urban Parks", WORLD, 2020, (6_000, "SEK"), "Parker som bjuder in till lek."),
    (
        "KGF",
        "Association of Significant Cemeteries in Europe",
        WORLD,
        2009,
        (4_000, "SEK"),
        "Vård.",
    ),
    ("SBK", "ISOCARP", WORLD, 2011, (15_000, "SEK"), "Planera tätare utan att tappa grönska."),
    (
        "SBK",
        "International Federation for Housing and Planning",
        WORLD,
        1998,
        (28_000, "SEK"),
        "Bo.",
    ),
    (
        "SERF",
        "Open and Agile Smart Cities",
        CITIES,
        2021,
        (3_000, "EUR"),
        "Data som andra förstår.",
    ),
    ("SOF", "European Social Network", WORLD, 2012, (5_200, "EUR"), "Stöd som fungerar."),
    ("SOF", "Correlation Harm Reduction Network", WORLD, 2019, (0, "SEK"), "Minska skador."),
    ("SSA", "International Council on Archives", WORLD, 1996, None, "Digitala arkiv."),
    ("SSA", "DLM Forum", WORLD, 2013, (1_500, "EUR"), "Gemensamma krav på e-arkiv."),
    ("UTBF", "International Association of Educating Cities", CITIES, 2003, (550, "EUR"), "Skola."),
    (
        "UTBF",
        "International Association of School Librarianship",
        WORLD,
        2017,
        None,
        "Lärare lär av lärare.",
    ),
    ("BF", "Consortium of European Building Control", WORLD, 2022, None, "Tillsyn."),
    ("FB", "EURHONET", WORLD, 2005, None, "Bostadsbolag jämför drift."),
    ("SVB", "Housing Europe", WORLD, 2008, (18_000, "SEK"), "Bevaka EU:s bostadsfrågor."),
    ("STHEM", "European Federation for Living", WORLD, 2010, (7_000, "EUR"), "Bygga billigare."),
    ("KHST", "European Theatre Convention", WORLD, 2007, None, "Utbyta pjäser."),
    ("KHST", "ASSITEJ", WORLD, 2001, (3_000, "SEK"), "Scenkonst för unga."),
    ("KHST", "IETM", WORLD, 2015, (900, "EUR"), "Möta scener i andra städer."),
    (
        "MASS",
        "UFI, The Global Association of the Exhibition Industry",
        WORLD,
        1975,
        None,
        "Mässor.",
    ),
    ("MASS", "International Congress and Convention Association", WORLD, 1989, None, "Kongresser."),
    (
        "MICASA",
        "Housing Learning and Improvement Network",
        WORLD,
        2018,
        (0, "SEK"),
        "Seniorbostäder.",
    ),
    ("PARK", "European Parking Association", WORLD, 2002, None, "Lediga platser syns."),
    ("SGAF", "European Arenas Association", WORLD, 2011, (3_500, "EUR"), "Trygga evenemang."),
    ("SISAB", "Association for Learning Environments", WORLD, 2014, (5_000, "SEK"), "Skolhus."),
    ("STERM", "Urban Land Institute", WORLD, 2022, (16_000, "SEK"), "Mark som används bättre."),
    ("STOKAB", "FTTH Council Europe", WORLD, 2004, None, "Fiber till alla."),
    ("STOKAB", "Broadband Forum", WORLD, 2012, None, "Öppna nät."),
    (
        "SDF-BRO",
        "Child Friendly Cities Initiative",
        CITIES,
        2019,
        (0, "SEK"),
        "Barn får säga till.",
    ),
    (
        "SDF-HV",
        "Dynamo International Street Workers Network",
        WORLD,
        2021,
        (0, "SEK"),
        "Fältarbete.",
    ),
    ("SDF-SOD", "European Forum for Urban Security", CITIES, 2017, None, "Trygga kvarter."),
    ("SDF-SKN", "Alzheimer Europe", WORLD, 2020, (0, "SEK"), "Stöd till anhöriga."),
    (
        "SDF-FAR",
        "International Federation of Settlements",
        WORLD,
        2022,
        (0, "SEK"),
        "Mötesplatser för grannar.",
    ),
    ("SDF-JAR", "The Nature of Cities Europe", WORLD, 2021, (2_500, "SEK"), "Natur nära hemmet."),
    ("SOF", "European Cities Against Drugs", CITIES, 1994, None, "Färre unga som provar."),
    ("SOF", "WHO European Healthy Cities Network", CITIES, 2018, (6_000, "USD"), "Jämlik hälsa."),
    ("HAMN", "European Sea Ports Organisation", WORLD, 1999, None, "Bevaka hamnfrågor i EU."),
    ("KULF", "EBLIDA", WORLD, 2006, None, "Bibliotekens frågor i EU."),
    ("SLK", "European Coalition of Cities against Racism", CITIES, 2007, None, "Lika rättigheter."),
    ("SLK", "Rainbow Cities Network", CITIES, 2019, None, "Hbtqi-frågor i städer."),
)
RATES = {"SEK": None, "EUR": 11, "USD": 10}


class Beside(Known):
    """A membership of somebody beside the stories, with its own contact person."""

    def __init__(self, network: Network, contact: User, today: datetime) -> None:
        """Keep the network, and who speaks for its host."""
        super().__init__(network, {}, today)
        self._contact = contact

    @property
    def contact(self) -> User:
        """Its contact person."""
        return self._contact


def _network(place: int) -> Network:
    """Return a network with what is done in it and when it was looked through, by its place."""
    host, name, kind, since, fee, aim = ROWS[place]
    done = (
        (20 + 7 * place, MEETING, "Årsmöte"),
        (150 + 5 * place, PAPER, "Underlag till en arbetsgrupp"),
    )[: place % 3]
    rate = RATES[fee[1]] if fee else None
    return Network(
        name,
        host,
        OWN,
        f"{since}-01-01",
        aim,
        "Enhetschef",
        reviewed=None if place % 11 == 4 else 200 + (place * 97) % FOUR_YEARS,
        kind=kind,
        done=done,
        free=fee is not None and not fee[0],
        fee=(fee[0], fee[1], fee[0] * rate if rate else None) if fee and fee[0] else None,
        statutes=kind is WORLD,
        vote=kind is WORLD,
    )


def take_up(contacts: dict[str, User], *, at: datetime, today: datetime) -> None:
    """Put them all in the register. contacts: by organisation's code. at: when that was done."""
    morning = timezone.make_aware(datetime.combine(timezone.localdate(at), time(9)))
    for place in range(len(ROWS)):
        network = _network(place)
        known = Beside(network, contacts[network.host], today)
        known.take_up(morning)
        known.log(morning)
