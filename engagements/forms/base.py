"""The base of every form: our words, an error summary, sections and conditional questions."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import pretty_name
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from engagements.forms.fields import EmailField
from engagements.forms.modelfields import formfield
from engagements.forms.validators import in_our_words
from engagements.forms.widgets import CheckCard

if TYPE_CHECKING:
    _Base = forms.BaseForm
else:
    _Base = object

Words = str | Promise

DJANGO_REQUIRED = forms.Field.default_error_messages["required"]
REQUIRED: Sequence[tuple[type[forms.Field], Any]] = (
    (forms.MultipleChoiceField, gettext_lazy("Välj minst ett svar")),
    (forms.ModelMultipleChoiceField, gettext_lazy("Välj minst ett svar")),
    (forms.ChoiceField, gettext_lazy("Välj ett svar")),
    (forms.ModelChoiceField, gettext_lazy("Välj ett svar")),
    (forms.FileField, gettext_lazy("Välj en fil")),
    (forms.DateField, gettext_lazy("Skriv ett datum")),
    (forms.BooleanField, gettext_lazy("Markera rutan för att gå vidare")),
    (forms.Field, gettext_lazy("Skriv ett svar")),
)
DJANGO_ROWS = forms.Textarea().attrs["rows"]
BOXES = (
    forms.TextInput,
    forms.EmailInput,
    forms.URLInput,
    forms.Textarea,
    forms.Select,
    forms.NumberInput,
    forms.PasswordInput,
    forms.DateInput,
)


@dataclass(frozen=True)
class Section:
    """Questions under one heading. A tuple among the fields is a row of short ones."""

    title: Words
    fields: Sequence[str | tuple[str, ...]]
    text: Words = ""
    id: str = ""


@dataclass(frozen=True)
class BoundSection:
    """A section as its template reads it: rows of bound fields, most rows with one."""

    title: Words
    text: Words
    id: str
    rows: tuple[tuple[BoundField, ...], ...]


class FormMixin(_Base):
    """What all our forms share. Set what a form wants of these on its class.

    sections: the questions under headings; questions that no section names come last.
    reveals: the name of a question to the condition under which it is asked, written
    "other=value|value". Without JavaScript it is always shown.
    asked_for: questions that a draft may leave open but that are not optional in the end,
    so they are not marked "(valfritt)".
    """

    sections: ClassVar[Sequence[Section]] = ()
    reveals: ClassVar[Mapping[str, str]] = {}
    asked_for: ClassVar[Collection[str]] = ()
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Dress every field: our words for "required", our classes, no browser validation."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _dress(name, field)

    def bound_sections(self) -> Iterator[BoundSection]:
        """Yield the sections, and last what no section names, without a heading.

        What is hidden is in none: ``hidden_fields`` draws it.
        """
        left = [name for name in self.fields if not self[name].is_hidden]
        for index, section in enumerate(self.sections, start=1):
            rows = []
            for entry in section.fields:
                names = (entry,) if isinstance(entry, str) else tuple(entry)
                present = tuple(name for name in names if name in left)
                left = [name for name in left if name not in present]
                if present:
                    rows.append(tuple(self[name] for name in present))
            if rows:
                anchor = section.id or f"avsnitt-{index}"
                yield BoundSection(section.title, section.text, anchor, tuple(rows))
        rest = tuple((self[name],) for name in left)
        if rest:
            yield BoundSection("", "", "", rest)

    def reveal_of(self, name: str) -> str:
        """Return the condition under which ``name`` is asked, in the form's own field names."""
        return _prefixed(self, self.reveals.get(name, ""))

    def error_links(self) -> list[tuple[str, str]]:
        """Return each error with its question and the address of the control, in page order."""
        links = [("", str(error)) for error in self.non_field_errors()]
        order = [field.name for part in self.bound_sections() for row in part.rows for field in row]
        for name in [*order, *(name for name in self.fields if name not in order)]:
            if errors := self.errors.get(name):
                target = _first_control(self[name])
                question = _question(self[name])
                links += [(target, f"{question} {error}") for error in errors]
        return links

    def misread(self) -> list[BoundField]:
        """Return the questions on the page whose answers can't be read."""
        return [
            self[name] for name in self.errors if name in self.fields and not self[name].is_hidden
        ]

    def error_title(self) -> str:
        """Say how many answers to look at: "Kontrollera två svar"."""
        count = len(self.error_links())
        words = _("noll ett två tre fyra fem sex sju åtta nio tio elva tolv").split()
        said = words[count] if count < len(words) else str(count)
        return ngettext("Kontrollera %(n)s svar", "Kontrollera %(n)s svar", count) % {"n": said}


def _dress(name: str, field: forms.Field) -> None:
    if field.error_messages.get("required") == DJANGO_REQUIRED:
        field.error_messages["required"] = next(
            words for kind, words in REQUIRED if isinstance(field, kind)
        )
    if "invalid_choice" in field.error_messages:
        field.error_messages["invalid_choice"] = gettext_lazy("Välj bland svaren som visas")
    if isinstance(field, forms.EmailField):
        field.error_messages["invalid"] = EmailField.default_error_messages["invalid"]
    field.validators = [in_our_words(check) for check in field.validators]
    widget = field.widget
    # A browser that cuts a pasted text in silence loses answers.
    widget.attrs.pop("maxlength", None)
    if isinstance(widget, forms.CheckboxInput) and type(widget) is forms.CheckboxInput:
        field.widget = CheckCard(widget.attrs, label=field.label or pretty_name(name))
    elif isinstance(widget, forms.FileInput):
        widget.attrs.setdefault("class", "ub-file")
    elif isinstance(widget, BOXES):
        widget.attrs.setdefault("class", "ds-input")
        if isinstance(widget, forms.Textarea):
            widget.attrs.pop("cols", None)
            if widget.attrs.get("rows") == DJANGO_ROWS:
                widget.attrs["rows"] = "3"


def _first_control(field: BoundField) -> str:
    if field.use_fieldset and field.subwidgets:
        return str(field.subwidgets[0].id_for_label)
    return str(field.id_for_label or field.auto_id)


def _question(field: BoundField) -> str:
    label = str(field.label)
    return label if label.endswith(("?", ":", ".")) else f"{label}:"


def _prefixed(form: Any, condition: str) -> str:
    if not condition:
        return ""
    name, _sign, values = condition.partition("=")
    return f"{form.add_prefix(name)}={values}"


class UtblickForm(FormMixin, forms.Form):
    """A form that is not a model's."""


class OnceForm(UtblickForm):
    """A form with a key of its own, so that a second click does nothing more.

    What is sent without a key is carried out each time.
    """

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)


class UtblickModelForm(FormMixin, forms.ModelForm):
    """A model's form. A subclass writes ``class Meta(UtblickModelForm.Meta)``."""

    class Meta:
        """Choose our fields for the model's."""

        formfield_callback = formfield


class KindForm(UtblickModelForm):
    """The base of every kind's form: explicit fields, sections, and the database's rules in words.

    A subclass writes ``class Meta(KindForm.Meta)`` with ``model`` and ``fields``.
    """
