"""Invented positions on real proposals: whose, when it must be said, and how far they have come.

Days are counted from the day of the demo: minus is past. The proposals exist; what the city says
of them here does not, nor do the days.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from agreements.position.words import ProposalStage
from engagements.vocabulary import Effect, Outcome, PositionChannel, Scope

COMING, PROPOSED = ProposalStage.COMING, ProposalStage.PROPOSED
NEGOTIATED, ADOPTED = ProposalStage.NEGOTIATED, ProposalStage.ADOPTED
COMMISSION = "Europeiska kommissionen"
ALL, OWN = Scope.CITYWIDE, Scope.OPERATIONAL
BY_PLACE = "Beslut fattas så nära invånarna som möjligt"
ROOM = "Kommuner får handlingsutrymme att välja lösning"
MONEY = "EU:s medel når städerna direkt"


@dataclass(frozen=True)
class Plea:
    """A position. end: the state it has come to. deadline: the last day to be heard.

    office: who at SLK said what, and how long after the registration. log: what was done after
    the decision, with the days, and what it led to.
    """

    title: str
    process: str
    reference: str
    host: str
    end: str
    registered: int
    deadline: int
    stage: ProposalStage
    effect: Effect
    interest: str
    text: str
    principle: str
    scope: Scope = OWN
    recipient: str = COMMISSION
    channel: PositionChannel = PositionChannel.CONSULTATION
    office: tuple[str, str] = ("Maria Kallio, EU-enheten", "Förslaget är förenligt med EU-policyn.")
    log: tuple[tuple[int, str, str], ...] = ()
    outcome: Outcome = Outcome.ACCEPTED
    areas: tuple[str, ...] = ()
    answers: dict[str, Any] = field(default_factory=dict)


PLEAS = (
    Plea(
        "Yttrande om luftkvalitetsdirektivet",
        "Luftkvalitetsdirektivet",
        "COM(2022) 542",
        "MF",
        "decision",
        -20,
        14,
        ADOPTED,
        Effect.BOTH,
        "Renare luft för invånarna, och tid att bygga om gator i den takt som vi klarar.",
        "Staden välkomnar skärpta gränsvärden. Vi vill att åtgärdsprogram får ta hänsyn till "
        "dubbdäck och vintersand, och att kommuner får stöd för fler mätstationer.",
        ROOM,
    ),
    Plea(
        "Dubbdäck och gränsvärden för partiklar",
        "Luftkvalitetsdirektivet",
        "COM(2022) 542",
        "TK",
        "advice",
        -6,
        18,
        ADOPTED,
        Effect.LIMITS,
        "Vinterväghållningen ska fungera även när gränsvärdena skärps.",
        "Staden vill att partiklar från sandning räknas av, som i dag, och att städer får införa "
        "avgift för dubbdäck.",
        ROOM,
    ),
    Plea(
        "Avloppsdirektivet: vem betalar för läkemedelsrening?",
        "Avloppsdirektivet",
        "COM(2022) 541",
        "SVOA",
        "group_board",
        -18,
        24,
        NEGOTIATED,
        Effect.LIMITS,
        "Kostnaden ska bäras av dem som tillverkar läkemedlen och inte av VA-taxan.",
        "Producentansvaret måste täcka hela kostnaden för det fjärde reningssteget, även drift.",
        "Förorenaren betalar",
        answers={"group_board_needed": True},
    ),
    Plea(
        "Landström i hamnar: undantag för korta anlöp",
        "AFIR-förordningen",
        "(EU) 2023/1804",
        "HAMN",
        "approved",
        -60,
        30,
        ADOPTED,
        Effect.BOTH,
        "Elen ska dras dit där fartygen faktiskt ligger länge.",
        "Vi vill att kravet på landström räknas på liggetid och inte på antal anlöp.",
        ROOM,
        recipient="Regeringskansliet",
        channel=PositionChannel.STATE,
        log=(
            (-40, "Lämnade texten till Landsbygds- och infrastrukturdepartementet.", ""),
            (-22, "Möte med kommissionens handläggare i Bryssel.", "De bad om statistik."),
            (-8, "Skickade liggetider för 2025 per kaj.", "Frågan tas upp i nästa genomgång."),
        ),
        answers={"group_board_needed": False},
    ),
    Plea(
        "Nästa långtidsbudget: egna pengar till städer",
        "EU:s fleråriga budgetram 2028–2034",
        "COM(2025) 570",
        "SLK",
        "coordination",
        -28,
        45,
        NEGOTIATED,
        Effect.ENABLES,
        "Städer ska kunna söka medel direkt för klimat och bostäder.",
        "Stockholm vill att en fast del av sammanhållningspolitiken går till städer, och att den "
        "kan sökas utan omväg över nationella program.",
        MONEY,
        scope=ALL,
        recipient="Europaparlamentet",
        channel=PositionChannel.ASSOCIATION,
        answers={
            "slk_coordinates": True,
            "speaks": "Chefen för EU-enheten",
            "region_says": "Delar stadens linje. Vill också ha medel till kollektivtrafik.",
            "storsthlm_says": "Vill att mindre kommuner i regionen får del av medlen.",
        },
    ),
    Plea(
        "Offentlig upphandling: enklare regler för kommuner",
        "Översynen av upphandlingsdirektiven",
        "2014/24/EU",
        "SLK",
        "decision",
        -25,
        28,
        COMING,
        Effect.ENABLES,
        "Staden köper för många miljarder om året och vill kunna ställa sociala krav.",
        "Staden vill ha höjda tröskelvärden, färre direktupphandlingsregler och rätt att kräva "
        "kollektivavtalsenliga villkor i hela kedjan.",
        ROOM,
        scope=ALL,
        areas=("EXPLK", "FSKF"),
    ),
    Plea(
        "Naturrestaurering i tätorter",
        "Förordningen om restaurering av natur",
        "2022/0195(COD)",
        "MF",
        "late",
        -30,
        -4,
        ADOPTED,
        Effect.BOTH,
        "Grönytor ska räknas så att en tät stad kan fortsätta att växa.",
        "Staden vill att gröna tak och bostadsgårdar räknas som grönyta i tätort.",
        BY_PLACE,
    ),
    Plea(
        "Korttidsuthyrning: tillgång till uppgifter",
        "Förordningen om korttidsuthyrning",
        "COM(2022) 571",
        "EXPLK",
        "closed",
        -200,
        -90,
        ADOPTED,
        Effect.ENABLES,
        "Staden behöver veta hur många bostäder som hyrs ut till turister.",
        "Plattformarna ska lämna uppgifter varje månad, per adress och utan avgift.",
        BY_PLACE,
        log=(
            (-150, "Skrev till utskottet tillsammans med sju andra städer.", ""),
            (-96, "Träffade två ledamöter i Bryssel.", "Månadsvisa uppgifter kom med i texten."),
        ),
    ),
    Plea(
        "Museernas samlingar och nya AI-regler",
        "AI-förordningen",
        "COM(2021) 206",
        "KULF",
        "draft",
        -3,
        9,
        ADOPTED,
        Effect.LIMITS,
        "Digitaliserade samlingar ska kunna användas fritt i forskning.",
        "Vi vill att kulturarvsinstitutioner undantas från kraven på märkning.",
        ROOM,
        office=("", ""),
    ),
    Plea(
        "Byggnaders energiprestanda: takt i allmännyttan",
        "Direktivet om byggnaders energiprestanda",
        "COM(2021) 802",
        "EXPLK",
        "rejected",
        -70,
        12,
        ADOPTED,
        Effect.LIMITS,
        "Renovering ska ske när husen ändå måste renoveras.",
        "Staden vill att takten följer husens underhållsplaner.",
        ROOM,
        outcome=Outcome.DECLINED,
    ),
)
