"""Invented declarations: whose, what they bind to, who is asked, and how far they have come.

Days are counted from the day of the demo: minus is past. The bodies exist; the texts do not.
"""

from dataclasses import dataclass, field
from typing import Any

from engagements.vocabulary import CounterpartKind, Outcome, Scope

NETWORK = CounterpartKind.INTERNATIONAL
ALL, OWN = Scope.CITYWIDE, Scope.OPERATIONAL
NOTHING = (0, 0, False)
# Kronor and hours a year, and reporting.
Said = tuple[int, int, bool]


@dataclass(frozen=True)
class Text:
    """A declaration. end: the state it has come to. said: what those who are asked answer, by code.

    late: what somebody answers afterwards, with the day. own: what it adds for the responsible.
    commitments: what it binds the city to, and how that is kept.
    """

    title: str
    initiator: str
    host: str
    scope: Scope
    end: str
    registered: int
    purpose: str
    swedish: str
    original: str
    commitments: tuple[tuple[str, str], ...]
    starts: int = 60
    review: int = 60 + 4 * 365
    expires: int | None = None
    own: Said = NOTHING
    said: dict[str, Said | None] = field(default_factory=dict)
    late: dict[str, tuple[int, Said]] = field(default_factory=dict)
    outcome: Outcome = Outcome.ACCEPTED
    plan: str = ""
    kind: CounterpartKind = NETWORK
    answers: dict[str, Any] = field(default_factory=dict)


