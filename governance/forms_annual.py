"""The forms of the annual report."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField, YearField


class YearForm(UtblickForm):
    """Which year."""

    ar = YearField(label=_("År"))


class TextForm(UtblickForm):
    """What a section says. seen: the key of the text that the page showed."""

    text = CleanTextField(
        label=_("Text"),
        widget=forms.Textarea({"rows": 12}),
        max_length=20_000,
        required=False,
        help_text=_("En tom rad börjar ett nytt stycke. Lämna tomt för att få utkastet tillbaka."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class FreezeForm(UtblickForm):
    """Why a further edition."""

    why = CleanTextField(label=_("Varför en ny utgåva?"), max_length=300, required=False)
