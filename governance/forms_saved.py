"""The forms of saved views."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField
from engagements.forms.widgets import RadioCards
from governance.actions.saving import NEVER
from governance.models import HowOften


class ViewForm(UtblickForm):
    """What a view is called, and who sees it."""

    name = CleanTextField(label=_("Namn"), max_length=80)
    group = forms.ChoiceField(
        label=_("Vem ser vyn?"),
        help_text=_(
            "Den som öppnar en delad vy ser bara det hen själv får läsa. Namnet och sökorden syns "
            "för alla som ser vyn."
        ),
        widget=RadioCards(column=True),
    )

    def __init__(self, *args: Any, groups: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer those that the person can share with."""
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["group"]
        asked.choices = groups


class WatchForm(UtblickForm):
    """How often a person is mailed of what is new in a view."""

    often = forms.ChoiceField(
        label=_("Mejla mig när något nytt kommer"),
        help_text=_("Mejlet går bara när något är nytt, och varje ärende nämns en gång."),
        choices=[(NEVER, _("Nej")), *HowOften.choices],
        widget=RadioCards(column=True),
    )
