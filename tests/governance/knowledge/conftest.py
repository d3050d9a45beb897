"""Something of all that the city knows."""

from datetime import date

import pytest
from django.utils import timezone

from engagements.models import Organisation, Place
from governance.actions import knowing
from governance.models import Comparison, GoodExample, Observation, Theme

SAID = {"shows": "Vi binder damm med saltlösning.", "contact": "Luftenheten"}


@pytest.fixture
def air(db):
    """Give the theme of air, under the words that it has."""
    return Theme.objects.get_or_create(
        name_sv="Luft", defaults={"name_en": "Air", "words": "luft*\npartiklar"}
    )[0]


@pytest.fixture
def oslo(world):
    """Give the place."""
    return Place.objects.filter(name_sv="Oslo").first() or Place.objects.create(
        name_sv="Oslo", country="NO", kind="city"
    )


@pytest.fixture
def example(world, amina, johan, air):
    """Give ``example(title, ...)``: a good example of Miljöförvaltningen's."""

    def made(title="Mindre damm", *, code="MF", accepted=True, by=None, **other):
        organisation = Organisation.objects.get(code=code)
        row = GoodExample(learnt_from=other.pop("learnt_from", None))
        answers = {"title": title, "organisation": organisation, "theme": air} | SAID | other
        return knowing.propose(
            row,
            accepted=accepted,
            by=by or (johan if accepted else amina),
            at=timezone.now(),
            **answers,
        )

    return made


@pytest.fixture
def observation(world, amina, air, oslo):
    """Give ``observation(title, ...)``: what was seen in Oslo."""

    def made(title="Avgift på dubbdäck", *, code="MF", by=amina, **other):
        answers = {
            "title": title,
            "organisation": Organisation.objects.get(code=code),
            "theme": air,
            "city": "Oslo",
            "country": "NO",
            "seen_on": date(2026, 5, 4),
            "seen": "Färre dubbdäck i staden.",
            "means": "Vi kan pröva detsamma.",
            "felt": "later",
            "source": "Möte med Bymiljøetaten",
        }
        return knowing.write(Observation(), by=by, at=timezone.now(), **answers | other)

    return made


@pytest.fixture
def comparison(world, amina, air):
    """Give ``comparison(title, values)``: a measure, with a value for each city."""

    def made(title="Partiklar i gaturum", values=(("Stockholm", "SE", 24), ("Oslo", "NO", 19))):
        row = knowing.write(
            Comparison(),
            title=title,
            organisation=Organisation.objects.get(code="MF"),
            theme=air,
            unit="µg per kubikmeter",
            learnt="Oslo ligger lägre.",
            by=amina,
            at=timezone.now(),
        )
        for city, country, value in values:
            knowing.measure(
                row,
                city=city,
                country=country,
                year=2025,
                value=value,
                source="Årsrapport",
                by=amina,
                at=timezone.now(),
            )
        return row

    return made
