"""Which of our form fields a model's field becomes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from engagements.forms.fields import (
    AmountField,
    CleanTextField,
    CodesField,
    DigitsField,
    EmailField,
    SwedishDateField,
    TriStateField,
)
from engagements.forms.widgets import CheckCards, RadioCards

FEW_CHOICES = 8
LONG_LABEL = 28


def formfield(field: Any, **kwargs: Any) -> forms.Field | None:
    """Choose the form field; a form's own ``field_classes`` and ``widgets`` go before ours.

    Whole numbers named ``..._sek`` are money. Choices become cards, or a list when many.
    """
    if "form_class" in kwargs:
        return field.formfield(**kwargs)
    if isinstance(field, ArrayField) and field.base_field.choices:
        return _codes(field, **kwargs)
    if field.choices:
        return _choice(field, **kwargs)
    if isinstance(field, models.ManyToManyField):
        return field.formfield(**{"widget": CheckCards, **kwargs})
    form_class = _form_class(field)
    return field.formfield(**({"form_class": form_class} if form_class else {}), **kwargs)


def _form_class(field: Any) -> type[forms.Field] | None:
    match field:
        case models.BooleanField() if field.null:
            return TriStateField
        case models.DateTimeField():
            return None
        case models.DateField():
            return SwedishDateField
        case models.EmailField():
            return EmailField
        case models.URLField() | models.SlugField():
            return None
        case models.CharField() | models.TextField():
            return CleanTextField
        case models.IntegerField():
            return AmountField if field.name.endswith("_sek") else DigitsField
        case _:
            return None


def _codes(field: Any, **kwargs: Any) -> CodesField:
    choices = list(field.base_field.choices)
    given = {
        "label": capfirst(field.verbose_name),
        "help_text": field.help_text,
        "required": not field.blank,
        "widget": CheckCards(column=_long(choices)),
        **kwargs,
    }
    return CodesField(choices=choices, **given)


def _choice(field: Any, **kwargs: Any) -> forms.Field:
    choices = [(code, label) for code, label in field.choices if code not in ("", None)]
    few = len(choices) <= FEW_CHOICES
    widget = RadioCards(column=_long(choices)) if few else forms.Select
    made = field.formfield(**{"widget": widget, **kwargs})
    blank = _("Inte besvarad än") if few else _("Välj")
    made.choices = choices if few and made.required else [("", blank), *choices]
    return made


def _long(choices: list[tuple[str, Any]]) -> bool:
    return any(len(str(label)) > LONG_LABEL for _code, label in choices)
