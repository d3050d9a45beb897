"""Invented declarations, positions and agreements, and what became of them."""

from datetime import datetime

from agreements.demo import signing
from agreements.demo.declarations import DECLARATIONS
from agreements.demo.past import ended as years_gone_by
from agreements.demo.pleading import Pleading
from agreements.demo.positions import PLEAS
from agreements.demo.signed import PACTS
from agreements.demo.stories import Step, Story
from engagements.models import User

__all__ = ["steps", "years_gone_by"]


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens, each with its time."""
    declarations = [Story(declaration, people, today) for declaration in DECLARATIONS]
    positions = [Pleading(plea, people, today) for plea in PLEAS]
    signed = [signing.Story(pact, people, today) for pact in PACTS]
    told: list[Story | Pleading | signing.Story] = [*declarations, *positions, *signed]
    return [step for story in told for step in story.steps()]
