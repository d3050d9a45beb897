"""Rules that only a letter of intent answers to (4.3)."""

from __future__ import annotations

from engagements.vocabulary import CounterpartKind
from governance.strategy.facts import IntentFacts
from governance.strategy.rulebook import Answer, Context, breach, rule, supports, unanswered
from governance.strategy.text import Text

CITIES = frozenset({CounterpartKind.CAPITAL_CITY.value, CounterpartKind.CITY.value})


@rule("4.3a", on=IntentFacts, reads="counterpart_kind within_initiative initiative_name")
def right_counterpart(facts: IntentFacts, context: Context) -> Answer:
    """Letters of intent are for organisations, networks and initiatives (4.3). Reading IN1."""
    if facts.counterpart_kind == CounterpartKind.INTERNATIONAL:
        return supports(
            "Sluts med en internationell organisation eller ett nätverk.",
            "It is signed with an international organisation or network.",
        )
    if facts.within_initiative:
        return _within(facts)
    if facts.within_initiative is None:
        return unanswered(
            "Svara på om avtalet sluts inom ett initiativ där staden är med.",
            "Say whether it is made within an initiative that the city takes part in.",
        )
    if facts.counterpart_kind is None:
        return unanswered("Ange vem avtalet sluts med.", "Say whom it is signed with.")
    return _alone(facts.counterpart_kind)


def _within(facts: IntentFacts) -> Answer:
    """Answer on a letter that is made within an initiative, which has a name."""
    name = (facts.initiative_name or "").strip()
    if not name:
        return unanswered("Namnge initiativet.", "Name the initiative.")
    return supports(f"Sluts inom ett initiativ: {name}.", f"Made within an initiative: {name}.")


def _alone(counterpart_kind: str) -> Answer:
    """Answer that it is a cooperation agreement, whatever it is called."""
    mend = Text(
        "Registrera det som samarbetsavtal, eller slut det inom ett initiativ där staden är med.",
        "Register it as a cooperation agreement, or make it within an initiative that the city "
        "takes part in.",
    )
    if counterpart_kind in CITIES:
        return breach(
            "Det sluts med en enskild stad. Då är det ett samarbetsavtal, vad det än kallas.",
            "It is signed with a single city. It is then a cooperation agreement, whatever it is "
            "called.",
            mend=mend,
        )
    return breach(
        "Det sluts med en enskild part som varken är en internationell organisation eller ett "
        "nätverk.",
        "It is signed with a single party that is neither an international organisation nor a "
        "network.",
        mend=mend,
    )
