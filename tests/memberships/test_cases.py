"""Cases C21, C23 and C25, sent step by step as a contact person would."""

import uuid
from datetime import date

import pytest
from django.utils import timezone

from engagements.models import Engagement, Organisation
from governance import assessing, kinds
from memberships import schedule
from memberships.models import Contribution, FeeYear, Membership, OtherForum
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
NOTHING_ELSE = {"touches_foreign_policy": "false", "asks_twinning": "false"}


def begin(client, code, **first):
    """Answer the first page; returns the draft that it made."""
    organisation = Organisation.objects.get(code=code)
    given = {"key": str(uuid.uuid4()), "organisation": organisation.pk} | first
    client.post("/arenden/nytt/medlemskap/", given)
    return Engagement.objects.get(kind="membership")


def answer(client, item, step, **answers):
    """Send a step whose questions are all there; the site then goes on to the next."""
    item = fresh(item)
    asked = kinds.pages_of(item).steps[step](engagement=item, on=TODAY).fields
    assert set(answers) - set(asked) == set()
    address = f"/arenden/{item.number}/steg/{step}/"
    page = client.post(address, {"version": item.version} | answers)
    assert page.headers.get("Location") == f"/arenden/{item.number}/steg/{step + 1}/"


def judged(item):
    """Return who has to do with it, in order, and what is found: each clause with its verdict."""
    told = assessing.judge(fresh(item), stage="submission", on=TODAY)
    bodies = [step.organisation or str(step.body) for step in told.route.steps]
    return bodies, {f"{finding.clause} {finding.verdict}" for finding in told.findings}


def clauses(found):
    return {each.split()[0] for each in found}


def saved(item, *names):
    """Return what is in the database now, of the matter or of its membership."""
    row = fresh(item)
    own = {column.name for column in Membership._meta.get_fields()}
    return [getattr(row.membership if name in own else row, name) for name in names]


def fees():
    return list(FeeYear.objects.values_list("year", "amount"))


def test_case_c21_goes_to_the_council_by_way_of_the_executive_board(client, login, world):
    login(client, world["hanna.stahl"])
    first = {"counterpart": "Metropolis", "is_new": "true"}
    item = begin(client, "SLK", **first, scope="citywide")

    answer(
        client,
        item,
        1,
        **first,
        title="Nytt stadsövergripande medlemskap i organisationen Metropolis",
        counterpart_kind="international",
        starts_on="2027-01-01",
        has_statutes="true",
        has_vote="true",
        is_initiative="false",
        scope="citywide",
        **{"fee_sek-0-year": "2027", "fee_sek-0-amount": "250 000"},
    )
    assert saved(item, "has_vote", "starts_on", "budget_line") == [True, date(2027, 1, 1), ""]
    assert fees() == [(2027, 250_000)]
    answer(
        client,
        item,
        2,
        aim="Jämföra styrning av storstadsregioner.",
        planned="två konferenser",
        responsible="SLK",
        sdgs=["11"],
        sdg_how="Storstadsregioner styrs hållbarare.",
        directions=["cooperation", "scanning"],
        cooperation_purposes=["methods"],
        close_to_state="false",
        **NOTHING_ELSE,
    )
    assert saved(item, "planned", "responsible", "sdgs") == [["två konferenser"], "SLK", [11]]
    answer(client, item, 3, next_review_on="2030-01-01")
    assert saved(item, "next_review_on") == [date(2030, 1, 1)]

    bodies, found = judged(item)
    assert bodies == ["SLK", "international_unit", "KS", "KF"]
    assert {"5.2.1 supports", "3.3.3a judge", "5.4.1b judge", "3.3.3b note", "4.3b supports"} <= (
        found
    )


