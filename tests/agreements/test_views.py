"""Registering a declaration and asking what it adds, seen from the browser without a script."""

import uuid

import pytest
from django.utils import timezone

from agreements.declaration.models import Burden, Declaration
from engagements import lifecycle
from engagements.models import Consultation, Engagement, Organisation
from engagements.permissions import GRANTS
from engagements.registration import set_taking_part
from engagements.vocabulary import Action, Party, Status
from governance.models import Lift
from tests.factories import declarations as factory
from tests.factories import visits

NEW = {
    "title": "C40 om transporter",
    "initiator": "C40",
    "counterpart_kind": "international",
}


def begin(site, **other):
    own = Organisation.objects.get(code="SLK")
    sent = {**NEW, "key": str(uuid.uuid4()), "organisation": own.pk, **other}
    return site.post("/arenden/nytt/deklaration/", sent)


def post(site, item, step, **answers):
    version = Engagement.objects.get(pk=item.pk).version
    sent = {"version": version, "step": step, **answers}
    return site.post(f"/arenden/{item.number}/steg/{step}/", sent)


@pytest.fixture
def site(client, login, hanna):
    login(client, hanna)
    return client


@pytest.fixture
def begun(site):
    begin(site)
    return Engagement.objects.get()


def remiss(item, place=""):
    return f"/arenden/{item.number}/remiss/{place}"


def test_two_answers_make_a_draft(begun, hanna):
    assert begun.title == "C40 om transporter"
    assert (begun.counterpart, begun.declaration.initiator) == ("C40", "C40")
    assert begun.created_by == hanna


def test_nothing_is_registered_without_a_name(site):
    page = begin(site, title="")

    assert "Skriv ett svar" in page.text
    assert 'value="C40"' in page.text
    assert Declaration.objects.count() == 0


def test_commitments_are_rows_that_stay_in_their_places(site, begun):
    post(site, begun, 1, **{"commitments-0-text": "Ett", "commitments-2-text": "Tre"})
    post(site, begun, 1, **{"commitments-0-text": "", "commitments-2-text": "Tre, ändrat"})

    kept = begun.commitment_rows.values_list("place", "text")
    assert list(kept) == [(2, "Tre, ändrat")]


@pytest.mark.parametrize(
    ("step", "wrong", "said", "kept"),
    [
        (3, {"own_sek": "mycket"}, "Skriv beloppet i hela kronor", {"own_hours": "40"}),
        (3, {"own_hours": "en vecka"}, "Skriv antalet med siffror", {"own_sek": "500"}),
        (4, {"next_review_on": "snart"}, "Skriv datumet så här", {"expires_on": "2031-01-01"}),
        (
            4,
            {"next_review_on": "2030-01-01"},
            "Dagen kommer före den dag då staden går med",
            {"starts_on": "2031-01-01"},
        ),
        (4, {"last_review_on": "2190-01-01"}, "Dagen har inte varit än", {}),
        (1, {"commitments-0-text": "x" * 501}, "högst 500 tecken", {"initiator": "C40 Cities"}),
    ],
)
def test_what_can_not_be_read_is_said_at_its_question_and_loses_nothing(
    site, begun, step, wrong, said, kept
):
    page = post(site, begun, step, **wrong, **kept)

    assert page.status_code == 422
    ((name, typed),) = wrong.items()
    errors = page.text.partition(f'data-errors-of="id_{name}"')[2].partition("</div>")[0]
    assert said in errors
    assert typed in page.text
    for value in kept.values():
        assert value in page.text.replace("\N{NO-BREAK SPACE}", "")


def test_it_is_looked_at_again_when_it_is_reviewed_or_expires(site, begun):
    post(
        site, begun, 4, starts_on="2031-01-01", next_review_on="2034-01-01", expires_on="2033-05-01"
    )

    begun.refresh_from_db()
    assert begun.ends_on.isoformat() == "2033-05-01"


def test_the_step_shows_what_the_others_have_answered(site, item, stina):
    factory.said(item, "TK", 12_000, by=stina)

    page = site.get(f"/arenden/{item.number}/steg/3/").text

    assert "12\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr" in page
    assert f'href="{remiss(item)}#fraga"' in page
    assert "svar senast" in page