DECLARATIONS = (
    Text(
        "C40: rena transporter 2030",
        "C40",
        "SLK",
        ALL,
        "preparation",
        -24,
        "Stockholm visar vad staden redan gör för renare transporter och lär av de andra.",
        "Vi, undertecknande städer, åtar oss att till 2030 göra stadens egna transporter fria "
        "från utsläpp och att berätta öppet hur det går. Staden åtar sig inget utöver den "
        "handlingsplan som redan är beslutad.",
        "We, the undersigned cities, commit to making the city’s own transport free from "
        "emissions by 2030 and to telling openly how it goes. The city commits to nothing "
        "beyond the plan of action that is already decided.",
        (
            ("Stadens egna fordon är fria från utsläpp 2030", "Klimathandlingsplanen, åtgärd 14"),
            ("Berätta öppet hur det går", "Miljöbarometern visar det redan"),
        ),
        said={"TK": NOTHING, "MF": NOTHING},
        plan="Åtgärderna ingår redan i klimathandlingsplanen.",
    ),
    Text(
        "Eurocities: digitala rättigheter för alla",
        "Eurocities",
        "SLK",
        ALL,
        "preparation",
        -18,
        "Staden ställer sig bakom principer som den redan följer i sin digitala utveckling.",
        "Städerna ska värna invånarnas rättigheter på nätet: insyn, skydd för uppgifter och "
        "tjänster som alla kan använda. Varje stad väljer själv hur principerna följs.",
        "Cities are to guard their residents’ rights online: insight, protection of data and "
        "services that everybody can use. Each city chooses how the principles are kept.",
        (("Digitala tjänster går att använda för alla", "Stadens riktlinjer för tillgänglighet"),),
        said={"KULF": NOTHING, "EXPLK": NOTHING},
        plan="Programmet för digital utveckling.",
        answers={"directions": ["cooperation"], "cooperation_purposes": ["methods"]},
    ),
    Text(
        "Städer utan engångsplast 2028",
        "ICLEI",
        "MF",
        ALL,
        "lifted",
        -50,
        "Mindre plast i vatten och parker, och gemensamma krav mot leverantörer.",
        "Staden ska till 2028 sluta köpa in engångsplast, mäta plast i sina vatten två gånger om "
        "året och lämna mätningarna till initiativet.",
        "By 2028 the city stops buying single-use plastic, measures plastic in its waters twice a "
        "year and hands the measurements to the initiative.",
        (
            ("Sluta köpa engångsplast till 2028", "Inköpsprogrammet"),
            ("Mäta plast i stadens vatten två gånger om året", ""),
        ),
        said={"TK": NOTHING},
        late={"SVOA": (-9, (180_000, 240, True))},
        plan="Handlingsplanen för minskad plast täcker inköpen.",
    ),
    Text(
        "Eurocities: en stad att ta sig fram i",
        "Eurocities",
        "SLK",
        ALL,
        "mayor",
        -40,
        "Stockholm delar med sig av sitt arbete med tillgänglighet i det offentliga rummet.",
        "Städerna åtar sig att planera gator och byggnader så att alla kan ta sig fram.",
        "Cities commit to planning streets and buildings so that everybody can get about.",
        (("Planera så att alla kan ta sig fram", "Programmet för delaktighet"),),
        said={"SBR": NOTHING, "TK": NOTHING},
        plan="Programmet för tillgänglighet och delaktighet.",
    ),
    Text(
        "Nordiska huvudstäder för levande hamnar",
        "Oslo kommune",
        "EXPLK",
        ALL,
        "draft",
        -6,
        "De nordiska huvudstäderna planerar hamnar som blir stadsdelar.",
        "Städerna ska byta erfarenheter om hamnar som blir stadsdelar.",
        "Byene skal utveksle erfaringer om havner som blir bydeler.",
        (("Byta erfarenheter om hamnområden", "Inom det nordiska nätverket"),),
        said={"SVOA": None, "TK": NOTHING},
        kind=CounterpartKind.CAPITAL_CITY,
        answers={"language": "nb"},
    ),
    Text(
        "Procura+: klok upphandling",
        "ICLEI",
        "SLK",
        ALL,
        "advice",
        -4,
        "Gemensamma krav ger leverantörerna samma besked i flera städer.",
        "Staden ska ställa krav på klimat i sina största upphandlingar.",
        "The city is to set climate requirements in its largest procurements.",
        (("Ställa klimatkrav i de största upphandlingarna", "Programmet för inköp"),),
        said={"TK": None, "MF": NOTHING},
        plan="Programmet för inköp.",
    ),
    Text(
        "Städer för öppna data",
        "Open Cities",
        "SLK",
        ALL,
        "returned",
        -12,
        "Staden visar vad den redan öppnar och lär av andra.",
        "Städerna ska öppna sina data och hjälpa varandra att använda dem.",
        "Cities are to open their data and help each other to use them.",
        (("Öppna stadens data", "Dataportalen"),),
        said={"MF": NOTHING},
    ),
    Text(
        "Barns rätt till lek ute",
        "Child in the City",
        "FSKF",
        OWN,
        "approved",
        -150,
        "Förskolorna i staden visar hur lek ute planeras hela året.",
        "Förskolor ska ge barn minst två timmar ute varje dag.",
        "Preschools are to give children at least two hours outdoors every day.",
        (("Två timmar ute varje dag", "Förskolans verksamhetsplan"),),
        starts=-100,
        review=-100 + 4 * 365,
        own=(0, 20, False),
    ),
    Text(
        "Manifest för bibliotek utan trösklar",
        "Public Libraries 2030",
        "KULF",
        OWN,
        "rejected",
        -320,
        "Biblioteken prövar om manifestet ger något nytt.",
        "Bibliotek ska ha öppet dygnet runt och lämna statistik varje månad.",
        "Libraries are to be open day and night and hand in statistics every month.",
        (("Öppet dygnet runt", ""), ("Statistik varje månad", "")),
        starts=-250,
        review=-250 + 4 * 365,
        own=(2_400_000, 9000, True),
        outcome=Outcome.DECLINED,
    ),
    Text(
        "Vattensmarta städer",
        "EurEau",
        "SVOA",
        OWN,
        "approved",
        -420,
        "Bolaget jämför läckor och återvinning av vatten med andra storstäder.",
        "Bolaget ska mäta läckor på samma sätt som de andra och visa resultatet.",
        "The company is to measure leaks as the others do and show the result.",
        (("Mäta läckor på samma sätt", "Bolagets affärsplan"),),
        starts=-380,
        review=-380 + 2 * 365,
    ),
    Text(
        "Tak som ger el",
        "Energy Cities",
        "MF",
        OWN,
        "closed",
        -700,
        "Förvaltningen lär av städer som har kommit längre med sol på tak.",
        "Städerna ska kartlägga sina tak och visa kartan öppet under två år.",
        "Cities are to map their roofs and show the map openly for two years.",
        (("Kartlägga taken", "Solkartan"),),
        starts=-660,
        review=-30,
        expires=-30,
    ),
    # What the Mayor decided in the year, as the Committee's meetings came.
    Text(
        "Eurocities: städer som förbereder sig",
        "Eurocities",
        "SLK",
        ALL,
        "preparation",
        -322,
        "Staden lär av hur andra huvudstäder övar med sina invånare.",
        "Städerna ska berätta för varandra hur de övar inför kriser och vad de lärde sig.",
        "Cities are to tell each other how they train for crises and what they learnt.",
        (("Berätta hur staden övar", "Programmet för krisberedskap"),),
        starts=-285,
        review=-285 + 4 * 365,
        said={"TK": NOTHING},
        plan="Programmet för krisberedskap.",
        answers={"goals": ["trygg"]},
    ),
    Text(
        "Nordiska huvudstäder: leva hela livet hemma",
        "Oslo kommune",
        "SLK",
        ALL,
        "preparation",
        -266,
        "De nordiska huvudstäderna möter samma fråga: fler äldre som bor hemma.",
        "Städerna ska visa varandra vad som gör att äldre kan bo kvar hemma.",
        "Byene skal vise hverandre hva som gjør at eldre kan bo hjemme.",
        (("Visa vad som får äldre att bo kvar", "Äldrenämndens plan"),),
        starts=-230,
        review=-230 + 2 * 365,
        said={"EXPLK": NOTHING},
        plan="Äldrenämndens verksamhetsplan.",
        kind=CounterpartKind.CAPITAL_CITY,
        answers={"language": "nb", "goals": ["trygg"]},
    ),
    Text(
        "C40: svala skolgårdar",
        "C40",
        "SLK",
        ALL,
        "preparation",
        -210,
        "Staden visar hur skolgårdar blir svalare med träd och vatten.",
        "Städerna ska visa varandra hur de gör skolgårdar svalare.",
        "Cities are to show each other how they make school yards cooler.",
        (("Visa hur skolgårdar blir svalare", "Klimathandlingsplanen, åtgärd 31"),),
        starts=-175,
        review=-175 + 4 * 365,
        said={"FSKF": NOTHING, "MF": NOTHING},
        plan="Klimathandlingsplanen.",
    ),
    Text(
        "Städer för ett Östersjön som andas",
        "Union of the Baltic Cities",
        "SLK",
        ALL,
        "preparation",
        -119,
        "Städerna runt Östersjön visar varandra sina mätvärden.",
        "Städerna ska visa varandra hur vattnen mår och vad som hjälper.",
        "Cities are to show each other how their waters are and what helps.",
        (("Visa stadens mätvärden", "Miljöbarometern visar dem redan"),),
        starts=-80,
        review=-80 + 4 * 365,
        said={"SVOA": NOTHING},
        plan="Handlingsplanen för god vattenstatus.",
    ),
)
