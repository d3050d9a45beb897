"""Answers of a trip that no other kind has: hours day by day."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.fields import CleanTextField

A_DAY = 24
MOST_DAYS = 60
BETWEEN = re.compile(r"[\s,;]+")


class HoursField(CleanTextField):
    """Whole hours, a figure a day: 0, 7, 6, 0."""

    default_error_messages = {
        "invalid": _("Skriv en siffra för varje dag, till exempel 0, 7, 6, 0"),
        "long": _("Ett dygn har 24 timmar. Skriv timmar för varje dag för sig."),
        "many": _("Skriv högst 60 dagar."),
    }

    def clean(self, value: Any) -> Any:
        """Return the hours as a list."""
        text = (super().clean(value) or "").strip(" ,;")
        if not text:
            return []
        parts = BETWEEN.split(text)
        if not all(re.fullmatch(r"[0-9]{1,4}", part) for part in parts):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        hours = [int(part) for part in parts]
        if max(hours) > A_DAY:
            raise forms.ValidationError(self.error_messages["long"], code="long")
        if len(hours) > MOST_DAYS:
            raise forms.ValidationError(self.error_messages["many"], code="many")
        return hours

    def prepare_value(self, value: Any) -> Any:
        """Show stored hours as they are written."""
        return ", ".join(str(hours) for hours in value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as it is shown."""
        return super().has_changed(self.prepare_value(initial or []), data)
