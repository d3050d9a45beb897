"""Visits from before the search knew cities and countries are found by them too."""

from importlib import import_module

import pytest
from django.apps import apps

from engagements.models import Engagement
from tests.factories import visits

fill = import_module("visits.migrations.0003_search_words").fill


@pytest.mark.django_db(transaction=True)
def test_the_words_of_older_visits_are_filled_in_and_their_history_stands(world, amina):
    item = visits.draft(by=amina, contact_name="Hilde Moe")
    Engagement.objects.update(search_words="")

    fill(apps, None)

    row = Engagement.objects.get()
    assert row.search_words == "Oslo Norge Norway Hilde Moe"
    assert row.history.count() == item.history.count()
