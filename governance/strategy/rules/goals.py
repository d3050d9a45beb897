"""Rules of every kind on sections 1 and 2, and on the four directions (3.0)."""

from __future__ import annotations

from engagements.vocabulary import Kind
from governance.strategy.facts import ALL, Facts
from governance.strategy.rulebook import Answer, Context, judge, note, rule, supports, unanswered
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


@rule("1.5", on=ALL, reads="initiative digital")
def same_test(facts: Facts, context: Context) -> Answer | None:
    """Who took the initiative must be said; what is digital counts like any other (1.5)."""
    if facts.initiative is None:
        return unanswered("Ange vem som tog initiativet.", "Say who took the initiative.")
    if facts.digital and facts.kind is Kind.VISIT:
        return supports(
            "Ett digitalt besök är också internationellt arbete och prövas lika.",
            "A digital visit is international work too, and tested alike.",
        )
    if facts.digital:
        return supports(
            "Det som är digitalt är också internationellt arbete och prövas lika.",
            "What is digital is international work too, and tested alike.",
        )
    return None


@rule("2.1", on=ALL, reads="goals goal_contribution")
def serves_goals(facts: Facts, context: Context) -> Answer:
    """At least one orientation goal, and a sentence on how (2.1)."""
    if not facts.goals:
        return unanswered("Välj minst ett mål.", "Choose at least one goal.")
    if short(facts.goal_contribution, context):
        return judge(
            f"Målet är valt, men inte hur {facts.noun.sv} bidrar till det.",
            f"A goal is chosen, but not how {facts.noun.en} serves it.",
            mend=Text("Skriv en mening om bidraget.", "Write a sentence on the contribution."),
        )
    return supports(
        "Bidraget till stadens mål är beskrivet.", "How it serves the city's goals is described."
    )


@rule("2.2", on=ALL, reads="sdgs sdg_how")
def agenda_2030(facts: Facts, context: Context) -> Answer:
    """Agenda 2030 goals: none is noted, some support (2.2)."""
    if not facts.sdgs:
        return note("Inget mål i Agenda 2030 är valt.", "No goal of Agenda 2030 is chosen.")
    goals = ", ".join(str(goal) for goal in sorted(facts.sdgs))
    return supports(f"Främjar mål {goals}.", f"Furthers goal {goals}.")


@rule("3.0.1", on=ALL, reads="directions")
def has_direction(facts: Facts, context: Context) -> Answer:
    """At least one of the four directions; several are normal (3.0.1)."""
    if not facts.directions:
        return unanswered("Välj minst en inriktning.", "Choose at least one direction.")
    return supports("Hör till stadens inriktningar.", "Belongs to the city's directions.")


@rule("3.0.1", on=ALL, reads="priorities")
def has_priority(facts: Facts, context: Context) -> Answer | None:
    """What falls under a thematic or geographic priority is supported by it (3.0.1)."""
    if not facts.priorities:
        return None
    named = ", ".join(facts.priorities)
    return supports(f"Hör till en prioritering: {named}.", f"Falls under a priority: {named}.")
