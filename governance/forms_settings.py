"""The forms of the settings: people and roles, frames, values, goals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import (
    AmountField,
    CleanTextField,
    DigitsField,
    EmailField,
    SwedishDateField,
    TriStateField,
)
from engagements.labels import choices
from engagements.vocabulary import RoleName
from governance.strategy import Value

FIRST_YEAR, LAST_YEAR = 2000, 2199
LARGEST_FILE = 200_000


class AppointForm(UtblickForm):
    """Who is appointed to what, from when till when."""

    email = EmailField(label=_("Personens e-post"))
    name = CleanTextField(
        label=_("Namn"),
        help_text=_("Behövs bara för den som är ny i Utblick. Då skickas en inbjudan."),
        max_length=120,
        required=False,
    )
    role = forms.ChoiceField(label=_("Roll"), choices=[("", _("Välj")), *choices(RoleName)])
    valid_from = SwedishDateField(label=_("Från"))
    valid_to = SwedishDateField(label=_("Till och med"), required=False)


class EndRoleForm(UtblickForm):
    """The last day of a role."""

    valid_to = SwedishDateField(label=_("Sista dag"))


class FrameForm(UtblickForm):
    """A budget frame."""

    amount_sek = AmountField(label=_("Ram för internationellt arbete"))


class ValueForm(UtblickForm):
    """A value that holds from a day on."""

    valid_from = SwedishDateField(label=_("Gäller från"))
    source = CleanTextField(
        label=_("Källa"),
        help_text=_("Till exempel vem som har beslutat, när och diarienummer."),
        max_length=200,
    )

    def __init__(self, data: Any = None, *, known: Value, title: str, **kwargs: Any) -> None:
        """Ask for a value of the kind that the key is defined with."""
        self.base_fields = {  # type: ignore[misc]
            "value": value_field(known, title),
            **type(self).base_fields,
        }
        super().__init__(data, **kwargs)

    def clean_value(self) -> Any:
        """Not answered is no value; False and 0 are."""
        value = self.cleaned_data["value"]
        if value is None:
            raise forms.ValidationError(_("Svara ja eller nej"))
        return value


def value_field(known: Value, title: str) -> forms.Field:
    """Return the question whose answer has the type of a key's first value."""
    match known.value:
        case bool():
            return TriStateField(label=title)
        case int():
            return (AmountField if known.key.endswith("_sek") else DigitsField)(label=title)
        case _:
            return CleanTextField(label=title, max_length=200)


class ApiTokenForm(UtblickForm):
    """What a key to the API is for, and its last day."""

    purpose = CleanTextField(
        label=_("Vad nyckeln är till"),
        help_text=_("Till exempel vilket system som ska fråga, och vem som sköter det."),
        max_length=120,
    )
    expires_on = SwedishDateField(label=_("Sista dag"))


class GoalNamesForm(UtblickForm):
    """What a goal is called."""

    name_sv = CleanTextField(label=_("Målet på svenska"), max_length=200)
    name_en = CleanTextField(label=_("Målet på engelska"), max_length=200)


class GoalForm(GoalNamesForm):
    """A new goal of a budget year."""

    year = forms.IntegerField(
        label=_("Budgetår"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={"invalid": _("Skriv året med fyra siffror, till exempel 2027")},
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    code = forms.SlugField(
        label=_("Kort kod"),
        help_text=_("Till exempel klimat. Samma mål har samma kod alla år."),
        max_length=24,
        error_messages={"invalid": _("Använd bara bokstäver a–z, siffror och bindestreck")},
    )

    field_order = ("year", "code", "name_sv", "name_en")


class GoalCloseForm(UtblickForm):
    """From when a goal is chosen no more."""

    closed_on = SwedishDateField(
        label=_("Stängt från"),
        help_text=_("Lämna tomt så länge målet kan väljas. Ärenden som har det behåller det."),
        required=False,
    )


class GoalLinesForm(UtblickForm):
    """The goals of a budget year, pasted or from a file."""

    asked_for = ("lines", "file")

    lines = CleanTextField(
        label=_("Klistra in målen"),
        help_text=_("Ett mål på varje rad: år; kod; svenska; engelska."),
        widget=forms.Textarea({"rows": 8}),
        required=False,
    )
    file = forms.FileField(label=_("Eller välj en CSV-fil i UTF-8"), required=False)

    def clean(self) -> dict[str, Any]:
        """Read the file into the lines; one of the two must say something."""
        given: dict[str, Any] = super().clean() or {}
        file = given.get("file")
        if file:
            try:
                given["lines"] = file.read(LARGEST_FILE).decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("file", _("Filen går inte att läsa. Spara den som CSV i UTF-8."))
        elif not given.get("lines") and not self.errors:
            self.add_error("lines", _("Klistra in målen eller välj en fil."))
        return given


class GoalLoadForm(UtblickForm):
    """The lines that the preview showed."""

    lines = forms.CharField(widget=forms.HiddenInput)


SOURCE: dict[str, Any] = {
    "label": _("Källa"),
    "help_text": _("Till exempel vem som har antagit texten, när och diarienummer."),
    "max_length": 200,
}


class TextsFileForm(UtblickForm):
    """A file with the adopted text of an edition."""

    asked_for = ("source",)

    file = forms.FileField(
        label=_("Fil med texterna"),
        help_text=_(
            "JSON, eller CSV i UTF-8 med en punkt på varje rad: nummer och text, till exempel "
            "4.5;Texten. En tredje kolumn kan ha texten på engelska."
        ),
        allow_empty_file=True,
    )
    source = CleanTextField(
        **SOURCE
        | {
            "help_text": _(
                "Vem som har antagit texten, när och diarienummer. Behövs inte när filen säger det."
            )
        },
        required=False,
    )


class LoadForm(UtblickForm):
    """What was shown in the preview, and whether what the file lacks is removed."""

    texts = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput)
    remove_missing = forms.BooleanField(
        label=_("Ta bort de texter som saknas i filen"), required=False
    )


class TextForm(UtblickForm):
    """The adopted text of one clause."""

    text = CleanTextField(label=_("Antagen text"), widget=forms.Textarea({"rows": 8, "lang": "sv"}))
    text_en = CleanTextField(
        label=_("Översättning till engelska"),
        widget=forms.Textarea({"rows": 8, "lang": "en"}),
        required=False,
    )
    source = CleanTextField(**SOURCE)


class StartForm(UtblickForm):
    """From when an edition holds."""

    valid_from = SwedishDateField(label=_("Gäller från"))
    source = CleanTextField(
        label=_("Källa"),
        help_text=_("Till exempel vem som har beslutat, när och diarienummer."),
        max_length=200,
    )
