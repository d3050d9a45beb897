"""Projects of aid character: others pay all of it, and their decision is attached first."""

import uuid

import pytest
from django.utils import timezone

from engagements.models import Engagement, Organisation
from engagements.vocabulary import Status
from governance import assessing
from governance.actions import deciding
from memberships.demo import projects as steps
from memberships.models import AidProject
from tests.factories import projects
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db
PAID = {
    "funding-0-funder": "Sida via ICLD",
    "funding-0-sek": "2000000",
    "funding-0-own_group": "false",
}


@pytest.fixture
def mattias(world):
    return world["mattias.dahlgren"]


@pytest.fixture
def as_mattias(client, login, mattias):
    login(client, mattias)
    return client


def answer(client, item, step, **answers):
    version = Engagement.objects.get(pk=item.pk).version
    address = f"/arenden/{item.number}/steg/{step}/"
    return client.post(address, {"version": version, "again": "1"} | answers)


@pytest.fixture
def c37(as_mattias):
    """Fill in case C37 as its contact person does: one page and three steps."""
    host = Organisation.objects.get(code="SVOA")
    first = {"title": "Avfall i Nakuru", "counterpart": "Nakuru County", "country": "KE"}
    first |= {"scope": "operational"}
    as_mattias.post(
        "/arenden/nytt/bistand/", first | {"key": str(uuid.uuid4()), "organisation": host.pk}
    )
    item = Engagement.objects.get(kind="aid_project")
    answer(
        as_mattias,
        item,
        1,
        **first,
        counterpart_kind="city",
        purpose="Hushållen sorterar sitt avfall.",
        starts_on="2026-12-01",
        ends_on="2028-12-31",
        on_behalf_of_ks="false",
    )
    answer(
        as_mattias,
        item,
        2,
        benefit_stockholm="Metoder för informell insamling av avfall.",
        benefit_counterpart="Kunskap om drift av sortering och återvinning.",
        goals=["klimat"],
        goal_contribution="Mer avfall blir material igen.",
        sdgs=["11", "12"],
        sdg_how="Mindre avfall läggs på deponi.",
        directions=["cooperation"],
        cooperation_purposes=["methods"],
        partner_sectors=["public"],
        initiative="asked",
        touches_foreign_policy="false",
        asks_twinning="false",
        procurement_with_party="false",
        secrecy_possible="false",
    )
    answer(
        as_mattias,
        item,
        3,
        whole_cost_sek="2000000",
        working_time_sek="900000",
        overhead_sek="100000",
        travel_sek="200000",
        staff_time_funded="true",
        overhead_funded="true",
        travel_funded="true",
        working_hours="800",
        in_operational_plan="true",
        **PAID,
    )
    return fresh(item)


def findings(item):
    judged = assessing.judge(item, stage="submission", on=timezone.localdate())
    return judged, {(finding.clause, str(finding.verdict)) for finding in judged.findings}


def test_case_c37_goes_through_the_form_to_the_companys_board(c37):
    judged, found = findings(c37)

    assert [step.organisation for step in judged.route.deciders] == ["SVOA"]
    assert {("4.4", "supports"), ("2.2", "supports"), ("4.2c", "supports")} <= found
    assert "4.0" not in {clause for clause, _verdict in found}
    assert not {said for _clause, said in found} & {"breach", "unanswered"}


def test_what_lacks_of_the_whole_is_shown_and_in_the_way(as_mattias, mattias):
    item = projects.aid_draft(by=mattias, paid=(("Sida", 800_000, False), ("SVOA", 200_000, True)))

    assert ("4.4", "breach") in findings(item)[1]
    page = as_mattias.get(f"/arenden/{item.number}/steg/3/").text
    assert "800\xa0000\xa0kr av 1\xa0000\xa0000\xa0kr, 80 procent." in page
    assert "Det saknas 200\xa0000\xa0kr." in page


def test_parts_that_are_more_than_the_whole_are_refused(as_mattias, mattias):
    item = projects.aid_draft(by=mattias)

    page = answer(as_mattias, item, 3, whole_cost_sek="100", working_time_sek="101", **PAID)

    assert page.status_code == 422
    assert "mer än hela kostnaden." in page.text
    assert AidProject.objects.get().whole_cost_sek == 1_000_000


def test_it_is_not_decided_before_the_funders_decision_is_attached(mattias):
    item = projects.aid_draft(by=mattias)
    steps.hand_in(item, by=mattias, at=timezone.now())
    item = fresh(item)
    assert item.status == Status.DECISION

    with pytest.raises(deciding.NotOpen, match="Finansiärens beslut är inte bifogat"):
        steps.decide(item, by=mattias, at=timezone.now())

    steps.attach_decision(item, by=mattias, at=timezone.now())
    steps.decide(fresh(item), by=mattias, at=timezone.now())
    assert fresh(item).status == Status.APPROVED
