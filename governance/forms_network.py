"""The forms of the contact persons' network."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField, SwedishDateField
from engagements.models import Organisation
from governance import network


class SeatsFilter(UtblickForm):
    """Which organisations of the network are shown."""

    visa = forms.ChoiceField(
        label=_("Visa"),
        choices=[
            (network.ALL, _("Alla verksamheter")),
            (network.WITHOUT, _("Saknar kontaktperson, eller mandatet slutar")),
        ],
        required=False,
    )


class AnswersFilter(UtblickForm):
    """Which answers to a question are shown."""

    fraga = forms.IntegerField(
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )
    visa = forms.ChoiceField(
        label=_("Visa"),
        choices=[
            (network.ALL, _("Alla")),
            (network.WAITING, _("Har inte svarat")),
            (network.GIVEN, _("Har svarat")),
        ],
        required=False,
    )


class AskForm(UtblickForm):
    """A question to all organisations."""

    title = CleanTextField(label=_("Rubrik"), max_length=200)
    text = CleanTextField(label=_("Fråga"), widget=forms.Textarea({"rows": 5}))
    due_on = SwedishDateField(label=_("Svar senast"))


class AnswerForm(UtblickForm):
    """What an organisation answers."""

    organisation = forms.ModelChoiceField(
        label=_("Verksamhet"), queryset=Organisation.objects.none(), empty_label=None
    )
    text = CleanTextField(label=_("Ert svar"), widget=forms.Textarea({"rows": 5}))

    def __init__(self, data: Any = None, *, own: Any, **kwargs: Any) -> None:
        """Offer the reader's own organisations."""
        super().__init__(data, **kwargs)
        organisation: Any = self.fields["organisation"]
        organisation.queryset = own


class BulletinForm(UtblickForm):
    """News to the network."""

    title = CleanTextField(label=_("Rubrik"), max_length=200)
    text = CleanTextField(label=_("Text"), widget=forms.Textarea({"rows": 6}))


class NetworkMeetingForm(UtblickForm):
    """A meeting of the network."""

    title = CleanTextField(label=_("Rubrik"), max_length=200)
    meets_on = SwedishDateField(label=_("Dag"))
    place = CleanTextField(
        label=_("Plats och tid"), help_text=_("Till exempel Stadshuset, kl. 9–11."), max_length=160
    )
    agenda = CleanTextField(label=_("Dagordning"), widget=forms.Textarea({"rows": 6}))
    present = CleanTextField(
        label=_("Vilka var med?"),
        help_text=_("Skriv efter mötet."),
        widget=forms.Textarea,
        required=False,
    )
    notes = CleanTextField(
        label=_("Anteckningar"),
        help_text=_("Skriv efter mötet."),
        widget=forms.Textarea({"rows": 6}),
        required=False,
    )
