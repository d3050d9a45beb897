"""The receiving body answers, the Executive Board coordinates, and the delegation is told."""

import pytest
from django.core import mail
from playwright.sync_api import expect

from engagements.models import Engagement
from engagements.vocabulary import AdviceKind, Outcome, RoleName, Status
from governance.actions import advising, deciding
from governance.models import Decision, Reply, ReplyState
from tests.factories import visits
from tests.journeys.walking import choose

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_visit_is_received_without_the_letter_and_the_delegation_is_told(
    page, live_server, amina, login, look, keep_promises, complaints
):
    item = visits.handed_in(by=amina, wants_letter=True, particularly_prioritised=False)
    login(page, amina)
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    look(page)

    choose(page, "outcome", "accepted_without_letter")
    page.locator("#stallning textarea[name=grounds]").fill("Bra för oss. Skäl för brev saknas.")
    page.locator("#stallning form [type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("Svara delegationen")
    look(page)
    page.goto(f"{live_server.url}/arenden/{item.number}/svar/")
    look(page)
    page.get_by_role("button", name="Skriv ett förslag").click()
    look(page)
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("status").first).to_contain_text("visits@delegation.example")
    keep_promises()

    decision = Decision.objects.get()
    assert (decision.outcome, decision.departure) == (Outcome.ACCEPTED_WITHOUT_LETTER, False)
    assert Engagement.objects.get().status == Status.APPROVED
    assert Reply.objects.get().state == ReplyState.SENT
    sent = [m for m in mail.outbox if m.to == ["visits@delegation.example"]]
    assert len(sent) == 1
    assert "does not normally write letters of invitation" in " ".join(sent[0].body.split())


def test_the_executive_board_coordinates_a_visit_of_high_level(
    page, live_server, amina, sara, ks_secretary, login, look, complaints
):
    item = visits.handed_in(by=amina, political_level="high", head_title="Borgmästare")
    advising.advise(
        item,
        kind=AdviceKind.SUPPORT,
        text="Ta emot på Stadshuset.",
        clauses=["5.1.2"],
        unit=RoleName.PROTOCOL_UNIT,
        by=sara,
        at=item.changed_at,
    )
    deciding.decide(
        item,
        outcome=Outcome.ACCEPTED,
        grounds="",
        organisation=item.organisation,
        role=RoleName.CONTACT_PERSON,
        by=amina,
        at=item.changed_at,
    )
    login(page, ks_secretary)
    page.goto(f"{live_server.url}/arenden/{item.number}/")
    look(page)

    page.locator("#samordning-grounds").fill("Kansliet håller ihop programmet.")
    page.locator("form[action*=samordning] [type=submit]").click()

    expect(page.locator("main")).to_contain_text("Kansliet håller ihop programmet.")
    decided = Decision.objects.order_by("pk").values_list("organisation__code", "outcome")
    assert list(decided) == [("MF", Outcome.ACCEPTED), ("KS", Outcome.COORDINATED)]
    assert Engagement.objects.get().status == Status.APPROVED
