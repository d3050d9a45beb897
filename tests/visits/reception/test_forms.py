"""The form of a reception: what is readable is kept, what is not says so at its question."""

import re
import uuid
from datetime import date

import pytest

from engagements.forms import summary
from engagements.models import Engagement, Organisation
from governance.strategy.facts import ReceptionFacts
from governance.strategy.rulebook import RULES
from visits.models import DateOption, Reception
from visits.reception.forms import STEPS

FIVE = {
    "counterpart": "Karolinska Institutet",
    "event": "European Congress of Gerontology",
    "contact_email": "kongress@ki.example",
    "guests": "420",
    "foreign_share": "70",
}
ANSWERS = {
    1: FIVE
    | {
        "title": "Mottagning för gerontologikongressen",
        "counterpart_kind": "university",
        "commercial_organiser": "false",
        "procurement_with_party": "false",
        "contact_name": "Kim Ek",
        "reply_language": "en",
        "received_on": "2026-11-20",
        "event_kind": "congress",
        "character": "european",
        "event_starts_on": "2027-05-17",
        "event_ends_on": "2027-05-20",
        "high_scientific_level": "true",
        "hotels_in_city": "true",
    },
    2: {
        "purpose": "Stärka Stockholm som kunskapsstad.",
        "stockholm_learns": "Ny forskning om äldres hälsa till äldreomsorgen.",
    },
    3: {
        "at_city_hall": "true",
        "starts_on": "2027-05-18",
        "hours": "2",
        "serving": "buffet",
        "cost_reception": "350",
        "estimated_sek": "147 000",
        "dates-0-day": "2027-05-18",
        "dates-0-time": "18–20",
        "dates-1-day": "19 maj 2027",
        "dates-1-hall": "Gyllene salen",
    },
}


@pytest.fixture
def item(site):
    key, organisation = str(uuid.uuid4()), Organisation.objects.get(code="MF").pk
    site.post("/arenden/nytt/mottagning/", FIVE | {"key": key, "organisation": organisation})
    return Engagement.objects.get()


def answer(site, item, step, **other):
    version = Engagement.objects.get(pk=item.pk).version
    data = {**ANSWERS[step], "version": version, "step": step, **other}
    return site.post(f"/arenden/{item.number}/steg/{step}/", data)


def check(site, item, step, **other):
    data = {**ANSWERS[step], "version": 1, "step": step, **other}
    return site.post(f"/arenden/{item.number}/kontroll/", data)


def test_five_answers_make_a_draft_named_after_the_event(item, contact_person):
    assert item.title == "Mottagning för European Congress of Gerontology"
    assert item.counterpart == "Karolinska Institutet"
    assert (item.reception.guests, item.reception.foreign_share) == (420, 70)
    assert item.reception.received_on == date(2026, 11, 24)
    assert item.created_by == contact_person


def test_nothing_is_registered_without_who_applies(site):
    organisation = Organisation.objects.get(code="MF").pk
    data = FIVE | {"counterpart": "", "key": str(uuid.uuid4()), "organisation": organisation}

    response = site.post("/arenden/nytt/mottagning/", data)

    assert response.status_code == 422
    assert response.context["form"].errors["counterpart"] == ["Skriv ett svar"]
    assert "kongress@ki.example" in response.text
    assert not Engagement.objects.exists()


def test_all_answers_are_kept(site, item):
    for step in ANSWERS:
        answer(site, item, step)

    item.refresh_from_db()
    reception = Reception.objects.get()
    assert (item.title, item.starts_on) == (ANSWERS[1]["title"], date(2027, 5, 18))
    assert (reception.reply_language, reception.serving, reception.hours) == ("en", "buffet", 2)
    assert item.costs.get(line="reception").per_person_sek == 350
    assert list(DateOption.objects.order_by("place").values_list("day", "time", "hall")) == [
        (date(2027, 5, 18), "18–20", ""),
        (date(2027, 5, 19), "", "Gyllene salen"),
    ]


@pytest.mark.parametrize(
    ("step", "wrong", "said"),
    [
        (1, {"guests": "många"}, "Skriv antalet med siffror"),
        (1, {"guests": "0"}, "Skriv ett tal som är minst 1"),
        (1, {"foreign_share": "170"}, "Andelen är högst 100 procent"),
        (1, {"contact_email": "fel"}, "Skriv en e-postadress med @"),
        (1, {"received_on": "2026-11-25"}, "Dagen har inte varit än"),
        (1, {"event_ends_on": "2027-05-16"}, "Slutdatum måste vara samma dag"),
        (3, {"external_share": "101"}, "Andelen är högst 100 procent"),
        (3, {"dates-1-day": "i maj"}, "Skriv datumet så här"),
        (3, {"dates-1-day": "2026-11-01"}, "Datumet har redan varit"),
        (3, {"dates-1-day": "2027-05-18"}, "Dagen står redan på en annan rad"),
        (3, {"estimated_sek": "mycket"}, "Skriv beloppet i hela kronor"),
    ],
)
def test_an_answer_that_cannot_be_read_says_so_and_loses_nothing(site, item, step, wrong, said):
    ((name, typed),) = wrong.items()

    saved = check(site, item, step, **wrong)
    page = answer(site, item, step, **wrong)

    errors = saved.text.partition(f'data-of="id_{name}"')[2].partition("</div>")[0]
    assert said in errors
    assert page.status_code == 422
    assert page.context["form"][name].value() == typed
    kept = "contact_name" if step == 1 else "hours"
    assert getattr(Reception.objects.get(), kept) == ("Kim Ek" if step == 1 else 2)


