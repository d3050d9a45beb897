"""What is asked when a last day is paused or put off."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField, SwedishDateField
from governance.forms import PUBLIC


class PauseForm(UtblickForm):
    """Whose answer is waited for."""

    who = CleanTextField(
        label=_("Vem utanför staden ska svara?"),
        help_text=_("Skriv organisationen, inte en persons namn."),
        max_length=120,
    )


class ExtendForm(UtblickForm):
    """The new last day, and why."""

    to = SwedishDateField(label=_("Ny sista dag"))
    grounds = CleanTextField(label=_("Skäl"), help_text=PUBLIC, widget=forms.Textarea)
