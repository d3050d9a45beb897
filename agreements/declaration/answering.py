"""The forms in which organisations are asked what a declaration adds, and answer."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.declaration.models import Burden
from engagements.calendar import add_working_days
from engagements.forms import choices
from engagements.forms.base import OnceForm
from engagements.forms.fields import (
    AmountField,
    CleanTextField,
    DigitsField,
    SwedishDateField,
    TriStateField,
)
from engagements.forms.widgets import CheckCards, RadioCards
from engagements.models import Engagement, Organisation
from governance.actions.consulting import ANSWER_DAYS

NONE, SOME = "none", "some"


class AskForm(OnceForm):
    """Which organisations are asked, and by when they answer."""

    organisations = forms.ModelMultipleChoiceField(
        queryset=Organisation.objects.none(), label=_("Vilka frågar ni?"), widget=CheckCards
    )
    due = SwedishDateField(label=_("Svar senast"))

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Suggest those who are touched and have not been asked, and two weeks."""
        self.on = on
        asked = {row.organisation_id for row in engagement.consultations.all()}
        touched = {row.organisation_id for row in engagement.taking_part.all()}
        initial = {"organisations": touched - asked, "due": add_working_days(on, ANSWER_DAYS)}
        super().__init__(data, initial=initial, auto_id="fraga-%s")
        offered: Any = self.fields["organisations"]
        offered.queryset = choices.organisations(engagement)

    def clean_due(self) -> date:
        """Refuse a day that has been."""
        due: date = self.cleaned_data["due"]
        if due < self.on:
            raise forms.ValidationError(_("Datumet har redan varit. Välj ett kommande datum."))
        return due


class AnswerForm(OnceForm):
    """What it adds for an organisation: nothing, or kronor, hours and reporting.

    seen: the key of the answer that the page shows, 0 for none.
    """

    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("För vilken verksamhet?")
    )
    adds = forms.ChoiceField(
        label=_("Vad medför det för verksamheten?"),
        choices=[(NONE, _("Ingen ökad börda")), (SOME, _("Ökad börda"))],
        widget=RadioCards,
    )
    sek = AmountField(label=_("Kronor om året"), required=False)
    hours = DigitsField(label=_("Timmar om året"), required=False)
    reporting = TriStateField(label=_("Krävs rapportering?"))
    comment = CleanTextField(
        label=_("Kommentar"),
        help_text=_("Till exempel vad tiden går till, eller vilken plan som täcker det."),
        widget=forms.Textarea,
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reveals = dict.fromkeys(("sek", "hours", "reporting"), f"adds={SOME}")
    asked_for = ("sek", "hours", "reporting")

    def __init__(
        self, data: Any = None, *, organisations: list[Organisation], said: dict[int, Burden]
    ) -> None:
        """Show what was said before, where the reader answers for one organisation."""
        one = organisations[0] if len(organisations) == 1 else None
        initial = _as_asked(said.get(one.pk)) if one else {}
        super().__init__(data, initial=initial, auto_id=f"{self.place}-%s")
        own: Any = self.fields["organisation"]
        own.queryset = Organisation.objects.filter(pk__in=[row.pk for row in organisations])
        if one:
            own.initial, own.widget = one.pk, forms.HiddenInput()

    place = "svar"

    def clean(self) -> dict[str, Any]:
        """Ask for all three where something is added, and for something that is."""
        answers = super().clean() or {}
        if answers.get("adds") == NONE:
            return answers | {"sek": 0, "hours": 0, "reporting": False}
        if answers.get("adds") != SOME:
            return answers
        for name, words in (
            ("sek", _("Skriv ett belopp, 0 om det inte kostar något")),
            ("hours", _("Skriv ett antal timmar, 0 om ingen tid tillkommer")),
            ("reporting", _("Svara ja eller nej")),
        ):
            if answers.get(name) is None and name not in self.errors:
                self.add_error(name, words)
        if not self.errors and not (answers["sek"] or answers["hours"] or answers["reporting"]):
            self.add_error("adds", _("Inget tillkommer. Välj ingen ökad börda i stället."))
        return answers

    @property
    def said(self) -> dict[str, Any]:
        """What a valid form says, as ``burdens.say`` takes it."""
        names = ("organisation", "sek", "hours", "reporting", "comment")
        told = {name: self.cleaned_data[name] for name in names}
        return told | {"seen": self.cleaned_data["seen"] or 0}


class OutsideForm(AnswerForm):
    """What an organisation has said elsewhere, written down by the one who asks."""

    place = "annan"
    source = CleanTextField(
        label=_("Var är det sagt?"),
        help_text=_("Till exempel e-post från avdelningschefen 20 november 2026."),
        max_length=200,
    )

    @property
    def said(self) -> dict[str, Any]:
        """What a valid form says, with where it was said."""
        return super().said | {"source": self.cleaned_data["source"]}


def _as_asked(said: Burden | None) -> dict[str, Any]:
    if said is None:
        return {"seen": 0}
    if not said.adds:
        return {"adds": NONE, "comment": said.comment, "seen": said.pk}
    names = ("sek", "hours", "reporting", "comment")
    return {name: getattr(said, name) for name in names} | {"adds": SOME, "seen": said.pk}
