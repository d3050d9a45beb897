"""Rules on who decides about a trip, and when."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import Office, Payer, TripRole
from governance.strategy.facts import TripFacts
from governance.strategy.routes.trip import mayor_takes_part
from governance.strategy.rulebook import Answer, Context, breach, note, rule, supports, unanswered
from governance.strategy.text import Text


@rule("5.3.2a", on=TripFacts, reads="on_behalf_of_ks digital estimated_sek external_share costs")
def on_behalf(facts: TripFacts, context: Context) -> Iterator[Answer]:
    """Whether the Executive Board asked for it settles who decides, digital or paid for (5.3.2)."""
    if facts.on_behalf_of_ks is None:
        yield unanswered(
            "Ange om deltagandet sker på uppdrag av kommunstyrelsen.",
            "Say whether the Executive Board has asked for it.",
        )
    if not facts.on_behalf_of_ks:
        return
    if facts.digital:
        yield note(
            "Också digitalt deltagande behandlas i internationella beredningen.",
            "The International Committee deals with digital participation too.",
        )
    if _paid_by_others(facts):
        yield note(
            "Också det som staden inte betalar behandlas i internationella beredningen.",
            "The International Committee deals with what the city does not pay for too.",
        )


def _paid_by_others(facts: TripFacts) -> bool:
    """Whether the city pays nothing."""
    if facts.external_share == 100 or facts.estimated_sek == 0:
        return True
    payers = {cost.payer for cost in facts.costs}
    return bool(payers) and not payers & {Payer.CITY.value, None}


@rule("city:travel", on=TripFacts, reads="travellers")
def who_goes(facts: TripFacts, context: Context) -> Answer | None:
    """Who takes part is said, by office."""
    if facts.travellers:
        return None
    return unanswered("Ange vilka som deltar.", "Say who takes part.")


@rule("law:KL 6:28", on=TripFacts, reads="travellers on_behalf_of_ks")
def own_trip(facts: TripFacts, context: Context) -> Answer | None:
    """Nobody decides on their own trip; for the Mayor a substitute or the Board does."""
    deciding = {one.office for one in facts.travellers if one.decides}
    if Office.FINANCE_MAYOR in deciding:
        return breach(
            "Finansborgarrådet kan inte besluta om sin egen resa.",
            "The Mayor can't decide on a trip of their own.",
            mend=Text(
                "Låt en ersättare eller kommunstyrelsen besluta.",
                "Let a substitute or the Executive Board decide.",
            ),
        )
    if deciding:
        return breach(
            "Den som reser kan inte besluta om sin egen resa.",
            "A traveller can't decide on their own trip.",
            mend=Text(
                "Låt nämnden, eller någon annan med delegation, besluta.",
                "Let the board, or another delegate, decide.",
            ),
        )
    if any(one.office is None or one.decides is None for one in facts.travellers):
        return unanswered(
            "Ange befattning för var och en, och om den personen också beslutar.",
            "Give the office of each, and whether that person decides too.",
        )
    return _stands_aside(facts)


def _stands_aside(facts: TripFacts) -> Answer | None:
    """Remind of it where one who could decide by delegation takes part."""
    if facts.on_behalf_of_ks and mayor_takes_part(facts):
        return note(
            "Finansborgarrådet deltar. Därför beslutar kommunstyrelsen.",
            "The Mayor takes part. Therefore the Executive Board decides.",
        )
    if any(one.office == Office.CHAIR for one in facts.travellers):
        return note(
            "Ordföranden deltar och beslutar inte om resan på delegation.",
            "The chair takes part, and does not decide on the trip as a delegate.",
        )
    return None


@rule("city:travel", on=TripFacts, reads="booked_before_decision")
def nothing_booked(facts: TripFacts, context: Context) -> Answer | None:
    """What is not decided is not booked, fees included."""
    if facts.booked_before_decision is None:
        return unanswered(
            "Svara på om något redan är bokat.", "Say whether anything is already booked."
        )
    if facts.booked_before_decision:
        return breach(
            "Något är bokat innan det är beslutat.",
            "Something is booked before it is decided.",
            mend=Text("Avboka och vänta på beslutet.", "Cancel, and wait for the decision."),
        )
    return None


@rule("5.4.5", on=TripFacts, reads="booked_before_decision")
def decided_first(facts: TripFacts, context: Context) -> Answer | None:
    """Work is decided before it is done (5.4.5)."""
    if facts.booked_before_decision is False:
        return supports("Inget är bokat före beslutet.", "Nothing is booked before the decision.")
    return None


@rule("city:travel", on=TripFacts, reads="register_by starts_on")
def in_time(facts: TripFacts, context: Context) -> Iterator[Answer]:
    """What is late against the event's own days is shown, never in the way."""
    if facts.register_by and context.on > facts.register_by:
        yield note(
            f"Sista dag att anmäla sig var {facts.register_by}.",
            f"The last day to register was {facts.register_by}.",
        )
    if facts.starts_on and context.on >= facts.starts_on:
        yield note(
            f"Första dagen var {facts.starts_on}. En resa beslutas innan den börjar.",
            f"The first day was {facts.starts_on}. A trip is decided before it begins.",
        )


@rule("city:travel", on=TripFacts, reads="abstract_by role")
def talk_in_time(facts: TripFacts, context: Context) -> Answer | None:
    """Who wants to speak has proposed it in time; late is shown, never in the way."""
    if facts.role != TripRole.SPEAKER or not facts.abstract_by or context.on <= facts.abstract_by:
        return None
    return note(
        f"Sista dag att föreslå ett eget inlägg var {facts.abstract_by}.",
        f"The last day to propose a talk was {facts.abstract_by}.",
    )
