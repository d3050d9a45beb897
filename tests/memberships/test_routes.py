"""Who decides on a membership, from what its form is answered (cases C21, C23, C25 and others)."""

from datetime import date

import pytest

from governance import assessing
from tests.factories import memberships

TODAY = date(2026, 11, 24)
ORGANISATION = {"has_statutes": True, "has_vote": True}
NETWORK = {"has_statutes": False, "has_vote": False}
KNOWN = {"is_new": False, "member_since": date(2012, 1, 1), "starts_on": None}


def judged(world, key, host, **answers):
    item = memberships.draft(by=world[key], host=host, **answers)
    return assessing.judge(item, stage="submission", on=TODAY)


@pytest.mark.parametrize(
    ("key", "host", "answers", "decides"),
    [
        ("kerstin.vall", "HAMN", ORGANISATION, "HAMN"),
        ("amina.lindqvist", "MF", ORGANISATION, "MHN"),
        ("olle.brandt", "KULF", NETWORK, "KULN"),
        ("hanna.stahl", "SLK", ORGANISATION | {"scope": "citywide"}, "KF"),
        ("hanna.stahl", "SLK", NETWORK | {"scope": "citywide"}, "KS"),
        ("hanna.stahl", "SLK", ORGANISATION | KNOWN | {"scope": "citywide"}, "KS"),
        ("hanna.stahl", "SLK", {"scope": "citywide", "is_initiative": True}, "KS"),
        ("amina.lindqvist", "MF", ORGANISATION | {"on_behalf_of_ks": True}, "KF"),
        ("stina.ek", "TK", NETWORK | KNOWN, "TRN"),
    ],
)
def test_who_decides_follows_from_the_answers(world, key, host, answers, decides):
    assessment = judged(world, key, host, **answers)

    assert [step.organisation for step in assessment.route.deciders] == [decides]


def test_joining_for_the_whole_city_goes_by_way_of_the_executive_board(world):
    assessment = judged(world, "hanna.stahl", "SLK", **ORGANISATION, scope="citywide")

    bodies = [step.organisation or str(step.body) for step in assessment.route.steps]
    assert bodies.index("KS") < bodies.index("KF")
    assert assessment.route.advice_required


def test_a_passive_membership_that_would_be_kept_is_in_the_way_and_leaving_is_not(world):
    passive = KNOWN | NETWORK | {"last_review_on": date(2019, 3, 1), "none_done": True}
    passive |= {"next_review_on": date(2023, 3, 1), "proposal_grounds": "Vi vill vara med där."}

    def told(proposal):
        findings = judged(world, "stina.ek", "TK", **passive, proposal=proposal).findings
        return {(finding.clause, str(finding.verdict)) for finding in findings}

    assert {("3.3.3b", "breach"), ("4.3b", "note")} <= told("keep")
    assert ("3.3.3b", "breach") not in told("leave")
