"""The invented declarations: every way that they can go, by the site's own actions."""

from io import StringIO

import pytest
from django.core.management import call_command

from agreements.demo.declarations import DECLARATIONS
from engagements.models import Engagement
from engagements.vocabulary import Body, Kind
from governance import ledger
from governance.actions import way
from governance.models import Lift, LiftCause


@pytest.mark.django_db
def test_the_demo_shows_declarations_on_every_way():
    call_command("reference", stdout=StringIO())
    call_command("demo", stdout=StringIO())

    made = Engagement.objects.filter(kind=str(Kind.DECLARATION))
    ready = way.ready_for_committee().filter(kind=str(Kind.DECLARATION))
    lift = Lift.objects.get(engagement__kind=str(Kind.DECLARATION))

    assert sorted(made.values_list("title", flat=True)) == sorted(t.title for t in DECLARATIONS)
    assert ready.count() == 2
    assert (lift.cause, lift.engagement.ball) == (LiftCause.BURDEN, Body.EXECUTIVE_BOARD)
    assert made.filter(ball=str(Body.FINANCE_MAYOR)).count() == 1
    assert set(made.values_list("status", flat=True)) == {
        "draft",
        "advice",
        "returned",
        "preparation",
        "decision",
        "approved",
        "rejected",
        "closed",
    }
    assert ledger.verify() == []
