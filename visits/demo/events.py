"""Invented requests to take part in events abroad, and how far each has come.

Days are counted from the day of the demo: minus is past. The events exist or are like those that
do; their days, and who goes, are invented.
"""

from dataclasses import dataclass, field
from typing import Any

from engagements.vocabulary import ConferenceForm, Office, TravelMeans, TripRole


@dataclass(frozen=True)
class Event:
    """An event. opens: its first day; days: how many it has."""

    name: str
    organiser: str
    form: ConferenceForm
    country: str
    city: str
    opens: int
    days: int
    programme: str
    km: int
    register: int = -30
    abstract: int | None = None


@dataclass(frozen=True)
class Goer:
    """Somebody who goes. email: their address in the city, for who is known by it."""

    function: str
    office: Office = Office.OFFICIAL
    name: str = ""
    part: str = ""
    email: str = ""


@dataclass(frozen=True)
class Asked:
    """A request. end: the state it has come to. each: kronor a person by sort of cost."""

    event: str
    host: str
    end: str
    registered: int
    goers: tuple[Goer, ...]
    purpose: str
    benefit: str
    means: TravelMeans = TravelMeans.FLIGHT
    on_behalf: bool = False
    digital: bool = False
    role: TripRole = TripRole.PARTICIPANT
    travel: int = 4200
    lodging: int = 5400
    fee: int = 3900
    allowance: int = 1350
    paid_by_host: int = 0
    learnt: str = ""
    answers: dict[str, Any] = field(default_factory=dict)


HERE, BOTH, ONLINE = ConferenceForm.ON_SITE, ConferenceForm.HYBRID, ConferenceForm.DIGITAL
EVENTS = {
    "smart-1": Event(
        "Smart City Expo World Congress, förra upplagan",
        "Fira de Barcelona",
        HERE,
        "ES",
        "Barcelona",
        -388,
        3,
        "Föreläsningar om data, mobilitet och klimat i städer, och en utställning.",
        2280,
    ),
    "smart-2": Event(
        "Smart City Expo World Congress",
        "Fira de Barcelona",
        HERE,
        "ES",
        "Barcelona",
        41,
        3,
        "Föreläsningar om data, mobilitet och klimat i städer, och en utställning.",
        2280,
        abstract=-20,
    ),
    "mipim": Event(
        "MIPIM",
        "Reed MIDEM",
        HERE,
        "FR",
        "Cannes",
        -255,
        4,
        "Mässa för stadsutveckling och investeringar.",
        2060,
    ),
    "vatten": Event(
        "Nordiska vattenkonferensen",
        "Danva",
        BOTH,
        "DK",
        "Köpenhamn",
        -170,
        2,
        "Rening, ledningsnät och skyfall i nordiska städer.",
        660,
    ),
    "bibliotek": Event(
        "Next Library",
        "Aarhus Kommune",
        HERE,
        "DK",
        "Århus",
        58,
        3,
        "Verkstäder om bibliotek som möten mellan människor.",
        820,
    ),
    "c40": Event(
        "C40 World Mayors Summit",
        "C40 Cities",
        HERE,
        "BR",
        "Rio de Janeiro",
        96,
        4,
        "Borgmästare från världens storstäder om klimat och pengar till klimatarbete.",
        10700,
    ),
    "eurocities": Event(
        "Eurocities årskonferens",
        "Eurocities",
        BOTH,
        "NL",
        "Rotterdam",
        82,
        3,
        "Nätverkets årsmöte, val och arbetsgruppernas redovisning.",
        1150,
        register=30,
    ),
    "eurocities-dubbel": Event(
        "Eurocities annual conference",
        "Eurocities",
        BOTH,
        "NL",
        "Rotterdam",
        82,
        3,
        "",
        1150,
        register=30,
    ),
    "borgmastare": Event(
        "Global Parliament of Mayors",
        "Global Parliament of Mayors",
        ONLINE,
        "NL",
        "Haag",
        67,
        1,
        "Digitalt årsmöte om städers röst i världen.",
        0,
        register=40,
    ),
    "sdg": Event(
        "Urban October, lokal uppföljning av Agenda 2030",
        "UN-Habitat",
        BOTH,
        "DE",
        "Bonn",
        74,
        2,
        "Städers egna rapporter om målen.",
        1180,
        register=35,
    ),
    "luft": Event(
        "Clean Air Forum",
        "Europeiska kommissionen",
        BOTH,
        "IT",
        "Rom",
        88,
        2,
        "Luftkvalitet i europeiska städer.",
        2000,
    ),
    "trafik": Event(
        "Velo-city",
        "European Cyclists' Federation",
        HERE,
        "SI",
        "Ljubljana",
        -39,
        4,
        "Cykling i städer.",
        1580,
    ),
    "invest": Event(
        "World Investment Forum",
        "UNCTAD",
        HERE,
        "AE",
        "Abu Dhabi",
        -210,
        5,
        "Investeringar i hållbar utveckling.",
        4700,
    ),
}
CHAIR = Goer("Nämndens ordförande", Office.CHAIR)
HEAD = Goer("Avdelningschef", Office.DIRECTOR)


def officials(*functions: str) -> tuple[Goer, ...]:
    """Return officials by what they do."""
    return tuple(Goer(function) for function in functions)


