"""A step's questions are made once and are each form's own, in the reader's language."""

import pytest
from django import forms
from django.utils import timezone, translation

from engagements.forms import summary
from memberships.membership.forms import STEPS as OF_MEMBERSHIP
from tests.factories import memberships, visits
from visits.visit.forms import STEPS as OF_VISIT

pytestmark = pytest.mark.django_db


def asked(steps, matter):
    filled = summary.forms_of(steps, matter, on=timezone.localdate())
    return {
        (step, name): field for step, form in filled.items() for name, field in form.fields.items()
    }


@pytest.mark.parametrize(
    ("steps", "draft"), [(OF_VISIT, visits.draft), (OF_MEMBERSHIP, memberships.draft)]
)
def test_what_is_changed_in_one_form_is_in_no_other(amina, steps, draft):
    matter = draft(by=amina)
    before = asked(steps, matter)
    told = {
        key: (str(field.label), field.required, dict(field.widget.attrs))
        for key, field in before.items()
    }
    for field in before.values():
        field.label, field.required = "ändrad", not field.required
        field.widget.attrs["class"] = "ändrad"
        if isinstance(field, forms.ChoiceField):
            field.choices = [("x", "ändrad")]

    after = asked(steps, matter)
    assert {
        key: (str(after[key].label), after[key].required, dict(after[key].widget.attrs))
        for key in after
    } == told
    assert not any(
        "ändrad" in str(list(field.choices))
        for key, field in after.items()
        if isinstance(field, forms.ChoiceField)
    )


def test_the_questions_are_in_the_language_of_who_reads_after_others_have(amina):
    matter = visits.draft(by=amina)
    swedish = {key: str(field.label) for key, field in asked(OF_VISIT, matter).items()}
    with translation.override("en"):
        countries = dict(asked(OF_VISIT, matter)[1, "country"].choices)
        english = {key: str(field.label) for key, field in asked(OF_VISIT, matter).items()}

    assert countries["DE"] == "Germany"
    assert dict(asked(OF_VISIT, matter)[1, "country"].choices)["DE"] == "Tyskland"
    assert english[1, "country"] == "Country or territory"
    assert swedish[1, "country"] == "Land eller territorium"
