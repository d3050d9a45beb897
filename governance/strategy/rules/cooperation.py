"""Rules that a cooperation agreement answers to, and a letter of intent that is one (4.2)."""

from __future__ import annotations

import re

from governance.strategy.facts import CooperationFacts, IntentFacts, MembershipFacts
from governance.strategy.facts.agreement import AgreementFacts
from governance.strategy.rulebook import Answer, Context, note, rule
from governance.strategy.rules import cooperation_content as cooperation_content
from governance.strategy.rules import cooperation_period as cooperation_period
from governance.strategy.text import Text

CALLED_INTENT = re.compile(
    r"\b(intentionsavtal\w*|avsiktsförklaring\w*|letters? of intent|lo[iI]"
    r"|memorandum of understanding|mou)\b",
    re.I,
)


@rule("4.3a", on=CooperationFacts, reads="label")
def name_does_not_decide(facts: CooperationFacts, context: Context) -> Answer | None:
    """What an agreement is called does not make it a letter of intent (4.3)."""
    if not facts.label or not CALLED_INTENT.search(facts.label):
        return None
    return note(
        "Avtalet kallas intentionsavtal, men innehållet avgör: det prövas som samarbetsavtal.",
        "It is called a letter of intent, but what it says decides: it is judged as a "
        "cooperation agreement.",
    )


@rule("4.0", on=(CooperationFacts, IntentFacts, MembershipFacts), reads="close_to_state")
def close_to_the_state(facts: AgreementFacts | MembershipFacts, context: Context) -> Answer | None:
    """What lies close to the state's matters keeps to its subject (4.0)."""
    if not facts.close_to_state:
        return None
    return note(
        f"Det ligger nära statens frågor. Se till att {facts.noun.sv} håller sig till ämnet.",
        f"It lies close to the state's matters. See that {facts.noun.en} keeps to its subject.",
        mend=Text(
            "Informera Utrikesdepartementet vid behov.",
            "Inform the Ministry for Foreign Affairs where needed.",
        ),
    )


@rule("5.4.5", on=(CooperationFacts, IntentFacts), reads="legally_reviewed")
def legal_review(facts: AgreementFacts, context: Context) -> Answer | None:
    """An agreement that no lawyer has read is shown before it is decided (5.4.5)."""
    if facts.legally_reviewed is not False:
        return None
    return note("Ingen jurist har granskat avtalet.", "No lawyer has read the agreement.")