SMART = "Följa hur andra storstäder använder öppna data för att minska utsläppen."
SMART_USE = "Underlag till stadens nya handlingsplan för data, som beslutas nästa år."
ASKED = (
    Asked(
        "smart-1",
        "EXPLK",
        "closed",
        -460,
        (HEAD, *officials("Projektledare")),
        SMART,
        SMART_USE,
        learnt="Barcelona mäter buller med billiga sensorer som skolor sköter. Det prövar vi.",
    ),
    Asked(
        "smart-1",
        "MF",
        "closed",
        -455,
        officials("Utredare, luft"),
        "Se hur städer visar luftdata för invånarna.",
        "Bättre visning av våra egna mätningar.",
        learnt="Invånare läser hellre råd än siffror. Vi skrev om vår webbsida efter det.",
    ),
    Asked(
        "mipim",
        "SBR",
        "closed",
        -330,
        (HEAD, *officials("Etableringslots", "Etableringslots")),
        "Möta investerare som söker mark för gröna verksamheter.",
        "Fler förfrågningar om etablering i stadens utvecklingsområden.",
        fee=18500,
        learnt="Tre investerare bad om uppgifter om energi. Vi har nu ett blad om det.",
    ),
    Asked(
        "vatten",
        "SVOA",
        "closed",
        -230,
        officials("Driftchef", "Processingenjör"),
        "Jämföra rening av läkemedel i full skala.",
        "Val av metod i ombyggnaden av verket.",
        TravelMeans.TRAIN,
        learnt="Köpenhamn väljer kol före ozon, för att driften blir enklare.",
    ),
    Asked(
        "trafik",
        "MF",
        "follow_up",
        -110,
        (Goer("Utredare, trafik", name="Tora Lind"),),
        "Jämföra hur cykelvägar planeras mot buller.",
        "Underlag till remissen om cykelplanen.",
        TravelMeans.TRAIN,
    ),
    Asked(
        "smart-2",
        "EXPLK",
        "approved",
        -48,
        (HEAD, *officials("Projektledare", "Klimatstrateg")),
        SMART,
        SMART_USE,
    ),
    Asked(
        "smart-2",
        "SBR",
        "decision",
        -12,
        officials("Etableringslots", "Kommunikatör"),
        "Möta bolag som vill pröva sin teknik i Stockholm.",
        "Fler prövningar i stadens testbäddar.",
        role=TripRole.SPEAKER,
    ),
    Asked(
        "smart-2",
        "MF",
        "draft",
        -2,
        (Goer("Utredare, trafik", name="Tora Lind"),),
        "Följa upp hur städer visar luftdata.",
        "",
    ),
    Asked(
        "bibliotek",
        "KULF",
        "decision",
        -9,
        (CHAIR, *officials("Bibliotekarie", "Bibliotekarie")),
        "Lära hur unga får styra programmet i biblioteken.",
        "Nya öppettider med unga som värdar.",
        TravelMeans.TRAIN,
    ),
    Asked(
        "luft",
        "MF",
        "approved",
        -33,
        (HEAD, *officials("Utredare, luft")),
        "Ge vår syn på hur EU:s nya gränsvärden nås i kalla städer.",
        "Stadens erfarenheter når dem som skriver vägledningen.",
        role=TripRole.SPEAKER,
        paid_by_host=5400,
    ),
    Asked(
        "c40",
        "SLK",
        "preparation",
        -21,
        (
            Goer("Finansborgarråd", Office.FINANCE_MAYOR, part="speaker"),
            *officials("Klimatstrateg", "Pressekreterare"),
        ),
        "Presentera Stockholms klimatbudget och driva städernas krav på finansiering.",
        "Staden påverkar hur pengar till klimatarbete når städer.",
        on_behalf=True,
        role=TripRole.SPEAKER,
        travel=40000,
        lodging=15000,
        fee=0,
        allowance=6600,
        answers={"emissions_kg": 8200, "emissions_grounds": "Flygbolagets uppgift för sträckan"},
    ),
    Asked(
        "eurocities",
        "SLK",
        "preparation",
        -18,
        (Goer("Borgarråd", Office.VICE_MAYOR, part="voting"), *officials("Samordnare, nätverk")),
        "Rösta om nätverkets nya strategi och leda gruppen för klimat.",
        "Stockholms frågor om bostäder kommer med i nätverkets program.",
        TravelMeans.TRAIN,
        on_behalf=True,
        role=TripRole.VOTING,
    ),
    Asked(
        "borgmastare",
        "SLK",
        "preparation",
        -16,
        (Goer("Borgarråd", Office.VICE_MAYOR), *officials("Samordnare, nätverk")),
        "Delta i årsmötet och följa förslaget om städers plats i FN.",
        "Underlag till stadens svar på regeringens remiss.",
        on_behalf=True,
        digital=True,
        travel=0,
        lodging=0,
        allowance=0,
        fee=1500,
    ),
    Asked(
        "sdg",
        "SLK",
        "advice",
        -5,
        officials("Samordnare, Agenda 2030"),
        "Redovisa stadens frivilliga uppföljning av målen.",
        "Vår uppföljning prövas av andra städer före nästa budget.",
        TravelMeans.TRAIN,
        on_behalf=True,
        role=TripRole.SPEAKER,
    ),
    Asked(
        "eurocities-dubbel",
        "FSKF",
        "decision",
        -7,
        officials("Enhetschef, förskola"),
        "Delta i gruppen om barns rätt till lek i städer.",
        "Nya sätt att planera gårdar vid förskolor.",
        TravelMeans.TRAIN,
    ),
    Asked(
        "invest",
        "SBR",
        "rejected",
        -270,
        (HEAD, *officials("Etableringslots", "Kommunikatör", "Etableringslots")),
        "Visa Stockholm för investerare från andra världsdelar.",
        "Fler kontakter med investerare, som vi inte kan räkna än.",
        travel=11500,
    ),
    Asked(
        "mipim",
        "EXPLK",
        "withdrawn",
        -320,
        officials("Markförhandlare"),
        "Möta byggherrar från andra länder.",
        "Fler som lämnar anbud på stadens mark.",
        fee=18500,
    ),
)
