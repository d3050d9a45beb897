"""Networks that the city belongs to, as its own pages name them; see the list of sources.

Whose they are, and since when, is real as far as it is known. Fees that nobody has published are
unknown here too. What has been done in them, when they were reviewed and by whom is invented.
"""

from dataclasses import dataclass, field

from engagements.vocabulary import ActivityKind, CounterpartKind, Scope

WIDE, OWN = Scope.CITYWIDE, Scope.OPERATIONAL
CITIES, WORLD = CounterpartKind.CITY, CounterpartKind.INTERNATIONAL
MEETING, CHAIR, PAPER, HOSTING = (
    ActivityKind.MEETING,
    ActivityKind.CHAIR,
    ActivityKind.PAPER,
    ActivityKind.HOSTING,
)


@dataclass(frozen=True)
class Network:
    """A membership that is there. reviewed: days before today, None when it never was.

    done: days before today, sort and what. free: it costs nothing; else its fee is unknown,
    or fee is what one year costs in a currency. review: what comes of its review now, if any.
    """

    name: str
    host: str
    scope: Scope
    since: str
    aim: str
    responsible: str
    reviewed: int | None = None
    country: str = ""
    city: str = ""
    kind: CounterpartKind = CITIES
    done: tuple[tuple[int, ActivityKind, str], ...] = ()
    free: bool = False
    fee: tuple[int, str, int | None] | None = None
    statutes: bool | None = True
    vote: bool | None = True
    initiative: bool = False
    representative: str = ""
    review: str = ""
    goals: tuple[str, ...] = field(default=("klimat",))


