"""Fields that read what people in the city write: 24 november 2026, 1 900, ja, nej, 12."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from engagements.forms.text import LONGEST, clean_text
from engagements.forms.validators import at_most_long
from engagements.forms.widgets import CheckCards, RadioCards, ShortInput

SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]")
LINE_BREAK = re.compile(r"\s*\n\s*")
MONTHS = {
    name: number
    for number, names in enumerate(
        [
            ("januari", "january", "jan"),
            ("februari", "february", "feb"),
            ("mars", "march", "mar"),
            ("april", "apr"),
            ("maj", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augusti", "august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ],
        start=1,
    )
    for name in names
}
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
WRITTEN_DATE = re.compile(r"(?:den )?([0-9]{1,2})\.? ([a-z]+)\.? ([0-9]{4})")
EARLIEST, LATEST = 1900, 2199
LARGEST_AMOUNT = 2_000_000_000
LARGEST_COUNT = 1_000_000


class CleanTextField(forms.CharField):
    """Text as it is stored: normal form, no hidden characters, 20 000 characters at most.

    What has one line to be written on is stored as one line.
    """

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        """``max_length`` above the house's cap is lowered to it."""
        super().__init__(max_length=min(max_length or LONGEST, LONGEST), **kwargs)

    def to_python(self, value: Any) -> str | None:
        """Clean before anything else is judged, so that invisible text counts as no answer."""
        if value in self.empty_values:
            return self.empty_value
        text = clean_text(str(value))
        if not isinstance(self.widget, forms.Textarea):
            text = LINE_BREAK.sub(" ", text)
        return super().to_python(text)


class SwedishDateField(forms.DateField):
    """A day, written 2026-11-24 or 24 november 2026."""

    widget = ShortInput
    default_error_messages = {
        "invalid": _("Skriv datumet så här: 2026-11-24 eller 24 november 2026"),
    }

    def __init__(self, **kwargs: Any) -> None:
        """Show how a date is written when the question has no hint of its own."""
        kwargs["help_text"] = kwargs.get("help_text") or _("Till exempel 2026-11-24")
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Read the day; month names in Swedish and English, whole or cut short."""
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        text = " ".join(SPACES.sub(" ", str(value)).lower().split())
        if found := ISO_DATE.fullmatch(text):
            year, month, day = (int(part) for part in found.groups())
        elif (found := WRITTEN_DATE.fullmatch(text)) and found[2] in MONTHS:
            year, month, day = int(found[3]), MONTHS[found[2]], int(found[1])
        else:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if not EARLIEST <= year <= LATEST:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return date(year, month, day)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        """Show a stored day the short way; what a person wrote is shown as written."""
        return value.isoformat() if isinstance(value, date) else value


class DigitsField(forms.IntegerField):
    """A whole number of something, written with digits."""

    widget: type[forms.Widget] | forms.Widget = ShortInput
    default_error_messages = {"invalid": _("Skriv antalet med siffror, till exempel 12")}
    suffix = re.compile(r"")
    largest = LARGEST_COUNT

    def __init__(self, **kwargs: Any) -> None:
        """Zero is the least unless told otherwise; the largest fits its column."""
        kwargs["min_value"] = max(kwargs.get("min_value") or 0, 0)
        kwargs["max_value"] = min(kwargs.get("max_value") or self.largest, self.largest)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """Read digits, with spaces of any width between thousands."""
        if value in self.empty_values:
            return None
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        text = self.suffix.sub("", SPACES.sub("", str(value)).lower())
        if not re.fullmatch(r"[0-9]{1,15}", text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask phones for the number keys; min and max are the server's to say."""
        return {**forms.Field.widget_attrs(self, widget), "inputmode": "numeric"}


class AmountField(DigitsField):
    """Whole kronor: 1900, 1 900, 1 900 kr."""

    widget = ShortInput(unit="kr")
    default_error_messages = {"invalid": _("Skriv beloppet i hela kronor, till exempel 1 900")}
    suffix = re.compile(r"(kr|kronor|sek|:-)$")
    largest = LARGEST_AMOUNT

    def prepare_value(self, value: Any) -> Any:
        """Show a stored amount with its thousands apart."""
        return f"{value:,}".replace(",", "\u00a0") if isinstance(value, int) else value


def _yes_or_no(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower())


class TriStateField(forms.TypedChoiceField):
    """Yes, no, or not answered yet. "Not answered" is an answer the check can read."""

    widget = RadioCards

    def __init__(self, **kwargs: Any) -> None:
        """Never required: a draft may leave every question open."""
        for unused in ("initial_required", "max_length"):
            kwargs.pop(unused, None)
        kwargs["required"] = False
        super().__init__(
            choices=[("true", _("Ja")), ("false", _("Nej")), ("", _("Inte besvarad än"))],
            coerce=_yes_or_no,
            empty_value=None,
            **kwargs,
        )

    def to_python(self, value: Any) -> str:
        """Read True and False, as code gives them, as well as the form's words."""
        return super().to_python(self.prepare_value(value))

    def prepare_value(self, value: Any) -> Any:
        """Show a stored answer as the radio's value."""
        return {True: "true", False: "false", None: ""}.get(value, value)


class EmailField(forms.EmailField):
    """An e-mail address."""

    default_error_messages = {
        "invalid": _("Skriv en e-postadress med @, till exempel namn@stad.org"),
    }

    def run_validators(self, value: Any) -> None:
        """Judge the length first: a long address is not one without @."""
        if self.max_length and len(value or "") > self.max_length:
            at_most_long(self.max_length)(value)
        super().run_validators(value)


class YearField(forms.IntegerField):
    """A year to choose by."""

    default_error_messages = dict.fromkeys(
        ("invalid", "min_value", "max_value"), _("Skriv ett år mellan 2000 och 2199")
    )

    def __init__(self, **kwargs: Any) -> None:
        """Offer a plain box: the server says what a year is."""
        super().__init__(min_value=2000, max_value=2199, widget=forms.TextInput, **kwargs)


class CodesField(forms.TypedMultipleChoiceField):
    """Any number of codes from a list, kept as a list in the order of the list."""

    widget = CheckCards

    def clean(self, value: Any) -> list[str]:
        """Answer in the order the choices stand, whatever order they came in."""
        chosen = set(super().clean(value))
        choices: Any = self.choices
        codes = [self.coerce(code) for code, _label in choices]
        return [code for code in codes if code in chosen]


class LinesField(CleanTextField):
    """A list of short texts, one a line."""

    widget = forms.Textarea
    longest = 200

    def clean(self, value: Any) -> Any:
        """Return the lines that say something."""
        text = super().clean(value)
        lines = [clean_text(line) for line in (text or "").splitlines()]
        found = [line for line in lines if line]
        if any(len(line) > self.longest for line in found):
            raise forms.ValidationError(_("Varje punkt får ha högst 200 tecken."))
        return found

    def prepare_value(self, value: Any) -> Any:
        """Show stored lines as text."""
        return "\n".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as it is shown."""
        return super().has_changed(self.prepare_value(initial or []), data)
