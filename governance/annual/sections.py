"""What the annual report is made of: which tables stand in which section, and what is said of them.

Headings are the kinds' own. A report that a kind no longer has stops the building of the report: a
test makes every table here.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from engagements.vocabulary import Kind, PoliticalLevel, Status, Term
from governance.annual.grids import Figure
from governance.annual.telling import Line

Words = str | Promise


@dataclass(frozen=True)
class Piece:
    """A table: which of a report's, asked for a year or for what held in it."""

    key: str
    report: str
    place: int = 0
    lasting: bool = False
    brief: tuple[str, ...] = ()
    only: tuple[tuple[str, tuple[Term, ...]], ...] = ()
    title: Words = ""


@dataclass(frozen=True)
class Section:
    """A chapter: its tables, its sentences, and the table that is drawn, by two of its columns."""

    key: str
    title: Words
    pieces: tuple[Piece, ...]
    lines: tuple[Line, ...] = ()
    drawn: tuple[str, str, str] | None = None


DONE = (Status.APPROVED, Status.COORDINATION, Status.FOLLOW_UP, Status.CLOSED)
DECIDED = (Status.APPROVED, Status.FOLLOW_UP, Status.CLOSED)
REJECTED = (Status.REJECTED,)
STATE = "Läge"
YES = ("Ja",)

