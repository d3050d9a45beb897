"""Registering a membership, and what is written down while it lasts, from a person's browser."""

import uuid
from datetime import date

import pytest

from engagements.forms.summary import controls
from engagements.models import Citation, Engagement
from engagements.vocabulary import Status
from governance import kinds
from governance.strategy import EDITIONS, MembershipFacts
from governance.strategy.rulebook import asked as rules_on
from memberships.models import Contribution, FeeYear, Membership
from tests.factories import memberships, visits

pytestmark = pytest.mark.django_db
FIRST = {"counterpart": "Procura+", "is_new": "true", "scope": "operational", "country": "DE"}


@pytest.fixture
def draft(as_amina):
    return begin(as_amina)


def begin(client, **other):
    organisation = Engagement._meta.get_field("organisation").related_model.objects.get(code="MF")
    answers = FIRST | {"key": str(uuid.uuid4()), "organisation": organisation.pk} | other
    client.post("/arenden/nytt/medlemskap/", answers)
    return Engagement.objects.get(kind="membership")


def answer(client, item, step, **answers):
    version = Engagement.objects.get(pk=item.pk).version
    address = f"/arenden/{item.number}/steg/{step}/"
    return client.post(address, {"version": version, "again": "1"} | answers)


def test_four_answers_make_a_draft_and_lead_to_its_first_step(as_amina, draft):
    assert draft.title == "Medlemskap i Procura+"
    assert (draft.membership.is_new, draft.membership.scope) == (True, "operational")
    page = as_amina.get(f"/arenden/{draft.number}/steg/1/")
    assert 'value="Procura+"' in page.text


def test_a_membership_is_offered_among_the_kinds(as_amina):
    page = as_amina.get("/arenden/nytt/")

    assert 'href="/arenden/nytt/medlemskap/"' in page.text
    assert "Registrera medlemskap" in page.text


def test_fees_are_written_by_year_and_unknown_stays_unknown(as_amina, draft):
    answer(
        as_amina,
        draft,
        1,
        counterpart="Procura+",
        title="Procura",
        **{"fee_sek-0-year": "2026", "fee_sek-0-currency": "EUR"},
    )

    fee = FeeYear.objects.get()
    assert (fee.year, fee.amount, fee.currency, fee.kronor) == (2026, None, "EUR", None)


@pytest.mark.parametrize(
    ("step", "bad", "said"),
    [
        (1, {"fee_sek-0-year": "26"}, "Skriv årtalet med fyra siffror"),
        (1, {"fee_sek-0-amount": "mycket"}, "siffror"),
        (1, {"is_new": "false", "member_since": "2031-01-01"}, "Dagen har inte varit än"),
        (2, {"representative_email": "astrid"}, "e-postadress"),
        (3, {"next_review_on": "2020-01-01"}, "Datumet har redan varit"),
        (3, {"working_hours": "tio"}, "siffror"),
    ],
)
def test_a_bad_answer_is_told_at_its_question_and_loses_nothing_typed(
    as_amina, draft, step, bad, said
):
    good = {1: {"website": "https://x.example"}, 2: {"aim": "Giftfritt."}, 3: {}}[step]
    common = {"counterpart": "Procura+", "title": "Procura"} if step == 1 else {}

    page = answer(as_amina, draft, step, **common, **good, **bad)

    assert page.status_code == 422
    assert said in page.text
    for typed in [*good.values(), *bad.values()]:
        assert typed in ("false",) or typed in page.text
    row = Membership.objects.get(pk=draft.pk)
    assert (row.website, row.aim) == (good.get("website", ""), good.get("aim", ""))


def test_a_year_has_one_fee(as_amina, draft):
    given = {"counterpart": "Procura+", "title": "Procura"}
    answer(as_amina, draft, 1, **given, **{"fee_sek-0-year": "2026", "fee_sek-0-amount": "5"})

    page = answer(
        as_amina,
        draft,
        1,
        **given,
        **{"fee_sek-0-year": "2026", "fee_sek-0-amount": "5", "fee_sek-1-year": "2026"},
    )

    assert "Året har redan en avgift" in page.text
    assert list(FeeYear.objects.values_list("year", "amount")) == [(2026, 5)]


