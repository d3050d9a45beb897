"""What Django would say in its own words, said in ours."""

import pytest
from django import forms

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField, DigitsField, EmailField, YearField
from engagements.forms.renderer import UtblickRenderer


class Answers(UtblickForm):
    name = CleanTextField(max_length=160, required=False)
    plain = forms.CharField(max_length=10, required=False)
    persons = DigitsField(min_value=1, required=False)
    email = EmailField(max_length=254, required=False)
    theirs = forms.EmailField(required=False)
    year = YearField(required=False)
    long = CleanTextField(widget=forms.Textarea, required=False)

    default_renderer = UtblickRenderer


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("name", "x" * 5000, "Skriv högst 160 tecken. Det är 5\xa0000 nu."),
        ("plain", "x" * 11, "Skriv högst 10 tecken. Det är 11 nu."),
        ("plain", "a\0", "Texten innehåller osynliga styrtecken. Klistra in den som ren text."),
        ("persons", "0", "Skriv ett tal som är minst 1"),
        ("persons", "1000001", "Skriv ett tal som är högst 1\xa0000\xa0000"),
        ("email", f"{'a' * 400}@stad.org", "Skriv högst 254 tecken. Det är 409 nu."),
        ("theirs", "fel", "Skriv en e-postadress med @, till exempel namn@stad.org"),
        ("year", "abc", "Skriv ett år mellan 2000 och 2199"),
        ("year", "99999", "Skriv ett år mellan 2000 och 2199"),
        ("year", "-1", "Skriv ett år mellan 2000 och 2199"),
    ],
)
def test_what_is_wrong_is_said_in_our_words(name, written, said):
    assert Answers({name: written}).errors[name] == [said]


def test_no_box_cuts_what_is_pasted_into_it():
    assert "maxlength" not in str(Answers())


def test_what_has_one_line_is_stored_as_one_line():
    form = Answers({"name": "Besök\r\n Bcc: x@y.se", "long": "en\ntvå"})

    assert form.is_valid()
    assert (form.cleaned_data["name"], form.cleaned_data["long"]) == (
        "Besök Bcc: x@y.se",
        "en\ntvå",
    )
