from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from engagements.forms.fields import (
    AmountField,
    CleanTextField,
    CodesField,
    DigitsField,
    EmailField,
    SwedishDateField,
    TriStateField,
)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-24",
        "24 november 2026",
        "24 Nov 2026",
        "den 24 november 2026",
        "24\u00a0november\u00a02026",
        " 24  november  2026 ",
        "24. nov. 2026",
    ],
)
def test_a_date_is_read_the_ways_people_write_it(written):
    assert SwedishDateField().clean(written) == date(2026, 11, 24)


@pytest.mark.parametrize(
    "written", ["24/11/2026", "i morgon", "2026-02-30", "0001-01-01", "24 brumaire 2026", "2026-11"]
)
def test_a_date_that_cannot_be_read_says_how_to_write_it(written):
    with pytest.raises(ValidationError) as refused:
        SwedishDateField().clean(written)

    assert refused.value.messages == ["Skriv datumet så här: 2026-11-24 eller 24 november 2026"]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_stored_date_is_shown_in_a_way_that_is_read_back(day):
    field = SwedishDateField()

    assert field.clean(field.prepare_value(day)) == day


@pytest.mark.parametrize(
    "written", ["1900", "1 900", "1\u00a0900", "1\u202f900", "1 900 kr", "1900:-", "1 900 SEK"]
)
def test_an_amount_is_read_the_ways_people_write_it(written):
    assert AmountField().clean(written) == 1900


@pytest.mark.parametrize("written", ["1,5", "1.900", "-5", "tusen", "²", "١٢", "1e3"])
def test_an_amount_that_cannot_be_read_says_how_to_write_it(written):
    with pytest.raises(ValidationError) as refused:
        AmountField().clean(written)

    assert refused.value.messages == ["Skriv beloppet i hela kronor, till exempel 1 900"]


@given(st.integers(min_value=0, max_value=2_000_000_000))
def test_a_stored_amount_is_shown_in_a_way_that_is_read_back(amount):
    field = AmountField()

    assert field.clean(field.prepare_value(amount)) == amount


def test_an_amount_larger_than_its_column_is_refused():
    with pytest.raises(ValidationError):
        AmountField().clean("9" * 15)


def test_a_number_in_letters_says_to_use_digits():
    with pytest.raises(ValidationError) as refused:
        DigitsField().clean("tolv")

    assert refused.value.messages == ["Skriv antalet med siffror, till exempel 12"]


def test_a_zero_is_an_answer_and_an_empty_box_is_not():
    assert DigitsField(required=False).clean("0") == 0
    assert DigitsField(required=False).clean("") is None


@pytest.mark.parametrize(
    ("sent", "answer"), [("true", True), ("false", False), ("", None), (None, None), (True, True)]
)
def test_a_question_has_three_states(sent, answer):
    assert TriStateField().clean(sent) is answer


def test_a_three_way_question_takes_no_other_word():
    with pytest.raises(ValidationError):
        TriStateField().clean("kanske")


@pytest.mark.parametrize(
    ("before", "sent", "changed"),
    [(True, "true", False), (None, "", False), (None, "false", True), (False, "true", True)],
)
def test_a_three_way_question_knows_when_it_has_changed(before, sent, changed):
    assert TriStateField().has_changed(before, sent) is changed


def test_text_is_cleaned_before_it_is_judged():
    with pytest.raises(ValidationError) as refused:
        CleanTextField().clean("\u200b\u200b")

    assert [error.code for error in refused.value.error_list] == ["required"]


def test_codes_come_back_in_the_order_of_the_list_and_keep_their_type():
    words = CodesField(choices=[("a", "A"), ("b", "B"), ("c", "C")])
    numbers = CodesField(choices=[(3, "tre"), (11, "elva")], coerce=int)

    assert words.clean(["c", "a"]) == ["a", "c"]
    assert numbers.clean(["11", "3"]) == [3, 11]


def test_an_address_without_at_sign_says_what_an_address_looks_like():
    with pytest.raises(ValidationError) as refused:
        EmailField().clean("namn.stad.org")

    assert refused.value.messages == ["Skriv en e-postadress med @, till exempel namn@stad.org"]