def test_the_first_day_sets_the_first_review_until_somebody_chooses_another(as_amina, draft):
    given = {"counterpart": "Procura+", "title": "Procura", "is_new": "true"}
    answer(as_amina, draft, 1, **given, starts_on="2027-01-01")
    assert Membership.objects.get().next_review_on == date(2031, 1, 1)

    answer(as_amina, draft, 3, next_review_on="2029-05-05")
    answer(as_amina, draft, 1, **given, starts_on="2027-03-01")
    assert Membership.objects.get().next_review_on == date(2029, 5, 5)


def test_a_new_membership_is_not_asked_what_it_has_given(as_amina, draft):
    third = as_amina.get(f"/arenden/{draft.number}/steg/3/").text
    second = as_amina.get(f"/arenden/{draft.number}/steg/2/").text

    assert "Vad har medlemskapet gett oss?" not in third
    assert "När ska det omprövas?" in third
    assert "Vad ska ni göra där?" in second


def test_one_that_is_there_is_asked_what_it_has_given_and_not_what_it_plans(as_amina):
    item = begin(as_amina, is_new="false")
    third = as_amina.get(f"/arenden/{item.number}/steg/3/").text
    second = as_amina.get(f"/arenden/{item.number}/steg/2/").text

    assert "Vad har medlemskapet gett oss?" in third
    assert "Vad föreslår ni?" in third
    assert "Vad ska ni göra där?" not in second
    assert as_amina.get(f"/arenden/{item.number}/").status_code == 200


def test_every_fact_that_a_membership_must_answer_has_a_question():
    steps = tuple(kinds.REGISTRY["membership"].pages.steps.items())
    asked = set(controls(steps)) | {"areas"}
    derived = {
        *("host", "host_board", "form", "at_review", "counterpart", "frame_sek", "decided_sek"),
        *("decided_sek_before", "stage", "contact_person_appointed", "conflicts", "costs"),
        *("secrecy_assessed", "gift_received_sek", "gift_kept_personally", "digital"),
        *("approver_takes_part", "observations", "priorities", "agenda", "agenda_touches"),
    }
    editions = tuple(EDITIONS.on(date(2026, 11, 24)).values())
    read = {name for rule, _edition in rules_on(MembershipFacts, editions) for name in rule.reads}

    assert read - asked - derived == set()


def test_one_that_was_there_is_taken_up_as_it_is_and_its_review_is_due(as_amina):
    item = begin(as_amina, is_new="false")
    refused = as_amina.post(f"/medlemskap/{item.number}/taupp/")
    assert "Svara att medlemskapet redan finns, och sedan när, först." in refused.text

    given = {"counterpart": "Procura+", "title": "Procura", "is_new": "false"}
    answer(as_amina, item, 1, **given, member_since="2012-01-01")
    page = as_amina.post(f"/medlemskap/{item.number}/taupp/", follow=True)

    assert "Medlemskapet är upptaget i registret." in page.text
    assert "Skulle ha omprövats 1\xa0januari\xa02016" in page.text
    assert Engagement.objects.get().status == Status.APPROVED


def test_a_contribution_is_logged_and_one_that_has_not_been_is_refused(as_amina, amina):
    item = memberships.known(by=amina)
    given = {"kind": "chair", "what": "Ordförande i arbetsgruppen"}

    page = as_amina.post(f"/medlemskap/{item.number}/insats/", given | {"done_on": "2027-01-01"})
    assert page.status_code == 422
    assert "Dagen har inte varit än" in page.text
    assert "Ordförande i arbetsgruppen" in page.text
    assert Contribution.objects.count() == 0

    page = as_amina.post(
        f"/medlemskap/{item.number}/insats/", given | {"done_on": "2026-05-05"}, follow=True
    )
    assert "Ordförande i arbetsgruppen" in page.text
    assert Contribution.objects.get().done_on == date(2026, 5, 5)


def test_a_form_that_is_sent_twice_is_carried_out_once(as_amina, amina):
    item = memberships.known(by=amina)
    given = {"kind": "chair", "what": "X", "done_on": "2026-05-05", "key": str(uuid.uuid4())}

    for _time in range(2):
        as_amina.post(f"/medlemskap/{item.number}/insats/", given)

    assert Contribution.objects.count() == 1


