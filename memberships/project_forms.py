"""Small forms of the register of projects, and of what is written down while one goes on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import OnceForm, UtblickForm, UtblickModelForm
from engagements.forms.fields import AmountField, CleanTextField, SwedishDateField
from engagements.forms.narrowing import OfOrganisation
from engagements.labels import choices
from engagements.models import Organisation
from engagements.vocabulary import ProjectStage
from memberships import projects
from memberships.eu_project.models import Call
from memberships.eu_project.questions import REPORT_LABELS

NOT_YET = _("Dagen har inte varit än.")


class ProjectsForm(UtblickForm):
    """What the register shows: a filter and an organisation."""

    visa = forms.ChoiceField(
        choices=[(which, which) for which in projects.FILTERS],
        required=False,
        widget=forms.HiddenInput,
    )
    verksamhet = OfOrganisation()

    def query(self) -> dict[str, str]:
        """Return the report's query; all of them where nothing is chosen."""
        organisation = self.cleaned_data.get("verksamhet")
        return {
            "visa": self.cleaned_data.get("visa") or projects.ALL,
            "organisation": organisation.code if organisation else "",
        }


class DatedForm(OnceForm):
    """Something that happened on a day that has been."""

    on = SwedishDateField(label=_("När?"), help_text=_("Till exempel 2026-11-24"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        """Keep the day of today."""
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        """Refuse what has not been."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(NOT_YET)
        return on


class MoveForm(DatedForm):
    """Which step the project took, and when."""

    stage = forms.ChoiceField(choices=choices(ProjectStage), widget=forms.HiddenInput)
    note = CleanTextField(
        label=_("Anteckning"), max_length=2000, required=False, widget=forms.Textarea
    )


class PartyForm(DatedForm):
    """What a party of the city has decided."""

    organisation = forms.ModelChoiceField(
        label=_("Vilken part?"), queryset=Organisation.objects.none()
    )
    paragraph = CleanTextField(label=_("Paragraf"), max_length=20, help_text=_("Till exempel 12"))
    field_order = ("organisation", "on", "paragraph")

    def __init__(self, *args: Any, parties: list[Organisation], **kwargs: Any) -> None:
        """Offer the parties."""
        super().__init__(*args, **kwargs)
        offered = Organisation.objects.filter(pk__in=[party.pk for party in parties])
        self.fields["organisation"].queryset = offered  # type: ignore[attr-defined]


class AmendForm(DatedForm):
    """A change of the project."""

    what = CleanTextField(label=_("Vad ändras?"), max_length=300)
    grounds = CleanTextField(label=_("Varför?"), max_length=2000, widget=forms.Textarea)
    added_sek = AmountField(label=_("Ökad kostnad för staden, kr"), required=False)
    new_role = forms.BooleanField(label=_("Stadens roll ändras"), required=False)


class ReportForm(OnceForm):
    """A report that the programme wants. report: the one that is changed, by its key."""

    report = forms.IntegerField(required=False, widget=forms.HiddenInput)
    what = CleanTextField(label=REPORT_LABELS["what"], max_length=160)
    due_on = SwedishDateField(label=REPORT_LABELS["due_on"], help_text=_("Till exempel 2027-06-30"))


class CallForm(UtblickModelForm):
    """A call for applications."""

    class Meta(UtblickModelForm.Meta):
        model = Call
        fields = ("programme", "name", "opens_on", "closes_on", "link")

    def clean(self) -> dict[str, Any]:
        """Refuse a call that closes before it opens."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes < opens:
            said = _("Sista dagen kommer före den dag då utlysningen öppnar.")
            self.add_error("closes_on", forms.ValidationError(said))
        return cleaned
