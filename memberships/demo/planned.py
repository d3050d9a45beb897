"""Projects of the demo: programmes that exist, with invented content, sums and people."""

from dataclasses import dataclass

from engagements.vocabulary import ProjectRole, Sector

COORDINATOR, PARTNER = ProjectRole.COORDINATOR, ProjectRole.PARTNER
PUBLIC, ACADEMIA, BUSINESS, CIVIL = (
    Sector.PUBLIC,
    Sector.ACADEMIA,
    Sector.BUSINESS,
    Sector.CIVIL_SOCIETY,
)


@dataclass(frozen=True)
class EuPlan:
    """An EU project. starts and ends: days from today. end: "draft", "decision" or a stage.

    partners: name, sector, country and the code of a body of the city, or nothing.
    reports: what, and days from today. sek: the city's part; own_sek: what the city pays of it;
    added_sek: what it would pay more, which waits for a new decision.
    """

    title: str
    host: str
    programme: str
    role: ProjectRole
    end: str
    starts: int
    ends: int
    sek: int
    own_sek: int
    purpose: str
    partners: tuple[tuple[str, Sector, str, str], ...]
    reports: tuple[tuple[str, int], ...] = ()
    cites: str = ""
    added_sek: int = 0


@dataclass(frozen=True)
class AidPlan:
    """A project of aid character. end: "draft", "decision" or "approved"."""

    title: str
    host: str
    counterpart: str
    country: str
    end: str
    starts: int
    ends: int
    sek: int
    purpose: str


EU_PLANS = (
    EuPlan(
        "Energidelning i flerbostadshus",
        "MF",
        "Horizon Europe",
        COORDINATOR,
        "applied",
        150,
        1500,
        18_500_000,
        0,
        "Grannhus delar solel och värme, och modellen kan användas av fler.",
        (("KTH", ACADEMIA, "SE", ""), ("Stadt Wien", PUBLIC, "AT", "")),
    ),
    EuPlan(
        "Tystare leveranser på natten",
        "TK",
        "Horizon Europe",
        PARTNER,
        "running",
        -500,
        400,
        9_200_000,
        0,
        "Eldrivna lastbilar levererar när gatorna är tomma.",
        (("Ayuntamiento de Madrid", PUBLIC, "ES", ""), ("KTH", ACADEMIA, "SE", "")),
        (("Delrapport 1", -200), ("Delrapport 2", -12), ("Slutrapport", 420)),
    ),
    EuPlan(
        "Skyfall i gårdar och gator",
        "MF",
        "LIFE",
        COORDINATOR,
        "running",
        -300,
        500,
        6_400_000,
        0,
        "Regnvatten tas om hand där det faller.",
        (("IVL", ACADEMIA, "SE", ""), ("Københavns Kommune", PUBLIC, "DK", "")),
        (("Delrapport", 25),),
        added_sek=120_000,
    ),
    EuPlan(
        "Fossilfria transporter i hamnen",
        "HAMN",
        "CEF Transport",
        PARTNER,
        "granted",
        60,
        900,
        22_000_000,
        0,
        "Landström för färjor och lastfartyg.",
        (("Port of Helsinki", BUSINESS, "FI", ""),),
        (("Startrapport", 120),),
    ),
    EuPlan(
        "Återbruk av byggmaterial",
        "EXPLK",
        "LIFE",
        PARTNER,
        "idea",
        300,
        1200,
        4_000_000,
        0,
        "Material från rivna hus används igen i nya.",
        (("Chalmers", ACADEMIA, "SE", ""),),
    ),
    EuPlan(
        "Biblioteket som mötesplats",
        "KULF",
        "Creative Europe",
        PARTNER,
        "refused",
        30,
        700,
        1_800_000,
        0,
        "Bibliotek prövar nya sätt att samla grannar.",
        (("Oodi, Helsinki", PUBLIC, "FI", ""), ("IFLA", CIVIL, "NL", "")),
    ),
    EuPlan(
        "Digitala tvillingar för vatten",
        "SVOA",
        "Horizon Europe",
        PARTNER,
        "ended",
        -1500,
        -200,
        5_600_000,
        0,
        "Ledningsnätet kan provköras innan det byggs om.",
        (("Aarhus Vand", BUSINESS, "DK", ""),),
    ),
    EuPlan(
        "Gatuträd som klarar värmen",
        "TK",
        "LIFE",
        COORDINATOR,
        "landed",
        -2000,
        -700,
        3_900_000,
        0,
        "Trädgropar med biokol prövas på tio gator.",
        (("SLU", ACADEMIA, "SE", ""),),
    ),
    EuPlan(
        "Öppna data om luften",
        "MF",
        "ERUF",
        COORDINATOR,
        "landed",
        -1900,
        -600,
        2_700_000,
        0,
        "Mätserier visas öppet och kan användas av alla.",
        (("SMHI", PUBLIC, "SE", ""),),
    ),
    EuPlan(
        "Kulturguider för unga",
        "KULF",
        "ESF+",
        COORDINATOR,
        "not_landed",
        -1700,
        -500,
        2_100_000,
        0,
        "Unga utan arbete blir guider på museer.",
        (("Rädda Barnen", CIVIL, "SE", ""),),
    ),
    EuPlan(
        "Elbåtar i skärgården",
        "HAMN",
        "ERUF",
        PARTNER,
        "decision",
        120,
        800,
        3_300_000,
        100_000,
        "Laddning vid bryggor prövas tillsammans med grannkommuner.",
        (("Nacka kommun", PUBLIC, "SE", ""),),
    ),
    EuPlan(
        "Stadsodling på tak",
        "FSKF",
        "LIFE",
        PARTNER,
        "draft",
        400,
        1100,
        1_200_000,
        200_000,
        "Tak på förvaltningens hus blir odling.",
        (("Gemeente Rotterdam", PUBLIC, "NL", ""),),
    ),
)
AID_PLANS = (
    AidPlan(
        "Avfallssortering i Nakuru",
        "SVOA",
        "Nakuru County",
        "KE",
        "approved",
        20,
        900,
        3_200_000,
        "Hushållen sorterar, och insamlarna får bättre villkor.",
    ),
    AidPlan(
        "Rent vatten i skolor",
        "SVOA",
        "Lusaka City Council",
        "ZM",
        "decision",
        90,
        700,
        1_900_000,
        "Skolor får vatten som går att dricka.",
    ),
    AidPlan(
        "Luftmätning med enkla sensorer",
        "MF",
        "Chișinău",
        "MD",
        "draft",
        150,
        800,
        1_100_000,
        "Staden lär sig mäta luften själv.",
    ),
)
CALLS = (
    ("Horizon Europe", "Klimatneutrala och smarta städer", -60, 80),
    ("LIFE", "Cirkulär ekonomi och livskvalitet", -20, 45),
    ("ESF+", "Vägar till arbete", 10, 130),
    ("Creative Europe", "Samarbetsprojekt", -150, -30),
)
