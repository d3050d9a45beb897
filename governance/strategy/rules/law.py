"""Rules of every kind on law: conflicts of interest, procurement, gifts, secrecy."""

from __future__ import annotations

from engagements.vocabulary import CostLine, Task
from governance.strategy.facts import (
    ALL,
    ALL_BUT_VISIT,
    Facts,
    HospitalityFacts,
    ReceptionFacts,
    TripFacts,
    VisitFacts,
)
from governance.strategy.rulebook import Answer, Context, breach, judge, note, rule, unanswered
from governance.strategy.text import Text

# The tasks that nobody with a conflict of interest performs.
HANDLING = frozenset({Task.REGISTERS.value, Task.ADVISES.value, Task.DECIDES.value})


@rule("law:KL 6:28", on=ALL, reads="conflicts")
def conflict(facts: Facts, context: Context) -> Answer | None:
    """A person with a conflict of interest takes no part in handling or deciding."""
    if not facts.conflicts:
        return None
    if HANDLING.intersection(facts.conflicts):
        return breach(
            "Den som ska handlägga eller besluta är jävig.",
            "The one who is to handle or decide has a conflict of interest.",
            mend=Text("Lämna över till någon annan.", "Hand over to somebody else."),
        )
    return note(
        "Jäv är anmält. Den personen handlägger och beslutar inte.",
        "A conflict of interest is declared. That person neither handles nor decides.",
    )


@rule("law:LOU 4:1", on=ALL, reads="procurement_with_party")
def procurement(facts: Facts, context: Context) -> Answer | None:
    """Ongoing procurement, supervision or a permit with the party is weighed by a person."""
    if facts.procurement_with_party is None:
        return unanswered(
            "Svara på om det pågår upphandling, tillsyn eller tillståndsärende med parten.",
            "Say whether procurement, supervision or a permit is ongoing with the party.",
        )
    if facts.procurement_with_party:
        return judge(
            "Upphandling, tillsyn eller tillstånd pågår med parten.",
            "Procurement, supervision or a permit is ongoing with the party.",
            mend=Text("Vänta tills det är avgjort.", "Wait until it is settled."),
        )
    return None


@rule(
    "law:BrB 10:5a",
    on=ALL,
    reads="gift_received_sek gift_kept_personally procurement_with_party",
)
def gift_kept(facts: Facts, context: Context) -> Answer | None:
    """A gift that is received belongs to the city; no amount is safe while a case is open."""
    if not facts.gift_received_sek:
        return None
    if facts.gift_kept_personally:
        return breach(
            "En gåva av värde får inte behållas personligen.",
            "A gift of value must not be kept personally.",
            mend=Text("Registrera den som stadens.", "Register it as the city's."),
            part="gift",
        )
    if facts.gift_kept_personally is None:
        return unanswered(
            "Svara på om gåvan behålls personligen eller är stadens.",
            "Say whether the gift is kept personally or is the city's.",
            part="gift",
        )
    if facts.procurement_with_party:
        return judge(
            "En gåva togs emot medan ett ärende med givaren pågår.",
            "A gift was received while a case with the giver is open.",
            mend=Text("Lämna tillbaka gåvan.", "Return the gift."),
            part="gift",
        )
    return None


OFFERED = (VisitFacts, TripFacts, ReceptionFacts)
OFFERED_LINES = frozenset({CostLine.MEAL, CostLine.GIFT, CostLine.RECEPTION})


def _to_open_case() -> Answer:
    """Answer that a party in an open case is offered something."""
    return judge(
        "Måltid eller gåva till en part i ett pågående ärende.",
        "A meal or a gift to a party in an open case.",
        mend=Text("Avstå från måltid och gåva.", "Offer neither meal nor gift."),
    )


@rule("law:BrB 10:5b", on=OFFERED, reads="procurement_with_party meal_sek gift_sek")
def gift_given(facts: HospitalityFacts, context: Context) -> Answer | None:
    """Hospitality to a party in an open case is weighed by a person, whatever the amount."""
    if facts.procurement_with_party and ((facts.meal_sek or 0) + (facts.gift_sek or 0)) > 0:
        return _to_open_case()
    return None


@rule("law:BrB 10:5b", on=ALL, reads="procurement_with_party costs")
def offered_at_cost(facts: Facts, context: Context) -> Answer | None:
    """The same where what is offered stands in the table of costs."""
    offered = any(cost.line in OFFERED_LINES and cost.amount_sek for cost in facts.costs)
    return _to_open_case() if facts.procurement_with_party and offered else None


@rule("law:OSL", on=VisitFacts, reads="secrecy_possible secrecy_assessed", since=2)
@rule("law:OSL", on=ALL_BUT_VISIT, reads="secrecy_possible secrecy_assessed")
def secrecy(facts: Facts, context: Context) -> Answer | None:
    """Openness is the rule; a person, never a machine, assesses what may be secret."""
    if facts.secrecy_possible is None:
        return unanswered(
            "Svara på om något kan behöva hållas hemligt.",
            "Say whether anything may have to be kept secret.",
        )
    if facts.secrecy_possible and not facts.secrecy_assessed:
        return judge(
            "Något kan behöva hållas hemligt. En person prövar det.",
            "Something may have to be kept secret. A person assesses it.",
            mend=Text(
                "Skriv vad som prövats, med vilken paragraf.",
                "Write what was assessed, under which section.",
            ),
        )
    return None
