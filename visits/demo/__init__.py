"""Invented requests, and what became of them."""

from datetime import datetime

from engagements.models import User
from visits.demo import trips
from visits.demo.requests import REQUESTS
from visits.demo.stories import Step, Story


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens, each with its time."""
    stories = [Story(request, people, today) for request in REQUESTS]
    return [step for story in stories for step in story.steps()] + trips.steps(people, today)
