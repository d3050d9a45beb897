"""Amendments are matters of their own, one at a time; an ended agreement only becomes a new one."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agreements.demo.signing import decide, hand_in, write_answers
from agreements.models import Cooperation
from agreements.signing import amending
from engagements.models import Engagement
from engagements.vocabulary import Outcome, Status
from governance import difference, kinds
from governance.actions.deciding import NotOpen
from tests.factories import agreements
from tests.factories.matters import fresh

TODAY = date(2026, 11, 24)
LATER = date(2028, 6, 30)


@pytest.fixture
def agreed(amina):
    """Give an agreement that is decided and in force."""
    return agreements.agreed(by=amina)


def copied(item, *, by, **answers):
    copy = amending.amend(item, by=by, at=timezone.now())
    return write_answers(copy, answers, by=by, at=timezone.now()) if answers else copy


def approved(copy, *, by, outcome=Outcome.ACCEPTED):
    now = timezone.now()
    return decide(hand_in(copy, by=by, at=now), by=by, at=now, outcome=outcome)


def test_a_working_copy_says_what_the_agreement_says_and_changes_nothing(agreed, amina):
    copy = copied(agreed, by=amina)

    assert difference.changes(agreed, copy, on=TODAY) == []
    assert copy.cooperation.amends == agreed.cooperation
    assert [row.party for row in copy.partygain_rows.all()] == ["Oslo kommune"]


def test_what_differs_stands_before_and_after_question_by_question(agreed, amina):
    copy = copied(agreed, by=amina, ends_on=LATER, themes=["buller"])

    assert difference.changes(agreed, copy, on=TODAY) == [
        ("Vilket ämne gäller avtalet?", "luftkvalitet", "buller"),
        ("Sista dagen", "29 december 2027", "30 juni 2028"),
    ]
    assert fresh(agreed).cooperation.themes == ["luftkvalitet"]


def test_an_approved_amendment_takes_effect_and_what_it_changed_is_kept(agreed, amina):
    copy = approved(copied(agreed, by=amina, ends_on=LATER, themes=["buller"]), by=amina)

    whole = fresh(agreed)
    assert (whole.ends_on, whole.cooperation.themes) == (LATER, ["buller"])
    assert (whole.status, copy.status) == (Status.APPROVED, Status.CLOSED)
    assert difference.told(copy, language="sv")[0].before == "luftkvalitet"
    assert whole.events.get(code="amended").data["number"] == copy.number
    assert [row.themes for row in whole.cooperation.history.order_by("history_id")][-2:] == [
        ["luftkvalitet"],
        ["buller"],
    ]


def test_a_refused_amendment_leaves_the_agreement_and_lets_another_begin(agreed, amina):
    refused = approved(
        copied(agreed, by=amina, themes=["buller"]), by=amina, outcome=Outcome.DECLINED
    )

    assert refused.status == Status.REJECTED
    assert fresh(agreed).cooperation.themes == ["luftkvalitet"]
    again = copied(fresh(agreed), by=amina)
    assert amending.open_amendment(fresh(agreed)) == again


def test_two_amendments_are_never_open_at_once(agreed, amina):
    copy = copied(agreed, by=amina)

    with pytest.raises(amending.AmendmentGoesOn) as refused:
        copied(fresh(agreed), by=amina)
    assert str(refused.value) == (
        f"Ändringen {copy.number} är inte beslutad än. Fortsätt den i stället."
    )


def test_the_database_itself_holds_two_amendments_apart(agreed, amina):
    copied(agreed, by=amina)
    other = agreements.draft(by=amina)
    row = other.cooperation
    row.amends, row.amending, row._history_user = agreed.cooperation, True, amina

    with pytest.raises(IntegrityError, match="one_open_amendment"), transaction.atomic():
        row.save()
    assert Cooperation.objects.filter(amending=True).count() == 1


def test_an_agreement_that_ended_meanwhile_takes_no_amendment(agreed, amina, time_machine_at):
    copy = hand_in(copied(agreed, by=amina, themes=["buller"]), by=amina, at=timezone.now())
    time_machine_at(agreed.ends_on + timedelta(days=1))

    with pytest.raises(NotOpen, match="har tagit slut"):
        decide(copy, by=amina, at=timezone.now())
    assert fresh(agreed).cooperation.themes == ["luftkvalitet"]


def test_an_ended_agreement_becomes_a_new_one_that_cites_it(agreed, amina, time_machine_at):
    with pytest.raises(amending.StillInForce):
        amending.begin_anew(agreed, by=amina, at=timezone.now())
    time_machine_at(agreed.ends_on + timedelta(days=1))
    with pytest.raises(amending.NotInForce):
        amending.amend(agreed, by=amina, at=timezone.now())

    made = amending.begin_anew(agreed, by=amina, at=timezone.now())

    assert made.cooperation.follows == agreed.cooperation
    assert (made.status, made.starts_on, made.ends_on) == (Status.DRAFT, None, None)
    assert made.cooperation.themes == ["luftkvalitet"]
    assert amending.begin_anew(agreed, by=amina, at=timezone.now()) == made


def test_only_who_registers_for_its_organisation_may_amend(agreed, amina, hanna, client, login):
    login(client, hanna)
    client.post(f"/arenden/{agreed.number}/andra/")
    assert Engagement.objects.count() == 1

    login(client, amina)
    answer = client.post(f"/arenden/{agreed.number}/andra/")
    copy = Engagement.objects.order_by("-pk").first()
    assert answer.headers["Location"] == f"/arenden/{copy.number}/steg/1/"
    page = client.get(f"/arenden/{agreed.number}/").content.decode()
    assert copy.number in page
    assert "Ändra avtalet" not in page


def decided_sek(item):
    return kinds.facts_of(item, stage="draft", on=TODAY).decided_sek


def test_an_amendment_counts_no_cost_that_it_takes_over(amina):
    agreed = agreements.agreed(by=amina, estimated_sek=20_000)
    other = agreements.draft(by=amina, party="Tampere")
    assert decided_sek(other) == 20_000

    first = copied(agreed, by=amina, estimated_sek=25_000)
    assert decided_sek(first) == 0
    approved(first, by=amina)
    assert decided_sek(other) == 25_000

    second = copied(fresh(agreed), by=amina, estimated_sek=30_000)
    assert decided_sek(second) == 0
    approved(second, by=amina)
    assert decided_sek(other) == 30_000


def test_a_refused_amendment_leaves_the_cost_of_its_agreement(amina):
    agreed = agreements.agreed(by=amina, estimated_sek=20_000)
    approved(copied(agreed, by=amina), by=amina, outcome=Outcome.DECLINED)

    assert decided_sek(agreements.draft(by=amina, party="Tampere")) == 20_000
