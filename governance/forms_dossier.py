"""The form by which the whole file of a matter is taken out."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.widgets import RadioCards

WHOLE, MASKED = "hel", "maskerad"


class DossierForm(UtblickForm):
    """Which of the two files: all of it, or the one that is handed out."""

    reveals = {"persons": f"version={MASKED}"}

    version = forms.ChoiceField(
        label=_("Vilken akt?"),
        choices=[
            (WHOLE, _("Hela akten, för arbetet i staden")),
            (MASKED, _("Maskerad akt, för utlämnande")),
        ],
        widget=RadioCards,
    )
    persons = forms.BooleanField(
        label=_("Maskera också personuppgifter, enligt OSL 21:7"),
        help_text=_(
            "Gäller den maskerade akten. Det är ditt ställningstagande, och det står i loggen. "
            "Handlingar med personuppgifter följer då inte med."
        ),
        required=False,
    )
