"""Invented declarations and agreements, and what became of them."""

from datetime import datetime

from agreements.demo import signing
from agreements.demo.declarations import DECLARATIONS
from agreements.demo.signed import PACTS
from agreements.demo.stories import Step, Story
from engagements.models import User


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens, each with its time."""
    stories = [Story(declaration, people, today) for declaration in DECLARATIONS]
    signed = [signing.Story(pact, people, today) for pact in PACTS]
    told = [step for story in stories for step in story.steps()]
    return told + [step for story in signed for step in story.steps()]
