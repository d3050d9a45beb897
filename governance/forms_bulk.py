"""The forms of what is done with many matters at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import OnceForm
from governance.bulk import MOST
from governance.forms import HandOverForm
from governance.forms_assigning import TO, PersonField, of_units
from governance.models import Verb, ViewRoom

NUMBER = re.compile(r"[A-Z]{2,5}-[0-9]{4}-[0-9]{1,9}")
PICKED = re.compile(rf"({NUMBER.pattern}):([0-9]{{1,9}})")


class Strings(forms.Field):
    """Any number of short strings that a page of ours wrote, each once, in their order."""

    widget = forms.MultipleHiddenInput

    def __init__(self, pattern: re.Pattern[str], **kwargs: Any) -> None:
        """Take what matches a pattern alone."""
        self.pattern = pattern
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[str]:
        """Return the strings. Raises BadRequest for what no page of ours writes."""
        found = list(dict.fromkeys(value or []))
        if not all(self.pattern.fullmatch(one) for one in found):
            raise BadRequest("unknown number")
        return found


class PickForm(forms.Form):
    """What is picked in a list: some of its rows, or all on the page, and what to do with them."""

    room = forms.ChoiceField(choices=ViewRoom)
    gor = forms.ChoiceField(choices=Verb)
    nummer = Strings(NUMBER)
    sida = Strings(NUMBER)
    alla = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Find what is picked, in the order of the page."""
        given: dict[str, Any] = super().clean() or {}
        given["picked"] = given.get("sida" if given.get("alla") else "nummer", [])
        if not given["picked"]:
            raise ValidationError(_("Markera minst ett ärende i listan."))
        if len(given["picked"]) > MOST:
            raise ValidationError(_("Markera högst 100 ärenden åt gången."))
        return given


class DoForm(OnceForm):
    """What is confirmed: the same matters, as they were when they were shown."""

    room = forms.ChoiceField(choices=ViewRoom, widget=forms.HiddenInput)
    gor = forms.ChoiceField(choices=Verb, widget=forms.HiddenInput)
    picked = Strings(PICKED)
    unit = HandOverForm.base_fields["unit"]
    person = PersonField(label=TO)

    def __init__(self, *args: Any, verb: str, **kwargs: Any) -> None:
        """Ask for a unit where matters are handed over, and for a person where they are assigned.

        Who the person can be is said by ``offer``.
        """
        super().__init__(*args, **kwargs)
        self.fields["key"].required = True
        if verb != Verb.HAND:
            del self.fields["unit"]
        if verb != Verb.ASSIGN:
            del self.fields["person"]

    def offer(self, units: Iterable[str], *, on: date) -> DoForm:
        """Let the person be one of some units, where a person is asked for."""
        field: Any = self.fields.get("person")
        if field:
            field.offer(of_units(units, on=on), on=on)
        return self

    @property
    def matters(self) -> list[tuple[str, int]]:
        """The matters by number and version."""
        found = [one.rpartition(":") for one in self.cleaned_data["picked"]]
        return [(number, int(version)) for number, _sign, version in found]
