"""Known forums first (3.3.3): rules of the kinds that may start something new."""

from __future__ import annotations

from governance.strategy.facts import (
    CooperationFacts,
    DeclarationFacts,
    IntentFacts,
    MembershipFacts,
)
from governance.strategy.rulebook import Answer, Context, judge, rule, supports, unanswered
from governance.strategy.text import Text

STARTERS = (CooperationFacts, IntentFacts, DeclarationFacts, MembershipFacts)
Starter = CooperationFacts | IntentFacts | DeclarationFacts | MembershipFacts


@rule("3.3.3a", on=STARTERS, reads="forums_searched forums")
def known_forums(facts: Starter, context: Context) -> Answer | None:
    """Each forum alike that the city is in has an answer to why it won't do (3.3.3)."""
    if isinstance(facts, MembershipFacts) and not facts.is_new:
        return None
    open_ones = [forum.name or "?" for forum in facts.forums if not forum.why_not]
    if open_ones:
        named = ", ".join(open_ones)
        return unanswered(
            f"Skriv varför det inte går att samverka i {named}.",
            f"Write why cooperation within {named} won't do.",
        )
    if facts.forums:
        return supports("Befintliga forum är prövade.", "Known forums have been tried.")
    if facts.forums_searched:
        return supports("Inget befintligt forum liknar det.", "No known forum is alike.")
    return judge(
        "Det framgår inte om befintliga forum har prövats först.",
        "Whether known forums were tried first is not said.",
        mend=Text(
            "Gå igenom forum där staden redan är med.", "Look through the city's known forums."
        ),
    )