VISITS = Section(
    "besok",
    _("Besök"),
    (
        Piece(
            "besok",
            "besok",
            brief=(
                "Ärendenummer",
                "Verksamhet",
                "Organisation",
                "Land",
                "Läge",
                "Från",
                "Personer",
            ),
        ),
        Piece("besok-land", "besok", 1),
        Piece(
            "betydande-besok",
            "besok",
            title=_("Betydande besök"),
            only=(("Högsta rang", (PoliticalLevel.HIGH,)), (STATE, DONE)),
            brief=("Ärendenummer", "Från", "Organisation", "Verksamhet", "Personer", "Utfall, kr"),
        ),
    ),
    (
        Line(
            _(
                "Förfrågningar om besök: %(all)s (året före %(all_before)s). "
                "Staden tog emot %(received)s av dem (%(received_before)s); "
                "delegationerna hade sammanlagt %(persons)s personer."
            ),
            {
                "all": Figure("besok"),
                "received": Figure("besok", {STATE: DONE}),
                "persons": Figure("besok", {STATE: DONE}, "Personer"),
            },
            before={
                "all_before": Figure("besok"),
                "received_before": Figure("besok", {STATE: DONE}),
            },
        ),
        Line(
            _("Förfrågningar som staden tackade nej till: %(declined)s."),
            {"declined": Figure("besok", {STATE: REJECTED})},
        ),
        Line(
            _("Besöken som togs emot kom från %(names)s."),
            {"received": Figure("besok", {STATE: DONE})},
            names={"names": Figure("besok", {STATE: DONE}, "Land")},
        ),
        Line(
            _("Besök på hög politisk nivå: %(n)s (%(names)s)."),
            {"n": Figure("betydande-besok")},
            names={"names": Figure("betydande-besok", of="Organisation")},
        ),
        Line(
            _("Besöken som är uppföljda kostade %(sek)s kronor."),
            {"sek": Figure("besok", of="Utfall, kr")},
        ),
        Line(
            _("Uppföljda besök med nedskriven lärdom: %(n)s."),
            {"n": Figure("besok", {"Lärdom": YES})},
        ),
    ),
    ("besok-land", "Land", "Grupper"),
)
TRIPS = Section(
    "resor",
    _("Resor och evenemang"),
    (
        Piece(
            "resor",
            "resor",
            brief=("Ärendenummer", "Verksamhet", "Evenemang", "Land", "Läge", "Från", "Personer"),
        ),
        Piece("resor-kostnad", "resor", 1),
    ),
    (
        Line(
            _(
                "Ansökningar om konferenser och resor: %(all)s (året före %(all_before)s). "
                "Beslutade blev %(gone)s, för %(persons)s personer."
            ),
            {
                "all": Figure("resor"),
                "gone": Figure("resor", {STATE: DECIDED}),
                "persons": Figure("resor", {STATE: DECIDED}, "Personer"),
            },
            before={"all_before": Figure("resor")},
        ),
        Line(
            _("På uppdrag av kommunstyrelsen: %(n)s."),
            {"n": Figure("resor", {"På uppdrag av kommunstyrelsen": YES, STATE: DECIDED})},
        ),
        Line(
            _("De uppföljda resorna kostade %(sek)s kronor."),
            {"sek": Figure("resor", of="Utfall, kr")},
        ),
        Line(
            _("De beslutade resornas utsläpp beräknas till %(kg)s kg koldioxid."),
            {"kg": Figure("resor", {STATE: DECIDED}, "Utsläpp, kg")},
        ),
    ),
    ("resor-kostnad", "Kostnad", "Kronor"),
)
RECEPTIONS = Section(
    "mottagningar",
    _("Mottagningar"),
    (
        Piece(
            "mottagningar",
            "mottagningar",
            brief=("Ärendenummer", "Sökande", "Evenemang", "Läge", "Dag", "Gäster", "Utfall, kr"),
        ),
        Piece("mottagningar-vardskap", "mottagningar", 1),
    ),
    (
        Line(
            _(
                "Ansökningar om mottagning i Stadshuset: %(all)s (året före %(all_before)s). "
                "Beviljade blev %(granted)s, för %(guests)s gäster."
            ),
            {
                "all": Figure("mottagningar"),
                "granted": Figure("mottagningar", {STATE: DECIDED}),
                "guests": Figure("mottagningar", {STATE: DECIDED}, "Gäster"),
            },
            before={"all_before": Figure("mottagningar")},
        ),
        Line(
            _("De uppföljda mottagningarna kostade %(sek)s kronor."),
            {"sek": Figure("mottagningar", of="Utfall, kr")},
        ),
    ),
)
MEMBERSHIPS = Section(
    "medlemskap",
    _("Medlemskap"),
    (
        Piece(
            "medlemskap",
            "medlemskap",
            lasting=True,
            brief=(
                "Ärendenummer",
                "Organisation eller nätverk",
                "Verksamhet",
                "Medlem sedan",
                "Årsavgift, kr",
                "Omprövas senast",
                STATE,
            ),
        ),
    ),
    (
        Line(
            _("Medlemskap i organisationer och nätverk: %(all)s (året före %(all_before)s)."),
            {"all": Figure("medlemskap")},
            before={"all_before": Figure("medlemskap")},
        ),
        Line(
            _("Kända årsavgifter: %(sek)s kronor. En okänd avgift räknas inte."),
            {"sek": Figure("medlemskap", of="Årsavgift, kr")},
        ),
    ),
)
AGREEMENTS = Section(
    "avtal",
    _("Avtal"),
    (
        Piece(
            "avtal",
            "avtal",
            lasting=True,
            brief=("Ärendenummer", "Slag", "Motpart", "Ämne", "Första dagen", "Sista dagen", STATE),
        ),
    ),
    (
        Line(
            _("Avtal och avsiktsförklaringar som gällde under året: %(all)s (%(names)s)."),
            {"all": Figure("avtal")},
            names={"names": Figure("avtal", of="Motpart")},
        ),
    ),
)
EU_PROJECTS = Section(
    "eu-projekt",
    _("EU-projekt"),
    (
        Piece(
            "eu-projekt",
            "projekt",
            lasting=True,
            title=_("EU-projekt"),
            only=(("Slag", (Kind.EU_PROJECT,)),),
            brief=("Ärendenummer", "Projekt", "Program eller motpart", "Roll", "Verksamhet", STATE),
        ),
    ),
    (
        Line(
            _("EU-projekt under året: %(all)s (året före %(all_before)s)."),
            {"all": Figure("eu-projekt")},
            before={"all_before": Figure("eu-projekt")},
        ),
        Line(
            _("Stadens del av projektens budget: %(sek)s kronor."),
            {"sek": Figure("eu-projekt", of="Stadens del, kr")},
        ),
    ),
)
AID = Section(
    "bistand",
    _("Bistånd"),
    (
        Piece(
            "bistand",
            "projekt",
            lasting=True,
            title=_("Projekt av biståndskaraktär"),
            only=(("Slag", (Kind.AID_PROJECT,)),),
            brief=("Ärendenummer", "Projekt", "Program eller motpart", "Verksamhet", STATE),
        ),
    ),
    (
        Line(
            _("Projekt av biståndskaraktär under året: %(all)s (%(names)s)."),
            {"all": Figure("bistand")},
            names={"names": Figure("bistand", of="Projekt")},
        ),
    ),
)
DECLARATIONS = Section(
    "deklarationer",
    _("Medverkan i deklarationer"),
    (
        Piece(
            "deklarationer",
            "deklarationer",
            brief=("Ärendenummer", "Rubrik", "Initiativtagare", STATE, "Beslutat", "Omprövas"),
        ),
    ),
    (
        Line(
            _("Deklarationer och initiativ som prövades: %(all)s (året före %(all_before)s)."),
            {"all": Figure("deklarationer")},
            before={"all_before": Figure("deklarationer")},
        ),
        Line(
            _("Staden anslöt sig till %(n)s: %(names)s."),
            {"n": Figure("deklarationer", {STATE: DECIDED})},
            names={"names": Figure("deklarationer", {STATE: DECIDED}, "Rubrik")},
        ),
    ),
)
POSITIONS = Section(
    "stallningstaganden",
    _("EU-ställningstaganden"),
    (
        Piece(
            "stallningstaganden",
            "stallningstaganden",
            brief=("Ärendenummer", "Rubrik", "Verksamhet", "Sista dag att få gehör", STATE),
        ),
    ),
    (
        Line(
            _("Ställningstaganden: %(all)s (året före %(all_before)s)."),
            {"all": Figure("stallningstaganden")},
            before={"all_before": Figure("stallningstaganden")},
        ),
        Line(
            _("I Europaföreningen: %(n)s."),
            {"n": Figure("stallningstaganden", {"Europaföreningen": YES})},
        ),
    ),
)
COMPLIANCE = Section(
    "efterlevnad",
    _("Efterlevnad"),
    (
        Piece(
            "efterlevnad",
            "efterlevnad",
            brief=(
                "Verksamhet",
                "Komplett",
                "Saknas sammanlagt",
                "Saknas: kontaktperson",
                "Saknas: plan",
                "Saknas: uppföljning",
                "Avsteg",
            ),
        ),
    ),
    (
        Line(
            _("Av %(all)s verksamheter har %(complete)s lämnat allt som strategin ber om."),
            {"all": Figure("efterlevnad"), "complete": Figure("efterlevnad", {"Komplett": YES})},
        ),
        Line(
            _("Verksamheter utan kontaktperson: %(n)s (%(names)s)."),
            {"n": Figure("efterlevnad", {"Saknas: kontaktperson": ("1",)})},
            names={"names": Figure("efterlevnad", {"Saknas: kontaktperson": ("1",)}, "Verksamhet")},
        ),
        Line(
            _("Beslut som avviker från strategin: %(n)s."),
            {"n": Figure("efterlevnad", of="Avsteg")},
        ),
    ),
)
SECTIONS = (
    COMPLIANCE,
    VISITS,
    TRIPS,
    RECEPTIONS,
    MEMBERSHIPS,
    AGREEMENTS,
    EU_PROJECTS,
    AID,
    DECLARATIONS,
    POSITIONS,
)
# What an organisation itself writes of its year, in the city's report too.
OWN = "egen"
