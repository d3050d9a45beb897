"""The invented city: every state, made once, by the site's own actions."""

from io import StringIO

import pytest
from django.core.management import call_command

from engagements.models import Engagement, User
from engagements.vocabulary import Status
from governance.demo.people import PEOPLE
from governance.models import Decision
from visits.demo.requests import REQUESTS


@pytest.mark.django_db
def test_the_demo_shows_every_state_and_is_made_once():
    call_command("reference", stdout=StringIO())

    call_command("demo", stdout=StringIO())
    once = list(Engagement.objects.order_by("pk").values_list("number", "status"))
    call_command("demo", stdout=StringIO())

    assert list(Engagement.objects.order_by("pk").values_list("number", "status")) == once
    assert Engagement.objects.filter(kind="visit").count() == len(REQUESTS)
    assert {status for _number, status in once} == {str(status) for status in Status}
    assert Decision.objects.filter(departure=True).exists() is False
    assert User.objects.filter(email__endswith="@stockholm.example").count() == len(PEOPLE)


def test_the_demo_tells_how_to_sign_in():
    told = StringIO()

    call_command("demo", logins=True, stdout=told)

    for person in PEOPLE:
        assert person.email in told.getvalue()