def test_asking_gives_each_a_question_with_a_last_day(site, begun):
    codes = Organisation.objects.filter(code__in=["TK", "MF"])
    sent = {"organisations": [row.pk for row in codes], "due": "2190-12-01"}

    site.post(remiss(begun, "fraga/"), sent)

    made = Consultation.objects.order_by("organisation__code")
    assert [row.organisation.code for row in made] == ["MF", "TK"]
    assert {row.due.isoformat() for row in made} == {"2190-12-01"}


def test_a_question_to_nobody_by_a_day_that_has_been_is_not_sent(site, begun):
    page = site.post(remiss(begun, "fraga/"), {"due": "2020-01-01"})

    assert "Välj minst ett svar" in page.text
    assert "Datumet har redan varit" in page.text
    assert Consultation.objects.count() == 0


def test_those_who_are_touched_and_not_asked_are_suggested(site, begun, hanna):
    touched = Organisation.objects.get(code="TK")
    set_taking_part(begun, [touched], by=hanna)

    form = site.get(remiss(begun)).context["ask_form"]

    assert set(form.initial["organisations"]) == {touched.pk}


def answer(client, item, code="TK", place="svar/", **other):
    own = Organisation.objects.get(code=code).pk
    sent = {"organisation": own, "adds": "some", "sek": "500", "hours": "2", "reporting": "false"}
    return client.post(remiss(item, place), sent | {"seen": "0"} | other)


def test_who_is_asked_answers_for_their_own(client, login, item, stina):
    login(client, stina)

    start = client.get("/").text
    answer(client, item, comment="Två mätningar.")

    assert f'href="{remiss(item)}"' in start
    burden = Burden.objects.get()
    assert (burden.organisation.code, burden.sek, burden.hours, burden.by) == ("TK", 500, 2, stina)
    assert (burden.comment, burden.source) == ("Två mätningar.", "")
    assert f'href="{remiss(item)}"' not in client.get("/").text


def test_none_is_an_answer(client, login, item, stina):
    login(client, stina)

    answer(client, item, adds="none", sek="", hours="", reporting="")

    burden = Burden.objects.get()
    assert (burden.sek, burden.hours, burden.reporting) == (0, 0, False)


def test_nobody_answers_for_another_who_is_asked(client, login, item, stina):
    login(client, stina)

    page = answer(client, item, code="MF")

    assert "Välj bland svaren som visas" in page.text
    assert Burden.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"adds": ""}, "Välj ett svar"),
        ({"sek": "mycket"}, "Skriv beloppet i hela kronor"),
        ({"sek": ""}, "Skriv ett belopp, 0 om det inte kostar något"),
        ({"hours": ""}, "Skriv ett antal timmar, 0 om ingen tid tillkommer"),
        ({"reporting": ""}, "Svara ja eller nej"),
        ({"sek": "0", "hours": "0"}, "Inget tillkommer. Välj ingen ökad börda i stället."),
    ],
)
def test_an_answer_that_can_not_be_read_loses_nothing(client, login, item, stina, wrong, said):
    login(client, stina)

    page = answer(client, item, comment="Två mätningar om året.", **wrong)

    assert page.status_code == 422
    assert said in page.text
    assert "Två mätningar om året." in page.text
    assert Burden.objects.count() == 0


def test_the_same_form_sent_twice_is_one_answer(client, login, item, stina):
    login(client, stina)
    key = str(uuid.uuid4())

    answer(client, item, key=key)
    answer(client, item, key=key)

    assert Burden.objects.count() == 1


def test_who_was_late_sees_the_first_answer_and_can_answer_anyway(
    client, login, item, hanna, stina
):
    factory.said(item, "TK", 9000, by=hanna, source="Telefon")
    login(client, stina)

    page = answer(client, item)
    seen = page.context["answer_form"].data["seen"]
    answer(client, item, seen=seen)

    assert page.status_code == 409
    assert "Hanna Ståhl svarade redan" in page.text
    assert 'value="500"' in page.text
    assert list(Burden.objects.order_by("pk").values_list("sek", flat=True)) == [9000, 500]


def test_the_registrar_writes_down_an_answer_with_its_source(site, item, hanna):
    refused = answer(site, item, place="annan/")
    answer(site, item, place="annan/", source="E-post 20 november")

    burden = Burden.objects.get()
    assert "Skriv ett svar" in refused.text
    assert (burden.source, burden.by) == ("E-post 20 november", hanna)
    assert "E-post 20 november" in site.get(remiss(item)).text


