"""The invented city: every state, made once, by the site's own actions."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from engagements.models import Engagement, OutboxMessage, User
from engagements.vocabulary import Status
from governance import notices
from governance.actions import way
from governance.demo.people import PEOPLE
from governance.models import Decision
from visits.demo.events import ASKED
from visits.demo.receptions import APPLICATIONS
from visits.demo.requests import REQUESTS


@pytest.mark.django_db
def test_the_demo_shows_every_state_and_is_made_once():
    call_command("reference", stdout=StringIO())

    call_command("demo", stdout=StringIO())
    once = list(Engagement.objects.order_by("pk").values_list("number", "status"))
    call_command("demo", stdout=StringIO())

    assert list(Engagement.objects.order_by("pk").values_list("number", "status")) == once
    made = Counter(Engagement.objects.values_list("kind", flat=True))
    assert made["visit"] == len(REQUESTS)
    assert made["reception"] == len(APPLICATIONS)
    assert made["trip"] == len(ASKED)
    assert {status for _number, status in once} == {str(status) for status in Status}
    assert Decision.objects.filter(departure=True).exists() is False
    assert notices.unread(User.objects.get(name="Johan Ekström"), on=timezone.localdate()).exists()
    assert not OutboxMessage.objects.filter(topic="mail.ball").exists()
    assert User.objects.filter(email__endswith="@stockholm.example").count() == len(PEOPLE)


def test_the_demo_tells_how_to_sign_in():
    told = StringIO()

    call_command("demo", logins=True, stdout=told)

    for person in PEOPLE:
        assert person.email in told.getvalue()


@pytest.mark.django_db
def test_two_receptions_wait_for_the_committee_with_advice_that_stands():
    call_command("reference", stdout=StringIO())

    call_command("demo", stdout=StringIO())

    ready = way.ready_for_committee().filter(kind="reception")
    assert sorted(ready.values_list("counterpart", flat=True)) == [
        "Karolinska Institutet",
        "Kungliga Tekniska högskolan",
    ]
    states = Counter(Engagement.objects.filter(kind="reception").values_list("status", flat=True))
    assert {"draft", "advice", "returned", "closed", "rejected", "withdrawn"} <= set(states)
