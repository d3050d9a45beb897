"""What rules on hospitality share: each line against the city's value for the day (4.6)."""

from __future__ import annotations

from collections.abc import Iterator

from governance.strategy.facts import ALL, Facts, HospitalityFacts
from governance.strategy.rulebook import Answer, Context, breach, judge, note, rule
from governance.strategy.text import Text

LINES = ("meal", "gift", "reception", "transport", "lodging", "other")
LINE_NAMES = {
    "meal": Text("Måltid", "Meal"),
    "gift": Text("Gåva", "Gift"),
    "reception": Text("Mottagning", "Reception"),
    "transport": Text("Transport", "Transport"),
    "lodging": Text("Logi", "Lodging"),
    "other": Text("Annat", "Other"),
}
OFFICIAL_GIFT = Text("Gåva till tjänsteperson", "Gift to an official")


def too_much(
    given: dict[str, int | None], facts: HospitalityFacts, context: Context
) -> Iterator[Answer]:
    """Yield one answer a line that is above the city's value."""
    for line, amount in given.items():
        if not amount:
            continue
        to_official = line == "gift" and facts.gift_to_official
        key = "official_gift" if to_official else line
        limit = context.value(f"moderation.{key}_sek")
        if amount > limit:
            name = OFFICIAL_GIFT if to_official else LINE_NAMES[line]
            yield judge(
                f"{name.sv}: {amount} kr per person är över stadens riktvärde {limit} kr.",
                f"{name.en}: SEK {amount} per person is above the city's value SEK {limit}.",
                mend=Text("Motivera eller sänk.", "Give grounds or lower it."),
                part=f"cost:{line}",
            )


@rule("4.6", on=ALL, reads="gift_received_sek")
def gift_received(facts: Facts, context: Context) -> Answer | None:
    """A gift that was received is registered, and protocol told beforehand next time (4.6)."""
    if not facts.gift_received_sek:
        return None
    return note(
        "En gåva togs emot. Förvarna protokollsenheten nästa gång.",
        "A gift was received. Tell the protocol unit beforehand next time.",
    )


@rule("city:representation", on=ALL, reads="approver_takes_part")
def own_hospitality(facts: Facts, context: Context) -> Answer | None:
    """Nobody approves what they are themselves offered."""
    if not facts.approver_takes_part:
        return None
    return breach(
        "Den som godkänner representationen är själv bjuden.",
        "The one who approves the hospitality is offered it.",
        mend=Text("Låt någon annan godkänna.", "Let somebody else approve."),
    )