FOUR_YEARS = 4 * 365 + 1
NETWORKS = (
    Network(
        "Eurocities",
        "SLK",
        WIDE,
        "1995-01-01",
        "Driva storstädernas frågor i EU tillsammans med andra.",
        "Internationella enheten",
        reviewed=FOUR_YEARS - 40,
        country="BE",
        city="Bryssel",
        representative="Astrid Vinge",
        done=(
            (30, MEETING, "Årsmöte"),
            (95, PAPER, "Underlag om bostäder till arbetsgruppen"),
            (240, CHAIR, "Ordförande i arbetsgruppen för skolmat"),
        ),
    ),
    Network(
        "Union of Capitals of the European Union (UCEU)",
        "SLK",
        WIDE,
        "1995-01-01",
        "Möta EU:s huvudstäder om det som bara huvudstäder har.",
        "Protokollsenheten",
        reviewed=FOUR_YEARS + 160,
        kind=CounterpartKind.CAPITAL_CITY,
    ),
    Network(
        "C40 Cities",
        "SLK",
        WIDE,
        "2007-01-01",
        "Nå klimatmålen snabbare genom att dela metoder med världens storstäder.",
        "Enhetschef klimat",
        reviewed=600,
        country="GB",
        city="London",
        representative="Henrik Malm",
        done=((12, MEETING, "Möte om byggmaterial"), (140, PAPER, "Metod för klimatbudget")),
    ),
    Network(
        "CHANGE, City Hub and Network for Gender Equity",
        "SLK",
        WIDE,
        "2020-11-01",
        "Jämföra hur storstäder arbetar med jämställda lokaler och upphandling.",
        "Strateg jämställdhet",
        reviewed=FOUR_YEARS - 110,
        done=((60, MEETING, "Digitalt möte om budgetering"),),
        statutes=False,
        vote=False,
    ),
    Network(
        "Covenant of Mayors – Europe",
        "MF",
        OWN,
        "2008-02-01",
        "Följa upp klimatarbetet på samma sätt som andra europeiska städer.",
        "Enhetschef klimat",
        reviewed=900,
        country="BE",
        city="Bryssel",
        free=True,
        statutes=False,
        vote=False,
        initiative=True,
        done=((80, PAPER, "Årlig rapport om utsläpp"),),
    ),
    Network(
        "Counter Terrorism Preparedness Network",
        "SLK",
        WIDE,
        "2018-06-01",
        "Lära av andra städers beredskap.",
        "Säkerhetschef",
        reviewed=700,
        country="GB",
        city="London",
        done=((200, CHAIR, "Ordförande i nätverkets styrgrupp"),),
    ),
    Network(
        "Stockholmsregionens Europaförening (SEF)",
        "SLK",
        WIDE,
        "2011-01-01",
        "Bevaka regionens frågor i Bryssel tillsammans med region och länsstyrelse.",
        "EU-enheten",
        reviewed=420,
        country="SE",
        city="Stockholm",
        kind=CounterpartKind.REGION,
        done=((15, MEETING, "Styrelsemöte"), (190, PAPER, "Yttrande om sammanhållningspolitiken")),
    ),
    Network(
        "Union of the Baltic Cities (UBC)",
        "SLK",
        WIDE,
        "1991-01-01",
        "Samarbeta om Östersjön med städerna runt den.",
        "Internationella enheten",
        reviewed=FOUR_YEARS - 20,
        country="PL",
        city="Gdańsk",
    ),
    Network(
        "ICLEI",
        "MF",
        OWN,
        "2004-01-01",
        "Driva på för hållbar upphandling i Europas städer.",
        "Enhetschef upphandling",
        reviewed=1100,
        country="DE",
        city="Bonn",
        done=((300, MEETING, "Årskonferens"),),
    ),
    Network(
        "Procura+",
        "MF",
        OWN,
        "2015-03-01",
        "Dela kriterier för giftfri upphandling.",
        "Enhetschef upphandling",
        reviewed=FOUR_YEARS + 35,
        country="DE",
        city="Freiburg",
        statutes=False,
        vote=False,
        review="open",
    ),
    Network(
        "Energy Cities",
        "MF",
        OWN,
        "2012-05-01",
        "Jämföra lokal energiplanering.",
        "Enhetschef energi",
        reviewed=FOUR_YEARS + 70,
        country="FR",
        city="Besançon",
        review="leave",
    ),
    Network(
        "Carbon Neutral Cities Alliance",
        "MF",
        OWN,
        "2015-01-01",
        "Pröva sätt att bli klimatneutral med städer som vill lika mycket.",
        "Enhetschef klimat",
        reviewed=500,
        done=((45, MEETING, "Möte om finansiering"),),
        statutes=False,
    ),
    Network(
        "World Cities Culture Forum",
        "KULF",
        OWN,
        "2013-01-01",
        "Jämföra storstäders kulturpolitik.",
        "Strateg kultur",
        reviewed=800,
        country="GB",
        city="London",
        done=((120, HOSTING, "Studiebesök från forumets medlemmar"),),
        goals=("kultur",),
    ),
    Network(
        "International Council of Museums (ICOM)",
        "KULF",
        OWN,
        "1998-01-01",
        "Följa museernas gemensamma regler och påverka dem.",
        "Museichef",
        reviewed=FOUR_YEARS - 160,
        country="FR",
        city="Paris",
        kind=WORLD,
        goals=("kultur",),
    ),
    Network(
        "International Water Association (IWA)",
        "SVOA",
        OWN,
        "2000-01-01",
        "Få del av forskning om rening och läckor.",
        "Utvecklingschef",
        reviewed=350,
        country="GB",
        city="London",
        kind=WORLD,
        done=((75, PAPER, "Föredrag om läckor"),),
    ),
    Network(
        "City Destinations Alliance",
        "SBR",
        OWN,
        "2005-01-01",
        "Jämföra hur städer tar emot besökare.",
        "Marknadschef",
        reviewed=1000,
        done=((150, MEETING, "Vårmöte"),),
    ),
    Network(
        "Cruise Europe",
        "HAMN",
        OWN,
        "2001-01-01",
        "Ställa gemensamma miljökrav på kryssningsfartyg.",
        "Hamnchef",
        reviewed=FOUR_YEARS - 50,
        country="NO",
        kind=WORLD,
        done=((110, MEETING, "Generalförsamling"),),
    ),
    Network(
        "POLIS",
        "TK",
        OWN,
        "2014-01-01",
        "Påverka EU:s regler för trafik i städer.",
        "",
        reviewed=FOUR_YEARS + 400,
        country="BE",
        city="Bryssel",
    ),
    Network(
        "CIVITAS",
        "TK",
        OWN,
        "2010-01-01",
        "Dela försök med hållbara resor.",
        "Projektchef",
        reviewed=450,
        free=True,
        statutes=False,
        vote=False,
        done=((85, MEETING, "Forum"),),
    ),
    Network(
        "Strong Cities Network",
        "SLK",
        WIDE,
        "2015-10-01",
        "Förebygga våldsbejakande extremism.",
        "Säkerhetschef",
        reviewed=750,
        free=True,
        statutes=False,
        vote=False,
        done=((260, MEETING, "Europeiskt möte"),),
    ),
    Network(
        "Cities Coalition for Digital Rights",
        "SLK",
        WIDE,
        "2019-07-01",
        "Hålla en gemensam linje om invånares digitala rättigheter.",
        "Digitaliseringsdirektör",
        reviewed=300,
        free=True,
        statutes=False,
        vote=False,
        initiative=True,
        done=((18, PAPER, "Gemensamt inlägg om algoritmer"),),
    ),
)
