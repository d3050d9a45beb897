"""The form that asks what history is judged under."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import SwedishDateField
from governance.actions.setting import DEFINED
from governance.forms_settings import value_field
from governance.strategy import EDITIONS, Value
from governance.strategy.interface import BadItem, settings_of

SET = "varde."


class ReplayForm(UtblickForm):
    """Which edition, which period, and the values that shall be others; an empty one stays."""

    edition = forms.ChoiceField(label=_("Utgåva av strategin"), required=False)
    since = SwedishDateField(label=_("Prövade från"), required=False)
    until = SwedishDateField(label=_("Prövade till och med"), required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        """Ask for the editions of the strategy and for every value of the city's."""
        language = get_language() or "sv"
        self.base_fields = type(self).base_fields | {  # type: ignore[misc]
            f"{SET}{key}": _optional(known, language) for key, known in DEFINED.items()
        }
        super().__init__(data, **kwargs)
        self.fields["edition"].choices = [  # type: ignore[attr-defined]
            ("", _("Den som gällde")),
            *((one.id, one.title.get(language)) for one in EDITIONS if one.source == "strategy"),
        ]

    def clean(self) -> dict[str, Any]:
        """Keep a value to what its key may hold, and out of what the edition itself states."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = cleaned.get("edition")
        stated = EDITIONS.named(chosen).values if chosen else {}
        for key, value in self.values().items():
            if key in stated:
                self.add_error(f"{SET}{key}", _("Utgåvan bestämmer själv det här. Lämna tomt."))
                continue
            try:
                settings_of({key: value})
            except BadItem:
                self.add_error(f"{SET}{key}", _("Värdet går inte att använda. Skriv ett annat."))
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("Slutet ligger före början"))
        return cleaned

    def values(self) -> dict[str, Any]:
        """Return the values that were given, by key."""
        return {
            name.removeprefix(SET): value
            for name, value in self.cleaned_data.items()
            if name.startswith(SET) and value not in (None, "")
        }

    def query(self) -> dict[str, Any]:
        """Return the question, as the worker reads it."""
        given = self.cleaned_data
        return {
            "editions": [given["edition"]] if given["edition"] else [],
            "values": self.values(),
            "since": given["since"].isoformat() if given["since"] else "",
            "until": given["until"].isoformat() if given["until"] else "",
        }


def _optional(known: Value, language: str) -> forms.Field:
    title = known.title.get(language) if known.title else known.key
    field = value_field(known, title)
    field.required = False
    return field
