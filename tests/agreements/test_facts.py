"""The translation of a declaration's rows to facts: nothing answered is nothing known."""

from datetime import date

from django.utils import timezone

from agreements.declaration.facts import facts
from agreements.declaration.models import Declaration
from engagements.registration import register
from engagements.vocabulary import Body
from governance import assessing
from governance.strategy import DeclarationFacts
from governance.strategy.facts.rows import Burden
from tests.factories import declarations as factory
from tests.factories.matters import fresh


def told(item, stage="draft"):
    return facts(fresh(item), stage=stage, on=timezone.localdate())


def judged(item):
    return assessing.judge(fresh(item), stage="decision", on=timezone.localdate())


def decider(item):
    return judged(item).route.decider.body


def test_an_empty_draft_answers_nothing_but_who_registers(hanna):
    host = hanna.roles.get().organisation
    item = register(Declaration, organisation=host, title="C40", by=hanna, at=timezone.now())

    assert told(item) == DeclarationFacts(
        title="C40",
        host="SLK",
        host_board="KS",
        frame_sek=told(item).frame_sek,
        decided_sek=0,
        contact_person_appointed=told(item).contact_person_appointed,
    )


def test_what_the_responsible_one_adds_is_a_burden_beside_the_others(item, stina):
    factory.said(item, "TK", 20_000, 40, True, by=stina)

    assert told(item).burdens == (
        Burden(organisation="SLK", sek=0, hours=0, reporting=False),
        Burden(organisation="TK", sek=20_000, hours=40, reporting=True),
    )


def test_who_has_not_answered_has_no_burden_but_is_consulted(item, hanna):
    factory.said(item, "SVOA", by=hanna, source="Telefon 20 november")

    assert [row.organisation for row in told(item).burdens] == ["SLK", "SVOA"]
    assert told(item).consulted == ("MF", "SVOA", "TK")


def test_the_newest_answer_of_an_organisation_counts(item, stina):
    first = factory.said(item, "TK", 500, by=stina)
    factory.said(item, "TK", 700, by=stina, seen=first.pk)

    assert [row.sek for row in told(item).burdens if row.organisation == "TK"] == [700]


def test_rows_come_in_the_order_of_the_form(item):
    assert told(item).commitments == (
        "Stadens egna fordon är fria från utsläpp 2030",
        "Berätta öppet hur det går",
    )


def test_no_burden_is_the_mayors_and_a_burden_is_the_executive_boards(item, stina, amina):
    factory.said(item, "MF", by=amina)
    first = factory.said(item, "TK", by=stina)
    before = decider(item)
    factory.said(item, "TK", hours=1, by=stina, seen=first.pk)

    assert (before, decider(item)) == (Body.FINANCE_MAYOR, Body.EXECUTIVE_BOARD)


def test_the_case_c31_finds_what_the_citys_officers_found(item, stina, amina):
    factory.said(item, "TK", by=stina)
    factory.said(item, "MF", by=amina)

    found = {(f.clause, f.verdict.value) for f in judged(item).findings}

    assert {
        ("5.3.2b", "supports"),
        ("2.2", "supports"),
        ("3.1.1", "supports"),
        ("4.3b", "supports"),
    } <= found
    assert not [clause for clause, _verdict in found if clause == "4.0"]


def test_what_others_say_of_their_own_changes_no_content_that_advice_is_given_on(item, stina):
    day = date(2026, 11, 25)
    before = assessing.content_hash(fresh(item), on=day)
    factory.said(item, "TK", hours=40, by=stina)

    assert assessing.content_hash(fresh(item), on=day) == before


def test_what_the_responsible_one_says_changes_the_content(item):
    day = date(2026, 11, 25)
    row = fresh(item)
    before = assessing.content_hash(row, on=day)
    row.declaration.own_hours = 40

    assert assessing.content_hash(row, on=day) != before
