"""What a calendar is narrowed to, as its address says it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import SwedishDateField
from engagements.forms.narrowing import OfOrganisation
from engagements.forms.widgets import RadioCards
from governance.almanac import Sort

WEEKS, MONTH = "vecka", "manad"
# The list goes on from the very day, where the page before it had room for no more.
ON = "dagen"
# Far enough from either end of what a day can be to leaf from.
EARLIEST, LATEST = date(1990, 1, 1), date(2090, 12, 31)


class CalendarForm(UtblickForm):
    """Which days, of what. Anything it does not know is a bad request."""

    vy = forms.ChoiceField(
        choices=[(WEEKS, _("Veckor")), (MONTH, _("Månad"))],
        required=False,
        widget=forms.HiddenInput,
    )
    fran = forms.ChoiceField(choices=[("", ""), (ON, "")], required=False, widget=forms.HiddenInput)
    dag = SwedishDateField(label=_("Från dag"), required=False)
    visa = forms.ChoiceField(
        label=_("Visa"), choices=[("", _("Allt")), *Sort.choices], required=False
    )
    hos = forms.ChoiceField(
        label=_("Vems"),
        choices=[("", _("Allt du får läsa")), ("mig", _("Mina och min verksamhets"))],
        required=False,
    )
    verksamhet = OfOrganisation()

    def clean_dag(self) -> date | None:
        """Take a day that can be leafed from."""
        day: Any = self.cleaned_data["dag"]
        if day and not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(_("Välj en dag mellan 1990 och 2090."))
        return day


class FeedForm(UtblickForm):
    """What a person's calendar program reads."""

    MINE, EVERYTHING = "mig", "allt"
    which = forms.ChoiceField(
        label=_("Vad ska kalendern visa?"),
        choices=[
            (MINE, _("Mina och min verksamhets dagar")),
            (EVERYTHING, _("Allt jag får läsa")),
        ],
        widget=RadioCards,
        initial=MINE,
    )
