"""The question that most lists are narrowed by: whose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

from engagements.forms.widgets import Narrowing
from engagements.models import Organisation
from engagements.organisations import named


class Names(ModelChoiceIterator):
    """Codes and names in the reader's language. The rows are a hundred, and nobody reads more."""

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Give them in order, after all of them."""
        yield "", self.field.empty_label
        for row in named():
            yield row.code, str(row)


class OfOrganisation(forms.ModelChoiceField):
    """One of the city's bodies, closed ones too, which have old matters; or all of them."""

    iterator = Names
    widget = Narrowing

    def __init__(self, **kwargs: Any) -> None:
        """Ask for a code, as addresses write it."""
        given: dict[str, Any] = {
            "label": _("Verksamhet"),
            "empty_label": _("Alla"),
            "required": False,
        }
        bodies = Organisation.objects.order_by("sort_name")
        super().__init__(bodies, to_field_name="code", **(given | kwargs))
