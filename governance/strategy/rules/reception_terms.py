"""The city's terms for receptions. They hold at the City Hall alone. Readings RE2 to RE6."""

from __future__ import annotations

from engagements.vocabulary import Character, EventKind
from governance.strategy.facts import ReceptionFacts
from governance.strategy.routes.reception import is_elsewhere
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
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


@rule("city:receptions", on=ReceptionFacts, reads="at_city_hall")
def place(facts: ReceptionFacts, context: Context) -> Answer | None:
    """What is held elsewhere than in the City Hall is the board's own hospitality."""
    if facts.at_city_hall is None:
        return unanswered(
            "Svara på om mottagningen är i Stadshuset.",
            "Say whether the reception is in the City Hall.",
        )
    if facts.at_city_hall:
        return None
    return note(
        "Mottagningen är inte i Stadshuset. Då gäller inte villkoren, och nämnden beslutar.",
        "The reception is not in the City Hall. The terms do not apply, and the board decides.",
    )


@rule("city:receptions", on=ReceptionFacts, reads="event_kind at_city_hall")
def may_apply(facts: ReceptionFacts, context: Context) -> Answer | None:
    """International congresses may apply, and championships where the city has so set."""
    if is_elsewhere(facts):
        return None
    if facts.event_kind is None:
        return unanswered("Ange vad evenemanget är.", "Say what the event is.")
    if facts.event_kind == EventKind.CONGRESS:
        return supports("En internationell kongress kan söka.", "A congress may apply.")
    if facts.event_kind == EventKind.CHAMPIONSHIP and context.value("reception.championships"):
        return supports("Ett EM eller VM kan söka.", "A championship may apply.")
    return breach(
        "Mottagningar i Stadshuset är för internationella kongresser.",
        "Receptions in the City Hall are for international congresses.",
        mend=Text(
            "Håll mottagningen hos verksamheten i stället.",
            "Hold the reception with the operation instead.",
        ),
    )


@rule("city:receptions", on=ReceptionFacts, reads="hours at_city_hall")
def length(facts: ReceptionFacts, context: Context) -> Answer | None:
    """Two hours; longer is weighed."""
    if is_elsewhere(facts):
        return None
    if facts.hours is None:
        return unanswered("Ange hur många timmar mottagningen varar.", "Give its length in hours.")
    at_most = context.value("reception.hours")
    if facts.hours > at_most:
        return judge(
            f"Mottagningen varar {facts.hours} timmar. Stadens villkor är {at_most}.",
            f"The reception lasts {facts.hours} hours. The city's terms say {at_most}.",
            mend=Text("Korta den.", "Shorten it."),
        )
    return None


@rule("city:receptions", on=ReceptionFacts, reads="evening_before last_evening at_city_hall")
def evening(facts: ReceptionFacts, context: Context) -> Answer | None:
    """Neither the evening before the event nor its last."""
    if is_elsewhere(facts):
        return None
    if facts.evening_before or facts.last_evening:
        return breach(
            "Mottagningen är kvällen före evenemanget eller dess sista kväll.",
            "The reception is on the evening before the event, or its last.",
            mend=Text("Välj en annan kväll.", "Choose another evening."),
        )
    if facts.evening_before is None or facts.last_evening is None:
        return unanswered(
            "Svara på om det är kvällen före evenemanget, och om det är den sista.",
            "Say whether it is the evening before the event, and whether it is the last.",
        )
    return None


@rule("city:receptions", on=ReceptionFacts, reads="character at_city_hall")
def from_many_countries(facts: ReceptionFacts, context: Context) -> Answer | None:
    """The event is Nordic, European or international."""
    if is_elsewhere(facts):
        return None
    if facts.character is None:
        return unanswered(
            "Ange om evenemanget är nordiskt, europeiskt eller internationellt.",
            "Say whether the event is Nordic, European or international.",
        )
    if facts.character != Character.NATIONAL:
        return None
    return judge(
        "Evenemanget är svenskt till sin karaktär.",
        "The event is Swedish in character.",
        mend=Text("Skriv vad som är internationellt.", "Write what is international about it."),
    )


@rule("city:receptions", on=ReceptionFacts, reads="high_scientific_level event_kind at_city_hall")
def scientific_level(facts: ReceptionFacts, context: Context) -> Answer | None:
    """A congress is of high scientific level, which a person weighs."""
    if is_elsewhere(facts) or facts.event_kind == EventKind.CHAMPIONSHIP:
        return None
    if facts.high_scientific_level is None:
        return unanswered(
            "Svara på om kongressen har hög vetenskaplig nivå.",
            "Say whether the congress is of high scientific level.",
        )
    if facts.high_scientific_level:
        return None
    return judge(
        "Kongressen har inte hög vetenskaplig nivå.",
        "The congress is not of high scientific level.",
        mend=Text("Skriv varför staden ändå är värd.", "Write why the city hosts it still."),
    )


@rule("city:receptions", on=ReceptionFacts, reads="why_capital at_city_hall")
def why_the_capital(facts: ReceptionFacts, context: Context) -> Answer | None:
    """There is a reason why Stockholm, as capital, is host."""
    if is_elsewhere(facts):
        return None
    if facts.why_capital is None:
        return unanswered(
            "Skriv varför Stockholm som huvudstad ska vara värd.",
            "Write why Stockholm as capital should be host.",
        )
    if short(facts.why_capital, context):
        return judge(
            "Det framgår inte varför Stockholm som huvudstad ska vara värd.",
            "Why Stockholm as capital should be host is not clear.",
            mend=Text("Skriv en mening om det.", "Write a sentence on it."),
        )
    return supports(
        "Det framgår varför huvudstaden är värd.", "Why the capital is host is described."
    )