def test_a_visit_has_no_such_page(client, login, amina):
    item = visits.draft(by=amina)
    login(client, amina)

    sent = {"organisations": [Organisation.objects.get(code="TK").pk], "due": "2190-12-01"}

    assert client.get(remiss(item)).status_code == 404
    assert client.post(remiss(item, "fraga/"), sent).status_code == 404
    assert answer(client, item, place="annan/", source="x").status_code == 404
    assert Consultation.objects.count() == 0


PEOPLE = {
    "hanna.stahl": {Party.OWNER},
    "stina.ek": {Party.ASKED},
    "amina.lindqvist": {Party.ASKED, Party.TAKING_PART},
    "lena.forsgren": set(),
    "johan.ekstrom": {Party.SLK},
    "anders.wik": {Party.KS},
    "elsa.thorn": {Party.COMMITTEE},
    "tove.alm": {Party.REGISTRAR},
    "nils.ahlin": {Party.ADMIN},
    "ingrid.ros": {Party.READER},
}
PLACES = {
    "": Action.VIEW,
    "svar/": Action.ANSWER,
    "annan/": Action.CONSULT,
    "fraga/": Action.CONSULT,
}


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_everybody_can_answer_and_ask_as_the_table_grants(client, login, item, world, status):
    set_taking_part(
        item, [world["amina.lindqvist"].roles.get().organisation], by=world["hanna.stahl"]
    )
    row = lifecycle.lock(item.pk)
    row.status, row.submitted_at = str(status), timezone.now()
    lifecycle.save(row, by=row.created_by, at=timezone.now(), why="prov")
    found, granted = {}, {}
    for key, parties in PEOPLE.items():
        login(client, world[key])
        may = frozenset().union(*(GRANTS[status].get(party, frozenset()) for party in parties))
        for place, action in PLACES.items():
            # A post without answers changes nothing: who may do it is asked to mend it.
            sent = client.post if place else client.get
            found[key, place] = sent(remiss(item, place)).status_code
            allowed = 422 if place else 200
            seen = 403 if Action.VIEW in may else 404
            granted[key, place] = allowed if action in may else seen

    assert found == granted


def test_a_lifted_matter_says_so_on_its_page(client, login, at_committee, stina):
    login(client, stina)

    answer(client, at_committee, sek="0", hours="40")

    page = client.get(f"/arenden/{at_committee.number}/").text
    assert Lift.objects.get().by == stina
    assert "Kommunstyrelsen beslutar: det medför ökad börda" in page
    assert "när Stina Ek svarade" in page
    assert "Avgörs av <strong>kommunstyrelsen</strong>" in page


def test_the_registrar_who_raises_the_burden_lifts_it_too(site, at_committee):
    post(site, at_committee, 3, own_sek="900", own_hours="0", own_reporting="false",
         adds_burden="true", scope="citywide", estimated_sek="900")  # fmt: skip

    assert Lift.objects.get().engagement == at_committee
    assert Lift.objects.get().grounds.startswith("Medför ökad börda: 900 kr")


def pages_cost(client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(95) as captured:
        client.get(address)
    return len(captured)


@pytest.mark.parametrize("place", ["", "remiss/"])
def test_thirty_answers_cost_no_more_queries_than_one(
    site, item, hanna, place, django_assert_max_num_queries
):
    address = f"/arenden/{item.number}/{place}"
    codes = Organisation.objects.exclude(code__in=["SLK", "TK", "MF"]).values_list(
        "code", flat=True
    )
    factory.said(item, "TK", 1, by=hanna, source="x")
    site.get(address)
    one = pages_cost(site, address, django_assert_max_num_queries)
    for code in codes[:30]:
        factory.said(item, code, 1, by=hanna, source="x")

    assert pages_cost(site, address, django_assert_max_num_queries) == one


def test_thirty_questions_cost_the_start_page_no_more_queries_than_one(
    client, login, world, hanna, stina, django_assert_max_num_queries
):
    login(client, stina)
    factory.asked(factory.draft(by=hanna), "TK", by=hanna)
    client.get("/")
    one = pages_cost(client, "/", django_assert_max_num_queries)
    for _number in range(29):
        factory.asked(factory.draft(by=hanna), "TK", by=hanna)

    assert pages_cost(client, "/", django_assert_max_num_queries) == one
    assert '<span class="ub-num ub-muted">30</span>' in client.get("/").text
