"""Rules on the principles (section 4) that only a visit answers to."""

from __future__ import annotations

from collections.abc import Iterator

from governance.strategy.facts import VisitFacts
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
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


@rule(
    "4.5",
    on=VisitFacts,
    reads="wants_letter particularly_prioritised prioritised_by priority_grounds directions",
)
def invitation_letter(facts: VisitFacts, context: Context) -> Answer | None:
    """A letter needs a particularly prioritised visit with grounds and support (4.5)."""
    if facts.wants_letter is None:
        return unanswered(
            "Ange om delegationen ber om ett inbjudningsbrev.",
            "Say whether the delegation asks for an invitation letter.",
            part="letter",
        )
    if not facts.wants_letter:
        return None
    grounds = bool(facts.prioritised_by) and not short(facts.priority_grounds, context)
    if facts.particularly_prioritised and grounds and facts.directions:
        return judge(
            "Undantag kan göras: särskilt prioriterat med skäl, och stöd i strategin.",
            "An exception can be made: particularly prioritised, with grounds and support.",
            part="letter",
        )
    return breach(
        "Staden skriver i regel inte inbjudningsbrev.",
        "The city does not as a rule write invitation letters.",
        mend=Text(
            "Ta emot besöket utan brev, eller visa att det är särskilt prioriterat, av vem och "
            "varför.",
            "Receive the visit without a letter, or show that it is particularly prioritised, "
            "by whom and why.",
        ),
        part="letter",
    )


@rule("4.5", on=VisitFacts, reads="wants_letter", since=2)
def who_signs(facts: VisitFacts, context: Context) -> Answer | None:
    """An exception is decided, and its letter signed, by a named person (4.5)."""
    if not facts.wants_letter:
        return None
    signs = context.value("letter.signed_by")
    return note(
        f"Undantag beslutas och brevet undertecknas av: {signs}.",
        f"Exceptions are decided, and the letter is signed, by: {signs}.",
        part="letter",
    )


@rule(
    "4.6",
    on=VisitFacts,
    reads="meal_sek gift_sek reception_sek transport_sek lodging_sek other_sek "
    "delegation_size own_participants alcohol gift_to_official digital",
)
def moderation(facts: VisitFacts, context: Context) -> Iterator[Answer]:
    """Each line against the city's value for the day; own staff not more than guests (4.6)."""
    given = {line: getattr(facts, f"{line}_sek") for line in LINES}
    worries = list(too_much(given, facts, context))
    if facts.alcohol and context.value("moderation.alcohol_needs_grounds"):
        worries.append(judge("Alkohol ska serveras.", "Alcohol is to be served.", part="cost:meal"))
    guests = facts.delegation_size or 0
    at_most = guests * context.value("moderation.hosts_per_guest")
    if guests and (facts.own_participants or 0) > at_most:
        worries.append(
            judge(
                f"Egna deltagare: {facts.own_participants}. Gäster: {guests}.",
                f"Own participants: {facts.own_participants}. Guests: {guests}.",
                mend=Text("Låt färre av de egna vara med.", "Let fewer of our own take part."),
            )
        )
    yield from worries
    if all(amount is None for amount in given.values()):
        if not facts.digital:
            yield unanswered(
                "Skriv vad ni bjuder på, 0 om inget.", "Write what you offer, 0 if nothing."
            )
    elif not worries:
        yield supports("Inom stadens riktvärden.", "Within the city's values.")
