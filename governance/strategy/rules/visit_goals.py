"""Rules on goals and directions (section 3) that only a visit answers to."""

from __future__ import annotations

from engagements.vocabulary import CounterpartKind, Direction, PoliticalLevel
from governance.strategy.facts import VisitFacts
from governance.strategy.rulebook import Answer, Context, judge, note, rule, supports, unanswered
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


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
