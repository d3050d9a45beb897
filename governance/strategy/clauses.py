"""Sources, their editions and their clauses in the product's own plain words.

The adopted text is not here: the city loads it, and only then is it quoted. ``served_by`` tells
what answers for the clause: "rule", "route", "people: why", or "later: what" for kinds to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from governance.strategy.clauses_other import OTHER
from governance.strategy.text import Text


@dataclass(frozen=True, slots=True)
class Edition:
    """A source in force from a day on, till the day before the next edition."""

    id: str
    source: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its id, a short heading, what it asks in plain words, and what serves it."""

    id: str
    title: Text
    plain: Text
    served_by: str


class NoEdition(LookupError):
    """No edition of a source was in force on the day."""


EDITIONS = (
    Edition("strategy-1", "strategy", date(2012, 1, 1)),
    Edition("law-2022", "law", date(2012, 1, 1)),
    Edition("city-1", "city", date(2012, 1, 1)),
)


def source_of(clause: str) -> str:
    """Return the source that a clause id begins with; the strategy's ids have no prefix."""
    return clause.split(":", 1)[0] if ":" in clause else "strategy"


def parent_of(clause: str) -> str:
    """Return the paragraph that a sub-id points into: "3.0.2a" is in "3.0.2"."""
    if ":" in clause:
        return clause
    return clause.rstrip("abcdefgh")


@cache
def edition_on(source: str, day: date) -> Edition:
    """Return the edition of ``source`` in force on ``day``. Raises NoEdition."""
    for edition in EDITIONS:
        if (
            edition.source == source
            and edition.valid_from <= day
            and (edition.valid_to is None or day <= edition.valid_to)
        ):
            return edition
    raise NoEdition(f"{source} {day.isoformat()}")


def _clause(id: str, title: tuple[str, str], plain: tuple[str, str], served_by: str) -> Clause:
    """Return a clause from pairs of Swedish and English."""
    return Clause(id, Text(*title), Text(*plain), served_by)