def test_a_years_fee_replaces_what_was_written_of_it(as_amina, amina):
    item = memberships.known(by=amina, fee=(None, "SEK", None))
    address = f"/medlemskap/{item.number}/avgift/"

    as_amina.post(address, {"year": "2026", "amount": "4300", "currency": "EUR"})
    as_amina.post(
        address, {"year": "2027", "amount": "4400", "currency": "EUR", "amount_sek": "49 000"}
    )

    fees = FeeYear.objects.order_by("year")
    assert [(fee.year, fee.amount, fee.currency, fee.kronor) for fee in fees] == [
        (2026, 4300, "EUR", None),
        (2027, 4400, "EUR", 49_000),
    ]


def test_a_matter_that_one_can_read_can_be_cited_once(as_amina, amina):
    item, visit = memberships.known(by=amina), visits.approved(by=amina)
    address = f"/medlemskap/{item.number}/arende/"

    assert "Du kan inte läsa något ärende" in as_amina.post(address, {"number": "INT-1999-1"}).text
    as_amina.post(address, {"number": visit.number.lower()})
    again = as_amina.post(address, {"number": visit.number})

    assert "Ärendet räknas redan som en insats här." in again.text
    assert list(Citation.objects.values_list("engagement", "cited")) == [(visit.pk, item.pk)]


def test_who_represents_the_city_leaves_no_trace_in_history(as_amina, amina):
    item = memberships.known(by=amina)

    as_amina.post(
        f"/medlemskap/{item.number}/ansvarig/",
        {"responsible": "Enhetschef", "representative": "Astrid Vinge"},
    )

    assert Membership.objects.get().representative == "Astrid Vinge"
    assert not hasattr(Membership.history.first(), "representative")


def test_slk_says_what_it_is_and_the_route_follows(client, login, world, johan):
    hanna = world["hanna.stahl"]
    item = memberships.handed_in(by=hanna, host="SLK", name="Metropolis", scope="citywide")
    assert item.status == Status.ADVICE
    login(client, johan)
    before = client.get(f"/arenden/{item.number}/").text

    bare = client.post(f"/medlemskap/{item.number}/form/", {"form": "network"})
    page = client.post(
        f"/medlemskap/{item.number}/form/",
        {"form": "network", "grounds": "Rösträtten gäller bara nästa mötesort."},
        follow=True,
    )

    assert "fullmäktige" in before
    assert bare.status_code == 422
    assert "Nätverk, enligt SLK: Rösträtten gäller bara nästa mötesort." in page.text
    assert Membership.objects.get().form_set == "network"
    assert "fullmäktige" not in page.text.split("Kontroll")[-1].split("Mer om ärendet")[0]


def test_an_ended_matter_takes_no_more_contributions(as_amina, amina):
    item = memberships.draft(by=amina)

    page = as_amina.post(
        f"/medlemskap/{item.number}/insats/",
        {"kind": "chair", "what": "X", "done_on": "2026-05-05"},
    )

    assert page.status_code == 403
    assert Contribution.objects.count() == 0


def test_a_matter_that_counts_goes_by_its_number_on_the_page_of_the_membership(
    client, login, world, amina
):
    item, visit = memberships.known(by=amina), visits.approved(by=amina)
    login(client, amina)
    client.post(f"/medlemskap/{item.number}/arende/", {"number": visit.number})
    row = Engagement.objects.get(pk=visit.pk)
    row.status, row.starts_on, row.ends_on = "follow_up", date(2026, 9, 1), date(2026, 9, 1)
    row.save()
    login(client, world["ingrid.ros"])

    page = client.get(f"/medlemskap/{item.number}/").text

    assert visit.number in page
    assert visit.title not in page


def test_the_page_of_what_is_not_decided_is_its_item(as_amina, amina):
    item = memberships.draft(by=amina)

    page = as_amina.get(f"/medlemskap/{item.number}/")

    assert page["Location"] == f"/arenden/{item.number}/"
