"""Small forms beside a position's steps: SLK's word, the group board's, the log, the register."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.position import register
from agreements.position.forms import NOT_YET
from agreements.position.questions import EFFORT_LABELS, HINTS, LABELS
from engagements.forms.base import OnceForm, UtblickForm
from engagements.forms.fields import CleanTextField, SwedishDateField
from engagements.forms.narrowing import OfOrganisation
from engagements.forms.widgets import RadioCards
from engagements.labels import label
from engagements.vocabulary import Recommendation


class PastDayForm(OnceForm):
    """A form about something that has happened. past: the name of its day."""

    past = ""

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """Keep the day of today."""
        super().__init__(*args, **kwargs)
        self.on = on

    def clean(self) -> dict[str, Any]:
        """Refuse a day that has not come."""
        answers = super().clean() or {}
        day = answers.get(self.past)
        if day and day > self.on:
            self.add_error(self.past, NOT_YET)
        return answers


class ConsultForm(PastDayForm):
    """What SLK said before the decision: who, when and what."""

    past = "on_day"
    on_day = SwedishDateField(label=LABELS["ks_contact_on"])
    who = CleanTextField(
        label=LABELS["ks_contact_by"], help_text=HINTS["ks_contact_by"], max_length=120
    )
    said = CleanTextField(label=LABELS["ks_contact"], widget=forms.Textarea, max_length=4000)


class EffortForm(PastDayForm):
    """A row in the log."""

    past = "done_on"
    done_on = SwedishDateField(label=EFFORT_LABELS["done_on"])
    what = CleanTextField(label=EFFORT_LABELS["what"], max_length=500, widget=forms.Textarea)
    came_of = CleanTextField(
        label=EFFORT_LABELS["came_of"],
        help_text=_("Lämna tomt om det inte har visat sig. Skriv då en ny rad senare."),
        max_length=500,
        required=False,
        widget=forms.Textarea,
    )


class GroupBoardForm(PastDayForm):
    """How the group board dealt with a company's matter."""

    past = "held_on"
    recommendation = forms.ChoiceField(
        label=_("Vad kom koncernstyrelsen fram till?"),
        choices=[
            (str(word), label(word))
            for word in (
                Recommendation.SUPPORTS,
                Recommendation.ADVISES_AGAINST,
                Recommendation.REFERS_BACK,
            )
        ],
        widget=RadioCards,
    )
    held_on = SwedishDateField(label=_("Vilken dag?"))
    paragraph = CleanTextField(label=_("Paragraf"), help_text=_("Till exempel 14."), max_length=12)
    grounds = CleanTextField(label=_("Motivering"), widget=forms.Textarea, required=False)


class RegisterForm(UtblickForm):
    """What the register shows: a filter, an organisation, a number or a word."""

    visa = forms.ChoiceField(
        choices=[(which, which) for which in register.FILTERS],
        required=False,
        widget=forms.HiddenInput,
    )
    verksamhet = OfOrganisation()
    forslag = CleanTextField(
        label=_("Beteckning"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"class": "ds-input po-word"}),
    )

    def query(self) -> dict[str, str]:
        """Return the register's query; all that goes on where nothing is chosen."""
        chosen: dict[str, Any] = self.cleaned_data
        organisation = chosen.get("verksamhet")
        return {
            "visa": chosen.get("visa") or register.ALL,
            "organisation": organisation.code if organisation else "",
            "proposal": chosen.get("forslag") or "",
        }
