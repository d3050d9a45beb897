"""Rules on goals and directions (sections 1 to 3) for a visit."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import CounterpartKind, Direction, PoliticalLevel, Sector
from governance.strategy.facts import VisitFacts
from governance.strategy.rulebook import (
    Answer,
    Context,
    judge,
    note,
    rule,
    supports,
    unanswered,
)
from governance.strategy.text import Text


def short(text: str | None, context: Context) -> bool:
    """Whether a text is empty or too short to say anything."""
    return len((text or "").strip()) < int(context.value("text.sentence_length"))


@rule("1.5", on=VisitFacts, reads="initiative digital")
def same_test(facts: VisitFacts, context: Context) -> Answer | None:
    """Who took the initiative must be said; a digital visit counts like any other (1.5)."""
    if facts.initiative is None:
        return unanswered("Ange vem som tog initiativet.", "Say who took the initiative.")
    if facts.digital:
        return supports(
            "Ett digitalt besök är också internationellt arbete och prövas lika.",
            "A digital visit is international work too, and tested alike.",
        )
    return None


@rule("2.1", on=VisitFacts, reads="goals goal_contribution")
def serves_goals(facts: VisitFacts, context: Context) -> Answer:
    """At least one orientation goal, and a sentence on how (2.1)."""
    if not facts.goals:
        return unanswered("Välj minst ett mål.", "Choose at least one goal.")
    if short(facts.goal_contribution, context):
        return judge(
            "Målet är valt, men inte hur besöket bidrar till det.",
            "A goal is chosen, but not how the visit serves it.",
            mend=Text("Skriv en mening om bidraget.", "Write a sentence on the contribution."),
        )
    return supports(
        "Bidraget till stadens mål är beskrivet.", "How it serves the city's goals is described."
    )


@rule("2.2", on=VisitFacts, reads="sdgs sdg_how")
def agenda_2030(facts: VisitFacts, context: Context) -> Answer:
    """Agenda 2030 goals: none is noted, some support (2.2)."""
    if not facts.sdgs:
        return note("Inget mål i Agenda 2030 är valt.", "No goal of Agenda 2030 is chosen.")
    goals = ", ".join(str(goal) for goal in sorted(facts.sdgs))
    return supports(f"Främjar mål {goals}.", f"Furthers goal {goals}.")


@rule("3.0.1", on=VisitFacts, reads="directions")
def has_direction(facts: VisitFacts, context: Context) -> Answer:
    """At least one of the four directions; several are normal (3.0.1)."""
    if not facts.directions:
        return unanswered("Välj minst en inriktning.", "Choose at least one direction.")
    return supports("Hör till stadens inriktningar.", "Belongs to the city's directions.")


@rule(
    "3.0.2a",
    on=VisitFacts,
    reads="stockholm_learns they_learn wishes learning_kinds counterpart_kind political_level",
)
def mutual_learning(facts: VisitFacts, context: Context) -> Answer:
    """Both sides learn something, of a kind that the clause names (3.0.2)."""
    nothing = short(facts.stockholm_learns, context)
    if nothing and _courtesy_call(facts):
        return note(
            "Artighetsbesök utan lärande: håll det kort.",
            "A courtesy call without learning: keep it short.",
        )
    if facts.stockholm_learns is None:
        return unanswered("Skriv vad er verksamhet lär sig.", "Write what your operation learns.")
    if nothing:
        return judge(
            "Det framgår inte vad vår verksamhet lär sig.",
            "What our operation learns is not clear.",
            mend=Text("Skriv det konkret.", "Be concrete."),
        )
    if short(facts.they_learn, context) and short(facts.wishes, context):
        return judge(
            "Det framgår inte vad delegationen får ut av besöket.",
            "What the delegation gets from the visit is not clear.",
        )
    if not facts.learning_kinds:
        return unanswered(
            "Välj vad det ger: nya perspektiv, utveckling eller kompetens.",
            "Choose what it gives: perspectives, development or competence.",
        )
    return supports("Det framgår vad båda parter lär sig.", "What both parties learn is described.")


def _courtesy_call(facts: VisitFacts) -> bool:
    """Whether an embassy of high level comes by for courtesy. Reading R2."""
    return (
        facts.counterpart_kind == CounterpartKind.EMBASSY
        and facts.political_level == PoliticalLevel.HIGH
    )


@rule("3.0.2b", on=VisitFacts, reads="image_gain directions")
def image(facts: VisitFacts, context: Context) -> Answer | None:
    """A visit that strengthens the image of Stockholm is supported (3.0.2)."""
    if short(facts.image_gain, context):
        return None
    return supports(
        "Det framgår hur besöket stärker bilden av Stockholm.",
        "How the visit strengthens the image of Stockholm is described.",
    )


@rule("3.1.1", on=VisitFacts, reads="directions qualities audiences")
def profiling(facts: VisitFacts, context: Context) -> Iterator[Answer]:
    """Profiling names a quality and an audience, else a person weighs it (3.1.1, 3.1.2)."""
    if Direction.PROFILING not in facts.directions:
        return
    if facts.qualities and facts.audiences:
        yield supports(
            "Egenskap och målgrupp är valda.", "The quality and the audience are chosen."
        )
        return
    yield judge(
        "Profilering är vald, men inte vilken egenskap det gäller och för vem.",
        "Profiling is chosen, but not which quality and for whom.",
        mend=Text("Välj egenskap och målgrupp.", "Choose a quality and an audience."),
    )


@rule("3.1.4", on=VisitFacts, reads="good_examples")
def good_examples(facts: VisitFacts, context: Context) -> Answer | None:
    """Showing good examples supports (3.1.4)."""
    if short(facts.good_examples, context):
        return None
    return supports("Goda exempel visas.", "Good examples are shown.")


@rule("3.1.5", on=VisitFacts, reads="state_partner")
def state_promotion(facts: VisitFacts, context: Context) -> Answer | None:
    """A state promotion actor taking part supports (3.1.5)."""
    if not facts.state_partner:
        return None
    return supports(f"{facts.state_partner} medverkar.", f"{facts.state_partner} takes part.")


@rule("3.2.2", on=VisitFacts, reads="comparison directions counterpart_kind stockholm_learns")
def comparison(facts: VisitFacts, context: Context) -> Answer | None:
    """Horizon scanning by comparison with another city supports (3.2.2)."""
    cities = (CounterpartKind.CAPITAL_CITY, CounterpartKind.CITY, CounterpartKind.REGION)
    scanning = Direction.SCANNING in facts.directions and facts.counterpart_kind in cities
    if short(facts.comparison, context) and not (
        scanning and not short(facts.stockholm_learns, context)
    ):
        return None
    return supports(
        "Besöket ger en jämförelse med en annan stad.",
        "The visit gives a comparison with another city.",
    )


@rule("3.3.2", on=VisitFacts, reads="directions cooperation_purposes")
def cooperation(facts: VisitFacts, context: Context) -> Answer | None:
    """Cooperation says what it gives, else a person weighs it (3.3.2)."""
    if Direction.COOPERATION not in facts.directions:
        return None
    if facts.cooperation_purposes:
        return supports("Det framgår vad samverkan ger.", "What the cooperation gives is named.")
    return judge(
        "Samverkan är vald, men inte vad den ger.",
        "Cooperation is chosen, but not what it gives.",
        mend=Text("Välj vad samverkan ger.", "Choose what the cooperation gives."),
    )


@rule("3.3.5", on=VisitFacts, reads="partner_sectors")
def sectors(facts: VisitFacts, context: Context) -> Answer | None:
    """Academia or business among the partners supports; only public is noted (3.3.5)."""
    if not facts.partner_sectors:
        return None
    if {Sector.ACADEMIA, Sector.BUSINESS} & set(facts.partner_sectors):
        return supports("Akademi eller näringsliv är med.", "Academia or business takes part.")
    return note(
        "Bara offentliga parter eller föreningar är med.",
        "Only public bodies or associations take part.",
    )
