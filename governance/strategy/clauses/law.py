"""Law that the strategy stands on. In plain words; see ``clause.Row`` for what stands where."""

from __future__ import annotations

from governance.strategy.clauses.clause import Row

LAW: tuple[Row, ...] = (
    (
        "law:BrB 10:5a",
        "Gåvor och mutor",
        "Gifts and bribes",
        "En gåva får inte påverka tjänsten; beloppet gör den inte säker.",
        "A gift must not influence the office; no amount makes it safe.",
        "rule",
    ),
    (
        "law:BrB 10:5b",
        "Att ge en gåva",
        "Giving a gift",
        "Den som har ett ärende hos staden bjuds inte på det som kan se ut som en muta.",
        "A party with an open case is offered nothing that may look like a bribe.",
        "rule",
    ),
    (
        "law:KL 2:8",
        "Stöd till enskilda företag",
        "Support to single companies",
        "Enskilda företag får stöd bara av synnerliga skäl.",
        "Single companies get support for exceptional reasons only.",
        "rule",
    ),
    (
        "law:KL 6:28",
        "Jäv",
        "Conflict of interest",
        "Den som är jävig handlägger och beslutar inte.",
        "A person with a conflict of interest neither handles nor decides.",
        "rule",
    ),
    (
        "law:LOU 4:1",
        "Upphandling och tillsyn",
        "Procurement and supervision",
        "Pågående upphandling, tillsyn eller tillstånd kräver särskild försiktighet.",
        "Ongoing procurement, supervision or permits call for care.",
        "rule",
    ),
    (
        "law:OSL",
        "Sekretess prövas av en person",
        "Secrecy is assessed by a person",
        "Öppenhet är huvudregeln. Om något kan behöva hemlighållas prövar en person det, aldrig en maskin.",
        "Openness is the rule. Where something may have to be kept secret, a person assesses it, never a machine.",
        "rule",
    ),
)