def test_case_c23_is_decided_by_the_board_of_culture_itself(client, login, world):
    login(client, world["olle.brandt"])
    first = {"counterpart": "ICORN", "is_new": "true", "scope": "operational"}
    item = begin(client, "KULF", **first)

    answer(
        client,
        item,
        1,
        **first,
        title="Kulturnämnden ansluter sig till fristadsnätverket ICORN",
        counterpart_kind="international",
        starts_on="2027-01-01",
        has_statutes="false",
        has_vote="false",
        is_initiative="false",
        budget_line="KULN VP 2026",
        **{"fee_sek-0-year": "2027", "fee_sek-0-amount": "25000"},
    )
    assert saved(item, "has_statutes", "budget_line") == [False, "KULN VP 2026"]
    assert fees() == [(2027, 25_000)]
    answer(
        client,
        item,
        2,
        aim="Ge en fristad åt författare som hotas.",
        planned="en fristadskonstnär\nerfarenhetsmöte",
        responsible="KULF",
        sdgs=["16"],
        sdg_how="Ordet är fritt där författare är trygga.",
        directions=["cooperation", "profiling"],
        cooperation_purposes=["methods"],
        forums_searched="true",
        close_to_state="true",
        **NOTHING_ELSE,
        **{
            "forums-0-name": "Eurocities Culture Forum",
            "forums-0-why_not": "Saknar värdskap för författare.",
        },
    )
    assert saved(item, "planned", "close_to_state", "directions") == [
        ["en fristadskonstnär", "erfarenhetsmöte"],
        True,
        ["profiling", "cooperation"],
    ]
    assert list(OtherForum.objects.values_list("name", "why_not")) == [
        ("Eurocities Culture Forum", "Saknar värdskap för författare.")
    ]
    answer(client, item, 3, next_review_on="2030-01-01")
    assert saved(item, "next_review_on") == [date(2030, 1, 1)]

    bodies, found = judged(item)
    assert bodies == ["KULF", "KULN"]
    assert {
        "5.4.2 supports",
        "3.3.3a supports",
        "3.3.3b supports",
        "4.3b supports",
        "4.0 note",
    } <= found
    assert clauses(found) & {"5.2.1", "5.1.4"} == set()
    assert "3.3.3b note" not in found


def test_case_c25_is_reminded_of_and_then_its_review_needs_a_plan_or_an_end(client, login, world):
    login(client, world["stina.ek"])
    first = {"counterpart": "Europeiskt trafiknätverk X", "is_new": "false"}
    item = begin(client, "TK", **first, scope="operational")

    answer(
        client,
        item,
        1,
        **first,
        title="Passivt medlemskap sedan 2012",
        scope="operational",
        member_since="2012-01-01",
        has_statutes="false",
        has_vote="false",
        is_initiative="false",
        **{"fee_sek-0-year": "2026", "fee_sek-0-amount": "96000"},
    )
    assert saved(item, "is_new", "member_since") == [False, date(2012, 1, 1)]
    assert fees() == [(2026, 96_000)]
    answer(client, item, 2, aim="Följa trafikfrågor i Europa.", **NOTHING_ELSE)
    assert saved(item, "aim", "responsible") == ["Följa trafikfrågor i Europa.", ""]
    answer(client, item, 3, last_review_on="2019-03-01")
    client.post(f"/medlemskap/{item.number}/taupp/")
    assert saved(item, "last_review_on", "next_review_on", "status") == [
        date(2019, 3, 1),
        date(2023, 3, 1),
        "approved",
    ]

    assert schedule.remind_of_reviews(at=timezone.now()) == 1
    review = Membership.objects.get(review_of=item.membership).engagement
    answer(client, review, 3, none_done="true")

    assert (saved(review, "none_done"), Contribution.objects.count()) == ([True], 0)
    bodies, found = judged(review)
    assert bodies == ["TK", "TRN"]
    assert {"4.3b note", "3.3.3b breach", "5.4.5 note"} <= found
    assert "5.2.1" not in clauses(found)

    answer(client, review, 3, none_done="true", proposal="leave", proposal_grounds="Vi vilar där.")
    _bodies, found = judged(review)
    assert "3.3.3b breach" not in found
