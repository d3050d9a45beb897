"""Rules on what a trip costs, who pays, and what is offered on it."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import Payer
from governance.strategy.facts import TripFacts
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
from governance.strategy.rules.hospitality import LINES, too_much
from governance.strategy.text import Text


@rule(
    "4.6",
    on=TripFacts,
    reads="meal_sek gift_sek reception_sek transport_sek lodging_sek other_sek "
    "alcohol gift_to_official",
)
def offered(facts: TripFacts, context: Context) -> Iterator[Answer]:
    """What the city offers others on a trip is moderate, line by line (4.6)."""
    given = {line: getattr(facts, f"{line}_sek") for line in LINES}
    worries = list(too_much(given, facts, context))
    if facts.alcohol and context.value("moderation.alcohol_needs_grounds"):
        worries.append(judge("Alkohol ska serveras.", "Alcohol is to be served.", part="cost:meal"))
    yield from worries
    if not worries and any(amount is not None for amount in given.values()):
        yield supports("Inom stadens riktvärden.", "Within the city's values.")


@rule("4.6", on=TripFacts, reads="estimated_sek participants travellers")
def cost_per_person(facts: TripFacts, context: Context) -> Answer | None:
    """A dear trip is set beside others, per person (4.6)."""
    people = facts.participants or len(facts.travellers)
    if not facts.estimated_sek or not people:
        return None
    limit = context.value("trip.person_sek")
    if facts.estimated_sek <= limit * people:
        return None
    each = (facts.estimated_sek * 2 + people) // (people * 2)
    return note(
        f"Kostar {each} kr per person. Jämför: stadens riktvärde är {limit} kr.",
        f"Costs SEK {each} per person. Compare: the city's value is SEK {limit}.",
    )


@rule("city:travel", on=TripFacts, reads="costs estimated_sek")
def payer_of_each(facts: TripFacts, context: Context) -> Answer | None:
    """Each cost has a row of its own, with an amount and who pays it."""
    rows = facts.costs
    if any(row.payer is None or row.amount_sek is None or row.line is None for row in rows):
        return unanswered(
            "Ange kostnadsslag, belopp och vem som betalar på varje rad.",
            "Give kind of cost, amount and payer on every row.",
        )
    if facts.estimated_sek and not rows:
        return unanswered(
            "Dela upp kostnaden på rader, med vem som betalar.",
            "Split the cost into rows, with who pays.",
        )
    total = sum(row.amount_sek or 0 for row in rows)
    of_city = sum(row.amount_sek or 0 for row in rows if row.payer == Payer.CITY)
    if not rows or facts.estimated_sek in (None, total, of_city):
        return None
    return note(
        f"Raderna är {total} kr tillsammans, men kostnaden är {facts.estimated_sek} kr.",
        f"The rows make SEK {total} together, but the cost is SEK {facts.estimated_sek}.",
    )


@rule(
    "city:travel",
    on=TripFacts,
    reads="costs arranged_by leisure leisure_payer procurement_with_party",
)
def supplier(facts: TripFacts, context: Context) -> Answer | None:
    """No supplier pays or arranges the city's trips, least of all while a case is open."""
    payers = {row.payer for row in facts.costs if row.amount_sek != 0}
    payers.add(facts.arranged_by)
    if facts.leisure:
        payers.add(facts.leisure_payer)
    if Payer.SUPPLIER not in payers:
        return None
    mend = Text("Låt staden boka och betala.", "Let the city book and pay.")
    if facts.procurement_with_party:
        return breach(
            "En leverantör betalar eller ordnar, medan upphandling eller tillsyn pågår.",
            "A supplier pays or arranges, while procurement or supervision is ongoing.",
            mend=mend,
        )
    return judge(
        "En leverantör betalar eller ordnar något.",
        "A supplier pays for or arranges something.",
        mend=mend,
    )


@rule("city:travel", on=TripFacts, reads="leisure leisure_payer")
def leisure(facts: TripFacts, context: Context) -> Answer | None:
    """What is no programme is shown, with who pays; only the traveller's own money is no matter."""
    if not facts.leisure:
        return None
    named = ", ".join(facts.leisure)
    if facts.leisure_payer is None:
        return unanswered(
            f"Ange vem som betalar det som inte är program: {named}.",
            f"Say who pays for what is no programme: {named}.",
        )
    if facts.leisure_payer == Payer.TRAVELLER:
        return note(
            f"Den som reser betalar själv: {named}.", f"The traveller pays for it: {named}."
        )
    return judge(
        f"Någon annan än den som reser betalar för det som inte är program: {named}.",
        f"Another than the traveller pays for what is no programme: {named}.",
        mend=Text("Stryk det, eller låt den som reser betala.", "Drop it, or let travellers pay."),
    )
