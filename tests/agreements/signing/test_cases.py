"""Cases C15, C17 and C19, written in the forms as a contact person would."""

from datetime import date

import pytest
from django.utils import timezone

from agreements.models import Cooperation, Intent
from engagements.models import Organisation
from engagements.registration import register
from governance import assessing, kinds

TODAY = date(2026, 11, 24)
COMMON = {"scope": "citywide", "renews_itself": "false", "touches_foreign_policy": "false"}
CASES = {
    "C15": (
        Cooperation,
        {
            "title": "Samarbete med Kyiv om stadens vattenförsörjning",
            "counterpart": "Kyiv",
            "counterpart_kind": "capital_city",
            "country": "UA",
            "label": "Sister City Agreement",
            "themes": "vattenförsörjning",
            "exchanges": "fyra expertmöten om reservvatten\nhandbok",
            "starts_on": "2027-09-01",
            "ends_on": "2029-08-31",
            "open_ended": "false",
            "benefit_stockholm": "Kyivs krigserfarenhet av reservvatten",
            "benefits-0-party": "Kyiv",
            "benefits-0-gain": "Drift och ledningskunskap",
            "forums_searched": "true",
            "close_to_state": "true",
            "asks_twinning": "true",
            "agreement_text": "Parterna ingår härmed ett vänortsavtal om vattenförsörjning.",
        },
        {"4.1 breach", "4.2a supports", "4.2b supports", "4.2c supports", "4.2d supports",
         "4.0 note", "3.3.3a supports"},
        set(),
    ),
    "C17": (
        Cooperation,
        {
            "title": "Ramavtal med Barcelona",
            "counterpart": "Ajuntament de Barcelona",
            "counterpart_kind": "city",
            "country": "ES",
            "themes": "smart stad\nkultur\nturism\nungdom",
            "no_exchange": "true",
            "starts_on": "2027-10-01",
            "open_ended": "true",
            "benefit_stockholm": "Kontakter",
            "benefits-0-party": "Barcelona",
            "benefits-0-gain": "Kontakter",
        },
        {"4.2a breach", "4.2b breach", "4.2c judge", "4.2d breach", "3.3.3a judge"},
        set(),
    ),
    "C19": (
        Intent,
        {
            "title": "Intentionsavtal med UN-Habitat",
            "counterpart": "UN-Habitat",
            "counterpart_kind": "international",
            "within_initiative": "true",
            "initiative_name": "Hållbara städer",
            "themes": "barnvänlig stad",
            "exchanges": "kunskapsdelning",
            "starts_on": "2027-07-01",
            "forums-0-name": "Eurocities",
            "forums-0-why_not": "Arbetar inte med barns frågor.",
            "forums_searched": "true",
            "asks_twinning": "false",
            "sdgs": ["11"],
            "sdg_how": "Städer blir bättre för barn.",
            "directions": ["cooperation"],
        },
        {"4.3a supports", "4.3b note", "2.2 supports"},
        {"4.1", "4.2b", "4.2d"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_case_through_the_forms_is_judged_as_a_careful_official_would(name, hanna):
    model, answers, expected, silent = CASES[name]
    slk = Organisation.objects.get(code="SLK")
    item = register(model, organisation=slk, title="Avtal", by=hanna, at=timezone.now())
    told = COMMON | answers
    left = set(told)
    for step in kinds.pages_of(item).steps.values():
        asked = step(engagement=item, on=TODAY)
        data = {key: value for key, value in told.items() if key in asked.fields}
        form = step({**data, "version": str(item.version)}, engagement=item, on=TODAY)
        assert form.is_valid(), form.errors
        form.put(form.answers(), by=hanna)
        form.row._history_user = hanna
        form.row.save()
        left -= set(data)

    assessment = assessing.judge(item, stage="submission", on=TODAY)
    found = {f"{finding.clause} {finding.verdict}" for finding in assessment.findings}
    assert left == set()
    assert expected - found == set()
    assert {finding.clause for finding in assessment.findings} & silent == set()
    assert assessment.route.decider.organisation == "KS"
