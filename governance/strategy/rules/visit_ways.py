"""Rules on ways of working (section 5), on law and on practice, for a visit."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import Task
from governance.strategy.facts import VisitFacts
from governance.strategy.routes.visit import is_high, is_significant
from governance.strategy.rulebook import (
    Answer,
    Context,
    breach,
    judge,
    note,
    rule,
    supports,
    unanswered,
)
from governance.strategy.text import Text

# The tasks that nobody with a conflict of interest performs.
HANDLING = frozenset({Task.REGISTERS.value, Task.ADVISES.value, Task.DECIDES.value})


@rule("5.1.2", on=VisitFacts, reads="political_level city_priority areas")
def coordinated(facts: VisitFacts, context: Context) -> Answer | None:
    """Significant visits are coordinated by the Executive Board (5.1.2)."""
    if not is_significant(facts):
        return None
    if is_high(facts):
        return supports(
            "Hög politisk nivå: kommunstyrelsen samordnar.",
            "High political level: the Executive Board coordinates.",
        )
    return supports(
        "Prioriterat för staden och flera områden: kommunstyrelsen samordnar.",
        "Prioritised and several areas: the Executive Board coordinates.",
    )


@rule("5.4.1b", on=VisitFacts, reads="estimated_sek frame_sek decided_sek stage")
def within_frame(facts: VisitFacts, context: Context) -> Answer | None:
    """The cost fits the year's frame, what is decided counted in (5.4.1). Reading R7."""
    if facts.estimated_sek is None:
        return unanswered("Ange vad besöket kostar, 0 om inget.", "Say the cost, 0 if none.")
    if facts.estimated_sek == 0:
        return None
    if facts.frame_sek is None:
        return unanswered(
            "Verksamheten har ingen ram för internationellt arbete i år.",
            "The organisation has no frame for international work this year.",
            part="frame",
        )
    if facts.decided_sek is None:
        return unanswered(
            "Det är inte känt hur mycket av ramen som redan är beslutat.",
            "It is not known how much of the frame is already decided.",
            part="frame",
        )
    return _against_frame(facts.estimated_sek, facts.frame_sek - facts.decided_sek, facts.stage)


def _against_frame(cost: int, left: int, stage: str) -> Answer:
    """Weigh a cost against what is left of the frame: a breach when it is decided."""
    if cost <= left:
        return supports(f"Ryms inom ramen: {left} kr kvar.", f"Fits the frame: SEK {left} left.")
    sv = f"Kostar {cost} kr, men {max(left, 0)} kr är kvar av ramen."
    en = f"Costs SEK {cost}, but SEK {max(left, 0)} is left of the frame."
    mend = Text("Sänk kostnaden eller utöka ramen.", "Lower the cost or widen the frame.")
    answer = breach if stage == "decision" else judge
    return answer(sv, en, mend=mend, part="frame")


@rule("5.4.1c", on=VisitFacts, reads="in_operational_plan")
def in_plan(facts: VisitFacts, context: Context) -> Answer | None:
    """Work that the operational plan names is supported; else it is noted (5.4.1)."""
    if facts.in_operational_plan is None:
        return None
    if facts.in_operational_plan:
        return supports("Finns i verksamhetsplanen.", "Is in the operational plan.")
    return note("Finns inte i verksamhetsplanen.", "Is not in the operational plan.")


@rule("5.4.4", on=VisitFacts, reads="host host_board")
def receiver_assesses(facts: VisitFacts, context: Context) -> Answer:
    """The receiving body assesses and answers (5.4.4)."""
    return supports(
        "Mottagande verksamhet bedömer och svarar.", "The receiving body assesses and answers."
    )


@rule("5.4.5", on=VisitFacts, reads="working_hours")
def resources(facts: VisitFacts, context: Context) -> Answer | None:
    """Staff time is the real cost: it is asked for (5.4.5)."""
    if facts.working_hours is None:
        return note("Egen arbetstid är inte angiven.", "Own working time is not given.")
    return None


@rule("5.5.1", on=VisitFacts, reads="political_level")
def protocol_advice(facts: VisitFacts, context: Context) -> Answer | None:
    """A high political level gets protocol advice (5.5.1)."""
    if not is_high(facts):
        return None
    return supports("Protokollsenheten ger råd.", "The protocol unit advises.")


@rule("5.6.1", on=VisitFacts, reads="contact_person_appointed")
def contact_person(facts: VisitFacts, context: Context) -> Answer | None:
    """A gap in the appointment of a contact person is shown (5.6.1)."""
    if facts.contact_person_appointed is False:
        return note(
            "Verksamheten saknar utsedd kontaktperson.",
            "The organisation has no appointed contact person.",
        )
    return None


@rule("law:KL 6:28", on=VisitFacts, reads="conflicts")
def conflict(facts: VisitFacts, context: Context) -> Answer | None:
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


@rule("law:LOU 4:1", on=VisitFacts, reads="procurement_with_party")
def procurement(facts: VisitFacts, context: Context) -> Answer | None:
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
    on=VisitFacts,
    reads="gift_received_sek gift_kept_personally procurement_with_party",
)
def gift_kept(facts: VisitFacts, context: Context) -> Answer | None:
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


@rule("law:BrB 10:5b", on=VisitFacts, reads="procurement_with_party meal_sek gift_sek")
def gift_given(facts: VisitFacts, context: Context) -> Answer | None:
    """Hospitality to a party in an open case is weighed by a person, whatever the amount."""
    if facts.procurement_with_party and ((facts.meal_sek or 0) + (facts.gift_sek or 0)) > 0:
        return judge(
            "Måltid eller gåva till en part i ett pågående ärende.",
            "A meal or a gift to a party in an open case.",
            mend=Text("Avstå från måltid och gåva.", "Offer neither meal nor gift."),
        )
    return None


@rule("city:visits", on=VisitFacts, reads="received_on starts_on intermediary earlier_visits")
def practice(facts: VisitFacts, context: Context) -> Iterator[Answer]:
    """Short notice, an intermediary or a repeated visit: shown, never in the way."""
    if facts.received_on and facts.starts_on:
        days = (facts.starts_on - facts.received_on).days
        lead = context.value("visit.lead_time_days")
        if days < lead:
            yield note(
                f"Kort varsel: {max(days, 0)} dagar. Riktvärdet är {lead}.",
                f"Short notice: {max(days, 0)} days. The city's value is {lead}.",
            )
    if facts.intermediary:
        yield note("Förfrågan kom genom en förmedlare.", "The request came by an intermediary.")
    if facts.earlier_visits:
        yield note(
            "Samma organisation har varit här nyligen.",
            "The same organisation was here recently.",
        )
