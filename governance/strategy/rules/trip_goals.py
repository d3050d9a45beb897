"""Rules on what a trip is for."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import Direction, TripRole
from governance.strategy.facts import TripFacts
from governance.strategy.rulebook import Answer, Context, judge, note, rule, supports, unanswered
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


@rule("3.2.2", on=TripFacts, reads="comparison directions")
def comparison(facts: TripFacts, context: Context) -> Answer | None:
    """A comparison with other cities supports; scanning without one is noted (3.2.2)."""
    if not short(facts.comparison, context):
        return supports(
            "Deltagandet ger en jämförelse med andra städer.",
            "Taking part gives a comparison with other cities.",
        )
    if Direction.SCANNING in facts.directions:
        return note(
            "Omvärldsbevakning är vald, men ingen jämförelse är beskriven.",
            "Horizon scanning is chosen, but no comparison is described.",
            mend=Text("Skriv vad som ska jämföras.", "Write what is to be compared."),
        )
    return None


@rule("city:travel", on=TripFacts, reads="purpose benefit")
def purpose_and_benefit(facts: TripFacts, context: Context) -> Iterator[Answer]:
    """What it is for, and what the city gets from it, is each said in a sentence."""
    if facts.purpose is None:
        yield unanswered("Skriv vad syftet är.", "Write what the purpose is.")
    elif short(facts.purpose, context):
        yield judge(
            "Syftet är för kort beskrivet.",
            "The purpose is too briefly described.",
            mend=Text("Skriv en mening om syftet.", "Write a sentence on the purpose."),
        )
    if facts.benefit is None:
        yield unanswered(
            "Skriv vilken nytta staden har av det.", "Write what good it does the city."
        )
    elif short(facts.benefit, context):
        yield judge(
            "Nyttan är för kort beskriven.",
            "The benefit is too briefly described.",
            mend=Text("Skriv en mening om nyttan.", "Write a sentence on the benefit."),
        )


@rule("city:travel", on=TripFacts, reads="role")
def part_taken(facts: TripFacts, context: Context) -> Answer | None:
    """What the city does there is said; to do more than listen supports."""
    if facts.role is None:
        return unanswered("Ange stadens roll.", "Say what part the city takes.")
    if facts.role == TripRole.PARTICIPANT:
        return None
    return supports("Staden har en egen uppgift på plats.", "The city has a task of its own there.")
