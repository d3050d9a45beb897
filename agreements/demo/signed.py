"""Invented agreements: with whom, on what, and how far they have come.

Days are counted from the day of the demo: minus is past. The parties exist; the agreements do not.
"""

from dataclasses import dataclass, field
from typing import Any

from engagements.vocabulary import CounterpartKind, Kind, Scope

CAPITAL, CITY = CounterpartKind.CAPITAL_CITY, CounterpartKind.CITY
NETWORK = CounterpartKind.INTERNATIONAL


@dataclass(frozen=True)
class Pact:
    """An agreement. end: the state that it has come to. starts, ends: its period.

    answers: what is answered otherwise than in most.
    """

    party: str
    host: str
    end: str
    registered: int
    theme: str
    exchanges: tuple[str, ...]
    ours: str
    theirs: str
    starts: int
    ends: int | None
    country: str = ""
    city: str = ""
    party_kind: CounterpartKind = CITY
    kind: Kind = Kind.COOPERATION
    scope: Scope = Scope.OPERATIONAL
    answers: dict[str, Any] = field(default_factory=dict)


PACTS = (
    Pact(
        "Oslo kommune", "MF", "amended", -200, "luftkvalitet vintertid",
        ("Två arbetsmöten om året om vägdamm", "En gemensam mätrapport varje vår"),
        "Metoder som binder damm utan salt.", "Våra mätserier och hur de visas öppet.",
        -150, 420, "NO", "Oslo", CAPITAL,
    ),
    Pact(
        "Helsingfors stad", "TK", "approved", -210, "vinterväghållning av cykelbanor",
        ("Utbyte av driftledare två veckor om året", "Gemensamt prov av sopsaltning"),
        "Säkrare cykelbanor till lägre kostnad.", "Våra krav i driftkontrakten.",
        -170, 150, "FI", "Helsingfors", CAPITAL,
    ),
    Pact(
        "Köpenhamns kommun", "TK", "approved", -190, "skyfall i gatumiljö",
        ("Fyra platsbesök", "En handbok om genomsläppliga gator"),
        "Beprövade lösningar för skyfall.", "Våra skelettjordar och kostnadsdata.",
        -140, 75, "DK", "Köpenhamn", CAPITAL,
    ),
    Pact(
        "Tallinns stad", "KULF", "approved", -180, "bibliotek för barn",
        ("Personalutbyte för tio bibliotekarier", "En gemensam läsutmaning"),
        "Nya arbetssätt på mindre bibliotek.", "Vår modell för läsning i förskolan.",
        -120, 21, "EE", "Tallinn", CAPITAL,
    ),
    Pact(
        "Gdańsk", "HAMN", "approved", -160, "landström för färjor",
        ("Gemensam teknisk specifikation", "Två besök vid kaj"),
        "Färjorna kan ansluta i båda hamnarna.", "Våra erfarenheter av högspänd anslutning.",
        -110, 600, "PL", "Gdańsk",
    ),
    Pact(
        "Stadt Wien", "MF", "approved", -230, "giftfria förskolor",
        ("Tre seminarier om upphandlingskrav", "En gemensam kravlista"),
        "Krav som redan är prövade i upphandling.", "Vår lista över ämnen att undvika.",
        -180, 260, "AT", "Wien", CAPITAL,
    ),
    Pact(
        "Malmö och Hamburg", "HAMN", "ended", -235, "avfall från kryssningsfartyg",
        ("Ett prov med sortering ombord", "En slutrapport"),
        "Underlag för våra egna taxor.", "Våra volymer och avtal.",
        -215, -12, "DE", "Hamburg",
    ),
    Pact(
        "Riga stad", "KULF", "ended", -238, "fria konstskolor",
        ("Elevutbyte vid två tillfällen",),
        "Fler sökande till kulturskolan.", "Hur vi når barn som inte söker själva.",
        -220, -40, "LV", "Riga", CAPITAL,
    ),
    Pact(
        "Reykjavíkurborg", "MF", "closed", -239, "återbruk av byggmaterial",
        ("En studieresa", "En lathund för rivningslov"),
        "En lathund som vi använder.", "Våra avtal med återbrukare.",
        -222, -60, "IS", "Reykjavik", CAPITAL,
    ),
    Pact(
        "Ville de Lyon", "KULF", "rejected", -70, "ljus i stadsrum",
        ("Ett möte om året",),
        "Idéer till vinterns ljusfestival.", "Våra kontakter med konstnärer.",
        60, 700, "FR", "Lyon",
    ),
    Pact(
        "UN-Habitat", "MF", "approved", -150, "barnvänlig stad",
        ("Kunskapsdelning i tre nätmöten om året",),
        "Metoder för att fråga barn.", "Våra erfarenheter av barnchecklistor.",
        -100, None, "KE", "Nairobi", NETWORK, Kind.INTENT,
        answers={"next_review": 900},
    ),
    Pact(
        "Stadt München", "TK", "decision", -12, "prioritering av bussar i korsningar",
        ("Två tekniska möten", "En gemensam utvärdering av signalprioritet"),
        "Kortare restider på stombussarna.", "Våra öppna trafikdata.",
        45, 775, "DE", "München",
    ),
    Pact(
        "Ajuntament de Barcelona", "SLK", "draft", -5, "smart stad",
        (), "Kontakter", "Kontakter", 60, None, "ES", "Barcelona", CITY, Kind.INTENT,
        Scope.CITYWIDE,
        answers={
            "themes": ["smart stad", "kultur", "turism", "ungdom"],
            "label": "Letter of Intent",
            "no_exchange": True,
            "open_ended": True,
        },
    ),
)  # fmt: skip
