"""Section 4: principles. In plain words; see ``clause.Row`` for what stands where."""

from __future__ import annotations

from governance.strategy.clauses.clause import Row

PRINCIPLES: tuple[Row, ...] = (
    (
        "4.0",
        "Ingen egen utrikespolitik",
        "No foreign policy of our own",
        "Förhållandet till andra stater, bistånds- och säkerhetspolitik är statens sak.",
        "Relations with other states, aid and security policy belong to the state.",
        "rule",
    ),
    (
        "4.1",
        "Huvudstäder, men inga vänorter",
        "Capitals, but no twin towns",
        "Särskild gemenskap med huvudstäder, mest de nordiska. Staden tecknar inga vänortsavtal.",
        "A special bond with capitals, Nordic ones most. The city signs no twinning agreements.",
        "rule",
    ),
    (
        "4.2a",
        "Ett konkret utbyte",
        "A concrete exchange",
        "Ett samarbetsavtal säger vad som ska göras.",
        "A cooperation agreement says what is to be done.",
        "rule",
    ),
    (
        "4.2b",
        "Ett ämne",
        "One subject",
        "Ett samarbetsavtal rör ett ämnesområde.",
        "A cooperation agreement is on one subject.",
        "rule",
    ),
    (
        "4.2c",
        "Nytta för alla parter",
        "Gain for all parties",
        "Ett samarbete ger varje part en tydlig nytta.",
        "A cooperation gives each party a clear gain.",
        "rule",
    ),
    (
        "4.2d",
        "En bestämd tid",
        "A set period",
        "Ett samarbetsavtal börjar och slutar bestämda dagar.",
        "A cooperation agreement begins and ends on set days.",
        "rule",
    ),
    (
        "4.3a",
        "Vem staden tecknar intentionsavtal med",
        "Whom letters of intent are signed with",
        "Intentionsavtal tecknas med organisationer och nätverk, eller inom initiativ.",
        "Letters of intent are signed with organisations and networks, or within initiatives.",
        "rule",
    ),
    (
        "4.3b",
        "Omprövning",
        "Review",
        "Intentionsavtal och medlemskap bör omprövas, till exempel vart fjärde år.",
        "Letters of intent and memberships should be reviewed, every fourth year for instance.",
        "rule",
    ),
    (
        "4.4",
        "Bistånd betalas helt av andra",
        "Aid is paid in full by others",
        "Projekt av biståndskaraktär kräver att en annan part står för hela kostnaden.",
        "Aid-like projects require that another party pays the whole cost.",
        "rule",
    ),
    (
        "4.5",
        "Inbjudningsbrev bara undantagsvis",
        "Invitation letters only by exception",
        "Brev skrivs i regel inte. Undantag kräver att besöket är särskilt prioriterat och har stöd i strategin.",
        "Letters are as a rule not written. An exception needs a particularly prioritised visit with support in the strategy.",
        "rule",
    ),
    (
        "4.6",
        "Måttfull representation",
        "Moderate hospitality",
        "Gåvor, måltider och transporter hålls måttfulla.",
        "Gifts, meals and transport are kept moderate.",
        "rule",
    ),
)