def test_a_huge_number_of_guests_is_refused_in_words(site, item):
    page = answer(site, item, 1, guests="99999999999")

    assert page.context["form"].errors["guests"] == ["Skriv ett tal som är högst 1\xa0000\xa0000"]
    assert answer(site, item, 1, guests="900000").status_code == 302


def test_the_event_keeps_its_days_when_the_new_ones_stand_in_the_wrong_order(site, item):
    answer(site, item, 1)

    answer(site, item, 1, event_starts_on="2027-06-10", event_ends_on="2027-06-01")

    reception = Reception.objects.get()
    assert (reception.event_starts_on, reception.event_ends_on) == (
        date(2027, 5, 17),
        date(2027, 5, 20),
    )


def test_a_page_that_saves_itself_writes_no_day_twice(site, item):
    for _time in range(3):
        check(site, item, 3)

    assert DateOption.objects.count() == 2
    check(site, item, 3, **{"dates-1-day": "", "dates-1-hall": ""})
    assert [str(row) for row in DateOption.objects.all()] == ["2027-05-18"]


def test_every_question_of_every_rule_has_a_place_in_the_form(site, item):
    """What a finding reads can be answered, is known from elsewhere, or is no reception's."""
    known_elsewhere = {
        *("host", "host_board", "areas", "scope", "on_behalf_of_ks", "digital", "country", "city"),
        *("frame_sek", "decided_sek", "decided_sek_before", "stage", "costs", "conflicts"),
        *("contact_person_appointed", "gift_received_sek", "gift_kept_personally"),
        *("secrecy_assessed", "asks_twinning", "observations", "priorities"),
        *("agenda", "agenda_touches", "eu_matter", "eu_principles"),
        *("aid_character", "funder_own_group"),
    }
    read = {name for rule in RULES[ReceptionFacts] for name in rule.reads}
    controls = summary.controls(tuple(STEPS.items()))

    assert sorted(read - known_elsewhere - set(controls)) == []


def test_each_question_stands_where_its_link_leads(item):
    filled = summary.forms_of(STEPS, item, on=date(2026, 11, 24))
    controls = summary.controls(tuple(STEPS.items()))

    assert controls == {fact: summary.place_of((fact,), filled) for fact in controls}


def shown(html):
    """Return what the panel says of each condition, by its words."""
    rows = re.findall(r'<li data-r="(\w+)">.*?<span>(.*?)</span>', html, re.S)
    return {text.replace("\xa0", " "): key for key, text in rows}


def test_the_panel_shows_every_condition_with_what_it_says(site, item):
    before = shown(check(site, item, 1, foreign_share="40", hotels_in_city="").text)
    check(site, item, 3)
    after = shown(check(site, item, 1).text)

    assert before == {
        "En internationell kongress, ett EM eller ett VM": "ok",
        "Nordiskt, europeiskt eller internationellt": "ok",
        "Hög vetenskaplig nivå": "ok",
        "Skäl till att huvudstaden är värd": "none",
        "Mer än 50 procent av gästerna från utlandet": "stop",
        "Helst minst 150 gäster": "ok",
        "Gästerna bor på hotell i staden": "none",
        "Inte kvällen före, och inte den sista": "none",
        "Högst 2 timmar": "none",
        "En värd från staden": "note",
    }
    assert {text: key for text, key in after.items() if before[text] != key} == {
        "Mer än 50 procent av gästerna från utlandet": "ok",
        "Gästerna bor på hotell i staden": "ok",
        "Inte kvällen före, och inte den sista": "ok",
        "Högst 2 timmar": "ok",
    }


def test_no_conditions_are_shown_for_what_is_held_elsewhere(site, item):
    html = check(site, item, 3, at_city_hall="false").text

    assert 'id="villkor-h"' not in html
    assert "Avgörs av <strong>nämnden eller bolaget</strong>" in html or "dig</strong>" in html


def test_a_visit_has_no_conditions_of_its_own(site):
    key, organisation = str(uuid.uuid4()), Organisation.objects.get(code="MF").pk
    data = {"requesting_organisation": "Lyon", "key": key, "organisation": organisation}
    site.post("/arenden/nytt/besok/", data)

    html = site.get(f"/arenden/{Engagement.objects.get().number}/steg/2/").text

    assert 'id="villkor-h"' not in html
