"""A year of the environment department's, with something in most sections."""

from datetime import date

import pytest
from django.utils import timezone

from tests import worlds
from tests.factories import agreements, memberships, projects, trips, visits

YEAR = timezone.localdate().year


def in_year(month, day=10, year=YEAR):
    return {"starts_on": date(year, month, day), "ends_on": date(year, month, day)}


def chapter(made, key):
    """Return a section of a report."""
    return next(one for one in made.chapters if one.key == key)


@pytest.fixture(scope="session")
def a_year(city, django_db_blocker):
    """The rows of a year in the city, and its matters by key."""

    def make():
        worlds.lay_out(city)
        return live_a_year(worlds.invented()["amina.lindqvist"])

    with django_db_blocker.unblock():
        return worlds.copied(make)


@pytest.fixture
def year(a_year, world):
    """Visits from two countries, one of high rank and one of the year before, and the rest."""
    rows, made = a_year
    worlds.lay_out(rows)
    return {key: one._meta.default_manager.get(pk=one.pk) for key, one in made.items()}


def live_a_year(amina):
    """Make every matter of the year, as its parts of the site make them. Returns them by key."""
    return {
        "oslo": visits.approved(by=amina, country="NO", delegation_size=7, **in_year(3)),
        "mayor": visits.approved(
            by=amina, country="EE", delegation_size=5, political_level="none", **in_year(4)
        ),
        "asked": visits.handed_in(by=amina, country="NO", **in_year(5)),
        "before": visits.approved(by=amina, country="FI", **in_year(6, year=YEAR - 1)),
        "draft": visits.draft(by=amina, **in_year(7)),
        "trip": trips.approved(by=amina),
        "member": memberships.joined(by=amina, starts_on=date(YEAR, 2, 1)),
        "pact": agreements.agreed(by=amina),
        "project": projects.decided(projects.eu_draft(by=amina), by=amina),
    }
