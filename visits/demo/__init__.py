"""Invented requests and applications, and what became of them."""

from datetime import datetime

from engagements.models import User
from visits.demo import trips, year
from visits.demo.past import over_by_now as years_gone_by
from visits.demo.receptions import APPLICATIONS, ReceptionStory
from visits.demo.requests import REQUESTS
from visits.demo.stories import Step, Story

__all__ = ["steps", "years_gone_by"]


def steps(people: dict[str, User], today: datetime) -> list[Step]:
    """Return everything that happens, each with its time."""
    visits = [Story(request, people, today) for request in REQUESTS]
    receptions = [ReceptionStory(application, people, today) for application in APPLICATIONS]
    told = [step for story in visits for step in story.steps()]
    told += [step for story in receptions for step in story.steps()]
    return told + trips.steps(people, today) + year.steps(people, today)
