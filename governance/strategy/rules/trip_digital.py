"""The rule that the second edition adds for trips: digital first (4.7)."""

from __future__ import annotations

from governance.strategy.clauses import second
from governance.strategy.facts import TripFacts
from governance.strategy.rulebook import Answer, Context, judge, rule, supports
from governance.strategy.text import Text


@rule("4.7", on=TripFacts, reads="digital", editions=(second.ID,))
def digital_first(facts: TripFacts, context: Context) -> Answer | None:
    """Taking part is by video; being on site is weighed, whatever its reason (4.7)."""
    if facts.digital is None:
        return None
    if facts.digital:
        return supports("Deltagandet är digitalt.", "They take part by video.")
    return judge(
        "Deltagandet är på plats. Strategin sätter digitalt först.",
        "They take part on site. The strategy puts video first.",
        mend=Text("Delta digitalt.", "Take part by video."),
    )
