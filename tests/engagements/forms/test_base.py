from datetime import date

import pytest
from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.test.utils import isolate_apps
from django.utils.translation import override

from engagements.forms.base import KindForm, Section, UtblickForm
from engagements.forms.fields import (
    AmountField,
    CleanTextField,
    CodesField,
    DigitsField,
    SwedishDateField,
    TriStateField,
)
from engagements.forms.widgets import CheckCards, RadioCards


class Request(UtblickForm):
    wish = CleanTextField(label="Vad vill delegationen?", help_text="Kort.", widget=forms.Textarea)
    letter = TriStateField(label="Ber de om ett brev?")
    grounds = CleanTextField(label="Varför ett undantag?", required=False)
    first = SwedishDateField(label="Första dagen")
    guests = DigitsField(label="Antal personer", required=False)
    agreed = forms.BooleanField(label="Jag har läst kontrollen")

    sections = (
        Section("Utbytet", ["wish", "letter", "grounds"], "Båda ska lära sig något."),
        Section("Tiden", [("first", "guests")]),
    )
    reveals = {"grounds": "letter=true"}


def test_a_form_without_answers_shows_its_sections_and_no_errors():
    html = str(Request())

    assert "ds-error-summary" not in html
    assert html.index("Utbytet") < html.index("Vad vill delegationen?") < html.index("Tiden")
    assert html.index("Tiden") < html.index("Jag har läst kontrollen")


def test_questions_that_may_be_left_out_are_marked_and_others_are_not():
    html = str(Request())

    assert 'Antal personer <span class="ub-muted">(valfritt)</span>' in html
    assert html.count("(valfritt)") == 2


def test_questions_a_draft_may_leave_open_are_not_called_optional():
    class Draft(Request):
        asked_for = ("guests",)

    assert str(Draft()).count("(valfritt)") == 1


def test_a_conditional_question_names_its_condition_with_the_forms_own_prefix():
    assert 'data-reveal="letter=true"' in str(Request())
    assert 'data-reveal="a-letter=true"' in str(Request(prefix="a"))


def test_errors_are_summed_at_the_top_with_links_to_the_controls():
    form = Request({"first": "i morgon", "wish": "\u200b"})

    assert form.error_title() == "Kontrollera tre svar"
    assert form.error_links() == [
        ("id_wish", "Vad vill delegationen? Skriv ett svar"),
        (
            "id_first",
            "Första dagen: Skriv datumet så här: 2026-11-24 eller 24 november 2026",
        ),
        ("id_agreed", "Jag har läst kontrollen: Markera rutan för att gå vidare"),
    ]


def test_errors_stand_in_the_order_of_the_page_and_not_of_the_columns():
    class Turned(Request):
        sections = (Section("Dag", ("first",)), Section("Annat", ("agreed", "wish")))

    links = Turned({"first": "i morgon"}).error_links()

    assert [target for target, _error in links] == ["id_first", "id_agreed", "id_wish"]


def test_every_error_link_leads_to_a_control_on_the_page():
    form = Request({"letter": "kanske"})
    html = str(form)

    for target, _error in form.error_links():
        assert f'id="{target}"' in html


def test_one_error_is_said_in_the_singular_and_in_english_when_asked():
    form = Request({"wish": "Se", "first": "2027-01-14"})

    assert form.error_title() == "Kontrollera ett svar"


def test_a_wrong_answer_is_tied_to_its_control_for_screen_readers():
    html = str(Request({"first": "x"}))

    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_first_helptext id_first_error"' in html
    assert 'id="id_first_error"' in html
    assert 'aria-describedby="id_wish_helptext id_wish_error"' in html


def test_a_group_of_choices_is_a_fieldset_with_the_question_as_legend():
    html = str(Request()["letter"].as_field_group())

    assert "<fieldset>" in html
    assert "<legend>Ber de om ett brev?</legend>" in html
    assert html.count('type="radio"') == 3


def test_the_browser_is_left_out_of_the_judging():
    html = str(Request())

    assert " required" not in html
    assert "placeholder" not in html
    assert "maxlength" not in html


def test_what_was_written_is_shown_again_as_it_was_written():
    html = str(Request({"wish": "<b>Skyfall</b>", "first": "i morgon"}))

    assert "&lt;b&gt;Skyfall&lt;/b&gt;" in html
    assert 'value="i morgon"' in html


def _sample_model():
    class Sample(models.Model):
        level = models.CharField(
            "rang", max_length=8, choices=[("none", "Tjänsteperson"), ("high", "Hög")]
        )
        country = models.CharField(
            "land", max_length=2, choices=[(f"c{i}", f"Land {i}") for i in range(9)], blank=True
        )
        letter = models.BooleanField("brev", null=True)
        arrives = models.DateField("kommer", null=True, blank=True)
        meal_sek = models.PositiveIntegerField("måltid", null=True, blank=True)
        guests = models.PositiveSmallIntegerField("antal", null=True, blank=True)
        wish = models.TextField("önskan", blank=True)
        directions = ArrayField(
            models.CharField(max_length=4, choices=[("a", "A"), ("b", "B")]),
            verbose_name="inriktningar",
            blank=True,
            default=list,
        )

        class Meta:
            app_label = "engagements"

    class SampleForm(KindForm):
        class Meta(KindForm.Meta):
            model = Sample
            fields = (
                "level",
                "country",
                "letter",
                "arrives",
                "meal_sek",
                "guests",
                "wish",
                "directions",
            )

    return SampleForm


@pytest.fixture
def sample():
    with isolate_apps("engagements"):
        yield _sample_model()


def test_a_models_fields_become_our_fields(sample):
    kinds = {name: type(field) for name, field in sample().fields.items()}

    assert kinds == {
        "level": forms.TypedChoiceField,
        "country": forms.TypedChoiceField,
        "letter": TriStateField,
        "arrives": SwedishDateField,
        "meal_sek": AmountField,
        "guests": DigitsField,
        "wish": CleanTextField,
        "directions": CodesField,
    }


def test_few_choices_are_cards_and_many_are_a_list(sample):
    fields = sample().fields

    assert isinstance(fields["level"].widget, RadioCards)
    assert isinstance(fields["country"].widget, forms.Select)
    assert isinstance(fields["directions"].widget, CheckCards)
    assert [code for code, _label in fields["level"].choices] == ["none", "high"]
    assert str(fields["country"].choices[0][1]) == "Välj"


def test_a_kinds_form_reads_what_people_write(sample):
    form = sample(
        {
            "level": "high",
            "letter": "false",
            "arrives": "14 januari 2027",
            "meal_sek": "1 900 kr",
            "guests": "",
            "wish": " Se skyfall ",
            "directions": ["b", "a"],
        }
    )
    form.full_clean()

    assert form.cleaned_data == {
        "level": "high",
        "country": "",
        "letter": False,
        "arrives": date(2027, 1, 14),
        "meal_sek": 1900,
        "guests": None,
        "wish": "Se skyfall",
        "directions": ["a", "b"],
    }


def test_english_is_spoken_to_those_who_read_english():
    with override("en"):
        html = str(Request())

    assert "Vad vill delegationen?" in html
