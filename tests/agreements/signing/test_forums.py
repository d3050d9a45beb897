"""An agreement is asked of the memberships that meet it; an amendment is not (3.3.3)."""

import pytest
from django.utils import timezone

from agreements.models import Cooperation, Intent
from agreements.signing import amending
from governance import forums, kinds
from governance.models import Suffices
from governance.strategy.facts.rows import Forum
from tests.factories import agreements, memberships

WATER = "Renar dricksvatten och lagar läckande vattenledningar."


@pytest.fixture
def network(amina):
    """Give a membership in force about water."""
    return memberships.known(by=amina, name="Water Circle", aim=WATER)


def of_facts(item):
    return kinds.facts_of(item, stage="draft", on=timezone.localdate()).forums


@pytest.mark.parametrize("model", [Cooperation, Intent])
def test_an_agreement_on_what_a_membership_is_for_is_asked_of_it(amina, network, model):
    item = agreements.draft(
        by=amina, model=model, themes=["dricksvatten"], purpose="Laga läckande vattenledningar."
    )

    assert [one.forum for one in forums.found(item)] == [network]
    assert of_facts(item) == (Forum(name="Water Circle", why_not=None),)

    said = {network.pk: (Suffices.NO, "Rör bara andra länder.")}
    forums.answer(item, said, by=amina, at=timezone.now())
    assert of_facts(item) == (Forum(name="Water Circle", why_not="Rör bara andra länder."),)


def test_an_amendment_is_not_asked_again(amina, network):
    agreed = agreements.agreed(
        by=amina, themes=["dricksvatten"], purpose="Laga läckande vattenledningar."
    )
    copy = amending.amend(agreed, by=amina, at=timezone.now())

    assert [row.forum for row in forums.answers_of(agreed)] == [network]
    assert (forums.found(copy), of_facts(copy)) == ([], ())
