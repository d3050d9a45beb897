"""Invented declarations and positions, and what became of them."""

from datetime import datetime

from agreements.demo.declarations import DECLARATIONS
from agreements.demo.pleading import Pleading
from agreements.demo.positions import PLEAS
from agreements.demo.stories import Step, Story
from engagements.models import User


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens, each with its time."""
    declarations = [Story(declaration, people, today) for declaration in DECLARATIONS]
    positions = [Pleading(plea, people, today) for plea in PLEAS]
    told: list[Story | Pleading] = [*declarations, *positions]
    return [step for story in told for step in story.steps()]