CLAUSES: dict[str, Clause] = {
    clause.id: clause
    for clause in (
        _clause(
            "1.5",
            ("Samma prövning vem som än frågar", "The same test whoever asks"),
            (
                "Egna initiativ och andras förfrågningar prövas lika, besök inräknade.",
                "Own initiatives and requests from others are tested alike, visits included.",
            ),
            "rule",
        ),
        _clause(
            "2.1",
            ("Bidrar till stadens mål", "Serves the city's goals"),
            (
                "Internationellt arbete ska bidra till stadens inriktningsmål och på sikt till invånarnas välfärd.",
                "International work serves the council's goals and, in time, the residents' welfare.",
            ),
            "rule",
        ),
        _clause(
            "2.2",
            ("Agenda 2030", "Agenda 2030"),
            (
                "Arbetet ska främja hållbar utveckling enligt Agenda 2030.",
                "The work furthers sustainable development as in Agenda 2030.",
            ),
            "rule",
        ),
        _clause(
            "3.0.1",
            ("Minst en inriktning", "At least one direction"),
            (
                "Arbetet hör till en eller flera av profilering, omvärldsbevakning, samverkan och påverkan.",
                "The work belongs to one or more of profiling, horizon scanning, cooperation and advocacy.",
            ),
            "rule",
        ),
        _clause(
            "3.0.2a",
            ("Ömsesidigt lärande", "Mutual learning"),
            (
                "Ett besök ska ge båda parter något: nya perspektiv, utveckling eller kompetens.",
                "A visit gives both parties something: perspectives, development or competence.",
            ),
            "rule",
        ),
        _clause(
            "3.0.2b",
            ("Stärker bilden av Stockholm", "Strengthens the image of Stockholm"),
            (
                "Besök ska användas för att stärka bilden av Stockholm i världen.",
                "Visits are used to strengthen the image of Stockholm abroad.",
            ),
            "rule",
        ),
        _clause(
            "3.1.1",
            ("Det Stockholm vill vara känt för", "What Stockholm wants to be known for"),
            (
                "Profilering ska leda mot de egenskaper som staden vill vara känd för.",
                "Profiling leads towards the qualities the city wants to be known for.",
            ),
            "rule",
        ),
        _clause(
            "3.1.2",
            ("Rätt målgrupp", "The right audience"),
            (
                "Profilering riktar sig till företag och investerare, talanger eller besökare.",
                "Profiling is for companies and investors, talents or visitors.",
            ),
            "rule: 3.1.1",
        ),
        _clause(
            "3.1.4",
            ("Goda exempel", "Good examples"),
            (
                "Staden visar goda exempel och lösningar.",
                "The city shows good examples and solutions.",
            ),
            "rule",
        ),
        _clause(
            "3.1.5",
            ("Statliga främjare", "State promoters"),
            (
                "Staden vill att statliga främjare lyfter fram dess goda exempel.",
                "The city wants state promoters to show its good examples.",
            ),
            "rule",
        ),
        _clause(
            "3.2.2",
            ("Jämförelser med andra städer", "Comparisons with other cities"),
            (
                "Verksamheter jämför sig med andra städer för att se var de står.",
                "Operations compare themselves with other cities to see where they stand.",
            ),
            "rule",
        ),
        _clause(
            "3.3.2",
            ("Det samverkan ska ge", "What cooperation gives"),
            (
                "Samverkan ger metoder, nya infallsvinklar, interkulturell förmåga eller kontakter.",
                "Cooperation gives methods, new approaches, intercultural ability or contacts.",
            ),
            "rule",
        ),
        _clause(
            "3.3.5",
            ("Parter från flera sektorer", "Partners from several sectors"),
            (
                "Andra offentliga parter, akademi och näringsliv ska om möjligt vara med.",
                "Other public bodies, academia and business take part where possible.",
            ),
            "rule",
        ),
        _clause(
            "4.0",
            ("Ingen egen utrikespolitik", "No foreign policy of our own"),
            (
                "Förhållandet till andra stater, bistånds- och säkerhetspolitik är statens sak.",
                "Relations with other states, aid and security policy belong to the state.",
            ),
            "rule",
        ),
        _clause(
            "4.1",
            ("Huvudstäder, men inga vänorter", "Capitals, but no twin towns"),
            (
                "Särskild gemenskap med huvudstäder, mest de nordiska. Staden tecknar inga vänortsavtal.",
                "A special bond with capitals, Nordic ones most. The city signs no twinning agreements.",
            ),
            "rule",
        ),
        _clause(
            "4.4",
            ("Bistånd betalas helt av andra", "Aid is paid in full by others"),
            (
                "Projekt av biståndskaraktär kräver att en annan part står för hela kostnaden.",
                "Aid-like projects require that another party pays the whole cost.",
            ),
            "rule",
        ),
        _clause(
            "4.5",
            ("Inbjudningsbrev bara undantagsvis", "Invitation letters only by exception"),
            (
                "Brev skrivs i regel inte. Undantag kräver att besöket är särskilt prioriterat och har stöd i strategin.",
                "Letters are as a rule not written. An exception needs a particularly prioritised visit with support in the strategy.",
            ),
            "rule",
        ),
        _clause(
            "4.6",
            ("Måttfull representation", "Moderate hospitality"),
            (
                "Gåvor, måltider och transporter hålls måttfulla.",
                "Gifts, meals and transport are kept moderate.",
            ),
            "rule",
        ),
        _clause(
            "5.1.2",
            (
                "Kommunstyrelsen samordnar betydande besök",
                "The Executive Board coordinates significant visits",
            ),
            (
                "Besök på hög politisk nivå, och prioriterade besök som rör flera områden, samordnas av kommunstyrelsen.",
                "Visits of high political level, and prioritised visits to several areas, are coordinated by the Executive Board.",
            ),
            "rule, route",
        ),
        _clause(
            "5.4.1b",
            ("Ryms inom ramen", "Fits the frame"),
            (
                "Kostnaden ska rymmas inom verksamhetens ekonomiska ram för året.",
                "The cost fits the organisation's frame for the year.",
            ),
            "rule",
        ),
        _clause(
            "5.4.1c",
            ("Finns i verksamhetsplanen", "Is in the operational plan"),
            (
                "Internationellt arbete tas in i verksamhetsplanen varje år.",
                "International work is part of each year's operational plan.",
            ),
            "rule",
        ),
        _clause(
            "5.4.4",
            ("Mottagaren bedömer och svarar", "The receiver assesses and answers"),
            (
                "Varje nämnd och bolag bedömer och handlägger sina besöksförfrågningar.",
                "Each board and company assesses and handles its visit requests.",
            ),
            "rule, route",
        ),
        _clause(
            "5.4.5",
            ("Resurser och uppföljning", "Resources and follow-up"),
            (
                "Arbetet planeras, budgeteras, beslutas, dokumenteras och följs upp.",
                "Work is planned, budgeted, decided, documented and followed up.",
            ),
            "rule",
        ),
        _clause(
            "5.5.1",
            ("Stadsledningskontoret ger råd", "The City Executive Office advises"),
            (
                "Råd ges om internationellt arbete, besök och protokoll.",
                "Advice is given on international work, visits and protocol.",
            ),
            "rule, route",
        ),
        _clause(
            "5.6.1",
            ("Utsedd kontaktperson", "An appointed contact person"),
            (
                "Varje fackförvaltning och bolag har en internationell kontaktperson.",
                "Each department and company has an international contact person.",
            ),
            "rule",
        ),
        _clause(
            "law:KL 6:28",
            ("Jäv", "Conflict of interest"),
            (
                "Den som är jävig handlägger och beslutar inte.",
                "A person with a conflict of interest neither handles nor decides.",
            ),
            "rule",
        ),
        _clause(
            "law:BrB 10:5a",
            ("Gåvor och mutor", "Gifts and bribes"),
            (
                "En gåva får inte påverka tjänsten; beloppet gör den inte säker.",
                "A gift must not influence the office; no amount makes it safe.",
            ),
            "rule",
        ),
        _clause(
            "law:BrB 10:5b",
            ("Att ge en gåva", "Giving a gift"),
            (
                "Den som har ett ärende hos staden bjuds inte på det som kan se ut som en muta.",
                "A party with an open case is offered nothing that may look like a bribe.",
            ),
            "rule",
        ),
        _clause(
            "law:LOU 4:1",
            ("Upphandling och tillsyn", "Procurement and supervision"),
            (
                "Pågående upphandling, tillsyn eller tillstånd kräver särskild försiktighet.",
                "Ongoing procurement, supervision or permits call for care.",
            ),
            "rule",
        ),
        _clause(
            "city:visits",
            ("Stadens praxis för besök", "The city's practice for visits"),
            (
                "Framförhållning, förmedlare och upprepade besök.",
                "Lead time, intermediaries and repeated visits.",
            ),
            "rule",
        ),
        *(
            _clause(id, (title_sv, title_en), (sv, en), served_by)
            for id, title_sv, title_en, sv, en, served_by in OTHER
        ),
    )
}
