"""Rules on learning, moderation and single companies that only a reception answers to."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import Serving
from governance.strategy.facts import ReceptionFacts
from governance.strategy.rulebook import Answer, Context, judge, rule, supports, unanswered
from governance.strategy.rules.hospitality import LINES, too_much
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


@rule("3.0.2a", on=ReceptionFacts, reads="stockholm_learns they_learn purpose learning_kinds")
def mutual_learning(facts: ReceptionFacts, context: Context) -> Answer:
    """Both sides learn something, of a kind that the clause names (3.0.2)."""
    if facts.stockholm_learns is None or not facts.learning_kinds:
        return unanswered(
            "Skriv vad Stockholm lär sig, och välj perspektiv, utveckling eller kompetens.",
            "Write what Stockholm learns, and choose perspectives, development or competence.",
        )
    if short(facts.stockholm_learns, context):
        return judge(
            "Det framgår inte vad Stockholm lär sig.",
            "What Stockholm learns is not clear.",
            mend=Text("Skriv det konkret.", "Be concrete."),
        )
    if short(facts.they_learn, context) and short(facts.purpose, context):
        return judge(
            "Det framgår inte vad gästerna får ut av mottagningen.",
            "What the guests get from the reception is not clear.",
            mend=Text("Skriv vad de lär sig, eller syftet.", "Write it, or the purpose."),
        )
    return supports("Det framgår vad båda parter lär sig.", "What both parties learn is described.")


@rule(
    "4.6",
    on=ReceptionFacts,
    reads="meal_sek gift_sek reception_sek transport_sek lodging_sek other_sek "
    "guests own_participants alcohol gift_to_official",
)
def moderation(facts: ReceptionFacts, context: Context) -> Iterator[Answer]:
    """Each line against the city's value for the day; own staff not more than guests (4.6)."""
    given = {line: getattr(facts, f"{line}_sek") for line in LINES}
    worries = list(too_much(given, facts, context))
    if facts.alcohol and context.value("moderation.alcohol_needs_grounds"):
        worries.append(
            judge("Alkohol ska serveras.", "Alcohol is to be served.", part="cost:reception")
        )
    guests = facts.guests or 0
    if guests and (facts.own_participants or 0) > guests * context.value(
        "moderation.hosts_per_guest"
    ):
        worries.append(
            judge(
                f"Egna deltagare: {facts.own_participants}. Gäster: {guests}.",
                f"Own participants: {facts.own_participants}. Guests: {guests}.",
                mend=Text("Låt färre av de egna vara med.", "Let fewer of our own take part."),
            )
        )
    yield from worries
    if all(amount is None for amount in given.values()):
        yield unanswered(
            "Skriv vad ni bjuder på per person, 0 om inget.",
            "Write what you offer per person, 0 if nothing.",
        )
    elif not worries:
        yield supports("Inom stadens riktvärden.", "Within the city's values.")


@rule("4.6", on=ReceptionFacts, reads="serving hours")
def simple_form(facts: ReceptionFacts, context: Context) -> Answer | None:
    """Standing, and no longer than the city's hours, is moderate; a seated meal is weighed."""
    if facts.serving is None:
        return unanswered("Ange vad som serveras.", "Say what is served.")
    if facts.serving == Serving.SEATED:
        if not context.value("reception.seated_meal_needs_grounds"):
            return None
        return judge(
            "En sittande måltid ska serveras.",
            "A seated meal is to be served.",
            mend=Text("Servera stående.", "Serve standing."),
        )
    if facts.hours is None or facts.hours > context.value("reception.hours"):
        return None
    return supports(
        f"Stående servering, {facts.hours} timmar.", f"Served standing, {facts.hours} hours."
    )


@rule("law:KL 2:8", on=ReceptionFacts, reads="commercial_organiser")
def single_company(facts: ReceptionFacts, context: Context) -> Answer | None:
    """What is given to a single company needs exceptional reasons, which a person weighs."""
    if facts.commercial_organiser is None:
        return unanswered(
            "Svara på om ett enskilt företag ordnar evenemanget för vinst.",
            "Say whether a single company arranges the event for profit.",
        )
    if not facts.commercial_organiser:
        return None
    return judge(
        "Ett enskilt företag ordnar evenemanget. Stöd till det kräver synnerliga skäl.",
        "A single company arranges the event. Support to it needs exceptional reasons.",
        mend=Text(
            "Skriv vilka skälen är, eller låt en förening eller ett lärosäte söka.",
            "Write the reasons, or let an association or a university apply.",
        ),
    )
