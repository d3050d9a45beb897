"""Rules of the kinds in which the city shows itself (3.0.2, 3.1): visits, trips, receptions."""

from __future__ import annotations

from governance.strategy.facts import ReceptionFacts, TripFacts, VisitFacts
from governance.strategy.rulebook import Answer, Context, rule, supports
from governance.strategy.rules.texts import short

PRESENTERS = (VisitFacts, TripFacts, ReceptionFacts)
Presenter = VisitFacts | TripFacts | ReceptionFacts


@rule("3.0.2b", on=PRESENTERS, reads="image_gain directions")
def image(facts: Presenter, context: Context) -> Answer | None:
    """What strengthens the image of Stockholm is supported (3.0.2)."""
    if short(facts.image_gain, context):
        return None
    return supports(
        f"Det framgår hur {facts.noun.sv} stärker bilden av Stockholm.",
        f"How {facts.noun.en} strengthens the image of Stockholm is described.",
    )


@rule("3.1.4", on=PRESENTERS, reads="good_examples")
def good_examples(facts: Presenter, context: Context) -> Answer | None:
    """Showing good examples supports (3.1.4)."""
    if short(facts.good_examples, context):
        return None
    return supports("Goda exempel visas.", "Good examples are shown.")


@rule("3.1.5", on=PRESENTERS, reads="state_partner")
def state_promotion(facts: Presenter, context: Context) -> Answer | None:
    """A state promotion actor taking part supports (3.1.5)."""
    if not facts.state_partner:
        return None
    return supports(f"{facts.state_partner} medverkar.", f"{facts.state_partner} takes part.")
