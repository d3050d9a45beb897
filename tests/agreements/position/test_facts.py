"""The translation of a position's rows to facts, and case C39 as its form is answered."""

import tomllib
from datetime import date
from pathlib import Path

from django.utils import timezone

from agreements.position.facts import facts
from agreements.position.forms import STEPS
from agreements.position.models import Position
from engagements.models import Organisation
from engagements.registration import register, save_draft
from engagements.vocabulary import Body
from governance import assessing
from governance.strategy import PositionFacts
from tests.factories import positions as factory
from tests.factories.matters import fresh

CASES = Path(__file__).parents[2] / "governance" / "strategy" / "cases" / "position.toml"
ON = date(2026, 11, 24)


def told(item, stage="draft"):
    return facts(fresh(item), stage=stage, on=timezone.localdate())


def through_the_form(item, by, **answers):
    """Answer the steps as a page does; returns the position as it then stands."""
    for number in STEPS:
        row = fresh(item)
        form = STEPS[number](None, engagement=row, on=ON)
        shown = {name: form[name].value() for name in form.fields}
        data = {n: v for n, v in (shown | answers).items() if n in form.fields and v is not None}
        form = STEPS[number](data, engagement=row, on=ON)
        assert form.is_valid(), form.errors
        form.put(form.answers(), by=by)
        save_draft(row, form.row, version=None, by=by, at=timezone.now(), changed=())
    return fresh(item)


def test_an_empty_draft_answers_nothing_but_who_registers(amina):
    host = factory.organisation("MF")
    item = register(Position, organisation=host, title="Luften", by=amina, at=timezone.now())

    assert told(item) == PositionFacts(
        title="Luften",
        host="MF",
        host_board="MHN",
        frame_sek=told(item).frame_sek,
        decided_sek=0,
        contact_person_appointed=True,
    )


def test_the_case_c39_through_the_form_is_the_executive_boards_and_hindered(stina):
    (case,) = [c for c in tomllib.loads(CASES.read_text())["case"] if c.get("id") == "C39"]
    facts_ = case["facts"]
    touched = Organisation.objects.filter(code__in=facts_["areas"])
    host = factory.organisation("TK")
    item = register(Position, organisation=host, title="?", by=stina, at=timezone.now())
    plain = ("title", "counterpart", "topic", "process", "effect", "city_interest", "scope")
    plain += ("position_text", "position_channel", "deadline_on", "initiative", "directions")
    answers = {name: facts_[name] for name in plain}
    answers |= {"areas": list(touched), "slk_coordinates": "false", "in_boards_name": "true"}
    answers |= {"in_sef": "true"}

    item = through_the_form(item, stina, **answers)

    judged = assessing.judge(item, stage="decision", on=ON)
    found = {f"{finding.clause} {finding.verdict}" for finding in judged.findings}
    assert set(case["expect"]) <= found
    assert judged.route.decider.organisation == case["decides"]
    assert judged.route.coordinator.organisation == case["coordinates"]


def test_a_number_in_any_spelling_is_stored_in_one_form_and_found_by(item, amina):
    item = through_the_form(item, amina, reference="kom (2022)0542 slutlig")

    assert item.position.reference == "COM(2022) 542"
    assert "2022" in item.search_words


def test_it_stands_on_its_last_day_to_be_heard(item, amina):
    item = through_the_form(item, amina, deadline_on="2026-12-15")

    assert (item.starts_on, item.ends_on) == (date(2026, 12, 15), date(2026, 12, 15))


def test_what_slk_said_is_no_part_of_what_advice_is_given_on(item, amina):
    before = assessing.content_hash(fresh(item), on=ON)
    factory.consulted(item, by=amina)

    assert assessing.content_hash(fresh(item), on=ON) == before


def test_only_a_company_is_asked_of_the_group_board(item, world):
    company = factory.draft(by=world["kerstin.vall"], host="HAMN")

    asked = {
        row.organisation.code: "group_board_needed"
        in STEPS[3](None, engagement=fresh(row), on=ON).fields
        for row in (item, company)
    }

    assert asked == {"MF": False, "HAMN": True}


def test_a_day_that_has_not_been_is_refused_and_the_rest_is_kept(item):
    form = STEPS[3](
        {"ks_contact_on": "2026-12-24", "ks_contact": "Ja.", "version": item.version},
        engagement=fresh(item),
        on=ON,
    )

    assert form.errors["ks_contact_on"] == ["Dagen har inte varit än. Skriv dagen då det hände."]
    assert form.cleaned_data["ks_contact"] == "Ja."


def test_own_matters_are_the_boards_and_the_eu_unit_is_asked(item, amina):
    today = timezone.localdate()
    judged = assessing.judge(factory.consulted(item, by=amina), stage="submission", on=today)

    assert judged.route.decider.organisation == "MHN"
    assert [step.body for step in judged.route.steps][1] == Body.EU_UNIT
    assert judged.blocking("submission") == ()
