"""The visit is over: what was learnt, and the end."""

import re

import pytest
from django.utils import timezone

from engagements.models import Engagement
from engagements.vocabulary import Status
from governance.models import FollowUp
from tests.factories import visits

pytestmark = pytest.mark.django_db(transaction=True)

ANSWERS = {
    "learnt": "De binder damm med ett salt som inte skadar träden.",
    "acted_on": "Vi prövar det på två gator nästa vinter.",
    "told": "Trafikkontoret och ledningsgruppen.",
    "cost_sek": "1350",
}


def test_a_contact_person_follows_up_and_closes(page, live_server, amina, login, look, complaints):
    today = timezone.localdate()
    item = visits.approved(by=amina, starts_on=today, ends_on=today)
    login(page, amina)

    page.goto(f"{live_server.url}/arenden/{item.number}/uppfoljning/")
    look(page)
    for name, text in ANSWERS.items():
        page.locator(f"[name={name}]").fill(text)
    page.get_by_role("button", name="Spara uppföljningen").click()
    page.wait_for_url(re.compile("/avsluta/"))
    look(page)
    page.get_by_role("button", name="Avsluta ärendet").click()
    page.wait_for_url(re.compile(f"/arenden/{item.number}/$"))
    look(page)

    closed = Engagement.objects.get()
    assert closed.status == Status.CLOSED
    assert None not in (closed.planned_on, closed.budgeted_on, closed.decided_on)
    assert None not in (closed.documented_on, closed.followed_up_on)
    assert FollowUp.objects.get().cost_sek == 1350
