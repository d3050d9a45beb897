"""The form in which each forum that was found is answered, one by one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField
from engagements.forms.widgets import RadioCards
from governance.forums import Found
from governance.models import Suffices

LONGEST = 500


class ForumsForm(UtblickForm):
    """Two questions about each forum; nothing is required, and what is answered is whole."""

    def __init__(self, *args: Any, found: list[Found], **kwargs: Any) -> None:
        """Ask about each forum that was found."""
        self.found = found
        initial = {}
        for one in found:
            if one.said:
                initial[f"suffices-{one.forum.pk}"] = one.said.suffices
                initial[f"why_not-{one.forum.pk}"] = one.said.why_not
        asked: dict[str, forms.Field] = {}
        for one in found:
            asked[f"suffices-{one.forum.pk}"] = forms.ChoiceField(
                label=gettext_lazy("Räcker det för det ni vill?"),
                choices=Suffices.choices,
                widget=RadioCards,
                required=False,
            )
            asked[f"why_not-{one.forum.pk}"] = CleanTextField(
                label=gettext_lazy("Varför inte?"),
                max_length=LONGEST,
                widget=forms.Textarea({"rows": 2}),
                required=False,
            )
        self.base_fields = asked  # type: ignore[misc] # set before, so that they are dressed too
        super().__init__(*args, initial=initial, **kwargs)

    def rows(self) -> list[tuple[Found, Any, Any]]:
        """Return each forum with its two questions."""
        return [
            (one, self[f"suffices-{one.forum.pk}"], self[f"why_not-{one.forum.pk}"])
            for one in self.found
        ]

    def clean(self) -> dict[str, Any]:
        """Ask why a forum does not do, and whether it does, when the other is answered."""
        cleaned = super().clean() or {}
        for one in self.found:
            name, why = f"suffices-{one.forum.pk}", f"why_not-{one.forum.pk}"
            suffices, said = cleaned.get(name), cleaned.get(why)
            if suffices in (Suffices.NO, Suffices.PARTLY) and not said and why not in self.errors:
                self.add_error(why, forms.ValidationError(_("Skriv varför det inte räcker")))
            if said and not suffices and name not in self.errors:
                self.add_error(name, forms.ValidationError(_("Välj ett svar")))
        return cleaned

    @property
    def said(self) -> dict[int, tuple[str, str]]:
        """What is answered, by the key of the forum."""
        return {
            one.forum.pk: (
                self.cleaned_data[f"suffices-{one.forum.pk}"],
                self.cleaned_data[f"why_not-{one.forum.pk}"],
            )
            for one in self.found
        }
