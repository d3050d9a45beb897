"""SLK gives advice in the queue and meets the next engagement."""

import re

import pytest
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import AdviceKind, RoleName, Status
from governance.models import AdviceMessage
from tests.factories import visits
from tests.journeys.walking import choose

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_international_unit_advises_and_meets_the_next(
    page, live_server, amina, johan, login, look, complaints
):
    ask = RoleName.INTERNATIONAL_UNIT
    first = visits.handed_in(by=amina, ask=ask)
    second = visits.handed_in(by=amina, ask=ask)
    login(page, johan)

    page.goto(f"{live_server.url}/ko/")
    look(page)
    page.goto(f"{live_server.url}/ko/{first.number}/")
    look(page)
    choose(page, "kind", "support")
    page.locator("[data-advice] textarea[name=text]").fill("Ett bra utbyte. Håll det kort.")
    page.get_by_role("button", name="Ge råd och ta nästa").click()

    page.wait_for_url(re.compile(f"/ko/{second.number}/"))
    expect(page.locator("body")).to_contain_text(f"Rådet om {first.number} är skickat.")
    given = AdviceMessage.objects.exclude(kind="").get()
    assert (given.engagement_id, given.kind, given.by) == (first.pk, AdviceKind.SUPPORT, johan)
    assert Engagement.objects.get(pk=first.pk).status == Status.DECISION
    assert Engagement.objects.get(pk=second.pk).ball_person == johan
